import { useEffect, useEffectEvent } from 'react';

/** Closes a question once somebody else was faster: it is not to come back when that is over. */
export function useGiveUp(isTooLate: boolean, close: () => void): void {
  const giveUp = useEffectEvent(close);
  useEffect(() => {
    if (isTooLate) giveUp();
  }, [isTooLate]);
}
