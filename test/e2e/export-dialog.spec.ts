import { readFile } from 'node:fs/promises';
import { type Download, expect, type Locator, type Page, test } from '@playwright/test';
import type { TLRecord } from 'tldraw';
import { imageSize } from '../../client/export/compose/image-size.ts';
import { problem } from '../../server/http/problems.ts';
import { leftOutHeader, spellLeftOut } from '../../shared/api/boards.ts';
import { Board } from '../../shared/api/workshops.ts';
import { exportJson } from '../../shared/board/export/export-json.ts';
import { boardSchema } from '../../shared/board/schema.ts';
import { loadDemo } from '../../shared/method/demo/demos.ts';
import { demoRecords } from '../../shared/method/demo-records.ts';
import { furnitureRecords } from '../../shared/method/records.ts';
import { loadTemplate } from '../../shared/method/templates.ts';
import { logoLimits } from '../../shared/protocol/limits.ts';
import { noisyPng } from '../support/pictures.ts';
import { fileText } from '../unit/board/support/file-text.ts';
import { inspectPdf, type PdfFacts } from '../unit/export/support/pdf-tools.ts';
import { type HarnessServer, serveHarness } from './pages-export/serve-harness.ts';

test.setTimeout(120_000);

let server: HarnessServer;
test.beforeAll(async () => {
  server = await serveHarness();
});
test.afterAll(() => server.close());

type Fill = 'everyShape' | 'manyNotes' | 'example';

/** Keeps the look of reports as the server does. */
async function serveLook(page: Page): Promise<void> {
  let look = JSON.stringify({ accent: null, logo: null });
  await page.route('**/api/workshops/workshop/report-look', (route) => {
    if (route.request().method() === 'GET') return route.fulfill({ contentType: 'application/json', body: look });
    look = route.request().postData() ?? look;
    return route.fulfill({ status: 204 });
  });
}

async function openPage(page: Page, fill: Fill, search = ''): Promise<void> {
  await serveLook(page);
  await page.goto(`${server.url}${search}`);
  await page.waitForFunction(() => window.harness !== undefined);
  await page.evaluate((what) => {
    if (what === 'everyShape') window.harness?.everyShape();
    else if (what === 'manyNotes') window.harness?.manyNotes(1000);
    else window.harness?.example('root-cause-tree', 'en');
  }, fill);
}

async function openDialog(page: Page, fill: Fill): Promise<Locator> {
  await openPage(page, fill);
  await page.evaluate(() => window.harness?.openDialog());
  const dialog = page.getByRole('dialog', { name: 'Export this board' });
  await expect(dialog).toBeVisible();
  return dialog;
}

const pagesOf = (page: Page): Locator =>
  page.getByRole('region', { name: 'Pages of the report' }).getByRole('listitem');
const pageNamed = (page: Page, title: RegExp): Locator => page.getByRole('checkbox', { name: title });
/** Nothing is under way. */
const settled = (page: Page): Promise<void> =>
  expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 60_000 });

async function download(page: Page): Promise<Download> {
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('button', { name: /^Download/ }).click(),
  ]);
  return file;
}

async function downloadPdf(page: Page): Promise<PdfFacts> {
  const facts = inspectPdf(await readFile(await (await download(page)).path()));
  expect(facts.complaints).toBe('');
  return facts;
}

/** Answers as the server does for the board that is not open. */
async function serveOther(page: Page, headers: Readonly<Record<string, string>> = {}): Promise<void> {
  const board = Board.parse({
    ...{
      id: 'o'.repeat(21),
      title: 'Who counts',
      template: 'actor-map',
      language: 'en',
      createdAtMs: 0,
      example: false,
    },
  });
  const [template, demo] = [loadTemplate('actor-map'), loadDemo('actor-map')];
  if (demo === null) throw new Error('no example');
  const said = { language: 'en', createdAtMs: 0, partnership: 'Full Plates', boardTitle: board.title } as const;
  const records = [...furnitureRecords(template, said), ...demoRecords(template, demo, said)] as unknown as TLRecord[];
  const file = exportJson({
    ...{ board, schema: boardSchema.serialize(), audience: 'core', origin: '' },
    records: new Map(records.map((record) => [record.id, record])),
  });
  await page.route('**/api/boards/other/export/json', (route) =>
    route.fulfill({ contentType: 'application/json', headers, body: fileText(file) }),
  );
}

