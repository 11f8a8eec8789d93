import { useEffect, useEffectEvent, useRef } from 'react';
import { revealAfterMs } from '../../../shared/session/transition.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { announce } from '../../ui/announce.ts';
import { useToast } from '../../ui/toast.ts';
import { newsBetween, toBeRevealed, type WritingMoment, type WritingNews } from './moment.ts';
import { type WritingPart, writingText } from './writing-text.ts';

interface WritingNewsOptions {
  readonly moment: WritingMoment;
  readonly part: WritingPart;
  /** Cards of all organisations so far. */
  readonly total: number;
}

/** Says when private writing begins, that all is about to be revealed, and how much it was. Also how a page finds it. */
export function useWritingNews({ moment, part, total }: WritingNewsOptions): void {
  const t = useText();
  const toast = useToast();
  const before = useRef<WritingMoment>({ status: 'off' });
  const cards = useRef(0);
  const sayEnded = (count: number) =>
    toast((t) => (count === 0 ? t('privateWriting.ended') : t('privateWriting.revealed', { count })));
  const say = useEffectEvent((news: WritingNews) => {
    switch (news) {
      case 'begun': {
        const { title, text } = writingText(part, moment.status !== 'off' && moment.isAnonymous, t);
        return announce(`${part === 'watches' ? title : t('privateWriting.saidBegun')} ${text}`);
      }
      case 'revealing':
        return announce(t('privateWriting.saidRevealing', { count: revealAfterMs / 1_000 }));
      case 'ended':
        // The banner goes without a word, and what comes in its place comes all over the board.
        return sayEnded(cards.current);
    }
  });
  useEffect(() => {
    cards.current = toBeRevealed(cards.current, moment, total);
    const news = newsBetween(before.current, moment);
    before.current = moment;
    if (news !== null) say(news);
  }, [moment, total]);
}
