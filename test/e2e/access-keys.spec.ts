import { expect, type Page, test } from '@playwright/test';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { chooseFromList, write } from './support/cards.ts';
import { isAt, tabTo, withoutPointer } from './support/keys.ts';
import { heard, listen } from './support/listen.ts';
import { arrive, boardIsThere, isSaved } from './support/person.ts';
import { comeByPhone, lead, phone, send } from './support/phone.ts';
import { come, readyBoard } from './support/ready-board.ts';
import { editorIn, leave } from './support/two-people.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server?.stop());

/** Opens the menu of what is selected and takes an entry of it, with no other help than the keys. */
async function fromMenu(page: Page, entry: string): Promise<void> {
  await isAt(page, 'Board', 'application');
  await page.keyboard.press('Control+Shift+Enter');
  const item = page.getByRole('menuitem', { name: entry, exact: true });
  await expect(item).toBeInViewport();
  await page.keyboard.type(entry);
  await expect(item).toBeFocused();
  await isAt(page, entry);
  await page.keyboard.press('Enter');
}

async function join(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await isAt(page, 'Your name');
  await page.keyboard.type('Anna');
  await tabTo(page, 'Your organisation');
  await page.keyboard.type('De Schakel Food Aid');
  await page.keyboard.press('Enter');
  await boardIsThere(page);
  await isAt(page, /./, 'main');
}

async function writeCards(page: Page): Promise<void> {
  await page.keyboard.press('Shift+C');
  await isAt(page, 'Find');
  await chooseFromList(page, '2 The tree Problem');
  await isAt(page, 'Text', 'textbox');
  await write(page, 'Bread goes to waste');
  await isAt(page, 'Board', 'application');
  await page.keyboard.press('Enter');
  await isAt(page, 'Text', 'textbox');
  await page.keyboard.press('Control+End');
  await write(page, ' daily');
  await page.keyboard.press('Shift+Enter');
  await write(page, 'Too much is baked');
  await isAt(page, 'Board', 'application');
  await expect.poll(() => heard(page)).toContainEqual(expect.stringMatching(/^Cause: Too much is baked, \d+ of \d+$/));
}

/** To another zone, to another card, and with a word beside it. */
async function moveAndConnect(page: Page): Promise<void> {
  await fromMenu(page, 'Move to …');
  await isAt(page, 'Find');
  await page.keyboard.press('Escape');
  await isAt(page, 'Board', 'application');
  await fromMenu(page, 'Move to …');
  await isAt(page, 'Find');
  await page.keyboard.type('Chosen root causes');
  // A hand lets go of a key after the dialog has closed.
  await page.keyboard.down('Enter');
  await isAt(page, 'Board', 'application');
  await page.keyboard.up('Enter');
  await expect(editorIn(page)).toHaveCount(0);
  await expect
    .poll(() => heard(page))
    .toContain('“Too much is baked” is now in Chosen root causes (max 5), 3 Check and choose.');
  await fromMenu(page, 'Link to …');
  await chooseFromList(page, 'Bread');
  await expect.poll(() => heard(page)).toContain('“Too much is baked” and “Bread goes to waste daily” are connected.');
  await isAt(page, 'Board', 'application');
  await page.keyboard.press('Escape');
}

async function comment(page: Page): Promise<void> {
  await fromMenu(page, 'Comment');
  await isAt(page, 'About this card');
  await page.keyboard.type('Which bakers?');
  await page.keyboard.press('Control+Enter');
  await isAt(page, /Comments?/);
  await expect(page.getByRole('complementary', { name: /comment/i })).toContainText('Which bakers?');
  for (let layer = 0; layer < 2; layer++) await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary', { name: /comment/i })).toHaveCount(0);
  await isAt(page, 'Board', 'application');
}

/** From wherever one is on a board to a button of its bar. */
async function toBar(page: Page, name: string | RegExp): Promise<void> {
  const part = () => page.evaluate(() => document.activeElement?.closest('header, aside, main')?.tagName);
  while ((await part()) !== 'HEADER') {
    const before = await page.evaluateHandle(() => document.activeElement);
    await page.keyboard.press('F6');
    await page.waitForFunction((left) => document.activeElement !== left, before);
  }
  await isAt(page, 'Back to Full Plates');
  await tabTo(page, name);
}

