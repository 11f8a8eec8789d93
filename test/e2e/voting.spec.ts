import { expect, type Locator, type Page, request, test } from '@playwright/test';
import { startBadNetwork } from '../support/bad-network.ts';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { seriousIssues } from './support/axe.ts';
import { editorOf } from './support/editor.ts';
import { exportedBoard } from './support/example.ts';
import { hears, listen } from './support/listen.ts';
import { arrive, boardIsThere, createBoard, createWorkshop, hideGuide, isSaved } from './support/person.ts';
import { come, readyBoard } from './support/ready-board.ts';
import { leave, meetBehind } from './support/two-people.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server.stop());

const causes = [
  'Routes rest on six retired volunteers and one van',
  'Guidance is written for producers',
  'Opening hours were set around volunteers; users were never asked',
  'All points work with one weekly parcel',
] as const;

/** Cards in the frame of the tree, and one on the first. */
async function putCards(page: Page): Promise<void> {
  const editor = await editorOf(page);
  await editor.evaluate((editor, titles) => {
    const { createShapes } = editor as unknown as { createShapes(shapes: readonly unknown[]): void };
    const card = (words: string, x: number, y: number, kind: string) => ({
      ...{ type: 'card', x, y },
      props: {
        ...{ w: 280, h: 160, kind, fields: {}, face: 'card', textSize: 20, pinned: false, placeholder: '' },
        richText: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] },
      },
    });
    createShapes.call(editor, [
      ...titles.map((title, index) => card(title, 2100 + index * 320, 900, 'cause')),
      card('A fact of our own', 700, 500, 'fact'),
    ]);
  }, causes);
  await isSaved(page);
}

const banner = (page: Page) => page.getByRole('region', { name: 'Vote', exact: true });
const panel = (page: Page, name: 'Vote' | 'Votes' = 'Vote') => page.getByRole('complementary', { name, exact: true });
const more = (page: Page, title: string): Locator => panel(page).getByRole('button', { name: `A dot for “${title}”` });
const less = (page: Page, title: string): Locator =>
  panel(page).getByRole('button', { name: `Take a dot from “${title}”` });
const dotsOf = (page: Page, title: string): Locator =>
  panel(page).getByRole('group', { name: title }).locator('[data-dots]');
const isKept = (page: Page) => expect(panel(page).locator('[data-ballot]')).toHaveText('Saved');

/** The dialog, from the menu of the bar. */
async function begin(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Facilitate' }).click();
  await page.getByRole('menuitem', { name: 'Vote' }).click();
  return page.getByRole('dialog', { name: 'Vote' });
}

async function open(
  page: Page,
  question: string,
  method: 'Dots' | 'Fist to five' | 'Scores',
  isOpen = false,
): Promise<void> {
  const dialog = await begin(page);
  await dialog.getByRole('checkbox', { name: 'Who voted what can be seen afterwards' }).setChecked(isOpen);
  await dialog.getByLabel('What is the question?').fill(question);
  await dialog.getByRole('radio', { name: method }).check();
  await dialog.getByRole('button', { name: 'Open the vote' }).click();
  await expect(dialog).toHaveCount(0);
}

