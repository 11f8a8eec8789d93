import { expect, type Page, test } from '@playwright/test';
import { loadTemplate } from '../../shared/method/templates.ts';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { pasteFields } from './support/card-table.ts';
import {
  chooseFromList,
  clickCards,
  clickInList,
  goTo,
  meetOn,
  menuByKeys,
  menuByMouse,
  putByDoubleClick,
  putByKeys,
  putChildByKeys,
  selectByKeys,
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
import { leave } from './support/two-people.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server.stop());

const template = 'lessons-learnt';
/** What the two bring in: of the rows, lenses and chains of the example some of each. */
const shared =
  /^(planned|real|lived|mood)\.|^(results|process)\.(expected|happened|why|next)$|^(liked|lacked|stop|short\.planned|short\.why|proud)|^(thank\.\d|why1\.\d|L\d)$/;
const wanted = wantedOf(template, 'de').filter(({ id }) => shared.test(id));
const say = titlesOf(wanted);
const inZone = (zone: string) => wanted.filter((card) => card.zone === zone);

/** What the list of zones calls a zone of the German board. */
function placeOf(path: string): string {
  const [frameId, zoneId] = path.split('/');
  const frame = loadTemplate(template).frames.find(({ id }) => id === frameId);
  const zone = frame?.zones.find(({ id }) => id === zoneId);
  if (frame === undefined || zone === undefined) throw new Error(`no zone ${path}`);
  return `${frame.number} ${frame.title.de} ${(zone.title ?? zone.name)?.de}`;
}
const frameName = (id: string): string => {
  const frame = loadTemplate(template).frames.find((known) => known.id === id);
  return `${frame?.number} ${frame?.title.de}`;
};

/** Rows, lenses, forms and thanks, with the mouse. */
async function lookBack(page: Page): Promise<void> {
  for (const frame of ['plan-reality', 'lens-4l', 'lens-kcss', 'lens-short', 'thanks']) {
    await goTo(page, frameName(frame));
    for (const { zone, title } of wanted.filter((card) => card.zone.startsWith(`${frame}/`)))
      await putByDoubleClick(page, `${template}/${zone}`, title);
  }
  await goTo(page, frameName('lessons'));
  for (const { zone, title } of wanted.filter((card) => card.zone.startsWith('lessons/')))
    await writeOverGhost(page, `${template}/${zone}`, title);
}

/** The timeline, a chain of whys and three lessons, with keys alone. */
async function tellWhatHappened(page: Page): Promise<void> {
  for (const lane of ['planned', 'real', 'lived', 'mood'])
    for (const { zone, title } of inZone(`timeline/${lane}`)) await putByKeys(page, placeOf(zone), title);
  await putByKeys(page, placeOf('why/why1'), say('why1.0'));
  for (const id of ['why1.1', 'why1.2', 'why1.3']) await putChildByKeys(page, say(id));
  await selectByKeys(page, 'cause', say('why1.0'), 'de');
  await page.locator('.tl-container').focus();
  for (const id of ['why1.4', 'why1.5', 'why1.6']) await putChildByKeys(page, say(id));
  for (const { zone, title } of wanted.filter((card) => card.zone.startsWith('landing/')))
    await putByKeys(page, placeOf(zone), title);
}

/** Where things belong as well: with the mouse what goes on, with keys where lessons land. */
async function sortWithMouse(page: Page): Promise<void> {
  for (const [frame, ids, to] of [
    ['lens-4l', ['liked.1', 'liked.2', 'liked.3', 'liked.4'], 'keep'],
    ['lens-4l', ['lacked.1'], 'start'],
  ] as const) {
    await goTo(page, frameName(frame));
    await clickCards(page, ids.map(say));
    await menuByMouse(page, say(ids[0]), 'Show also in …');
    const zone = placeOf(`lens-kcss/${to}`);
    await clickInList(page, frameName('lens-kcss'), zone.slice(frameName('lens-kcss').length + 1));
  }
}

async function landLessons(page: Page): Promise<void> {
  for (const [id, zone] of [
    ['L6', 'problem'],
    ['L4', 'plan'],
    ['L2', 'plan'],
    ['L3', 'team'],
    ['L5', 'team'],
    ['L1', 'scaling'],
  ] as const) {
    await selectByKeys(page, 'lesson', say(id), 'de');
    await menuByKeys(page, 'Show also in');
    await chooseFromList(page, placeOf(`landing/${zone}`));
  }
}

const hers = ['fact', 'lesson', 'thanks'] as const;
const annas = ['event', 'observation', 'cause'] as const;

test('[FILL4] two people fill a German board of lessons from empty, one with the mouse, one with keys alone', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const { fatima, anna } = await meetOn(browser, server.address, {
    ...{ template: 'Lessons learnt', title: 'Was wir gelernt haben', language: 'Deutsch' },
  });
  await test.step('cards', () => Promise.all([lookBack(fatima.page), tellWhatHappened(anna.page)]));
  await test.step('second places', () => Promise.all([sortWithMouse(fatima.page), landLessons(anna.page)]));
  await test.step('fields', async () => {
    await pasteFields(fatima.page, hers, wanted, 'de');
    await pasteFields(anna.page, annas, wanted, 'de');
  });
  await test.step('both see the same', () => areEqual([fatima.page, anna.page], template, [...hers, ...annas], 'de'));
  const view = await exportedBoard(fatima.page, template);
  expect(cardsOn(view)).toEqual(cardsWanted(wanted));
  expect(mirrorsOn(view)).toEqual(mirrorsWanted(template, wanted));
  expect(relationsOn(view)).toEqual(relationsWanted(template, wanted));
  expect(faultsOf(view)).toEqual([]);
  await leave(fatima, anna);
});
