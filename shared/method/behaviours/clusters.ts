import { clusterOf } from '../cards/cluster.ts';
import { zoneBody } from '../geometry.ts';
import type { Box, Paper, Zone } from '../template.ts';
import { centreX, centreY, compareOrder, isInside, overlaps } from './arrange.ts';
import type { Drop, Hand, Item, Scene } from './behaviour.ts';
import { groupBy } from './group.ts';

/**
 * Cards that belong together and have a name in common. What is seen of a cluster follows from where its cards stand, not
 * from how they were arranged, so that every canvas and every file shows the same.
 */

/** Of a panel, in board units: the line above its cards with the name, and what it has around them. */
export const panelLook: Readonly<Record<Paper, { readonly head: number; readonly pad: number }>> = {
  A4: { head: 30, pad: 6 },
  A3: { head: 40, pad: 8 },
};

/** Cards of one cluster that are no further apart than this lie in one panel, in board units. */
const reach = 40;

export interface Panel {
  readonly name: string;
  readonly box: Box;
  /** Where the name stands. */
  readonly head: Box;
  /** Of the shapes in it, in their order. */
  readonly ids: readonly string[];
}

type Standing = Pick<Item, 'id' | 'fields' | 'box' | 'isGhost'>;

/** The panels of what stands in one zone of a page, from the top; none where its name would lie on the head of the zone. */
export function panelsOf(items: readonly Standing[], zone: Zone, paper: Paper): readonly Panel[] {
  const { y: top } = zoneBody(zone, paper);
  const named = items.filter(({ isGhost, fields }) => !isGhost && clusterOf(fields) !== null);
  return [...groupBy(named, ({ fields }) => clusterOf(fields) ?? '')]
    .flatMap(([name, members]) => islandsOf(members).map((island) => panelAround(name, island, paper)))
    .filter(({ box }) => box.y > top - 1)
    .sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x || (a.name < b.name ? -1 : 1));
}

/** What lies together, however it is listed. */
function islandsOf(members: readonly Standing[]): readonly (readonly Standing[])[] {
  const islands: (readonly Standing[])[] = [];
  for (const member of members) {
    const near = islands.filter((island) => island.some(({ box }) => overlaps(grown(box, reach), member.box)));
    const others = islands.filter((island) => !near.includes(island));
    islands.splice(0, islands.length, ...others, [...near.flat(), member]);
  }
  return islands;
}

function panelAround(name: string, island: readonly Standing[], paper: Paper): Panel {
  const { head, pad } = panelLook[paper];
  const { x, y, w, h } = around(island.map(({ box }) => box));
  return {
    name,
    box: { x: x - pad, y: y - head, w: w + 2 * pad, h: h + head + pad },
    head: { x: x - pad, y: y - head, w: w + 2 * pad, h: head },
    ids: island.map(({ id }) => id).sort(),
  };
}

const grown = ({ x, y, w, h }: Box, by: number): Box => ({ x: x - by, y: y - by, w: w + 2 * by, h: h + 2 * by });

function around(boxes: readonly Box[]): Box {
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  const [right, bottom] = [
    Math.max(...boxes.map((box) => box.x + box.w)),
    Math.max(...boxes.map((box) => box.y + box.h)),
  ];
  return { x, y, w: right - x, h: bottom - y };
}

const middleOf = (box: Box): Box => ({ x: centreX(box), y: centreY(box), w: 0, h: 0 });

/** Members of its cluster in the scene that are not in the same hand, and how many there are with itself. */
function membersOf({ items }: Scene, item: Item, hand: Hand): { readonly count: number; readonly haveStayed: boolean } {
  const own = clusterOf(item.fields);
  const members = items.filter(({ isGhost, fields }) => !isGhost && own !== null && clusterOf(fields) === own);
  return { count: members.length, haveStayed: members.some(({ id }) => id !== item.id && !hand.has(id)) };
}

/**
 * The panel whose cluster something would join if it were let go where it is: the one under its middle, else the one under
 * the first of what is in the same hand. Panels are as they were before the hand took anything. A cluster that is moved as
 * a whole joins none.
 */
export function panelUnder(scene: Scene, item: Item, hand: Hand): Panel | undefined {
  const { frame, items } = scene;
  const [zone] = scene.zones;
  const { count, haveStayed } = membersOf(scene, item, hand);
  if (zone === undefined || (count > 1 && !haveStayed)) return undefined;
  const before = items.flatMap((one): Item[] => {
    const box = hand.has(one.id) ? hand.get(one.id) : one.id === item.id ? null : one.box;
    return box == null ? [] : [{ ...one, box }];
  });
  const panels = panelsOf(before, zone, frame.paper);
  const under = ({ box: card }: Item) => panels.find(({ box }) => isInside(middleOf(card), box));
  const inHand = items.filter(({ id }) => hand.has(id)).sort(compareOrder);
  return [item, ...inHand].flatMap((one) => under(one) ?? [])[0];
}

/**
 * A card that is let go in a panel joins its cluster. One that is let go elsewhere in the zone that it was in leaves its
 * own, if members of it have stayed there. A cluster that is moved as a whole keeps its name, and so does what has come
 * from another zone.
 */
export function dropOnClusters(scene: Scene, item: Item, hand: Hand): Drop {
  const panel = panelUnder(scene, item, hand);
  if (panel !== undefined) return panel.name === clusterOf(item.fields) ? {} : { fields: { cluster: panel.name } };
  const isLeft = hand.get(item.id) != null && membersOf(scene, item, hand).haveStayed;
  return isLeft ? { fields: { cluster: null } } : {};
}
