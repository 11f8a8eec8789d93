import { type Browser, expect, type Page, test, type WebSocketRoute } from '@playwright/test';
import { MessageType } from '../../shared/protocol/messages.ts';
import { type BadNetwork, startBadNetwork } from '../support/bad-network.ts';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { shapesIn } from './support/editor.ts';
import { boardIsThere, drag, isKept, isSaved, type Person, writeNote } from './support/person.ts';
import { editorIn, meetBehind, type Pair } from './support/two-people.ts';

let server: ProductionServer;
/** What stands between Anna and the server. */
let network: BadNetwork;
test.beforeAll(async () => {
  server = await startProductionServer();
  network = await startBadNetwork(server.address);
});
test.afterAll(async () => {
  await network?.stop();
  await server?.stop();
});
test.afterEach(() => network.become('fine'));

const meet = (browser: Browser, prepare?: (anna: Person) => Promise<void>): Promise<Pair> =>
  meetBehind(browser, server.address, network.address, prepare);

async function part({ fatima, anna }: Pair): Promise<void> {
  await anna.context.close();
  await fatima.context.close();
}

const onCanvas = (page: Page, text: string) => page.locator('.tl-canvas').getByText(text, { exact: true });
const sees = (page: Page, text: string) => expect(onCanvas(page, text)).toBeVisible({ timeout: 30_000 });
const boxesOf = (page: Page) => page.locator('.tl-shape[data-shape-type="geo"]');

/** All of the board is the same for both, and the server has it. */
async function areEqual({ fatima, anna }: Pair): Promise<void> {
  await Promise.all([fatima.page, anna.page].map(isSaved));
  await expect.poll(() => shapesIn(anna.page)).toEqual(await shapesIn(fatima.page));
}

/**
 * The process that draws the page dies, and with it all that is in the page only.
 * @returns another page of the same browser.
 */
async function crash({ page, context }: Person): Promise<Page> {
  // Chromium makes no new tab in a window whose only one has crashed.
  const next = await context.newPage();
  const gone = page.waitForEvent('crash');
  const devtools = await context.newCDPSession(page);
  devtools.send('Page.crash').catch(() => {});
  await gone;
  return next;
}

async function reopen(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await boardIsThere(page);
}

const wasTakenBack = (page: Page) =>
  expect(page.getByText(/could not be taken over by the server and was taken back/).first()).toBeVisible({
    timeout: 60_000,
  });

test('[RELY19] both sides write while one is offline; back online all is there once, everywhere, and saved', async ({
  browser,
}) => {
  const pair = await meet(browser);
  const { fatima, anna } = pair;
  await anna.context.setOffline(true);
  network.become('gone');
  await expect(anna.page.getByText('No connection.')).toBeVisible();
  await writeNote(anna.page, { x: 560, y: 560 }, 'Anna alone');
  await writeNote(fatima.page, { x: 820, y: 560 }, 'Fatima meanwhile');
  await expect(anna.page.getByText('Changes kept in this browser')).toBeVisible();
  await expect(anna.page.getByRole('button', { name: /when the connection was lost/ })).toBeVisible();
  network.become('fine');
  await anna.context.setOffline(false);
  await Promise.all([sees(fatima.page, 'Anna alone'), sees(anna.page, 'Fatima meanwhile')]);
  await areEqual(pair);
  await part(pair);
});

test('[RELY19] what was not sent outlives a page that crashes, and reaches the others from the next one', async ({
  browser,
}) => {
  const pair = await meet(browser);
  const { fatima, anna } = pair;
  const url = anna.page.url();
  network.become('gone');
  await expect(anna.page.getByText('No connection.')).toBeVisible();
  await writeNote(anna.page, { x: 560, y: 560 }, 'Written before the crash');
  await isKept(anna.page);
  const page = await crash(anna);
  network.become('fine');
  await reopen(page, url);
  await sees(page, 'Written before the crash');
  await sees(fatima.page, 'Written before the crash');
  await areEqual({ ...pair, anna: { ...anna, page } });
  await part(pair);
});

test('[SYN30] a board that was open before comes back while its live connection is gone, and can be written on', async ({
  browser,
}) => {
  const pair = await meet(browser);
  const { fatima, anna } = pair;
  await writeNote(anna.page, { x: 560, y: 560 }, 'Saved before');
  await isSaved(anna.page);
  network.become('no-sockets');
  await anna.page.reload();
  await sees(anna.page, 'Saved before');
  await expect(anna.page.getByText(/No connection\.|no live connection/)).toBeVisible();
  await writeNote(anna.page, { x: 820, y: 560 }, 'Written from the copy');
  await isKept(anna.page);
  await anna.page.reload();
  await sees(anna.page, 'Written from the copy');
  network.become('fine');
  await sees(fatima.page, 'Written from the copy');
  await areEqual(pair);
  await part(pair);
});

