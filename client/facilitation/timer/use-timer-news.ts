import { useEffect, useEffectEvent, useRef } from 'react';
import { leftMs, type Timer } from '../../../shared/session/timer.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { announce } from '../../ui/announce.ts';
import type { ServerClock } from '../clock/server-clock.ts';
import { chime } from './chime.ts';
import { soundWish } from './sound-wish.ts';
import { markBetween, type TimerMark } from './timer-news.ts';

const minuteMs = 60_000;
const lookMs = 250;
/** Whoever comes back from a sleep hears of an end that was then, but is not startled by a sound. */
const soundWithinMs = 5_000;

/** Says how a timer goes: that it began, was paused and ended, and when five minutes, one and none are left. */
export function useTimerNews(timer: Timer | null, clock: ServerClock): void {
  const t = useText();
  const isFirst = useRef(true);
  const sayBegun = useEffectEvent((running: Timer) => {
    const minutes = Math.max(1, Math.ceil(leftMs(running, clock.nowMs()) / minuteMs));
    announce(t(running.status === 'paused' ? 'timer.pausedAt' : 'timer.left', { count: minutes }));
  });
  const sayStopped = useEffectEvent(() => announce(t('timer.stopped')));
  const sayMark = useEffectEvent((mark: TimerMark) => {
    announce(mark === 0 ? t('timer.over') : t('timer.left', { count: mark / minuteMs }));
  });
  useEffect(() => {
    const wasFirst = isFirst.current;
    isFirst.current = false;
    if (timer !== null) sayBegun(timer);
    else if (!wasFirst) sayStopped();
    if (timer?.status !== 'running') return;
    let before = leftMs(timer, clock.nowMs());
    const look = setInterval(() => {
      const left = leftMs(timer, clock.nowMs());
      const mark = markBetween(before, left);
      before = left;
      if (mark === null) return;
      sayMark(mark);
      if (mark === 0 && left > -soundWithinMs && soundWish.get()) chime();
    }, lookMs);
    return () => clearInterval(look);
  }, [timer, clock]);
}
