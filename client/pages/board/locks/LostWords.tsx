import { useEffect, useEffectEvent } from 'react';
import type { Notice } from '../../../../shared/protocol/messages.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { useFocusKept } from '../../../ui/use-focus-kept.ts';
import { noticeText } from '../notice-text.ts';
import styles from './LostWords.module.css';

/** What a notice says of a record that went back. */
export type LostRecord = Extract<Notice, { code: 'put-back' }>['records'][number];

interface LostWordsProps {
  /** In the order in which they went back. */
  readonly lost: readonly LostRecord[];
  readonly onForget: () => void;
}

/** Of a record that went back again, the newest are all of them. */
function wordsOf(lost: readonly LostRecord[]): string {
  const known = new Map<string, string>();
  for (const { id, words } of lost) if (words !== undefined) known.set(id, words);
  return [...known.values()].join('\n\n');
}

/** Words that the server put back, until whoever wrote them has no more use for them. */
export function LostWords({ lost, onForget }: LostWordsProps) {
  const t = useText();
  const text = wordsOf(lost);
  const isThere = text !== '';
  useFocusKept(isThere ? null : 'gone');
  const say = useEffectEvent(() => announce(`${t('locks.words')}. ${t('locks.wordsText')}`));
  useEffect(() => {
    if (isThere) say();
  }, [isThere]);
  if (!isThere) return null;
  return (
    <section className={styles.words} aria-label={t('locks.words')}>
      <div>
        <h2>{t('locks.words')}</h2>
        <p>
          {noticeText({ code: 'put-back', records: [...lost] }, t)} {t('locks.wordsText')}
        </p>
      </div>
      <blockquote>{text}</blockquote>
      <div className={styles.actions}>
        <CopyButton text={text} label={t('locks.copy')} />
        <Button onClick={onForget}>{t('common.close')}</Button>
      </div>
    </section>
  );
}
