import { expect, type Page, test } from '@playwright/test';
import type { HookedPdf } from '../../client/export/export-hook.ts';
import { inspectPdf, renderPage, structureOf } from '../unit/export/support/pdf-tools.ts';
import { type HarnessServer, serveHarness } from './pages-export/serve-harness.ts';
import { differencesOf } from './support/differences.ts';

test.setTimeout(120_000);

let server: HarnessServer;
test.beforeAll(async () => {
  server = await serveHarness();
});
test.afterAll(() => server.close());

async function openBoard(page: Page): Promise<void> {
  await page.goto(server.url);
  await page.waitForFunction(() => window.harness !== undefined);
}

interface Exported extends Omit<HookedPdf, 'base64'> {
  readonly bytes: Buffer;
}

/** Cover and pages of the board: what a report tells of it besides says words again. */
async function exportPdf(page: Page): Promise<Exported> {
  const { base64, ...rest } = await page.evaluate(() => {
    if (window.commonboardExport === undefined) throw new Error('no hook');
    return window.commonboardExport(undefined, { keeps: (part) => part === 'cover' || part.startsWith('page:') });
  });
  return { ...rest, bytes: Buffer.from(base64, 'base64') };
}

/** How often each word is in a text. */
function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.split(/\s+/)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const upright = [
  ...'Risque élevé : délai de réponse Größe über Maß Straße Łódź zażółć gęślą jaźń Ωμέγα Αθήνα ελληνικά'.split(' '),
  ...'Café naïve façade coördinate Plain boldly slanted premier zweiter Punkt третий пункт typed() marked'.split(' '),
  ...'first second source struck Zwölf Boxkämpfer jagen Viktor Partner Raute Wolke Freitext étape zweites'.split(' '),
  ...'Etikett Draußen Rahmen Overlap'.split(' '),
];

test('[PDF20] every kind of shape: sound file, all fonts embedded, every word found, pages, titles, pictures', async ({
  page,
}) => {
  await openBoard(page);
  await page.evaluate(() => window.harness?.everyShape());
  const { bytes, fileName, undrawn } = await exportPdf(page);
  expect(undrawn).toEqual({ letters: [], images: 0, kinds: [], records: 0, unreadVotes: 0 });
  expect(fileName).toBe('Full Plates & friends - Wurzelbaum Ω - 25. Nov. 2026.pdf');
  const { complaints, info, fonts, text, pages } = inspectPdf(bytes);
  const structure = structureOf(bytes);
  expect(complaints).toBe('');
  expect(info.get('Pages')).toBe('4');
  expect(info.get('Tagged')).toBe('yes');
  expect(info.get('Title')).toBe('Wurzelbaum Ω');
  for (const font of fonts) expect(font).toMatchObject({ embedded: true, subset: true, unicode: true });
  const words = countWords(text);
  for (const word of upright) expect(words.has(word), word).toBe(true);
  // Once on its page and nowhere else, though notes have halos and the last page shows parts of frames.
  for (const word of ['Boxkämpfer', 'Freitext', 'Etikett', 'Draußen', 'Raute']) expect(words.get(word), word).toBe(1);
  expect(pages[0]).toContain('De Schakel Food Aid 2 Personen');
  expect(pages[0]).not.toMatch(/Anna|Latifa|Nobody Came/);
  expect(pages[1]).toContain('1 Idées & risques (Ω)');
  expect(pages[3]).toContain('Außerhalb der Rahmen');
  expect(pages[3]).toContain('Draußen vor');
  // Turned text is read whole in the tags, whatever its letters' places.
  expect(structure).toContain('"Gedrehte Zeile"');
  expect(structure).toContain('"Я согласен с планом"');
  expect(structure).toMatch(/Lbl[^"]*"1\."/);
  expect(structure).toContain('Figure');
  expect(bytes.length).toBeLessThan(300_000);
});

test('[PDF21] a page looks like the canvas', async ({ page }) => {
  await openBoard(page);
  await page.evaluate(() => window.harness?.everyShape());
  const { bytes } = await exportPdf(page);
  for (const [frame, number] of [
    ['frame1', 2],
    ['frame2', 3],
  ] as const) {
    const picture = await page.evaluate((name) => window.harness?.pictureOf(name), frame);
    const rendered = `data:image/png;base64,${renderPage(bytes, number, 144).toString('base64')}`;
    const printed = await page.evaluate(frameOn, rendered);
    const differences = await page.evaluate(differencesOf, { one: picture ?? '', other: printed });
    // Shadows, halos and smoothing differ; a missing or jagged stroke, label or picture makes a tile of its own.
    expect(differences.worstTile, JSON.stringify(differences)).toBeLessThan(14);
    expect(differences.mean, JSON.stringify(differences)).toBeLessThan(2.5);
  }
});

test('[PDF22] the same board gives the same bytes, in the dark theme and far out too', async ({ page }) => {
  await openBoard(page);
  await page.evaluate(() => window.harness?.everyShape());
  const first = await exportPdf(page);
  expect((await exportPdf(page)).bytes.equals(first.bytes)).toBe(true);
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'dark';
    window.harness?.editor.user.updateUserPreferences({ colorScheme: 'dark' });
    window.harness?.editor.setCamera({ x: 500, y: 300, z: 0.1 });
  });
  await expect(page.locator('.tl-theme__dark').first()).toBeVisible();
  expect((await exportPdf(page)).bytes.equals(first.bytes)).toBe(true);
});

