import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { TLShapeId } from 'tldraw';
import { serveCanvasPage } from './pages-canvas/serve.ts';
import { isDrawn } from './support/person.ts';

/** Where pictures go that somebody wants to look at. */
const pictures = process.env.CARD_PICTURES;

let pages: Awaited<ReturnType<typeof serveCanvasPage>>;

test.beforeAll(async () => {
  pages = await serveCanvasPage('faces.html');
});
test.afterAll(async () => {
  await pages?.close();
});

async function openFaces(page: Page, query = ''): Promise<void> {
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(`${pages.url}faces.html${query}`);
  await page.waitForFunction(() => (window.faces?.editors.length ?? 0) > 0);
  await page.evaluate(() => document.fonts.ready);
}

const sheet = (page: Page): Promise<void> => page.evaluate(() => window.faces?.sheet());

for (const theme of ['light', 'dark'])
  test(`[CARD20] every kind, state and face is drawn at each of the four details, ${theme}`, async ({ page }) => {
    await page.setViewportSize({ width: 1900, height: 2150 });
    await openFaces(page, `?theme=${theme}`);
    await sheet(page);
    const elements: number[] = [];
    for (const zoom of [1, 0.5, 0.3, 0.15]) {
      await page.evaluate((z) => void window.faces?.editors[0]?.setCamera({ x: 0, y: 0, z }), zoom);
      await page.waitForFunction((z) => window.faces?.editors[0]?.getZoomLevel() === z, zoom);
      elements.push(await page.locator('[data-card-face] *').count());
      if (pictures !== undefined) await page.screenshot({ path: join(pictures, `sheet-${theme}-${zoom}.png`) });
    }
    // Less is drawn the farther away one is.
    expect(elements.toSorted((a, b) => b - a)).toEqual(elements);
    expect(new Set(elements).size).toBe(4);
  });

const card = 'shape:3-0';
const ghost = 'shape:3-1';
const mirror = 'shape:mirror-card';

/** Opens a card's title with a double click on its middle. */
async function openTitle(page: Page, id: string, person = 0): Promise<void> {
  const at = await page.evaluate(
    ({ shape, place }) => {
      const editor = window.faces?.editors[place];
      const bounds = editor?.getShapePageBounds(shape as TLShapeId);
      if (editor === undefined || bounds === undefined) throw new Error('no such card');
      const { x, y } = editor.pageToScreen(bounds.center);
      return { x, y };
    },
    { shape: id, place: person },
  );
  await page.mouse.dblclick(at.x, at.y);
  await expect(titleEditor(page, person)).toBeFocused();
  // The caret is put where the press was a moment after the editor is there.
  await isDrawn(page);
}

/** tldraw places the caret where one clicked, a moment after it opened the text. */
async function moveCaret(page: Page, end: 'Home' | 'End'): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(`Control+${end}`);
    const stays = await page.evaluate(async (wanted) => {
      const isThere = () => {
        const { anchorNode, anchorOffset } = getSelection() ?? { anchorNode: null, anchorOffset: -1 };
        return anchorOffset === (wanted === 'Home' ? 0 : (anchorNode?.textContent?.length ?? -1));
      };
      const startMs = performance.now();
      while (performance.now() - startMs < 200) {
        if (!isThere()) return false;
        await new Promise(requestAnimationFrame);
      }
      return true;
    }, end);
    expect(stays).toBe(true);
  }).toPass();
}

const titleEditor = (page: Page, person = 0) => page.locator(`[data-person="${person}"] .ProseMirror`);
const shownOn = (page: Page, id: string, person = 0) =>
  page.locator(`[data-person="${person}"] [data-shape-id="${id}"] [data-card-face]`);
const written = (page: Page, id: string): Promise<string | undefined> =>
  page.evaluate(async (shape) => {
    await window.faces?.settle();
    return window.faces?.titleOf(shape);
  }, id);

