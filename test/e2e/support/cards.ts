import { readFile } from 'node:fs/promises';
import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import type { TLRecord } from '@tldraw/tlschema';
import { choicesOf } from '../../../client/cards/choices.ts';
import type { TemplateId } from '../../../shared/api/templates.ts';
import type { Language } from '../../../shared/api/text.ts';
import { type BoardView, type Spot, viewBoard } from '../../../shared/method/board-view.ts';
import { type Fields, type FieldValue, fieldTypes, isFieldName } from '../../../shared/method/cards/fields.ts';
import type { CardKind } from '../../../shared/method/cards/kinds.ts';
import { loadDemo } from '../../../shared/method/demo/demos.ts';
import type { Box } from '../../../shared/method/template.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { kindWords } from '../../../shared/method/words/kinds.ts';
import { flagWords } from '../../../shared/method/words/values.ts';
import { arrive, boardIsThere, copyLink, createBoard, createWorkshop, drag, isSaved, joinByLink } from './person.ts';
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
  await anna.page
    .getByRole('link', { name: new RegExp(board.title) })
    .or(anna.page.locator('.tl-canvas'))
    .waitFor();
  await boardIsThere(anna.page);
  return { fatima, anna };
}

/** By the menu of frames, which is there however little room the panels leave. */
export async function goTo(page: Page, frame: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Pages of this board' }).getByTitle('Pages of this board').click();
  await page.getByRole('menuitem', { name: frame, exact: true }).click();
}

/** Writes into the card that has just been opened, and leaves it selected. */
export async function write(page: Page, words: string): Promise<void> {
  await expect(editorIn(page)).toBeFocused();
  await page.keyboard.type(words);
  await page.keyboard.press('Escape');
  await expect(editorIn(page)).toHaveCount(0);
}

