import { expect, type Page, test } from '@playwright/test';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { cardsSaying, freePlace, goTo, letGo, middle, putByMouse, write } from './support/cards.ts';
import { shapesIn } from './support/editor.ts';
import { hears } from './support/listen.ts';
import { boardIsThere, canWrite, drag, facilitate, isSaved, type PersonOptions, writeNote } from './support/person.ts';
import { come, openAs, type ReadyBoard, readyBoard } from './support/ready-board.ts';
import { editorIn, openNote, place, shown } from './support/two-people.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server?.stop());

const wide: PersonOptions = { viewport: { width: 1920, height: 1080 } };
const freshBoard = (): Promise<ReadyBoard> => readyBoard(server.address, 'root-cause-tree');

const drafts = 'root-cause-tree/problem/drafts';
const frame = '1 Agree the problem';
const partLocked = 'This part of the board is locked by whoever leads.';

/** With the right button on a free place of a zone. */
async function onZone(page: Page, item: string): Promise<void> {
  await letGo(page);
  const { x, y } = await freePlace(page, drafts);
  await page.mouse.click(x, y, { button: 'right' });
  await page.getByRole('menuitem', { name: item }).click();
}

const signOf = (page: Page) => page.locator(`[data-locked="shape:${drafts}"] b`);
const expectEqual = (a: Page, b: Page) =>
  expect(async () => expect(await shapesIn(a)).toEqual(await shapesIn(b))).toPass({ timeout: 15_000 });

test('[LOK20] a locked zone says so to all; a participant begins nothing in it and is told why, whoever leads goes on and unlocks it', async ({
  browser,
}) => {
  const board = await freshBoard();
  const [fatima, anna] = [
    await come(browser, server.address, board, 'Fatima', wide),
    await come(browser, server.address, board, 'Anna', wide),
  ];
  for (const { page } of [fatima, anna]) await goTo(page, frame);
  await putByMouse(anna.page, drafts, 'Food is thrown away');
  await expect(cardsSaying(fatima.page, 'Food is thrown away')).toBeVisible();
  await onZone(fatima.page, 'Lock this zone for participants');
  for (const { page } of [fatima, anna]) await expect(signOf(page)).toBeVisible();

  // Neither a double click nor the tool makes a card there.
  await letGo(anna.page);
  const before = await shapesIn(anna.page);
  const free = await freePlace(anna.page, drafts);
  await anna.page.mouse.dblclick(free.x, free.y);
  await expect(anna.page.getByText(partLocked).first()).toBeVisible();
  await expect(editorIn(anna.page)).toHaveCount(0);
  await anna.page.getByTestId('tools.card').click();
  await anna.page.mouse.click(free.x, free.y);
  await expect(editorIn(anna.page)).toHaveCount(0);
  await anna.page.keyboard.press('Escape');

  // Nor does what stands there move, open or go; a click selects it, to be read.
  const card = await middle(cardsSaying(anna.page, 'Food is thrown away'));
  await drag(anna.page, card, { x: card.x, y: card.y + 200 });
  await letGo(anna.page);
  await anna.page.mouse.dblclick(card.x, card.y);
  await expect(editorIn(anna.page)).toHaveCount(0);
  await expect(anna.page.getByRole('complementary', { name: 'Card' })).toContainText('can only be read');
  await expect(anna.page.getByRole('textbox', { name: 'What the card says' })).not.toBeEditable();
  await anna.page.locator('.tl-container').focus();
  await anna.page.keyboard.press('Delete');
  expect(await shapesIn(anna.page)).toEqual(before);

  await putByMouse(fatima.page, drafts, 'By who leads');
  await expect(cardsSaying(anna.page, 'By who leads')).toBeVisible();
  await facilitate(fatima.page, 'What is locked');
  const list = fatima.page.getByRole('dialog', { name: 'What is locked' });
  await list.getByRole('button', { name: 'Unlock' }).first().click();
  await expect(list).toContainText('Nothing is locked on this board');
  await list.getByRole('button', { name: 'Close' }).last().click();
  await expect(signOf(anna.page)).toHaveCount(0);
  await putByMouse(anna.page, drafts, 'Again');
  await expect(cardsSaying(fatima.page, 'Again')).toBeVisible();
  await expectEqual(fatima.page, anna.page);
  for (const { context } of [fatima, anna]) await context.close();
});

