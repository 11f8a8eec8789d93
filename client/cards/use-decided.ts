import { useValue } from 'tldraw';
import type { Method } from './method.ts';

/**
 * Whether a decision was put down since a moment of the server's; one that it has not stamped yet was so just now.
 * @param method null until the board is there
 */
export function useDecided(method: Method | null, sinceMs: number): boolean {
  return useValue(
    'is decided',
    () =>
      method !== null &&
      [...method.view.get().cards.values()].some(
        ({ kind, createdAtMs }) => kind === 'decision' && (createdAtMs === null || createdAtMs >= sinceMs),
      ),
    [method, sinceMs],
  );
}
