import { type Browser, expect, type Page, type Route, test } from '@playwright/test';
import { problem } from '../../server/http/problems.ts';
import { editorOf } from './support/editor.ts';
import { boardIsThere, isSaved, type Person, type PersonOptions } from './support/person.ts';
import { lead, phone } from './support/phone.ts';
import { areDrawn, atTheDoor, flat, give, noConnection, shown, waiting } from './support/pictures.ts';
import { come, type ReadyBoard, readyBoard } from './support/ready-board.ts';
import { servePeople } from './support/serve-people.ts';

const { address, seat } = servePeople();

/** What a page complains about where the test takes the network away, or has the server refuse. */
const expected = /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|status of 429/;

async function comeTo(
  browser: Browser,
  board: ReadyBoard,
  name: 'Fatima' | 'Anna',
  options: PersonOptions = {},
): Promise<Person> {
  return seat(await come(browser, address(), board, name, { ...options, expected }));
}

async function onBoard(browser: Browser): Promise<Person> {
  return comeTo(browser, await readyBoard(address(), 'blank', 'Photographs'), 'Fatima');
}

/** As the browser says it when its network is back. */
const isOnline = (page: Page): Promise<void> =>
  page.evaluate(() => {
    dispatchEvent(new Event('online'));
  });

test('[IMG32][IMG40] without a connection a picture waits where it will be and goes up by itself, also for whoever has left the board', async ({
  browser,
}) => {
  const { page, context } = await onBoard(browser);
  await give(page, 'drop', 'first.png', 'image/png', await flat('#2c6e8f'));
  await areDrawn(page, 1);
  await context.setOffline(true);
  await give(page, 'drop', 'second.png', 'image/png', await flat('#5c8a3a'));
  await noConnection(page);
  await waiting(page).getByRole('button', { name: 'Try again' }).click();
  await noConnection(page);
  await expect(shown(page)).toHaveCount(1);
  await context.setOffline(false);
  await areDrawn(page, 2);
  await expect(waiting(page)).toHaveCount(0);
  await isSaved(page);

  // The way back to the workshop takes the canvas away, and not what is on its way to it.
  await page.route('**/images', (route) => route.abort('connectionrefused'));
  await give(page, 'drop', 'third.png', 'image/png', await flat('#b02d22'));
  await noConnection(page);
  await page.getByRole('banner').getByRole('link').first().click();
  await expect(page.getByRole('link', { name: /Photographs/ })).toBeVisible();
  const isSent = page.waitForResponse((response) => response.url().endsWith('/images') && response.ok());
  await page.unroute('**/images');
  await isSent;
  await page.getByRole('link', { name: /Photographs/ }).click();
  await boardIsThere(page);
  await areDrawn(page, 3);
  await expect(waiting(page)).toHaveCount(0);
  await isSaved(page);
});

test('[IMG40] closing the page asks first as long as a picture waits', async ({ browser }) => {
  const { page } = await onBoard(browser);
  // Of a page that nobody has touched browsers ask nothing.
  await page.locator('.tl-canvas').click({ position: { x: 300, y: 300 } });
  await page.route('**/images', (route) => route.abort('connectionrefused'));
  await give(page, 'drop', 'only.png', 'image/png', await flat('#2c6e8f'));
  await noConnection(page);
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await noConnection(page);

  await page.unroute('**/images');
  await isOnline(page);
  await areDrawn(page, 1);
  await isSaved(page);
  const questions: string[] = [];
  page.on('dialog', (dialog) => {
    questions.push(dialog.type());
    void dialog.accept();
  });
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
  expect(questions).toEqual([]);
});

test('[IMG44] while a picture waits, the one that is selected can be described and cropped', async ({ browser }) => {
  const { page } = await onBoard(browser);
  await give(page, 'drop', 'first.png', 'image/png', await flat('#2c6e8f'));
  await areDrawn(page, 1);
  const describe = page.getByRole('button', { name: 'Describe' });
  await expect(describe).toBeVisible();
  await page.route('**/images', (route) => route.abort('connectionrefused'));
  await give(page, 'paste', 'second.png', 'image/png', await flat('#5c8a3a'));
  await noConnection(page);
  await expect(describe).toBeVisible();
  await page.locator('.tl-container').focus();
  await page.keyboard.press('Escape');
  await expect(describe).toHaveCount(0);
  await shown(page).click({ position: { x: 20, y: 20 } });
  await describe.click();
  await page.getByLabel('Description').fill('The dry well');
  await page.getByLabel('Description').press('Enter');
  await expect(describe).toHaveAttribute('aria-pressed', 'true');
  await expect(waiting(page)).toHaveCount(1);
});

