import { expect, type Page } from '@playwright/test';

/** Runs in a page from its beginning. Gathers what a screen reader would say by itself, in the order of saying. */
function gather(): void {
  const implicit: Readonly<Record<string, string>> = { status: 'polite', log: 'polite', alert: 'assertive' };
  const spoken: string[] = [];
  Object.assign(window, { spoken });
  const liveOf = (element: Element): string | undefined =>
    element.getAttribute('aria-live') ?? implicit[element.getAttribute('role') ?? ''];
  /** The region that a change is in, where it is said; what comes together with its region is heard by few, but for alerts. */
  const regionOf = (changed: Element, isNew: boolean): Element | null => {
    for (let at: Element | null = changed; at !== null; at = at.parentElement) {
      const live = liveOf(at);
      if (live === undefined) continue;
      const isTold = live !== 'off' && at.closest('[aria-hidden="true"]') === null;
      return isTold && (at !== changed || !isNew || at.getAttribute('role') === 'alert') ? at : null;
    }
    return null;
  };
  const say = (node: Node, isNew: boolean): void => {
    const element = node instanceof Element ? node : node.parentElement;
    const text = node.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    if (element !== null && text !== '' && regionOf(element, isNew && node instanceof Element) !== null)
      spoken.push(text);
  };
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'characterData') say(target, false);
      for (const node of addedNodes) say(node, true);
    }
  }).observe(document, { childList: true, characterData: true, subtree: true });
}

/** Listens to a page. Call before it is opened. */
export const listen = async (page: Page): Promise<void> => void (await page.addInitScript(gather));

/** What has been said since this page was loaded. */
export const heard = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [...(window as unknown as { spoken: string[] }).spoken]);

/** Waits until something has been said. @param words of one announcement, or what one matches */
export const hears = (page: Page, words: string | RegExp): Promise<void> =>
  expect.poll(() => heard(page), { timeout: 30_000 }).toContainEqual(expect.stringMatching(words));
