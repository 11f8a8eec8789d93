import { type Browser, expect, type Page, test } from '@playwright/test';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import {
  arrive,
  boardIsThere,
  copyLink,
  createBoard,
  createWorkshop,
  type Person,
  type PersonOptions,
} from './support/person.ts';
import { editorIn, leave } from './support/two-people.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server?.stop());

/** Printed with every run and told as met or not; other tests run beside this one, so that it fails at twice as much only. */
const targetMs = { laptop: 15_000, phone: 10_000 } as const;
const besideOthers = 2;

/** 40 words of five letters a minute. */
const perLetterMs = 300;

interface Line {
  readonly latencyMs: number;
  readonly downBytesPerS: number;
  readonly upBytesPerS: number;
}

const mbit = 1_000_000 / 8;
const lines = {
  '10 Mbit/s': { latencyMs: 40, downBytesPerS: 10 * mbit, upBytesPerS: 10 * mbit },
  'slow 4G': { latencyMs: 150, downBytesPerS: 1.6 * mbit, upBytesPerS: 0.75 * mbit },
} satisfies Record<string, Line>;

/** Somebody who has never been here, behind a line. */
async function arriveOver(browser: Browser, line: Line, options: PersonOptions): Promise<Person> {
  const person = await arrive(browser, server.address, options);
  const devtools = await person.context.newCDPSession(person.page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: line.latencyMs },
    ...{ downloadThroughput: line.downBytesPerS, uploadThroughput: line.upBytesPerS },
  });
  return person;
}

/** Fatima on the one board of her workshop, and the link to it. */
async function openWorkshop(browser: Browser) {
  const fatima = await arrive(browser, server.address);
  await createWorkshop(fatima.page, 'Full Plates', 'Fatima', 'City of Merelbrugge');
  const link = await copyLink(fatima.page, 'Copy link');
  await createBoard(fatima.page, { template: 'Root cause tree', title: 'Root cause tree', language: 'English' });
  await boardIsThere(fatima.page);
  return { fatima, link };
}

/** What is asked for between two moments of a page, in the order it was asked for: where a slow way can be seen. */
function listRequests(page: Page) {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname.split('/').at(-1) ?? ''));
  return () => asked.splice(0);
}

type Press = 'click' | 'tap';

