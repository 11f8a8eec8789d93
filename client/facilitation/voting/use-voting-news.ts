import { useEffect, useEffectEvent, useRef } from 'react';
import type { VotingRound } from '../../../shared/session/voting.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { announce } from '../../ui/announce.ts';
import { newsBetween } from './moment.ts';

/** Says when a vote begins and when it is closed. Also how a page finds it. */
export function useVotingNews(round: VotingRound | null): void {
  const t = useText();
  const before = useRef<VotingRound | null>(null);
  const say = useEffectEvent((now: VotingRound | null) => {
    const { closed, begun } = newsBetween(before.current, now);
    before.current = now;
    if (closed !== null) announce(t('voting.saidClosed', { question: closed.question }));
    if (begun !== null) announce(t('voting.saidBegun', { question: begun.question }));
  });
  useEffect(() => say(round), [round]);
}
