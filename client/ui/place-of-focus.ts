/** The first thing in it that takes the focus. */
export const controlIn = (element: Element | undefined): HTMLElement | null =>
  element?.querySelector<HTMLElement>('a[href], button, [tabindex="0"]') ?? null;

/** The innermost dialog, or the page itself. */
export const dialogOrPage = (): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('main, [role="dialog"]')].at(-1);

/**
 * Where somebody was, for after what they did may have taken it away: the row of a list that is there instead, else what
 * is around the list, else the innermost dialog or the page itself. Nothing scrolls to what is larger than the window.
 */
export function placeOf(element: Element | null): { readonly focus: () => void } {
  const row = element?.closest('li') ?? null;
  const list = row?.parentElement ?? null;
  const at = row === null || list === null ? -1 : [...list.children].indexOf(row);
  const around: Element[] = [];
  for (let outer = list?.closest('li, section'); outer != null; outer = outer.parentElement?.closest('li, section'))
    around.push(outer);
  return {
    focus: () => {
      if (element instanceof HTMLElement) element.focus();
      if (document.activeElement !== document.body) return;
      const rows = [...(list?.children ?? [])];
      const next = [rows[Math.min(at, rows.length - 1)], ...around]
        .filter((one) => one?.isConnected === true)
        .map(controlIn)
        .find((control) => control !== null);
      if (next !== undefined) next?.focus();
      else dialogOrPage()?.focus({ preventScroll: true });
    },
  };
}
