import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { note } from '../unit/board/support/records.ts';
import { documentRecord, pageRecord, pixel, tldrawFile } from '../unit/board/support/tldraw.ts';
import { damagedSketch, earlySketch, legacySketch } from './support/legacy-files.ts';
import { arrive, boardIsThere, createBoard, createWorkshop, isSaved, writeNote } from './support/person.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server?.stop());

const contexts: BrowserContext[] = [];
test.afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});

async function facilitator(browser: Browser): Promise<Page> {
  const { page, context } = await arrive(browser, server.address);
  contexts.push(context);
  await createWorkshop(page, 'Full Plates', 'Fatima', 'City of Merelbrugge');
  return page;
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Bring in a file' });

/** Chooses a file in the dialog, as a person does. */
async function choose(page: Page, name: string, content: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await dialog(page).getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
}

const boardOn = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';

const toWorkshop = (page: Page) => page.goto(page.url().replace(/\/board\/.*$/, ''));

test('[TRV10] a file becomes a board, and a later one brings it up to date, each seen before it happens', async ({
  browser,
}) => {
  const page = await facilitator(browser);
  await page.getByRole('button', { name: 'Bring in a file' }).click();
  await choose(page, 'sketch.txt', 'no board at all');
  await expect(dialog(page).getByRole('alert').filter({ hasText: 'This file is no board' })).toBeVisible();

  const records = [documentRecord('Our sketch'), pageRecord('page', ''), note('one', 'The well is dry')];
  const foreign = { ...note('two', 'Of another programme', { index: 'a2' }), type: 'sticker' };
  await choose(page, 'sketch.tldr', tldrawFile([...records, foreign]));
  await expect(dialog(page)).toContainText('Our sketch 2 other things');
  await expect(dialog(page)).toContainText(
    '1 shape of the kind “sticker”, which boards do not have: a box with the words',
  );
  await dialog(page).getByRole('button', { name: 'Make the board' }).click();
  await boardIsThere(page);
  await expect(page.locator('.tl-canvas').getByText('The well is dry')).toBeVisible();
  await expect(page.locator('.tl-canvas').getByText('Of another programme')).toBeVisible();

  const id = boardOn(page);
  const file = await (await page.request.get(`/api/boards/${id}/export/json`)).text();
  await writeNote(page, { x: 300, y: 300 }, 'Written here meanwhile');
  await isSaved(page);
  await toWorkshop(page);
  await page.getByRole('button', { name: 'Bring in a file' }).click();
  await choose(page, 'board.json', file.replace('The well is dry', 'The well is full'));
  // It is a file of this very board, so that is where it goes.
  await expect(dialog(page).getByLabel('Where it goes')).toHaveValue(id);
  await expect(dialog(page)).toContainText('1 thing changes');
  await expect(dialog(page)).toContainText('1 thing on the board is not in the file and stays');
  await dialog(page).getByRole('button', { name: 'Bring the board up to date' }).click();
  await boardIsThere(page);
  await expect(page.locator('.tl-canvas').getByText('The well is full')).toBeVisible();
  await expect(page.locator('.tl-canvas').getByText('Written here meanwhile')).toBeVisible();
});

test('[TRV16] files of the first tldraw become boards with their words, arrows, groups and pictures', async ({
  browser,
}) => {
  const page = await facilitator(browser);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByRole('button', { name: 'Bring in a file' }).click();
  await choose(page, 'odd.tldr', damagedSketch);
  await expect(dialog(page).getByRole('alert').filter({ hasText: 'comes from the first tldraw' })).toBeVisible();

  await choose(page, 'sketch.tldr', legacySketch);
  await expect(dialog(page)).toContainText('Our sketch');
  await expect(dialog(page)).toContainText('far.png');
  await dialog(page).getByRole('button', { name: 'Make the board' }).click();
  await boardIsThere(page);
  for (const words of ['Market hall', 'The well is dry', 'feeds', 'Seen in May', 'Shed', 'Yard', 'far.png'])
    await expect(page.locator('.tl-canvas').getByText(words, { exact: true })).toBeVisible();
  expect(asked.filter((url) => !url.startsWith(server.address) && /^https?:/.test(url))).toEqual([]);

  const exported = await page.request.get(`/api/boards/${boardOn(page)}/export/json`);
  const { records }: { records: readonly FileRecord[] } = await exported.json();
  const saying = (words: string) => records.find((record) => JSON.stringify(record).includes(`"${words}"`));
  const bound = records.filter(({ typeName }) => typeName === 'binding').map(({ toId }) => toId);
  expect(bound.sort()).toEqual([saying('Market hall')?.id, saying('The well is dry')?.id].sort());
  const [group] = records.filter(({ type }) => type === 'group').map(({ id }) => id);
  expect(group).toBeDefined();
  expect([saying('Shed')?.parentId, saying('Yard')?.parentId]).toEqual([group, group]);
  expect(records.filter(({ type }) => type === 'draw')).toHaveLength(1);
  const pictures = records.filter(({ typeName }) => typeName === 'asset');
  expect(pictures.map(({ props }) => props?.name)).toEqual(['photo.png']);
  // Kept drawn anew: the same to look at, not the same bytes.
  expect(await pixelsOf(page, pictures[0]?.props?.src ?? '')).toEqual(await pixelsOf(page, pixel));

  await toWorkshop(page);
  await page.getByRole('button', { name: 'Bring in a file' }).click();
  await choose(page, 'early.tldr', earlySketch);
  await dialog(page).getByRole('button', { name: 'Make 2 boards' }).click();
  await expect(page.getByRole('link', { name: 'Square' })).toBeVisible();
  await page.getByRole('link', { name: 'Street' }).click();
  await boardIsThere(page);
  await expect(page.locator('.tl-canvas').getByText('No lamp')).toBeVisible();
});

/** Width, height and colours of a picture, as the page draws it. */
const pixelsOf = (page: Page, src: string): Promise<readonly number[]> =>
  page.evaluate(async (url) => {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    return [image.width, image.height, ...(context?.getImageData(0, 0, image.width, image.height).data ?? [])];
  }, src);

/** Of a record in a file only what is looked at here. */
interface FileRecord {
  readonly id: string;
  readonly typeName: string;
  readonly type?: string;
  readonly parentId?: string;
  readonly toId?: string;
  readonly props?: { readonly name?: string; readonly src?: string };
}

const inTable = (page: Page, words: string) => page.locator('[data-column="title"]').getByText(words, { exact: true });

test('[TRV11] a table of ours brought back changes the cards that it is of, in one step of undo', async ({
  browser,
}) => {
  const page = await facilitator(browser);
  await createBoard(page, { template: 'Root cause tree', title: 'Tree', language: 'English' });
  await boardIsThere(page);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  const chooseRows = async (csv: string | Buffer) => {
    await page.getByRole('button', { name: 'Paste rows' }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('dialog').getByRole('button', { name: 'Choose a file' }).click();
    await (await chooser).setFiles({ name: 'rows.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  };
  await page.getByRole('tab', { name: /^Causes/ }).click();
  await chooseRows(Buffer.from('Cause;Evidence\nKühlraum voll;gezählt\nToo few hands;told\n', 'latin1'));
  await page.getByRole('button', { name: 'Add 2 cards' }).click();
  await expect(inTable(page, 'Kühlraum voll')).toBeVisible();
  await isSaved(page);

  const id = boardOn(page);
  const csv = await (await page.request.get(`/api/boards/${id}/export/csv`)).text();
  await chooseRows(csv.replace('Too few hands', 'Too few willing hands'));
  await expect(page.getByRole('dialog')).toContainText('1 card says the same already');
  await page.getByRole('button', { name: 'Change 1 card' }).click();
  await expect(inTable(page, 'Too few willing hands')).toBeVisible();
  await expect(inTable(page, 'Kühlraum voll')).toHaveCount(1);
  await inTable(page, 'Kühlraum voll').click();
  await page.keyboard.press('Control+z');
  await expect(inTable(page, 'Too few hands')).toBeVisible();
});
