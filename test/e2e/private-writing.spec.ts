import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { startBadNetwork } from '../support/bad-network.ts';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { seriousIssues } from './support/axe.ts';
import { middle } from './support/cards.ts';
import { hears, listen } from './support/listen.ts';
import { readPdf } from './support/pdf.ts';
import {
  arrive,
  boardIsThere,
  createBoard,
  createWorkshop,
  hideGuide,
  isKept,
  isSaved,
  writeNote,
} from './support/person.ts';
import { come, readyBoard } from './support/ready-board.ts';
import { leave, meetBehind } from './support/two-people.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server.stop());

const banner = (page: Page) => page.getByRole('region', { name: 'Private writing' });
const startButton = (page: Page) => page.getByRole('banner').getByRole('button', { name: 'Facilitate' });
const startItem = (page: Page) => page.getByRole('menuitem', { name: 'Private writing' });
const sees = (page: Page, text: string) =>
  expect(page.locator('.tl-canvas').getByText(text, { exact: true })).toBeVisible();
const seesNot = (page: Page, text: string) =>
  expect(page.locator('.tl-canvas').getByText(text, { exact: true })).toHaveCount(0);

async function start(page: Page, names: 'With names' | 'Anonymous'): Promise<void> {
  await startButton(page).click();
  await startItem(page).click();
  const dialog = page.getByRole('dialog', { name: 'Private writing' });
  await dialog.getByRole('radio', { name: names }).check();
  await dialog.getByRole('button', { name: 'Start' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(banner(page)).toBeVisible();
}

/** What the report of the board says. */
async function reportText(page: Page): Promise<string> {
  const made = await page.evaluate(() => window.commonboardExport?.());
  if (made === undefined) throw new Error('no hook');
  const path = join(test.info().outputDir, 'report.pdf');
  await mkdir(test.info().outputDir, { recursive: true });
  await writeFile(path, Buffer.from(made.base64, 'base64'));
  return readPdf(path).text;
}

test('[PRW43] a facilitator begins private writing with the keys; whoever else is there is told what holds for them', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'root-cause-tree');
  const fatima = await come(browser, server.address, board, 'Fatima');
  const anna = await come(browser, server.address, board, 'Anna');
  const vera = await come(browser, server.address, board, 'Vera');
  await expect(startButton(fatima.page)).toBeVisible();
  for (const { page } of [anna, vera]) await expect(startButton(page)).toHaveCount(0);

  await startButton(fatima.page).focus();
  await fatima.page.keyboard.press('Enter');
  await expect(startItem(fatima.page)).toBeVisible();
  await fatima.page.keyboard.type('Private');
  await expect(startItem(fatima.page)).toBeFocused();
  await fatima.page.keyboard.press('Enter');
  const dialog = fatima.page.getByRole('dialog', { name: 'Private writing' });
  await expect(dialog.getByRole('radio', { name: 'With names' })).toBeChecked();
  expect(await seriousIssues(fatima.page)).toEqual([]);
  await expect(dialog.getByRole('radio', { name: 'With names' })).toBeFocused();
  await fatima.page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: 'Anonymous' })).toHaveAccessibleDescription(/cannot be undone/);
  const sent: string[] = [];
  fatima.page.on('request', (request) => {
    if (request.url().endsWith('/commands')) sent.push(request.postData() ?? '');
  });
  await dialog.getByRole('button', { name: 'Start' }).dblclick({ noWaitAfter: true });
  await expect(dialog).toHaveCount(0);
  expect(sent).toHaveLength(1);

  await expect(banner(fatima.page)).toContainText('until you reveal them. What is written will carry no name');
  await expect(banner(fatima.page)).toContainText('Nothing written yet');
  // The keyboard goes on where it was, and not where it could reveal anything.
  await expect(startButton(fatima.page)).toBeFocused();
  await fatima.page.keyboard.press('Enter');
  await expect(fatima.page.getByRole('menuitem', { name: 'Vote' })).toBeVisible();
  await expect(startItem(fatima.page)).toHaveCount(0);
  await fatima.page.keyboard.press('Escape');
  await expect(banner(anna.page)).toContainText(
    'Only you see the new cards you write until they are revealed. What you write will',
  );
  await expect(banner(anna.page).getByRole('button')).toHaveCount(0);
  await expect(banner(vera.page)).toContainText('The group is writing privately.');
  await hears(anna.page, 'Private writing has begun. Only you see the new cards you write until they are revealed.');
  await hears(vera.page, 'The group is writing privately.');

  // Whoever comes in the middle of it is told as well.
  const jonas = await come(browser, server.address, board, 'Jonas');
  await expect(banner(jonas.page)).toContainText('What you write will carry no name.');
  await hears(jonas.page, 'Private writing has begun.');
  await leave(fatima, anna, vera, jonas);
});

