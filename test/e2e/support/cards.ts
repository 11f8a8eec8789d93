import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import type { Language } from '../../../shared/api/text.ts';
import type { CardKind } from '../../../shared/method/cards/kinds.ts';
import { kindWords } from '../../../shared/method/words/kinds.ts';
import { arrive, boardIsThere, copyLink, createBoard, createWorkshop, drag, isDrawn, joinByLink } from './person.ts';
import { editorIn } from './two-people.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

interface NewBoard {
  /** As the page of the workshop calls it. */
  readonly template: string;
  readonly title: string;
  readonly language: string;
}

/** Fatima, who made the board, and Anna, who came by the link; both have a large screen. */
export async function meetOn(browser: Browser, address: string, board: NewBoard) {
  const viewport = { width: 1920, height: 1080 };
  const fatima = await arrive(browser, address, { viewport });
  await createWorkshop(fatima.page, 'Full Plates', 'Fatima', 'City of Merelbrugge');
  const link = await copyLink(fatima.page, 'Copy link');
  await createBoard(fatima.page, board);
  await boardIsThere(fatima.page);
  const anna = await arrive(browser, address, { viewport });
  await joinByLink(anna.page, link, 'Anna', 'De Schakel Food Aid');
  await boardIsThere(anna.page);
  return { fatima, anna };
}

/** By the menu of frames, which is there however little room the panels leave. */
export async function goTo(page: Page, frame: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Frames of this board' }).getByTitle('Frames of this board').click();
  await page.getByRole('menuitem', { name: frame, exact: true }).click();
  // While a menu goes, a press beside it is none on the canvas.
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(page.locator('body')).not.toHaveCSS('pointer-events', 'none');
  await isDrawn(page);
}

/** How many letters of a card are keys. */
const typedKeys = 4;

/** Writes into the card that has just been opened, and leaves it selected. */
export async function write(page: Page, words: string): Promise<void> {
  await expect(editorIn(page)).toBeFocused();
  // A few keys, and the rest as from a spelling aid: that each key arrives is what the tests of notes are about.
  await page.keyboard.type(words.slice(0, typedKeys));
  await page.keyboard.insertText(words.slice(typedKeys));
  await page.keyboard.press('Escape');
  await expect(editorIn(page)).toHaveCount(0);
  // The keyboard goes back to the canvas, which whoever presses the next key sees.
  await isDrawn(page);
}

/** With nothing selected, so that no drawer covers the canvas. */
export async function letGo(page: Page): Promise<void> {
  await page.locator('.tl-container').focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary', { name: 'Card' })).toHaveCount(0);
  // Without the drawer the canvas has more room.
  await isDrawn(page);
}

const shapeOf = (page: Page, id: string): Locator => page.locator(`[data-shape-id="shape:${id}"]`);

/** A place of a zone that no card covers, on the screen: as an eye finds it, from below. */
export async function freePlace(page: Page, zone: string): Promise<Point> {
  await expect(shapeOf(page, zone)).toBeVisible();
  const found = await page.evaluate((id) => {
    const rect = (element: Element) => element.getBoundingClientRect();
    const zoneRect = document.querySelector(`[data-shape-id="shape:${id}"]`);
    if (zoneRect === null) return null;
    const { left, right, top, bottom } = rect(zoneRect);
    const cards = [...document.querySelectorAll('[data-shape-type="card"], [data-shape-type="mirror"]')].map(rect);
    const step = 6;
    for (let y = bottom - step * 2; y > top + step; y -= step) {
      for (let x = left + step * 2; x < right - step; x += step) {
        const isCovered = cards.some(
          (card) => x > card.left - step && x < card.right + step && y > card.top - step && y < card.bottom + step,
        );
        if (!isCovered && document.elementFromPoint(x, y)?.closest('.tl-canvas') != null) return { x, y };
      }
    }
    return null;
  }, zone);
  if (found === null) throw new Error(`no free place in ${zone}`);
  return found;
}

/** With the Card button and a click. */
export async function putByMouse(page: Page, zone: string, words: string): Promise<void> {
  await letGo(page);
  await page.getByTestId('tools.card').click();
  const { x, y } = await freePlace(page, zone);
  await page.mouse.click(x, y);
  await write(page, words);
}

/** With a double click. */
export async function putByDoubleClick(page: Page, zone: string, words: string): Promise<void> {
  await letGo(page);
  const { x, y } = await freePlace(page, zone);
  await page.mouse.dblclick(x, y);
  await write(page, words);
}

/** Over the one ghost of a zone. */
export async function writeOverGhost(page: Page, zone: string, words: string): Promise<void> {
  await letGo(page);
  const { x, y } = await middle(page.locator(`[data-shape-id^="shape:${zone}/starter."]`).first());
  await page.mouse.dblclick(x, y);
  await write(page, words);
}