async function twoPeople(page: Page): Promise<void> {
  await page.setViewportSize({ width: 2000, height: 900 });
  await openFaces(page, '?people=2');
  await sheet(page);
  await page.evaluate(() => window.faces?.settle());
  await page.evaluate((id) => {
    for (const editor of window.faces?.editors ?? []) {
      const { x, y } = editor.getShapePageBounds(id as TLShapeId) ?? { x: 0, y: 0 };
      editor.setCamera({ x: 100 - x, y: 100 - y, z: 1 });
    }
  }, card);
}

test('[CARD21] a title is written on the canvas and into the document; Enter ends, Shift+Enter breaks the line', async ({
  page,
}) => {
  await twoPeople(page);
  await openTitle(page, ghost);
  await page.keyboard.type('- The vans');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('are old');
  await page.keyboard.press('Enter');
  await expect(titleEditor(page)).toHaveCount(0);
  await expect(shownOn(page, ghost)).toContainText('- The vans are old');
  await expect(shownOn(page, ghost)).not.toContainText('Why does this happen?');
  await expect(shownOn(page, ghost, 1)).toContainText('- The vans are old');
  expect(await written(page, ghost)).toBe('<paragraph dir="auto">- The vans<hardbreak></hardbreak>are old</paragraph>');

  await test.step('pasted lines become one', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(() => navigator.clipboard.writeText('Cold rooms\nare full\n\nby Tuesday'));
    await openTitle(page, ghost);
    // Until then what is selected may be let go again.
    await moveCaret(page, 'End');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+v');
    await page.keyboard.press('Control+b');
    await page.keyboard.press('Escape');
    await expect(titleEditor(page)).toHaveCount(0);
    expect(await written(page, ghost)).toBe('<paragraph dir="auto">Cold rooms are full by Tuesday</paragraph>');
  });
});

test('[CARD22] two people write in one title at the same time, and both texts stay', async ({ page }) => {
  await twoPeople(page);
  await openTitle(page, card, 0);
  await moveCaret(page, 'Home');
  await page.keyboard.type('Since May: ');
  await page.evaluate((id) => {
    const editor = window.faces?.editors[1];
    editor?.select(id as TLShapeId);
    editor?.setEditingShape(id as TLShapeId);
  }, card);
  await expect(titleEditor(page, 1)).toBeVisible();
  await titleEditor(page, 1).click();
  await moveCaret(page, 'End');
  await page.keyboard.type(', and warm');
  const both = 'Since May: Cold rooms are full by Tuesday, and warm';
  for (const person of [0, 1]) await expect(titleEditor(page, person)).toHaveText(both);
  await page.keyboard.press('Escape');
  await page.evaluate(() => void window.faces?.editors[0]?.complete());
  for (const person of [0, 1]) await expect(shownOn(page, card, person)).toContainText('Since May:');
  expect(await written(page, card)).toBe(`<paragraph dir="auto">${both}</paragraph>`);
});

test('[CARD23] a second place shows its card as it is, is not written in, and is not drawn anew when the card moves', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1900, height: 2150 });
  await openFaces(page);
  await sheet(page);
  await page.evaluate(() => void window.faces?.editors[0]?.setCamera({ x: 0, y: 0, z: 1 }));
  await expect(shownOn(page, mirror)).toContainText('Cold rooms are full by');
  const element = await shownOn(page, mirror).elementHandle();
  const changes = await page.evaluate(
    async ([face, id]) => {
      let count = 0;
      const observer = new MutationObserver((records) => {
        count += records.length;
      });
      if (face !== null)
        observer.observe(face, { subtree: true, childList: true, attributes: true, characterData: true });
      const editor = window.faces?.editors[0];
      const frame = () => new Promise(requestAnimationFrame);
      editor?.updateShape({ id: id as TLShapeId, type: 'card', x: 60 });
      await frame();
      await frame();
      const moved = count;
      editor?.updateShape({ id: id as TLShapeId, type: 'card', props: { kind: 'effect' } });
      await frame();
      await frame();
      return { moved, changed: count > moved };
    },
    [element, card] as const,
  );
  expect(changes).toEqual({ moved: 0, changed: true });
  await expect(shownOn(page, mirror)).toContainText('Effect');
  const canEdit = await page.evaluate((id) => {
    const editor = window.faces?.editors[0];
    const shape = editor?.getShape(id as TLShapeId);
    return shape && editor?.getShapeUtil(shape).canEdit(shape);
  }, mirror);
  expect(canEdit).toBe(false);
});