test('[PDF30] it shows the pages and downloads a file named after workshop, board and day', async ({ page }) => {
  await openDialog(page, 'everyShape');
  await expect(pagesOf(page).filter({ hasText: 'Idées & risques (Ω)' }).first()).toBeVisible();
  await expect(pagesOf(page).filter({ hasText: 'Systemkarte Я' }).first()).toBeVisible();
  await expect(pagesOf(page).filter({ hasText: 'Außerhalb der Rahmen' }).first()).toBeVisible();
  await settled(page);
  const numbers = await pagesOf(page).locator('b').allTextContents();
  expect(numbers).toEqual(numbers.map((_, index) => String(index + 1)));
  const file = await download(page);
  expect(file.suggestedFilename()).toMatch(/^Full Plates & friends - Wurzelbaum Ω - .+\.pdf$/);
  await expect(page.getByRole('alert')).toContainText('Look for');
  const { info } = inspectPdf(await readFile(await file.path()));
  expect(info.get('Pages')).toBe(String(numbers.length));
});

test('[DLG1] pages that are left out are not in the file, and the numbers of the others close up', async ({ page }) => {
  await openDialog(page, 'everyShape');
  const all = await pagesOf(page)
    .count()
    .then(async () => {
      await expect(pagesOf(page).first()).toBeVisible();
      await settled(page);
      return pagesOf(page).count();
    });
  const systemMap = pageNamed(page, /Systemkarte/);
  await expect(systemMap).toBeChecked();
  await systemMap.uncheck();
  await expect(page.getByText(`${all - 1} of ${all} pages.`)).toBeVisible();
  const numbers = (await pagesOf(page).locator('b').allTextContents()).filter((text) => text !== '–');
  expect(numbers).toEqual(numbers.map((_, index) => String(index + 1)));
  const { info, pages } = await downloadPdf(page);
  expect(info.get('Pages')).toBe(String(all - 1));
  expect(pages.some((text) => text.startsWith('2 Systemkarte'))).toBe(false);
  await page.getByRole('checkbox', { name: /Systemkarte.*left out/ }).check();
  const whole = await downloadPdf(page);
  expect(whole.info.get('Pages')).toBe(String(all));
});

/** Where the button that downloads stands in the first frame of a dialog that is opened now. */
const firstPlaceOfDownload = (page: Page) =>
  page.evaluate(async () => {
    window.harness?.openDialog();
    for (;;) {
      const buttons = [...document.querySelectorAll('[role="dialog"] button')];
      const download = buttons.find((button) => button.textContent?.includes('Download'));
      if (download !== undefined) {
        const { y, height, right } = download.getBoundingClientRect();
        return { y, height, right };
      }
      await new Promise(requestAnimationFrame);
    }
  });

test('[DLG16] the button that downloads stays where it is when the pages come', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openPage(page, 'example');
  const before = await firstPlaceOfDownload(page);
  await settled(page);
  await expect(pagesOf(page).nth(6)).toBeAttached();
  const after = await page.getByRole('button', { name: /^Download/ }).boundingBox();
  if (after === null) throw new Error('no button');
  // Its sign of being busy goes from its left.
  expect({ y: after.y, height: after.height, right: after.x + after.width }).toEqual(before);
});

