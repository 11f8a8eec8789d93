import { useEffect, useRef } from 'react';

/**
 * What has the focus may be gone with the next moment: the keyboard then goes on at the board, not at the page's top.
 * @param state another one is another moment; null for those whose focus never was on what goes
 */
export function useFocusKept(state: string | null): void {
  const known = useRef(state);
  useEffect(() => {
    if (known.current === state) return;
    known.current = state;
    if (state !== null && document.activeElement === document.body) document.querySelector('main')?.focus();
  }, [state]);
}
