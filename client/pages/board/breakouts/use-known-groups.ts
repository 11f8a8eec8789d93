import { useEffect, useEffectEvent } from 'react';
import type { GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import type { Breakout } from '../../../../shared/session/breakouts.ts';

/** Forty browsers that hear of new boards do not all ask in the same moment. */
const spreadMs = 1_200;

/** Asks for the boards of groups that were made a moment ago. @returns whether all of them are known */
export function useKnownGroups(
  { boards }: GetWorkshopResponse,
  breakout: Breakout | null,
  onStale: () => Promise<void>,
): boolean {
  const isKnown = breakout?.groups.every(({ boardId }) => boards.some(({ id }) => id === boardId)) ?? true;
  const unknown = isKnown ? null : (breakout?.id ?? null);
  const refresh = useEffectEvent(() => void onStale());
  useEffect(() => {
    if (unknown === null) return;
    const timer = setTimeout(refresh, Math.random() * spreadMs);
    return () => clearTimeout(timer);
  }, [unknown]);
  return isKnown;
}
