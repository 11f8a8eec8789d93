import type { Editor, TLFrameShape, TLShape, TLShapeId } from 'tldraw';
import { leftOut } from '../left-out.ts';
import { type Box, invert, overlap, unite } from '../matrix.ts';
import { type PagePlan, type PageTexts, type PlannedShape, plainPage } from './page-plan.ts';

/** What sticks out of a frame by no more than this still shows in the margin of its page. Board units. */
const bleed = 24;
/** Between the frames of METHOD's A4 and A3. Board units. */
const longestOnA4 = 1920;
const aroundOutside = 60;
const smallestOutside = { width: 1600, height: 1131 };

/** Of the page with all that stands outside the frames. */
const outsideId = 'outside';

/**
 * One page for each frame, in the order of the numbers in their names, and one more where something stands outside all
 * frames: nothing that the canvas shows is missing, but for starters that nobody took up.
 */
export function planPages(editor: Editor, texts: Omit<PageTexts, 'tree'>): PagePlan[] {
  const { frames, shapes, homes } = surveyOf(editor);
  const pages = frames.map((frame) => framePage(editor, frame, { shapes, homes }, texts.unnamed));
  const outside = shapes.filter((shape) => !isWhollyShown(editor, shape, homes.get(shape.id)));
  if (outside.length === 0) return pages;
  const title = frames.length === 0 ? texts.unnamed : texts.outside;
  return [...pages, outsidePage(editor, title, outside, [...frames, ...shapes])];
}

/** The page of one frame; null for what is no frame on the board itself. */
export function planFrame(editor: Editor, id: TLShapeId): PagePlan | null {
  const { frames, ...survey } = surveyOf(editor);
  const frame = frames.find((each) => each.id === id);
  return frame === undefined ? null : framePage(editor, frame, survey, '');
}

/** Everything that pages show, and where it can be read. */
interface Survey {
  readonly shapes: readonly TLShape[];
  readonly homes: ReadonlyMap<TLShapeId, TLFrameShape | undefined>;
}

function surveyOf(editor: Editor): Survey & { readonly frames: readonly TLFrameShape[] } {
  const frames = pageFrames(editor);
  const shapes = shownShapes(editor).filter((shape) => !isPaper(editor, shape));
  return { frames, shapes, homes: new Map(shapes.map((shape) => [shape.id, homeOf(editor, shape, frames)])) };
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

/** Frames on the board are the paper of their pages. */
const isPaper = (editor: Editor, shape: TLShape): boolean =>
  isFrame(shape) && shape.parentId === editor.getCurrentPageId();

/** In the order of drawing; groups draw nothing themselves. */
export function shownShapes(editor: Editor): TLShape[] {
  const leaveOut = leftOut(editor);
  return editor.getCurrentPageShapesSorted().filter(
    (shape) =>
      shape.type !== 'group' &&
      !editor.isShapeHidden(shape) &&
      !leaveOut(shape) &&
      // Cut off by its frame altogether: the canvas does not show it either.
      editor.getShapeMaskedPageBounds(shape) !== undefined,
  );
}

export function boxOf(editor: Editor, shape: TLShape): Box {
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

function framePage(editor: Editor, frame: TLFrameShape, { shapes, homes }: Survey, unnamed: string): PagePlan {
  const box = boxOf(editor, frame);
  const pageId = editor.getCurrentPageId();
  const planned: PlannedShape[] = [];
  for (const shape of shapes) {
    const atHome = homes.get(shape.id)?.id === frame.id;
    // Parts of other frames are cut off by those and never reach into this one.
    const elsewhere = () => !frameAbove(editor, shape, pageId) && overlap(boxOf(editor, shape), box);
    if (atHome || elsewhere()) planned.push({ id: shape.id, words: atHome ? 'read' : 'bars', instead: null });
  }
  const { a, b, c, d, e, f } = editor.getShapePageTransform(frame);
  const title = frame.props.name.trim() === '' ? unnamed : frame.props.name.trim();
  const hasHeading = shapes.some(
    (shape) => (shape.type as string) === 'heading' && homes.get(shape.id)?.id === frame.id,
  );
  return {
    ...plainPage,
    id: frame.id,
    title,
    heading: hasHeading ? null : title,
    drawnFor: paperFor(frame.props.w, frame.props.h),
    // A turned frame is laid straight.
    view: { matrix: invert([a, b, c, d, e, f]), width: frame.props.w, height: frame.props.h },
    framed: true,
    shapes: planned,
  };
}

export const paperFor = (width: number, height: number): PagePlan['drawnFor'] =>
  Math.max(width, height) > longestOnA4 ? 'A3' : 'A4';

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
    .map(
      (shape): PlannedShape => ({
        id: shape.id,
        words: readable.has(shape.id) || isFrame(shape) ? 'read' : 'bars',
        instead: null,
      }),
    );
  return {
    ...plainPage,
    id: outsideId,
    title,
    heading: title,
    drawnFor: paperFor(view.width, view.height),
    view: viewOf(view),
    framed: false,
    shapes,
  };
}

/** Of an upright part of the board. */
export const viewOf = ({ x, y, width, height }: Box): PagePlan['view'] => ({
  matrix: [1, 0, 0, 1, -x, -y],
  width,
  height,
});

/** Room around shapes, and no less than a sheet. */
function around(boxes: readonly Box[]): Box {
  const inner = unite(boxes);
  const width = Math.max(inner.width + 2 * aroundOutside, smallestOutside.width);
  const height = Math.max(inner.height + 2 * aroundOutside, smallestOutside.height);
  return { x: inner.x - (width - inner.width) / 2, y: inner.y - (height - inner.height) / 2, width, height };
}