/** From an opened link to a word on a card that somebody else sees. Prints where the time went. */
async function firstCard(
  anna: Person,
  fatima: Person,
  link: string,
  press: Press,
  name: string,
  wantedMs: number,
): Promise<number> {
  const { page } = anna;
  const requests = listRequests(page);
  const marks: (readonly [string, number])[] = [];
  const startMs = performance.now();
  let lastMs = startMs;
  let typedMs = 0;
  const mark = (what: string) => {
    const nowMs = performance.now();
    marks.push([what, nowMs - lastMs]);
    lastMs = nowMs;
  };
  const type = async (words: string) => {
    const fromMs = performance.now();
    await page.keyboard.type(words, { delay: perLetterMs });
    typedMs += performance.now() - fromMs;
  };
  await page.goto(link, { waitUntil: 'commit' });
  await expect(page.getByLabel('Your name')).toBeFocused();
  mark('form there');
  await type('Anna');
  mark('name');
  await page.getByLabel('Your organisation')[press]();
  await page.getByRole('option', { name: 'City of Merelbrugge' })[press]();
  mark('organisation');
  requests();
  await page.getByRole('button', { name: 'Join the board' })[press]();
  const late = await (press === 'tap' ? openCompanion : openCard)(page, mark, requests);
  await type('Hunger');
  if (press === 'tap') await page.getByRole('button', { name: 'Send to the board' }).tap();
  mark('word');
  await expect(fatima.page.locator('.tl-canvas').getByText('Hunger', { exact: true })).toBeAttached();
  mark('seen');
  const totalMs = lastMs - startMs;
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(2)} s`;
  process.stdout.write(
    `\n${name}: ${seconds(totalMs)} (${totalMs <= wantedMs ? 'within' : 'MORE THAN'} ${seconds(wantedMs)}), of which typing ${seconds(typedMs)} (${marks.map(([what, ms]) => `${what} ${seconds(ms)}`).join(', ')})\n` +
      `  asked for between Join and board: ${late.length} (${late.join(' ')})\n`,
  );
  return totalMs;
}

type Steps = [page: Page, mark: (what: string) => void, requests: () => string[]];

/** A card on the canvas, open for writing. @returns what was asked for until the board was there */
async function openCard(...[page, mark, requests]: Steps): Promise<readonly string[]> {
  await page.getByTestId('tools.card').click();
  mark('board there');
  const late = requests();
  await putIntoCanvas(page);
  await expect(editorIn(page)).toBeFocused();
  mark('card open');
  return late;
}

/** The same on the page that phones get. */
async function openCompanion(...[page, mark, requests]: Steps): Promise<readonly string[]> {
  const field = page.getByRole('textbox', { name: 'Your card' });
  await field.tap();
  mark('page there');
  await expect(field).toBeFocused();
  return requests();
}

/** The middle of what is left of the canvas between the bars. */
async function putIntoCanvas(page: Page): Promise<void> {
  const box = await page.locator('.tl-canvas').boundingBox();
  if (box === null) throw new Error('no canvas');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.click(x, y);
}

test('[TTC1] at a laptop on 10 Mbit/s somebody who has never been here has a word on a card that others see within 15 seconds', async ({
  browser,
}) => {
  const { fatima, link } = await openWorkshop(browser);
  const anna = await arriveOver(browser, lines['10 Mbit/s'], {});
  const tookMs = await firstCard(anna, fatima, link, 'click', 'laptop, 10 Mbit/s', targetMs.laptop);
  expect(tookMs).toBeLessThanOrEqual(targetMs.laptop * besideOthers);
  await leave(fatima, anna);
});

test('[TTC2] at a phone of 360 px on slow 4G it takes at most 10 seconds from the link to a card on somebody else’s canvas', async ({
  browser,
}) => {
  const { fatima, link } = await openWorkshop(browser);
  const anna = await arriveOver(browser, lines['slow 4G'], { viewport: { width: 360, height: 740 }, touch: true });
  const tookMs = await firstCard(anna, fatima, link, 'tap', 'phone, slow 4G', targetMs.phone);
  expect(tookMs).toBeLessThanOrEqual(targetMs.phone * besideOthers);
  await leave(fatima, anna);
});

/** Of the files that the page lists as a board's: how many came, how many of them run, and how many came twice. */
const boardFiles = (page: Page) =>
  page.evaluate(() => {
    const list = document.querySelector<HTMLTemplateElement>('#board-files');
    const links = [...(list?.content.querySelectorAll('link') ?? [])];
    const files = links.map((link) => new URL(link.href, location.href).href);
    const came = files.map((file) =>
      performance.getEntriesByName(file).filter((entry) => entry instanceof PerformanceResourceTiming),
    );
    return {
      listed: files.length,
      came: came.filter((entries) => entries.some(({ responseEnd }) => responseEnd > 0)).length,
      cameTwice: came.filter((entries) => entries.filter(({ transferSize }) => transferSize > 0).length > 1).length,
      // What runs has been asked for by a link of its own; those of the list stand in a template.
      run: files.filter((file) => [...document.querySelectorAll('link')].some(({ href }) => href === file)).length,
    };
  });

test('[TTC3] the board comes while the form waits for its person, runs once there is one, and does not come again', async ({
  browser,
}) => {
  const { fatima, link } = await openWorkshop(browser);
  const anna = await arrive(browser, server.address);
  const { page } = anna;
  await page.goto(link);
  await expect(page.getByLabel('Your name')).toBeFocused();
  const { listed } = await boardFiles(page);
  expect(listed).toBeGreaterThan(10);
  await expect.poll(() => boardFiles(page)).toEqual({ listed, came: listed, cameTwice: 0, run: 0 });
  await page.keyboard.type('Anna');
  await expect.poll(async () => (await boardFiles(page)).run).toBeGreaterThan(5);
  await page.getByLabel('Your organisation').fill('City of Merelbrugge');
  await page.getByRole('button', { name: 'Join the board' }).click();
  await boardIsThere(page);
  expect((await boardFiles(page)).cameTwice).toBe(0);
  await leave(fatima, anna);
});