test('[PRW44] everybody sees how much each organisation wrote, hears the revealing and how much it was', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'root-cause-tree');
  const fatima = await come(browser, server.address, board, 'Fatima');
  await hideGuide(fatima.page);
  const anna = await come(browser, server.address, board, 'Anna');
  const jonas = await come(browser, server.address, board, 'Jonas');
  await start(fatima.page, 'With names');
  await expect(banner(anna.page)).toBeVisible();
  await writeNote(anna.page, { x: 560, y: 560 }, 'Of Anna');
  await writeNote(anna.page, { x: 820, y: 560 }, 'More of Anna');
  await expect(banner(jonas.page)).toBeVisible();
  await writeNote(jonas.page, { x: 560, y: 620 }, 'Of Jonas');
  for (const { page } of [fatima, anna, jonas]) {
    await expect(banner(page)).toContainText('3 cards so far');
    await expect(banner(page).getByRole('listitem')).toContainText([
      'De Schakel Food Aid: 2 cards',
      'Korf Supermarkets: 1 card',
    ]);
  }
  await seesNot(fatima.page, 'Of Anna');
  await seesNot(jonas.page, 'Of Anna');
  expect(await seriousIssues(fatima.page)).toEqual([]);

  const reveal = banner(fatima.page).getByRole('button', { name: 'Reveal everything' });
  await reveal.focus();
  await fatima.page.keyboard.press('Enter');
  for (const { page } of [fatima, anna]) {
    await expect(banner(page)).toContainText(/Revealing in [123]|Revealing now/);
    await hears(page, 'Everything is revealed in 3 seconds.');
  }
  for (const { page } of [fatima, anna, jonas]) {
    await expect(banner(page)).toHaveCount(0);
    for (const text of ['Of Anna', 'More of Anna', 'Of Jonas']) await sees(page, text);
    await hears(page, 'Everything is revealed: 3 cards.');
  }
  await expect(fatima.page.getByRole('main')).toBeFocused();
  await expect(startButton(fatima.page)).toBeVisible();
  await leave(fatima, anna, jonas);
});

test('[PRW45] what was written offline and came too late is its writer’s, who publishes it or keeps it for now', async ({
  browser,
}) => {
  const network = await startBadNetwork(server.address);
  const { fatima, anna } = await meetBehind(browser, server.address, network.address, ({ page }) => listen(page));
  await start(fatima.page, 'Anonymous');
  await expect(banner(anna.page)).toBeVisible();
  await writeNote(anna.page, { x: 560, y: 560 }, 'In time');
  await isSaved(anna.page);
  network.become('gone');
  await expect(anna.page.getByText('No connection.')).toBeVisible();
  await writeNote(anna.page, { x: 820, y: 560 }, 'Too late');
  await isKept(anna.page);
  await banner(fatima.page).getByRole('button', { name: 'Reveal everything' }).click();
  await expect(banner(fatima.page)).toHaveCount(0);
  await sees(fatima.page, 'In time');

  // Nothing is said before the server is there to tell.
  await expect(banner(anna.page)).toContainText('until they are revealed');
  network.become('fine');
  await expect(banner(anna.page)).toContainText(
    '1 card of yours came too late, and only you see it. Published, it carries no name.',
    { timeout: 30_000 },
  );
  await hears(anna.page, '1 card of yours came too late, and only you see it.');
  await seesNot(fatima.page, 'Too late');
  await banner(anna.page).getByRole('button', { name: 'Keep for now' }).click();
  await expect(banner(anna.page)).toHaveCount(0);
  await sees(anna.page, 'Too late');
  await anna.page.reload();
  await banner(anna.page).getByRole('button', { name: 'Publish' }).click({ timeout: 30_000 });
  await sees(fatima.page, 'Too late');
  await expect(banner(anna.page)).toHaveCount(0);
  await hears(anna.page, 'Everybody sees your card now.');
  await leave(fatima, anna);
  await network.stop();
});

