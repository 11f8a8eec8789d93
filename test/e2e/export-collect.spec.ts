import { expect, type Page, test } from '@playwright/test';
import type { Collected } from '../../client/export/collect/collect-board.ts';
import type { CollectedPage } from '../../client/export/compose/report-input.ts';
import type { DisplayItem, Op, TextRun } from '../../client/export/display-list.ts';
import type { TemplateId } from '../../shared/api/templates.ts';
import { type HarnessServer, serveHarness } from './pages-export/serve-harness.ts';

test.setTimeout(120_000);

let server: HarnessServer;
test.beforeAll(async () => {
  server = await serveHarness('collect');
});
test.afterAll(() => server.close());

async function openPage(page: Page): Promise<void> {
  await page.goto(server.url);
  await page.waitForFunction(() => window.collectHarness !== undefined);
}

type Board = 'everyShape' | 'manyNotes' | 'manyCards' | 'broadTree';

const fill = (page: Page, board: Board, count = 1): Promise<void> =>
  page.evaluate(([name, many]) => harnessOf().fill(name, many), [board, count] as const);
const template = (page: Page, id: TemplateId, example: boolean): Promise<void> =>
  page.evaluate(([name, filled]) => harnessOf().template(name, 'de', filled), [id, example] as const);
const collect = (page: Page): Promise<Collected> => page.evaluate(() => harnessOf().collect());

/** In the page itself. */
declare const harnessOf: () => NonNullable<Window['collectHarness']>;

test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    Object.assign(window, {
      harnessOf: () => {
        if (window.collectHarness === undefined) throw new Error('no harness');
        return window.collectHarness;
      },
    });
  }),
);

const flat = (ops: readonly Op[]): readonly Op[] => ops.flatMap((op) => (op.op === 'clip' ? flat(op.ops) : [op]));
const runsOf = ({ ops }: DisplayItem): readonly TextRun[] =>
  flat(ops).flatMap((op) => (op.op === 'text' ? op.blocks.flatMap(({ runs }) => runs) : []));
const isRead = ({ greeked, figure }: DisplayItem): boolean => !greeked && figure === null;
/** What somebody can read or find on a page, with the size of its letters in units of the page. */
const readOn = ({ items, view }: CollectedPage) =>
  items
    .filter(isRead)
    .map((item) => ({
      id: item.id,
      text: runsOf(item)
        .map(({ text }) => text)
        .join('')
        .replace(/\s+/g, ' ')
        .trim(),
      size: Math.min(...runsOf(item).map(({ size }) => size)) * Math.abs(view.matrix[0]),
    }))
    .filter(({ text }) => text !== '');
const textsOn = (page: CollectedPage): readonly string[] => readOn(page).map(({ text }) => text);

const examples: readonly TemplateId[] = ['root-cause-tree', 'actor-map', 'visioning', 'lessons-learnt'];

/** A stage takes pictures along in another size and kind than a canvas: by their order they are the same. */
function byOrder({ images, ...collected }: Collected): unknown {
  const named = Object.keys(images).reduce(
    (text, name, at) => text.replaceAll(name, `${at}`),
    JSON.stringify(collected),
  );
  return { images: Object.keys(images).length, ...JSON.parse(named) };
}

test('[COL1] a board is read alike from a stage and from a canvas that is dark and far out', async ({ page }) => {
  const compare = async (): Promise<void> => {
    const [staged, live] = await page.evaluate(async () => {
      const first = await harnessOf().collect();
      return [first, await harnessOf().collectFromCanvas()] as const;
    });
    expect(staged.board.pages.flatMap(({ items }) => items).length).toBeGreaterThan(11);
    expect(byOrder(staged)).toEqual(byOrder(live));
  };
  for (const [board, count] of [
    ['manyCards', 12],
    ['everyShape', 1],
  ] as const) {
    // As a page finds it that has set no text yet.
    await openPage(page);
    await fill(page, board, count);
    await compare();
  }
  for (const id of examples) {
    await template(page, id, true);
    await compare();
  }
});

test('[COL2] a stage needs no canvas, leaves nothing on the page, and reads the same twice', async ({ page }) => {
  await openPage(page);
  await template(page, 'actor-map', true);
  const [first, again, left] = await page.evaluate(async () => {
    const before = document.body.childElementCount;
    const [one, two] = [await harnessOf().collect(), await harnessOf().collect()];
    // What was drawn last is taken away in the next turn.
    await new Promise((resolve) => setTimeout(resolve));
    return [one, two, document.body.childElementCount - before] as const;
  });
  expect(again).toEqual(first);
  expect(left).toBe(0);
});

