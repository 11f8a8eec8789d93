import type { TLArrowBinding, TLFrameShape, TLRecord } from '@tldraw/tlschema';
import { type BoardShape, isShape } from './read-board.ts';
import type { ZoneShape } from './template-shapes.ts';

/** Where shapes are, as pure geometry: cards belong to the page, so which frame and zone one is in is where its centre is. */

export type Records = ReadonlyMap<string, TLRecord>;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Side of a note at scale 1. */
export const noteSize = 200;
/** Height of one line of text at tldraw's sizes, in board units; a text shape does not store its height. */
const textLine: Readonly<Record<string, number>> = { s: 24, m: 32, l: 49, xl: 59 };

/** What is asked of a board to say where something in it is. */
export interface BoardLookup {
  readonly get: (id: string) => TLRecord | undefined;
  /** Ids of the shapes in a shape. */
  readonly childrenOf: (id: string) => Iterable<string>;
  /** Id of what an end of an arrow is bound to. */
  readonly targetOf: (arrowId: string, terminal: 'start' | 'end') => string | undefined;
}

/** Page coordinates of a point of a shape: through every parent up to the page. */
function toPage({ get }: Pick<BoardLookup, 'get'>, shape: BoardShape, point: Point): Point {
  const seen = new Set<string>();
  let at = point;
  let current: TLRecord | undefined = shape;
  while (isShape(current) && !seen.has(current.id)) {
    seen.add(current.id);
    const [cos, sin] = [Math.cos(current.rotation), Math.sin(current.rotation)];
    at = { x: current.x + at.x * cos - at.y * sin, y: current.y + at.x * sin + at.y * cos };
    current = get(current.parentId);
  }
  return at;
}

/** A page point in a shape's own coordinates. */
function fromPage(records: Pick<BoardLookup, 'get'>, shape: BoardShape, point: Point): Point {
  const origin = toPage(records, shape, { x: 0, y: 0 });
  const right = toPage(records, shape, { x: 1, y: 0 });
  const [cos, sin] = [right.x - origin.x, right.y - origin.y];
  const [x, y] = [point.x - origin.x, point.y - origin.y];
  return { x: x * cos + y * sin, y: y * cos - x * sin };
}

export interface Place {
  readonly frame: TLFrameShape | null;
  readonly zone: ZoneShape | null;
}

export interface Geometry {
  /** Centre in page coordinates. Sizes that only a canvas measures are taken as they were stored. */
  readonly centreOf: (shape: BoardShape) => Point;
  readonly placeOf: (shape: BoardShape) => Place;
}

/** Geometry of one state of a board: what has to be found in all records is found once. */
export function createGeometry(records: Records): Geometry {
  const shapes = [...records.values()].filter(isShape);
  const frames = shapes.filter((shape) => shape.type === 'frame');
  const zones = shapes.filter((shape) => shape.type === 'zone');
  const board = lookUp(records, shapes);
  const centreOf = createCentres(board);
  const placeOf = (shape: BoardShape): Place => {
    const centre = centreOf(shape);
    const zone = innermost(board, zones, centre, shape);
    // A zone stands in its frame; outside of every zone it is the frame under the centre.
    const frame = frames.find(({ id }) => id === zone?.parentId);
    return { frame: frame ?? innermost(board, frames, centre, shape), zone };
  };
  return { centreOf, placeOf };
}

/** @param shapes of the records */
export function lookUp(records: Records, shapes = [...records.values()].filter(isShape)): BoardLookup {
  const children = new Map<string, string[]>();
  for (const shape of shapes) {
    const siblings = children.get(shape.parentId);
    if (siblings === undefined) children.set(shape.parentId, [shape.id]);
    else siblings.push(shape.id);
  }
  const targets = new Map<string, string>();
  for (const record of records.values()) {
    if (record.typeName !== 'binding' || record.type !== 'arrow') continue;
    targets.set(`${record.fromId} ${(record as TLArrowBinding).props.terminal}`, record.toId);
  }
  return {
    get: (id) => records.get(id as TLRecord['id']),
    childrenOf: (id) => children.get(id) ?? [],
    targetOf: (arrowId, terminal) => targets.get(`${arrowId} ${terminal}`),
  };
}

