import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { controlIn, dialogOrPage } from './place-of-focus.ts';

const rowsOf = (list: Element | null): readonly Element[] => (list === null ? [] : [...list.querySelectorAll('li')]);

/**
 * A row that has the focus goes with what is done in it: the keyboard then goes on in the row that takes its place, at the
 * first thing there, for a second press of the key must not do the same to another row. Else it goes on at what is named
 * for it, else at the innermost dialog or the page itself; never at the page's top. To be used in what draws the rows and
 * stays when the last one is gone.
 * @param heading where there is no row to go on at
 * @returns for the element whose `li` are the rows; what else is pressed in it goes on at the first of them
 */
export function useFocusInList<List extends Element>(heading?: RefObject<HTMLElement | null>): RefObject<List | null> {
  const list = useRef<List>(null);
  const last = useRef<{ readonly element: Element; readonly at: number } | null>(null);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      const element = target instanceof Element ? target : null;
      const isInside = element !== null && list.current?.contains(element) === true;
      const row = element?.closest('li') ?? null;
      const at = row === null ? 0 : Math.max(0, rowsOf(list.current).indexOf(row));
      last.current = isInside ? { element, at } : null;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  // Before anything else looks for the focus that is gone, as a dialog does.
  useLayoutEffect(() => {
    const was = last.current;
    if (was === null || was.element.isConnected) return;
    last.current = null;
    if (document.activeElement !== document.body) return;
    const rows = rowsOf(list.current);
    const next = controlIn(rows[Math.min(was.at, rows.length - 1)]);
    (next ?? heading?.current ?? dialogOrPage())?.focus();
  });
  return list;
}
