import type { CommentAnchor } from '../../../../shared/api/comments.ts';
import type { CommentId } from '../../../../shared/protocol/ids.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import styles from './CommentsDrawer.module.css';
import type { CommentsContext } from './focus.ts';
import { sayComment } from './say-comment.ts';
import { WriteComment } from './WriteComment.tsx';

interface NewThreadProps extends CommentsContext {
  readonly id: CommentId;
  readonly anchor: CommentAnchor;
  readonly onSaid: (id: CommentId) => void;
  readonly onGivenUp: () => void;
}

export function NewThread({ id, anchor, data, board, drafts, reload, onSaid, onGivenUp }: NewThreadProps) {
  const t = useText();
  return (
    <div className={styles.body}>
      <WriteComment
        data={data}
        {...{ drafts, anchor }}
        keepAs={`new ${id}`}
        isWanted
        label={t(anchor.shapeId === null ? 'comments.aboutPlace' : 'comments.aboutCard')}
        action={t('comments.say')}
        giveUp={{ label: t('comments.discard'), go: onGivenUp }}
        onSay={async (words) => {
          const said = await sayComment(board.id, { threadId: null, anchor, ...words });
          if (!said.ok) return said.failure;
          await reload();
          onSaid(words.id);
          return null;
        }}
      />
    </div>
  );
}
