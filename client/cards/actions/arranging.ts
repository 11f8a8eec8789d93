import type { TLShape, TLShapeId } from 'tldraw';
import type { CardShape, MirrorShape } from '../../../shared/board/card-shapes.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import type { Item, Placement } from '../../../shared/method/behaviours/behaviour.ts';
import { nextPlace, type Page, type PlacedScene, planScene, shifted } from '../../../shared/method/behaviours/scene.ts';
import { continuationRecords } from '../../../shared/method/behaviours/scene-continuation.ts';
import type { Box, Frame } from '../../../shared/method/template.ts';
import type { Draft } from './draft.ts';
import { originOf } from './scenes.ts';

/**
 * Gives everything in a scene its place. Where somebody else is writing, nobody's words move away under them: only what
 * this action has moved takes a place.
 */
export function arrange(draft: Draft, scene: PlacedScene, moved: ReadonlySet<string>): void {
  const writing = draft.writtenIn();
  if (scene.items.some(({ id, cardId }) => writing.has(id) || writing.has(cardId))) {
    for (const item of scene.items) if (moved.has(item.id) && !item.pinned) placeBeside(draft, scene, item);
    return;
  }
  const { moves, pages, covered } = planScene(scene);
  for (const page of pages) addPage(draft, scene.frame, page);
  if (covered.length > 0) draft.editor.deleteShapes(covered as TLShapeId[]);
  for (const move of moves) place(draft, move);
}

/** A free place, or on top of the others, a little apart from what lies there already. */
function placeBeside(draft: Draft, scene: PlacedScene, item: Item): void {
  const items = scene.items.filter(({ id }) => id !== item.id);
  const zone = scene.zones.find(({ id }) => id === item.zoneId);
  if (zone === undefined) return;
  const next = nextPlace({ ...scene, items }, zone, item.fields);
  if (next !== null) {
    place(draft, { ...next, id: item.id, box: shifted(next.box, originOf(scene)) });
    return;
  }
  const shape = draft.editor.getShape(item.id as TLShapeId) as CardShape | MirrorShape | undefined;
  if (shape === undefined) return;
  const apart = besideOthers(item.box, items);
  const { face, textSize } = shape.props;
  place(draft, { id: item.id, box: shifted(apart, originOf(scene)), face, textSize });
}

/** Between two cards that lie on each other, in board units: so much that both can be seen and taken. */
const apart = 14;

function besideOthers(box: Box, items: readonly Item[]): Box {
  const isTaken = ({ x, y }: Box) => items.some((other) => Math.hypot(other.box.x - x, other.box.y - y) < apart);
  let free = box;
  while (isTaken(free)) free = shifted(free, { x: apart, y: apart });
  return free;
}

/** Box in page coordinates. Only what differs is written. */
export function place(draft: Draft, { id, box, face, textSize }: Placement): void {
  const shape = draft.editor.getShape(id as TLShapeId) as CardShape | MirrorShape | undefined;
  // In a group it is the group that people have given a place.
  if (shape === undefined || shape.parentId !== draft.editor.getCurrentPageId()) return;
  const { x, y, rotation } = shape;
  const { w, h } = shape.props;
  const isThere = rotation === 0 && isNear(x, box.x) && isNear(y, box.y) && isNear(w, box.w) && isNear(h, box.h);
  if (isThere && shape.props.face === face && shape.props.textSize === textSize) return;
  const props = { w: box.w, h: box.h, face, textSize };
  draft.update({ id: shape.id, type: shape.type, x: box.x, y: box.y, rotation: 0, props });
}

/** Through the place of a frame and back costs some of the last digits. */
const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;

/** What is missing of the page that a full zone goes on at. */
function addPage({ editor, template }: Draft, frame: Frame, { zone, page }: Page): void {
  const get = (id: string) => editor.getShape(id as TLShapeId) as AnyRecord | undefined;
  const records = continuationRecords(get, template, frame, zone, page);
  const missing = records.filter(({ id }) => get(id) === undefined);
  if (missing.length > 0) editor.store.put(missing as unknown as TLShape[]);
}
