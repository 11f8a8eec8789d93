import type { Editor, TLRenderingShape, TLShape, TLShapeId } from 'tldraw';
import type { DisplayItem, DisplayPage, Op } from '../display-list.ts';
import { type Box, mapBox } from '../matrix.ts';
import { createImageStore } from './images.ts';
import type { PagePlan } from './plan-pages.ts';
import { readSvg } from './read-svg.ts';
import { readingOrder } from './reading-order.ts';
import { createRenderer, drawnShapes, renderingShapes, type ShapeLayer } from './render-shapes.tsx';
import { loadTextFaces } from './text-faces.ts';

export interface Collected {
  readonly pages: readonly DisplayPage[];
  readonly images: Readonly<Record<string, string>>;
  /** Kinds of shapes that a box stands for. */
  readonly undrawnKinds: readonly string[];
}

export interface CollectOptions {
  readonly signal: AbortSignal;
  /** Told before each page. */
  readonly onPage: (index: number) => void;
}

/** How long the browser waits for us at most, aimed at, before it may paint and answer again. */
const batchMs = 40;

type Layers = Readonly<Record<ShapeLayer, readonly Op[]>>;

/**
 * Reads the pages off the canvas, in small batches so that the board stays alive.
 * @throws the signal's reason once it is aborted
 */
export async function collectBoard(
  editor: Editor,
  plans: readonly PagePlan[],
  { signal, onPage }: CollectOptions,
): Promise<Collected> {
  await loadTextFaces(editor);
  const undrawnKinds = new Set<string>();
  const render = createRenderer(editor, ({ type }) => undrawnKinds.add(type));
  const images = createImageStore();
  const measuring = openMeasuringPlace();
  const rendering = new Map(renderingShapes(editor).map((shape) => [shape.id, shape]));
  const drawn = new Map<TLShapeId, Layers>();
  let batchSize = 8;

  const draw = async (shapes: readonly TLRenderingShape[]): Promise<void> => {
    const svg = await render(shapes);
    if (svg === null) return;
    const start = performance.now();
    for (const { id, layer, element } of drawnShapes(svg)) {
      const ops = withRoles(
        rendering.get(id)?.shape,
        readSvg({ measuring: measuring.place, addImage: images.add }, element),
      );
      drawn.set(id, { ...(drawn.get(id) ?? { front: [], back: [] }), [layer]: ops });
    }
    // Drawing takes about as long as reading, and both share the time.
    const tookMs = 2 * (performance.now() - start);
    batchSize = Math.round(Math.min(150, Math.max(4, (batchSize * batchMs) / Math.max(tookMs, 1))));
  };

  try {
    const pages: DisplayPage[] = [];
    for (const [index, plan] of plans.entries()) {
      onPage(index);
      const waiting = plan.shapes.flatMap(({ id }) => (drawn.has(id) ? [] : (rendering.get(id) ?? [])));
      while (waiting.length > 0) {
        await nextTurn();
        signal.throwIfAborted();
        await draw(waiting.splice(0, batchSize));
      }
      pages.push(pageOf(editor, plan, rendering, drawn));
    }
    signal.throwIfAborted();
    return { pages, images: await images.resolve(), undrawnKinds: [...undrawnKinds] };
  } finally {
    measuring.close();
  }
}

/** Lets the browser paint and answer. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Outside the canvas, so that neither its theme nor its zoom reaches the text; out of sight and out of reach. */
function openMeasuringPlace(): { readonly place: HTMLElement; readonly close: () => void } {
  const place = document.createElement('div');
  place.className = 'tl-container tl-theme__light tl-theme__force-sRGB';
  place.inert = true;
  place.dataset.measured = '';
  place.style.cssText =
    'position:fixed;inset:0 auto auto 0;width:0;height:0;overflow:hidden;visibility:hidden;pointer-events:none;contain:layout style';
  // Links in the product's green, in the light theme whatever the page has.
  place.style.setProperty('--color-primary', '#175c4c');
  document.body.append(place);
  return { place, close: () => place.remove() };
}

/** What a template's scenery is to somebody who has the page read out. */
function withRoles(shape: TLShape | undefined, ops: readonly Op[]): readonly Op[] {
  const type: string | undefined = shape?.type;
  if (type !== 'heading' && type !== 'zone') return ops;
  const told = ops.map((op): Op => {
    if (op.op === 'clip') return { ...op, ops: withRoles(shape, op.ops) };
    if (op.op !== 'text') return op;
    const heads = op.blocks.some(({ runs }) =>
      runs.some(({ family, weight }) => (type === 'heading' ? family === 'title' : weight >= 700)),
    );
    const role = type === 'heading' ? 'title' : 'heading';
    return heads ? { ...op, blocks: op.blocks.map((block) => ({ ...block, role })) } : op;
  });
  // The heading of a page comes before the signs beside it, which it does not overlap.
  return type === 'heading' ? [...told.filter(isTitle), ...told.filter((op) => !isTitle(op))] : told;
}

const isTitle = (op: Op): boolean =>
  op.op === 'clip' ? op.ops.some(isTitle) : op.op === 'text' && op.blocks.some(({ role }) => role === 'title');

function pageOf(
  editor: Editor,
  { shapes, title, heading, paper, view, framed }: PagePlan,
  rendering: ReadonlyMap<TLShapeId, TLRenderingShape>,
  drawn: ReadonlyMap<TLShapeId, Layers>,
): DisplayPage {
  const planned = shapes.flatMap(({ id, greeked }) => {
    const shape = rendering.get(id);
    const layers = drawn.get(id);
    return shape === undefined || layers === undefined ? [] : [{ id, greeked, shape, layers }];
  });
  const ranks = readingOrder(
    planned.map(({ id, shape }) => ({ id, type: shape.shape.type, box: mapBox(view.matrix, pageBox(editor, id)) })),
  );
  const items = planned.flatMap(({ id, greeked, shape, layers }): { zIndex: number; item: DisplayItem }[] => {
    const item = (ops: readonly Op[]): DisplayItem => ({ id, greeked, readingRank: ranks.get(id) ?? 0, ops });
    return [
      { zIndex: shape.backgroundIndex, item: item(layers.back) },
      { zIndex: shape.index, item: item(layers.front) },
    ].filter(({ item: { ops } }) => ops.length > 0);
  });
  items.sort((a, b) => a.zIndex - b.zIndex);
  return { title, heading, paper, view, framed, items: items.map(({ item }) => item) };
}

function pageBox(editor: Editor, id: TLShapeId): Box {
  const bounds = editor.getShapePageBounds(id);
  return bounds === undefined
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: bounds.x, y: bounds.y, width: bounds.w, height: bounds.h };
}