test('[IMG45] a picture is prepared once, however often it is sent, and what is on its way is not sent twice', async ({
  browser,
}) => {
  const { page } = await onBoard(browser);
  const drawings = await page.evaluateHandle(() => {
    const count = { of: 0 };
    window.createImageBitmap = new Proxy(createImageBitmap, {
      apply(draw, page, given) {
        count.of++;
        return Reflect.apply(draw, page, given);
      },
    });
    return count;
  });
  const door = await atTheDoor(page);
  // Wider than a board keeps it.
  await give(page, 'drop', 'wide.png', 'image/png', await flat('#2c6e8f', 4_200, 60));
  await (await door.next()).abort('connectionrefused');
  await noConnection(page);
  for (let n = 0; n < 3; n++) {
    await isOnline(page);
    await (await door.next()).abort('connectionrefused');
  }
  await noConnection(page);

  // A press in the middle of a try that nobody sees, and a line that is back.
  await isOnline(page);
  const last = await door.next();
  await waiting(page).getByRole('button', { name: 'Try again' }).click();
  await isOnline(page);
  await last.continue();
  await areDrawn(page, 1);
  await expect(waiting(page)).toHaveCount(0);
  await isSaved(page);
  expect(door.unanswered()).toBe(0);
  expect(await drawings.evaluate((count) => count.of)).toBe(1);
});

test('[IMG46] a picture that may not stand where it was put waits and leaves nothing on the board; it is not sent anew', async ({
  browser,
}) => {
  const board = await readyBoard(address(), 'root-cause-tree', 'Photographs');
  const { page } = await comeTo(browser, board, 'Anna');
  const { command, boardId } = await lead(address(), board);
  const door = await atTheDoor(page);
  await give(page, 'drop', 'own.png', 'image/png', await flat('#2c6e8f'));
  const sent = await door.next();
  await command({ type: 'lock.set', boardId, place: 'problem', isLocked: true });
  await expect(page.getByText(/locked/).first()).toBeVisible();
  await sent.continue();
  const refused = waiting(page).getByRole('alert');
  await expect(refused).toContainText('You cannot put pictures on this board now.');
  const editor = await editorOf(page);
  expect(await editor.evaluate((editor) => editor.getAssets())).toEqual([]);
  await expect(shown(page)).toHaveCount(0);

  await command({ type: 'lock.set', boardId, place: 'problem', isLocked: false });
  await refused.getByRole('button', { name: 'Try again' }).click();
  await areDrawn(page, 1);
  await expect(waiting(page)).toHaveCount(0);
  await isSaved(page);
  expect(await editor.evaluate((editor) => editor.getAssets().length)).toBe(1);
  expect(door.unanswered()).toBe(0);
});

test('[IMG47] where the server has much to do, a picture waits, says so and goes up by itself', async ({ browser }) => {
  const { page } = await onBoard(browser);
  const door = await atTheDoor(page);
  await give(page, 'drop', 'first.png', 'image/png', await flat('#2c6e8f'));
  const isBusy = { status: 429, json: problem('busy'), headers: { 'retry-after': '0' } };
  for (let n = 0; n < 8; n++) await (await door.next()).fulfill(isBusy);
  const admitted = await door.next();
  await expect(waiting(page)).toContainText('Waiting: the server has much to do');
  await expect(waiting(page).getByRole('alert')).toHaveCount(0);
  await admitted.continue();
  await areDrawn(page, 1);
  await expect(waiting(page)).toHaveCount(0);
  await isSaved(page);

  // Whoever gives it up waits no longer, and what comes after it has its turn.
  await give(page, 'drop', 'second.png', 'image/png', await flat('#5c8a3a'));
  await (await door.next()).fulfill({ ...isBusy, headers: { 'retry-after': '600' } });
  await give(page, 'drop', 'third.png', 'image/png', await flat('#b02d22'), { x: 850, y: 350 });
  await (await door.next()).fulfill({ ...isBusy, headers: { 'retry-after': '600' } });
  await give(page, 'drop', 'fourth.png', 'image/png', await flat('#f0b429'), { x: 850, y: 600 });
  await expect(waiting(page)).toHaveCount(3);
  await waiting(page).first().getByRole('button', { name: 'Stop' }).click();
  await (await door.next()).continue();
  await areDrawn(page, 2);
  await expect(waiting(page)).toHaveCount(1);
});

