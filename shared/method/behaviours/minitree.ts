import { relationEnds } from '../cards/relations.ts';
import { zoneBody } from '../geometry.ts';
import { type Box, papers, type Zone } from '../template.ts';
import { centreX, centreY, gap, inReadingOrder, overlaps } from './arrange.ts';
import type { Arrangement, Behaviour, Drop, Edge, Item, NewPlace, Scene } from './behaviour.ts';

/** Trees that grow to the right: what happened, and level by level why. */

/** For the lines between two levels, in board units. */
const levelGap = 22;
/** In board units. */
const height = { max: 124, min: 56 } as const;
/** Where the zone does not say how many levels it has. */
const usualDepth = 4;

interface Node {
  readonly item: Item;
  readonly level: number;
  readonly children: readonly Node[];
}

const follows = ({ kind }: Edge): boolean => kind === 'causes' || kind === 'leads_to';

/** Trees of the cards in a zone; of two cards that one hangs on, the first counts, and a circle is cut open. */
function grow(items: readonly Item[], edges: readonly Edge[]): readonly Node[] {
  const cards = new Map(items.map((item) => [item.cardId, item]));
  const inOrder = edges.filter(follows).sort((a, b) => (a.order < b.order ? -1 : 1));
  const parents = new Map<string, string>();
  for (const { from, to } of inOrder)
    if (cards.has(from) && cards.has(to) && !parents.has(from) && !hangsOn(to, from, parents)) parents.set(from, to);
  const nodeOf = (item: Item, level: number): Node => ({
    item,
    level,
    children: items
      .filter(({ cardId }) => parents.get(cardId) === item.cardId)
      .map((child) => nodeOf(child, level + 1)),
  });
  return items.filter(({ cardId }) => !parents.has(cardId)).map((root) => nodeOf(root, 0));
}

/** Whether a card is another one or hangs on it, over however many levels. */
function hangsOn(cardId: string, on: string, parents: ReadonlyMap<string, string>): boolean {
  let at: string | undefined = cardId;
  while (at !== undefined && at !== on) at = parents.get(at);
  return at === on;
}

const withAll = (node: Node): readonly Node[] => [node, ...node.children.flatMap(withAll)];
const idsOf = (node: Node): readonly string[] => withAll(node).map(({ item }) => item.id);

/** The levels that a zone shows, and what is cut off. */
function prune(node: Node, depth: number): { readonly kept: Node; readonly cut: readonly string[] } {
  if (node.level + 1 >= depth) return { kept: { ...node, children: [] }, cut: node.children.flatMap(idsOf) };
  const children = node.children.map((child) => prune(child, depth));
  return {
    kept: { ...node, children: children.map(({ kept }) => kept) },
    cut: children.flatMap(({ cut }) => cut),
  };
}

const leavesOf = ({ children }: Node): number =>
  children.length === 0 ? 1 : children.reduce((sum, child) => sum + leavesOf(child), 0);

/** As many rows as have room; whole trees go first, then their last branches. */
function trim(
  trees: readonly Node[],
  rows: number,
): { readonly kept: readonly Node[]; readonly cut: readonly string[] } {
  const kept: Node[] = [];
  const cut: string[] = [];
  let free = rows;
  for (const tree of trees) {
    if (free === 0) cut.push(...idsOf(tree));
    else if (leavesOf(tree) <= free) kept.push(tree);
    else {
      const children = trim(tree.children, free);
      kept.push({ ...tree, children: children.kept });
      cut.push(...children.cut);
    }
    free = Math.max(0, free - leavesOf(tree));
  }
  return { kept, cut };
}

interface Measures {
  readonly body: Box;
  readonly depth: number;
  readonly w: number;
  readonly rows: number;
}

function measure(zone: Zone, { frame }: Scene): Measures {
  const body = zoneBody(zone, frame.paper);
  const depth = zone.capacity.depth ?? usualDepth;
  const w = Math.floor((body.w - (depth - 1) * levelGap) / depth);
  return { body, depth, w, rows: Math.max(1, Math.floor((body.h + gap) / (height.min + gap))) };
}

