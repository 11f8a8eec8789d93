import { expect, type Page, test } from '@playwright/test';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { pasteFields } from './support/card-table.ts';
import {
  chooseFromList,
  connect,
  goTo,
  letGo,
  meetOn,
  menuByKeys,
  putByDoubleClick,
  putByKeys,
  putByMouse,
  selectByKeys,
  writeOverGhost,
} from './support/cards.ts';
import {
  areEqual,
  cardsOn,
  cardsWanted,
  exportedBoard,
  faultsOf,
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

const template = 'visioning';
const wanted = wantedOf(template);
const say = titlesOf(wanted);
const inZone = (zone: string): readonly string[] =>
  wanted.filter((card) => card.zone === zone).map(({ title }) => title);

/** Where one stands and what is seen then, and the front page, with the mouse. */
async function lookAhead(page: Page): Promise<void> {
  await putByDoubleClick(page, `${template}/here-there/here.problem`, say('P'));
  for (const words of inZone('here-there/here.roots'))
    await putByMouse(page, `${template}/here-there/here.roots`, words);
  for (const zone of ['people', 'workers'])
    for (const words of inZone(`here-there/${zone}`))
      await putByDoubleClick(page, `${template}/here-there/${zone}`, words);
  await goTo(page, '2 Cover story');
  for (const { zone, title } of wanted.filter((card) => card.zone.startsWith('cover/')))
    await writeOverGhost(page, `${template}/${zone}`, title);
}

/** Everything else, with keys alone. */
async function agreeOnVision(page: Page): Promise<void> {
  for (const [place, zone] of [
    ['Our organisations', 'here-there/orgs'],
    ['Town, society, nature', 'here-there/town'],
    ['In every story', 'threads/all'],
    ['Only in one, but strong', 'threads/one'],
    ['Words we love', 'threads/love'],
    ['Words that divide us', 'threads/divide'],
    ['Draft 1', 'statement/draft1'],
    ['Draft 2', 'statement/draft2'],
    ['Draft 3', 'statement/draft3'],
    ['Our vision', 'statement/vision'],
    ['5 Key impacts', 'impacts/rows'],
    ['What is true then · Today', 'backcast/true.today'],
    ['What is true then · In 90 days', 'backcast/true.d90'],
    ['What is true then · In one year', 'backcast/true.y1'],
    ['What is true then · Half-way', 'backcast/true.half'],
    ['What is true then · One year before', 'backcast/true.y-1'],
    ['What is true then · Vision date', 'backcast/true.vision'],
    ['Who moved · In 90 days', 'backcast/who.d90'],
    ['Who moved · In one year', 'backcast/who.y1'],
    ['Who moved · Half-way', 'backcast/who.half'],
    ['Who moved · Vision date', 'backcast/who.vision'],
    ['What could stop us · In 90 days', 'backcast/stop.d90'],
    ['What could stop us · In one year', 'backcast/stop.y1'],
    ['What could stop us · Half-way', 'backcast/stop.half'],
  ] as const)
    for (const words of inZone(zone)) await putByKeys(page, place, words);
}

const steps = ['true.d90', 'true.y1.2', 'true.half.1', 'true.y-1', 'true.vision'];

/** From one step to the next, with the mouse. */
async function joinSteps(page: Page): Promise<void> {
  await goTo(page, '6 Back from the future');
  for (const [index, to] of steps.slice(1).entries()) await connect(page, say(steps[index] ?? ''), say(to));
  await letGo(page);
}

/** From each key impact to the roots it works on, with keys alone. */
async function rootImpacts(page: Page): Promise<void> {
  for (const [from, to] of [
    ['KI1', 'C3.1.1'],
    ['KI1', 'C5.1.1'],
    ['KI2', 'C1.1.1'],
    ['KI2', 'C2.1.1'],
    ['KI3', 'C1.1.1'],
  ] as const) {
    await selectByKeys(page, 'impact', say(from));
    await menuByKeys(page, 'Link to');
    await chooseFromList(page, say(to));
  }
}

const hers = ['problem', 'cause', 'kpi', 'quote', 'idea'] as const;
const annas = ['vision', 'impact', 'event', 'risk'] as const;

test('[FILL3] two people fill a vision board from empty, one with the mouse, one with keys alone', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const { fatima, anna } = await meetOn(browser, server.address, {
    ...{ template: 'Vision and key impacts', title: 'Vision and key impacts', language: 'English' },
  });
  await test.step('cards', () => Promise.all([lookAhead(fatima.page), agreeOnVision(anna.page)]));
  await test.step('edges', () => Promise.all([joinSteps(fatima.page), rootImpacts(anna.page)]));
  await test.step('fields', async () => {
    await pasteFields(fatima.page, hers, wanted);
    await pasteFields(anna.page, annas, wanted);
  });
  await test.step('both see the same', () => areEqual([fatima.page, anna.page], template, [...hers, ...annas]));
  const view = await exportedBoard(fatima.page, template);
  expect(cardsOn(view)).toEqual(cardsWanted(wanted));
  expect(relationsOn(view)).toEqual(relationsWanted(template, wanted));
  expect(faultsOf(view)).toEqual([]);
  await leave(fatima, anna);
});
