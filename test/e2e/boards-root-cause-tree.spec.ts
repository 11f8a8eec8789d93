import { expect, type Page, test } from '@playwright/test';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { pasteFields } from './support/card-table.ts';
import {
  cardsSaying,
  chooseFromList,
  clickCards,
  clickInList,
  connect,
  goTo,
  letGo,
  meetOn,
  menuByKeys,
  menuByMouse,
  middle,
  putByDoubleClick,
  putByKeys,
  putByMouse,
  putChildByKeys,
  putSiblingByKeys,
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
  wantedOf,
} from './support/example.ts';
import { drag } from './support/person.ts';
import { leave } from './support/two-people.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server.stop());

const template = 'root-cause-tree';
const wanted = wantedOf(template);
const say = (id: string): string => {
  const card = wanted.find((known) => known.id === id);
  if (card === undefined) throw new Error(`no card ${id}`);
  return card.title;
};

/** Drafts, facts and the parts of the statement, with the mouse. */
async function agreeOnProblem(page: Page): Promise<void> {
  await writeOverGhost(page, `${template}/problem/drafts`, say('D1'));
  for (const id of ['D2', 'D3']) await putByMouse(page, `${template}/problem/drafts`, say(id));
  for (const id of ['D4', 'D5', 'D6']) await putByDoubleClick(page, `${template}/problem/drafts`, say(id));
  for (const slot of ['who', 'what', 'where', 'size', 'proof'])
    await writeOverGhost(page, `${template}/problem/slot.${slot}`, say(`S.${slot}`));
  for (const id of ['K1', 'K2', 'K3', 'K4', 'K5', 'K6'])
    await putByDoubleClick(page, `${template}/problem/know`, say(id));
}

/** Problem, effects and the first three branches, with keys alone. */
async function askWhy(page: Page): Promise<void> {
  await putByKeys(page, '2 The tree Problem', say('P'));
  await putByKeys(page, 'Direct causes', say('C1'));
  await putChildByKeys(page, say('C1.1'));
  await putChildByKeys(page, say('C1.1.1'));
  await page.keyboard.press('Control+ArrowUp');
  await putSiblingByKeys(page, say('C1.2'));
  await putChildByKeys(page, say('C1.2.1'));
  for (const branch of ['C2', 'C3']) {
    await putByKeys(page, 'Direct causes', say(branch));
    await putChildByKeys(page, say(`${branch}.1`));
    await putChildByKeys(page, say(`${branch}.1.1`));
  }
  await putByKeys(page, '2 The tree Direct effects', say('E1'));
  await putChildByKeys(page, say('E1.1'));
  await putByKeys(page, '2 The tree Direct effects', say('E2'));
  await putByKeys(page, '2 The tree Direct effects', say('E3'));
}

/** The last two branches, with the mouse: put down anywhere, dragged onto what they explain, joined by their handle. */
async function askOnWithMouse(page: Page): Promise<void> {
  await goTo(page, '2 The tree');
  for (const [lane, id] of [
    ['c1', 'C4'],
    ['c1', 'C5'],
    ['c2', 'C5.1'],
    ['c3', 'C5.1.1'],
  ] as const)
    await putByMouse(page, `${template}/tree/${lane}`, say(id));
  for (const [child, parent] of [
    ['C5.1', 'C5'],
    ['C5.1.1', 'C5.1'],
  ] as const) {
    await letGo(page);
    await drag(page, await middle(cardsSaying(page, say(child))), await middle(cardsSaying(page, say(parent))));
  }
  await connect(page, say('C5.1.1'), say('C1.1'));
  await connect(page, say('C5'), say('C3.1'));
  const tools = page.getByRole('toolbar', { name: 'Link between two cards' });
  await tools.getByLabel('Kind of link').selectOption({ label: 'feeds back into' });
  await letGo(page);
}

const inMatrix = ['C1', 'C1.1', 'C1.1.1', 'C1.2.1', 'C2.1', 'C2.1.1', 'C3.1', 'C3.1.1', 'C4', 'C5.1.1'];

/** Second places and open questions, with the mouse. */
async function choose(page: Page): Promise<void> {
  await clickCards(page, inMatrix.map(say));
  await menuByMouse(page, say('C1'), 'Show also in …');
  await clickInList(page, '3 Check and choose', '3 Check and choose');
  for (const [group, place] of [
    ['1 Agree the problem', 'We agree on'],
    ['4 Fishbone view', 'Problem'],
  ] as const) {
    await clickCards(page, [say('P')]);
    await menuByMouse(page, say('P'), 'Show also in …');
    await clickInList(page, group, place);
  }
  await goTo(page, '3 Check and choose');
  for (const id of ['Q1', 'Q2', 'Q3']) await putByDoubleClick(page, `${template}/choose/unknown`, say(id));
}

const chains = [
  ['C1', 'C1.1', 'C1.1.1'],
  ['C5', 'C5.1', 'C5.1.1'],
  ['C2', 'C2.1', 'C2.1.1'],
];
const questions = ['What happens?', 'Why? 1', 'Why? 2'];

/** Chosen root causes and three chains of whys, with keys alone. */
async function goDeeper(page: Page): Promise<void> {
  const showIn = async (id: string, place: string) => {
    await selectByKeys(page, 'cause', say(id));
    await menuByKeys(page, 'Show also in');
    await chooseFromList(page, place);
  };
  for (const id of ['C1.1.1', 'C5.1.1', 'C2.1.1', 'C3.1.1']) await showIn(id, 'Chosen root causes');
  for (const [column, chain] of chains.entries())
    for (const [row, id] of chain.entries()) await showIn(id, `${questions[row]} (${column + 1})`);
  await putByKeys(page, 'Why? 3 (1)', say('W1'));
  await putByKeys(page, 'Why? 4 (1)', say('W2'));
  await putByKeys(page, 'Why? 3 (2)', say('W3'));
}

const hers = ['problem', 'fact', 'question'] as const;
const annas = ['cause', 'effect'] as const;

test('[FILL1] two people fill a root cause tree from empty, one with the mouse, one with keys alone', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const { fatima, anna } = await meetOn(browser, server.address, {
    ...{ template: 'Root cause tree', title: 'Root cause tree', language: 'English' },
  });
  await test.step('problem and tree', () => Promise.all([agreeOnProblem(fatima.page), askWhy(anna.page)]));
  await test.step('two more branches', () => askOnWithMouse(fatima.page));
  await test.step('second places and whys', () => Promise.all([choose(fatima.page), goDeeper(anna.page)]));
  await test.step('fields', async () => {
    await pasteFields(fatima.page, hers, wanted);
    await pasteFields(anna.page, annas, wanted);
  });
  await test.step('both see the same', () => areEqual([fatima.page, anna.page], template, [...hers, ...annas]));
  const view = await exportedBoard(fatima.page, template);
  expect(cardsOn(view)).toEqual(cardsWanted(wanted));
  expect(mirrorsOn(view)).toEqual(mirrorsWanted(template, wanted));
  expect(relationsOn(view)).toEqual(relationsWanted(template, wanted));
  expect(faultsOf(view)).toEqual([]);
  await leave(fatima, anna);
});