/** A parent stands half-way between its first and its last child; all trees together in the middle of the body. */
function boxesOf(trees: readonly Node[], body: Box, w: number): ReadonlyMap<Item, Box> {
  const count = trees.reduce((sum, tree) => sum + leavesOf(tree), 0);
  const h = Math.min(height.max, Math.floor((body.h - (count - 1) * gap) / count));
  const top = Math.round(body.y + (body.h - count * h - (count - 1) * gap) / 2);
  const boxes = new Map<Item, Box>();
  let row = 0;
  const place = ({ item, level, children }: Node): number => {
    const places = children.map(place);
    const at = places.length === 0 ? row++ : ((places[0] ?? 0) + (places.at(-1) ?? 0)) / 2;
    boxes.set(item, { x: body.x + level * (w + levelGap), y: Math.round(top + at * (h + gap)), w, h });
    return at;
  };
  for (const tree of trees) place(tree);
  return boxes;
}

function arrange(scene: Scene): Arrangement {
  const [zone] = scene.zones;
  const cards = inReadingOrder(scene.items.filter(({ isGhost }) => !isGhost));
  if (zone === undefined || cards.length === 0) return { placements: [], overflow: [] };
  const { body, depth, w, rows } = measure(zone, scene);
  const pruned = grow(cards, scene.edges).map((tree) => prune(tree, depth));
  const { kept, cut } = trim(
    pruned.map((tree) => tree.kept),
    rows,
  );
  const boxes = boxesOf(kept, body, w);
  const face = zone.face ?? 'node';
  const textSize = papers[scene.frame.paper].promptSize;
  const standing = cards.filter(({ pinned }) => pinned).map((item) => item.box);
  const moving = [...boxes].filter(([{ pinned }]) => !pinned);
  const isFree = ([, box]: [Item, Box]): boolean => !standing.some((other) => overlaps(box, other));
  const left = [...pruned.flatMap((tree) => tree.cut), ...cut];
  const isPinned = new Set(cards.flatMap(({ id, pinned }) => (pinned ? [id] : [])));
  return {
    placements: moving.filter(isFree).map(([{ id }, box]) => ({ id, box, face, textSize })),
    overflow: [
      ...left.filter((id) => !isPinned.has(id)),
      ...moving.flatMap((entry) => (isFree(entry) ? [] : [entry[0].id])),
    ],
  };
}

/** On another card, a card becomes one of its reasons. */
function drop({ items, edges }: Scene, item: Item): Drop {
  const [x, y] = [centreX(item.box), centreY(item.box)];
  const under = items.find(
    ({ id, isGhost, box }) =>
      id !== item.id && !isGhost && x > box.x && x < box.x + box.w && y > box.y && y < box.y + box.h,
  );
  if (under === undefined || isAbove(item.cardId, under.cardId, edges)) return {};
  const kind = (['causes', 'leads_to'] as const).find(
    (name) => relationEnds[name].from.includes(item.kind) && relationEnds[name].to.includes(under.kind),
  );
  return kind === undefined ? {} : { parent: { cardId: under.cardId, kind } };
}

/** Whether a card is among what another one hangs on, or is that card. */
function isAbove(cardId: string, of: string, edges: readonly Edge[], seen = new Set<string>()): boolean {
  if (cardId === of) return true;
  if (seen.has(of)) return false;
  seen.add(of);
  return edges.some((edge) => follows(edge) && edge.from === of && isAbove(cardId, edge.to, edges, seen));
}

function next(scene: Scene, zone: Zone): NewPlace | null {
  const { body, w } = measure(zone, scene);
  const taken = scene.items.filter(({ isGhost }) => !isGhost).map(({ box }) => box);
  const lowest = taken.reduce((y, box) => Math.max(y, box.y + box.h + gap), body.y);
  const h = taken[0]?.h ?? height.max;
  const isFirst = taken.length === 0;
  const box = { x: body.x, y: isFirst ? Math.round(body.y + (body.h - h) / 2) : lowest, w, h };
  if (box.y + h > body.y + body.h) return null;
  return { box, face: zone.face ?? 'node', textSize: papers[scene.frame.paper].promptSize };
}

export const minitree: Behaviour = { scope: 'zone', reads: [], drop, arrange, next };
