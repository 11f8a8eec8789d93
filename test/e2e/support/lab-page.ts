import { expect, type Page, test } from '@playwright/test';
import { serveCanvasPage } from '../pages-canvas/serve.ts';

/**
 * Serves the page with the editors to the tests of a file, and opens it anew for each: tldraw leaves work for later frames
 * behind. A test in which the page reports an error fails.
 * @returns gives the page of the test that runs.
 */
export function openLab(): () => Page {
  let pages: Awaited<ReturnType<typeof serveCanvasPage>>;
  let page: Page;
  const faults: string[] = [];

  test.beforeAll(async ({ browser }) => {
    pages = await serveCanvasPage('lab.html');
    page = await browser.newPage();
    page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
  });
  test.beforeEach(async () => {
    await page.goto(`${pages.url}lab.html`);
    await page.waitForFunction(() => 'lab' in window);
  });
  test.afterAll(async () => {
    await page?.close();
    await pages?.close();
  });
  test.afterEach(() => {
    expect(faults.splice(0)).toEqual([]);
  });
  return () => page;
}