test('[COL3] an export that is cancelled ends at once and leaves nothing', async ({ page }) => {
  await openPage(page);
  await fill(page, 'manyCards', 600);
  expect(await page.evaluate(() => harnessOf().cancelAfter(2))).toEqual({ begun: 2, aborted: true, left: 0 });
});

test('[COL4] the overview has every sheet under its name, all other words as bars; a board of one page has none', async ({
  page,
}) => {
  await openPage(page);
  for (const id of examples) {
    await template(page, id, true);
    const { board } = await collect(page);
    if (board.overview === null) throw new Error('no overview');
    expect(textsOn(board.overview)).toEqual(board.pages.map(({ title }) => title));
    const { width, height } = board.overview.view;
    expect(Math.max(width / 757, height / 388)).toBeCloseTo(1);
    // Everything that a page draws is drawn once more, with bars for words.
    const drawnIn = ({ items }: Pick<CollectedPage, 'items'>): number => items.flatMap(({ ops }) => flat(ops)).length;
    const inSmall = board.overview.items.filter(({ greeked }) => greeked);
    expect(inSmall.map((item) => item.id)).toEqual(board.pages.map((each) => each.id));
    expect(inSmall.map((item) => drawnIn({ items: [item] }) - 1)).toEqual(board.pages.map(drawnIn));
    expect(inSmall.flatMap(runsOf)).toEqual([]);
  }
  await openPage(page);
  await fill(page, 'manyNotes', 9);
  expect((await collect(page)).board).toMatchObject({ overview: null, pages: [{ title: '1 Wall' }] });
});

test('[COL5] a tree with more than twelve leaves has a page for each direct cause, with all that hangs on it, read there alone', async ({
  page,
}) => {
  await openPage(page);
  await template(page, 'root-cause-tree', false);
  await fill(page, 'broadTree', 4);
  const idsOf = (board: Collected['board']): readonly string[] => board.pages.map(({ id }) => id);
  expect(idsOf((await collect(page)).board).filter((id) => id.includes(':', 'shape:'.length))).toEqual([]);

  await openPage(page);
  await template(page, 'root-cause-tree', false);
  await fill(page, 'broadTree', 5);
  const { pages } = (await collect(page)).board;
  const tree = 'shape:root-cause-tree/tree';
  const at = pages.findIndex(({ id }) => id === tree);
  expect(pages.slice(at, at + 4).map(({ id, title, heading }) => [id, title, heading])).toEqual([
    [tree, '2 Der Baum', null],
    ...[0, 1, 2].map((cause) => [`${tree}:${cause + 1}`, `Direct cause ${cause}`, `2 Der Baum (${cause + 1}/3)`]),
  ]);
  const deeper = (cause: number) => Array.from({ length: 5 }, (_, index) => `Deeper ${cause} ${index}`);
  for (const [cause, branch] of pages.slice(at + 1, at + 4).entries()) {
    expect(textsOn(branch).toSorted()).toEqual([...deeper(cause), `Direct cause ${cause}`].toSorted());
    // The problem above them is seen; the six edges are told by sentences, each right after its cause.
    const seen = branch.items.filter(({ figure }) => figure === '');
    expect(seen.flatMap(runsOf).map(({ text }) => text.trim())).toEqual(['The problem']);
    const rankOf = new Map(branch.items.filter(isRead).map(({ id, readingRank }) => [id, readingRank]));
    const edges = branch.items.filter(({ figure }) => figure !== null && figure !== '');
    expect(edges.map(({ figure }) => figure).toSorted()).toEqual(
      [
        `Direct cause ${cause} – verursacht – The problem`,
        ...deeper(cause).map((title) => `${title} – verursacht – Direct cause ${cause}`),
      ].toSorted(),
    );
    expect(edges.every(({ readingRank }) => [...rankOf.values()].includes(readingRank))).toBe(true);
    for (const { size } of readOn(branch)) expect(size).toBeGreaterThanOrEqual(20);
  }
  const whole = pages[at];
  if (whole === undefined) throw new Error('no tree');
  expect(textsOn(whole)).toContain('The problem');
  expect(textsOn(whole).filter((text) => /^(?:Deeper|Direct cause) \d/.test(text))).toEqual([]);
  expect(whole.items.flatMap(({ figure }) => figure ?? [])).toEqual(['The whole tree']);
});

