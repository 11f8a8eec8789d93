import { type ComponentProps, Suspense, useMemo } from 'react';
import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import type { RosterEntry } from '../../../shared/protocol/messages.ts';
import type { Session } from '../../../shared/session/session.ts';
import type { BoardCanvas } from '../../canvas/BoardCanvas.tsx';
import { BoardPicture, Decision, ExportDialog, ShareDialog } from './parts.ts';

interface BoardDialogsProps {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly session: Session;
  readonly roster: readonly RosterEntry[];
  /** Null until the board is there. */
  readonly editor: Parameters<NonNullable<ComponentProps<typeof BoardCanvas>['onEditor']>>[0];
  /** The one that is asked for, of these and of others that stand elsewhere. */
  readonly dialog: string | null;
  readonly onShowBoard: () => void;
  readonly onClose: () => void;
}

/** What stands before all of an open board; each comes when it is asked for. */
export function BoardDialogs({
  data,
  board,
  session,
  roster,
  editor,
  dialog,
  onShowBoard,
  onClose,
}: BoardDialogsProps) {
  const told = useMemo(() => ({ ...data, session }), [data, session]);
  return (
    <>
      {dialog === 'decision' && (
        <Suspense fallback={null}>
          <Decision {...{ data, board, roster, onShowBoard, onClose }} />
        </Suspense>
      )}
      {dialog === 'share' && (
        <Suspense fallback={null}>
          <ShareDialog data={data} onClose={onClose} />
        </Suspense>
      )}
      {editor !== null && (
        <Suspense fallback={null}>
          <BoardPicture editor={editor} data={data} board={board} />
        </Suspense>
      )}
      {dialog === 'export' && editor !== null && (
        <Suspense fallback={null}>
          <ExportDialog data={told} open={{ editor, board }} onClose={onClose} />
        </Suspense>
      )}
    </>
  );
}