/** With nothing selected, so that no drawer covers the canvas. */
export async function letGo(page: Page): Promise<void> {
  await page.locator('.tl-container').focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary', { name: 'Card' })).toHaveCount(0);
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

/** Types into the list that is open and takes the first that is left. */
export async function chooseFromList(page: Page, wanted: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Find')).toBeFocused();
  await page.keyboard.type(wanted);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
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
  const toTable = page.getByRole('button', { name: 'Table' });
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

/** A block of cells as a spreadsheet copies it, over the cell that has the focus. */
export async function pasteCells(page: Page, rows: readonly (readonly string[])[]): Promise<void> {
  await page.evaluate((text) => navigator.clipboard.writeText(text), tabbed(rows));
  await page.keyboard.press('Control+v');
}

const tabbed = (rows: readonly (readonly string[])[]): string => rows.map((cells) => cells.join('\t')).join('\n');

/** What a page knows of the cards of a kind: its table, as it gives it away. */
export async function tableOf(page: Page, kind: CardKind, language: Language = 'en'): Promise<readonly string[][]> {
  await openTable(page, kind, language);
  const button = page.getByRole('button', { name: 'CSV' });
  if (await button.isDisabled()) return [];
  const download = page.waitForEvent('download');
  await button.click();
  return readCsv(await readFile(await (await download).path(), 'utf8'));
}

function readCsv(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, separator, quoted, plain] of csv
    .replace(/^\ufeff/, '')
    .matchAll(/(^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)) {
    if (separator === '\r\n') rows.push([]);
    rows.at(-1)?.push((quoted ?? plain ?? '').replaceAll('""', '"').replace(/^'(?=[=+\-@])/, ''));
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
}

/**
 * Fills the fields of the example's cards with pasted blocks, with keys alone. Votes are counted, not written.
 * One person after the other: all pages of a browser have one clipboard.
 */
export async function pasteFields(
  page: Page,
  kinds: readonly CardKind[],
  cards: readonly Wanted[],
  language: Language = 'en',
): Promise<void> {
  for (const kind of kinds) await pasteFieldsOf(page, kind, cards, language);
  await backToBoard(page);
}

async function pasteFieldsOf(page: Page, kind: CardKind, cards: readonly Wanted[], language: Language): Promise<void> {
  const [head = [], ...rows] = await tableOf(page, kind, language);
  const wanted = rows.map(([title]) => cards.find((card) => card.kind === kind && card.title === title));
  const last = head.indexOf('sensitivity');
  const starts = head.includes('depth')
    ? [
        [1, 1],
        [3, last],
      ]
    : [[1, last]];
  for (const [from = 0, to = 0] of starts) {
    await goToCell(page, rows[0]?.[0] ?? '', head[from] ?? '');
    await pasteCells(
      page,
      wanted.map((card, row) =>
        head
          .slice(from, to + 1)
          .map((column, at) =>
            card === undefined ? (rows[row]?.[from + at] ?? '') : spelled(column, card.fields[column], language),
          ),
      ),
    );
    await expect(page.getByText(/pasted cells? do(es)? not fit/)).toHaveCount(0);
  }
}

/** A value as people write it into a cell. */
function spelled(column: string, value: FieldValue | undefined, language: Language): string {
  if (value === undefined) return '';
  if (isFieldName(column) && fieldTypes[column].type === 'choice')
    return choicesOf(column).find((choice) => choice.value === value)?.text[language] ?? '';
  return typeof value === 'boolean' ? flagWords[value ? 'yes' : 'no'][language] : String(value);
}

/** A card of the example, in one language. */
export interface Wanted {
  readonly id: string;
  readonly kind: CardKind;
  readonly title: string;
  /** `<frame>/<zone>`. */
  readonly zone: string;
  readonly fields: Fields;
}

export function wantedOf(template: TemplateId, language: Language = 'en'): readonly Wanted[] {
  const demo = loadDemo(template);
  if (demo === null) throw new Error(`${template} has no example`);
  return demo.cards.map(({ id, kind, title, zone, fields = {}, words = {} }) => {
    const said = Object.entries(words).map(([name, text]) => [name, text[language]] as const);
    const { votes_people: _people, votes_orgs: _orgs, ...written } = fields;
    return { id, kind, zone, title: title[language], fields: { ...written, ...Object.fromEntries(said) } };
  });
}

/** The board as the server gives it away. */
export async function exportedBoard(page: Page, template: TemplateId) {
  const boardId = new URL(page.url()).pathname.split('/').at(-1);
  const response = await page.request.get(`/api/boards/${boardId}/export/json`);
  expect(response.ok()).toBe(true);
  const { records } = (await response.json()) as { records: TLRecord[] };
  return viewBoard(new Map(records.map((record) => [record.id, record])), loadTemplate(template));
}

type Place = Pick<Spot, 'frame' | 'zone'>;
const placeOf = ({ frame, zone }: Place): string => `${frame?.id}/${zone?.id}`;

/** Where each card of the board is and what it says of itself, without whose it is: organisations have ids there. */
export const cardsOn = (view: BoardView) =>
  [...view.cards.values()]
    .filter(({ isGhost }) => !isGhost)
    .map((card) => ({
      kind: card.kind,
      title: card.title,
      zone: placeOf(card),
      fields: withoutOrganisations(card.fields),
    }))
    .sort(byTitle);
export const cardsWanted = (cards: readonly Wanted[]) =>
  cards
    .map(({ kind, title, zone, fields }) => ({ kind, title, zone, fields: withoutOrganisations(fields) }))
    .sort(byTitle);

type Titled = { readonly title: string; readonly zone: string };
const byTitle = (a: Titled, b: Titled): number => (`${a.title} ${a.zone}` < `${b.title} ${b.zone}` ? -1 : 1);
const withoutOrganisations = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).filter(([name]) => !isFieldName(name) || fieldTypes[name].type !== 'organisation'),
  );

export const mirrorsOn = (view: BoardView): readonly string[] =>
  view.mirrors.map((mirror) => `${mirror.card.title} > ${placeOf(mirror)}`).sort();
export const mirrorsWanted = (template: TemplateId, cards: readonly Wanted[]): readonly string[] =>
  (loadDemo(template)?.mirrors ?? [])
    .filter(({ of }) => cards.some(({ id }) => id === of))
    .map(({ of, zone }) => `${titleOf(cards, of)} > ${zone}`)
    .sort();

/** Ghosts hang together too; what nobody wrote into is left out. */
export const relationsOn = (view: BoardView) =>
  view.relations
    .flatMap(({ props: { from, to, kind, tie, strength, state, direction } }) => {
      const [source, target] = [view.cards.get(from), view.cards.get(to)];
      if (source === undefined || target === undefined || source.isGhost || target.isGhost) return [];
      const ties = kind === 'relates' ? { tie, strength, state, direction } : {};
      return [{ title: source.title, zone: target.title, kind, ...ties }];
    })
    .sort(byTitle);
export const relationsWanted = (template: TemplateId, cards: readonly Wanted[]) =>
  (loadDemo(template)?.relations ?? [])
    .filter(({ from, to }) => [from, to].every((end) => cards.some(({ id }) => id === end)))
    .map(({ from, to, kind, tie, strength, state, direction }) => {
      const ties = kind === 'relates' ? { tie, strength, state, direction } : {};
      return { title: titleOf(cards, from), zone: titleOf(cards, to), kind, ...ties };
    })
    .sort(byTitle);

function titleOf(cards: readonly Wanted[], id: string): string {
  const card = cards.find((known) => known.id === id);
  if (card === undefined) throw new Error(`the example has no ${id}`);
  return card.title;
}

interface Standing extends Place {
  readonly title: string;
  readonly page: string;
  readonly box: Box;
}

/** What stands on the frames: cards and second places, in coordinates of their frame. */
function standing(view: BoardView): readonly Standing[] {
  const all = [
    ...[...view.cards.values()].map((card) => ({ ...card, isMirror: false })),
    ...view.mirrors.map((mirror) => ({ ...mirror, title: mirror.card.title, isMirror: true })),
  ];
  return all.flatMap(({ title, frame, zone, frameShape, shape: { x, y, props } }) =>
    frameShape === null
      ? []
      : [
          {
            title,
            frame,
            zone,
            page: frameShape.id,
            box: { x: x - frameShape.x, y: y - frameShape.y, w: props.w, h: props.h },
          },
        ],
  );
}

const overlapMax = 0.5;
const overlap = (a: Box, b: Box): boolean =>
  Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x) > overlapMax &&
  Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y) > overlapMax;