/** Points for a unit of a page on the paper that it is drawn for. */
function scaleOf({ drawnFor, view: { width, height } }: CollectedPage): number {
  const [long, short] = drawnFor === 'A4' ? [842, 595] : [1191, 842];
  return Math.min(long / Math.max(width, height), short / Math.min(width, height));
}

test('[COL6] a page of letters too small for its paper is there in pieces too; every word can be read once, on a piece', async ({
  page,
}) => {
  await openPage(page);
  await fill(page, 'manyNotes', 400);
  const { pages } = (await collect(page)).board;
  const [whole, ...pieces] = pages;
  expect(whole).toMatchObject({ id: 'shape:wall', title: '1 Wall' });
  expect(pieces.map(({ id, heading }) => [id, heading])).toEqual(
    pieces.map((_, index) => [`shape:wall:${index + 1}`, `1 Wall (${index + 1}/${pieces.length})`]),
  );
  expect(pieces.length).toBeGreaterThan(1);
  expect(whole && textsOn(whole)).toEqual([]);
  const read = pieces.flatMap((piece) =>
    readOn(piece).map((each) => ({ ...each, points: each.size * scaleOf(piece) })),
  );
  expect(read.map(({ id }) => id).toSorted()).toEqual(
    Array.from({ length: 400 }, (_, index) => `shape:note${index}`).toSorted(),
  );
  expect(Math.min(...read.map(({ points }) => points))).toBeGreaterThanOrEqual(6);
  // Each has its key.
  expect(pieces.filter(({ items }) => items.at(-1)?.id === 'key')).toHaveLength(pieces.length);
});

test('[COL7] a picture of a selection has the selection with a margin and nothing else; of one frame, the frame', async ({
  page,
}) => {
  await openPage(page);
  await fill(page, 'everyShape');
  const [two, frame] = await page.evaluate(async () => [
    await harnessOf().collectSelection(['shape:rectangle', 'shape:ellipse']),
    await harnessOf().collectSelection(['shape:frame2']),
  ]);
  if (two === undefined || frame === undefined) throw new Error('no page');
  expect(two.items.map(({ id }) => id)).toEqual(['shape:rectangle', 'shape:ellipse']);
  // Two boxes of 220 × 130 units, 560 apart.
  expect(two.view).toMatchObject({ width: 780 + 64, height: 130 + 64 });
  expect(frame).toMatchObject({ title: '2 Systemkarte Я', framed: true, view: { width: 1600, height: 1131 } });
});

test('[COL8] edges are told as sentences after the card that they come from, pictures that nobody described as pictures', async ({
  page,
}) => {
  await openPage(page);
  await template(page, 'root-cause-tree', false);
  await fill(page, 'broadTree', 1);
  const { pages } = (await collect(page)).board;
  const items = pages.flatMap((each) => each.items);
  const edge = items.find(({ id }) => id === 'shape:edge direct1');
  expect(edge?.figure).toBe('Direct cause 1 – verursacht – The problem');
  expect(edge?.readingRank).toBe(items.find(({ id }) => id === 'shape:direct1')?.readingRank);

  await fill(page, 'everyShape');
  const toldOf = async (): Promise<unknown> => {
    const all = (await collect(page)).board.pages.flatMap((each) => each.items);
    const picture = all.find(({ id }) => id === 'shape:jpeg');
    return [picture?.figure, flat(picture?.ops ?? []).map((op) => op.op === 'image' && op.alt)];
  };
  expect(await toldOf()).toEqual([null, ['Gradient from blue to orange']]);
  await page.evaluate(() => harnessOf().edit('shape:jpeg', { altText: '' }));
  expect(await toldOf()).toEqual(['Bild', ['']]);
});

test('[COL9] a board without frames is one page that fits what is on it', async ({ page }) => {
  await openPage(page);
  await fill(page, 'everyShape');
  const { pages } = await page.evaluate(async () => {
    await harnessOf().unframe();
    return (await harnessOf().collect()).board;
  });
  expect(pages.map(({ id, title }) => [id, title])).toEqual([['outside', 'Page']]);
  expect(pages[0]?.view.width).toBeGreaterThan(3000);
});

test('[COL10] a thousand cards are read within ten seconds, and the page answers every 300 ms', async ({ page }) => {
  await openPage(page);
  await fill(page, 'manyCards', 1000);
  const runs = [];
  // Others work on the same machine: what one of three runs keeps to is what the code needs.
  for (let run = 0; run < 3; run++) runs.push(await page.evaluate(() => harnessOf().gaps()));
  expect(Math.min(...runs.map(({ longestMs }) => longestMs)), JSON.stringify(runs)).toBeLessThanOrEqual(300);
  expect(Math.min(...runs.map(({ tookMs }) => tookMs)), JSON.stringify(runs)).toBeLessThanOrEqual(10_000);
});

