import { useEffect, useEffectEvent, useState } from 'react';

/** What was just revealed is counted as one's own for a moment longer; what is left after a gap is told a moment later. */
const settleMs = 1_500;

interface LateCardsOptions {
  /** How many of one's own nobody else sees, as the server told last. */
  readonly own: number;
  /** Whether private writing is over on this board. */
  readonly isOver: boolean;
  /** Whether the server has everything and is there to tell: what it told before a gap may be old. */
  readonly isCalm: boolean;
  /** Whether there is anything on the canvas that nobody else sees. */
  areThere(): boolean;
}

/**
 * Cards of one's own that nobody else sees though nobody writes privately any more.
 * @returns `count` 0 while there is nothing to say of them, also once they are to be kept; what comes on top is news
 */
export function useLateCards({ own, isOver, isCalm, areThere }: LateCardsOptions) {
  const [isSettled, setSettled] = useState(false);
  const [kept, setKept] = useState(0);
  const areLate = isOver && own > 0;
  const look = useEffectEvent(() => {
    if (areThere()) setSettled(true);
  });
  const isWaiting = areLate && isCalm && !isSettled;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => look(), settleMs);
    return () => clearInterval(timer);
  }, [isWaiting]);
  if (!areLate && isSettled) setSettled(false);
  // Without the server the count is 0, and a moment longer until it tells anew: neither is a card less.
  const isLess = isCalm && own < kept;
  useEffect(() => {
    if (!isLess) return;
    const timer = setTimeout(() => setKept(own), settleMs);
    return () => clearTimeout(timer);
  }, [isLess, own]);
  return { count: areLate && isSettled && own > kept ? own : 0, keep: () => setKept(own) };
}
