import { useEffect, useEffectEvent } from 'react';
import { announce } from '../../ui/announce.ts';
import { isToldFirst } from '../board/attention/asked-before.ts';

/**
 * Said once each time that somebody asks, not with every change of what they ask.
 * @param sinceMs null while nobody does
 */
export function useSaid(what: Parameters<typeof isToldFirst>[0], sinceMs: number | null, text: string): void {
  const say = useEffectEvent(() => announce(text));
  useEffect(() => {
    if (sinceMs !== null && isToldFirst(what, sinceMs)) say();
  }, [what, sinceMs]);
}
