import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { shapesIn } from './support/editor.ts';
import { arrive, isSaved, writeNote } from './support/person.ts';
import { openAs, type ReadyBoard, readyBoard } from './support/ready-board.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server?.stop());

/** Of the people of this test: a board that stays open draws on. */
const contexts: BrowserContext[] = [];
test.afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});

const title = 'Our board';

/** The board itself, also while a version stands in front of it. */
const liveCanvas = (page: Page) => page.locator('.tl-canvas').first();
const onBoard = (page: Page, text: string) => liveCanvas(page).getByText(text, { exact: true });
const drawer = (page: Page) => page.getByRole('complementary', { name: 'History' });
const preview = (page: Page) => page.getByRole('region', { name: 'Versions' });
const onPreview = (page: Page, text: string) => preview(page).locator('.tl-canvas').getByText(text, { exact: true });

async function boardIsOpen(page: Page): Promise<void> {
  await expect(page.locator('.tl-canvas')).toBeVisible();
  await isSaved(page);
}

async function sitDown(browser: Browser, board: ReadyBoard, name: 'Fatima' | 'Anna' | 'Jonas'): Promise<Page> {
  const person = await arrive(browser, server.address);
  contexts.push(person.context);
  await openAs(person, server.address, board, name);
  await boardIsOpen(person.page);
  return person.page;
}

/** A facilitator at a new blank board. @returns how others join. */
async function gather(browser: Browser) {
  const board = await readyBoard(server.address, 'blank', title);
  const fatima = await sitDown(browser, board, 'Fatima');
  const join = (name: 'Anna' | 'Jonas') => sitDown(browser, board, name);
  return { fatima, join };
}

async function everybodySees(pages: readonly Page[], text: string): Promise<void> {
  for (const page of pages) await expect(onBoard(page, text)).toBeVisible();
}

async function nobodySees(pages: readonly Page[], text: string): Promise<void> {
  for (const page of pages) await expect(onBoard(page, text)).toHaveCount(0);
}

async function openHistory(page: Page, tab?: string) {
  await page.getByRole('button', { name: 'History of this board' }).click();
  if (tab !== undefined) await drawer(page).getByRole('tab', { name: tab }).click();
  return drawer(page);
}

async function selectNote(page: Page, text: string): Promise<void> {
  // A click on what is selected already would open its text.
  await liveCanvas(page).click({ position: { x: 5, y: 5 } });
  await onBoard(page, text).click();
  await expect(page.locator('.tl-selection__fg')).toBeVisible();
}

let clicks = 0;

/** Clicks beside the sheets, in another place each time: twice in one place would begin a text. */
async function selectEverything(page: Page): Promise<void> {
  clicks += 1;
  await liveCanvas(page).click({ position: { x: 5, y: clicks % 2 === 0 ? 5 : 150 } });
  await page.keyboard.press('Control+a');
}

