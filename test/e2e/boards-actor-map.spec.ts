import { expect, type Locator, type Page, test } from '@playwright/test';
import { rings } from '../../shared/method/behaviours/rings.ts';
import type { Fields } from '../../shared/method/cards/fields.ts';
import { relationStates, relationTies } from '../../shared/method/cards/relations.ts';
import { stateWords, tieWords } from '../../shared/method/words/relations.ts';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { pasteFields } from './support/card-table.ts';
import {
  chooseFromList,
  clickCards,
  clickInList,
  connect,
  goTo,
  letGo,
  meetOn,
  menuByKeys,
  menuByMouse,
  type Point,
  putByDoubleClick,
  putByKeys,
  selectByKeys,
  write,
  writeOverGhost,
} from './support/cards.ts';
import {
  areEqual,
  cardsOn,
  cardsWanted,
  exportedBoard,
  faultsOf,
  mirrorsOn,
  mirrorsWanted,
  relationsOn,
  relationsWanted,
  titlesOf,
  wantedOf,
} from './support/example.ts';
import { isSaved } from './support/person.ts';
import { leave } from './support/two-people.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server.stop());

const template = 'actor-map';
const wanted = wantedOf(template);
const say = titlesOf(wanted);
const fieldsOf = (id: string): Fields => wanted.find((card) => card.id === id)?.fields ?? {};

/** Where on the screen the map means this ring and kind, as it is drawn now, farthest from all who stand on it. */
async function onMap(page: Page, { map_ring, org_type }: Fields): Promise<Point> {
  await isSaved(page);
  const { cards, frames } = await exportedBoard(page, template);
  const there = [...cards.values()].filter(({ zone, isGhost }) => zone?.id === 'map' && !isGhost);
  const map = frames.find(({ frame }) => frame.id === 'map');
  const zone = map?.frame.zones.find(({ id }) => id === 'map');
  const box = await page.locator(`[data-shape-id="shape:${template}/map/map"]`).boundingBox();
  if (map === undefined || zone === undefined || box === null) throw new Error('no map in view');
  const { shape: sheet, frame } = map;
  const items = there.map(({ id, kind, title, fields, shape }) => ({
    ...{ id, cardId: id, kind, title, fields, zoneId: zone.id, pinned: false, isGhost: false, order: shape.index },
    box: { x: shape.x - sheet.x, y: shape.y - sheet.y, w: shape.props.w, h: shape.props.h },
  }));
  const [w, h, step] = [176, 64, 16];
  let best = { x: 0, y: 0, air: -1 };
  for (let x = zone.box.x; x < zone.box.x + zone.box.w; x += step) {
    for (let y = zone.box.y; y < zone.box.y + zone.box.h; y += step) {
      const dropped = { id: 'new', cardId: 'new', kind: 'actor', title: '', fields: {}, zoneId: zone.id } as const;
      const item = { ...dropped, pinned: false, isGhost: false, order: 'z', box: { x: x - w / 2, y: y - h / 2, w, h } };
      const { fields } = rings.drop?.({ frame, zones: [zone], items, edges: [] }, item, zone) ?? {};
      if (fields?.map_ring !== map_ring || (map_ring !== 'affected' && fields?.org_type !== org_type)) continue;
      const air = Math.min(
        1_000,
        ...items.map((other) => Math.hypot(other.box.x + w / 2 - x, (other.box.y + h / 2 - y) * 2)),
      );
      if (air > best.air) best = { x, y, air };
    }
  }
  const scale = box.width / zone.box.w;
  return { x: box.x + (best.x - zone.box.x) * scale, y: box.y + (best.y - zone.box.y) * scale };
}

/** Six actors, each where its ring and kind are, with the mouse. */
async function placeActors(page: Page): Promise<void> {
  await goTo(page, '2 The map');
  for (const id of ['KO', 'DS', 'CM', 'VT', 'KF', 'RK']) {
    await letGo(page);
    const { x, y } = await onMap(page, fieldsOf(id));
    await page.mouse.dblclick(x, y);
    await write(page, say(id));
  }
}

/** What moves and what is stuck, and the table of calls, with keys alone. */
async function noteEnergy(page: Page): Promise<void> {
  for (const [place, ids] of [
    ['Things move here', ['M1', 'M2']],
    ['Stuck here', ['B1', 'B2']],
    ['Nobody here', ['N1', 'N2', 'N3']],
    ['5 Who calls whom', ['SB']],
  ] as const)
    for (const id of ids) await putByKeys(page, place, say(id));
}

/** The question, who is missing, second opportunities and gaps, with the mouse. */
async function askWho(page: Page): Promise<void> {
  await goTo(page, '1 Who?');
  await writeOverGhost(page, `${template}/who/question`, say('Q'));
  for (const id of ['A1', 'A2', 'A3']) await putByDoubleClick(page, `${template}/who/missing`, say(id));
  await goTo(page, '3 Energy and blocks');
  for (const place of ['new', 'link', 'repair', 'use'])
    await putByDoubleClick(page, `${template}/energy/so.${place}`, say(`S.${place}`));
  await goTo(page, '4 Balance');
  for (const id of ['G1', 'G2']) await putByDoubleClick(page, `${template}/balance/gaps`, say(id));
}