test('[DLG2] a narrower circle of readers gets fewer cards; dialog and cover say how many', async ({ page }) => {
  await openPage(page, 'example');
  await page.evaluate(() => {
    const editor = window.harness?.editor;
    const card = editor?.getCurrentPageShapes().find(({ type }) => (type as string) === 'card');
    if (editor === undefined || card === undefined) throw new Error('no card');
    const fields = { ...(card.props as unknown as { fields: object }).fields, sensitivity: 'core' };
    editor.updateShape({ id: card.id, type: card.type, props: { fields } } as unknown as Parameters<
      typeof editor.updateShape
    >[0]);
    window.harness?.writeOn(card.id, 'Kernwort');
    window.harness?.openDialog();
  });
  await expect(page.getByText('Leaves out 1 card for a smaller circle.')).toBeVisible({ timeout: 30_000 });
  const partners = await downloadPdf(page);
  expect(partners.text).not.toContain('Kernwort');
  expect(partners.pages[0]?.replace(/\s+/gu, ' ')).toContain('Left out, for a smaller circle: 1 card.');
  await page.getByText('Core group', { exact: true }).click();
  await expect(page.getByText('Leaves nothing out.')).toBeVisible({ timeout: 30_000 });
  const core = await downloadPdf(page);
  expect(core.text).toContain('Kernwort');
  expect(core.pages[0]).toContain('For the core group only');
});

