import type { Editor } from 'tldraw';
import type { DisplayItem, PathOp } from '../display-list.ts';
import { type Box, identity, invert, mapBox, multiply, overlap } from '../matrix.ts';
import type { PagePlan, PlannedShape, Words } from './page-plan.ts';
import { boxOf } from './plan-pages.ts';
import { typeSizeOf } from './type-size.ts';

/** What paper leaves for a page's content. Points, long side first. */
const roomOn = { A4: [806, 545], A3: [1154, 791] } as const;
/** Points. Smaller letters are not read on paper. */
const smallestType = 6;
/** From here on a page is one of small letters and not one with a few of them. */
const fewestSmall = 4;
const smallShare = 0.25;
/** Pieces along the longer and the shorter side, the fewest first. */
const grids = [
  [2, 1],
  [2, 2],
  [3, 2],
  [3, 3],
  [4, 3],
  [4, 4],
] as const;
/** Of a piece, beyond each of its edges: what one edge cuts stands whole on the next piece. */
const beyond = 0.03;
/** Height of the key below a piece, of the piece's. */
const keyShare = 0.07;

/**
 * A page whose letters would be too small for its paper: the whole, then pieces that overlap a little, each with a key to
 * where it lies. A word can be read once, on the whole where it is large enough there, else on the piece that it belongs to.
 * @returns the page alone where it can be read
 */
export function splitPage(editor: Editor, plan: PagePlan): readonly PagePlan[] {
  const small = smallShapes(editor, plan);
  if (small === null) return [plan];
  const { width, height } = plan.view;
  const fits = ([long, short]: readonly [number, number]): boolean => {
    const [across, down] = width >= height ? [long, short] : [short, long];
    const piece = {
      width: (width / across) * (1 + 2 * beyond),
      height: (height / down) * (1 + 2 * beyond) * (1 + keyShare),
    };
    return small.size * scaleOf({ ...plan, view: { ...plan.view, ...piece } }) >= smallestType;
  };
  const [long, short] = grids.find(fits) ?? grids[grids.length - 1] ?? [1, 1];
  const [columns, rows] = width >= height ? [long, short] : [short, long];
  const words = (id: string, here: Words): Words => (small.ids.has(id) ? here : 'read');
  const whole = { ...plan, shapes: plan.shapes.map((each) => weaker(each, words(each.id, 'bars'))) };
  const pieces = Array.from({ length: columns * rows }, (_, index): PagePlan => {
    const [w, h] = [width / columns, height / rows];
    const cell = { x: (index % columns) * w, y: Math.floor(index / columns) * h, width: w, height: h };
    return pieceOf(editor, plan, cell, small.ids);
  }).filter(({ shapes }) => shapes.some((each) => each.words === 'read'));
  return [
    whole,
    ...pieces.map((piece, index): PagePlan => {
      const title = `${plan.title} (${index + 1}/${pieces.length})`;
      return { ...piece, id: `${plan.id}:${index + 1}`, title, heading: title };
    }),
  ];
}

/** Points of the paper per unit of the board. */
function scaleOf({ drawnFor, view: { width, height } }: PagePlan): number {
  const [long, short] = roomOn[drawnFor];
  return Math.min(long / Math.max(width, height), short / Math.min(width, height));
}

/** @returns shapes in letters too small for the page, with the smallest of these; null where they are few. */
function smallShapes(
  editor: Editor,
  plan: PagePlan,
): { readonly ids: ReadonlySet<string>; readonly size: number } | null {
  const sized = plan.shapes.flatMap(({ id, words }) => {
    const shape = words === 'read' ? editor.getShape(id) : undefined;
    const size = shape === undefined ? null : typeSizeOf(shape);
    return size === null ? [] : [{ id, size }];
  });
  const scale = scaleOf(plan);
  const small = sized.filter(({ size }) => size * scale < smallestType);
  if (small.length < fewestSmall || small.length < smallShare * sized.length) return null;
  return { ids: new Set(small.map(({ id }) => id)), size: Math.min(...small.map(({ size }) => size)) };
}

/** @param cell in units of the page's view */
function pieceOf(editor: Editor, plan: PagePlan, cell: Box, small: ReadonlySet<string>): PagePlan {
  const { width, height, matrix } = plan.view;
  const [left, top] = [Math.max(0, cell.x - beyond * cell.width), Math.max(0, cell.y - beyond * cell.height)];
  const wide = {
    ...{ x: left, y: top },
    width: Math.min(width, cell.x + (1 + beyond) * cell.width) - left,
    height: Math.min(height, cell.y + (1 + beyond) * cell.height) - top,
  };
  const shapes = plan.shapes.flatMap((each): PlannedShape[] => {
    const shape = editor.getShape(each.id);
    const box = shape === undefined ? null : mapBox(matrix, boxOf(editor, shape));
    if (box === null || !overlap(box, wide)) return [];
    if (!small.has(each.id)) return [weaker(each, 'seen')];
    return [weaker(each, isMiddleIn(box, cell) ? 'read' : 'bars')];
  });
  const key = wide.height * keyShare;
  const view = {
    matrix: multiply([1, 0, 0, 1, -wide.x, -wide.y], matrix),
    width: wide.width,
    height: wide.height + key,
  };
  const mark = keyMark(
    { x: wide.width - (key * width) / height, y: wide.height + key * 0.15, height: key * 0.7 },
    plan,
    cell,
  );
  const front = mark.map((op): PathOp => ({ ...op, matrix: multiply(invert(view.matrix), op.matrix) }));
  return {
    ...plan,
    view,
    shapes,
    front: [...plan.front, keyItem(front)],
    cutBelow: wide.height,
  };
}

const strength: readonly Words[] = ['bars', 'seen', 'read'];

/** No more than it is on the page that is split. */
const weaker = (shape: PlannedShape, words: Words): PlannedShape =>
  strength.indexOf(words) < strength.indexOf(shape.words) ? { ...shape, words } : shape;

/** Every middle is in one of the cells. */
function isMiddleIn(box: Box, cell: Box): boolean {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  return x >= cell.x && x < cell.x + cell.width && y >= cell.y && y < cell.y + cell.height;
}

const keyItem = (ops: readonly PathOp[]): DisplayItem => ({
  ...{ id: 'key', readingRank: 0, greeked: false },
  ...{ figure: '', structure: [], ops },
});

/** The whole sheet in small, with the piece filled in. */
function keyMark(place: Omit<Box, 'width'>, { view }: PagePlan, cell: Box): readonly PathOp[] {
  const scale = place.height / view.height;
  const rectangle = ({ x, y, width, height }: Box): string =>
    `M${place.x + x * scale} ${place.y + y * scale}h${width * scale}v${height * scale}h${-width * scale}Z`;
  const line = { paint: { colour: '#5e6865', alpha: 1 }, width: place.height / 24 };
  const plain = { op: 'path', matrix: identity, evenOdd: false } as const;
  return [
    { ...plain, d: rectangle(cell), fill: { colour: '#8fb0a6', alpha: 1 }, stroke: null },
    {
      ...plain,
      d: rectangle({ x: 0, y: 0, width: view.width, height: view.height }),
      fill: null,
      stroke: { ...line, dash: [], dashOffset: 0, cap: 'butt', join: 'miter' },
    },
  ];
}