async function close(page: Page): Promise<void> {
  await panel(page).getByRole('button', { name: 'Close the vote' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Close the vote' }).click();
  await expect(panel(page, 'Votes')).toBeVisible();
}

/** Of a ranking, from the first place on. */
const ranking = (page: Page, name: string): Locator =>
  panel(page, 'Votes').getByRole('region', { name }).getByRole('listitem');

test('[VOT25] dots: opened by the facilitator, given with the mouse and with the keys, kept over a reload, closed, and seen by all', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'root-cause-tree');
  const fatima = await come(browser, server.address, board, 'Fatima');
  await hideGuide(fatima.page);
  await putCards(fatima.page);
  const anna = await come(browser, server.address, board, 'Anna');
  const jonas = await come(browser, server.address, board, 'Jonas');
  const vera = await come(browser, server.address, board, 'Vera');
  for (const { page } of [anna, vera]) await expect(page.getByRole('button', { name: 'Facilitate' })).toHaveCount(0);

  const dialog = await begin(fatima.page);
  await expect(dialog.getByLabel('What is the question?')).toBeFocused();
  await expect(dialog).toContainText('5 cards to vote on');
  await dialog.getByRole('button', { name: 'Open the vote' }).click();
  await expect(dialog.getByLabel('What is the question?')).toHaveAccessibleDescription('Write what the vote is about.');
  await dialog.getByLabel('What is the question?').fill('Which causes matter most?');
  await dialog.getByLabel('Where').selectOption({ label: '2 The tree' });
  await expect(dialog).toContainText('4 cards to vote on');
  await expect(dialog.getByLabel('Dots for each person')).toHaveValue('3');
  await expect(dialog.getByLabel('On one card at most')).toHaveValue('2');
  await expect(dialog.getByRole('checkbox')).not.toBeChecked();
  expect(await seriousIssues(fatima.page)).toEqual([]);
  const sent: string[] = [];
  fatima.page.on('request', (request) => {
    if (request.url().endsWith('/commands')) sent.push(request.postData() ?? '');
  });
  await dialog.getByRole('button', { name: 'Open the vote' }).dblclick({ noWaitAfter: true });
  await expect(dialog).toHaveCount(0);
  expect(sent).toHaveLength(1);
  await expect(panel(fatima.page)).toBeVisible();

  // Everybody is told; whoever reads along is offered nothing to press.
  for (const { page } of [fatima, anna, jonas, vera]) {
    await expect(banner(page)).toContainText('Vote open: Which causes matter most?');
    await hears(page, 'A vote has begun: Which causes matter most?');
  }
  await expect(banner(vera.page).getByRole('button')).toHaveCount(0);

  // With the mouse, up to all there is.
  await banner(anna.page).getByRole('button', { name: 'Vote' }).click();
  await expect(panel(anna.page)).toContainText('Nobody sees what you vote, not even the facilitator.');
  await expect(panel(anna.page).getByRole('listitem')).toHaveCount(4);
  await expect(panel(anna.page)).not.toContainText('A fact of our own');
  await more(anna.page, causes[0]).click();
  await more(anna.page, causes[0]).click();
  await expect(more(anna.page, causes[0])).toHaveAttribute('aria-disabled', 'true');
  await more(anna.page, causes[0]).click({ force: true });
  await expect(dotsOf(anna.page, causes[0])).toHaveAttribute('data-dots', '2');
  await more(anna.page, causes[1]).click();
  await expect(panel(anna.page).getByRole('status')).toContainText('0 of 3 dots left');
  for (const cause of causes) await expect(more(anna.page, cause)).toHaveAttribute('aria-disabled', 'true');
  await more(anna.page, causes[2]).click({ force: true });
  await expect(dotsOf(anna.page, causes[2])).toHaveAttribute('data-dots', '0');
  await isKept(anna.page);
  await hears(anna.page, '0 of 3 dots left');
  await panel(anna.page).getByRole('button', { name: causes[1] }).first().click();
  await expect(anna.page.locator('[data-own-votes="1"]')).toBeVisible();
  expect(await seriousIssues(anna.page)).toEqual([]);
  await expect(banner(vera.page)).toContainText('1 person has voted');

  // With the keys alone.
  await banner(jonas.page).getByRole('button', { name: 'Vote' }).focus();
  await jonas.page.keyboard.press('Enter');
  await expect(panel(jonas.page).getByRole('heading', { name: 'Vote', exact: true })).toBeFocused();
  await expect(more(jonas.page, causes[2])).toBeVisible();
  for (let tab = 0; tab < 30; tab++) {
    await jonas.page.keyboard.press('Tab');
    if (await more(jonas.page, causes[2]).evaluate((button) => button === document.activeElement)) break;
  }
  await jonas.page.keyboard.press('Enter');
  await jonas.page.keyboard.press('Space');
  await jonas.page.keyboard.press('Space');
  await expect(more(jonas.page, causes[2])).toBeFocused();
  await expect(dotsOf(jonas.page, causes[2])).toHaveAttribute('data-dots', '2');
  await jonas.page.keyboard.press('Shift+Tab');
  await expect(less(jonas.page, causes[2])).toBeFocused();
  await jonas.page.keyboard.press('Enter');
  await expect(panel(jonas.page).getByRole('status')).toContainText('2 of 3 dots left');
  await isKept(jonas.page);
  for (const { page } of [vera, fatima]) await expect(banner(page)).toContainText('2 people have voted');

  // What was voted is there after a reload.
  await jonas.page.reload();
  await boardIsThere(jonas.page);
  await banner(jonas.page).getByRole('button', { name: 'Vote' }).click();
  await expect(dotsOf(jonas.page, causes[2])).toHaveAttribute('data-dots', '1');
  await expect(panel(jonas.page).getByRole('status')).toContainText('2 of 3 dots left');

  await more(fatima.page, causes[0]).click();
  await isKept(fatima.page);
  await expect(panel(fatima.page)).toContainText('3 people have voted');
  await close(fatima.page);
  for (const { page } of [fatima, anna, jonas, vera]) {
    if (page === vera.page) await banner(page).getByRole('button', { name: 'See the result' }).click();
    await expect(panel(page, 'Votes')).toContainText('3 people voted from 3 organisations');
    await expect(ranking(page, 'Each person counts the same')).toHaveText([
      `1${causes[0]}3 dots`,
      `2=${causes[1]}1 dot`,
      `2=${causes[2]}1 dot`,
      `4${causes[3]}0 dots`,
    ]);
    await expect(ranking(page, 'Each organisation counts the same').first()).toContainText(causes[0]);
    await hears(page, 'The vote is closed: Which causes matter most?');
  }
  await expect(panel(fatima.page, 'Votes')).not.toContainText('Who voted what');
  // The list that had the focus is gone: the keyboard goes on at the result.
  await expect(panel(fatima.page, 'Votes').getByRole('heading', { name: 'Which causes matter most?' })).toBeFocused();
  expect(await seriousIssues(fatima.page)).toEqual([]);
  // What it came to is on the cards as well; how organisations voted is not, where it would tell how somebody did.
  const voted = [...(await exportedBoard(fatima.page, 'root-cause-tree')).cards.values()];
  const fieldsOf = (title: string) => voted.find((card) => card.title === title)?.fields;
  expect(causes.map(fieldsOf)).toEqual([{ votes_people: 3 }, { votes_people: 1 }, { votes_people: 1 }, {}]);
  await ranking(fatima.page, 'Each person counts the same').first().getByRole('button').click();
  await leave(fatima, anna, jonas, vera);
});

