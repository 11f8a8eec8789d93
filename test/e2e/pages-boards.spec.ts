import { expect, type Page, test } from '@playwright/test';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import {
  arrive,
  boardIsThere,
  copyLink,
  createBoard,
  createWorkshop,
  isSaved,
  joinByLink,
  type Person,
  writeNote,
} from './support/person.ts';
import { openAs, readyBoard } from './support/ready-board.ts';
import { leave } from './support/two-people.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server.stop());

const blank = (title: string) => ({ template: 'Blank board', title, language: 'English' });
const others = (page: Page) => page.getByRole('region', { name: 'Outside the steps' }).getByRole('link');
const titles = async (page: Page) => others(page).locator('strong').allTextContents();

async function workshopWith(browser: Parameters<typeof arrive>[0], title: string, names: readonly string[]) {
  const fatima: Person = await arrive(browser, server.address);
  await createWorkshop(fatima.page, title, 'Fatima', 'City of Merelbrugge');
  for (const name of names) {
    await createBoard(fatima.page, blank(name));
    await expect(fatima.page.locator('.tl-canvas')).toBeVisible();
    await fatima.page.getByRole('link', { name: `Back to ${title}` }).click();
    await expect(others(fatima.page).filter({ hasText: name })).toBeVisible();
  }
  return fatima;
}

