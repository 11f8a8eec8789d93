import { type Browser, expect, type Page, test } from '@playwright/test';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { middle } from './support/cards.ts';
import { editorOf } from './support/editor.ts';
import { arrive, boardIsThere, isDrawn, isSaved, joinByLink, type PersonOptions, writeNote } from './support/person.ts';
import { leave, meet, place } from './support/two-people.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server.stop());

const pageOf = (browser: Browser) => meet(browser, server.address);

const camera = async (page: Page) => {
  const editor = await editorOf(page);
  return editor.evaluate((editor) => {
    const { x, y, w, h } = (editor as unknown as import('tldraw').Editor).getViewportPageBounds();
    return { x, y, w, h, midX: x + w / 2, midY: y + h / 2 };
  });
};

test('[TOL1] on a phone the bar shows the way back, the title, the people and the rest behind three dots', async ({
  browser,
}) => {
  const { fatima, anna, board } = await pageOf(browser);
  await anna.context.close();
  const phone: PersonOptions = { viewport: { width: 390, height: 844 }, touch: true };
  const rik = await arrive(browser, server.address, phone);
  await joinByLink(rik.page, board.link, 'Rik', 'De Schakel Food Aid');
  await boardIsThere(rik.page);
  const { page } = rik;
  for (const width of [390, 360]) {
    await page.setViewportSize({ width, height: 780 });
    const title = page.getByRole('heading', { level: 1 });
    const isCut = await title.evaluate((heading) => heading.scrollWidth > heading.clientWidth);
    expect(isCut, `title at ${width}`).toBe(false);
    const buttons = page.locator('header').first().locator('a, button');
    for (const button of await buttons.all()) {
      const box = await button.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
    expect(await buttons.count()).toBe(3);
  }
  await page.screenshot({ path: 'test-results/tools-phone.png' });
  await page.getByRole('banner').getByRole('button', { name: 'More', exact: true }).tap();
  await expect(page.getByRole('menuitem')).toHaveText([
    'Raise your hand',
    'Table',
    'Comments',
    'React',
    'Find on this board',
    'Go to frame …',
    'See the whole board',
    'Copy link to this frame',
    'Full screen',
    'Votes',
    'Hide others’ cursors',
    'Shortcuts',
    'History of this board',
    'Export',
  ]);
  await page.screenshot({ path: 'test-results/tools-phone-menu.png' });
  await page.getByRole('menuitem', { name: 'Comments' }).tap();
  await expect(page.getByRole('complementary', { name: 'Comments' })).toBeVisible();
  await leave(fatima, rik);
});

test('[TOL2] a comment on what is under the menu reaches the others, as a pin and a number in the bar', async ({
  browser,
}) => {
  const { fatima, anna } = await pageOf(browser);
  await writeNote(anna.page, place, 'Ask the shops');
  await anna.page.mouse.click(place.x, place.y, { button: 'right' });
  await anna.page.getByRole('menuitem', { name: 'Comment', exact: true }).click();
  const drawer = anna.page.getByRole('complementary', { name: 'New comment' });
  await drawer.getByRole('textbox').fill('Which of them?');
  await drawer.getByRole('button', { name: /^(Comment|Send)$/ }).click();
  await expect(fatima.page.getByRole('button', { name: 'Comments, 1 new' })).toBeVisible();
  const pin = fatima.page.getByRole('button', { name: 'Comment by Anna, 0 answers' });
  const pinAt = await pin.boundingBox();
  const note = fatima.page.locator('.tl-shape').filter({ hasText: 'Ask the shops' });
  const noteAt = await note.boundingBox();
  expect(Math.abs((pinAt?.x ?? 0) - (noteAt?.x ?? 0) - (noteAt?.width ?? 0))).toBeLessThan(40);
  await fatima.page.screenshot({ path: 'test-results/tools-comment.png' });
  await pin.click();
  await expect(fatima.page.getByText('Which of them?')).toBeVisible();
  // What was read is no news any more.
  await fatima.page.keyboard.press('Escape');
  await fatima.page.keyboard.press('Escape');
  await expect(fatima.page.getByRole('button', { name: 'Comments', exact: true })).toBeVisible();
  await leave(fatima, anna);
});

test('[TOL5] the press that closes a menu puts nothing on the board', async ({ browser }) => {
  const { fatima, anna } = await pageOf(browser);
  const { page } = fatima;
  const notes = page.locator('.tl-canvas [data-shape-type="note"]');
  for (const open of [
    page.getByRole('navigation', { name: 'Frames of this board' }).getByTitle('Frames of this board'),
    page.getByRole('banner').getByRole('button', { name: 'More', exact: true }),
  ]) {
    await page.getByTestId('tools.note').click();
    const before = await notes.count();
    await open.click();
    await expect(page.getByRole('menuitem').first()).toBeVisible();
    // A menu hears of presses elsewhere from the turn after the one in which it is there.
    await isDrawn(page);
    await page.mouse.click(place.x, place.y);
    await expect(page.getByRole('menuitem')).toHaveCount(0);
    await isDrawn(page);
    await expect(notes).toHaveCount(before);
    await page.mouse.click(place.x, place.y);
    await expect(notes).toHaveCount(before + 1);
    await page.keyboard.type('on purpose');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Delete');
    await expect(notes).toHaveCount(before);
  }
  await leave(fatima, anna);
});

test('[TOL6] the menu of the canvas comes as often as it is asked for, however the last one was closed', async ({
  browser,
}) => {
  const { fatima, anna } = await pageOf(browser);
  const { page } = fatima;
  await writeNote(page, place, 'Asked again and again');
  const menu = page.getByTestId('context-menu');
  const entry = menu.getByRole('menuitem', { name: 'Save as picture' });
  const onNote = () => middle(page.locator('.tl-canvas [data-shape-type="note"]'));
  const byMouse = async () => {
    const { x, y } = await onNote();
    await page.mouse.click(x, y, { button: 'right' });
  };
  const byKeys = async () => {
    await page.locator('.tl-container').focus();
    await page.keyboard.press('Control+Shift+Enter');
  };
  const closings: readonly (() => Promise<void>)[] = [
    async () => page.keyboard.press('Escape'),
    async () => page.mouse.click(place.x + 300, place.y + 150),
    // Closes one and opens another.
    async () => page.mouse.click(place.x + 300, place.y + 150, { button: 'right' }),
    // On the bar, which is under what catches presses meanwhile.
    async () => page.mouse.click(200, 20),
  ];
  for (const close of [...closings, ...closings])
    for (const open of [byMouse, byKeys]) {
      await open();
      await expect(entry).toBeVisible();
      await close();
      await byMouse();
      await expect(entry).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(menu).toHaveCount(0);
    }
  await leave(fatima, anna);
});

test('[TOL10] whatever the board says is found by its words and gone to with keys, from the table as well', async ({
  browser,
}) => {
  const { fatima, anna } = await pageOf(browser);
  const { page } = fatima;
  await writeNote(page, place, 'Café closes at five');
  await page.locator('.tl-container').focus();
  await page.keyboard.press('Control+f');
  const field = page.getByRole('combobox', { name: 'Find in cards, notes, names and frames' });
  await expect(field).toBeFocused();
  const results = page.getByRole('listbox', { name: 'Found on this board' }).getByRole('option');
  await expect(results.filter({ hasText: 'Frame' }).first()).toBeVisible();
  await page.keyboard.type('cafe five');
  await expect(results).toHaveCount(1);
  await expect(results.locator('mark')).toHaveText(['Café', 'five']);
  await expect(page.getByText('1 found')).toBeVisible();
  await page.screenshot({ path: 'test-results/tools-find.png' });
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  await expect(page.locator('.tl-container')).toBeFocused();

  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('café');
  await expect(results).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const note = page.locator('.tl-shape').filter({ hasText: 'Café closes at five' });
  await expect(note).toBeInViewport();
  await expect(page.getByRole('button', { name: 'Board', exact: true })).toHaveAttribute('aria-pressed', 'true');
  const editor = await editorOf(page);
  const selected = () =>
    editor.evaluate((editor) =>
      (editor as unknown as import('tldraw').Editor).getSelectedShapes().map(({ type }) => type),
    );
  expect(await selected()).toEqual(['note']);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('nowhere to be found');
  await expect(page.getByText('Nothing found')).toBeVisible();
  await leave(fatima, anna);
});

test('[TOL20] whoever follows somebody sees what they see until they move by themselves', async ({ browser }) => {
  const { fatima, anna } = await pageOf(browser);
  const { page } = fatima;
  await page.getByRole('button', { name: /people on this board/ }).click();
  await page.getByRole('button', { name: 'Follow Anna' }).click();
  await expect(page.getByText('You follow Anna')).toBeVisible();
  const together = async () => {
    const [mine, hers] = [await camera(page), await camera(anna.page)];
    return Math.hypot(mine.midX - hers.midX, mine.midY - hers.midY);
  };
  await anna.page.locator('.tl-container').focus();
  await anna.page.keyboard.press('PageDown');
  await anna.page.keyboard.press('PageDown');
  await expect.poll(together).toBeLessThan(3);
  await page.screenshot({ path: 'test-results/tools-follow.png' });

  // Her line drops and comes back: she is still followed.
  await anna.context.setOffline(true);
  await expect(page.getByText('Anna is not there. Waiting a moment …')).toBeVisible({ timeout: 60_000 });
  await anna.context.setOffline(false);
  await expect(page.getByText('You follow Anna')).toBeVisible();
  await anna.page.keyboard.press('PageUp');
  await expect.poll(together).toBeLessThan(3);

  // One's own hand wins.
  await page.mouse.move(700, 500);
  await page.mouse.wheel(0, 240);
  await expect(page.getByText('You follow Anna')).toHaveCount(0);
  await expect.poll(together).toBeGreaterThan(20);

  await page.getByRole('button', { name: 'Follow Anna' }).click();
  await expect.poll(together).toBeLessThan(3);
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByText('You move by yourself again')).toBeAttached();
  // While one writes nothing moves, wherever she goes.
  await page.getByRole('button', { name: 'Follow Anna' }).click();
  await expect.poll(together).toBeLessThan(3);
  await writeNote(anna.page, place, 'seed');
  await page.locator('.tl-canvas').getByText('seed').dblclick();
  await expect(page.locator('.tl-canvas [contenteditable="true"]')).toBeFocused();
  const before = await camera(page);
  await anna.page.keyboard.press('Escape');
  await anna.page.keyboard.press('PageDown');
  await page.keyboard.type('ling');
  await expect(page.locator('.tl-canvas [contenteditable="true"]')).toHaveText(/ling/);
  await isSaved(page);
  expect(await camera(page)).toEqual(before);
  await page.keyboard.press('Escape');
  await expect.poll(together).toBeLessThan(3);
  await page.keyboard.press('Escape');
  await expect(page.getByText('You follow Anna')).toHaveCount(0);
  expect(anna.complaints.filter((text) => !/ERR_INTERNET|WebSocket/.test(text))).toEqual([]);
  await fatima.context.close();
  await anna.context.close();
});
