import { lazy, Suspense, useEffect } from 'react';
import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { BoardTexts, useText } from '../../i18n/LanguageProvider.tsx';
import { Bar } from '../../ui/Bar.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { Main } from '../../ui/Main.tsx';
import { Loading } from '../../ui/Spinner.tsx';
import { FailureState } from '../FailureState.tsx';
import { workshopPath } from '../paths.ts';
import { useWorkshop } from '../use-workshop.ts';
import { keepWantedPlace } from '../wanted-place.ts';
import { usePhoneChoice } from './phone-choice.ts';

/** Canvas and sync weigh more than all other pages together: they come once the board is known to be there. */
const loadBoardView = async () => ({ default: (await import('./BoardView.tsx')).BoardView });
const BoardView = lazy(loadBoardView);
const Companion = lazyPart(async () => ({ default: (await import('../companion/Companion.tsx')).Companion }));
const BoardGone = lazyPart(async () => ({ default: (await import('./BoardGone.tsx')).BoardGone }));
const WayBack = lazyPart(async () => ({ default: (await import('./WayBack.tsx')).WayBack }));

/** How often a page that met a gap in the network on opening asks again by itself. */
const retryMs = 4_000;

interface BoardPageProps {
  readonly workshopId: string;
  readonly boardId: string;
}

export function BoardPage({ workshopId, boardId }: BoardPageProps) {
  const t = useText();
  const { state, reload, retry } = useWorkshop(workshopId, { refresh: false });
  const isUnreachable = state.status === 'failed' && state.failure.kind === 'unreachable';
  const isRefused = state.status === 'failed' && !isUnreachable;
  useEffect(() => {
    if (isRefused) keepWantedPlace();
  }, [isRefused]);
  useEffect(() => {
    if (!isUnreachable) return;
    const timer = setInterval(reload, retryMs);
    return () => clearInterval(timer);
  }, [isUnreachable, reload]);
  if (state.status !== 'ready') {
    return (
      <>
        <Bar />
        <Main title={t('common.product')}>
          {state.status === 'loading' ? (
            <Loading label={t('workshop.openingBoard')} />
          ) : (
            <FailureState failure={state.failure} onRetry={retry} />
          )}
        </Main>
      </>
    );
  }
  const board = state.data.boards.find(({ id }) => id === boardId);
  return (
    <Suspense fallback={<Loading label={t('workshop.openingBoard')} />}>
      {board === undefined ? (
        <BoardGone workshopHref={workshopPath(state.data.workshop.id)} />
      ) : (
        <OpenedBoard data={state.data} board={board} onStale={reload} />
      )}
    </Suspense>
  );
}

interface OpenedBoardProps {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly onStale: () => Promise<void>;
}

/** The canvas, or what a phone shows to who takes part. */
function OpenedBoard(props: OpenedBoardProps) {
  const { shown, choose } = usePhoneChoice(props.data, props.board);
  if (shown === 'companion') return <Companion {...props} onLook={() => choose(true)} />;
  return (
    <BoardTexts>
      {shown === 'canvas-of-phone' && (
        <Suspense fallback={null}>
          <WayBack onWrite={() => choose(false)} />
        </Suspense>
      )}
      <BoardView {...props} />
    </BoardTexts>
  );
}
