import type { TLShape, TLShapeId } from 'tldraw';
import type { CardShape, MirrorShape } from '../../../shared/board/card-shapes.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import type { Item, Placement } from '../../../shared/method/behaviours/behaviour.ts';
import { changeInto, missingOfPage } from '../../../shared/method/behaviours/placing.ts';
import { nextPlace, type Page, type PlacedScene, planScene, shifted } from '../../../shared/method/behaviours/scene.ts';
import { originOf } from '../../../shared/method/behaviours/scenes.ts';
import { besideIn } from '../../../shared/method/behaviours/sites.ts';
import type { Frame } from '../../../shared/method/template.ts';
import { writesPrivately } from '../../canvas/private-shapes.ts';
import type { Draft } from './draft.ts';

/**
 * Gives everything in a scene its place. Where somebody else is writing, nobody's words move away under them: only what
 * this action has moved takes a place. So it is where this person has something that nobody else sees: others would not
 * see why their cards move, but that somebody writes there.
 */
export function arrange(draft: Draft, scene: PlacedScene, moved: ReadonlySet<string>): void {
  const writing = draft.writtenIn();
  if (scene.items.some(({ id, cardId }) => writing.has(id) || writing.has(cardId)) || hasPrivate(draft, scene)) {
    for (const item of scene.items) if (moved.has(item.id) && !item.pinned) placeBeside(draft, scene, item);
    return;
  }
  const { moves, pages, covered } = planScene(scene);
  // A page is new, and would be seen by this person alone.
  if (pages.length > 0 && writesPrivately(draft.editor)) {
    for (const item of scene.items) if (moved.has(item.id) && !item.pinned) placeBeside(draft, scene, item);
    return;
  }
  for (const page of pages) addPage(draft, scene.frame, page);
  if (covered.length > 0) draft.editor.deleteShapes(covered as TLShapeId[]);
  for (const move of moves) place(draft, move);
}

/** Cards, second places, and edges between two cards that stand here. */
export function hasPrivate(draft: Draft, { items, edges }: PlacedScene): boolean {
  const here = new Set(items.map(({ cardId }) => cardId));
  return (
    items.some(({ id }) => draft.isPrivate(id)) ||
    edges.some(({ id, from, to }) => here.has(from) && here.has(to) && draft.isPrivate(id))
  );
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
  // Many cards of one writer stay in their zone until all are shown.
  const apart = besideIn(items, item.box, draft.isPrivate(item.id) ? zone : null);
  const { face, textSize } = shape.props;
  place(draft, { id: item.id, box: shifted(apart, originOf(scene)), face, textSize });
}

/** Box in page coordinates. Only what differs is written. */
export function place(draft: Draft, { id, ...where }: Placement): void {
  const shape = draft.editor.getShape(id as TLShapeId) as CardShape | MirrorShape | undefined;
  // In a group it is the group that people have given a place.
  if (shape === undefined || shape.parentId !== draft.editor.getCurrentPageId()) return;
  const change = changeInto(shape, where);
  if (change !== null) draft.update({ id: shape.id, type: shape.type, ...change });
}

/** What is missing of the page that a full zone goes on at. */
function addPage({ editor, template }: Draft, frame: Frame, page: Page): void {
  const get = (id: string) => editor.getShape(id as TLShapeId) as AnyRecord | undefined;
  const missing = missingOfPage(get, template, frame, page);
  if (missing.length > 0) editor.store.put(missing as unknown as TLShape[]);
}
