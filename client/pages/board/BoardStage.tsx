import { type ComponentProps, Suspense } from 'react';
import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { CardCanvas } from '../../cards/CardCanvas.tsx';
import type { OpenRoom } from '../../sync/open-room.ts';
import type { RoomState } from '../../sync/room-state.ts';
import { BoardTable } from './BoardCards.tsx';
import styles from './BoardView.module.css';
import type { useComments } from './comments/use-comments.tsx';
import type { useHistory } from './history/use-history.tsx';
import { EndedState, FullState, Reactions } from './parts.ts';
import type { useBoardTools } from './tools/use-board-tools.tsx';
import type { BoardViewName } from './use-board-view.ts';
import type { CanvasConfig } from './use-client-config.ts';

type CanvasProps = ComponentProps<typeof CardCanvas>;

interface BoardStageProps extends Required<Pick<CanvasProps, 'own' | 'me' | 'readOnly' | 'onEditor'>> {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly room: OpenRoom;
  /** Null until it is there. */
  readonly config: CanvasConfig | null;
  readonly state: RoomState;
  /** The server does not want this page any more, or has no place for it. */
  readonly isOutside: boolean;
  readonly view: BoardViewName;
  readonly history: ReturnType<typeof useHistory>;
  readonly comments: ReturnType<typeof useComments>;
  readonly tools: ReturnType<typeof useBoardTools>;
  readonly workshopHref: string;
  /** Where signs stand above the canvas. */
  readonly onSlot: (slot: Element | null) => void;
}

/** The board itself: canvas or table and what lies over them, or why there is none. */
export function BoardStage({ data, board, room, config, state, isOutside, view, ...props }: BoardStageProps) {
  const { own, me, readOnly, onEditor, history, comments, tools, workshopHref, onSlot } = props;
  if (isOutside)
    return (
      <Suspense fallback={null}>
        {state.status === 'ended' ? (
          <EndedState {...state} workshopHref={workshopHref} />
        ) : (
          <FullState workshopHref={workshopHref} />
        )}
      </Suspense>
    );
  if (config === null) return null;
  return (
    <>
      <div className={styles.live} inert={history.isPreviewing || view === 'table'} data-under={view === 'table'}>
        <CardCanvas
          {...{ workshopId: data.workshop.id, room, own, me, readOnly, onEditor }}
          licenseKey={config.licenseKey}
        />
        {!tools.isProjecting && <div ref={onSlot} className={styles.slot} />}
        {!tools.isProjecting && comments.onCanvas}
      </div>
      {view === 'table' && (
        <div className={styles.table} inert={history.isPreviewing}>
          <BoardTable data={data} board={board} />
        </div>
      )}
      <Suspense fallback={null}>
        <Reactions room={room} data={data} board={board} isProjecting={tools.isProjecting} />
      </Suspense>
      {history.preview}
      {tools.onBoard}
    </>
  );
}
