import { lazy, Suspense, use } from 'react';
import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { MethodContext } from '../../cards/method.ts';
import type { CardNotes } from '../../cards/panel/CardPanel.tsx';
import { exportFileName } from '../../export/file-name.ts';
import { saveFile } from '../../export/save-file.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { Loading } from '../../ui/Spinner.tsx';

/** Neither is there when a board opens: they come with the first card that is chosen, and the first look at the table. */
const CardDrawer = lazy(async () => ({ default: (await import('../../cards/panel/CardDrawer.tsx')).CardDrawer }));
const TableView = lazy(async () => ({ default: (await import('../../cards/table/TableView.tsx')).TableView }));

interface ChosenCardProps {
  readonly notes?: CardNotes | undefined;
  /** One drawer at a time: whatever else is open gives way. */
  readonly onOpened: () => void;
  readonly onClosed: () => void;
}

export function ChosenCard(props: ChosenCardProps) {
  const method = use(MethodContext);
  return method === null ? null : (
    <Suspense fallback={null}>
      <CardDrawer {...props} />
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
