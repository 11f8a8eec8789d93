import { useMemo } from 'react';
import type { GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import { formatMoment } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';
import { Stamp } from '../../../ui/Stamp.tsx';
import { stampsOf } from '../../../ui/stamps.ts';
import styles from './CommentsDrawer.module.css';
import type { Thread } from './threads.ts';

interface ThreadRowProps {
  readonly thread: Thread;
  readonly data: GetWorkshopResponse;
  readonly isNew: boolean;
  /** Something in it was begun and is not said. */
  readonly isBegun: boolean;
  readonly onOpen: () => void;
}

/** One thread in the list: who began it, its first words, how much was answered. */
export function ThreadRow({ thread: { first, answers, lastAtMs }, data, isNew, isBegun, onOpen }: ThreadRowProps) {
  const { t, language } = useLanguage();
  const stamps = useMemo(() => stampsOf(data.organisations), [data.organisations]);
  const author = data.people.find(({ id }) => id === first.authorId);
  const mark = author && stamps.get(author.organisationId);
  return (
    <li>
      <button type="button" className={styles.row} data-new={isNew || undefined} onClick={onOpen}>
        {mark && <Stamp mark={mark} decorative />}
        <span>
          <span className={styles.by}>
            <b>{author?.name ?? t('comments.nobody')}</b>
            <time dateTime={new Date(lastAtMs).toISOString()}>{formatMoment(lastAtMs, Date.now(), language)}</time>
          </span>
          <span className={styles.excerpt}>{first.text}</span>
          {isBegun && <span className={styles.unsaid}>{t('comments.unsaid')}</span>}
          {answers.length > 0 && (
            <span className={styles.count}>{t('comments.answers', { count: answers.length })}</span>
          )}
        </span>
        {isNew && <span className="visually-hidden">{t('comments.isNew')}</span>}
      </button>
    </li>
  );
}
