import type { AnyRecord } from '../board/groups.ts';
import type { Edge, Item, Placement } from './behaviours/behaviour.ts';
import { grid } from './behaviours/grid.ts';
import { arrangeScene, layoutZone, setsOf, shifted, splitFrame } from './behaviours/scene.ts';
import { cardRecord, mirrorRecord, relationRecord } from './card-records.ts';
import { type Fields, fieldNames } from './cards/fields.ts';
import type { Demo, DemoCard } from './demo/demo.ts';
import { frameBoxes, zoneBody } from './geometry.ts';
import { type Said, say } from './say.ts';
import type { Frame, Template, Zone } from './template.ts';

interface Placed {
  readonly frame: Frame;
  readonly zone: Zone;
  readonly item: Item;
}

const idOf = (template: Template, part: string): string => `shape:${template.id}/example/${part}`;

/**
 * A filled example as tldraw's records: cards, mirrors and relations that nobody wrote, each card where the layout of its
 * zone puts it. The same example gives the same records.
 */
export function demoRecords(template: Template, demo: Demo, said: Said): AnyRecord[] {
  const cards = demo.cards.map((card) => ({ card, fields: fieldsOf(card, zoneAt(template, card.zone), said) }));
  const edges = demo.relations.map(
    ({ from, to, kind }, number): Edge => ({
      ...{ id: idOf(template, `edge.${number + 1}`), kind, order: inTurn(number) },
      ...{ from: idOf(template, from), to: idOf(template, to) },
    }),
  );
  const placed = placeAll(template, demo, said, new Map(cards.map(({ card, fields }) => [card.id, fields])));
  const places = placesOf(template, placed, edges);
  let position = template.frames.length;
  const relations = demo.relations.map(({ from, to, kind, ...rest }, number) =>
    relationRecord(
      { id: idOf(template, `edge.${number + 1}`), position: position++ },
      { from: idOf(template, from), to: idOf(template, to) },
      { kind, ...rest },
    ),
  );
  const common = (id: string) => ({ ...drawn(places, id), id, position: position++ });
  return [
    ...relations,
    ...cards.map(({ card: { id, kind, title }, fields }) =>
      cardRecord({ ...common(idOf(template, id)), kind, title: say(title, said), fields, placeholder: '' }),
    ),
    ...demo.mirrors.map(({ of }, number) =>
      mirrorRecord({ ...common(mirrorId(template, number)), of: idOf(template, of) }),
    ),
  ];
}

/** As text that sorts like the number. */
const inTurn = (number: number): string => String(number).padStart(4, '0');
const mirrorId = (template: Template, number: number): string => idOf(template, `mirror.${number + 1}`);

/** What its zone says about a card, what is the same in every language, and what people read. */
function fieldsOf({ fields = {}, words = {} }: DemoCard, { frame, zone }: Pick<Placed, 'frame' | 'zone'>, said: Said) {
  const all: Record<string, unknown> = { ...setsOf(frame, zone), ...fields };
  for (const [name, text] of Object.entries(words)) all[name] = say(text, said);
  // In one order, so that the records of an example do not depend on how it was written.
  return Object.fromEntries(fieldNames.flatMap((name) => (name in all ? [[name, all[name]]] : []))) as Fields;
}

/** @throws where an example names a zone that its template does not have, which a test rules out. */
function zoneAt(template: Template, path: string): Pick<Placed, 'frame' | 'zone'> {
  const [frameId, zoneId] = path.split('/');
  const frame = template.frames.find(({ id }) => id === frameId);
  const zone = frame?.zones.find(({ id }) => id === zoneId);
  if (frame === undefined || zone === undefined) throw new Error(`no zone ${path} in ${template.id}`);
  return { frame, zone };
}

/** Everything at the corner of its zone, in the order of the example. */
function placeAll(template: Template, demo: Demo, said: Said, fields: ReadonlyMap<string, Fields>): readonly Placed[] {
  const cards = new Map(demo.cards.map((card) => [card.id, card]));
  const entries = [
    ...demo.cards.map(({ id, zone }) => ({ id: idOf(template, id), of: id, path: zone })),
    ...demo.mirrors.map(({ of, zone }, number) => ({ id: mirrorId(template, number), of, path: zone })),
  ];
  return entries.map(({ id, of, path }, number) => {
    const { frame, zone } = zoneAt(template, path);
    const card = cards.get(of);
    if (card === undefined) throw new Error(`no card ${of} in the example of ${template.id}`);
    const { x, y } = zoneBody(zone, frame.paper);
    const item: Item = {
      ...{ id, cardId: idOf(template, of), kind: card.kind, title: say(card.title, said) },
      ...{ fields: fields.get(of) ?? {}, box: { x, y, w: 1, h: 1 }, zoneId: layoutZone(frame, zone).id },
      ...{ pinned: false, isGhost: false, order: inTurn(number) },
    };
    return { frame, zone, item };
  });
}

/** In page coordinates. */
function placesOf(
  template: Template,
  placed: readonly Placed[],
  edges: readonly Edge[],
): ReadonlyMap<string, Placement> {
  const places = new Map<string, Placement>();
  for (const { frame, box } of frameBoxes(template)) {
    const inFrame = placed.filter((entry) => entry.frame === frame).map(({ item }) => item);
    for (const scene of splitFrame(frame, inFrame, edges)) {
      const { placements } = arrangeScene(scene);
      // Where people put cards as they like, an example puts them side by side.
      const all = placements.length > 0 || scene.items.length === 0 ? placements : grid.arrange(scene).placements;
      for (const placement of all) places.set(placement.id, { ...placement, box: shifted(placement.box, box) });
    }
  }
  return places;
}

/** @throws where an example has more in a zone than fits, which a test rules out. */
function drawn(places: ReadonlyMap<string, Placement>, id: string): Pick<Placement, 'box' | 'face' | 'textSize'> {
  const place = places.get(id);
  if (place === undefined) throw new Error(`no place for ${id}`);
  return { box: place.box, face: place.face, textSize: place.textSize };
}
