import type { Editor, TLShape } from 'tldraw';
import type { CollectedPage } from '../compose/report-input.ts';
import type { ClipOp, DisplayItem, ItemLink, Op } from '../display-list.ts';
import { type Box, invert, mapBox } from '../matrix.ts';
import { clustersIn, withoutNames } from './cluster-names.ts';
import type { Drawer, Layers } from './draw-shapes.ts';
import { figureOf } from './figures.ts';
import { linkOfShape } from './links.ts';
import type { PagePlan, PlannedShape } from './page-plan.ts';
import { boxOf } from './plan-pages.ts';
import { type ReadTogether, readingOrder } from './reading-order.ts';

interface Placed {
  readonly planned: PlannedShape;
  readonly shape: TLShape;
  /** In units of the page's view. */
  readonly box: Box;
  readonly zIndex: { readonly back: number; readonly front: number };
  readonly layers: Layers;
}

/**
 * Draws what a page has on it.
 * @throws the signal's reason once it is aborted
 */
export async function collectPage(
  editor: Editor,
  plan: PagePlan,
  drawer: Drawer,
  signal: AbortSignal,
): Promise<CollectedPage> {
  const placed = await place(editor, plan, drawer, signal);
  const clusters = new Map(
    placed.map(({ shape }) => [shape, clustersIn(editor, shape, boxOf(editor, shape), plan.view.matrix)]),
  );
  const ranks = readingOrder(
    placed.map(({ shape: { id, type }, box }) => ({ id, type, box })),
    [...clusters.values()].flat(),
  );
  const items = placed.flatMap(({ planned: { id, words, figure: instead }, shape, box, zIndex, layers }) => {
    const { figure, after } = words === 'read' ? figureOf(editor, shape) : { figure: null, after: null };
    const common = {
      id,
      readingRank: ranks.get(after ?? id) ?? ranks.get(id) ?? 0,
      greeked: words === 'bars',
      // Seen but not told: it is told elsewhere.
      figure: instead ?? (words === 'seen' ? '' : figure),
      structure: [],
    };
    const link = words === 'read' ? linkOn(plan, shape, box) : null;
    return (['back', 'front'] as const)
      .map((layer) => ({
        zIndex: zIndex[layer],
        item: { ...common, ...(layer === 'front' && link !== null && { link }), ops: cut(plan, box, layers[layer]) },
      }))
      .flatMap(({ zIndex, item }) =>
        namesApart(item, clusters.get(shape) ?? [], ranks).map((part) => ({ zIndex, item: part })),
      )
      .filter(({ item }) => item.ops.length > 0);
  });
  items.sort((a, b) => a.zIndex - b.zIndex);
  const { shapes: _shapes, behind, front, cutBelow: _cutBelow, ...page } = plan;
  const below = behind.map(({ after, ...item }): DisplayItem => ({ ...item, readingRank: ranks.get(after) ?? 0 }));
  return { ...page, items: [...below, ...items.map(({ item }): DisplayItem => item), ...front] };
}

/** The names of clusters are told each before its cards, and not where the shape stands that draws them. */
function namesApart(
  item: DisplayItem,
  clusters: readonly ReadTogether[],
  ranks: ReadonlyMap<string, number>,
): readonly DisplayItem[] {
  const { rest, names } = withoutNames(item.ops, clusters.length);
  const told = names.flatMap((op, index): DisplayItem[] => {
    const id = clusters[index]?.id ?? item.id;
    return [{ ...item, id, readingRank: ranks.get(id) ?? item.readingRank, ops: [op] }];
  });
  return [{ ...item, ops: rest }, ...told];
}

async function place(editor: Editor, plan: PagePlan, drawer: Drawer, signal: AbortSignal): Promise<readonly Placed[]> {
  const wanted = plan.shapes.flatMap((planned) => {
    const rendering = drawer.rendering.get(planned.id);
    if (rendering === undefined) return [];
    const shape = planned.instead ?? rendering.shape;
    return [{ planned, rendering: { ...rendering, shape } }];
  });
  const drawn = await drawer.draw(
    wanted.map(({ rendering }) => rendering),
    signal,
  );
  return wanted.flatMap(({ planned, rendering: { id, shape, index, backgroundIndex } }): Placed[] => {
    const layers = drawn.get(id);
    if (layers === undefined) return [];
    const box = planned.instead === null ? boxOf(editor, shape) : ownBox(planned.instead);
    return [
      { planned, shape, layers, box: mapBox(plan.view.matrix, box), zIndex: { back: backgroundIndex, front: index } },
    ];
  });
}

/** Over the part of the shape that the page shows. */
function linkOn({ view, cutBelow }: PagePlan, shape: TLShape, box: Box): ItemLink | null {
  const url = linkOfShape(shape);
  const [x, y] = [Math.max(0, box.x), Math.max(0, box.y)];
  const width = Math.min(view.width, box.x + box.width) - x;
  const height = Math.min(cutBelow ?? view.height, box.y + box.height) - y;
  if (url === null || width <= 0 || height <= 0) return null;
  return { url, box: mapBox(invert(view.matrix), { x, y, width, height }) };
}

function ownBox({ x, y, props }: TLShape): Box {
  const { w, h } = props as { readonly w: number; readonly h: number };
  return { x, y, width: w, height: h };
}

function cut({ cutBelow, view }: PagePlan, box: Box, ops: readonly Op[]): readonly Op[] {
  if (cutBelow === null || box.y + box.height <= cutBelow || ops.length === 0) return ops;
  const clip: ClipOp = {
    ...{ op: 'clip', matrix: invert(view.matrix), evenOdd: false },
    // Everywhere but below.
    d: `M${-view.width} ${-view.height}H${2 * view.width}V${cutBelow}H${-view.width}Z`,
    ops,
  };
  return [clip];
}
