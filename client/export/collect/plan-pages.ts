import type { Editor, TLFrameShape, TLShape, TLShapeId } from 'tldraw';
import type { Paper } from '../display-list.ts';
import { type Box, invert, type Matrix } from '../matrix.ts';

export interface PagePlan {
  readonly title: string;
  /** For a page whose content has no heading of its own. */
  readonly heading: string | null;
  readonly paper: Paper;
  readonly view: { readonly matrix: Matrix; readonly width: number; readonly height: number };
  readonly framed: boolean;
  readonly shapes: readonly PlannedShape[];
}

export interface PlannedShape {
  readonly id: TLShapeId;
  /** Stands on another page where it can be read. */
  readonly greeked: boolean;
}

export interface PlanOptions {
  readonly texts: {
    /** A frame without a name. */
    readonly unnamed: string;
    /** The page with all that stands outside the frames. */
    readonly outside: string;
  };
  /** Shapes that no page shows, such as untouched starters. */
  readonly leaveOut: (shape: TLShape) => boolean;
}

/** What sticks out of a frame by no more than this still shows in the margin of its page. Board units. */
const bleed = 24;
/** Between the frames of METHOD's A4 and A3. Board units. */
const longestOnA4 = 1920;
const aroundOutside = 60;
const smallestOutside = { width: 1600, height: 1131 };

/**
 * One page for each frame, in the order of the numbers in their names, and one more where something stands outside all
 * frames: nothing that the canvas shows is missing.
 */
export function planPages(editor: Editor, { texts, leaveOut }: PlanOptions): PagePlan[] {
  const frames = pageFrames(editor);
  const shapes = shownShapes(editor, leaveOut);
  const homes = new Map(shapes.map((shape) => [shape.id, homeOf(editor, shape, frames)]));
  const pages = frames.map((frame) => framePage(editor, frame, shapes, homes, texts.unnamed));
  const outside = shapes.filter((shape) => !isWhollyShown(editor, shape, homes.get(shape.id)));
  return outside.length === 0 ? pages : [...pages, outsidePage(editor, texts.outside, outside, [...frames, ...shapes])];
}

const isFrame = (shape: TLShape): shape is TLFrameShape => shape.type === 'frame';

/** Frames that lie on the board itself; one inside another frame is part of that one's page. */
function pageFrames(editor: Editor): TLFrameShape[] {
  const pageId = editor.getCurrentPageId();
  const frames = editor.getCurrentPageShapes().filter(isFrame);
  const onBoard = frames.filter(({ id, parentId }) => parentId === pageId && !editor.isShapeHidden(id));
  return onBoard.sort((a, b) => compareFrames(editor, a, b));
}

/** "2a" comes after "2" and before "10"; frames without a number follow, left to right and top to bottom. */
function compareFrames(editor: Editor, a: TLFrameShape, b: TLFrameShape): number {
  const [numberA, numberB] = [a, b].map(({ props }) => /^\s*(\d+)(\p{L}?)/u.exec(props.name));
  if (numberA && numberB) {
    const byNumber = Number(numberA[1]) - Number(numberB[1]) || (numberA[2] ?? '').localeCompare(numberB[2] ?? '');
    if (byNumber !== 0) return byNumber;
  } else if (numberA || numberB) return numberA ? -1 : 1;
  const [boxA, boxB] = [boxOf(editor, a), boxOf(editor, b)];
  const sameRow = Math.abs(boxA.y - boxB.y) < Math.min(boxA.height, boxB.height) / 2;
  return (sameRow ? boxA.x - boxB.x : boxA.y - boxB.y) || (a.id < b.id ? -1 : 1);
}

/** In the order of drawing; groups draw nothing themselves, and frames on the board are paper. */
function shownShapes(editor: Editor, leaveOut: (shape: TLShape) => boolean): TLShape[] {
  const pageId = editor.getCurrentPageId();
  return editor.getCurrentPageShapesSorted().filter(
    (shape) =>
      shape.type !== 'group' &&
      !(isFrame(shape) && shape.parentId === pageId) &&
      !editor.isShapeHidden(shape) &&
      !leaveOut(shape) &&
      // Cut off by its frame altogether: the canvas does not show it either.
      editor.getShapeMaskedPageBounds(shape) !== undefined,
  );
}

function boxOf(editor: Editor, shape: TLShape): Box {
  const bounds = editor.getShapeMaskedPageBounds(shape.id);
  if (bounds === undefined) return { x: 0, y: 0, width: 0, height: 0 };
  return { x: bounds.x, y: bounds.y, width: bounds.w, height: bounds.h };
}

