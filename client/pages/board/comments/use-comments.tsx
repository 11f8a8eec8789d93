import { type ComponentProps, type ReactNode, Suspense, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { can } from '../../../../shared/access/capabilities.ts';
import type { Comment, CommentAnchor } from '../../../../shared/api/comments.ts';
import type { Board, GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import { onCommentRequest } from '../../../canvas/ui/comment-request.ts';
import type { OpenRoom } from '../../../sync/open-room.ts';
import { lazyPart } from '../../../ui/lazy-part.ts';
import { type Focus, newCommentId } from './focus.ts';
import { keepSeen, seenAtMs } from './seen.ts';
import { type Unread, unreadOf } from './unread.ts';
import { useLoadedComments } from './use-loaded-comments.ts';
import { takeWantedThread } from './wanted-thread.ts';

const CommentsOnCanvas = lazyPart(async () => ({
  default: (await import('./CommentsOnCanvas.tsx')).CommentsOnCanvas,
}));
const MentionNews = lazyPart(async () => ({ default: (await import('./MentionNews.tsx')).MentionNews }));
const CommentsDrawer = lazyPart(async () => ({ default: (await import('./CommentsDrawer.tsx')).CommentsDrawer }));

interface CommentsOptions {
  readonly room: OpenRoom;
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly editor: ComponentProps<typeof CommentsOnCanvas>['editor'] | null;
  readonly isOpen: boolean;
  /** Also while it is open. */
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

interface BoardComments {
  /** How many threads have something new in them. */
  readonly unread: number;
  /** Whether something new names this person. */
  readonly isMentioned: boolean;
  /** Tells this person that somebody names them. */
  readonly news: ReactNode;
  /** Pins, above the canvas. */
  readonly onCanvas: ReactNode;
  /** Null while it is closed. */
  readonly drawer: ReactNode;
}

/** What people say beside a board: pins where it belongs, and a drawer to read and answer. */
export function useComments(options: CommentsOptions): BoardComments {
  const { room, data, board, editor, isOpen, onOpen, onClose } = options;
  const { state, reload } = useLoadedComments(room, board);
  const comments = state.status === 'ready' ? state.comments : none;
  const unread = useUnread(comments, options);
  const [focus, setFocus] = useState<Focus>({ kind: 'all' });
  const show = (next: Focus) => {
    setFocus(next);
    onOpen();
  };
  const showWanted = useEffectEvent(() => {
    const id = takeWantedThread(board.id);
    if (id !== null) show({ kind: 'thread', id });
  });
  useEffect(() => showWanted(), []);
  const mayWrite = can(data.me.role, 'canEdit') && !board.example;
  const begin = useEffectEvent((anchor: CommentAnchor) => show({ kind: 'new', id: newCommentId(), anchor }));
  useEffect(
    () => (editor === null || !mayWrite ? undefined : onCommentRequest(editor, (anchor) => begin(anchor))),
    [editor, mayWrite],
  );
  return {
    unread: unread.threads.size,
    isMentioned: unread.mentions.size > 0,
    news: (
      <Suspense fallback={null}>
        <MentionNews
          {...{ state, data, roster: room.roster, openId: isOpen && focus.kind === 'thread' ? focus.id : null }}
          onOpen={(id) => show({ kind: 'thread', id })}
        />
      </Suspense>
    ),
    onCanvas: editor !== null && (
      <Suspense fallback={null}>
        <CommentsOnCanvas
          {...{ editor, data, board, comments, unread, mayWrite, focus: isOpen ? focus : null }}
          onFocus={show}
        />
      </Suspense>
    ),
    drawer: isOpen && (
      <Suspense fallback={null}>
        <CommentsDrawer
          {...{ data, board, editor, state, reload, focus, unread, mayWrite, onClose }}
          onFocus={setFocus}
        />
      </Suspense>
    ),
  };
}

const none: readonly Comment[] = [];

/** New is what others have said since the drawer was last left. */
function useUnread(comments: readonly Comment[], { data, board, isOpen }: CommentsOptions): Unread {
  const me = data.me.participant.id;
  const [seenMs, setSeenMs] = useState(() => seenAtMs(me, board.id));
  const newestMs = comments.reduce((newest, { createdAtMs }) => Math.max(newest, createdAtMs), 0);
  useEffect(() => {
    if (!isOpen || newestMs === 0) return;
    keepSeen(me, board.id, newestMs);
    return () => setSeenMs(newestMs);
  }, [isOpen, newestMs, me, board.id]);
  return useMemo(() => unreadOf(comments, me, seenMs), [comments, me, seenMs]);
}