test('[CARD24] an edge follows both of its cards, is found under the pointer, and stays where they are', async ({
  page,
}) => {
  await openFaces(page);
  await sheet(page);
  const result = await page.evaluate(() => {
    const editor = window.faces?.editors[0];
    if (editor === undefined) throw new Error('no editor');
    const edge = 'shape:edge-0' as TLShapeId;
    const to = 'shape:to-0' as TLShapeId;
    const before = editor.getShapePageBounds(edge);
    editor.updateShape({ id: to, type: 'card', x: 900 });
    const after = editor.getShapePageBounds(edge);
    const middle = editor.getShapeGeometry(edge).vertices[12];
    const found = middle && editor.getShapeAtPoint(middle, { margin: 4 })?.id;
    editor.select(edge);
    editor.nudgeShapes([edge], { x: 50, y: 50 });
    const { x, y } = editor.getShape(edge) ?? { x: -1, y: -1 };
    editor.deleteShapes([to]);
    return {
      grew: Math.round((after?.w ?? 0) - (before?.w ?? 0)),
      found,
      place: { x, y },
      left: editor.getShapeGeometry(edge).vertices.length,
    };
  });
  expect(result).toEqual({ grew: 200, found: 'shape:edge-0', place: { x: 0, y: 0 }, left: 1 });
});

test('[CARD25] in print a card is words, boxes and lines with every colour spelt out; what nobody wrote into has no second place', async ({
  page,
}) => {
  await openFaces(page);
  await sheet(page);
  const svg = await page.evaluate(async () => {
    const editor = window.faces?.editors[0];
    editor?.createShape({
      ...{ id: 'shape:of-ghost' as TLShapeId, type: 'mirror', x: 0, y: 3000 },
      props: { w: 280, h: 160, face: 'card', textSize: 20, pinned: false, of: 'shape:3-1' },
    });
    const ids = ['shape:3-0', 'shape:3-5', 'shape:mirror-card', 'shape:of-ghost', 'shape:edge-0'] as TLShapeId[];
    return (await editor?.getSvgString(ids))?.svg ?? '';
  });
  expect(svg).not.toMatch(/foreignObject|var\(--|color-mix/);
  const words = [...svg.matchAll(/<tspan[^>]*>([^<]*)</g)].map(([, text]) => text);
  const title = ['Cold rooms are full by', 'Tuesday'];
  expect(words).toEqual([
    'Cause',
    ...title,
    'RK',
    'High',
    'Cause',
    'Pick-up hour clashes with',
    'school runs and shifts',
    'VT',
    '5',
    'Voice',
    'Cause',
    ...title,
    'RK',
    'High',
  ]);
});

test('[CARD26] on the boards of the method rows, forms, second places, edges and pictures show the example', async ({
  page,
}) => {
  for (const board of ['root-cause-tree', 'actor-map', 'visioning'] as const) {
    await openFaces(page);
    const shown = await page.evaluate(async (id) => {
      window.faces?.board(id, 'de');
      const editor = window.faces?.editors[0];
      await window.faces?.settle();
      editor?.zoomToFit();
      await new Promise(requestAnimationFrame);
      const shapes = editor?.getCurrentPageShapes() ?? [];
      const routed = shapes.filter(
        (shape) => (shape.type as string) === 'relation' && (editor?.getShapeGeometry(shape).vertices.length ?? 0) > 1,
      );
      return { cards: shapes.filter((shape) => (shape.type as string) === 'card').length, edges: routed.length };
    }, board);
    expect(shown.cards, board).toBeGreaterThan(10);
    if (board !== 'visioning') expect(shown.edges, board).toBeGreaterThan(8);
  }
});