test('[IMG48] a picture that waits is seen until the kept one can be, and comes all the same where that is late', async ({
  browser,
}) => {
  const { page } = await onBoard(browser);
  const asked: Route[] = [];
  await page.route('**/api/images/*', (route) => (asked.push(route) > 1 ? route.continue() : undefined));
  await give(page, 'drop', 'first.png', 'image/png', await flat('#2c6e8f'));
  await expect.poll(() => asked.length).toBe(1);
  await expect(waiting(page)).toContainText('Almost there');
  await expect(shown(page)).toHaveCount(0);
  await asked[0]?.abort('connectionrefused');
  await areDrawn(page, 1);
  await expect(waiting(page)).toHaveCount(0);
  await isSaved(page);

  // The others have it, however long this browser waits for it.
  await page.route('**/api/images/*', (route) => void asked.push(route));
  await give(page, 'drop', 'second.png', 'image/png', await flat('#5c8a3a'), { x: 850, y: 350 });
  await expect(page.locator('.tl-shape[data-shape-type="image"]')).toHaveCount(2);
  await expect(waiting(page)).toHaveCount(0);
  await isSaved(page);
});

test('[IMG49] where pictures are too small on the screen for words, what is said of them stands in a list', async ({
  browser,
}) => {
  const board = await readyBoard(address(), 'blank', 'Photographs');
  const { page } = await comeTo(browser, board, 'Anna', phone);
  // The tools of what is selected come where the list is.
  await give(page, 'drop', 'there.png', 'image/png', await flat('#5c8a3a'), { x: 190, y: 330 });
  await areDrawn(page, 1);
  await expect(page.getByRole('button', { name: 'Describe' })).toBeVisible();
  await page.route('**/images', (route) => route.abort('connectionrefused'));
  for (const x of [100, 190, 280])
    await give(page, 'drop', `${x}.png`, 'image/png', await flat('#2c6e8f'), { x, y: 400 });
  await expect(waiting(page).getByRole('alert')).toHaveCount(3);
  const removes = waiting(page).getByRole('button', { name: 'Remove' });
  for (const remove of await removes.all()) await remove.tap({ trial: true });
  const boxes = await waiting(page).evaluateAll((all) => all.map((note) => note.getBoundingClientRect().toJSON()));
  expect(boxes.every(({ left, right }) => left >= 0 && right <= 390)).toBe(true);
  for (const [at, { top }] of boxes.entries()) expect(top).toBeGreaterThan(boxes[at - 1]?.bottom ?? 0);

  // With room for it each is said in its picture.
  await page.setViewportSize({ width: 1440, height: 900 });
  const editor = await editorOf(page);
  await editor.evaluate((editor) => {
    editor.setCamera({ x: 0, y: 0, z: 2 }, { immediate: true });
  });
  await expect
    .poll(() =>
      waiting(page)
        .first()
        .evaluate((note) => getComputedStyle(note).position),
    )
    .toBe('absolute');
});

test('[IMG43] a picture that was put where nobody else sees it comes before everybody only by a press of who put it there', async ({
  browser,
}) => {
  const board = await readyBoard(address(), 'blank', 'Photographs');
  const { page } = await comeTo(browser, board, 'Anna');
  const others = (await comeTo(browser, board, 'Fatima')).page;
  const { command, boardId } = await lead(address(), board);
  /** Opened anew, a page of somebody else has all that the server has. */
  const othersSeeNone = async () => {
    await isSaved(page);
    await others.reload();
    await boardIsThere(others);
    await expect(waiting(others)).toHaveCount(0);
  };
  await command({ type: 'private-writing.start', boardId, isAnonymous: false });
  await expect(page.getByRole('region', { name: 'Private writing' })).toBeVisible();
  await page.route('**/images', (route) => route.abort('connectionrefused'));
  await give(page, 'drop', 'own.png', 'image/png', await flat('#2c6e8f'));
  await noConnection(page);
  await command({ type: 'private-writing.reveal', boardId });
  await expect(page.getByRole('region', { name: 'Private writing' })).toHaveCount(0);
  await page.unroute('**/images');
  await expect(waiting(page).getByRole('alert')).toContainText('You put this here while you wrote privately.');
  await expect(shown(page)).toHaveCount(0);
  await othersSeeNone();
  await expect(shown(others)).toHaveCount(0);
  await waiting(page).getByRole('button', { name: 'Show everybody' }).click();
  await areDrawn(page, 1);
  await expect(waiting(page)).toHaveCount(0);
  await isSaved(page);
  await areDrawn(others, 1);

  // What arrives while the board is locked waits for it.
  await page.route('**/images', (route) => route.abort('connectionrefused'));
  await give(page, 'drop', 'late.png', 'image/png', await flat('#5c8a3a'));
  await noConnection(page);
  await command({ type: 'lock.set', boardId, place: null, isLocked: true });
  await page.unroute('**/images');
  await expect(waiting(page).getByRole('alert')).toContainText('It is put here when the board can be changed again.');
  await othersSeeNone();
  await areDrawn(others, 1);
  await command({ type: 'lock.set', boardId, place: null, isLocked: false });
  await areDrawn(page, 2);
  await expect(waiting(page)).toHaveCount(0);
  await isSaved(page);
  await areDrawn(others, 2);
});