test('[LOK21] on a locked board participants only look; what was open is ended and stands; comments go on; unlocking is told', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'blank');
  const [fatima, anna] = [
    await come(browser, server.address, board, 'Fatima', wide),
    await come(browser, server.address, board, 'Anna', wide),
  ];
  await writeNote(anna.page, place, 'Begun ');
  await openNote(anna.page, 'Begun', 'End');
  await anna.page.keyboard.type('and ended');
  await isSaved(anna.page);
  await facilitate(fatima.page, 'Lock the board for participants');
  const rules = (page: Page) => page.getByRole('region', { name: 'What participants may do now' });
  await expect(rules(anna.page)).toContainText('Only looking now');
  await expect(rules(fatima.page)).toContainText('The board is locked for participants.');
  await hears(anna.page, /Only looking now/);
  await expect(editorIn(anna.page)).toHaveCount(0);
  for (const { page } of [fatima, anna]) await expect(shown(page, 'Begun and ended')).toBeVisible();

  // Tools that write are gone, by key too; looking and pointing stay.
  await expect(anna.page.getByTestId('tools.note')).toHaveCount(0);
  const before = await shapesIn(anna.page);
  for (const key of ['n', 'd', 't', 'c']) {
    await anna.page.locator('.tl-container').focus();
    await anna.page.keyboard.press(key);
    await drag(anna.page, { x: 900, y: 700 }, { x: 1000, y: 800 });
    await anna.page.keyboard.press('Escape');
  }
  expect(await shapesIn(anna.page)).toEqual(before);
  await writeNote(fatima.page, { x: 1100, y: 500 }, 'By who leads');
  await expect(shown(anna.page, 'By who leads')).toBeVisible();
  await anna.page.reload();
  await boardIsThere(anna.page);
  await expect(rules(anna.page)).toContainText('Only looking now');

  await rules(fatima.page).getByRole('button', { name: 'Unlock the board' }).click();
  await expect(rules(anna.page)).toHaveCount(0);
  await expect(anna.page.getByText('You can change the board again.').first()).toBeVisible();
  await writeNote(anna.page, { x: 1100, y: 800 }, 'Free');
  await expect(shown(fatima.page, 'Free')).toBeVisible();
  await expectEqual(fatima.page, anna.page);
  for (const { context } of [fatima, anna]) await context.close();
});

