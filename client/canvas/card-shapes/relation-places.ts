import { type Computed, computed, createComputedCache, type Editor, type TLShapeId } from 'tldraw';
import type { ZoneShape } from '../../../shared/board/template-shapes.ts';
import type { RoutePlace } from '../../../shared/method/routes/route.ts';
import type { Layout, Template } from '../../../shared/method/template.ts';
import type { FacedShape } from './face-of.ts';
import { surroundingsOf } from './surroundings.ts';

/** Layouts in which lines keep clear of the cards around them. */
const arranged: ReadonlySet<Layout> = new Set<Layout>(['tree', 'minitree', 'rings']);

/** Zones of one frame with one such layout: cards there make room for each other's lines. */
export interface Group {
  readonly key: string;
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

const shapesOf = perEditor('shapes of the method', (editor) => ({
  frames: editor.store.query.ids('shape', () => ({ type: { eq: 'frame' } })),
  zones: editor.store.query.records('shape', () => ({ type: { eq: 'zone' as never } })),
  cards: editor.store.query.ids('shape', () => ({ type: { eq: 'card' as never } })),
  mirrors: editor.store.query.records('shape', () => ({ type: { eq: 'mirror' as never } })),
}));

const groupZones = perEditor('zones with arranged cards', (editor): readonly GroupZone[] => {
  const { template } = surroundingsOf(editor).get();
  if (template === null) return [];
  const groups = groupsByPath(template);
  return shapesOf(editor)
    .zones.get()
    .flatMap((shape): GroupZone[] => {
      const group = groups.get(String((shape as unknown as ZoneShape).meta.template));
      return group === undefined ? [] : [{ id: shape.id, group }];
    });
});

function groupsByPath({ id, frames }: Template): ReadonlyMap<string, Group> {
  return new Map(
    frames.flatMap((frame) =>
      frame.zones
        .filter(({ layout }) => arranged.has(layout))
        .map(({ id: zoneId, layout }): [string, Group] => [
          `${id}/${frame.id}/${zoneId}`,
          { key: `${frame.id} ${layout}`, frameId: frame.id, layout },
        ]),
    ),
  );
}

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

export const groupOf = (editor: Editor, id: TLShapeId): Group | null => groupCache.get(editor, id) ?? null;

/** Every place of each card: its own first, then its mirrors. */
const placesOfCards = perEditor('places of cards', (editor): ReadonlyMap<string, readonly TLShapeId[]> => {
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
  const { frames } = shapesOf(editor);
  return [...frames.get()].find((frame) => editor.getShapePageBounds(frame)?.containsPoint(middle)) ?? 'none';
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

/** @returns null for what is not on the page */
export function routePlace(editor: Editor, id: TLShapeId, group: Group | null): RoutePlace | null {
  const bounds = editor.getShapePageBounds(id);
  if (bounds === undefined) return null;
  const { x, y, w, h } = bounds;
  return { cardId: id, box: { x, y, w, h }, frameId: group?.frameId ?? null, layout: group?.layout ?? null };
}
