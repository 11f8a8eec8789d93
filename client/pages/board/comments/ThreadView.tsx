import { ArrowCounterClockwiseIcon } from '@phosphor-icons/react/dist/csr/ArrowCounterClockwise';
import { CheckIcon } from '@phosphor-icons/react/dist/csr/Check';
import { PencilSimpleIcon } from '@phosphor-icons/react/dist/csr/PencilSimple';
import { TrashIcon } from '@phosphor-icons/react/dist/csr/Trash';
import { useState } from 'react';
import { can } from '../../../../shared/access/capabilities.ts';
import type { Comment } from '../../../../shared/api/comments.ts';
import type { CommentId } from '../../../../shared/protocol/ids.ts';
import type { Answer, Failure } from '../../../api/call.ts';
import { deleteComment, updateComment } from '../../../api/comments.ts';
import { formatMoment } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { Menu, MenuItem } from '../../../ui/Menu.tsx';
import styles from './CommentsDrawer.module.css';
import { isBegunAt } from './comment-drafts.ts';
import type { CommentsContext } from './focus.ts';
import { Said } from './Said.tsx';
import { sayComment } from './say-comment.ts';
import type { Thread } from './threads.ts';
import { WriteComment } from './WriteComment.tsx';

interface ThreadViewProps extends CommentsContext {
  readonly thread: Thread;
  /** The thread is not there any more. */
  readonly onGone: () => void;
}

/** A thread to read, answer and settle. */
export function ThreadView({ thread: { first, answers }, ...props }: ThreadViewProps) {
  const { data, board, drafts, reload, mayWrite, onGone } = props;
  const { t, language } = useLanguage();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const [editing, setEditing] = useState<CommentId | null>(
    // What somebody was putting into other words is open as they left it.
    () => [first, ...answers].find(({ id }) => isBegunAt(drafts.all.get(), `edit ${id}`))?.id ?? null,
  );
  const act = async (call: Promise<Answer<unknown>>): Promise<Failure | null> => {
    setBusy(true);
    const answer = await call;
    if (answer.ok) await reload();
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    return answer.ok ? null : answer.failure;
  };
  const remove = async (id: CommentId) => {
    const failed = await act(deleteComment(board.id, id));
    if (failed === null && id === first.id) onGone();
  };
  const said = (comment: Comment) => (
    <li key={comment.id}>
      {editing === comment.id ? (
        <WriteComment
          {...{ data, drafts }}
          keepAs={`edit ${comment.id}`}
          label={t('comments.edit')}
          action={t('comments.keep')}
          initial={comment}
          isWanted
          giveUp={{ label: t('common.cancel'), go: () => setEditing(null) }}
          onSay={async ({ text, mentions }) => {
            const failed = await act(updateComment(board.id, comment.id, { text, mentions }));
            if (failed === null) setEditing(null);
            return failed;
          }}
        />
      ) : (
        <>
          <Said comment={comment} data={data} />
          {mayWrite && (
            <CommentMenu
              isOwn={comment.authorId === data.me.participant.id}
              mayRemove={comment.authorId === data.me.participant.id || can(data.me.role, 'canFacilitate')}
              onEdit={() => setEditing(comment.id)}
              onRemove={() => void remove(comment.id)}
            />
          )}
        </>
      )}
    </li>
  );
  const settledBy = data.people.find(({ id }) => id === first.resolved?.by)?.name ?? t('comments.nobody');
  return (
    <div className={styles.body}>
      <ol className={styles.said}>{[first, ...answers].map(said)}</ol>
      <div role="status" className={styles.settled}>
        {first.resolved !== null &&
          t('comments.settledBy', {
            name: settledBy,
            when: formatMoment(first.resolved.atMs, Date.now(), language),
          })}
      </div>
      <FailureNote failure={failure} />
      {mayWrite && (
        <>
          <WriteComment
            {...{ data, drafts }}
            keepAs={`answer ${first.id}`}
            label={t('comments.answer')}
            action={t('comments.send')}
            onSay={(words) => act(sayComment(board.id, { threadId: first.id, anchor: null, ...words }))}
          />
          <Button
            look="line"
            busy={busy}
            onClick={() => void act(updateComment(board.id, first.id, { resolved: first.resolved === null }))}
          >
            {first.resolved === null ? (
              <CheckIcon aria-hidden="true" />
            ) : (
              <ArrowCounterClockwiseIcon aria-hidden="true" />
            )}
            {t(first.resolved === null ? 'comments.settle' : 'comments.reopen')}
          </Button>
        </>
      )}
    </div>
  );
}

interface CommentMenuProps {
  readonly isOwn: boolean;
  readonly mayRemove: boolean;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function CommentMenu({ isOwn, mayRemove, onEdit, onRemove }: CommentMenuProps) {
  const { t } = useLanguage();
  if (!mayRemove) return null;
  return (
    <Menu label={t('comments.more')}>
      {isOwn && (
        <MenuItem icon={<PencilSimpleIcon aria-hidden="true" />} onSelect={onEdit}>
          {t('comments.edit')}
        </MenuItem>
      )}
      <MenuItem icon={<TrashIcon aria-hidden="true" />} danger onSelect={onRemove}>
        {t('comments.remove')}
      </MenuItem>
    </Menu>
  );
}
