import { expect, type Page, test } from '@playwright/test';
import { createBoard, joinAsProgram } from '../support/api.ts';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { goTo } from './support/cards.ts';
import { editorOf, shapesIn } from './support/editor.ts';
import { hears } from './support/listen.ts';
import { boardIsThere, facilitate, type PersonOptions, writeNote } from './support/person.ts';
import { come, type ReadyBoard, readyBoard } from './support/ready-board.ts';
import { editorIn, openNote, place } from './support/two-people.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server?.stop());

const phone: PersonOptions = { viewport: { width: 390, height: 844 }, touch: true };
const freshBoard = (): Promise<ReadyBoard> => readyBoard(server.address, 'root-cause-tree');

/** The middle of what a page shows, in units of the board. */
async function middleOf(page: Page): Promise<{ x: number; y: number }> {
  const editor = await editorOf(page);
  return editor.evaluate((editor) => {
    const { midX: x, midY: y } = (editor as unknown as import('tldraw').Editor).getViewportPageBounds();
    return { x, y };
  });
}

async function areTogether(a: Page, b: Page): Promise<void> {
  await expect
    .poll(async () => {
      const [one, other] = await Promise.all([middleOf(a), middleOf(b)]);
      return Math.hypot(one.x - other.x, one.y - other.y);
    })
    .toBeLessThan(30);
}

/** With the wheel, as somebody looks around. */
async function lookAround(page: Page): Promise<void> {
  await page.mouse.move(700, 450);
  await page.mouse.wheel(0, 700);
}

test('[ATT20] everybody sees what whoever leads sees, looks around alone when they want to, comes back with one press, and is free when it ends', async ({
  browser,
}) => {
  const board = await freshBoard();
  const [fatima, anna] = [
    await come(browser, server.address, board, 'Fatima'),
    await come(browser, server.address, board, 'Anna'),
  ];
  await goTo(anna.page, '3 Check and choose');
  await facilitate(fatima.page, 'Follow me');
  await expect(fatima.page.getByText('Everybody on this board sees what you see.')).toBeVisible();
  await expect(anna.page.getByText('You follow Fatima', { exact: true })).toBeVisible();
  await goTo(fatima.page, '2 The tree');
  await areTogether(fatima.page, anna.page);

  await lookAround(anna.page);
  const own = anna.page.getByRole('region', { name: 'Follow me' });
  await expect(own).toContainText('Fatima shows the way. You look around by yourself.');
  await goTo(fatima.page, '1 Agree the problem');
  await own.getByRole('button', { name: 'Follow again' }).click();
  await areTogether(fatima.page, anna.page);

  // However long she is away, she is waited for.
  await fatima.page.reload();
  await boardIsThere(fatima.page);
  await goTo(fatima.page, '4 Fishbone view');
  await areTogether(fatima.page, anna.page);

  // Who comes later follows too.
  const jonas = await come(browser, server.address, board, 'Jonas', phone);
  await expect(jonas.page.getByText('You follow Fatima', { exact: true })).toBeVisible();
  await areTogether(fatima.page, jonas.page);

  await fatima.page.getByRole('region', { name: 'Follow me' }).getByRole('button', { name: 'Stop' }).click();
  for (const { page } of [anna, jonas])
    await expect(page.getByText('You follow Fatima', { exact: true })).toHaveCount(0);
  await hears(anna.page, 'You look around by yourself again.');
  const alone = await middleOf(anna.page);
  await goTo(fatima.page, '3 Check and choose');
  await writeNote(fatima.page, place, 'After her view');
  await expect.poll(async () => (await shapesIn(anna.page)).join()).toContain('After her view');
  expect(await middleOf(anna.page)).toEqual(alone);
  for (const { context } of [fatima, anna, jonas]) await context.close();
});