test('[VOT26] fist to five on a phone, as an open vote: one answer of six, the spread of all, and who gave which', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'root-cause-tree');
  const fatima = await come(browser, server.address, board, 'Fatima', {
    viewport: { width: 390, height: 844 },
    touch: true,
  });
  const anna = await come(browser, server.address, board, 'Anna', {
    ...{ viewport: { width: 360, height: 740 }, touch: true, locale: 'fr-BE' },
  });
  const vera = await come(browser, server.address, board, 'Vera');
  await fatima.page.getByRole('banner').getByRole('button', { name: 'More' }).tap();
  await fatima.page.getByRole('menuitem', { name: 'Vote', exact: true }).tap();
  const dialog = fatima.page.getByRole('dialog', { name: 'Vote' });
  await dialog.getByLabel('What is the question?').fill('Can you live with this statement?');
  await dialog.getByRole('radio', { name: 'Fist to five' }).check();
  await dialog.getByRole('checkbox', { name: 'Who voted what can be seen afterwards' }).check();
  await expect(dialog).not.toContainText('cards to vote on');
  await dialog.getByRole('button', { name: 'Open the vote' }).tap();
  await expect(panel(fatima.page)).toContainText('Open vote: names are shown afterwards.');
  await panel(fatima.page)
    .getByRole('radio', { name: /I object: we must/ })
    .check({ force: true });
  await isKept(fatima.page);

  const french = anna.page.getByRole('region', { name: 'Vote', exact: true });
  await expect(french).toContainText('Vote en cours : Can you live with this statement?');
  await french.getByRole('button', { name: 'Voter' }).tap();
  const answers = panel(anna.page).getByRole('radio');
  await expect(answers).toHaveCount(6);
  for (const { page } of [fatima, anna]) {
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    const height = await panel(page)
      .locator('fieldset > label')
      .first()
      .evaluate((label) => label.clientHeight);
    expect(height).toBeGreaterThanOrEqual(44);
  }
  // Arrow keys go from answer to answer, as among all radio buttons.
  await answers.nth(3).check({ force: true });
  await answers.nth(3).press('ArrowDown');
  await expect(answers.nth(4)).toBeChecked();
  await expect(panel(anna.page).locator('[data-ballot]')).toHaveText('Enregistré');
  expect(await seriousIssues(anna.page)).toEqual([]);

  await panel(fatima.page).getByRole('button', { name: 'Close the vote' }).tap();
  await fatima.page.getByRole('alertdialog').getByRole('button', { name: 'Close the vote' }).tap();
  const results = panel(fatima.page, 'Votes');
  await expect(results).toContainText('1 objection');
  await expect(results).toContainText('0 concerns');
  await expect(results).toContainText('1 in support');
  await expect(results).toContainText('Hear every objection before you go on.');
  await results.getByText('Who voted what').tap();
  await expect(results.getByRole('listitem').filter({ hasText: 'Anna' })).toContainText('4');
  expect(await fatima.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

  // Whoever reads along finds it later too, behind the three dots.
  await vera.page.reload();
  await boardIsThere(vera.page);
  await vera.page.getByRole('banner').getByRole('button', { name: 'More' }).click();
  await vera.page.getByRole('menuitem', { name: 'Votes' }).click();
  await expect(panel(vera.page, 'Votes')).toContainText('Can you live with this statement?');
  await expect(panel(vera.page, 'Votes').getByRole('listitem').first()).toHaveText(/0: 1 person/);
  expect(await seriousIssues(vera.page)).toEqual([]);
  await leave(fatima, anna, vera);
});

