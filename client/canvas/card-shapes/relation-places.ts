import {
  type Atom,
  atom,
  type Computed,
  computed,
  createComputedCache,
  type Editor,
  react,
  type TLShapeId,
  unsafe__withoutCapture,
} from 'tldraw';
import { isEqualJson } from '../../../shared/board/equal.ts';
import type { ZoneShape } from '../../../shared/board/template-shapes.ts';
import { createSpots } from '../../../shared/method/board-view.ts';
import type { RoutePlace } from '../../../shared/method/routes/route.ts';
import type { Layout } from '../../../shared/method/template.ts';
import type { FacedShape } from './face-of.ts';
import { surroundingsOf } from './surroundings.ts';

/** Layouts in which lines keep clear of the cards around them. */
const arranged: ReadonlySet<Layout> = new Set<Layout>(['tree', 'minitree', 'rings']);

/** Zones of one sheet with one such layout: cards there make room for each other's lines. */
export interface Group {
  readonly key: string;
  /** The frame's shape. */
  readonly sheetId: string;
  readonly frameId: string;
  readonly layout: Layout;
}

interface GroupZone {
  readonly id: TLShapeId;
  readonly group: Group;
}

const perEditor = <Value>(name: string, derive: (editor: Editor) => Value) => {
  const known = new WeakMap<Editor, Computed<Value>>();
  return (editor: Editor): Value => {
    const found = known.get(editor) ?? computed(name, () => derive(editor));
    known.set(editor, found);
    return found.get();
  };
};

/**
 * As perEditor, for what hardly ever changes. Kept by a reaction and not computed: all edges depend on it, and would be looked
 * at with every move of the camera, as whatever follows from the store's history is.
 */
const followedBy = <Value>(name: string, derive: (editor: Editor) => Value) => {
  const known = new WeakMap<Editor, Atom<Value>>();
  const follow = (editor: Editor): Atom<Value> => {
    const followed = atom(name, derive(editor));
    known.set(editor, followed);
    editor.disposables.add(
      react(name, () => {
        followed.set(derive(editor));
      }),
    );
    return followed;
  };
  return (editor: Editor): Value => (known.get(editor) ?? unsafe__withoutCapture(() => follow(editor))).get();
};

const shapesOf = perEditor('shapes of the method', (editor) => ({
  frames: editor.store.query.ids('shape', () => ({ type: { eq: 'frame' } })),
  zones: editor.store.query.records('shape', () => ({ type: { eq: 'zone' as never } })),
  cards: editor.store.query.ids('shape', () => ({ type: { eq: 'card' as never } })),
  mirrors: editor.store.query.records('shape', () => ({ type: { eq: 'mirror' as never } })),
}));

const framesOf = followedBy('frames', (editor) => shapesOf(editor).frames.get());

const groupZones = followedBy('zones with arranged cards', (editor): readonly GroupZone[] => {
  const { template } = surroundingsOf(editor).get();
  if (template === null) return [];
  const spotOf = createSpots(template);
  return shapesOf(editor)
    .zones.get()
    .flatMap((shape): GroupZone[] => {
      const { frame, zone } = spotOf(null, shape as unknown as ZoneShape);
      if (frame === null || zone === null || !arranged.has(zone.layout)) return [];
      const [{ layout }, sheetId] = [zone, shape.parentId];
      return [{ id: shape.id, group: { key: `${sheetId} ${layout}`, sheetId, frameId: frame.id, layout } }];
    });
});

const groupCache = createComputedCache<Editor, Group | null, FacedShape>(
  'group of a card',
  (editor, { id }) => {
    const middle = editor.getShapePageBounds(id)?.center;
    if (middle === undefined) return null;
    const zone = groupZones(editor).find((each) => editor.getShapePageBounds(each.id)?.containsPoint(middle));
    return zone?.group ?? null;
  },
  { areResultsEqual: (a, b) => a?.key === b?.key },
);

const groupOf = (editor: Editor, id: TLShapeId): Group | null => groupCache.get(editor, id) ?? null;

/** Every place of each card: its own first, then its mirrors. */
const placesOfCards = followedBy('places of cards', (editor): ReadonlyMap<string, readonly TLShapeId[]> => {
  const { cards, mirrors } = shapesOf(editor);
  const places = new Map<string, TLShapeId[]>([...cards.get()].map((id) => [id, [id]]));
  for (const mirror of mirrors.get())
    places.get((mirror as unknown as { props: { of: string } }).props.of)?.push(mirror.id);
  return places;
});

/** Cards and mirrors by their group. */
const membersOfGroups = perEditor('cards of groups', (editor): ReadonlyMap<string, readonly TLShapeId[]> => {
  const members = new Map<string, TLShapeId[]>();
  for (const id of [...placesOfCards(editor).values()].flat()) {
    const key = groupOf(editor, id)?.key;
    if (key !== undefined) members.set(key, [...(members.get(key) ?? []), id]);
  }
  return members;
});

export const membersOf = (editor: Editor, { key }: Group): readonly TLShapeId[] =>
  membersOfGroups(editor).get(key) ?? [];

/** Two places between which an edge runs. */
export interface Run {
  readonly from: TLShapeId;
  readonly to: TLShapeId;
  readonly group: Group | null;
}

const frameCache = createComputedCache<Editor, TLShapeId | 'none', FacedShape>('frame of a card', (editor, { id }) => {
  const middle = editor.getShapePageBounds(id)?.center;
  if (middle === undefined) return 'none';
  return [...framesOf(editor)].find((frame) => editor.getShapePageBounds(frame)?.containsPoint(middle)) ?? 'none';
});

/**
 * Between two places that are arranged together where the cards have such, else between two on one sheet.
 * @returns null where the cards share no sheet: a line across others would say nothing there.
 */
export function runBetween(editor: Editor, from: TLShapeId, to: TLShapeId): Run | null {
  const places = placesOfCards(editor);
  const [starts, ends] = [places.get(from) ?? [], places.get(to) ?? []];
  for (const start of starts) {
    const group = groupOf(editor, start);
    const end = group && ends.find((id) => groupOf(editor, id)?.key === group.key);
    if (group !== null && end) return { from: start, to: end, group };
  }
  for (const start of starts) {
    const frame = frameCache.get(editor, start);
    const end = ends.find((id) => frameCache.get(editor, id) === frame);
    if (end !== undefined) return { from: start, to: end, group: null };
  }
  return null;
}

/** Bounds are found anew with each letter that is written; lines are not to be. */
const boxCache = createComputedCache<Editor, RoutePlace['box'] | null, FacedShape>(
  'box of a card',
  (editor, { id }) => {
    const bounds = editor.getShapePageBounds(id);
    return bounds === undefined ? null : { x: bounds.x, y: bounds.y, w: bounds.w, h: bounds.h };
  },
  { areResultsEqual: isEqualJson },
);

/** @returns null for what is not on the page */
export function routePlace(editor: Editor, id: TLShapeId, group: Group | null): RoutePlace | null {
  const box = boxCache.get(editor, id) ?? null;
  if (box === null) return null;
  return { cardId: id, box, frameId: group?.frameId ?? null, layout: group?.layout ?? null };
}