/** The frame around a shape's middle, or that it is a part of: on that frame's page the shape can be read. */
function homeOf(editor: Editor, shape: TLShape, frames: readonly TLFrameShape[]): TLFrameShape | undefined {
  const parent = frames.find(({ id }) => editor.hasAncestor(shape, id));
  if (parent !== undefined) return parent;
  const { x, y, width, height } = boxOf(editor, shape);
  const middle = { x: x + width / 2, y: y + height / 2 };
  // The frame on top, where frames lie over each other.
  return frames
    .filter((frame) => editor.isPointInShape(frame, middle, { hitInside: true }))
    .sort((a, b) => (a.index < b.index ? 1 : -1))[0];
}

function isWhollyShown(editor: Editor, shape: TLShape, home: TLFrameShape | undefined): boolean {
  if (home === undefined) return false;
  if (editor.hasAncestor(shape, home.id)) return true;
  const inner = boxOf(editor, shape);
  const outer = boxOf(editor, home);
  return (
    inner.x >= outer.x - bleed &&
    inner.y >= outer.y - bleed &&
    inner.x + inner.width <= outer.x + outer.width + bleed &&
    inner.y + inner.height <= outer.y + outer.height + bleed
  );
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function framePage(
  editor: Editor,
  frame: TLFrameShape,
  shapes: readonly TLShape[],
  homes: ReadonlyMap<TLShapeId, TLFrameShape | undefined>,
  unnamed: string,
): PagePlan {
  const box = boxOf(editor, frame);
  const pageId = editor.getCurrentPageId();
  const planned: PlannedShape[] = [];
  for (const shape of shapes) {
    const atHome = homes.get(shape.id)?.id === frame.id;
    // Parts of other frames are cut off by those and never reach into this one.
    const elsewhere = () => !frameAbove(editor, shape, pageId) && overlap(boxOf(editor, shape), box);
    if (atHome || elsewhere()) planned.push({ id: shape.id, greeked: !atHome });
  }
  const { a, b, c, d, e, f } = editor.getShapePageTransform(frame);
  const title = frame.props.name.trim() === '' ? unnamed : frame.props.name.trim();
  const hasHeading = shapes.some(
    (shape) => (shape.type as string) === 'heading' && homes.get(shape.id)?.id === frame.id,
  );
  return {
    title,
    heading: hasHeading ? null : title,
    paper: paperFor(frame.props.w, frame.props.h),
    // A turned frame is laid straight.
    view: { matrix: invert([a, b, c, d, e, f]), width: frame.props.w, height: frame.props.h },
    framed: true,
    shapes: planned,
  };
}

const paperFor = (width: number, height: number): Paper => (Math.max(width, height) > longestOnA4 ? 'A3' : 'A4');

const frameAbove = (editor: Editor, shape: TLShape, pageId: string): boolean =>
  shape.parentId !== pageId && editor.getShapeAncestors(shape).some(isFrame);

function outsidePage(editor: Editor, title: string, outside: readonly TLShape[], all: readonly TLShape[]): PagePlan {
  const view = around(outside.map((shape) => boxOf(editor, shape)));
  const readable = new Set(outside.map(({ id }) => id));
  const order = new Map(editor.getCurrentPageShapesSorted().map(({ id }, index) => [id, index]));
  const shapes = all
    .filter((shape) => readable.has(shape.id) || overlap(boxOf(editor, shape), view))
    .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
    // The names of frames stay readable: they say where things stand.
    .map((shape) => ({ id: shape.id, greeked: !readable.has(shape.id) && !isFrame(shape) }));
  return {
    title,
    heading: title,
    paper: paperFor(view.width, view.height),
    view: { matrix: [1, 0, 0, 1, -view.x, -view.y] satisfies Matrix, width: view.width, height: view.height },
    framed: false,
    shapes,
  };
}

function around(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map(({ x }) => x)) - aroundOutside;
  const top = Math.min(...boxes.map(({ y }) => y)) - aroundOutside;
  const width = Math.max(...boxes.map((box) => box.x + box.width)) + aroundOutside - left;
  const height = Math.max(...boxes.map((box) => box.y + box.height)) + aroundOutside - top;
  const wide = Math.max(width, smallestOutside.width);
  const high = Math.max(height, smallestOutside.height);
  return { x: left - (wide - width) / 2, y: top - (high - height) / 2, width: wide, height: high };
}
