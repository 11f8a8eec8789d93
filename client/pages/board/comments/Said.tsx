import { useMemo } from 'react';
import type { Comment } from '../../../../shared/api/comments.ts';
import type { GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import { formatMoment } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';
import { Stamp } from '../../../ui/Stamp.tsx';
import { stampsOf } from '../../../ui/stamps.ts';
import styles from './CommentsDrawer.module.css';
import { piecesOf } from './threads.ts';

/** Who said a comment, when, and its words with those it names marked. */
export function Said({ comment, data }: { readonly comment: Comment; readonly data: GetWorkshopResponse }) {
  const { t, language } = useLanguage();
  const stamps = useMemo(() => stampsOf(data.organisations), [data.organisations]);
  const author = data.people.find(({ id }) => id === comment.authorId);
  const mark = author && stamps.get(author.organisationId);
  const named = data.people.filter(({ id }) => comment.mentions.includes(id)).map(({ name }) => name);
  return (
    <>
      <p className={styles.by}>
        {mark && <Stamp mark={mark} />}
        <b>{author?.name ?? t('comments.nobody')}</b>
        <time dateTime={new Date(comment.createdAtMs).toISOString()}>
          {formatMoment(comment.createdAtMs, Date.now(), language)}
          {comment.editedAtMs !== null && ` · ${t('comments.edited')}`}
        </time>
      </p>
      <p className={styles.words}>
        {piecesOf(comment.text, named).map(({ text, isMention }, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name
          isMention ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
        )}
      </p>
    </>
  );
}