const flows = [
  ['KO', 'DS', 'service', 1, 'weak', 'one-way'],
  ['DS', 'VT', 'collaboration', 3, 'working', 'both'],
  ['FS', 'KO', 'rules', 3, 'working', 'one-way'],
  ['FS', 'DS', 'rules', 1, 'broken', 'one-way'],
  ['CM', 'DS', 'money', 3, 'working', 'one-way'],
] as const;
const moreFlows = [
  ['KO', 'WD', 'money', 3, 'working', 'one-way'],
  ['RK', 'DS', 'service', 2, 'working', 'both'],
  ['LF', 'RK', 'money', 2, 'working', 'one-way'],
  ['WC', 'CM', 'information', 1, 'new', 'both'],
  ['KF', 'RK', 'collaboration', 2, 'new', 'both'],
] as const;

/** Second places and five connections, with the mouse. */
async function connectWithMouse(page: Page): Promise<void> {
  await goTo(page, '2 The map');
  for (const [place, ids] of [
    ['We know them', ['VT', 'KO', 'DS', 'CM', 'RK', 'FS']],
    ['Unlikely allies', ['WD', 'KF', 'MR', 'DV']],
  ] as const) {
    await clickCards(page, ids.map(say));
    await menuByMouse(page, say(ids[0]), 'Show also in …');
    await clickInList(page, '1 Who?', place);
  }
  for (const [from, to, tie, strength, state, direction] of flows) {
    await connect(page, say(from), say(to));
    const tools = page.getByRole('toolbar', { name: 'Link between two cards' });
    await tools.getByLabel('What flows').selectOption({ label: tieWords[tie].en });
    await tools.getByLabel('How it is').selectOption({ label: stateWords[state].en });
    await tools.getByRole('button', { name: `Strength ${strength}` }).click();
    // It goes the way it was drawn until somebody says otherwise.
    if (direction === 'both') await tools.getByRole('button', { name: 'Both ways' }).click();
  }
  await letGo(page);
}

/** With the arrow keys, seeing where one is. */
async function pickByKeys(select: Locator, values: readonly string[], wanted: string): Promise<void> {
  await select.focus();
  await select.press('Home');
  for (const value of values.slice(0, values.indexOf(wanted) + 1)) {
    if (value !== values[0]) await select.press('ArrowDown');
    await expect(select).toHaveValue(value);
  }
}

/** The other connections and the calls, with keys alone. */
async function connectWithKeys(page: Page): Promise<void> {
  for (const [from, to, tie, strength, state, direction] of moreFlows) {
    await selectByKeys(page, 'actor', say(from));
    await menuByKeys(page, 'Link to');
    await chooseFromList(page, say(to));
    const drawer = page.getByRole('complementary', { name: 'Card' });
    await pickByKeys(drawer.getByLabel('What flows here?'), relationTies, tie);
    await pickByKeys(drawer.getByLabel('How is it today?'), relationStates, state);
    await drawer.getByRole('radiogroup', { name: 'How strong is it?' }).getByRole('radio', { checked: true }).focus();
    await page.keyboard.press(String(strength));
    await drawer.getByRole('radiogroup', { name: 'Which way?' }).getByRole('radio', { checked: true }).focus();
    await page.keyboard.press(direction === 'both' ? '2' : '1');
  }
  for (const [id, place] of [
    ['WC', 'Not here, but should be'],
    ...['FS', 'LF', 'KF', 'WC', 'WD'].map((each) => [each, 'Who calls whom'] as const),
  ] as const) {
    await selectByKeys(page, 'actor', say(id));
    await menuByKeys(page, 'Show also in');
    await chooseFromList(page, place);
  }
}

async function addActors(page: Page): Promise<void> {
  for (const id of ['FS', 'WC', 'LF', 'DV', 'MR', 'WD']) await putByKeys(page, '2 The map', say(id));
}

const hers = ['action', 'question', 'idea'] as const;
const annas = ['actor', 'observation'] as const;

test('[FILL2] two people fill an actor map from empty, one with the mouse, one with keys alone', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const { fatima, anna } = await meetOn(browser, server.address, {
    ...{ template: 'Actor map', title: 'Actor map', language: 'English' },
  });
  await test.step('map and energy', () => Promise.all([placeActors(fatima.page), noteEnergy(anna.page)]));
  await test.step('who and more of the map', () => Promise.all([askWho(fatima.page), addActors(anna.page)]));
  await test.step('fields', async () => {
    await pasteFields(fatima.page, hers, wanted);
    await pasteFields(anna.page, annas, wanted);
  });
  await test.step('connections with the mouse', () => connectWithMouse(fatima.page));
  await test.step('connections with keys', () => connectWithKeys(anna.page));
  await test.step('both see the same', () => areEqual([fatima.page, anna.page], template, [...hers, ...annas]));
  const view = await exportedBoard(fatima.page, template);
  expect(cardsOn(view)).toEqual(cardsWanted(wanted));
  expect(mirrorsOn(view)).toEqual(mirrorsWanted(template, wanted));
  expect(relationsOn(view)).toEqual(relationsWanted(template, wanted));
  expect(faultsOf(view)).toEqual([]);
  await leave(fatima, anna);
});
