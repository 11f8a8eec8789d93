import type { WorkshopId } from '../../shared/protocol/ids.ts';
import { workshopPath } from './paths.ts';

const storageKey = 'commonboard.wanted';

/** Where somebody wanted to go who has to join first; kept as long as this tab. */
export function keepWantedPlace(): void {
  try {
    sessionStorage.setItem(storageKey, `${location.pathname}${location.search}`);
  } catch {
    // Storage is switched off in this browser.
  }
}

/** Once: the place in this workshop that was wanted before. */
export function takeWantedPlace(id: WorkshopId): string | null {
  try {
    const wanted = sessionStorage.getItem(storageKey);
    sessionStorage.removeItem(storageKey);
    return wanted?.startsWith(`${workshopPath(id)}/`) === true ? wanted : null;
  } catch {
    return null;
  }
}