/** Centres in page coordinates. */
export function createCentres(board: BoardLookup): Geometry['centreOf'] {
  /** @param above shapes whose centre is being asked for: a damaged board may hold a group in itself. */
  const centreOf = (shape: BoardShape, above: ReadonlySet<string>): Point => {
    if (above.has(shape.id)) return toPage(board, shape, { x: 0, y: 0 });
    const around = new Set(above).add(shape.id);
    if (shape.type === 'group') {
      const children = [...board.childrenOf(shape.id)].map(board.get).filter(isShape);
      const centres = children.map((child) => centreOf(child, around));
      return centres.length > 0 ? middle(centres) : toPage(board, shape, { x: 0, y: 0 });
    }
    if (shape.type !== 'arrow') return toPage(board, shape, localCentre(shape));
    // A bound end is where its target is: its own coordinates are those of the moment it was drawn.
    const ends = (['start', 'end'] as const).map((terminal) => {
      const target = board.get(board.targetOf(shape.id, terminal) ?? '');
      return isShape(target) ? centreOf(target, around) : toPage(board, shape, shape.props[terminal]);
    });
    return middle(ends);
  };
  return (shape) => centreOf(shape, new Set());
}

const localCentre = (shape: BoardShape): Point => pointIn(localBox(shape), { x: 0.5, y: 0.5 });

interface Box extends Point {
  readonly w: number;
  readonly h: number;
}

/** Point of a box at a fraction of its width and height. */
export const pointIn = ({ x, y, w, h }: Box, anchor: Point): Point => ({ x: x + w * anchor.x, y: y + h * anchor.y });

/**
 * The box around a shape in its own coordinates. Groups and arrows have none of their own. Heights that only a canvas
 * measures are taken as they were stored.
 */
export function localBox(shape: BoardShape): Box {
  switch (shape.type) {
    case 'note': {
      const { scale, growY = 0 } = shape.props as { scale: number; growY?: number };
      return { x: 0, y: 0, w: noteSize * scale, h: (noteSize + growY) * scale };
    }
    case 'text': {
      const { w, scale, size, richText } = shape.props;
      return { x: 0, y: 0, w: w * scale, h: richText.content.length * (textLine[size] ?? 32) * scale };
    }
    case 'draw':
    case 'highlight':
      return boxAround(shape.props.segments.flatMap(({ points }) => points));
    case 'line':
      return boxAround(Object.values(shape.props.points));
    default: {
      const { w = 0, h = 0 } = shape.props as { w?: number; h?: number };
      return { x: 0, y: 0, w, h };
    }
  }
}

/** Not by spreading into Math.min: a drawing may have more points than a call may have arguments. */
function boxAround(points: readonly Point[]): Box {
  const [first] = points;
  if (first === undefined) return { x: 0, y: 0, w: 0, h: 0 };
  let [left, top, right, bottom] = [first.x, first.y, first.x, first.y];
  for (const { x, y } of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return { x: left, y: top, w: right - left, h: bottom - top };
}

const middle = (points: readonly Point[]): Point => pointIn(boxAround(points), { x: 0.5, y: 0.5 });

/** The smallest shape around a point, because cells lie in zones and inner rings in outer ones. */
function innermost<Shape extends TLFrameShape | ZoneShape>(
  board: BoardLookup,
  shapes: readonly Shape[],
  point: Point,
  self: BoardShape,
): Shape | null {
  let best: Shape | null = null;
  for (const shape of shapes) {
    if (shape.id === self.id || !contains(board, shape, point)) continue;
    if (best === null || area(shape) < area(best)) best = shape;
  }
  return best;
}

const area = ({ props }: TLFrameShape | ZoneShape): number => props.w * props.h;

/** Edges count as inside. */
export function contains(board: Pick<BoardLookup, 'get'>, shape: TLFrameShape | ZoneShape, point: Point): boolean {
  const { w, h } = shape.props;
  const { x, y } = fromPage(board, shape, point);
  if ('form' in shape.props && shape.props.form === 'ellipse') {
    return ((2 * x) / w - 1) ** 2 + ((2 * y) / h - 1) ** 2 <= 1;
  }
  return x >= 0 && y >= 0 && x <= w && y <= h;
}
