import { expect, type Page, test } from '@playwright/test';
import type { Editor } from 'tldraw';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { goTo } from './support/cards.ts';
import { editorOf } from './support/editor.ts';
import { arrive, boardIsThere, isSaved, joinByLink } from './support/person.ts';
import { openAs, readyBoard } from './support/ready-board.ts';
import { leave, meet, place } from './support/two-people.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server.stop());

const bar = (page: Page) => page.getByRole('banner');

/** With the three dots of the bar. */
async function more(page: Page, entry: string): Promise<void> {
  await bar(page).getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: entry, exact: true }).click();
}

/** The name of the frame in view, as the list of frames shows it. */
const frameInView = (page: Page) =>
  page.getByRole('navigation', { name: 'Frames of this board' }).getByTitle('Frames of this board');

const pasted = 'Cause\tNote\nShops order too much\tEvery Monday\nFridges are full\t';

test('[TOL30] a link to a frame leads there, also for a guest who joins first, and one that is gone to the whole board, and says so', async ({
  browser,
}) => {
  const { fatima, anna, board } = await meet(browser, server.address);
  const { page } = fatima;
  await page.locator('.tl-container').focus();
  await page.keyboard.press('PageDown');
  await expect(frameInView(page)).toHaveText('2 The tree');
  await expect(page.getByRole('status').filter({ hasText: /^2 The tree, 2 of \d$/ })).toBeAttached();
  await more(page, 'Copy link to this frame');
  await expect(page.getByText('Link copied. It leads to this frame.').first()).toBeVisible();
  const toFrame = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(toFrame).searchParams.get('frame')).toMatch(/tree/);

  await anna.page.goto(toFrame);
  await boardIsThere(anna.page);
  await expect(frameInView(anna.page)).toHaveText('2 The tree');

  const rik = await arrive(browser, server.address, { expected: /401/ });
  await rik.page.goto(toFrame);
  await expect(rik.page.getByRole('heading', { level: 1 })).toBeVisible();
  await joinByLink(rik.page, board.link, 'Rik', 'De Schakel Food Aid');
  await boardIsThere(rik.page);
  await expect(frameInView(rik.page)).toHaveText('2 The tree');

  await rik.page.goto(toFrame.replace(/frame=.*/, 'frame=gone'));
  await boardIsThere(rik.page);
  await expect(rik.page.getByText('The frame of this link is no longer there.').first()).toBeVisible();
  const editor = await editorOf(rik.page);
  const seesAll = await editor.evaluate((editor) => {
    const { currentPageBounds, view } = {
      currentPageBounds: (editor as unknown as Editor).getCurrentPageBounds(),
      view: (editor as unknown as Editor).getViewportPageBounds(),
    };
    return currentPageBounds !== undefined && view.w >= currentPageBounds.w * 0.99;
  });
  expect(seesAll).toBe(true);
  await leave(fatima, anna, rik);
});

test('[TOL50] others see where somebody points, in the colour of their organisation, and cursors can be hidden', async ({
  browser,
}) => {
  const { fatima, anna } = await meet(browser, server.address);
  const cursor = fatima.page.locator('[data-cursor]').filter({ hasText: 'Anna' });
  await anna.page.mouse.move(500, 400);
  await anna.page.mouse.move(520, 410);
  await expect(cursor).toBeVisible();
  await anna.page.locator('.tl-container').focus();
  await anna.page.keyboard.press('k');
  await anna.page.mouse.down();
  await anna.page.mouse.move(600, 450, { steps: 5 });
  const trail = fatima.page.locator('[data-pointing]');
  await expect(trail).toHaveCount(1);
  // Both want less motion: one dot, where she points.
  await expect(trail.locator('circle')).toHaveCount(1);
  await expect(trail).toHaveAttribute('fill', /--org-\d/);
  await fatima.page.screenshot({ path: 'test-results/tools-laser.png' });
  await fatima.page.emulateMedia({ reducedMotion: 'no-preference' });
  await anna.page.mouse.move(760, 520, { steps: 12 });
  await expect.poll(() => trail.locator('line').count()).toBeGreaterThan(1);
  await anna.page.mouse.up();
  await expect(trail).toHaveCount(0);
  await anna.page.keyboard.press('v');

  await more(fatima.page, 'Hide others’ cursors');
  await anna.page.mouse.move(400, 400);
  await expect(cursor).toBeHidden();
  await fatima.page.reload();
  await boardIsThere(fatima.page);
  await anna.page.mouse.move(450, 420);
  await expect(cursor).toBeAttached();
  await expect(cursor).toBeHidden();
  await more(fatima.page, 'Show others’ cursors');
  await expect(cursor).toBeVisible();
  await leave(fatima, anna);
});

