import { type Browser, expect, type Page, test } from '@playwright/test';
import { problem } from '../../server/http/problems.ts';
import { editorOf } from './support/editor.ts';
import { heard } from './support/listen.ts';
import { arrive, boardIsThere, isSaved, type Person } from './support/person.ts';
import { lead } from './support/phone.ts';
import { areDrawn, atTheDoor, flat, give, noConnection, shown, waiting } from './support/pictures.ts';
import { come, openAs, type ReadyBoard, readyBoard } from './support/ready-board.ts';
import { servePeople } from './support/serve-people.ts';

const { address, seat } = servePeople();

/** What a page complains about where the test takes the network away, or has the server refuse. */
const expected = /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|status of 4/;

const board = (): Promise<ReadyBoard> => readyBoard(address(), 'blank', 'Photographs');

async function onBoard(browser: Browser): Promise<Person> {
  return seat(await come(browser, address(), await board(), 'Fatima', { expected }));
}

/** Fatima before she comes to a board: what her page asks for can still be held back. */
async function away(browser: Browser): Promise<Person> {
  return seat(await arrive(browser, address(), { expected }));
}

/** Keeps files of the page from it until they may come. */
async function holdBack(page: Page, files: RegExp) {
  let release = () => {};
  const isFree = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(files, async (route) => {
    await isFree;
    await route.continue();
  });
  return { asked: page.waitForRequest(files), release };
}

test('[IMG50] what waits is seen, and comes onto the board, while the tools of a picture are on their way', async ({
  browser,
}) => {
  const { page } = await onBoard(browser);
  const tools = await holdBack(page, /\/PictureToolbar-[^/]*\.js$/);
  const door = await atTheDoor(page);
  await give(page, 'drop', 'first.png', 'image/png', await flat('#2c6e8f'));
  await give(page, 'drop', 'second.png', 'image/png', await flat('#5c8a3a'), { x: 850, y: 350 });
  const [first, second] = [await door.next(), await door.next()];
  await expect(waiting(page)).toHaveCount(2);
  await first.continue();
  await tools.asked;
  await areDrawn(page, 1);
  await expect(waiting(page)).toHaveCount(1);
  await expect(waiting(page)).toBeVisible();
  await second.continue();
  await areDrawn(page, 2);
  await expect(waiting(page)).toHaveCount(0);
  await isSaved(page);
  const describe = page.getByRole('button', { name: 'Describe' });
  await expect(describe).toHaveCount(0);
  tools.release();
  await expect(describe).toBeVisible();
});

test('[IMG51] the first picture of a page waits without a connection like every other', async ({ browser }) => {
  const person = await away(browser);
  const { page, context } = person;
  // By itself, once the board is at rest.
  const rest = Promise.all([page.waitForResponse(/\/ahead-[^/]*\.js$/), page.waitForResponse(/\/ahead-[^/]*\.css$/)]);
  await openAs(person, address(), await board(), 'Fatima');
  await boardIsThere(page);
  for (const response of await rest) await response.finished();
  await context.setOffline(true);
  await give(page, 'drop', 'only.png', 'image/png', await flat('#2c6e8f'));
  await noConnection(page);
  await context.setOffline(false);
  await areDrawn(page, 1);
  await expect(waiting(page)).toHaveCount(0);
  await isSaved(page);
});

