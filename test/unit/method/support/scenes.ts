import type { Arrangement, Edge, Item, Scene } from '../../../../shared/method/behaviours/behaviour.ts';
import { behaviours } from '../../../../shared/method/behaviours/behaviours.ts';
import { zoneBody } from '../../../../shared/method/geometry.ts';
import type { Box, Frame, Layout, Zone } from '../../../../shared/method/template.ts';
import { loadTemplate } from '../../../../shared/method/templates.ts';
import { templateIds } from './boards.ts';

export interface ZonePlace {
  readonly path: string;
  readonly frame: Frame;
  readonly zone: Zone;
  readonly body: Box;
}

export const zonesWith = (...wanted: readonly Layout[]): readonly ZonePlace[] =>
  templateIds.flatMap((id) =>
    loadTemplate(id).frames.flatMap((frame) =>
      frame.zones
        .filter(({ layout }) => wanted.includes(layout))
        .map((zone) => ({ path: `${id}/${frame.id}/${zone.id}`, frame, zone, body: zoneBody(zone, frame.paper) })),
    ),
  );

/** Of zones that are alike in size and room, the first. */
export function unlike(places: readonly ZonePlace[]): readonly ZonePlace[] {
  const known = new Map<string, ZonePlace>();
  for (const place of places) {
    const { zone, frame, body } = place;
    const key = JSON.stringify([zone.layout, frame.paper, body.w, body.h, zone.capacity, zone.starters?.[0]?.box]);
    if (!known.has(key)) known.set(key, place);
  }
  return [...known.values()];
}

export function zoneAt(path: string): ZonePlace {
  const [templateId, frameId, zoneId] = path.split('/');
  const id = templateIds.find((known) => known === templateId) ?? 'blank';
  const frame = loadTemplate(id).frames.find((own) => own.id === frameId);
  const zone = frame?.zones.find((own) => own.id === zoneId);
  if (frame === undefined || zone === undefined) throw new Error(`no zone ${path}`);
  return { path, frame, zone, body: zoneBody(zone, frame.paper) };
}

/** A card that has just come into a zone: at the corner of its body. */
export function item({ zone, body }: ZonePlace, number: number, more: Partial<Item> = {}): Item {
  const id = `shape:${zone.id}.${number}`;
  const { x, y } = body;
  return {
    ...{ id, cardId: id, kind: zone.cardKind ?? 'idea', title: `card ${number}`, fields: {} },
    ...{ box: { x, y, w: 1, h: 1 }, zoneId: zone.id, pinned: false, isGhost: false },
    order: String(number).padStart(4, '0'),
    ...more,
  };
}

export const items = (place: ZonePlace, count: number): readonly Item[] =>
  Array.from({ length: count }, (_, number) => item(place, number));

export const sceneOf = ({ frame, zone }: ZonePlace, inZone: readonly Item[], edges: readonly Edge[] = []): Scene => ({
  frame,
  zones: [zone],
  items: inZone,
  edges,
});

export function arrange(scene: Scene): Arrangement {
  const behaviour = behaviours[scene.zones[0]?.layout ?? 'none'];
  if (behaviour === null) throw new Error('nobody arranges this');
  return behaviour.arrange(scene);
}

/** The scene once everything stands where the arrangement says. */
export function settled(scene: Scene, { placements }: Arrangement): Scene {
  const boxes = new Map(placements.map(({ id, box }) => [id, box]));
  return { ...scene, items: scene.items.map((one) => ({ ...one, box: boxes.get(one.id) ?? one.box })) };
}

const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

export const overlapping = (boxes: readonly Box[]): readonly (readonly [Box, Box])[] =>
  boxes.flatMap((a, index) => boxes.slice(index + 1).flatMap((b) => (overlap(a, b) ? [[a, b] as const] : [])));

export const outside = (boxes: readonly Box[], { x, y, w, h }: Box): readonly Box[] =>
  boxes.filter((box) => box.x < x || box.y < y || box.x + box.w > x + w || box.y + box.h > y + h);

/** The same every time for the same seed. */
export function shuffled<Value>(values: readonly Value[], seed: number): readonly Value[] {
  let state = seed * 2654435761;
  const next = () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state;
  };
  return values
    .map((value) => ({ value, key: next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}