test('[VOT29] a large delegation that outvotes the others is named, beside what each organisation alone would have chosen; earlier rounds stay', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'root-cause-tree');
  const fatima = await come(browser, server.address, board, 'Fatima');
  const { page } = fatima;
  await hideGuide(page);
  await putCards(page);
  await open(page, 'Shall we vote?', 'Fist to five');
  await close(page);
  await expect(panel(page, 'Votes')).toContainText('Nobody voted.');
  const [, , workshopId, , boardId] = board.path.split('/');
  /** @returns the round */
  const openDots = async (question: string): Promise<string> => {
    const dialog = await begin(page);
    await dialog.getByLabel('What is the question?').fill(question);
    await dialog.getByLabel('Which cards').selectOption({ label: 'Causes' });
    await dialog.getByLabel('Dots for each person').selectOption('5');
    await dialog.getByRole('button', { name: 'Open the vote' }).click();
    const cards = panel(page)
      .getByRole('listitem')
      .filter({ has: page.getByRole('group') });
    await expect(cards).toHaveCount(4);
    const session = await page.request.get(`/api/workshops/${workshopId}/session`);
    return (await session.json()).session.voting.id;
  };
  const round = await openDots('Which causes matter most?');

  const ids = new Map(
    [...(await exportedBoard(page, 'root-cause-tree')).cards.values()].map(({ id, title }) => [title, id]),
  );
  const vote = async (roundId: string, organisation: string, number: number, dots: readonly number[]) => {
    const headers = { origin: server.address };
    const voter = await request.newContext({ baseURL: server.address, extraHTTPHeaders: headers });
    await voter.post('/api/sessions', { data: { token: board.tokens.participant, name: `P${number}`, organisation } });
    const answer = await voter.put(`/api/boards/${boardId}/voting/ballot`, {
      data: { roundId, votes: Object.fromEntries(dots.map((count, at) => [ids.get(causes[at] ?? ''), count])) },
    });
    expect(answer.status()).toBe(200);
    await voter.dispose();
  };
  for (let person = 0; person < 7; person++) await vote(round, 'Korf Supermarkets', person, [2, 2, 1, 0]);
  for (let person = 0; person < 3; person++) await vote(round, 'Voices at the Table', person, [0, 1, 2, 2]);
  for (let person = 0; person < 3; person++) await vote(round, 'De Schakel Food Aid', person, [0, 1, 2, 2]);
  await expect(banner(page)).toContainText('13 people have voted');
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await page.setViewportSize({ width: 1440, height: 900 });
  await close(page);
  await expect(panel(page, 'Votes')).toContainText('13 people voted from 3 organisations');
  await expect(panel(page, 'Votes')).toContainText(
    'The first three differ: a large delegation has outvoted the others. Look at both before you decide.',
  );
  await expect(ranking(page, 'Each person counts the same')).toHaveText([
    `1${causes[1]}20 dots`,
    `2${causes[2]}19 dots`,
    `3${causes[0]}14 dots`,
    `4${causes[3]}12 dots`,
  ]);
  const places = ranking(page, 'Each organisation counts the same');
  await expect(places).toHaveText([`1${causes[2]}`, `2=${causes[3]}`, `2=${causes[1]}`, `4${causes[0]}`]);
  await panel(page, 'Votes').getByRole('button', { name: 'Shall we vote?' }).click();
  await expect(panel(page, 'Votes').getByRole('heading', { name: 'Shall we vote?' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel(page, 'Votes')).toContainText('13 people voted');
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await page.setViewportSize({ width: 1440, height: 900 });

  // What places would tell of two people is not told; that they were outvoted is.
  const again = await openDots('Again?');
  for (let person = 0; person < 7; person++) await vote(again, 'Korf Supermarkets', person, [2, 2, 1, 0]);
  for (let person = 0; person < 2; person++) await vote(again, 'Voices at the Table', person, [0, 0, 1, 2]);
  await close(page);
  await expect(panel(page, 'Votes')).toContainText('a large delegation has outvoted the others');
  await expect(panel(page, 'Votes')).toContainText('Ask the smaller partners before you decide.');
  await expect(ranking(page, 'Each person counts the same')).toHaveCount(4);
  await expect(places).toHaveCount(0);
  await expect(panel(page, 'Votes')).toContainText('Not shown: one of the organisations voted with fewer than three');
  expect(await seriousIssues(page)).toEqual([]);
  await page.screenshot({ path: 'test-results/votes-places.png' });
  const few = await openDots('And once more?');
  await vote(few, 'Voices at the Table', 0, [0, 0, 1, 2]);
  await close(page);
  await expect(panel(page, 'Votes')).toContainText('1 person voted');
  await expect(panel(page, 'Votes')).toContainText('Fewer than three people voted.');
  for (const name of ['Each person counts the same', 'Each organisation counts the same'])
    await expect(ranking(page, name)).toHaveCount(0);
  await page.screenshot({ path: 'test-results/votes-few.png' });
  await leave(fatima);
});

