import { useEffect, useEffectEvent, useRef } from 'react';
import { minuteMs } from '../../../shared/durations.ts';
import { leftMs, type Timer } from '../../../shared/session/timer.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { announce } from '../../ui/announce.ts';
import type { ServerClock } from '../clock/server-clock.ts';
import { chime } from './chime.ts';
import { soundWish } from './sound-wish.ts';
import { markBetween, type TimerMark } from './timer-news.ts';

const lookMs = 250;
/** Whoever comes back from a sleep hears of an end that was then, but is not startled by a sound. */
const soundWithinMs = 5_000;

/** What was said last on this page, and what was left then: a board that is opened anew says it once more to nobody. */
let told: { readonly state: string; readonly leftMs: number } | null = null;

/** Says how a timer goes: that it began, was paused and ended, and when five minutes, one and none are left. */
export function useTimerNews(timer: Timer | null, clock: ServerClock): void {
  const t = useText();
  const isFirst = useRef(true);
  // Every news of the session brings the timer along; only another timer is news.
  const state = timer === null ? null : JSON.stringify(timer);
  const left = useEffectEvent(() => (timer === null ? 0 : leftMs(timer, clock.nowMs())));
  const say = useEffectEvent((wasFirst: boolean) => {
    if (timer === null) return wasFirst ? undefined : announce(t('timer.stopped'));
    const minutes = Math.ceil(left() / minuteMs);
    if (minutes <= 0) announce(t('timer.over'));
    else announce(t(timer.status === 'paused' ? 'timer.pausedAt' : 'timer.left', { count: minutes }));
  });
  const sayMark = useEffectEvent((mark: TimerMark) => {
    // After a sleep it is less than the mark says.
    const minutes = Math.ceil(left() / minuteMs);
    announce(mark === 0 ? t('timer.over') : t('timer.left', { count: Math.max(1, minutes) }));
  });
  const isRunning = timer?.status === 'running';
  useEffect(() => {
    const wasFirst = isFirst.current;
    isFirst.current = false;
    if (state === null) return say(wasFirst);
    const look = () => {
      if (isRunning && clock.isInDoubt()) return;
      const [before, now] = [told, left()];
      told = { state, leftMs: now };
      if (before?.state !== state) return say(wasFirst);
      const mark = markBetween(before.leftMs, now);
      if (mark === null) return;
      sayMark(mark);
      if (mark === 0 && now > -soundWithinMs && soundWish.get()) chime();
    };
    look();
    // What is paused goes on in another state.
    if (!isRunning) return;
    const timer = setInterval(look, lookMs);
    return () => clearInterval(timer);
  }, [state, isRunning, clock]);
}