test('[TOL60] rows of a spreadsheet become cards of the frame in view, or one text, as one chooses', async ({
  browser,
}) => {
  const { fatima, anna } = await meet(browser, server.address);
  const { page } = fatima;
  await page.locator('.tl-container').focus();
  await page.keyboard.press('PageDown');
  await expect(frameInView(page)).toHaveText('2 The tree');
  await page.evaluate((text) => navigator.clipboard.writeText(text), pasted);
  await page.keyboard.press('Control+v');
  const dialog = page.getByRole('dialog', { name: '3 rows from a spreadsheet' });
  await dialog.getByLabel('Kind of card').selectOption({ label: 'Cause' });
  await page.screenshot({ path: 'test-results/tools-sheet.png' });
  await dialog.getByRole('button', { name: 'Make 2 cards …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Add 2 cards' }).click();
  const card = (whose: Page, words: string) =>
    whose.locator('.tl-canvas [data-shape-type="card"]').filter({ hasText: words });
  await expect(card(page, 'Shops order too much')).toBeVisible();
  await expect(card(page, 'Fridges are full')).toBeVisible();
  await isSaved(page);
  await page.keyboard.press('Control+z');
  await expect(card(page, 'Fridges are full')).toHaveCount(0);

  await page.keyboard.press('Control+v');
  await page.getByRole('dialog').getByRole('button', { name: 'As one text' }).click();
  await expect(
    page.locator('.tl-canvas [data-shape-type="text"]').filter({ hasText: 'Fridges are full' }),
  ).toBeVisible();
  // Spreadsheets bring a picture of their cells along; nobody wants that instead.
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'One\nTwo\n');
    data.setData('text/html', '<table><tr><td>One</td></tr><tr><td>Two</td></tr></table>');
    data.items.add(new File([new Uint8Array(8)], 'cells.png', { type: 'image/png' }));
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(page.getByRole('dialog', { name: '2 rows from a spreadsheet' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.locator('.tl-container').focus();
  // What is no table is never asked about.
  await page.evaluate(() => navigator.clipboard.writeText('Two lines\nof one thought'));
  await page.keyboard.press('Control+v');
  await expect(page.locator('.tl-canvas [data-shape-type="text"]').filter({ hasText: 'of one thought' })).toBeVisible();
  await leave(fatima, anna);
});

test('[TOL61] Paste of the menu takes rows and pictures like the keys, rows without a connection too', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'blank', 'Pasting');
  // A face of the text that nobody has had yet does not come either.
  const expected = /ERR_INTERNET_DISCONNECTED|NetworkError/;
  const person = await arrive(browser, server.address, { expected });
  const { page, context } = person;
  const asksComes = page.waitForResponse(/\/ahead-[^/]*\.js$/);
  await openAs(person, server.address, board, 'Fatima');
  await boardIsThere(page);
  // By itself, once the board is at rest.
  await asksComes;
  await page.evaluate(async (rows) => {
    const cell = document.createElement('canvas');
    [cell.width, cell.height] = [40, 30];
    const picture = await new Promise<Blob | null>((resolve) => cell.toBlob(resolve, 'image/png'));
    if (picture === null) throw new Error('no picture');
    // As a spreadsheet puts it there, with a picture of its cells.
    const html = new Blob(['<table><tr><td>Cause</td></tr></table>'], { type: 'text/html' });
    const text = new Blob([rows], { type: 'text/plain' });
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/plain': text, 'text/html': html, 'image/png': picture }),
    ]);
  }, pasted);
  const paste = async () => {
    await page.locator('.tl-canvas').click({ button: 'right', position: { x: 700, y: 300 } });
    await page.getByRole('menuitem', { name: 'Paste' }).click();
  };
  await context.setOffline(true);
  await paste();
  const dialog = page.getByRole('dialog', { name: /rows? from a spreadsheet/ });
  await dialog.getByRole('button', { name: 'As one text' }).click();
  await expect(page.locator('.tl-canvas [data-shape-type="text"]').filter({ hasText: 'Fridges' })).toBeVisible();
  await context.setOffline(false);
  await page.evaluate(async () => {
    const cell = document.createElement('canvas');
    [cell.width, cell.height] = [400, 300];
    const picture = await new Promise<Blob | null>((resolve) => cell.toBlob(resolve, 'image/png'));
    if (picture !== null) await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
  });
  await paste();
  await expect(page.locator('.tl-shape[data-shape-type="image"]')).toBeVisible();
  await isSaved(page);
  expect(person.complaints).toEqual([]);
  await context.close();
});

