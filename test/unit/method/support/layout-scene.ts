import fc from 'fast-check';
import type { TemplateId } from '../../../../shared/api/templates.ts';
import type { Arrangement, Edge, Item, Scene } from '../../../../shared/method/behaviours/behaviour.ts';
import { actorMapDemo } from '../../../../shared/method/demo/actor-map.ts';
import type { Demo } from '../../../../shared/method/demo/demo.ts';
import { rootCauseTreeDemo } from '../../../../shared/method/demo/root-cause-tree.ts';
import type { Box, Frame, Zone } from '../../../../shared/method/template.ts';
import { loadTemplate } from '../../../../shared/method/templates.ts';

export function frameOf(template: TemplateId, frameId: string): Frame {
  const frame = loadTemplate(template).frames.find(({ id }) => id === frameId);
  if (frame === undefined) throw new Error(`no frame ${frameId}`);
  return frame;
}

export function zoneOf({ zones }: Frame, zoneId: string): Zone {
  const zone = zones.find(({ id }) => id === zoneId);
  if (zone === undefined) throw new Error(`no zone ${zoneId}`);
  return zone;
}

/** A card in a zone; made in the order of `number`. */
export const itemIn = (zone: Zone, id: string, number: number, more: Partial<Item> = {}): Item => ({
  ...{ id, cardId: id, kind: zone.cardKind ?? 'idea', title: id, fields: {}, zoneId: zone.id },
  ...{ box: { x: zone.box.x + 200, y: zone.box.y + 20, w: 200, h: 100 }, pinned: false, isGhost: false },
  order: String(number).padStart(4, '0'),
  ...more,
});

/** Drawn in the order of `number`. */
export const edge = (from: string, to: string, kind: Edge['kind'], number = 0): Edge => {
  const id = `${from} ${kind} ${to}`;
  return { id, from, to, kind, order: `${String(number).padStart(4, '0')} ${id}` };
};

/** The zones of one layout with what the example has in them. */
export function demoScene(template: 'root-cause-tree' | 'actor-map', frameId: string, layout: Zone['layout']): Scene {
  const frame = frameOf(template, frameId);
  const zones = frame.zones.filter((zone) => zone.layout === layout);
  const demo: Demo = template === 'actor-map' ? actorMapDemo : rootCauseTreeDemo;
  const standing = [
    ...demo.cards.map((card) => ({ card, zone: card.zone, id: card.id })),
    ...demo.mirrors.flatMap(({ of, zone }) =>
      demo.cards.filter(({ id }) => id === of).map((card) => ({ card, zone, id: `mirror.${of}` })),
    ),
  ];
  const items = standing.flatMap(({ card, zone: path, id }, number): Item[] => {
    const zone = zones.find((one) => `${frameId}/${one.id}` === path);
    const { kind, fields = {}, title } = card;
    return zone === undefined ? [] : [itemIn(zone, id, number, { cardId: card.id, kind, fields, title: title.en })];
  });
  return {
    frame,
    zones,
    items,
    edges: demo.relations.map(({ from, to, kind }, number) => edge(from, to, kind, number)),
  };
}

export const boxesOf = ({ placements }: Arrangement): Readonly<Record<string, Box>> =>
  Object.fromEntries(placements.map(({ id, box }) => [id, box]));

export const overlapping = (boxes: readonly Box[]): readonly (readonly [Box, Box])[] =>
  boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h)
      .map((b) => [a, b] as const),
  );

export const contains = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.w <= outer.x + outer.w &&
  inner.y + inner.h <= outer.y + outer.h;

/** The scene as it is once everything has its place; an item belongs to the zone that its middle is in. */
export function settled(scene: Scene, { placements }: Arrangement): Scene {
  const boxes = new Map(placements.map(({ id, box }) => [id, box]));
  const items = scene.items.map((item) => {
    const box = boxes.get(item.id) ?? item.box;
    const middle = { x: box.x + box.w / 2, y: box.y + box.h / 2, w: 0, h: 0 };
    const zoneId = scene.zones.find((zone) => contains(zone.box, middle))?.id ?? item.zoneId;
    return { ...item, box, zoneId };
  });
  return { ...scene, items };
}

/** The same scene told in another order. */
export const shuffled = (scene: Scene): fc.Arbitrary<Scene> =>
  fc
    .record({
      items: fc.shuffledSubarray([...scene.items], { minLength: scene.items.length }),
      edges: fc.shuffledSubarray([...scene.edges], { minLength: scene.edges.length }),
    })
    .map((told) => ({ ...scene, ...told }));
