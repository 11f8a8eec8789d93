import { type ComponentProps, type ReactNode, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { can } from '../../../../shared/access/capabilities.ts';
import type { Board, GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import type { Session } from '../../../../shared/session/session.ts';
import { showShape } from '../../../canvas/frames.ts';
import { roundOn } from '../../../facilitation/voting/moment.ts';
import type { OpenRoom } from '../../../sync/open-room.ts';
import { lazyPart } from '../../../ui/lazy-part.ts';
import { useVotingData } from './use-voting-data.ts';
import type { VotesOnCanvas as OnCanvas } from './VotesOnCanvas.tsx';

const loadBanner = async () => ({
  default: (await import('../../../facilitation/voting/VotingBanner.tsx')).VotingBanner,
});
const VotingBanner = lazyPart(loadBanner);
const VotingDrawer = lazyPart(async () => ({ default: (await import('./VotingDrawer.tsx')).VotingDrawer }));
const VotingStart = lazyPart(async () => ({ default: (await import('./VotingStart.tsx')).VotingStart }));
const VotesOnCanvas = lazyPart(async () => ({ default: (await import('./VotesOnCanvas.tsx')).VotesOnCanvas }));

type Editor = ComponentProps<typeof OnCanvas>['editor'];

interface VotingOptions {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly room: OpenRoom;
  readonly session: Session;
  readonly readOnly: boolean;
  readonly editor: Editor | null;
  readonly isOpen: boolean;
  /** Whether somebody is about to begin a round. */
  readonly isStarting: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly onStart: () => void;
  readonly onStarted: () => void;
  readonly onShowBoard: () => void;
}

interface BoardVoting {
  /** Above the board, while a round is open or was closed a moment ago. */
  readonly banner: ReactNode;
  readonly drawer: ReactNode;
  readonly dialog: ReactNode;
  /** One's own votes, on their cards. */
  readonly onCanvas: ReactNode;
  /** Undefined for everybody who can begin none. */
  readonly begin: (() => void) | undefined;
}

/** For how long a card that was asked for is outlined. */
const markedMs = 2_500;
const phone = '(max-width: 560px)';

/** Votes on a board: to begin one, to take part, and what they came to. */
export function useVoting(options: VotingOptions): BoardVoting {
  const { data, board, room, session, readOnly, editor, isOpen, isStarting } = options;
  const round = roundOn(session, board.id);
  const [last, setLast] = useState(round);
  const [isSeen, setSeen] = useState(false);
  const [marked, mark] = useMarked();
  if (round !== null && round.id !== last?.id) {
    setLast(round);
    setSeen(false);
  }
  if (isOpen && round === null && last !== null && !isSeen) setSeen(true);
  const told = useSyncExternalStore(room.voters.subscribe, room.voters.get);
  const voters = round !== null && told?.roundId === round.id ? told.voters : null;
  const mayVote = can(data.me.role, 'canEdit') && !readOnly;
  const leads = can(data.me.role, 'canFacilitate') && !readOnly;
  const { ballot, rounds, reload } = useVotingData({
    ...{ room, board, round, last, mayVote, isWanted: isOpen },
    isThere: (id) => editor === null || !isShapeId(id) || editor.getShape(id) !== undefined,
  });
  const show = (id: string) => {
    if (editor === null || !isShapeId(id)) return;
    if (matchMedia(phone).matches) options.onClose();
    options.onShowBoard();
    showShape(editor, id);
    mark(id);
  };
  const open = () => {
    if (!isOpen) options.onOpen();
  };
  const shown = round ?? (isSeen ? null : last);
  const mayOpen = round === null || mayVote;
  return {
    banner: shown !== null && (
      <Suspense fallback={null}>
        <VotingBanner
          status={round === null ? 'closed' : 'open'}
          question={shown.question}
          voters={voters}
          panelOpen={isOpen}
          onPanel={mayOpen ? options.onOpen : undefined}
          onDismiss={() => setSeen(true)}
        />
      </Suspense>
    ),
    drawer: isOpen && (
      <Suspense fallback={null}>
        <VotingDrawer
          {...{ data, board, round, ballot, rounds, voters, leads }}
          onShow={show}
          onRetry={() => void reload()}
          onClose={options.onClose}
        />
      </Suspense>
    ),
    dialog: isStarting && leads && (
      <Suspense fallback={null}>
        <VotingStart {...{ data, board, session }} onStarted={open} onClose={options.onStarted} />
      </Suspense>
    ),
    onCanvas: editor !== null && (marked !== null || (round !== null && ballot.status === 'ready')) && (
      <Suspense fallback={null}>
        <VotesOnCanvas editor={editor} votes={ballot.status === 'ready' ? ballot.votes : {}} marked={marked} />
      </Suspense>
    ),
    begin: leads ? (round === null ? options.onStart : open) : undefined,
  };
}

type ShapeId = Parameters<typeof showShape>[1];
const isShapeId = (id: string): id is ShapeId => id.startsWith('shape:');

/** The card that was asked for last, for a while. */
function useMarked() {
  const [marked, setMarked] = useState<{ readonly id: string } | null>(null);
  useEffect(() => {
    if (marked === null) return;
    const timer = setTimeout(() => setMarked(null), markedMs);
    return () => clearTimeout(timer);
  }, [marked]);
  return [marked?.id ?? null, (id: string) => setMarked({ id })] as const;
}
