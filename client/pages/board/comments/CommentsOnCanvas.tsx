import { type ComponentProps, useMemo, useSyncExternalStore } from 'react';
import type { Comment } from '../../../../shared/api/comments.ts';
import type { Board, GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import { CommentPins, type Pin, PlaceComment } from '../../../canvas/comments/CommentPins.tsx';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { commentDraftsOf, newThreadsOf } from './comment-drafts.ts';
import { type Focus, newCommentId } from './focus.ts';
import { threadsOf } from './threads.ts';
import type { Unread } from './unread.ts';

interface CommentsOnCanvasProps {
  readonly editor: ComponentProps<typeof CommentPins>['editor'];
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly comments: readonly Comment[];
  readonly unread: Unread;
  readonly mayWrite: boolean;
  /** Null while the drawer is closed. */
  readonly focus: Focus | null;
  readonly onFocus: (focus: Focus) => void;
}

/** Where open threads hang, and those that this person has begun; one that is settled only while it is read. */
export function CommentsOnCanvas(props: CommentsOnCanvasProps) {
  const { editor, data, board, comments, unread, mayWrite, focus, onFocus } = props;
  const t = useText();
  const drafts = commentDraftsOf(data.me.participant.id, board.id);
  const unsaid = useSyncExternalStore(drafts.all.subscribe, drafts.all.get);
  const openId = focus?.kind === 'thread' || focus?.kind === 'new' ? focus.id : null;
  const pins = useMemo(() => {
    const names = new Map(data.people.map(({ id, name }) => [id, name]));
    return threadsOf(comments).flatMap(({ first, answers }): Pin[] => {
      if (first.anchor === null || (first.resolved !== null && first.id !== openId)) return [];
      const { id, anchor } = first;
      const pin = t('comments.pin', { name: names.get(first.authorId) ?? '', count: answers.length });
      const look = unread.mentions.has(id) ? 'mention' : unread.threads.has(id) ? 'new' : 'plain';
      const label = look === 'mention' ? t('comments.pinMention', { pin }) : pin;
      return [{ id, anchor, label, count: answers.length + 1, look }];
    });
  }, [comments, unread, openId, data.people, t]);
  const begun = useMemo(
    () =>
      (mayWrite ? newThreadsOf(unsaid) : []).map(
        ({ id, anchor }): Pin => ({ id, anchor, label: t('comments.pinUnsaid'), count: 1, look: 'begun' }),
      ),
    [unsaid, mayWrite, t],
  );
  const all = useMemo(() => [...pins, ...begun], [pins, begun]);
  const open = (id: Pin['id']) => {
    const draft = begun.find((pin) => pin.id === id);
    onFocus(draft === undefined ? { kind: 'thread', id } : { kind: 'new', id, anchor: draft.anchor });
  };
  return (
    <>
      <CommentPins editor={editor} pins={all} openId={openId} onOpen={open} />
      {focus?.kind === 'placing' && (
        <PlaceComment
          editor={editor}
          label={t('comments.place')}
          onPlace={(anchor) => onFocus({ kind: 'new', id: newCommentId(), anchor })}
          onCancel={() => onFocus({ kind: 'all' })}
        />
      )}
    </>
  );
}
