import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import type { Reacted } from '../../../../shared/protocol/messages.ts';
import type { PassingReaction } from '../../../facilitation/reactions/PassingReactions.tsx';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import type { Heard } from '../../../sync/heard.ts';
import { announce } from '../../../ui/announce.ts';
import { personName } from '../person-name.ts';

/** As long as one takes to rise. */
const passMs = 3_600;
/** Those of so long are told in one sentence. */
const gatherMs = 2_500;

/**
 * What others and oneself have just shown.
 * @param shownMax so many are seen at once
 */
export function usePassingReactions(
  room: Pick<Heard, 'roster' | 'onReaction'>,
  data: GetWorkshopResponse,
  shownMax: number,
): readonly PassingReaction[] {
  const t = useText();
  const [passing, setPassing] = useState<readonly PassingReaction[]>([]);
  const count = useRef(0);
  const toTell = useRef<string[]>([]);
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());

  const later = (call: () => void, delayMs: number) => {
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      call();
    }, delayMs);
    timers.current.add(timer);
  };
  const tell = () => {
    const told = toTell.current;
    toTell.current = [];
    const [only = ''] = told;
    announce(told.length === 1 ? only : t('reactions.several', { count: told.length }));
  };
  const show = useEffectEvent(({ participantId, reaction }: Reacted) => {
    count.current += 1;
    const id = count.current;
    const name = personName(participantId, room.roster.get(), data, t);
    setPassing((shown) => [...shown, { id, reaction, name }].slice(-shownMax));
    later(() => setPassing((shown) => shown.filter((other) => other.id !== id)), passMs);
    if (toTell.current.length === 0) later(tell, gatherMs);
    toTell.current.push(t('reactions.of', { name, what: t(`reactions.${reaction}`) }));
  });
  useEffect(() => {
    const waiting = timers.current;
    const stop = room.onReaction((reacted) => show(reacted));
    return () => {
      stop();
      for (const timer of waiting) clearTimeout(timer);
    };
  }, [room]);
  return passing;
}
