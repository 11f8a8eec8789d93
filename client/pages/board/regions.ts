/** What the keyboard stops at; what is hidden or out of use has no box or is inert. */
const stops = 'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [tabindex="0"]';
const canvas = '.tl-container';
const layers = '[role="dialog"], [role="alertdialog"], [role="menu"]';

const firstStop = (region: Element): HTMLElement | undefined =>
  [...region.querySelectorAll<HTMLElement>(stops)].find(
    (element) => element.checkVisibility({ visibilityProperty: true }) && element.closest('[inert]') === null,
  );

/** On the canvas itself where it is what one sees: its tools come behind it. */
function enter(region: Element): boolean {
  const drawing = region.querySelector<HTMLElement>(canvas);
  const target = drawing !== null && drawing.closest('[inert]') === null ? drawing : firstStop(region);
  target?.focus();
  return target !== undefined && region.contains(document.activeElement);
}

/** From what stands before it to what the page is about. */
export const focusBoard = (page: Element): void => {
  const main = page.querySelector('main');
  if (main !== null) enter(main);
};

/** To the next part of a board's page, or the one before: bar, guide, canvas or table, drawer. Not out of a dialog. */
export function goToRegion(page: Element, step: 1 | -1): void {
  if (document.querySelector(layers) !== null) return;
  const bar = page.querySelector('header');
  const regions = [...(bar === null ? [] : [bar]), ...(page.querySelector('main')?.parentElement?.children ?? [])];
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  for (let tried = 1; tried <= regions.length; tried++) {
    const next = regions[(at + step * tried + regions.length * 2) % regions.length];
    if (next !== undefined && enter(next)) return;
  }
}