test('[TOL62] what is pasted first is put on the board as it was when it was pasted, however late what reads it comes', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'blank', 'Pasting');
  const person = await arrive(browser, server.address);
  const { page, context } = person;
  // As a browser that shows a page its clipboard in the event alone.
  await page.addInitScript(() => Object.defineProperty(Clipboard.prototype, 'read', { value: undefined }));
  let comes = () => {};
  const mayCome = new Promise<void>((resolve) => {
    comes = resolve;
  });
  await page.route(/\/ahead-[^/]*\.js$/, async (route) => {
    await mayCome;
    await route.continue();
  });
  const asks = page.waitForRequest(/\/ahead-[^/]*\.js$/);
  await openAs(person, server.address, board, 'Fatima');
  await boardIsThere(page);
  const paste = async (words: string) => {
    await page.evaluate((text) => navigator.clipboard.writeText(text), words);
    await page.locator('.tl-container').focus();
    await page.keyboard.press('Control+v');
  };
  const texts = page.locator('.tl-canvas [data-shape-type="text"]');
  await paste('The well is dry');
  await paste('https://example.org/wells');
  await page.evaluate(() => navigator.clipboard.writeText('Something else'));
  await asks;
  await expect(texts).toHaveCount(0);
  comes();
  await expect(texts.filter({ hasText: 'https://example.org/wells' })).toHaveCount(1);
  await expect(texts.filter({ hasText: 'The well is dry' })).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(texts).toHaveText(['The well is dry']);
  await isSaved(page);
  expect(person.complaints).toEqual([]);
  await context.close();
});

test('[TOL80] a room sees the board alone, turns its pages with keys and leaves with Escape', async ({ browser }) => {
  const { fatima, anna } = await meet(browser, server.address);
  const { page } = fatima;
  // As a browser that knows no full screen: then it is the whole page.
  await page.evaluate(() => Object.assign(Element.prototype, { requestFullscreen: undefined }));
  await more(page, 'Full screen');
  await expect(bar(page)).toBeHidden();
  await expect(page.locator('.tlui-toolbar')).toBeHidden();
  const pages = page.getByRole('navigation', { name: 'Frames of this board' });
  await expect(pages).toHaveText(/^1 Agree the problem1 \/ \d$/);
  await anna.page.mouse.move(500, 400);
  await anna.page.mouse.move(520, 410);
  await expect(page.locator('[data-cursor]')).toBeAttached();
  await expect(page.locator('[data-cursor]')).toBeHidden();
  await page.keyboard.press('PageDown');
  await expect(pages).toHaveText(/^2 The tree/);
  await page.keyboard.press('ArrowRight');
  await expect(pages).toHaveText(/^3 /);
  await page.keyboard.press('PageUp');
  await expect(pages).toHaveText(/^2 The tree/);
  await page.screenshot({ path: 'test-results/tools-projector.png' });
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeVisible();
  await expect(page.locator('.tlui-toolbar')).toBeVisible();

  // On a large screen a frame takes the room there is.
  await page.setViewportSize({ width: 3840, height: 2160 });
  const editor = await editorOf(page);
  const width = () => editor.evaluate((given) => (given as unknown as Editor).getViewportScreenBounds().w);
  await expect.poll(width).toBeGreaterThan(3000);
  await goTo(page, '1 Agree the problem');
  const part = () =>
    editor.evaluate((given) => {
      const { w, h } = (given as unknown as Editor).getViewportPageBounds();
      return Math.max(1600 / w, 1131 / h);
    });
  await expect.poll(part).toBeGreaterThan(0.9);
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.reload();
  await boardIsThere(page);
  await more(page, 'Full screen');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await page.getByRole('button', { name: 'Leave full screen' }).click();
  await expect(bar(page)).toBeVisible();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(false);
  await leave(fatima, anna);
});

