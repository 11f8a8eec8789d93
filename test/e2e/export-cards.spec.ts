import { expect, type Page, test } from '@playwright/test';
import type { TLRecord } from 'tldraw';
import type { TemplateId } from '../../shared/api/templates.ts';
import type { BoardShape } from '../../shared/board/read-board.ts';
import { plainText, type RichText } from '../../shared/board/rich-text.ts';
import { fieldTypes } from '../../shared/method/cards/fields.ts';
import type { Template } from '../../shared/method/template.ts';
import { loadTemplate } from '../../shared/method/templates.ts';
import { expandedPdf, inspectPdf, structureOf, type WordBox, wordBoxes } from '../unit/export/support/pdf-tools.ts';
import { type HarnessServer, serveHarness } from './pages-export/serve-harness.ts';

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

/** Cover and pages of the board: what a report tells of it besides says words again. */
async function exportPdf(page: Page): Promise<Buffer> {
  const { base64, undrawn } = await page.evaluate(() => {
    if (window.commonboardExport === undefined) throw new Error('no hook');
    return window.commonboardExport(undefined, { keeps: (part) => part === 'cover' || part.startsWith('page:') });
  });
  expect(undrawn).toEqual({ letters: [], images: 0, kinds: [], records: 0, unreadVotes: 0 });
  return Buffer.from(base64, 'base64');
}

const shapesOf = (page: Page): Promise<BoardShape[]> =>
  page.evaluate(() => (window.harness?.editor.getCurrentPageShapes() ?? []) as unknown as TLRecord[]) as Promise<
    BoardShape[]
  >;

type Card = Extract<BoardShape, { type: 'card' }>;
type Mirror = Extract<BoardShape, { type: 'mirror' }>;
type Frame = Extract<BoardShape, { type: 'frame' }>;

const oneLine = (text: string): string => text.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();
const titleOf = ({ props }: Card): string => oneLine(plainText(props.richText as RichText));

/** What people wrote into the columns of a frame's rows, or the boxes of its forms. */
function cellsOf({ props }: Card, { meta }: Frame, template: Template): readonly string[] {
  if (props.face !== 'row' && props.face !== 'form') return [];
  const zones = template.frames.find(({ id }) => meta.template === `${template.id}/${id}`)?.zones ?? [];
  const fields = new Set(zones.flatMap(({ columns = [] }) => columns.map(({ field }) => field)));
  return [...fields].flatMap((field) => {
    const value = field === 'title' || !['line', 'text'].includes(fieldTypes[field].type) ? null : props.fields[field];
    return typeof value === 'string' ? [oneLine(value)] : [];
  });
}

const fieldsOf = ({ props }: Card): readonly string[] =>
  Object.values(props.fields).flatMap((value) => (typeof value === 'string' ? [oneLine(value)] : []));

function countOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** A board as its pages have to show it. */
function readShapes(shapes: readonly BoardShape[]) {
  const frames = shapes
    .filter((shape): shape is Frame => shape.type === 'frame')
    .sort((a, b) => a.props.name.localeCompare(b.props.name, 'en', { numeric: true }));
  const frameAt = ({ x, y, props: { w, h } }: Card | Mirror): Frame | undefined =>
    frames.find(
      (frame) =>
        x + w / 2 >= frame.x &&
        x + w / 2 <= frame.x + frame.props.w &&
        y + h / 2 >= frame.y &&
        y + h / 2 <= frame.y + frame.props.h,
    );
  const cards = shapes.filter((shape): shape is Card => shape.type === 'card');
  const mirrors = shapes.filter((shape): shape is Mirror => shape.type === 'mirror');
  return { frames, cards, mirrors, frameAt };
}

/** What a reader is told, paragraph by paragraph, page by page after the cover. */
const toldOf = (bytes: Buffer): readonly (readonly string[])[] =>
  structureOf(bytes)
    .split(/^ {2}Sect /m)
    .slice(2)
    .map((section) =>
      section
        .split(/^ *(?:P|H\d|LBody|Lbl) \(block\)$/m)
        .slice(1)
        .map((block) => oneLine([...block.matchAll(/"([^\n]*)"/g)].map(([, text]) => text).join(' '))),
    );

/** Words of cards that are not read as often on a page as they stand on its frame. */
function misread(
  board: TemplateId,
  shapes: readonly BoardShape[],
  told: readonly (readonly string[])[],
): readonly string[] {
  const { frames, cards, mirrors, frameAt } = readShapes(shapes);
  const template = loadTemplate(board);
  const byId = new Map<string, Card>(cards.map((card) => [card.id, card]));
  return frames.flatMap((frame, at) => {
    const own = cards.filter((card) => frameAt(card) === frame);
    const second = mirrors
      .filter((mirror) => frameAt(mirror) === frame)
      .flatMap(({ props }) => byId.get(props.of) ?? []);
    const isGenerated = shapes.some(({ type, parentId }) => type === 'view' && parentId === frame.id);
    // A second place may have less room, a form says its fields, and pictures of the board say titles again.
    const least = countOf(own.flatMap((card) => [titleOf(card), ...cellsOf(card, frame, template)]));
    const most = countOf([...own, ...second].flatMap((card) => [titleOf(card), ...fieldsOf(card)]));
    const found = countOf(told[at] ?? []);
    return [...new Set([...cards.map(titleOf), ...least.keys()])].flatMap((text) => {
      const [count, low, high] = [found, least, most].map((counts) => counts.get(text) ?? 0) as [
        number,
        number,
        number,
      ];
      return count >= low && (isGenerated || count <= high)
        ? []
        : [`${frame.props.name}: ${text}: ${count}, not ${low} to ${high}`];
    });
  });
}