const holds = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x - overlapMax &&
  inner.y >= outer.y - overlapMax &&
  inner.x + inner.w <= outer.x + outer.w + overlapMax &&
  inner.y + inner.h <= outer.y + outer.h + overlapMax;

/** Pairs that cover each other, and what stands outside of its zone. */
export function faultsOf(view: BoardView): readonly string[] {
  const all = standing(view);
  const covered = all.flatMap((a, index) =>
    all
      .slice(index + 1)
      .flatMap((b) => (a.page === b.page && overlap(a.box, b.box) ? [`${a.title} covers ${b.title}`] : [])),
  );
  const outside = all.flatMap(({ title, zone, box }) =>
    zone === null ? [`${title} is in no zone`] : holds(zone.box, box) ? [] : [`${title} leaves ${zone.id}`],
  );
  return [...covered, ...outside];
}

/** Cards, second places and edges of the frame that is in view, each where it stands and as large as it is. */
const screenOf = (page: Page, frame: string): Promise<readonly string[]> =>
  page.evaluate((id) => {
    const onPage = (shape: HTMLElement) => {
      const { e, f } = new DOMMatrix(shape.style.transform);
      return { x: e, y: f, w: Number.parseFloat(shape.style.width), h: Number.parseFloat(shape.style.height) };
    };
    const sheet = document.querySelector<HTMLElement>(`.tl-canvas [data-shape-id="${id}"]`);
    if (sheet === null) return ['not in view'];
    const { x, w } = onPage(sheet);
    const shapes = document.querySelectorAll<HTMLElement>(
      '.tl-canvas :is([data-shape-type="card"], [data-shape-type="mirror"])',
    );
    return [...shapes]
      .map((shape) => ({ id: shape.dataset.shapeId, ...onPage(shape) }))
      .filter((shape) => shape.x >= x && shape.x + shape.w <= x + w)
      .map((shape) => JSON.stringify(shape))
      .sort();
  }, frame);

/** Both people's tables say the same, and their canvases show it frame by frame. */
export async function areEqual(
  [one, other]: readonly [Page, Page],
  template: TemplateId,
  kinds: readonly CardKind[],
  language: Language = 'en',
): Promise<void> {
  await Promise.all([isSaved(one), isSaved(other)]);
  for (const kind of kinds) {
    const tables = await Promise.all([one, other].map((page) => tableOf(page, kind, language)));
    expect(tables[1]).toEqual(tables[0]);
  }
  for (const page of [one, other]) {
    await backToBoard(page);
    await letGo(page);
  }
  const { frames } = await exportedBoard(one, template);
  for (const { shape } of frames) {
    for (const page of [one, other]) await goTo(page, shape.props.name);
    await expect(async () => {
      const [hers, annas] = await Promise.all([one, other].map((page) => screenOf(page, shape.id)));
      expect(hers).not.toEqual(['not in view']);
      expect(annas).toEqual(hers);
    }).toPass({ timeout: 15_000 });
  }
}

/** A click, with a hand on Shift for more than one. */
export async function clickCards(page: Page, titles: readonly string[]): Promise<void> {
  await letGo(page);
  for (const [index, title] of titles.entries()) {
    const { x, y } = await middle(cardsSaying(page, title));
    if (index > 0) await page.keyboard.down('Shift');
    await page.mouse.click(x, y);
    if (index > 0) await page.keyboard.up('Shift');
  }
}

/** With the right button on what is selected, and a click in the list that follows. */
export async function menuByMouse(page: Page, on: string, entry: string): Promise<void> {
  const { x, y } = await middle(cardsSaying(page, on));
  await page.mouse.click(x, y, { button: 'right' });
  await page.getByRole('menuitem', { name: entry }).click();
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

/** What the card with this id of the example says. */
export const titlesOf =
  (cards: readonly Wanted[]) =>
  (id: string): string =>
    titleOf(cards, id);
