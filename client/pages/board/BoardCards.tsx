import { type ComponentProps, Suspense, use } from 'react';
import { GuideSpace } from '../../cards/guide/GuideSpace.tsx';
import { MethodContext } from '../../cards/method.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { Loading } from '../../ui/Spinner.tsx';
import type { BoardTable as TableOfBoard } from './BoardTable.tsx';
import type { BoardGuidePanel as GuideOfBoard } from './run/BoardGuidePanel.tsx';

/** None of them is there when a board opens: they come after it, with the first card that is chosen, and the first look at the table. */
const loadGuide = async () => ({ default: (await import('./run/BoardGuidePanel.tsx')).BoardGuidePanel });
const BoardGuidePanel = lazyPart(loadGuide);
const CardHelp = lazyPart(async () => ({ default: (await import('../../cards/help/CardHelp.tsx')).CardHelp }));
const CardDrawer = lazyPart(async () => ({ default: (await import('../../cards/panel/CardDrawer.tsx')).CardDrawer }));
const loadTable = async () => ({ default: (await import('./BoardTable.tsx')).BoardTable });
const WholeTable = lazyPart(loadTable, { ahead: true });

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

export function BoardTable(props: ComponentProps<typeof TableOfBoard>) {
  const method = use(MethodContext);
  const t = useText();
  const loading = <Loading label={t('workshop.openingBoard')} />;
  return method === null ? (
    loading
  ) : (
    <Suspense fallback={loading}>
      <WholeTable {...props} />
    </Suspense>
  );
}