test('[PAG12][ACC25][I18N8] boards are renamed, duplicated and put in order, with the mouse and without; what is said of it follows the language', async ({
  browser,
}) => {
  const fatima = await workshopWith(browser, 'Full Plates', ['One', 'Two', 'Three']);
  const { page } = fatima;
  const menu = async (title: string, item: string) => {
    await page.getByRole('button', { name: `More about ${title}`, exact: true }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await menu('Three', 'Move before “Two”');
  await expect.poll(() => titles(page)).toEqual(['One', 'Three', 'Two']);

  // By keyboard alone.
  await page.getByRole('button', { name: 'More about One', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  // The menu moves the focus a moment after the key: two keys at once, which no hand presses, would count as one.
  await expect(page.getByRole('menuitem', { name: 'Duplicate' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Move after “Three”' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => titles(page)).toEqual(['Three', 'One', 'Two']);

  const tile = (title: string) =>
    page.getByRole('region', { name: 'Outside the steps' }).getByRole('listitem').filter({ hasText: title });
  await tile('Two').dragTo(tile('Three'), { targetPosition: { x: 20, y: 20 } });
  await expect.poll(() => titles(page)).toEqual(['Two', 'Three', 'One']);

  await menu('One', 'Rename');
  await page.getByLabel('Name of the board').fill('Eins');
  await page.keyboard.press('Enter');
  await expect.poll(() => titles(page)).toEqual(['Two', 'Three', 'Eins']);
  await menu('Three', 'Duplicate');
  await expect.poll(() => titles(page)).toEqual(['Two', 'Three', 'Three 2', 'Eins']);

  // Into the bin by keyboard alone: the keyboard goes on where the board was.
  await page.getByRole('button', { name: 'More about Three 2', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem', { name: 'Move to the bin' })).toBeFocused();
  await page.keyboard.press('Enter');
  const confirm = page.getByRole('alertdialog').getByRole('button', { name: 'Move to the bin' });
  await confirm.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => titles(page)).toEqual(['Two', 'Three', 'Eins']);
  await expect(page.getByRole('link', { name: /^Eins/ })).toBeFocused();

  // Under the pointer it stays for as long as one reads it.
  await page.getByText('“Three 2” is in the bin.', { exact: true }).hover();
  await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
  await expect(page.getByText('„Three 2“ liegt im Papierkorb.').first()).toBeVisible();
  expect(fatima.complaints).toEqual([]);
});

test('[PAG13] a closed session says so to everybody, offers the report, and opens again', async ({ browser }) => {
  const fatima = await workshopWith(browser, 'Warm homes', ['Ideas', 'Decisions']);
  const anna = await arrive(browser, server.address);
  await joinByLink(anna.page, await copyLink(fatima.page, 'Copy link'), 'Anna', 'De Schakel');
  await expect(others(anna.page)).toHaveCount(2);
  await expect(anna.page.getByRole('button', { name: 'Workshop settings' })).toHaveCount(0);

  await fatima.page.getByRole('button', { name: 'Workshop settings' }).click();
  await fatima.page.getByRole('dialog').getByRole('button', { name: 'Close the session' }).click();
  const question = fatima.page.getByRole('alertdialog');
  await expect(question.getByText(/nobody changes a board/)).toBeVisible();
  await question.getByRole('button', { name: 'Close the session' }).click();
  await fatima.page.getByRole('dialog').getByRole('button', { name: 'Report of the workshop' }).click();
  await expect(fatima.page.getByRole('dialog')).toBeVisible();
  await fatima.page.keyboard.press('Escape');

  await anna.page.reload();
  await expect(anna.page.getByText('This session is closed.')).toBeVisible();
  await expect(anna.page.getByRole('button', { name: 'Open the session again' })).toHaveCount(0);
  await fatima.page.getByRole('button', { name: 'Open the session again' }).click();
  await expect(fatima.page.getByText('This session is closed.')).toHaveCount(0);
  expect([...fatima.complaints, ...anna.complaints]).toEqual([]);
});

test('[PAG15] the next session is a workshop of its own, with the boards one chose and oneself as facilitator', async ({
  browser,
}) => {
  const fatima = await workshopWith(browser, 'Safe routes', ['Ideas', 'Rubbish']);
  const { page } = fatima;
  const link = await copyLink(page, 'Copy link');
  await page.getByRole('button', { name: 'Workshop settings' }).click();
  await page.getByRole('button', { name: 'Prepare the next session' }).click();
  await page.getByLabel('Name of the new workshop').fill('Safe routes II');
  await page.getByRole('dialog').getByLabel('Rubbish').uncheck();
  await page.getByRole('button', { name: 'Make the workshop' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Safe routes II' })).toBeVisible();
  await expect.poll(() => titles(page)).toEqual(['Ideas']);
  await expect(page.getByRole('region', { name: /^People/ }).getByText('Fatima (you)')).toBeVisible();
  expect(await copyLink(page, 'Copy link')).not.toBe(link);
  await others(page).first().click();
  await expect(page.locator('.tl-canvas')).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('link', { name: /Safe routes II/ })).toBeVisible();
  expect(fatima.complaints).toEqual([]);
});

test('[PAGE36] a tile says how much is on its board, when it was last changed, and who is on it now', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'blank', 'Notes');
  const [fatima, anna] = [await arrive(browser, server.address), await arrive(browser, server.address)];
  await openAs(fatima, server.address, board, 'Fatima');
  await boardIsThere(fatima.page);
  const { page } = fatima;
  await page.getByRole('link', { name: 'Back to Full Plates' }).click();
  const tile = page.getByRole('link', { name: /^Notes/ });
  await expect(tile).toContainText('made today');
  await expect(tile).not.toContainText('here now');

  await openAs(anna, server.address, board, 'Anna');
  await boardIsThere(anna.page);
  await writeNote(anna.page, { x: 560, y: 400 }, 'Bread is thrown away');
  await isSaved(anna.page);
  await page.reload();
  await expect(tile).toContainText(/1 note\s*changed just now/);
  await expect(tile).toContainText('1 here now');
  await expect(tile.getByTitle('De Schakel Food Aid')).toHaveText('DS');

  await anna.page.getByRole('link', { name: 'Back to Full Plates' }).click();
  await expect(async () => {
    // As when one comes back to the tab; otherwise the page asks every fifteen seconds.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect(tile).not.toContainText('here now', { timeout: 1_000 });
  }).toPass();
  await expect(tile).toContainText('1 note');
  await leave(fatima, anna);
});

test('[PAGE37] each drawer has the focus on its heading, Escape closes it, and the focus goes back', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'blank', 'Drawers');
  const fatima = await arrive(browser, server.address);
  await openAs(fatima, server.address, board, 'Fatima');
  const { page } = fatima;
  await boardIsThere(page);
  for (const [opener, heading] of [
    [/on this board$/, 'People'],
    [/^Comments/, 'Comments'],
    ['History of this board', 'History'],
  ] as const) {
    const button = page.getByRole('banner').getByRole('button', { name: opener });
    await button.click();
    const drawer = page.getByRole('complementary', { name: heading, exact: true });
    await expect(drawer.getByRole('heading', { name: heading })).toBeFocused();
    // What is meant for the drawer is none of the canvas's business.
    await page.keyboard.press('n');
    await page.keyboard.press('Escape');
    await expect(drawer).toHaveCount(0);
    await expect(button).toBeFocused();
    await expect(page.getByTestId('tools.note')).toHaveAttribute('aria-pressed', 'false');
  }
  await leave(fatima);
});
