import { type ComponentProps, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { can } from '../../../../shared/access/capabilities.ts';
import type { Board, GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import type { Session } from '../../../../shared/session/session.ts';
import type { VotingRound } from '../../../../shared/session/voting.ts';
import { showShape } from '../../../canvas/frames.ts';
import { roundOn } from '../../../facilitation/voting/moment.ts';
import { VotingBanner } from '../../../facilitation/voting/VotingBanner.tsx';
import type { OpenRoom } from '../../../sync/open-room.ts';
import { lazyPart } from '../../../ui/lazy-part.ts';
import { useVotingData } from './use-voting-data.ts';
import type { VotesOnCanvas as OnCanvas } from './VotesOnCanvas.tsx';
import type { VotingStart as Start } from './VotingStart.tsx';

const VotingDrawer = lazyPart(async () => ({ default: (await import('./VotingDrawer.tsx')).VotingDrawer }));
const VotingStart = lazyPart(async () => ({ default: (await import('./VotingStart.tsx')).VotingStart }));
const VotesOnCanvas = lazyPart(async () => ({ default: (await import('./VotesOnCanvas.tsx')).VotesOnCanvas }));

type Editor = ComponentProps<typeof OnCanvas>['editor'];

interface VotingProps {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly room: OpenRoom;
  readonly session: Session;
  readonly readOnly: boolean;
  readonly editor: Editor | null;
  readonly isOpen: boolean;
  /** Whether somebody is about to begin a round, and what a session asks for it. */
  readonly isStarting: boolean;
  readonly preset: ComponentProps<typeof Start>['preset'];
  /** Where the drawer stands, and what lies over the canvas. */
  readonly slots: { readonly drawer: Element | null; readonly canvas: Element | null };
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly onStarted: () => void;
  readonly onShowBoard: () => void;
}

/** For how long a card that was asked for is outlined. */
const markedMs = 2_500;
const phone = '(max-width: 560px)';

/** Votes on a board: to begin one, to take part, and what they came to. The board does not wait for it. */
export function Voting({ data, board, room, session, readOnly, editor, isOpen, slots, ...props }: VotingProps) {
  const round = roundOn(session, board.id);
  const { last, isSeen, see } = useLast(round, isOpen);
  const [marked, mark] = useMarked();
  const told = useSyncExternalStore(room.voters.subscribe, room.voters.get);
  const mayVote = can(data.me.role, 'canEdit') && !readOnly;
  const leads = can(data.me.role, 'canFacilitate') && !readOnly;
  const { ballot, rounds, reload, ...asked } = useVotingData({
    ...{ room, board, round, last, mayVote, isWanted: isOpen, me: data.me.participant.id },
    isThere: (id) => editor === null || !isShapeId(id) || editor.getShape(id) !== undefined,
  });
  const voters = round !== null && told?.roundId === round.id ? told.voters : asked.voters;
  const show = (id: string) => {
    if (editor === null || !isShapeId(id)) return;
    if (matchMedia(phone).matches) props.onClose();
    props.onShowBoard();
    showShape(editor, id);
    mark(id);
  };
  const shown = round ?? (isSeen ? null : last);
  const drawer = isOpen && (
    <Suspense fallback={null}>
      <VotingDrawer
        {...{ data, board, round, ballot, rounds, voters, leads }}
        onShow={show}
        onRetry={() => void reload()}
        onClose={props.onClose}
      />
    </Suspense>
  );
  const onCanvas = editor !== null && (marked !== null || (round !== null && ballot.status === 'ready')) && (
    <Suspense fallback={null}>
      <VotesOnCanvas editor={editor} votes={ballot.status === 'ready' ? ballot.votes : {}} marked={marked} />
    </Suspense>
  );
  return (
    <>
      {shown !== null && (
        <VotingBanner
          status={round === null ? 'closed' : 'open'}
          question={shown.question}
          voters={voters}
          panelOpen={isOpen}
          onPanel={round === null || mayVote ? props.onOpen : undefined}
          onDismiss={see}
        />
      )}
      {slots.drawer !== null && createPortal(drawer, slots.drawer)}
      {slots.canvas !== null && createPortal(onCanvas, slots.canvas)}
      {props.isStarting && leads && (
        <Suspense fallback={null}>
          <VotingStart
            {...{ data, board, session }}
            preset={props.preset}
            onStarted={() => isOpen || props.onOpen()}
            onClose={props.onStarted}
          />
        </Suspense>
      )}
    </>
  );
}

/** The last round that was open while this page was there, and whether somebody has looked at what it came to. */
function useLast(round: VotingRound | null, isOpen: boolean) {
  const [last, setLast] = useState(round);
  const [isSeen, setSeen] = useState(false);
  if (round !== null && round.id !== last?.id) {
    setLast(round);
    setSeen(false);
  }
  if (isOpen && round === null && last !== null && !isSeen) setSeen(true);
  return { last, isSeen, see: () => setSeen(true) };
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
