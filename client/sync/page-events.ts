import type { Clock } from './clock.ts';

/** Where a page's events come in; its window. */
export type PageEvents = Pick<Window, 'addEventListener' | 'removeEventListener'>;

export interface PageListeners {
  readonly clock: Clock;
  /** The connection of the moment. */
  link(): { drop(): void; check(): void; retry(): void };
  /** The page may be gone in a moment. */
  leave(): void;
  /** Whether closing the page would lose something. */
  isWarning(): boolean;
}

/** Everybody behind one network comes back at the same moment: their tries are spread over this time. */
const returnMaxMs = 1_000;

/**
 * Lets a connection follow what the browser knows: the network has gone or come back, the computer has slept, the page is
 * being left.
 * @param page undefined for programs.
 * @returns stops that.
 */
export function listenToPage(page: PageEvents | undefined, listeners: PageListeners): () => void {
  if (page === undefined) return () => {};
  const { clock, link, leave, isWarning } = listeners;
  let cancel = () => {};
  const comeBack = () => {
    // A connection from before the sleep may look open and be long gone.
    link().check();
    cancel();
    cancel = clock.after(Math.random() * returnMaxMs, () => link().retry());
  };
  const warn = (event: Event) => {
    leave();
    if (isWarning()) event.preventDefault();
  };
  const handlers = {
    offline: () => link().drop(),
    online: comeBack,
    visibilitychange: comeBack,
    pageshow: comeBack,
    pagehide: leave,
    beforeunload: warn,
  };
  for (const [name, handle] of Object.entries(handlers)) page.addEventListener(name, handle);
  return () => {
    cancel();
    for (const [name, handle] of Object.entries(handlers)) page.removeEventListener(name, handle);
  };
}