async function editInTable(page: Page): Promise<void> {
  await toBar(page, 'Table');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab').first()).toBeVisible();
  await tabTo(page, /^Problems/);
  await tabTo(page, /^Bread goes to waste daily/);
  await page.keyboard.press('Enter');
  await isAt(page, 'Problem', 'textarea');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(', and soup');
  await page.keyboard.press('Enter');
  await isAt(page, /^Bread goes to waste daily, and soup/, 'th');
  await isSaved(page);
}

async function takeHome(page: Page): Promise<void> {
  await toBar(page, 'Export');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('checkbox', { name: /^Page 1,/ })).toBeVisible();
  await tabTo(page, 'Download', 'Shift+Tab');
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(await file.failure()).toBeNull();
  await expect(dialog.getByRole('alert')).toContainText('Done.');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await isAt(page, 'Export');
}

test('[ACC17] from the link to the report and back by keyboard alone, and everywhere one sees where one is', async ({
  browser,
}) => {
  const { link } = await readyBoard(server.address, 'root-cause-tree');
  const anna = await arrive(browser, server.address);
  const { page } = anna;
  const noPointer = await withoutPointer(page);
  await listen(page);
  await join(page, link);
  await writeCards(page);
  await moveAndConnect(page);
  await tabTo(page, 'Move focus to canvas');
  await page.keyboard.press('Enter');
  await isAt(page, 'Board', 'application');
  await page.keyboard.press('Tab');
  await comment(page);
  await editInTable(page);
  await takeHome(page);
  await tabTo(page, 'Back to Full Plates', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Full Plates' })).toBeVisible();
  await isAt(page, /./, 'main');
  await noPointer();
  await leave(anna);
});

test('[ACC23] a row that goes with what is done in it leaves the keyboard at the next one, and the last one where its list was', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'root-cause-tree');
  const { command, boardId } = await lead(server.address, board);
  const fatima = await come(browser, server.address, board, 'Fatima');
  const press = async (page: Page, name: string) => {
    await page.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
  };
  for (const place of ['problem', 'tree']) await command({ type: 'lock.set', boardId, place, isLocked: true });
  await fatima.page.getByRole('banner').getByRole('button', { name: 'Facilitate' }).click();
  await fatima.page.getByRole('menuitem', { name: 'What is locked' }).click();
  const list = fatima.page.getByRole('dialog', { name: 'What is locked' });
  const unlocks = list.getByRole('button', { name: /^Unlock/ });
  await expect(unlocks).toHaveCount(2);
  await unlocks.first().focus();
  await fatima.page.keyboard.press('Enter');
  await expect(unlocks).toHaveCount(1);
  await expect(list.getByRole('listitem').getByRole('button').first()).toBeFocused();
  await unlocks.focus();
  await fatima.page.keyboard.press('Enter');
  await expect(list).toContainText('Nothing is locked on this board');
  await expect(list).toBeFocused();
  await fatima.page.keyboard.press('Escape');

  await command({ type: 'door.set', door: 'asks' });
  for (const name of ['Sam', 'Tom']) {
    const body = { token: board.tokens.participant, name, organisation: 'Korf Supermarkets' };
    const answer = await fetch(`${server.address}/api/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.address },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(202);
  }
  await expect(fatima.page.getByRole('button', { name: 'Not now: Tom' })).toBeVisible();
  await press(fatima.page, 'Not now: Sam');
  await expect(fatima.page.getByRole('button', { name: 'Let in: Tom' })).toBeFocused();
  await press(fatima.page, 'Not now: Tom');
  await expect(fatima.page.locator('main')).toBeFocused();

  await command({ type: 'door.set', door: 'open' });
  const phoned = await comeByPhone(browser, server.address, board, 'Anna', {
    ...phone,
    expected: /DISCONNECTED|4\d\d/,
  });
  const { page } = phoned;
  await phoned.context.setOffline(true);
  for (const text of ['First', 'Second', 'Third']) await send(page, text);
  await command({ type: 'lock.set', boardId, place: null, isLocked: true });
  await phoned.context.setOffline(false);
  const refused = page.locator('li[data-state="refused"]');
  await expect(refused).toHaveCount(3, { timeout: 30_000 });
  const remove = page.getByRole('button', { name: 'Remove' });
  await remove.first().focus();
  await page.keyboard.press('Enter');
  await expect(refused).toHaveCount(2);
  await expect(refused.first().getByRole('button', { name: 'Send again' })).toBeFocused();
  await remove.first().focus();
  await page.keyboard.press('Enter');
  await expect(refused.getByRole('button', { name: 'Send again' })).toBeFocused();
  await page.getByRole('button', { name: 'Take back and change' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Your card' })).toBeFocused();
  await leave(fatima, phoned);
});
