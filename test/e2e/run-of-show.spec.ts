import { expect, type Locator, type Page, test } from '@playwright/test';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { cardsSaying, putByKeys } from './support/cards.ts';
import { heard, hears, listen } from './support/listen.ts';
import { arrive, boardIsThere, facilitate, isSaved, type PersonOptions } from './support/person.ts';
import { come, openAs, type ReadyBoard, readyBoard } from './support/ready-board.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server?.stop());

const phone: PersonOptions = { viewport: { width: 390, height: 844 }, touch: true };
const sessionOf = (page: Page): Locator => page.getByRole('region', { name: 'Session' });
const next = (page: Page, name: string | RegExp): Locator => sessionOf(page).getByRole('button', { name });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

const freshBoard = (): Promise<ReadyBoard> => readyBoard(server.address, 'root-cause-tree');

async function start(page: Page, phase?: string): Promise<void> {
  await facilitate(page, 'Start the session');
  const dialog = page.getByRole('dialog');
  if (phase !== undefined) {
    const option = dialog.getByLabel('Begin with').locator('option').filter({ hasText: phase });
    await dialog.getByLabel('Begin with').selectOption((await option.getAttribute('value')) ?? '');
  }
  await dialog.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

/** What a timer shows, in seconds; null while there is none. */
async function secondsLeft(page: Page): Promise<number | null> {
  const [text = ''] = await sessionOf(page).locator('strong.num').allTextContents();
  const found = /^(\+?)(\d+):(\d\d)$/.exec(text);
  if (found === null) return null;
  return (found[1] === '+' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]));
}

/** With the text of the whole board, so that nothing that is in it goes unseen. */
const isPrivateFor = (page: Page, text: string) => expect(cardsSaying(page, text)).toHaveCount(0);

test('[RUN80] a session goes from phase to phase with one button: writing alone with its minutes, showing everything, the next phase; everybody sees where they are, also who comes later', async ({
  browser,
}) => {
  const board = await freshBoard();
  const fatima = await come(browser, server.address, board, 'Fatima');
  const anna = await come(browser, server.address, board, 'Anna');
  await start(fatima.page);
  for (const { page } of [fatima, anna]) await expect(sessionOf(page)).toContainText('Open');
  await hears(anna.page, /^Now: Open\./);
  await next(fatima.page, 'Next: Draft the problem').click();
  await expect(sessionOf(anna.page)).toContainText('In one sentence: what is going wrong, for whom?');
  await hears(anna.page, 'Now: Draft the problem. In one sentence: what is going wrong, for whom?');
  await expect(sessionOf(anna.page).getByRole('button', { name: /^(Next|Write)/ })).toHaveCount(0);

  await next(fatima.page, 'Write alone, 6 min').click();
  await expect(next(fatima.page, 'Reveal everything')).toBeVisible();
  await expect.poll(() => secondsLeft(anna.page)).toBeGreaterThan(200);
  await putByKeys(anna.page, '1 Drafts', 'Bread goes to waste');
  await isSaved(anna.page);
  await isPrivateFor(fatima.page, 'Bread goes to waste');
  await next(fatima.page, 'Reveal everything').click();
  await expect(cardsSaying(fatima.page, 'Bread goes to waste')).toBeVisible();
  await expect(next(fatima.page, 'Next: Merge into one statement')).toBeVisible();
  await expect(sessionOf(anna.page).locator('strong.num')).toHaveCount(0);

  // The script at the left leads anywhere, with everybody.
  const script = fatima.page.getByRole('list', { name: 'Script' });
  await script.getByRole('button', { name: /^Direct causes/ }).click();
  await script.getByRole('button', { name: 'Go to this phase' }).click();
  await expect(sessionOf(anna.page)).toContainText('Direct causes');
  await expect(fatima.page.getByRole('navigation', { name: 'Frames of this board' })).toContainText('2 The tree');

  const late = performance.now();
  const jonas = await arrive(browser, server.address, phone);
  await listen(jonas.page);
  await openAs(jonas, server.address, board, 'Jonas');
  await boardIsThere(jonas.page);
  const there = performance.now();
  await expect(sessionOf(jonas.page)).toContainText('Direct causes');
  test.info().annotations.push({
    type: 'late joiner',
    description: `board after ${Math.round(there - late)} ms, phase ${Math.round(performance.now() - there)} ms later`,
  });
  await expect(jonas.page.getByRole('navigation', { name: 'Frames of this board' })).toContainText('2 The tree');
  for (const { context } of [fatima, anna, jonas]) await context.close();
});