test('[DLG3] several boards become one report, and what of any could not be read is said; examples are left out unless they are chosen', async ({
  page,
}) => {
  await serveOther(page, { [leftOutHeader]: spellLeftOut({ pictures: 0, records: 2 }) });
  await page.route('**/api/boards/other/voting', (route) => route.abort());
  await openPage(page, 'example');
  await page.evaluate(() => window.harness?.openDialog());
  await page.getByText('All boards', { exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Export 2 boards' })).toBeVisible();
  await expect(pagesOf(page).filter({ hasText: 'Who?' }).first()).toBeVisible({ timeout: 30_000 });
  const both = await downloadPdf(page);
  const missing = page.getByRole('alert').filter({ hasText: 'This is not in the file:' }).getByRole('listitem');
  await expect(missing).toHaveText([
    '2 things that no canvas can read',
    'what was voted on 1 board: the server did not say',
  ]);
  expect(both.info.get('Title')).toBe('Full Plates & friends');
  expect(both.text).toContain('Who counts');
  expect(both.text).toContain('The tree');

  await page.getByText('Choose', { exact: true }).click();
  const boards = page.getByRole('group', { name: 'Boards in the report' });
  await expect(boards.getByRole('checkbox', { name: /A sample/ })).not.toBeChecked();
  await boards.getByRole('checkbox', { name: /Wurzelbaum/ }).uncheck();
  await expect(page.getByRole('alert').filter({ hasText: 'Choose at least one board.' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Download/ })).toHaveCount(0);
  await boards.getByRole('checkbox', { name: 'Who counts' }).check();
  const one = await downloadPdf(page);
  expect(one.info.get('Title')).toBe('Who counts');
});

test('[DLG4] a board that the server does not give is said so, and trying again works', async ({ page }) => {
  await page.route('**/api/boards/other/export/json', (route) => route.abort());
  await openPage(page, 'everyShape');
  await page.evaluate(() => window.harness?.openDialog('board'));
  await expect(page.getByRole('dialog', { name: 'Report of the workshop' })).toBeVisible();
  // Nor is the board there that the page of a workshop has no canvas for.
  await expect(page.getByRole('alert')).toContainText('The file could not be made');
  await page.getByText('Choose', { exact: true }).click();
  await page.getByRole('checkbox', { name: /Wurzelbaum/ }).uncheck();
  await expect(page.getByRole('alert')).toContainText('The server does not answer');
  await serveOther(page);
  await downloadPdf(page);
});

test('[PDF31] Cancel stops the reading and the writing: nothing is downloaded, and the next export starts afresh', async ({
  page,
}) => {
  await openDialog(page, 'manyNotes');
  const downloads: string[] = [];
  page.on('download', (file) => downloads.push(file.suggestedFilename()));
  const foot = page.getByRole('dialog').getByRole('status');
  await page.getByRole('button', { name: 'Download' }).click();
  await expect(foot.filter({ hasText: 'Reading page' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(foot.filter({ hasText: 'Cancelled. Nothing was downloaded.' })).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show the pages' }).click();
  await expect(pagesOf(page).first()).toBeVisible({ timeout: 60_000 });
  await settled(page);

  await page.getByRole('button', { name: 'Download' }).click();
  await expect(foot.filter({ hasText: 'Making page' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(foot.filter({ hasText: 'Cancelled' })).toBeVisible();
  const file = await download(page);
  expect(await file.failure()).toBeNull();
  expect(downloads).toHaveLength(1);
});

test('[DLG5] closing the dialog ends the work', async ({ page }) => {
  await openDialog(page, 'manyNotes');
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => document.querySelectorAll('.tl-container').length)).toBe(1);
  expect(page.workers()).toHaveLength(0);
});

test('[PDF32] what could not be drawn is listed', async ({ page }) => {
  await openPage(page, 'everyShape');
  await page.evaluate(() => {
    window.harness?.editor.createShape({
      type: 'note',
      x: 100,
      y: 800,
      props: { richText: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Ja 𓂀' }] }] } },
    });
    window.harness?.openDialog();
  });
  await download(page);
  await expect(page.getByRole('alert')).toContainText('Characters: 𓂀');
});

test('[PDF33] faces that do not come are said so, and trying again works', async ({ page }) => {
  await page.route(/\.ttf$/, (route) => route.fulfill({ status: 503 }));
  await openDialog(page, 'everyShape');
  await expect(page.getByRole('alert')).toContainText('The file could not be made');
  await page.unroute(/\.ttf$/);
  await download(page);
  await expect(page.getByRole('alert')).toContainText('Look for');
});

test('[DLG6] where no worker runs, the pages are shown and can be opened for printing', async ({ page }) => {
  await page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new Error('no workers here');
      }
    } as unknown as typeof Worker;
  });
  await openDialog(page, 'everyShape');
  await expect(pagesOf(page).filter({ hasText: 'Systemkarte' }).first()).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Download' }).click();
  await expect(page.getByRole('alert')).toContainText('The pages can be printed instead.');
  await page.getByRole('button', { name: 'Open the pages for printing' }).click();
  await expect(page.locator('[data-print-view] li').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
});

test('[DLG7] on a phone options come first, in one column, and the pages are a row', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await openDialog(page, 'example');
  await expect(pagesOf(page).first()).toBeVisible({ timeout: 30_000 });
  const boxOf = async (locator: Locator) => (await locator.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const [file, first, second] = await Promise.all([
    boxOf(page.getByLabel('File', { exact: true })),
    boxOf(pagesOf(page).nth(0)),
    boxOf(pagesOf(page).nth(1)),
  ]);
  expect(file.y).toBeLessThan(first.y);
  expect(second.y).toBe(first.y);
  expect(second.x).toBeGreaterThan(first.x);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  const small = await page
    .getByRole('dialog')
    .getByRole('button')
    .evaluateAll((buttons) =>
      buttons.filter((button) => button.getBoundingClientRect().height < 44).map((button) => button.textContent),
    );
  expect(small).toEqual([]);
  await context.close();
});

test('[DLG8] everything is done with the keyboard: leave out, look at a page, turn pages, go back, download', async ({
  page,
}) => {
  await openDialog(page, 'everyShape');
  await expect(pagesOf(page).first()).toBeVisible({ timeout: 30_000 });
  await settled(page);
  const tabTo = async (target: Locator): Promise<void> => {
    for (let step = 0; step < 40 && !(await target.evaluate((node) => node === document.activeElement)); step++)
      await page.keyboard.press('Tab');
    await expect(target).toBeFocused();
  };
  const first = pagesOf(page).first().getByRole('checkbox');
  await tabTo(first);
  await page.keyboard.press('Space');
  await expect(first).not.toBeChecked();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  const view = page.getByRole('dialog', { name: 'Wurzelbaum Ω' });
  await expect(view).toContainText(/Page 1 of \d+/);
  await page.keyboard.press('ArrowRight');
  const second = page.getByRole('dialog').filter({ hasText: /Page 2 of \d+/ });
  await expect(second).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(second).toHaveCount(0);
  await expect(page.getByRole('dialog', { name: 'Export this board' })).toBeVisible();
  await expect(first).toBeFocused();
  await tabTo(page.getByRole('button', { name: 'Download' }));
  const [file] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), page.keyboard.press('Enter')]);
  expect(await file.failure()).toBeNull();
});

test('[DLG9] it speaks German, and leaves no word in English', async ({ page }) => {
  await openPage(page, 'example', '?language=de');
  await page.evaluate(() => window.harness?.openDialog());
  const dialog = page.getByRole('dialog', { name: 'Dieses Board exportieren' });
  await expect(dialog.getByRole('listitem').first()).toBeVisible({ timeout: 30_000 });
  await expect(dialog.getByText(/^\d+ Seiten\./)).toBeVisible();
  await dialog.getByText('Farbe und Logo').click();
  // Titles of pages are the board's own words.
  const said = await dialog.evaluate((node) => {
    const copy = node.cloneNode(true) as HTMLElement;
    for (const list of copy.querySelectorAll('ol')) list.remove();
    return copy.textContent;
  });
  expect(said).not.toMatch(/\b(the|Choose|Download|Paper|Colour|Boards in|pages)\b/);
  await page.getByRole('button', { name: 'Herunterladen' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Fertig.' })).toBeVisible({ timeout: 60_000 });
});

test('[DLG10] what is chosen is there the next time; what was left out is not left out again', async ({ page }) => {
  await openDialog(page, 'everyShape');
  await page.getByText('A3', { exact: true }).click();
  await page.getByText('Public', { exact: true }).click();
  await page.getByText('Colour and logo').click();
  await page.getByTitle('Plum').click();
  await expect(pagesOf(page).first()).toBeVisible({ timeout: 30_000 });
  await pageNamed(page, /Systemkarte/).uncheck();
  await page.keyboard.press('Escape');
  await page.reload();
  await page.waitForFunction(() => window.harness !== undefined);
  await page.evaluate(() => {
    window.harness?.everyShape();
    window.harness?.openDialog();
  });
  await expect(page.getByRole('radio', { name: 'A3' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Public' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Plum' })).toBeChecked();
  await expect(pageNamed(page, /Systemkarte/)).toBeChecked({ timeout: 30_000 });
  const { info } = await downloadPdf(page);
  expect(info.get('Page size')).toContain('A3');
});

test('[DLG11] a logo is taken as pixels of a bounded size, whatever its file holds; other files are refused', async ({
  page,
}) => {
  await openDialog(page, 'everyShape');
  await page.getByText('Colour and logo').click();
  const picker = page.locator('input[type=file]');
  const file = (name: string, mimeType: string, buffer: Buffer) => picker.setInputFiles({ name, mimeType, buffer });
  await file('notes.png', 'image/png', Buffer.from('no picture'));
  await expect(page.getByText('This file is no picture')).toBeVisible();
  await file('huge.png', 'image/png', Buffer.alloc(2_000_001));
  await expect(page.getByText('This file is larger than 2 MB.')).toBeVisible();
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="1000"><script>window.parent.bad = true</script><rect width="4000" height="1000" fill="#b9472c"/></svg>`;
  await file('logo.svg', 'image/svg+xml', Buffer.from(svg));
  const logo = page.getByRole('img', { name: 'Your logo' });
  await expect(logo).toBeVisible();
  expect(await logo.getAttribute('src')).toMatch(/^data:image\/png;base64,/);
  expect(await logo.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual([
    600, 150,
  ]);
  expect(await page.evaluate(() => 'bad' in window)).toBe(false);
  const bytes = await readFile(await (await download(page)).path());
  expect(bytes.includes('/Subtype /Image')).toBe(true);
  await page.getByRole('button', { name: 'Remove the logo' }).click();
  await expect(logo).toHaveCount(0);
});

test('[CNS14] a look that cannot be read is said, and read once it can be; one that is not kept is said too', async ({
  page,
}) => {
  await openPage(page, 'everyShape');
  const look = '**/api/workshops/workshop/report-look';
  await page.route(look, (route) => route.abort(), { times: 1 });
  await page.evaluate(() => window.harness?.openDialog());
  const unread = page.getByText('The server did not tell colour and logo.');
  await expect(unread).toBeVisible();
  await expect(page.getByTitle('Plum')).toHaveCount(0);
  expect((await downloadPdf(page)).info.get('Pages')).not.toBe('0');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(unread).toHaveCount(0);
  await page.getByText('Colour and logo').click();
  await page.route(look, (route) => route.abort(), { times: 1 });
  await page.getByTitle('Plum').click();
  await expect(page.getByText('No connection to the server.')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Plum' })).toBeChecked();
  await page.getByTitle('Blue', { exact: true }).click();
  await expect(page.getByText('No connection to the server.')).toHaveCount(0);
});

test('[CNS15] a logo that packs badly is painted as small as the server takes it', async ({ page }) => {
  await openDialog(page, 'everyShape');
  await page.getByText('Colour and logo').click();
  const buffer = noisyPng(600, 240);
  expect(buffer.length).toBeGreaterThan(logoLimits.maxBytes);
  const kept = page.waitForRequest((request) => request.method() === 'PUT');
  await page.locator('input[type=file]').setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer });
  const { logo } = (await kept).postDataJSON() as { logo: string };
  const { width, height } = imageSize(logo) ?? { width: 0, height: 0 };
  expect(width / height).toBeCloseTo(600 / 240, 1);
  expect(width).toBeLessThan(600);
  expect(Buffer.from(logo.split(',')[1] ?? '', 'base64').length).toBeLessThanOrEqual(logoLimits.maxBytes);
});

test('[DLG12] people who agreed are named, and only where that is wished; nobody is asked where nobody agreed', async ({
  page,
}) => {
  await openDialog(page, 'everyShape');
  await expect(pagesOf(page).first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('checkbox', { name: /Names of people/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    window.harness?.agreesToBeNamed('Latifa');
    window.harness?.openDialog();
  });
  const names = page.getByRole('checkbox', { name: 'Names of people who agreed to it (1 of 3)' });
  await expect(names).toBeChecked();
  const named = await downloadPdf(page);
  expect(named.text).toContain('Latifa');
  expect(named.text).not.toContain('Anna');
  await names.uncheck();
  const unnamed = await downloadPdf(page);
  expect(unnamed.text).not.toContain('Latifa');
});

test('[DLG13] a change of the board is said, and the pages are taken anew when somebody wants them', async ({
  page,
}) => {
  await openDialog(page, 'everyShape');
  await expect(pagesOf(page).first()).toBeVisible({ timeout: 30_000 });
  await settled(page);
  await page.evaluate(() => {
    window.harness?.editor.createShape({
      type: 'frame',
      x: 20_000,
      y: 0,
      props: { w: 1600, h: 1131, name: '9 Neuling' },
    });
  });
  const said = page.getByText('Somebody changed the board since.');
  await expect(said).toBeVisible();
  await expect(pagesOf(page).filter({ hasText: 'Neuling' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Update the pages' }).click();
  await expect(pagesOf(page).filter({ hasText: 'Neuling' }).first()).toBeVisible({ timeout: 30_000 });
  await expect(said).toHaveCount(0);
});

test('[PDF34] tables, text and data are links to the server, for the readers that are chosen', async ({ page }) => {
  await openDialog(page, 'everyShape');
  await page.getByText('Public', { exact: true }).click();
  for (const [kind, path, ending] of [
    ['csv', '/api/boards/board/export/csv-zip?audience=public', 'zip'],
    ['json', '/api/boards/board/export/json?audience=public', 'json'],
    ['tldr', '/api/boards/board/export/tldr?audience=public', 'tldr'],
    ['markdown', '/api/workshops/workshop/export/md?boards=board&audience=public', 'md'],
  ] as const) {
    await page.getByLabel('File', { exact: true }).selectOption(kind);
    const link = page.getByRole('link', { name: 'Download' });
    await expect(link).toHaveAttribute('href', path);
    await expect(link).toHaveAttribute('download', new RegExp(`Wurzelbaum Ω - .+\\.${ending}$`));
  }
  await page.getByText('All boards', { exact: true }).click();
  await expect(page.getByRole('link', { name: 'Download' })).toHaveAttribute('href', /boards=board,other&/);
  await page.getByLabel('File', { exact: true }).selectOption('json');
  await expect(page.getByRole('link')).toHaveText(['Download Wurzelbaum Ω', 'Download Who counts']);
});

test('[DLG29] a file is asked for again when the server says, and what is not in it is told beside it, as is why there is none', async ({
  page,
}) => {
  await openDialog(page, 'everyShape');
  const answers = [
    { status: 429, headers: { 'Retry-After': '0' } },
    { headers: { [leftOutHeader]: spellLeftOut({ pictures: 21, records: 1 }) }, body: '{"whole": false}' },
    { status: 503, contentType: 'application/problem+json', body: JSON.stringify(problem('not-ready')) },
  ];
  await page.route('**/api/boards/board/export/json?*', (route) => route.fulfill(answers.shift()));
  await page.getByLabel('File', { exact: true }).selectOption('json');
  const link = page.getByRole('link', { name: 'Download' });
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(file.suggestedFilename()).toMatch(/Wurzelbaum Ω - .+\.json$/);
  expect(await readFile(await file.path(), 'utf8')).toBe('{"whole": false}');
  const told = page.getByRole('dialog').getByRole('alert');
  await expect(told).toContainText('Look for “Full Plates & friends - Wurzelbaum Ω');
  await expect(told).toContainText('21 pictures: they are damaged, or the file would be too large to bring back');
  await expect(told).toContainText('1 thing that no canvas can read');
  await link.click();
  await expect(told).toContainText('.json: The server is just starting');
  await expect(told).not.toContainText('Look for');
});

test('[DLG30] of two boards with the same title each tells what came of its file', async ({ page }) => {
  await openPage(page, 'everyShape');
  await page.evaluate(() => {
    window.harness?.sameTitles();
    window.harness?.openDialog();
  });
  await page.route('**/api/boards/board/export/json?*', (route) => route.fulfill({ body: '{}' }));
  await page.route('**/api/boards/other/export/json?*', (route) =>
    route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(problem('not-ready')) }),
  );
  await page.getByLabel('File', { exact: true }).selectOption('json');
  await page.getByText('All boards', { exact: true }).click();
  const links = page.getByRole('link', { name: 'Download Wurzelbaum Ω' });
  await links.last().click();
  const told = page.getByRole('dialog').getByRole('alert');
  await expect(told).toContainText('.json: The server is just starting');
  await Promise.all([page.waitForEvent('download'), links.first().click()]);
  await expect(told).toContainText('Look for');
  await expect(told).toContainText('.json: The server is just starting');
});

test('[DLG14] one page becomes a picture', async ({ page }) => {
  await openDialog(page, 'everyShape');
  await page.getByLabel('File', { exact: true }).selectOption('picture');
  await page.getByRole('radio', { name: /Systemkarte/ }).check();
  const file = await download(page);
  expect(file.suggestedFilename()).toMatch(/\.png$/);
  const bytes = await readFile(await file.path());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  // 297 mm at 216 pixels to the inch.
  expect(bytes.readUInt32BE(16)).toBe(2526);
});

test('[DLG15] a program exports the whole workshop for the readers and on the paper of its choice', async ({
  page,
}) => {
  await serveOther(page);
  await openPage(page, 'example');
  const told: string[] = [];
  await page.exposeFunction('told', (title: string) => told.push(title));
  const base64 = await page.evaluate(async () => {
    const { told, commonboardExport } = window as typeof window & { told: (title: string) => void };
    const made = await commonboardExport?.(({ title }) => told(title), {
      ...{ boards: 'workshop', audience: 'public', paper: 'A3' },
    });
    return made?.base64 ?? '';
  });
  const { complaints, info, text, pages } = inspectPdf(Buffer.from(base64, 'base64'));
  expect(complaints).toBe('');
  expect(info.get('Title')).toBe('Full Plates & friends');
  expect(info.get('Page size')).toContain('A3');
  expect(text).toContain('Who counts');
  expect(pages[0]).toContain('For everybody.');
  // Of both boards.
  expect(told).toContain('2 The tree');
  expect(told).toContain('1 Who?');
  await expect(page.evaluate(() => window.commonboardExport?.(undefined, { boards: ['foreign'] }))).rejects.toThrow(
    'the workshop has no board foreign',
  );
});
