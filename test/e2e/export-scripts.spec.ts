import { expect, type Page, test } from '@playwright/test';
import type { CollectedPage } from '../../client/export/compose/report-input.ts';
import { identity } from '../../client/export/matrix.ts';
import { writePdf } from '../../client/export/write/write-pdf.ts';
import { faceSources } from '../unit/export/support/face-sources.ts';
import { itemOf, listOf } from '../unit/export/support/lists.ts';
import { inspectPdf, renderPage } from '../unit/export/support/pdf-tools.ts';
import { readAgain } from '../unit/export/support/second-reader.ts';
import { type HarnessServer, serveHarness } from './pages-export/serve-harness.ts';
import { differencesOf } from './support/differences.ts';

test.setTimeout(120_000);
// The frame takes 800 × 565 of it; tldraw's mark stands in the corner beside.
test.use({ viewport: { width: 1100, height: 800 }, deviceScaleFactor: 2 });

let server: HarnessServer;
test.beforeAll(async () => {
  server = await serveHarness('scripts');
});
test.afterAll(() => server.close());

const scriptFile = /^(han|hangul|emoji|arabic|hebrew)(Bold)?-/;

/** @returns names of the font files that were asked for meanwhile */
async function openBoard(page: Page, texts: readonly string[]): Promise<string[]> {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/\.(woff2|ttf)$/.test(request.url())) asked.push(request.url().split('/').at(-1) ?? '');
  });
  await page.goto(server.url);
  await page.waitForFunction(() => window.scriptsHarness !== undefined);
  await page.evaluate((lines) => window.scriptsHarness?.write(lines), texts);
  return asked;
}

/** Of the frame, half as large as on the board: 800 × 565.5 points. */
async function exportFrame(page: Page) {
  const collected = await page.evaluate(() => window.scriptsHarness?.collect());
  if (collected === undefined) throw new Error('no harness');
  expect(collected.undrawnKinds).toEqual([]);
  const frame = collected.board.pages.find(({ framed }) => framed) as CollectedPage;
  const { items, view } = frame;
  const scale = 800 / view.width;
  const [a, b, c, d, e, f] = view.matrix;
  const matrix = [a * scale, b * scale, c * scale, d * scale, e * scale, f * scale] as const;
  const sheet = { width: view.width * scale, height: view.height * scale };
  const colour = await page.evaluate(() => window.scriptsHarness?.ground() ?? '');
  const ground = { op: 'path', matrix: identity, d: 'M0 0h1600v1131h-1600z', evenOdd: false, stroke: null } as const;
  const sheetItem = itemOf([{ ...ground, fill: { colour, alpha: 1 } }], { id: 'sheet' });
  const layers = [{ matrix, clip: null, items: [sheetItem, ...items] }];
  const list = listOf([{ part: 'frame', title: frame.title, sheet, outline: [], foot: null, layers }]);
  return { frame, ...(await writePdf(list, faceSources)) };
}

const texts = [
  '中文便签 协作白板',
  '日本語のメモ。カタカナ',
  '한국어 메모 보드',
  'العربية نص تجريبي على اللوحة',
  'עברית טקסט לדוגמה',
  'Good 🙂 👩‍👩‍👧 🇧🇪 idea',
  'Mixed שלום עולם and مرحبا بالعالم end',
];

const plain = (text: string): string =>
  text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]|\ufe0f/gu, '').replace(/\s+/gu, ' ');

test('[SCR10] notes, labels, cards and texts in every script: words found, and the page looks like the canvas', async ({
  page,
}) => {
  await openBoard(page, texts);
  const { bytes, undrawn } = await exportFrame(page);
  expect(undrawn.letters).toEqual([]);
  const { text, complaints, fonts } = inspectPdf(bytes);
  expect(complaints).toBe('');
  for (const font of fonts)
    expect(font).toMatchObject({ type: 'CID TrueType', embedded: true, subset: true, unicode: true });
  const words = texts.flatMap((line) => line.split(' '));
  for (const found of [plain(text), plain(readAgain(bytes).join(' '))])
    for (const word of words) {
      const times = found.replaceAll(' ', '').split(word.replace(/\ufe0f/gu, '')).length - 1;
      expect(times, word).toBeGreaterThanOrEqual(3);
    }
  expect(bytes.length).toBeLessThan(250_000);

  await page.waitForFunction(() => document.fonts.status === 'loaded');
  const canvas = await page.screenshot({ clip: { x: 0, y: 0, width: 800, height: 565 } });
  const png = (picture: Buffer): string => `data:image/png;base64,${picture.toString('base64')}`;
  const pictures = { one: png(canvas), other: png(renderPage(bytes, 1, 144)) };
  const differences = await page.evaluate(differencesOf, pictures);
  expect(differences.worstTile, JSON.stringify(differences)).toBeLessThan(16);
  expect(differences.mean, JSON.stringify(differences)).toBeLessThan(2.5);
});

test('[SCR11] a board without such letters asks for none of their files, one with a word for a few', async ({
  page,
}) => {
  const asked = await openBoard(page, ['Größe', 'Ωμέγα', 'Я', '→ ± …']);
  await exportFrame(page);
  expect(asked.filter((name) => scriptFile.test(name))).toEqual([]);
  await page.evaluate(() => window.scriptsHarness?.write(['中文', '🙂']));
  await exportFrame(page);
  const names = new Set(
    asked.filter((name) => scriptFile.test(name)).map((name) => name.replace(/-[\w-]{8}\.\w+$/, '')),
  );
  expect([...names].filter((name) => name.startsWith('emoji'))).toHaveLength(1);
  expect([...names].filter((name) => name.startsWith('han-')).length).toBeLessThanOrEqual(2);
  expect(names.size).toBeLessThanOrEqual(3);
});