test('[RUN81] a reload, another facilitator and a killed server find the session where it is; ending it is asked first', async ({
  browser,
}) => {
  const board = await freshBoard();
  const fatima = await come(browser, server.address, board, 'Fatima');
  const anna = await come(browser, server.address, board, 'Anna');
  await start(fatima.page, 'Effects');
  await expect(fatima.page.getByRole('navigation', { name: 'Frames of this board' })).toContainText('2 The tree');
  await next(fatima.page, /^Write alone, 4 min/).click();
  await expect.poll(() => secondsLeft(anna.page)).toBeGreaterThan(120);
  await fatima.page.reload();
  await expect(next(fatima.page, 'Reveal everything')).toBeVisible();
  await server.kill('SIGKILL');
  await expect(anna.page.getByText('No connection.')).toBeVisible();
  // It goes on without a server.
  const atCut = (await secondsLeft(anna.page)) ?? 0;
  await expect.poll(() => secondsLeft(anna.page)).toBeLessThan(atCut);
  await server.restart();
  await expect(anna.page.getByText('No connection.')).toHaveCount(0, { timeout: 30_000 });
  const second = await come(browser, server.address, board, 'Fatima');
  await next(second.page, 'Reveal everything').click();
  await expect(next(fatima.page, 'Next: Direct causes')).toBeVisible();
  await facilitate(second.page, 'End the session');
  await second.page.getByRole('alertdialog').getByRole('button', { name: 'End the session' }).click();
  for (const { page } of [fatima, anna]) await expect(sessionOf(page)).toHaveCount(0);
  await hears(anna.page, 'The session has ended.');
  for (const { context } of [fatima, anna, second]) await context.close();
});

test('[RUN82] a phase of one’s own is added with a title, its minutes count, and a session begins with it', async ({
  browser,
}) => {
  const board = await freshBoard();
  const fatima = await come(browser, server.address, board, 'Fatima');
  const { page } = fatima;
  await facilitate(page, 'Run of show');
  const dialog = page.getByRole('dialog', { name: 'Run of show' });
  await dialog.getByRole('button', { name: 'Add a phase' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  // A phase of one's own wants a title; the first fault has the focus.
  const title = dialog.getByLabel('Title', { exact: true });
  await expect(title).toBeFocused();
  await title.fill('Say who is missing');
  await dialog.getByLabel('Minutes').first().fill('7');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  const script = page.getByRole('list', { name: 'Script' });
  await expect(script.getByRole('listitem').last()).toContainText('Say who is missing');
  await expect(page.getByText('0 of 122 min')).toBeVisible();
  await start(page, 'Say who is missing');
  await expect(sessionOf(page)).toContainText('Say who is missing');
  await expect(sessionOf(page)).toContainText('0 of 7 min');
  await expect(next(page, 'End the session')).toBeVisible();
  await fatima.context.close();
});

test('[RUN83] everybody comes along to the frame of the next phase and can go back; whoever looked around just now is offered the way', async ({
  browser,
}) => {
  const board = await freshBoard();
  const fatima = await come(browser, server.address, board, 'Fatima');
  const [anna, vera] = [
    await come(browser, server.address, board, 'Anna'),
    await come(browser, server.address, board, 'Vera'),
  ];
  const frames = (page: Page) => page.getByRole('navigation', { name: 'Frames of this board' });
  const way = (page: Page, name: string) => sessionOf(page).getByRole('button', { name, exact: true });
  await start(fatima.page, 'Merge into one statement');
  await expect(sessionOf(anna.page)).toContainText('Merge into one statement');
  await next(fatima.page, 'Next: Effects').click();
  for (const { page } of [anna, vera]) await expect(frames(page)).toContainText('2 The tree');
  await way(anna.page, 'Back to where I was').click();
  await expect(frames(anna.page)).toContainText('1 Agree the problem');
  await expect(way(anna.page, 'Back to where I was')).toHaveCount(0);

  // She has gone back by her own hand a moment ago.
  await next(fatima.page, 'Next: Direct causes').click();
  await expect(sessionOf(anna.page)).toContainText('Direct causes');
  await expect(way(anna.page, 'Go there')).toBeVisible();
  await expect(frames(anna.page)).toContainText('1 Agree the problem');
  await way(anna.page, 'Go there').click();
  await expect(frames(anna.page)).toContainText('2 The tree');
  await expect(way(anna.page, 'Go there')).toHaveCount(0);
  await expect(frames(vera.page)).toContainText('2 The tree');
  for (const { context } of [fatima, anna, vera]) await context.close();
});

test('[RUN84] on a blank board a session goes through the standard arc: everybody is brought to the sheet, a round goes through the organisations, one press each', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'blank');
  const fatima = await come(browser, server.address, board, 'Fatima');
  const [anna, jonas] = [
    await come(browser, server.address, board, 'Anna'),
    await come(browser, server.address, board, 'Jonas'),
  ];
  await start(fatima.page);
  await expect(fatima.page.getByRole('list', { name: 'Script' }).locator('> li')).toHaveText([
    ...[/^Open/, /^Write alone/, /^Share/, /^Cluster/, /^Vote/, /^Decide/, /^Close/],
  ]);
  await next(fatima.page, 'Bring everyone here').click();
  await expect(anna.page.getByRole('region', { name: 'Where to look' })).toContainText('Fatima brought you here.');
  await next(fatima.page, 'Next: Write alone').click();
  await expect(anna.page.getByRole('region', { name: 'Where to look' })).toHaveCount(0);
  await next(fatima.page, 'Next: Share').click();
  await expect(sessionOf(anna.page)).toContainText('Which of your cards matters most, and why?');
  await next(fatima.page, 'Begin the round').click();
  const floor = fatima.page.getByRole('region', { name: 'Turns to speak' });
  await expect(floor.getByRole('listitem')).toHaveCount(2);
  await expect(next(fatima.page, 'Next: Cluster')).toBeVisible();
  await hears(jonas.page, 'A round begins: you will have a turn to speak too.');
  // Who has left is not waited for.
  await jonas.context.close();
  await expect(floor.getByRole('listitem')).toHaveText([/Anna/]);
  await floor.getByRole('button', { name: 'Next: Anna' }).click();
  await hears(anna.page, 'You have the floor.');
  await expect(floor.getByRole('listitem')).toHaveCount(0);
  for (const { context } of [fatima, anna]) await context.close();
});