test('[SYN30] what was typed in the moment before a reload is in the copy', async ({ browser }) => {
  const pair = await meet(browser);
  const { anna } = pair;
  network.become('no-sockets');
  for (const round of [1, 2, 3]) {
    await anna.page.locator('.tl-canvas').click({ position: { x: 5, y: 5 } });
    await anna.page.keyboard.press('Escape');
    await anna.page.keyboard.press('n');
    await anna.page.mouse.click(460 + 60 * round, 560);
    await expect(editorIn(anna.page)).toBeFocused();
    await anna.page.keyboard.type(`Round ${round} to the `);
    await anna.page.evaluate(() => {
      addEventListener('pagehide', () => document.execCommand('insertText', false, 'last'));
      location.reload();
    });
    await sees(anna.page, `Round ${round} to the last`);
  }
  network.become('fine');
  await areEqual(pair);
  await part(pair);
});

test('[RELY19] a wiped storage and a crash lose only what the page said was not saved', async ({ browser }) => {
  const pair = await meet(browser);
  const { anna } = pair;
  const url = anna.page.url();
  await writeNote(anna.page, { x: 560, y: 560 }, 'Said to be saved');
  await isSaved(anna.page);
  network.become('gone');
  await expect(anna.page.getByText('No connection.')).toBeVisible();
  await writeNote(anna.page, { x: 820, y: 560 }, 'Said to be unsaved');
  await expect(anna.page.getByText('Changes kept in this browser')).toBeVisible();
  const devtools = await anna.context.newCDPSession(anna.page);
  await devtools.send('Storage.clearDataForOrigin', { origin: network.address, storageTypes: 'indexeddb' });
  await expect(anna.page.getByText('Changes kept on this page')).toBeVisible();
  const page = await crash(anna);
  network.become('fine');
  await reopen(page, url);
  await sees(page, 'Said to be saved');
  await isSaved(page);
  await expect(onCanvas(page, 'Said to be unsaved')).toHaveCount(0);
  await areEqual({ ...pair, anna: { ...anna, page } });
  await part(pair);
});

test('[SYN18] a network that blocks live connections is named, with what to do, and left as soon as it lets them', async ({
  browser,
}) => {
  const pair = await meet(browser);
  const { anna } = pair;
  network.become('no-sockets');
  await anna.page.reload();
  const banner = anna.page.locator('p').filter({ hasText: 'This network lets no live connection through.' });
  await expect(banner).toBeVisible({ timeout: 60_000 });
  await expect(banner).toContainText(new URL(network.address).host);
  network.become('fine');
  await expect(banner).toHaveCount(0, { timeout: 30_000 });
  await isSaved(anna.page);
  await part(pair);
});

test('[RELY33] an old page says so, keeps what was not sent, and the page after the reload sends it', async ({
  browser,
}) => {
  const pair = await meet(browser);
  const { fatima, anna } = pair;
  network.become('gone');
  await expect(anna.page.getByText('No connection.')).toBeVisible();
  await writeNote(anna.page, { x: 560, y: 560 }, 'From the old page');
  network.become('old-protocol');
  await expect(anna.page.getByText('There is a newer version')).toBeVisible({ timeout: 30_000 });
  await expect(anna.page.getByText(/kept in this browser and is sent/)).toBeVisible();
  network.become('fine');
  await anna.page.getByRole('button', { name: 'Reload' }).click();
  await sees(anna.page, 'From the old page');
  await sees(fatima.page, 'From the old page');
  await areEqual(pair);
  await part(pair);
});

/** A server that refuses updates, as far as one page can tell. */
interface Censor {
  /** Whether the page's connection ends at this frame, which then does not reach the server. */
  refuses: (frame: Buffer) => boolean;
  refusals: number;
  /** Whether the server's word that something is durable is lost on the way. */
  losesAcks: boolean;
}
const patient = (): Censor => ({ refuses: () => false, refusals: 0, losesAcks: false });

const isUpdate = (frame: Buffer): boolean => frame[0] === 0 && (frame[1] === 2 || (frame[1] === 1 && frame.length > 5));

async function censored(page: Page): Promise<Censor> {
  const censor = patient();
  await page.routeWebSocket(/\/sync\//, (socket: WebSocketRoute) => {
    const upstream = socket.connectToServer();
    let isOver = false;
    upstream.onMessage((message) => {
      if (!censor.losesAcks || (message as Buffer)[0] !== MessageType.ack) socket.send(message);
    });
    socket.onMessage((message) => {
      if (isOver) return;
      if (!isUpdate(message as Buffer) || !censor.refuses(message as Buffer)) return upstream.send(message);
      isOver = true;
      censor.refusals += 1;
      void socket.close({ code: 4422, reason: 'refused' });
      void upstream.close();
    });
  });
  return censor;
}

