import { expect, type Page, test } from '@playwright/test';
import type { DisplayPage } from '../../client/export/display-list.ts';
import { inspectPdf } from '../unit/export/support/pdf-tools.ts';
import { type HarnessServer, serveHarness } from './pages-export/serve-harness.ts';

test.setTimeout(120_000);

let server: HarnessServer;
test.beforeAll(async () => {
  server = await serveHarness('pictures');
});
test.afterAll(() => server.close());

/** Pages of one line each; those without layers cannot be drawn. */
async function openPrint(page: Page, titles: readonly string[], broken: readonly string[] = []): Promise<void> {
  await page.goto(server.url);
  await page.waitForFunction(() => window.pictures !== undefined);
  const pages = titles.map((title) => ({
    ...{ part: title, title, sheet: { width: 841.89, height: 595.28 }, outline: [] },
    ...{ foot: { text: title, number: '' }, layers: broken.includes(title) ? null : [] },
  })) as unknown as DisplayPage[];
  await page.evaluate((shown) => window.pictures?.show({ kind: 'print', pages: shown, images: {} }), pages);
}
const viewOf = (page: Page) => page.getByRole('dialog', { name: 'Report' });

test('[PRN1] a page that cannot be drawn takes no other with it, and screen and paper say so', async ({ page }) => {
  await openPrint(page, ['Cover', 'Tree', 'Causes'], ['Tree']);
  const view = viewOf(page);
  await expect(view.getByRole('status')).toHaveText('Page 2 could not be drawn. The sheet in its place says so.');
  await expect(view.getByRole('button', { name: 'Print' })).toBeEnabled();
  await expect(view.getByRole('listitem')).toHaveCount(3);
  const { info, pages } = inspectPdf(await page.pdf({ preferCSSPageSize: true }));
  expect(info.get('Pages')).toBe('3');
  // The reader of the test leaves spaces out.
  const words = pages.map((text) => text.replace(/\s/g, ''));
  expect(words).toEqual(['Cover', 'Thispagecouldnotbedrawnhere:Tree', 'Causes']);
});

test('[PRN2] keys turn its pages wherever the focus is, and the bar stays', async ({ page }) => {
  await openPrint(page, ['Cover', 'Tree', 'Causes', 'Actors']);
  const view = viewOf(page);
  const print = view.getByRole('button', { name: 'Print' });
  await expect(print).toBeFocused();
  // The last of the pages comes a moment after the view.
  await expect(view.getByRole('listitem')).toHaveCount(4);
  await page.keyboard.press('End');
  await expect(view.getByRole('listitem').last()).toBeInViewport();
  await expect(print).toBeInViewport();
  await page.keyboard.press('Shift+Tab');
  await expect(view.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(view).toHaveCount(0);
});

test('[PRN3] on a phone both buttons share a row, large enough for a thumb, and nothing sticks out', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPrint(page, ['Cover', 'Tree'], ['Tree']);
  const view = viewOf(page);
  await expect(view.getByRole('listitem')).toHaveCount(2);
  const [close, print] = await Promise.all(
    ['Close', 'Print'].map((name) => view.getByRole('button', { name }).boundingBox()),
  );
  expect(close?.y).toBe(print?.y);
  expect(close?.height).toBeGreaterThanOrEqual(44);
  expect(print?.height).toBeGreaterThanOrEqual(44);
  expect(await view.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
});
