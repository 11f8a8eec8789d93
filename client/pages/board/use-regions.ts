import { type RefObject, useEffect } from 'react';

/** Nobody needs it before they press a key. */
const load = () => import('./regions.ts');

/** F6 goes round the parts of the board's page. @returns what leads to the board itself */
export function useRegions(page: RefObject<HTMLElement | null>): () => void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const element = page.current;
      if (event.key !== 'F6' || element === null) return;
      event.preventDefault();
      void load().then(({ goToRegion }) => goToRegion(element, event.shiftKey ? -1 : 1));
    };
    // Before the canvas and the drawers, which keep keys to themselves.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [page]);
  return () => void load().then(({ focusBoard }) => page.current !== null && focusBoard(page.current));
}