test('[TOL70] a question mark lists the keys that work on a board; hints come once and one at a time', async ({
  browser,
}) => {
  const { fatima, anna, board } = await meet(browser, server.address);
  const { page } = fatima;
  await page.locator('.tl-container').focus();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Shortcuts' });
  await expect(sheet.getByText('Ctrl F')).toBeVisible();
  await page.screenshot({ path: 'test-results/tools-shortcuts.png' });
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);

  const lotte = await arrive(browser, server.address, { firstVisit: true });
  await joinByLink(lotte.page, board.link, 'Lotte', 'De Schakel Food Aid');
  await boardIsThere(lotte.page);
  const hint = lotte.page.getByRole('complementary', { name: 'Hint' });
  await expect(hint).toContainText('Move about with two fingers');
  await lotte.page.screenshot({ path: 'test-results/tools-hint.png' });
  await hint.getByRole('button', { name: 'Got it' }).click();
  await expect(hint).toContainText('Double-click where a card belongs');
  // Never while somebody writes.
  await lotte.page.locator('.tl-container').focus();
  await lotte.page.keyboard.press('n');
  await lotte.page.mouse.click(place.x, place.y);
  await expect(lotte.page.locator('.tl-canvas [contenteditable="true"]')).toBeFocused();
  await expect(hint).toHaveCount(0);
  await lotte.page.keyboard.press('Escape');
  await expect(hint).toContainText('Double-click where a card belongs');
  await hint.getByRole('button', { name: 'Got it' }).click();
  await expect(hint).toContainText('several frames');
  await lotte.page.reload();
  await boardIsThere(lotte.page);
  await expect(hint).toContainText('several frames');
  await hint.getByRole('button', { name: 'Don’t show hints' }).click();
  await expect(hint).toHaveCount(0);
  await leave(fatima, anna, lotte);
});

/** Fingers, as the browser has them from the screen. */
async function touchesOf(page: Page) {
  const client = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: readonly (readonly [number, number])[]) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  const pen = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', x: number, y: number) =>
    client.send('Input.dispatchMouseEvent', {
      ...{ type, x, y, button: 'left', buttons: type === 'mouseReleased' ? 0 : 1, clickCount: 1, pointerType: 'pen' },
    });
  return { send, pen };
}

test('[PEN1] two fingers move and zoom the board and never the page, a long press opens the menu, and a hand may rest beside a pen', async ({
  browser,
}) => {
  const { fatima, anna, board } = await meet(browser, server.address);
  const rik = await arrive(browser, server.address, {
    ...{ viewport: { width: 820, height: 1100 }, touch: true },
    // The canvas says no to gestures of the browser also where it has no say.
    expected: /passive event listener|cancelable=false/,
  });
  await joinByLink(rik.page, board.link, 'Rik', 'De Schakel Food Aid');
  await boardIsThere(rik.page);
  const { page } = rik;
  const { send, pen } = await touchesOf(page);
  const editor = await editorOf(page);
  const state = () =>
    editor.evaluate((editor) => {
      const { x, y, z } = (editor as unknown as Editor).getCamera();
      const drawn = (editor as unknown as Editor).getCurrentPageShapes().filter(({ type }) => type === 'draw').length;
      return { x, y, z, drawn, scale: visualViewport?.scale, scrolled: scrollY };
    });
  const before = await state();
  await send('touchStart', [300, 500], [500, 500]);
  for (let step = 1; step <= 8; step++) await send('touchMove', [300 - step * 10, 500], [500 + step * 10, 500]);
  await send('touchEnd');
  await expect.poll(async () => (await state()).z).toBeGreaterThan(before.z * 1.3);
  const zoomed = await state();
  await send('touchStart', [300, 500], [500, 500]);
  for (let step = 1; step <= 8; step++) await send('touchMove', [300, 500 + step * 15], [500, 500 + step * 15]);
  await send('touchEnd');
  await expect.poll(async () => (await state()).y).toBeGreaterThan(zoomed.y + 50);
  expect(await state()).toMatchObject({ scale: before.scale, scrolled: 0 });

  await send('touchStart', [400, 600]);
  await expect(page.getByRole('menu')).toBeVisible();
  await send('touchEnd');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);

  // A pen draws; from then on the hand that rests beside it does not.
  await page.getByTestId('tools.draw').tap();
  await pen('mousePressed', 300, 400);
  await pen('mouseMoved', 400, 450);
  await pen('mouseReleased', 400, 450);
  await expect.poll(async () => (await state()).drawn).toBe(1);
  const back = page.getByRole('button', { name: 'Back to fingers and mouse' });
  await expect(back).toBeVisible();
  await page.screenshot({ path: 'test-results/tools-pen.png' });
  await send('touchStart', [500, 700]);
  for (let step = 1; step <= 5; step++) await send('touchMove', [500, 700 + step * 12]);
  await send('touchEnd');
  await pen('mousePressed', 320, 500);
  await pen('mouseMoved', 420, 550);
  await pen('mouseReleased', 420, 550);
  await expect.poll(async () => (await state()).drawn).toBe(2);
  await back.tap();
  await expect(back).toHaveCount(0);
  await send('touchStart', [500, 700]);
  for (let step = 1; step <= 5; step++) await send('touchMove', [500, 700 + step * 12]);
  await send('touchEnd');
  await expect.poll(async () => (await state()).drawn).toBe(3);
  await leave(fatima, anna, rik);
});
