import { useMemo, useSyncExternalStore } from 'react';
import { can, type Role } from '../../../shared/access/capabilities.ts';
import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import type { PrivateCounts } from '../../../shared/protocol/messages.ts';
import type { Session } from '../../../shared/session/session.ts';
import { sendCommand } from '../../api/commands.ts';
import type { People } from '../../canvas/card-shapes/people.ts';
import { hasPrivateShapes } from '../../canvas/private-shapes.ts';
import { countedBy, totalOf } from '../../facilitation/private-writing/counted.ts';
import { momentOf } from '../../facilitation/private-writing/moment.ts';
import { StartDialog } from '../../facilitation/private-writing/StartDialog.tsx';
import { useLateCards } from '../../facilitation/private-writing/use-late-cards.ts';
import { useWritingNews } from '../../facilitation/private-writing/use-writing-news.ts';
import { WritingBanner } from '../../facilitation/private-writing/WritingBanner.tsx';
import type { WritingPart } from '../../facilitation/private-writing/writing-text.ts';
import { variable } from '../../sync/observable.ts';
import type { OpenRoom } from '../../sync/open-room.ts';
import { useFocusKept } from '../../ui/use-focus-kept.ts';
import { useGiveUp } from '../../ui/use-give-up.ts';
import { boardPath } from '../paths.ts';
import { useAct } from '../use-act.ts';
import { PublishingBanner } from './PublishingBanner.tsx';

const partOf = (role: Role): WritingPart =>
  can(role, 'canFacilitate') ? 'leads' : can(role, 'canEdit') ? 'writes' : 'watches';

const uncounted = variable<PrivateCounts>({ counts: [], own: 0 });

interface PrivateWritingNewsProps {
  readonly room: OpenRoom | null;
  readonly session: Session;
  readonly board: Board;
  readonly role: Role;
}

/** Shows nothing. One for all rooms that a board is opened in, one after the other: a new room is no news. */
export function PrivateWritingNews({ room, session, board, role }: PrivateWritingNewsProps): null {
  const told = room?.privateCounts ?? uncounted;
  const { counts } = useSyncExternalStore(told.subscribe, told.get);
  useWritingNews({ moment: momentOf(session, board.id), part: partOf(role), total: totalOf(counts) });
  return null;
}

interface PrivateWritingProps {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly room: OpenRoom;
  readonly session: Session;
  readonly readOnly: boolean;
  readonly people: People;
  readonly editor: Parameters<typeof hasPrivateShapes>[0] | null;
  /** The server has everything, and is there. */
  readonly isSaved: boolean;
  /** Whether somebody is about to begin it. */
  readonly isStarting: boolean;
  readonly onStarted: () => void;
}

/** Private writing on an open board: the way to begin it, how it stands, and what came too late for it. */
export function PrivateWriting({ data, board, room, session, people, ...rest }: PrivateWritingProps) {
  const { readOnly, editor, isSaved, isStarting, onStarted } = rest;
  const { privateCounts } = room;
  const { counts, own } = useSyncExternalStore(privateCounts.subscribe, privateCounts.get);
  const counted = useMemo(() => countedBy(people, counts), [people, counts]);
  const part = partOf(data.me.role);
  const moment = momentOf(session, board.id);
  const isOff = moment.status === 'off';
  const late = useLateCards({
    ...{ own, isOver: isOff && !board.example, isCalm: isSaved },
    areThere: () => editor !== null && hasPrivateShapes(editor),
  });
  useFocusKept(late.count > 0 ? null : 'none');
  useFocusKept(part === 'leads' ? moment.status : null);
  const mayStart = isOff && !readOnly;
  useGiveUp(isStarting && !mayStart, onStarted);
  return (
    <>
      {moment.status !== 'off' && (
        <RevealingBanner {...{ data, board, moment, part, counted }} hasButton={session.run?.boardId !== board.id} />
      )}
      {late.count > 0 && (
        <PublishingBanner
          board={board}
          count={late.count}
          isAnonymous={session.anonymousBoards.includes(board.id)}
          mayPublish={!readOnly}
          onKeep={late.keep}
        />
      )}
      {isStarting && mayStart && <Starting {...{ data, board, session }} onClose={onStarted} />}
    </>
  );
}

interface StartingProps extends Pick<PrivateWritingProps, 'data' | 'board' | 'session'> {
  readonly onClose: () => void;
}

function Starting({ data, board, session, onClose }: StartingProps) {
  const { act, busy, failure } = useAct();
  const start = async (isAnonymous: boolean) => {
    const command = { type: 'private-writing.start', boardId: board.id, isAnonymous } as const;
    const answer = await act(() => sendCommand(data.workshop.id, command));
    if (answer.ok) onClose();
  };
  return (
    <StartDialog
      elsewhere={elsewhereIn(session, data)}
      busy={busy}
      failure={failure}
      onStart={(isAnonymous) => void start(isAnonymous)}
      onClose={onClose}
    />
  );
}

/** The other board of the workshop on which people write privately. */
function elsewhereIn({ privateWriting }: Session, { workshop, boards }: GetWorkshopResponse) {
  if (privateWriting === null) return null;
  const { boardId } = privateWriting;
  const title = boards.find(({ id }) => id === boardId)?.title ?? null;
  return { title, href: boardPath(workshop.id, boardId) };
}

interface RevealingBannerProps extends Omit<Parameters<typeof WritingBanner>[0], 'busy' | 'failure' | 'onReveal'> {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  /** A session has the next step at its own place, and there is one such button on a page. */
  readonly hasButton: boolean;
}

function RevealingBanner({ data, board, hasButton, ...banner }: RevealingBannerProps) {
  const { act, busy, failure } = useAct();
  const reveal = () => act(() => sendCommand(data.workshop.id, { type: 'private-writing.reveal', boardId: board.id }));
  const mayReveal = hasButton && banner.part === 'leads';
  return <WritingBanner {...banner} {...{ busy, failure }} onReveal={mayReveal ? () => void reveal() : undefined} />;
}
