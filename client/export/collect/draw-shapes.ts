import type { Editor, TLImageShape, TLRenderingShape, TLShape, TLShapeId } from 'tldraw';
import { openHiddenPlace } from '../../canvas/hidden-place.ts';
import type { Op, PathOp } from '../display-list.ts';
import { nextTurn, sliceMs } from '../next-turn.ts';
import { createImageStore } from './images.ts';
import { readSvg } from './read-svg.ts';
import { createRenderer, drawnShapes, renderingShapes, type ShapeLayer } from './render-shapes.tsx';
import { tellRoles } from './tell-roles.ts';

export type Layers = Readonly<Record<ShapeLayer, readonly Op[]>>;

const noLayers: Layers = { front: [], back: [] };

/** Reads what shapes draw, each once, in small batches so that the page stays alive. */
export interface Drawer {
  /** Every shape of the page with its place in the order of drawing. */
  readonly rendering: ReadonlyMap<TLShapeId, TLRenderingShape>;
  /** @throws the signal's reason once it is aborted */
  draw(shapes: readonly TLRenderingShape[], signal: AbortSignal): Promise<ReadonlyMap<TLShapeId, Layers>>;
  /** As JPEG or PNG by the name that the operations use. */
  images(): Readonly<Record<string, string>>;
  /** Kinds of shapes that a box stands for. */
  undrawnKinds(): readonly string[];
  close(): void;
}

/** Shapes that are drawn at once. */
const batchLeast = 6;
const batchMost = 100;

function boxInstead(editor: Editor, shape: TLShape): PathOp {
  const { a, b, c, d, e, f } = editor.getShapePageTransform(shape);
  const { x, y, w, h } = editor.getShapeGeometry(shape).bounds;
  const stroke = { paint: { colour: '#85857a', alpha: 1 }, width: 2, dash: [8, 6], dashOffset: 0 } as const;
  return {
    ...{ op: 'path', matrix: [a, b, c, d, e, f], d: `M${x} ${y}h${w}v${h}h${-w}z`, fill: null, evenOdd: false },
    stroke: { ...stroke, cap: 'butt', join: 'miter' },
  };
}

/** Its picture is there once it is drawn. */
async function readPicture(editor: Editor, shape: TLShape): Promise<void> {
  if (shape.type === 'image') await editor.resolveAssetUrl((shape as TLImageShape).props.assetId, {});
}

export function createDrawer(editor: Editor): Drawer {
  const undrawnKinds = new Set<string>();
  const render = createRenderer(editor, ({ type }) => undrawnKinds.add(type));
  const images = createImageStore();
  const measuring = openHiddenPlace();
  measuring.element.dataset.measured = '';
  // Links in the product's green, in the light theme whatever the page has.
  measuring.element.style.setProperty('--color-primary', '#175c4c');
  const rendering = new Map(renderingShapes(editor).map((shape) => [shape.id, shape]));
  const drawn = new WeakMap<TLShape, Layers>();
  let batchSize = batchLeast;

  /** One shape that cannot be read must not take the others with it. */
  const readShape = (shape: TLShape, element: SVGGraphicsElement): readonly Op[] => {
    try {
      return tellRoles(shape, readSvg({ measuring: measuring.element, addImage: images.add }, element));
    } catch {
      undrawnKinds.add(shape.type);
      return [boxInstead(editor, shape)];
    }
  };

  const drawBatch = async (batch: readonly TLRenderingShape[]): Promise<void> => {
    const shapes = new Map(batch.map(({ id, shape }) => [id, shape]));
    // Groups draw nothing of their own.
    const missing = new Set([...shapes.values()].filter(({ type }) => type !== 'group'));
    for (const shape of shapes.values()) drawn.set(shape, noLayers);
    // tldraw waits for them for a few seconds only, and then leaves them out without a word.
    await Promise.all([...shapes.values()].map((shape) => readPicture(editor, shape)));
    const start = performance.now();
    const svg = await render(batch);
    for (const { id, layer, element } of svg === null ? [] : drawnShapes(svg)) {
      const shape = shapes.get(id);
      if (shape === undefined) continue;
      const ops = readShape(shape, element);
      drawn.set(shape, { ...(drawn.get(shape) ?? noLayers), [layer]: ops });
      missing.delete(shape);
    }
    for (const shape of missing) {
      undrawnKinds.add(shape.type);
      drawn.set(shape, { ...noLayers, front: [boxInstead(editor, shape)] });
    }
    // What draws and what reads wait for each other, so that each has a part of the time.
    const faster = (1.5 * sliceMs) / Math.max(performance.now() - start, 1);
    batchSize = Math.round(Math.min(batchMost, Math.max(batchLeast, batchSize * Math.min(2, Math.max(0.5, faster)))));
  };

  return {
    rendering,
    async draw(shapes, signal) {
      const waiting = shapes.filter(({ shape }) => !drawn.has(shape));
      while (waiting.length > 0) {
        await nextTurn();
        signal.throwIfAborted();
        await drawBatch(waiting.splice(0, batchSize));
      }
      return new Map(shapes.map(({ id, shape }) => [id, drawn.get(shape) ?? noLayers]));
    },
    images: images.all,
    undrawnKinds: () => [...undrawnKinds].sort(),
    close: measuring.close,
  };
}
