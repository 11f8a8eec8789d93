import { type ComponentProps, useMemo } from 'react';
import type { Comment } from '../../../../shared/api/comments.ts';
import type { GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import { CommentPins, type Pin, PlaceComment } from '../../../canvas/comments/CommentPins.tsx';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { type Focus, newCommentId } from './focus.ts';
import { threadsOf } from './threads.ts';
import type { Unread } from './unread.ts';

interface CommentsOnCanvasProps {
  readonly editor: ComponentProps<typeof CommentPins>['editor'];
  readonly data: GetWorkshopResponse;
  readonly comments: readonly Comment[];
  readonly unread: Unread;
  /** Null while the drawer is closed. */
  readonly focus: Focus | null;
  readonly onFocus: (focus: Focus) => void;
}

/** Where open threads hang; one that is settled only while it is read. */
export function CommentsOnCanvas({ editor, data, comments, unread, focus, onFocus }: CommentsOnCanvasProps) {
  const t = useText();
  const openId = focus?.kind === 'thread' ? focus.id : null;
  const pins = useMemo(() => {
    const names = new Map(data.people.map(({ id, name }) => [id, name]));
    return threadsOf(comments).flatMap(({ first, answers }): Pin[] => {
      if (first.anchor === null || (first.resolved !== null && first.id !== openId)) return [];
      const label = t('comments.pin', { name: names.get(first.authorId) ?? '', count: answers.length });
      const { id, anchor } = first;
      return [{ id, anchor, label, count: answers.length + 1, isNew: unread.threads.has(id) }];
    });
  }, [comments, unread, openId, data.people, t]);
  return (
    <>
      <CommentPins editor={editor} pins={pins} openId={openId} onOpen={(id) => onFocus({ kind: 'thread', id })} />
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