test('[IMG51] where what puts pictures on the board comes late, one is as private, and comes where, as it was when it was put; closing the page asks first', async ({
  browser,
}) => {
  const person = await away(browser);
  const { page } = person;
  const parts = await holdBack(page, /\/ahead-[^/]*\.js$/);
  const place = await board();
  await openAs(person, address(), place, 'Fatima');
  await boardIsThere(page);
  const { command, boardId } = await lead(address(), place);
  await command({ type: 'private-writing.start', boardId, isAnonymous: false });
  const writing = page.getByRole('region', { name: 'Private writing' });
  await expect(writing).toBeVisible();
  // Wide enough for its note to stand in it.
  const buffer = await flat('#2c6e8f', 480, 320);
  const chooser = page.waitForEvent('filechooser');
  await page.getByTestId('tools.picture').click();
  await (await chooser).setFiles([{ name: 'own.png', mimeType: 'image/png', buffer }]);
  await parts.asked;
  const editor = await editorOf(page);
  const moved = await editor.evaluateHandle((editor) => {
    const camera = editor.getCamera();
    editor.setCamera({ ...camera, x: camera.x - 5_000 }, { immediate: true });
    const back = (): void => void editor.setCamera(camera, { immediate: true });
    return { back };
  });

  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();

  await command({ type: 'private-writing.reveal', boardId });
  await expect(writing).toHaveCount(0);
  parts.release();
  await expect(waiting(page)).toContainText('You put this here while you wrote privately.');
  await expect(shown(page)).toHaveCount(0);
  await expect(waiting(page)).not.toBeInViewport();
  await moved.evaluate(({ back }) => back());
  await expect(waiting(page)).toBeInViewport();
  await waiting(page).getByRole('button', { name: 'Show everybody' }).click();
  await areDrawn(page, 1);
  await expect(waiting(page)).toHaveCount(0);
  await isSaved(page);
});

test('[IMG52] which picture is put off, refused or asked about is read out, and that it is put off once', async ({
  browser,
}) => {
  const { page } = await onBoard(browser);
  const door = await atTheDoor(page);
  await give(page, 'drop', 'well.png', 'image/png', await flat('#2c6e8f'));
  const isBusy = { status: 429, json: problem('busy'), headers: { 'retry-after': '0' } };
  for (let n = 0; n < 3; n++) await (await door.next()).fulfill(isBusy);
  const admitted = await door.next();
  const putOff = async () => (await heard(page)).filter((text) => text.includes('has much to do'));
  await expect.poll(putOff).toEqual(['well.png waits: the server has much to do.']);
  await admitted.continue();
  await areDrawn(page, 1);
  expect(await putOff()).toHaveLength(1);

  for (const [name, x] of [
    ['field.png', 400],
    ['farm.png', 850],
  ] as const) {
    await give(page, 'drop', name, 'image/png', await flat('#5c8a3a'), { x, y: 600 });
    await (await door.next()).fulfill({ status: 422, json: problem('pictures-full') });
  }
  const alerts = waiting(page).getByRole('alert');
  await expect(alerts).toHaveText([/^field\.pngThis board has 300/, /^farm\.pngThis board has 300/]);
  const refused = (await heard(page)).filter((text) => text.includes('has 300 pictures'));
  expect(refused).toEqual([expect.stringMatching(/^field\.png/), expect.stringMatching(/^farm\.png/)]);
});

test('[IMG53] the focus stays where something was done with a picture that waits, and goes to the canvas once none is left', async ({
  browser,
}) => {
  const { page } = await onBoard(browser);
  const door = await atTheDoor(page);
  const isFull = { status: 422, json: problem('pictures-full') };
  for (const [name, x] of [
    ['field.png', 400],
    ['farm.png', 850],
  ] as const) {
    await give(page, 'drop', name, 'image/png', await flat('#5c8a3a'), { x, y: 350 });
    await (await door.next()).fulfill(isFull);
  }
  await expect(waiting(page).getByRole('alert')).toHaveCount(2);
  const [field, farm] = [waiting(page).nth(0), waiting(page).nth(1)];
  const [stop, again] = [{ name: 'Stop' }, { name: 'Try again' }];

  await farm.getByRole('button', again).press('Enter');
  await expect(farm.getByRole('button', stop)).toBeFocused();
  await (await door.next()).fulfill(isFull);
  await expect(farm.getByRole('button', again)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(farm.getByRole('button', stop)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(waiting(page)).toHaveCount(1);
  await expect(field.getByRole('button', again)).toBeFocused();
  await field.getByRole('button', { name: 'Remove' }).press('Enter');
  await expect(waiting(page)).toHaveCount(0);
  await expect(page.locator('.tl-container')).toBeFocused();
});
