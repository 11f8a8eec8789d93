import type { ComponentProps } from 'react';
import { can } from '../../../shared/access/capabilities.ts';
import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import type { Session } from '../../../shared/session/session.ts';
import type { BoardCanvas } from '../../canvas/BoardCanvas.tsx';
import { nameInView } from '../../canvas/frames.ts';
import { useToast } from '../../ui/toast.ts';
import { useSend } from '../use-send.ts';
import type { RunDialog } from './run/run-dialogs.ts';
import type { Facilitation } from './tools/FacilitateItems.tsx';

type Editor = Parameters<NonNullable<ComponentProps<typeof BoardCanvas>['onEditor']>>[0];

/** What asks something before it begins. */
export type FacilitationDialog = RunDialog | 'private-writing' | 'decision' | 'locks' | 'breakouts';

interface FacilitationOptions {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly session: Session;
  readonly readOnly: boolean;
  readonly editor: Editor;
  readonly onDialog: (dialog: FacilitationDialog) => void;
  readonly onVote: () => void;
  readonly onBalance: () => void;
}

/** What this person can begin for everybody on the board just now; nothing for who does not lead. */
export function useFacilitation(options: FacilitationOptions): Facilitation {
  const { data, board, session, readOnly, editor, onDialog, onVote, onBalance } = options;
  const toast = useToast();
  const { send } = useSend(data.workshop.id);
  if (!can(data.me.role, 'canFacilitate')) return {};
  // What was written can be looked at when the session is closed too.
  if (readOnly) return board.example ? {} : { balance: onBalance };
  const { run, privateWriting, spotlight, locks } = session;
  const boardId = board.id;
  const isLocked = locks.some((lock) => lock.boardId === boardId && lock.place === null);
  const leads = spotlight?.boardId === boardId && spotlight.participantId === data.me.participant.id;
  const gather = async (from: NonNullable<Editor>) => {
    const { x, y, w, h } = from.getViewportPageBounds();
    const frame = nameInView(from);
    if (await send({ type: 'gather', boardId, view: { x, y, w, h }, frame })) toast((t) => t('attention.gathered'));
  };
  return {
    ...(run?.boardId === boardId ? { endRun: () => onDialog('end-run') } : { startRun: () => onDialog('run') }),
    agenda: () => onDialog('agenda'),
    timer: () => onDialog('timer'),
    ...(privateWriting?.boardId !== boardId && { privateWriting: () => onDialog('private-writing') }),
    vote: onVote,
    decision: () => onDialog('decision'),
    [isLocked ? 'unlockBoard' : 'lockBoard']: () =>
      void send({ type: 'lock.set', boardId, place: null, isLocked: !isLocked }),
    locks: () => onDialog('locks'),
    breakouts: () => onDialog('breakouts'),
    balance: onBalance,
    ...(editor !== null && { gather: () => void gather(editor) }),
    ...(!leads && { followMe: () => void send({ type: 'spotlight.start', boardId }) }),
    // Whoever led may have gone home.
    ...(spotlight !== null && !leads && { endFollowing: () => void send({ type: 'spotlight.stop' }) }),
  };
}