test('[ATT21] everybody is brought to one place, once, and can go back; whoever writes, and whoever is on another board, is asked', async ({
  browser,
}) => {
  const board = await freshBoard();
  const workshop = board.path.split('/')[2] ?? '';
  const program = await joinAsProgram(server.address, board.tokens.facilitator);
  const second = await createBoard(program, workshop as never, 'blank', 'Sketches');
  const [fatima, anna] = [
    await come(browser, server.address, board, 'Fatima'),
    await come(browser, server.address, board, 'Anna'),
  ];
  const jonas = await come(browser, server.address, board, 'Jonas');
  await jonas.page.goto(`/workshop/${workshop}/board/${second}`);
  await boardIsThere(jonas.page);

  await goTo(anna.page, '3 Check and choose');
  const before = await middleOf(anna.page);
  await goTo(fatima.page, '2 The tree');
  await facilitate(fatima.page, 'Bring everyone here');
  const where = (page: Page) => page.getByRole('region', { name: 'Where to look' });
  await expect(where(anna.page)).toContainText('Fatima brought you here.');
  await areTogether(fatima.page, anna.page);
  await where(anna.page).getByRole('button', { name: 'Back to where I was' }).click();
  await hears(anna.page, 'Fatima brought you here.');
  await expect.poll(async () => Math.abs((await middleOf(anna.page)).x - before.x)).toBeLessThan(30);
  await expect(where(anna.page)).toHaveCount(0);

  await expect(where(jonas.page)).toContainText('Fatima asks everybody to come to “Root cause tree”.');
  await where(jonas.page).getByRole('link', { name: 'Go there' }).click();
  await boardIsThere(jonas.page);
  await expect(jonas.page.getByRole('heading', { level: 1, name: 'Root cause tree' })).toBeVisible();
  // It came for what the others look at.
  await areTogether(fatima.page, jonas.page);

  await writeNote(anna.page, place, 'In the middle of');
  await openNote(anna.page, 'In the middle of', 'End');
  const writing = await middleOf(anna.page);
  await facilitate(fatima.page, 'Bring everyone here');
  await expect(where(anna.page)).toContainText('Fatima asks everybody to look at “2 The tree”.');
  await anna.page.keyboard.type(' a thought');
  await expect(editorIn(anna.page)).toContainText('In the middle of a thought');
  // What is said of it takes room above; nothing moves else.
  const now = await middleOf(anna.page);
  expect(Math.hypot(now.x - writing.x, now.y - writing.y)).toBeLessThan(60);
  await where(anna.page).getByRole('button', { name: 'Go there' }).click();
  await areTogether(fatima.page, anna.page);
  for (const { context } of [fatima, anna, jonas]) await context.close();
});

test('[FLR20] hands are raised with one press, at a phone too; the turn goes round the organisations, and who is given it hears so', async ({
  browser,
}) => {
  const board = await freshBoard();
  const [fatima, anna] = [
    await come(browser, server.address, board, 'Fatima'),
    await come(browser, server.address, board, 'Anna'),
  ];
  const jonas = await come(browser, server.address, board, 'Jonas', phone);
  const vera = await come(browser, server.address, board, 'Vera');
  const raise = (page: Page) => page.getByRole('banner').getByRole('button', { name: 'Raise your hand' });
  await raise(anna.page).click();
  await expect(anna.page.getByRole('button', { name: 'Lower your hand' })).toHaveAttribute('aria-pressed', 'true');
  await hears(anna.page, 'Your hand is up.');
  await hears(fatima.page, 'Anna has raised a hand.');
  await jonas.page.getByRole('banner').getByRole('button', { name: 'More', exact: true }).tap();
  await jonas.page.getByRole('menuitem', { name: 'Raise your hand' }).tap();
  await expect(raise(vera.page)).toHaveCount(0);

  await fatima.page.getByRole('banner').getByRole('button', { name: '2 hands up' }).click();
  const floor = fatima.page.getByRole('region', { name: 'Turns to speak' });
  await expect(floor.getByRole('listitem')).toContainText(['Anna', 'Jonas']);
  await floor.getByRole('button', { name: 'Give the floor to Anna' }).click();
  await expect(floor).toContainText('Speaking now');
  await hears(anna.page, 'You have the floor.');
  await hears(jonas.page, 'Anna has the floor.');
  await expect(anna.page.getByRole('button', { name: 'Lower your hand' })).toHaveCount(0);
  // Heard already: Jonas, who has waited longer, comes before Anna whatever the order of raising.
  await raise(anna.page).click();
  await expect(floor.getByRole('listitem')).toContainText(['Jonas', 'Anna']);
  await floor.getByRole('button', { name: 'Finished' }).click();
  await floor.getByRole('button', { name: 'Take down all hands' }).click();
  await expect(fatima.page.getByRole('banner').getByRole('button', { name: /hands? up/ })).toHaveCount(0);
  await expect(raise(anna.page)).toBeVisible();
  for (const { context } of [fatima, anna, jonas, vera]) await context.close();
});