test('[COL11] a drawn line is as wide as its letters, with as many spaces as it has', async ({ page }) => {
  await openPage(page);
  await template(page, 'root-cause-tree', false);
  const widthOf = async (title: string): Promise<number> => {
    const pages = await page.evaluate(async (given) => {
      const heading = harnessOf().idOf('heading');
      await harnessOf().edit(heading, { title: given });
      return (await harnessOf().collect()).board.pages;
    }, title);
    const drawn = pages.flatMap(({ items }) => items.flatMap(runsOf)).find(({ text }) => /^i\s+W\s/.test(text));
    if (drawn?.width == null) throw new Error('no such line');
    return drawn.width;
  };
  const [one, two, three] = [
    await widthOf('i W'),
    await widthOf('i\u00a0\u00a0W'),
    await widthOf('i\u00a0\u2003\u00a0W'),
  ];
  expect(two).toBeGreaterThan(one + 1);
  expect(three).toBeGreaterThan(two + 1);
});

test('[COL13] a link leads where it was written to or nowhere, never to the page on which the file was made', async ({
  page,
}) => {
  await openPage(page);
  await fill(page, 'everyShape');
  const linkOf = async (href: string): Promise<string | null | undefined> => {
    const { items } = await page.evaluate(async (address) => {
      const marks = [{ type: 'link', attrs: { href: address } }];
      const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'linked', marks }] };
      await harnessOf().edit('shape:note9', { richText: { type: 'doc', content: [paragraph] } });
      return harnessOf().collectSelection(['shape:note9']);
    }, href);
    return items.flatMap(runsOf).find(({ text }) => text.startsWith('linked'))?.link;
  };
  expect(await linkOf('https://example.org/ü?a=(b)')).toBe('https://example.org/%C3%BC?a=(b)');
  expect(await linkOf('mailto:anna@example.org')).toBe('mailto:anna@example.org');
  expect(await linkOf('tel:+32-50-12')).toBe('tel:+32-50-12');
  for (const none of ['javascript:alert(1)', 'data:text/html,x', 'notes/today', '#top', '//example.org', ''])
    expect(await linkOf(none), none).toBe(null);
});

test('[PDF43] a shape that leads somewhere does so over the part of it that its page shows', async ({ page }) => {
  await openPage(page);
  await fill(page, 'everyShape');
  const linksOf = async (url: string) => {
    const pages = await page.evaluate(async (address) => {
      await harnessOf().edit('shape:note9', { url: address });
      return [await harnessOf().collectSelection(['shape:note9'])];
    }, url);
    return pages.flatMap(({ view, items }) => items.map(({ link }) => ({ view, link }))).filter(({ link }) => link);
  };
  const [linked, ...others] = await linksOf('https://example.org/plan');
  expect(others).toEqual([]);
  expect(linked?.link?.url).toBe('https://example.org/plan');
  expect(linked?.link?.box.width).toBeGreaterThan(150);
  expect(linked?.link?.box.width).toBeLessThanOrEqual((linked?.view.width ?? 0) + 0.01);
  expect(await linksOf('mailto:anna@example.org')).toMatchObject([{ link: { url: 'mailto:anna@example.org' } }]);
  expect(await linksOf('')).toEqual([]);
});

test('[PDF45] a word of three thousand letters keeps its lines and is read with few questions to the browser', async ({
  page,
}) => {
  await openPage(page);
  await fill(page, 'everyShape');
  const word = Array.from({ length: 3_000 }, (_, index) => 'lastigeWoorden'[(index * index) % 14]).join('');
  const { items, asked } = await page.evaluate(async (text) => {
    const paragraph = { type: 'paragraph', content: [{ type: 'text', text }] };
    await harnessOf().edit('shape:note9', { richText: { type: 'doc', content: [paragraph] } });
    let reads = 0;
    const real = Range.prototype.getClientRects;
    Range.prototype.getClientRects = function count() {
      reads += 1;
      return real.call(this);
    };
    const read = await harnessOf().collectSelection(['shape:note9']);
    return { items: read.items, asked: reads };
  }, word);
  const runs = items.flatMap(runsOf);
  expect(runs.map(({ text }) => text).join('')).toBe(word);
  expect(new Set(runs.map(({ y }) => y)).size).toBe(runs.length);
  expect(runs.length).toBeGreaterThan(50);
  expect(asked).toBeLessThan(4 * runs.length);
});