test('[PDF23] a thousand notes fit in a megabyte, and each is found once', async ({ page }) => {
  await openBoard(page);
  await page.evaluate(() => window.harness?.manyNotes(1000));
  const { bytes } = await exportPdf(page);
  expect(bytes.length).toBeLessThan(1_000_000);
  const words = countWords(inspectPdf(bytes).text);
  const wrong = Array.from({ length: 1000 }, (_, index) => index)
    // Every fifth holds marks and lists instead of its number.
    .filter((index) => index % 5 !== 1 && words.get(`Nr${index}`) !== 1);
  expect(wrong).toEqual([]);
});

test('[PDF24] untouched starters are left out; one that was written on is there', async ({ page }) => {
  await openBoard(page);
  await page.evaluate(() => window.harness?.template('root-cause-tree'));
  const starter = await page.evaluate(() => {
    const shape = window.harness?.editor
      .getCurrentPageShapes()
      .find(({ meta, type }) => (type as string) !== 'relation' && meta.starter !== undefined);
    return { id: String(shape?.id), text: String(shape?.meta.starter) };
  });
  const countOf = async (): Promise<number> =>
    inspectPdf((await exportPdf(page)).bytes)
      .text.replace(/\s+/g, ' ')
      .split(starter.text).length - 1;
  const before = await countOf();
  const { info, pages } = inspectPdf((await exportPdf(page)).bytes);
  expect(info.get('Pages')).toBe('6');
  expect(pages[1]).toContain('1 Agree the problem');
  await page.evaluate(({ id }) => window.harness?.writeOn(id, 'Taken up'), starter);
  expect(await countOf()).toBe(before);
  expect(inspectPdf((await exportPdf(page)).bytes).text).toContain('Taken up');
});

test('[PDF25] frames are pages in the order of their numbers, whatever order they were made in', async ({ page }) => {
  await openBoard(page);
  await page.evaluate(() => {
    const names = ['10 Last', 'Loose', '2a Copy', '1 First', '2 Second'];
    window.harness?.editor.createShapes(
      names.map((name, index) => ({ type: 'frame', x: index * 2000, y: 0, props: { w: 1600, h: 1131, name } })),
    );
  });
  const { pages } = inspectPdf((await exportPdf(page)).bytes);
  expect(pages.slice(1).map((text) => text.split('\n')[0])).toEqual([
    '1 First',
    '2 Second',
    '2a Copy',
    '10 Last',
    'Loose',
  ]);
});

/** Runs in the page. What is inside the frame of 1600 × 1131 on a page of the report, rendered at two pixels a point. */
async function frameOn(paper: string): Promise<string> {
  const image = new Image();
  image.src = paper;
  await image.decode();
  const [pageWidth, pageHeight, side, top, bottom] = [841.89, 595.28, 42, 50, 35];
  const scale = Math.min((pageWidth - 2 * side) / 1600, (pageHeight - top - bottom) / 1131);
  const [width, height] = [1600 * scale, 1131 * scale];
  const left = side + (pageWidth - 2 * side - width) / 2;
  const down = top + (pageHeight - top - bottom - height) / 2;
  const canvas = Object.assign(document.createElement('canvas'), { width: width * 2, height: height * 2 });
  canvas.getContext('2d')?.drawImage(image, -left * 2, -down * 2);
  return canvas.toDataURL();
}