test('[SYN31] of several edits the one that the server refuses is taken back and told, all others stay', async ({
  browser,
}) => {
  let censor = patient();
  const pair = await meet(browser, async ({ page }) => {
    censor = await censored(page);
  });
  const { fatima, anna } = pair;
  const boxes = await boxesOf(fatima.page).count();
  await anna.page.locator('.tl-canvas').evaluate((canvas) => canvas.setAttribute('data-seen', 'before'));
  network.become('gone');
  await expect(anna.page.getByText('No connection.')).toBeVisible();
  await writeNote(anna.page, { x: 560, y: 560 }, 'Before it');
  await anna.page.keyboard.press('r');
  await drag(anna.page, { x: 420, y: 690 }, { x: 520, y: 750 });
  await writeNote(anna.page, { x: 820, y: 560 }, 'Right after it');
  censor.refuses = (frame) => frame.includes('rectangle');
  network.become('fine');
  await wasTakenBack(anna.page);
  await sees(fatima.page, 'Right after it');
  await sees(anna.page, 'Right after it');
  await areEqual(pair);
  expect(censor.refusals).toBeGreaterThan(1);
  for (const { page } of [anna, fatima]) {
    await expect(boxesOf(page)).toHaveCount(boxes);
    await expect(onCanvas(page, 'Before it')).toHaveCount(1);
    await expect(onCanvas(page, 'Right after it')).toHaveCount(1);
  }
  await expect(anna.page.locator('.tl-canvas')).toHaveAttribute('data-seen', 'before');
  await part(pair);
});

test('[SYN32] a refusal in the middle of typing costs no letter and doubles none', async ({ browser }) => {
  let censor = patient();
  const pair = await meet(browser, async ({ page }) => {
    censor = await censored(page);
  });
  const { fatima, anna } = pair;
  await anna.page.keyboard.press('n');
  await anna.page.mouse.click(560, 560);
  await expect(anna.page.locator('.tl-canvas [contenteditable="true"]')).toBeFocused();
  await anna.page.keyboard.type('Hunger rises');
  await isSaved(anna.page);
  censor.refuses = () => censor.refusals === 0;
  await anna.page.keyboard.type(' every winter');
  await expect.poll(() => censor.refusals).toBe(1);
  await sees(fatima.page, 'Hunger rises every winter');
  await sees(anna.page, 'Hunger rises every winter');
  await areEqual(pair);
  await part(pair);
});

test('[SYN33] work of an earlier page that the server refuses is sorted out record by record', async ({ browser }) => {
  let censor = patient();
  const pair = await meet(browser, async ({ page }) => {
    censor = await censored(page);
  });
  const { fatima, anna } = pair;
  const boxes = await boxesOf(fatima.page).count();
  network.become('gone');
  await expect(anna.page.getByText('No connection.')).toBeVisible();
  await anna.page.keyboard.press('r');
  await drag(anna.page, { x: 420, y: 690 }, { x: 520, y: 750 });
  await writeNote(anna.page, { x: 560, y: 560 }, 'Good work');
  await isKept(anna.page);
  anna.page.on('dialog', (dialog) => void dialog.accept());
  network.become('fine');
  censor.refuses = (frame) => frame.includes('rectangle');
  await anna.page.reload();
  await wasTakenBack(anna.page);
  await sees(fatima.page, 'Good work');
  await areEqual(pair);
  for (const { page } of [anna, fatima]) await expect(boxesOf(page)).toHaveCount(boxes);
  await part(pair);
});

test('[SYN34] a page that dies while it plays refused work again leaves the rest to the next page', async ({
  browser,
}) => {
  let censor = patient();
  const pair = await meet(browser, async ({ page }) => {
    censor = await censored(page);
  });
  const { fatima, anna } = pair;
  network.become('gone');
  await expect(anna.page.getByText('No connection.')).toBeVisible();
  await writeNote(anna.page, { x: 420, y: 560 }, 'First word');
  await writeNote(anna.page, { x: 820, y: 560 }, 'Last word');
  await isKept(anna.page);
  censor.refuses = () => censor.refusals === 0;
  censor.losesAcks = true;
  network.become('fine');
  const waiting = () =>
    anna.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('commonboard/waiting/')).length);
  await expect.poll(waiting, { timeout: 30_000 }).toBe(1);
  await expect(onCanvas(fatima.page, 'Last word')).toHaveCount(0);
  const url = anna.page.url();
  const page = await crash(anna);
  await reopen(page, url);
  for (const text of ['First word', 'Last word']) {
    await sees(fatima.page, text);
    await expect(onCanvas(page, text)).toHaveCount(1);
    await expect(onCanvas(fatima.page, text)).toHaveCount(1);
  }
  await areEqual({ ...pair, anna: { ...anna, page } });
  await part(pair);
});