async function restoreShownVersion(page: Page): Promise<void> {
  await preview(page).getByRole('button', { name: 'Restore this version' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Restore this version' }).click();
  await expect(preview(page)).toHaveCount(0);
}

test('[PAGE25] a version is kept by name, looked at while the board goes on, and brought back for everybody', async ({
  browser,
}) => {
  const { fatima, join } = await gather(browser);
  const anna = await join('Anna');
  const both = [fatima, anna];
  await writeNote(fatima, { x: 420, y: 400 }, 'First thought');
  await isSaved(fatima);
  await everybodySees(both, 'First thought');

  const history = await openHistory(fatima);
  await history.getByLabel('Keep the board as it is now').fill('Before the break');
  await history.getByRole('button', { name: 'Keep this version' }).click();
  await expect(history.getByText('“Before the break” is kept.')).toBeVisible();
  const version = history.getByRole('button', { name: /Before the break/ });
  await expect(version).toContainText('Kept by Fatima');

  await writeNote(anna, { x: 800, y: 400 }, 'Second thought');
  await everybodySees(both, 'Second thought');
  await version.click();
  await expect(preview(fatima).getByText(/You are looking at “Before the break”/)).toBeVisible();
  await expect(onPreview(fatima, 'First thought')).toBeVisible();
  await expect(onPreview(fatima, 'Second thought')).toHaveCount(0);

  await writeNote(anna, { x: 800, y: 650 }, 'Third thought');
  await expect(onBoard(fatima, 'Third thought')).toBeAttached();
  await expect(onPreview(fatima, 'Third thought')).toHaveCount(0);
  await preview(fatima).getByRole('button', { name: 'Back to now' }).click();
  await everybodySees(both, 'Third thought');

  await version.click();
  await restoreShownVersion(fatima);
  await nobodySees(both, 'Second thought');
  await nobodySees(both, 'Third thought');
  await everybodySees(both, 'First thought');
  for (const page of both) {
    await expect(page.getByText('Fatima went back to an earlier version of this board.').first()).toBeVisible();
  }
  // What was there before is a version too.
  await history.getByRole('button', { name: /Before going back/ }).click();
  await expect(onPreview(fatima, 'Second thought')).toBeVisible();
});

test('[PAGE26] no key that is meant for the history reaches the board', async ({ browser }) => {
  const { fatima, join } = await gather(browser);
  const anna = await join('Anna');
  await writeNote(fatima, { x: 420, y: 400 }, 'Stay here');
  await isSaved(fatima);
  await selectNote(fatima, 'Stay here');
  const history = await openHistory(fatima);
  await expect(history.getByRole('heading', { name: 'History' })).toBeFocused();
  await fatima.keyboard.press('Delete');
  await fatima.keyboard.press('Backspace');
  await history.getByLabel('Keep the board as it is now').fill('Now');
  await history.getByRole('button', { name: 'Keep this version' }).click();
  await history.getByRole('button', { name: /Now/ }).click();
  await expect(onPreview(fatima, 'Stay here')).toBeVisible();
  await preview(fatima)
    .locator('.tl-canvas')
    .click({ position: { x: 300, y: 200 } });
  await fatima.keyboard.press('Delete');
  await fatima.keyboard.press('Control+a');
  await fatima.keyboard.press('Delete');
  await preview(fatima).getByRole('button', { name: 'Back to now' }).click();
  await isSaved(fatima);
  await everybodySees([fatima, anna], 'Stay here');
  await history.getByRole('tab', { name: 'Versions' }).focus();
  await fatima.keyboard.press('Escape');
  await expect(history).toHaveCount(0);
  await expect(fatima.getByRole('button', { name: 'History of this board' })).toBeFocused();

  await selectNote(fatima, 'Stay here');
  await fatima.keyboard.press('Delete');
  await nobodySees([fatima, anna], 'Stay here');
});

test('[PAGE27] a participant brings back what somebody deleted, and may not go back to a version', async ({
  browser,
}) => {
  const { fatima, join } = await gather(browser);
  const anna = await join('Anna');
  const both = [fatima, anna];
  await writeNote(anna, { x: 420, y: 400 }, 'Cold rooms are full');
  await isSaved(anna);
  await everybodySees(both, 'Cold rooms are full');
  await selectNote(fatima, 'Cold rooms are full');
  await fatima.keyboard.press('Delete');
  await nobodySees(both, 'Cold rooms are full');
  await isSaved(fatima);

  const history = await openHistory(anna, 'Deleted');
  await expect(history.getByRole('tab', { name: 'By person' })).toHaveCount(0);
  const row = history.getByRole('listitem').filter({ hasText: 'Cold rooms are full' });
  await expect(row).toContainText('Fatima');
  await row.getByRole('checkbox').check();
  await history.getByRole('button', { name: 'Bring 1 back' }).click();
  await everybodySees(both, 'Cold rooms are full');
  await expect(history.getByRole('status')).toContainText('1 thing came back');
  await expect(row).toHaveCount(0);

  await history.getByRole('tab', { name: 'Versions' }).click();
  await expect(history.getByRole('button', { name: 'Keep this version' })).toHaveCount(0);
});

test('[RELY39] who wipes the board is named, and the facilitator has it back in seconds', async ({ browser }) => {
  const { fatima, join } = await gather(browser);
  const [anna, jonas] = [await join('Anna'), await join('Jonas')];
  const all = [fatima, anna, jonas];
  // Copies lie beyond the edge of the screen, where nothing has an element.
  const notes = async (page: Page) => (await shapesIn(page)).filter((shape) => shape.includes('"type":"note"'));
  const everybodyHas = async (count: number) => {
    for (const page of all) await expect.poll(async () => (await notes(page)).length).toBe(count);
  };
  await writeNote(anna, { x: 320, y: 320 }, 'Cold rooms are full');
  await writeNote(fatima, { x: 620, y: 320 }, 'No evening route');
  await everybodyHas(2);
  // Loss is said of ten things and more.
  for (const count of [4, 8, 16]) {
    await selectEverything(fatima);
    await fatima.keyboard.press('Control+d');
    await everybodyHas(count);
  }
  await isSaved(fatima);

  await selectEverything(jonas);
  await jonas.keyboard.press('Delete');
  await everybodyHas(0);
  await isSaved(jonas);

  const history = await openHistory(fatima);
  const loss = history.getByRole('button', { name: /Before a large loss/ });
  await expect(loss).toContainText('Jonas removed a large part');
  await loss.click();
  await restoreShownVersion(fatima);
  await everybodyHas(16);
  expect((await notes(jonas)).filter((note) => note.includes('Cold rooms are full'))).toHaveLength(8);
});

test('[PAGE28] undoing one person shows first what it will do, and leaves the work of the others', async ({
  browser,
}) => {
  const { fatima, join } = await gather(browser);
  const [anna, jonas] = [await join('Anna'), await join('Jonas')];
  const all = [fatima, anna, jonas];
  await writeNote(anna, { x: 320, y: 400 }, 'By Anna');
  await writeNote(jonas, { x: 620, y: 400 }, 'By Jonas');
  await writeNote(jonas, { x: 900, y: 400 }, 'By Jonas too');
  for (const text of ['By Anna', 'By Jonas', 'By Jonas too']) await everybodySees(all, text);
  await isSaved(jonas);

  const history = await openHistory(fatima, 'By person');
  await history.getByRole('radio', { name: /Jonas/ }).check();
  await history.getByRole('button', { name: 'See what would change' }).click();
  await expect(history.getByText('2 would disappear.')).toBeVisible();
  await everybodySees(all, 'By Jonas');
  await history.getByRole('button', { name: 'Undo this' }).click();
  await fatima.getByRole('alertdialog').getByRole('button', { name: 'Undo this' }).click();
  await nobodySees(all, 'By Jonas');
  await nobodySees(all, 'By Jonas too');
  await everybodySees(all, 'By Anna');
  await expect(history.getByRole('status').first()).toContainText('2 disappeared');
});

test('[PAGE29] a board goes into the bin, whoever is on it is led out, and it comes back whole', async ({
  browser,
}) => {
  const { fatima, join } = await gather(browser);
  const anna = await join('Anna');
  await writeNote(anna, { x: 420, y: 400 }, 'Worth keeping');
  await isSaved(anna);
  await fatima.getByRole('link', { name: 'Back to Full Plates' }).click();
  await fatima.getByRole('button', { name: `More about ${title}` }).click();
  await fatima.getByRole('menuitem', { name: 'Move to the bin' }).click();
  const question = fatima.getByRole('alertdialog');
  await expect(question).toContainText(`Move “${title}” to the bin?`);
  await question.getByRole('button', { name: 'Move to the bin' }).click();
  await expect(fatima.getByRole('link', { name: new RegExp(title) })).toHaveCount(0);
  await expect(anna.getByText('This board is not here')).toBeVisible();

  await anna.getByRole('link', { name: 'To the workshop' }).click();
  await expect(anna.getByRole('heading', { level: 1, name: 'Full Plates' })).toBeVisible();
  await expect(anna.getByRole('link', { name: new RegExp(title) })).toHaveCount(0);
  await expect(anna.getByText(/^Bin/)).toHaveCount(0);

  await fatima.getByText('Bin (1)').click();
  await fatima.getByRole('button', { name: `Take out “${title}”` }).click();
  await fatima.getByRole('link', { name: new RegExp(title) }).click();
  await boardIsOpen(fatima);
  await everybodySees([fatima], 'Worth keeping');
});

test('[PAGE30] what stands on the canvas makes room for an open history, and a notice leaves the tools free', async ({
  browser,
}) => {
  const fatima = await sitDown(browser, await readyBoard(server.address, 'root-cause-tree', title), 'Fatima');
  const history = await openHistory(fatima);
  const edges = async () => {
    const [frames, tools] = await Promise.all([
      fatima.getByRole('navigation', { name: 'Frames of this board' }).boundingBox(),
      fatima.locator('.tlui-toolbar__inner').boundingBox(),
    ]);
    return frames === null || tools === null ? -1 : tools.x - (frames.x + frames.width);
  };
  await expect.poll(edges).toBeGreaterThan(0);

  await history.getByLabel('Keep the board as it is now').fill('Now');
  await history.getByRole('button', { name: 'Keep this version' }).click();
  await expect(history.getByRole('button', { name: /Now/ })).toBeVisible();
  await writeNote(fatima, { x: 420, y: 560 }, 'Later');
  await isSaved(fatima);
  await history.getByRole('button', { name: /Now/ }).click();
  await restoreShownVersion(fatima);
  const [notice, tools] = await Promise.all([
    fatima.getByRole('listitem').filter({ hasText: 'Fatima went back to an earlier version' }).boundingBox(),
    fatima.locator('.tlui-toolbar__inner').boundingBox(),
  ]);
  expect((notice?.y ?? 0) + (notice?.height ?? 0)).toBeLessThan(tools?.y ?? 0);
});