test('[TMR30] a timer is started, paused, lengthened and stopped; everybody sees it on every board, hears of it, and a sound comes only where it is wanted', async ({
  browser,
}) => {
  const board = await freshBoard();
  const fatima = await come(browser, server.address, board, 'Fatima');
  const anna = await come(browser, server.address, board, 'Anna', phone);
  await facilitate(fatima.page, 'Timer');
  const dialog = fatima.page.getByRole('dialog', { name: 'Timer' });
  await dialog.getByLabel('Minutes').fill('lots');
  await button(fatima.page, 'Start').click();
  await expect(dialog.getByText('Give a number of minutes up to 240.')).toBeVisible();
  await dialog.getByLabel('Minutes').fill('2,5');
  await fatima.page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await hears(anna.page, 'Timer: 3 minutes left');
  await expect.poll(() => secondsLeft(anna.page)).toBeGreaterThan(60);
  const menu = async (item: string) => {
    await sessionOf(fatima.page)
      .getByRole('button', { name: /^Timer/ })
      .click();
    await fatima.page.getByRole('menuitem', { name: item }).click();
  };
  await menu('Pause');
  await expect(sessionOf(anna.page)).toContainText('Paused');
  const paused = (await secondsLeft(anna.page)) ?? 0;
  await menu('One minute more');
  await expect.poll(() => secondsLeft(anna.page)).toBe(paused + 60);
  await menu('Go on');
  await expect(sessionOf(anna.page)).not.toContainText('Paused');
  // Who takes part can want a sound, and nothing else.
  await sessionOf(anna.page)
    .getByRole('button', { name: /^Timer/ })
    .tap();
  await expect(anna.page.getByRole('menuitem')).toHaveText(['Sound at the end, here']);
  await anna.page.keyboard.press('Escape');
  await menu('Stop the timer');
  for (const { page } of [fatima, anna]) await expect(sessionOf(page)).toHaveCount(0);
  await hears(anna.page, 'The timer has been stopped.');
  for (const { context } of [fatima, anna]) await context.close();
});

test('[TMR31] two computers whose clocks are hours apart see the same seconds, also after a clock that is set and a reload; at the end all hear that time is up', async ({
  browser,
}) => {
  const board = await freshBoard();
  const fatima = await come(browser, server.address, board, 'Fatima');
  const anna = await come(browser, server.address, board, 'Anna');
  /** Turns the time of day of Anna's computer, also for the pages that she opens then; nothing else notices. */
  const setClock = async (hours: number) => {
    const turn = (byMs: number) => {
      const real = Reflect.get(window, 'realNow') ?? Date.now;
      Reflect.set(window, 'realNow', real);
      Date.now = () => real() + byMs;
    };
    await anna.context.addInitScript(turn, hours * 3_600_000);
    await anna.page.evaluate(turn, hours * 3_600_000);
  };
  const areTogether = async () => {
    await expect
      .poll(async () => {
        const [a, b] = await Promise.all([secondsLeft(fatima.page), secondsLeft(anna.page)]);
        return a === null || b === null ? null : Math.abs(a - b);
      })
      .toBeLessThanOrEqual(1);
  };
  // Behind, so that too much would be left.
  await setClock(-7);
  await facilitate(fatima.page, 'Timer');
  await fatima.page.getByRole('dialog').getByLabel('Minutes').fill('1');
  await fatima.page.keyboard.press('Enter');
  await areTogether();
  const asked = anna.page.waitForResponse((response) => response.url().endsWith('/session'));
  await setClock(5);
  await asked;
  await areTogether();
  await anna.page.reload();
  await boardIsThere(anna.page);
  await areTogether();
  await hears(anna.page, /^Timer: 1 minute left/);
  expect(await heard(anna.page)).not.toContainEqual(expect.stringMatching('Time is up'));
  await expect(sessionOf(anna.page)).toContainText('Almost over', { timeout: 60_000 });
  await expect(sessionOf(anna.page)).toContainText('Time is up', { timeout: 45_000 });
  await hears(anna.page, 'Time is up');
  await expect.poll(() => secondsLeft(fatima.page)).toBeLessThan(0);
  for (const { context } of [fatima, anna]) await context.close();
});