test('[LOK22] a phase says what participants may do: the choice is in the run of show, and all hear it when the phase begins', async ({
  browser,
}) => {
  const board = await freshBoard();
  const [fatima, anna] = [
    await come(browser, server.address, board, 'Fatima', wide),
    await come(browser, server.address, board, 'Anna', wide),
  ];
  await goTo(anna.page, frame);
  await goTo(fatima.page, frame);
  await putByMouse(fatima.page, drafts, 'Of Fatima');
  await expect(cardsSaying(anna.page, 'Of Fatima')).toBeVisible();
  await facilitate(fatima.page, 'Run of show');
  const dialog = fatima.page.getByRole('dialog', { name: 'Run of show' });
  await dialog.getByRole('listitem').first().getByRole('button').first().click();
  await dialog
    .getByRole('combobox', { name: 'Participants may' })
    .selectOption({ label: 'Add, and change only their own' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await facilitate(fatima.page, 'Start the session');
  await fatima.page.getByRole('dialog').getByRole('button', { name: 'Start' }).click();
  const rules = anna.page.getByRole('region', { name: 'What participants may do now' });
  await expect(rules).toContainText('Only your own now');

  const of = await middle(cardsSaying(anna.page, 'Of Fatima'));
  await letGo(anna.page);
  await anna.page.mouse.dblclick(of.x, of.y);
  await expect(editorIn(anna.page)).toHaveCount(0);
  await expect(anna.page.getByText('In this phase everybody changes only their own.').first()).toBeVisible();
  await putByMouse(anna.page, drafts, 'Of Anna');
  await expect(cardsSaying(fatima.page, 'Of Anna')).toBeVisible();
  await letGo(anna.page);
  const mine = await middle(cardsSaying(anna.page, 'Of Anna'));
  // A machine that is busy may hear two clicks as two, and what is typed on a card that is only selected is written over it.
  await expect(async () => {
    await anna.page.mouse.dblclick(mine.x, mine.y);
    await expect(editorIn(anna.page)).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await write(anna.page, ', still');
  await expect(cardsSaying(fatima.page, 'Of Anna, still')).toBeVisible();
  await expectEqual(fatima.page, anna.page);
  for (const { context } of [fatima, anna]) await context.close();
});

test('[LOK23] words that were written offline where it is locked by now are given back, to be copied; the boards agree', async ({
  browser,
}) => {
  const board = await freshBoard();
  const [fatima, anna] = [
    await come(browser, server.address, board, 'Fatima', wide),
    await come(browser, server.address, board, 'Anna', wide),
  ];
  for (const { page } of [fatima, anna]) await goTo(page, frame);
  await anna.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await canWrite(anna.page);
  await putByMouse(anna.page, drafts, 'Before');
  await isSaved(anna.page);
  await anna.context.setOffline(true);
  await putByMouse(anna.page, drafts, 'Written on the train');
  await onZone(fatima.page, 'Lock this zone for participants');
  await expect(signOf(fatima.page)).toBeVisible();
  await anna.context.setOffline(false);
  const lost = anna.page.getByRole('region', { name: 'Your words are not on the board' });
  await expect(lost).toContainText('Written on the train');
  await expect(cardsSaying(anna.page, 'Written on the train')).toHaveCount(0);
  await lost.getByRole('button', { name: 'Copy text' }).click();
  await expect.poll(() => anna.page.evaluate(() => navigator.clipboard.readText())).toBe('Written on the train');
  await lost.getByRole('button', { name: 'Close' }).click();
  await expect(lost).toHaveCount(0);
  await expect(cardsSaying(fatima.page, 'Before')).toBeVisible();
  await expectEqual(fatima.page, anna.page);
  for (const { context } of [fatima, anna]) await context.close();
});

test('[LOK24] when the browser of who leads dies, locks stand, and another who leads unlocks and goes on', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'blank');
  const [fatima, anna] = [
    await come(browser, server.address, board, 'Fatima', wide),
    await come(browser, server.address, board, 'Anna', wide),
  ];
  await facilitate(fatima.page, 'Lock the board for participants');
  const rules = (page: Page) => page.getByRole('region', { name: 'What participants may do now' });
  await expect(rules(anna.page)).toBeVisible();
  // No word of leaving reaches the server.
  await fatima.context.setOffline(true);
  await fatima.context.close();
  const second = await come(browser, server.address, board, 'Jonas', wide);
  await expect(rules(second.page)).toContainText('Only looking now');
  await openAs(second, server.address, board, 'Fatima');
  await boardIsThere(second.page);
  await rules(second.page).getByRole('button', { name: 'Unlock the board' }).click();
  await expect(rules(anna.page)).toHaveCount(0);
  await writeNote(anna.page, place, 'Goes on');
  await expect(shown(second.page, 'Goes on')).toBeVisible();
  for (const { context } of [second, anna]) await context.close();
});

test('[LOK25] a card is locked and unlocked with a key and from its menu, several at once; participants have neither key nor entry', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'blank');
  const [fatima, anna] = [
    await come(browser, server.address, board, 'Fatima', wide),
    await come(browser, server.address, board, 'Anna', wide),
  ];
  await writeNote(fatima.page, place, 'One');
  await writeNote(fatima.page, { x: 1000, y: 560 }, 'Two');
  await fatima.page.locator('.tl-container').focus();
  await fatima.page.keyboard.press('Control+A');
  await fatima.page.keyboard.press('Shift+L');
  await expect(anna.page.locator('[data-locked]')).toHaveCount(2);
  const before = await shapesIn(anna.page);
  const one = await middle(shown(anna.page, 'One'));
  await drag(anna.page, one, { x: one.x + 200, y: one.y + 100 });
  await expect(anna.page.getByText('This is locked by whoever leads.').first()).toBeVisible();
  await anna.page.keyboard.press('Escape');
  await anna.page.mouse.click(one.x, one.y);
  await anna.page.keyboard.press('Shift+L');
  await anna.page.mouse.click(one.x, one.y, { button: 'right' });
  await expect(anna.page.getByRole('menu')).toBeVisible();
  await expect(anna.page.getByRole('menuitem', { name: /lock/i })).toHaveCount(0);
  await anna.page.keyboard.press('Escape');
  expect(await shapesIn(anna.page)).toEqual(before);
  const two = await middle(shown(fatima.page, 'Two'));
  await fatima.page.keyboard.press('Escape');
  await fatima.page.mouse.click(two.x, two.y, { button: 'right' });
  await fatima.page.getByRole('menuitem', { name: 'Unlock', exact: false }).first().click();
  await expect(anna.page.locator('[data-locked]')).toHaveCount(1);
  await expectEqual(fatima.page, anna.page);
  for (const { context } of [fatima, anna]) await context.close();
});