export async function middle(what: Locator): Promise<Point> {
  await isDrawn(what.page());
  const box = await what.boundingBox();
  if (box === null) throw new Error('not in view');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The card or its second places, on the canvas. */
export const cardsSaying = (page: Page, words: string, type: 'card' | 'mirror' = 'card'): Locator =>
  page.locator(`.tl-canvas [data-shape-type="${type}"]`).filter({ has: page.getByText(words, { exact: true }) });

/** With the list of zones that Shift+C opens. @param place as much of page and zone as tells it from the others */
export async function putByKeys(page: Page, place: string, words: string): Promise<void> {
  await page.locator('.tl-container').focus();
  await page.keyboard.press('Shift+C');
  await chooseFromList(page, place);
  await write(page, words);
}

/** Types into the list that is open, takes the first that is left, and waits until the keys are the board's again. */
export async function chooseFromList(page: Page, wanted: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Find')).toBeFocused();
  await page.keyboard.type(wanted);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  // The focus comes back in a task of its own: what is focused before that loses it again.
  await expect(page.locator('.tl-container:focus, .tl-container :focus')).toHaveCount(1);
}

/** Below the card that is selected. */
export async function putChildByKeys(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Shift+Enter');
  await write(page, words);
}

/** Beside the card that is selected. */
export async function putSiblingByKeys(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Alt+Enter');
  await write(page, words);
}

/** Opens the menu of what is selected and takes the entry that begins with these letters. */
export async function menuByKeys(page: Page, entry: string): Promise<void> {
  await page.locator('.tl-container').focus();
  await page.keyboard.press('Control+Shift+Enter');
  const item = page.getByRole('menuitem', { name: entry });
  await expect(item).toBeVisible();
  await page.keyboard.type(entry);
  await expect(item).toBeFocused();
  await page.keyboard.press('Enter');
}

/** From the board to its table of a kind. */
export async function openTable(page: Page, kind: CardKind, language: Language = 'en'): Promise<void> {
  const toTable = page.getByRole('button', { name: 'Table', exact: true });
  if ((await toTable.getAttribute('aria-pressed')) !== 'true') {
    await toTable.focus();
    await page.keyboard.press('Enter');
  }
  const tab = page.getByRole('tab', { name: new RegExp(`^${kindWords[kind].many[language]}`) });
  await tab.focus();
  await expect(tab).toHaveAttribute('aria-selected', 'true');
}

export async function backToBoard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Board', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.tl-canvas')).toBeVisible();
}

/** Selects a card on the canvas by way of the table, with keys alone. */
export async function selectByKeys(
  page: Page,
  kind: CardKind,
  words: string,
  language: Language = 'en',
): Promise<void> {
  await openTable(page, kind, language);
  await goToCell(page, words, 'title');
  await page.keyboard.press('Shift+Enter');
  await backToBoard(page);
}

/** The cell, with the arrow keys. @param words that the card says, as a whole */
export async function goToCell(page: Page, words: string, column: string): Promise<void> {
  const cells = page.locator('tr[data-row]');
  const header = cells.locator('[data-column="title"]').filter({ has: page.getByText(words, { exact: true }) });
  await expect(header).toHaveCount(1);
  await page.locator('[data-active]').focus();
  await page.keyboard.press('Control+Home');
  const row = Number(await header.locator('..').getAttribute('aria-rowindex')) - 2;
  for (let step = 0; step < row; step++) await page.keyboard.press('ArrowDown');
  const columns = await cells
    .first()
    .locator('[data-column]')
    .evaluateAll((all) => all.map((cell) => (cell as HTMLElement).dataset.column ?? ''));
  for (let step = 0; step < columns.indexOf(column); step++) await page.keyboard.press('ArrowRight');
  await expect(header.locator('..').locator(`[data-column="${column}"]`)).toBeFocused();
}

/** A click, with a hand on Shift for more than one. */
export async function clickCards(page: Page, titles: readonly string[]): Promise<void> {
  await letGo(page);
  for (const [index, title] of titles.entries()) {
    const { x, y } = await middle(cardsSaying(page, title));
    if (index > 0) await page.keyboard.down('Shift');
    await page.mouse.click(x, y);
    if (index > 0) await page.keyboard.up('Shift');
    // What was chosen moves out from behind the drawer, which comes a moment after the click.
    else await expect(page.getByRole('complementary', { name: 'Card' })).toBeVisible();
  }
}

/** With the right button on what is selected, and a click in the list that follows. */
export async function menuByMouse(page: Page, on: string, entry: string): Promise<void> {
  // Cards make room for the drawer of what was just selected: who missed the card looks where it is now.
  await expect(async () => {
    const { x, y } = await middle(cardsSaying(page, on));
    await page.mouse.click(x, y, { button: 'right' });
    await page.getByRole('menuitem', { name: entry }).click({ timeout: 4_000 });
  }).toPass({ timeout: 15_000 });
}

export async function clickInList(page: Page, group: string, place: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  const section = dialog.locator('section').filter({ has: page.getByRole('heading', { name: group, exact: true }) });
  await section.getByRole('button', { name: place, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

/** From the handle of a card to another one. */
export async function connect(page: Page, from: string, to: string): Promise<void> {
  await clickCards(page, [from]);
  const handle = await middle(page.getByRole('button', { name: 'Connect', exact: true }));
  await drag(page, handle, await middle(cardsSaying(page, to)));
  await expect(page.getByRole('toolbar', { name: 'Link between two cards' })).toBeVisible();
}