/** Ascenders and descenders of neighbouring lines may touch; the letters between may not. */
function overlaps(boxes: readonly WordBox[]): readonly string[] {
  const core = ({ top, bottom, ...rest }: WordBox) => {
    const trim = (bottom - top) * 0.28;
    return { ...rest, top: top + trim, bottom: bottom - trim };
  };
  const cores = boxes.map(core);
  return cores.flatMap((a, index) =>
    cores
      .slice(index + 1)
      .filter(
        (b) =>
          a.page === b.page &&
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.8 &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.8,
      )
      .map((b) => `page ${a.page}: ${a.word} / ${b.word}`),
  );
}

const boards: readonly TemplateId[] = ['root-cause-tree', 'actor-map', 'visioning', 'lessons-learnt'];

for (const board of boards)
  for (const language of ['en', 'de'] as const)
    test(`[PDFC1] the example of ${board} in ${language}: every card read whole at its place, a page for each frame, no words over others`, async ({
      page,
    }) => {
      await openBoard(page);
      await page.evaluate(([id, said]) => window.harness?.example(id, said), [board, language] as const);
      const shapes = await shapesOf(page);
      const { frames, cards } = readShapes(shapes);
      const bytes = await exportPdf(page);
      const { complaints, info, fonts } = inspectPdf(bytes);
      expect(complaints).toBe('');
      expect(info.get('Pages')).toBe(String(1 + frames.length));
      expect(info.get('Tagged')).toBe('yes');
      for (const font of fonts) expect(font).toMatchObject({ embedded: true, subset: true, unicode: true });
      // Everything is drawn as lines and areas.
      expect(expandedPdf(bytes)).not.toContain('/Subtype /Image');

      const told = toldOf(bytes);
      expect(told.map(([heading]) => heading)).toEqual(frames.map(({ props }) => oneLine(props.name)));
      expect(cards.length).toBeGreaterThan(20);
      expect(misread(board, shapes, told)).toEqual([]);
      expect(overlaps(wordBoxes(bytes))).toEqual([]);
    });

const invitationsOf = (shapes: readonly BoardShape[]): readonly string[] =>
  shapes.flatMap((shape) =>
    shape.type === 'card' && shape.props.placeholder !== '' ? [oneLine(shape.props.placeholder)] : [],
  );

/** Of lines and edges, in the whole file. */
const strokesIn = (bytes: Buffer): number => expandedPdf(bytes).match(/^S$/gm)?.length ?? 0;

test('[PDFC5] of a new board no invitation, no edge between invitations and no page for them is in the file', async ({
  page,
}) => {
  for (const board of boards) {
    await openBoard(page);
    await page.evaluate((id) => window.harness?.template(id, 'de'), board);
    const shapes = await shapesOf(page);
    const bytes = await exportPdf(page);
    const { frames } = readShapes(shapes);
    const told = toldOf(bytes);
    expect(told.map(([heading]) => heading)).toEqual(frames.map(({ props }) => oneLine(props.name)));
    const invitations = invitationsOf(shapes);
    expect(invitations.length).toBeGreaterThan(5);
    const scenery = new Set(
      shapes.flatMap(({ type, props }) =>
        type === 'card' ? [] : Object.values(props).map((value) => oneLine(String(value))),
      ),
    );
    const read = new Set(told.flat());
    expect(invitations.filter((text) => read.has(text) && !scenery.has(text))).toEqual([]);
  }
});

test('[PDFC6] an edge is drawn once both its cards have words, and who fills a board finds every card at its place', async ({
  page,
}) => {
  await openBoard(page);
  await page.evaluate(() => window.harness?.template('root-cause-tree', 'de'));
  const shapes = await shapesOf(page);
  const edge = shapes.find((shape) => shape.type === 'relation');
  if (edge?.type !== 'relation') throw new Error('no edge between invitations');
  const strokes = [strokesIn(await exportPdf(page))];
  for (const id of [edge.props.from, edge.props.to].map(String)) {
    await page.evaluate((card) => window.harness?.writeOn(card, 'Word'), id);
    strokes.push(strokesIn(await exportPdf(page)));
  }
  const [none = 0, one = 0, both = 0] = strokes;
  expect(one).toBeGreaterThan(none);
  expect(both - one).toBeGreaterThan(one - none);

  const ghosts = shapes.flatMap(({ id, type, meta }) =>
    type === 'relation' || meta.starter === undefined ? [] : [String(id)],
  );
  for (const [index, id] of ghosts.entries())
    await page.evaluate(([shape, word]) => window.harness?.writeOn(shape, word), [id, `Wort${index}x`] as const);
  const bytes = await exportPdf(page);
  const filled = await shapesOf(page);
  expect(inspectPdf(bytes).complaints).toBe('');
  expect(ghosts.length).toBeGreaterThan(20);
  expect(misread('root-cause-tree', filled, toldOf(bytes))).toEqual([]);
});

test('[PDFC7] a thousand cards fit in a megabyte, and each is found once', async ({ page }) => {
  await openBoard(page);
  await page.evaluate(() => window.harness?.manyCards(1000));
  const bytes = await exportPdf(page);
  expect(bytes.length).toBeLessThan(1_000_000);
  const counts = countOf(inspectPdf(bytes).text.split(/\s+/));
  const numbers = Array.from({ length: 1000 }, (_, index) => `Nr${index}`);
  expect(numbers.filter((number) => counts.get(number) !== 1)).toEqual([]);
});
