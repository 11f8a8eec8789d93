import { type ComponentProps, Suspense, use } from 'react';
import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { GuideSpace } from '../../cards/guide/GuideSpace.tsx';
import { MethodContext } from '../../cards/method.ts';
import { exportFileName } from '../../export/file-name.ts';
import { saveFile } from '../../export/save-file.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { Loading } from '../../ui/Spinner.tsx';
import type { BoardGuidePanel as GuideOfBoard } from './run/BoardGuidePanel.tsx';

/** None of them is there when a board opens: they come after it, with the first card that is chosen, and the first look at the table. */
const loadGuide = async () => ({ default: (await import('./run/BoardGuidePanel.tsx')).BoardGuidePanel });
const BoardGuidePanel = lazyPart(loadGuide);
const CardHelp = lazyPart(async () => ({ default: (await import('../../cards/help/CardHelp.tsx')).CardHelp }));
const CardDrawer = lazyPart(async () => ({ default: (await import('../../cards/panel/CardDrawer.tsx')).CardDrawer }));
const loadTable = async () => ({ default: (await import('../../cards/table/TableView.tsx')).TableView });
const TableView = lazyPart(loadTable, { ahead: true });

interface ChosenCardProps {
  /** One drawer at a time: whatever else is open gives way. */
  readonly onOpened: () => void;
  readonly onClosed: () => void;
}

export function ChosenCard(props: ChosenCardProps) {
  const method = use(MethodContext);
  return method === null ? null : (
    <Suspense fallback={null}>
      <CardDrawer {...props} notes={helpAbout} />
    </Suspense>
  );
}

const helpAbout = (cardId: string) => (
  <Suspense fallback={null}>
    <CardHelp cardId={cardId} />
  </Suspense>
);

export function BoardGuide(props: ComponentProps<typeof GuideOfBoard>) {
  const { data, board } = props;
  const method = use(MethodContext);
  const leads = data.me.role === 'facilitator';
  const space = <GuideSpace template={board.template} boardId={board.id} leads={leads} />;
  return method === null ? (
    space
  ) : (
    <Suspense fallback={space}>
      <BoardGuidePanel {...props} />
    </Suspense>
  );
}

interface BoardTableProps {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
}

export function BoardTable({ data, board }: BoardTableProps) {
  const method = use(MethodContext);
  const { t, language } = useLanguage();
  const download = (csv: string, label: string) => {
    const names = { workshop: data.workshop.title, board: `${board.title} - ${label}` };
    const fileName = exportFileName({ ...names, atMs: Date.now(), language }, 'csv');
    saveFile(new TextEncoder().encode(csv), fileName, 'text/csv;charset=utf-8');
  };
  const loading = <Loading label={t('workshop.openingBoard')} />;
  return method === null ? (
    loading
  ) : (
    <Suspense fallback={loading}>
      <TableView onDownload={download} />
    </Suspense>
  );
}