test('[VOT27] without a network a ballot says that it is not saved, and is sent when it is back', async ({
  browser,
}) => {
  const network = await startBadNetwork(server.address);
  const { fatima, anna } = await meetBehind(browser, server.address, network.address, ({ page }) => listen(page));
  await putCards(fatima.page);
  await open(fatima.page, 'Which first?', 'Scores', true);
  await banner(anna.page).getByRole('button', { name: 'Vote' }).click();
  const scale = (page: Page, title: string) => panel(page).getByRole('group', { name: title });
  await scale(anna.page, causes[0]).getByRole('radio', { name: '4' }).check({ force: true });
  await isKept(anna.page);
  network.become('gone');
  await scale(anna.page, causes[1]).getByRole('radio', { name: '2' }).check({ force: true });
  await expect(panel(anna.page)).toContainText('Not saved yet. It is sent again by itself.');
  await hears(anna.page, 'Not saved yet.');
  await scale(anna.page, causes[0]).getByRole('radio', { name: '5' }).check({ force: true });
  await scale(anna.page, causes[1]).getByRole('button', { name: 'No score' }).click();
  await expect(panel(anna.page).getByRole('status')).toContainText('1 of 4 scored');
  network.become('fine');
  await expect(panel(anna.page).locator('[data-ballot]')).toHaveText('Saved', { timeout: 30_000 });
  await expect(banner(fatima.page)).toContainText('1 person has voted');
  await close(fatima.page);
  await expect(ranking(fatima.page, 'Each person counts the same').first()).toHaveText(`1${causes[0]}on average 5`);
  await expect(panel(anna.page, 'Votes')).toContainText('1 person voted');
  await leave(fatima, anna);
  await network.stop();
});

test('[VOT28] one vote at a time in a workshop: the page says which board comes first and leads there', async ({
  browser,
}) => {
  const fatima = await arrive(browser, server.address);
  const { page } = fatima;
  await createWorkshop(page, 'Full Plates', 'Fatima', 'City of Merelbrugge');
  const workshop = page.url();
  await createBoard(page, { template: 'Root cause tree', title: 'Causes', language: 'English' });
  await boardIsThere(page);
  const empty = await begin(page);
  await expect(empty).toContainText('There are no cards to vote on here.');
  await expect(empty.getByRole('button', { name: 'Open the vote' })).toBeDisabled();
  await expect(empty.getByRole('radio')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Facilitate' })).toBeFocused();
  await open(page, 'Shall we go on?', 'Fist to five');
  await page.goto(workshop);
  await createBoard(page, { template: 'Blank board', title: 'Ideas', language: 'English' });
  await expect(page.locator('.tl-canvas')).toBeVisible();
  await expect(banner(page)).toHaveCount(0);
  const dialog = await begin(page);
  await expect(dialog).toContainText('A vote is open on “Causes”. Close that first.');
  await dialog.getByRole('link', { name: 'Go to that board' }).click();
  await expect(banner(page)).toContainText('Shall we go on?');
  await page.getByRole('button', { name: 'Facilitate' }).click();
  await page.getByRole('menuitem', { name: 'Vote' }).click();
  await close(page);
  await expect(panel(page, 'Votes')).toContainText('Nobody voted.');
  await leave(fatima);
});