test('[PRW46] on a phone it is begun from behind the three dots and ended with a thumb, with room left for the board', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'root-cause-tree');
  const fatima = await come(browser, server.address, board, 'Fatima', {
    viewport: { width: 390, height: 844 },
    touch: true,
  });
  const anna = await come(browser, server.address, board, 'Anna', {
    viewport: { width: 360, height: 740 },
    touch: true,
    locale: 'fr-BE',
  });
  const jonas = await come(browser, server.address, board, 'Jonas');
  await fatima.page.getByRole('banner').getByRole('button', { name: 'More' }).tap();
  await fatima.page.getByRole('menuitem', { name: 'Private writing' }).tap();
  const dialog = fatima.page.getByRole('dialog', { name: 'Private writing' });
  await dialog.getByText('Anonymous', { exact: true }).tap();
  await dialog.getByRole('button', { name: 'Start' }).tap();
  await expect(banner(fatima.page)).toContainText('Nothing written yet');
  await expect(banner(jonas.page)).toBeVisible();
  await writeNote(jonas.page, { x: 560, y: 560 }, 'Of Jonas');
  await expect(banner(fatima.page)).toContainText('1 card so far');
  const french = anna.page.getByRole('region', { name: 'Écriture privée' });
  await expect(french).toContainText('1 carte jusqu’ici');
  for (const region of [banner(fatima.page), french]) {
    const box = await region.boundingBox();
    expect(box?.x).toBe(0);
    expect(box?.height).toBeLessThan(220);
  }
  for (const { page } of [fatima, anna])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  const reveal = banner(fatima.page).getByRole('button', { name: 'Reveal everything' });
  expect((await reveal.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await reveal.tap();
  await expect(banner(fatima.page)).toHaveCount(0);
  await sees(fatima.page, 'Of Jonas');
  await leave(fatima, anna, jonas);
});

test('[PRW47] what is written privately is in no file of its writer’s, and the dialogs say so', async ({ browser }) => {
  const board = await readyBoard(server.address, 'root-cause-tree');
  const fatima = await come(browser, server.address, board, 'Fatima');
  await hideGuide(fatima.page);
  const { page } = fatima;
  await writeNote(page, { x: 560, y: 600 }, 'Shared before');
  await start(page, 'With names');
  await writeNote(page, { x: 820, y: 600 }, 'Only mine');
  await expect(banner(page)).toContainText('1 card so far');
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export this board' });
  await expect(dialog.getByText('What is written privately is not in it.')).toBeVisible();
  await page.keyboard.press('Escape');
  const before = await reportText(page);
  expect(before).toContain('Shared before');
  expect(before).not.toContain('Only mine');
  await banner(page).getByRole('button', { name: 'Reveal everything' }).click();
  await expect(banner(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(dialog.getByText('Who will read it?')).toBeVisible();
  await expect(dialog.getByText('What is written privately is not in it.')).toHaveCount(0);
  await page.keyboard.press('Escape');
  expect(await reportText(page)).toContain('Only mine');
  await leave(fatima);
});

test('[PRW48] while people write privately the session cannot be closed, nor private writing begun on another board', async ({
  browser,
}) => {
  const fatima = await arrive(browser, server.address, { expected: /409/ });
  const { page } = fatima;
  await createWorkshop(page, 'Full Plates', 'Fatima', 'City of Merelbrugge');
  const workshop = page.url();
  await createBoard(page, { template: 'Root cause tree', title: 'Causes', language: 'English' });
  await boardIsThere(page);
  await start(page, 'With names');
  await page.goto(workshop);
  await createBoard(page, { template: 'Blank board', title: 'Ideas', language: 'English' });
  await expect(page.locator('.tl-canvas')).toBeVisible();
  await expect(banner(page)).toHaveCount(0);
  await startButton(page).click();
  await startItem(page).click();
  const dialog = page.getByRole('dialog', { name: 'Private writing' });
  await expect(dialog).toContainText('People are writing privately on “Causes”. Reveal that first.');
  await dialog.getByRole('link', { name: 'Go to that board' }).click();
  await expect(banner(page)).toBeVisible();
  await expect(dialog).toHaveCount(0);

  await page.goto(workshop);
  await page.getByRole('button', { name: 'Workshop settings' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close the session' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Close the session' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('Reveal what they write first.');
  await leave(fatima);
});

test('[PRW49] while people write privately, what only invites to write is read in the drawer and not written in', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'root-cause-tree');
  const fatima = await come(browser, server.address, board, 'Fatima');
  const anna = await come(browser, server.address, board, 'Anna');
  await start(fatima.page, 'Anonymous');
  await expect(banner(anna.page)).toBeVisible();
  const invitation = anna.page.locator('.tl-canvas [data-shape-type="card"]').filter({ hasText: 'One sentence' });
  const { x, y } = await middle(invitation.first());
  await anna.page.mouse.click(x, y);
  const drawer = anna.page.getByRole('complementary', { name: 'Card' });
  await expect(drawer).toContainText('what you write is then a card of your own');
  const title = drawer.getByRole('textbox').first();
  await expect(title).not.toBeEditable();
  await leave(fatima, anna);
});
