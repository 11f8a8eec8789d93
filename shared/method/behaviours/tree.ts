import { relationEnds } from '../cards/relations.ts';
import { zoneBody } from '../geometry.ts';
import type { Box, Frame, Zone } from '../template.ts';
import { centreX, centreY, compareOrder, isInside, overlaps } from './arrange.ts';
import type { Arrangement, Behaviour, Drop, Item, Placement, Scene } from './behaviour.ts';
import { growForest, hangingOn, type Link } from './tree-forest.ts';
import { fold, shapeTree } from './tree-shape.ts';

/** Effects grow upwards from the trunk, causes downwards. */
interface Side {
  readonly kind: 'cause' | 'effect';
  readonly edge: 'causes' | 'leads_to';
  /** From the trunk outwards. */
  readonly lanes: readonly Zone[];
}

interface Tree {
  readonly trunk: Zone | null;
  readonly sides: readonly Side[];
}

const trunkSize = { w: 1040, h: 120, textSize: 26 } as const;
/** Effects leave more air between two lanes than causes, which have higher ones. */
const highestEffect = 166;
/** Between a card and one that is pinned, in board units. */
const pinGap = 9;

function readTree(zones: readonly Zone[]): Tree {
  const trunk = zones.find(({ cardKind }) => cardKind === 'problem') ?? null;
  const lanes = (kind: Side['kind'], outwards: 1 | -1): readonly Zone[] =>
    zones.filter(({ cardKind }) => cardKind === kind).sort((a, b) => outwards * (a.box.y - b.box.y));
  return {
    trunk,
    sides: [
      { kind: 'cause', edge: 'causes', lanes: lanes('cause', 1) },
      { kind: 'effect', edge: 'leads_to', lanes: lanes('effect', -1) },
    ],
  };
}

const laneOf = ({ lanes }: Side, zoneId: string): number => lanes.findIndex(({ id }) => id === zoneId);

/** Who hangs on whom. A cause points to what it causes, an effect is pointed at. */
function linksOf({ items, edges }: Scene, { edge: kind }: Side): readonly Link[] {
  const standing = new Map<string, string>();
  for (const { cardId, id } of [...items].sort(compareOrder)) if (!standing.has(cardId)) standing.set(cardId, id);
  return edges.flatMap((edge) => {
    if (edge.kind !== kind) return [];
    const [from, to] = [standing.get(edge.from), standing.get(edge.to)];
    if (from === undefined || to === undefined) return [];
    const { order } = edge;
    return [kind === 'causes' ? { child: from, parent: to, order } : { child: to, parent: from, order }];
  });
}

/** Ghosts stay, but for one that was made below a written card of its side. */
function takingPart(items: readonly Item[], links: readonly Link[]): readonly Item[] {
  const written = new Set(items.filter(({ isGhost }) => !isGhost).map(({ id }) => id));
  const asked = new Set(links.filter(({ parent }) => written.has(parent)).map(({ child }) => child));
  return items.filter(({ id }) => written.has(id) || asked.has(id));
}

function arrange(scene: Scene): Arrangement {
  const { trunk, sides } = readTree(scene.zones);
  const inTrunk = scene.items.filter(({ zoneId }) => zoneId === trunk?.id).sort(compareOrder);
  const problems = inTrunk.filter(({ isGhost }) => !isGhost);
  const parts = sides.map((side) => arrangeSide(scene, side, new Set(inTrunk.map(({ id }) => id))));
  const problem = problems.find(({ pinned }) => pinned) ?? problems[0];
  const rest = problems.filter((other) => other !== problem && !other.pinned);
  return {
    placements: [
      ...(trunk === null || problem === undefined || problem.pinned ? [] : [placeTrunk(problem, trunk, scene.frame)]),
      ...parts.flatMap(({ placements }) => placements),
    ],
    overflow: [...rest.map(({ id }) => id), ...parts.flatMap(({ overflow }) => overflow)],
  };
}

function placeTrunk({ id }: Item, trunk: Zone, { paper }: Frame): Placement {
  const body = zoneBody(trunk, paper);
  const [w, h] = [Math.min(trunkSize.w, body.w), Math.min(trunkSize.h, trunk.box.h)];
  const box = { x: Math.round(body.x + (body.w - w) / 2), y: middleY(trunk, h), w, h };
  return { id, box, face: trunk.face ?? 'node', textSize: trunkSize.textSize };
}

const middleY = ({ box }: Zone, h: number): number => Math.round(box.y + (box.h - h) / 2);

function arrangeSide(scene: Scene, side: Side, trunk: ReadonlySet<string>): Arrangement {
  const [first] = side.lanes;
  const links = linksOf(scene, side);
  const items = takingPart(
    scene.items.filter(({ zoneId }) => laneOf(side, zoneId) >= 0),
    links,
  );
  if (first === undefined || items.length === 0) return { placements: [], overflow: [] };
  const forest = growForest(items, links, trunk, ({ zoneId }) => laneOf(side, zoneId));
  const area = zoneBody(first, scene.frame.paper);
  const { size, placed } = shapeTree(fold(forest, side.lanes.length), area.w);
  const h = side.kind === 'effect' ? Math.min(size.h, highestEffect) : size.h;
  const placements = placed.flatMap(({ branch: { item, lane }, x }): Placement[] => {
    const zone = side.lanes[lane];
    if (zone === undefined || item.pinned) return [];
    const box = { x: area.x + x, y: middleY(zone, h), w: size.w, h };
    return [{ id: item.id, box, face: zone.face ?? 'node', textSize: size.textSize }];
  });
  const free = beside(items, placements, area);
  const shown = new Set(free.map(({ id }) => id));
  return {
    placements: free,
    overflow: [...items]
      .sort(compareOrder)
      .filter(({ id, pinned }) => !pinned && !shown.has(id))
      .map(({ id }) => id),
  };
}

/** Cards that a pinned one lies on go to the nearest free place of their lane. */
function beside(items: readonly Item[], placements: readonly Placement[], area: Box): readonly Placement[] {
  const taken = items.filter(({ pinned }) => pinned).map(({ box }) => wider(box));
  if (taken.length === 0) return placements;
  const standing = placements.filter(({ box }) => !taken.some((other) => overlaps(box, other)));
  taken.push(...standing.map(({ box }) => wider(box)));
  for (const placement of placements) {
    if (standing.includes(placement)) continue;
    const box = nearestFree(placement.box, taken, area);
    if (box === null) continue;
    standing.push({ ...placement, box });
    taken.push(wider(box));
  }
  return standing;
}

const wider = ({ x, w, ...box }: Box): Box => ({ ...box, x: x - pinGap, w: w + 2 * pinGap });

function nearestFree(box: Box, taken: readonly Box[], area: Box): Box | null {
  const [left, right] = [area.x, area.x + area.w - box.w];
  return (
    [left, right, ...taken.flatMap((other) => [other.x - box.w, other.x + other.w])]
      .filter((x) => x >= left && x <= right)
      .map((x) => ({ ...box, x: Math.round(x) }))
      .filter((place) => !taken.some((other) => overlaps(place, other)))
      .sort((a, b) => Math.abs(a.x - box.x) - Math.abs(b.x - box.x) || a.x - b.x)[0] ?? null
  );
}

/**
 * On a card: that is its parent, or, where the card hangs on the dropped one, what it feeds back to. Anywhere else in a
 * lane: the trunk for the first one, else the nearest card of the lane before it. On its own place: nothing changes.
 */
function drop(scene: Scene, item: Item, zone: Zone): Drop {
  const { trunk, sides } = readTree(scene.zones);
  const side = sides.find(({ kind }) => kind === item.kind);
  if (side === undefined) return {};
  const links = linksOf(scene, side);
  if (isAtHome(scene, item, links)) return {};
  const below = hangingOn(item.id, links);
  const others = scene.items.filter(
    ({ id, cardId, isGhost, zoneId }) => id !== item.id && cardId !== item.cardId && (!isGhost || zoneId === trunk?.id),
  );
  const target = others.filter(({ box }) => holds(box, item.box)).sort(compareOrder)[0];
  if (target !== undefined) return below.has(target.id) ? feedBack(item, target) : hangOn(item, target, side, links);
  const lane = laneOf(side, zone.id);
  if (lane < 0) return {};
  const before = lane === 0 ? trunk : side.lanes[lane - 1];
  const nearest = others
    .filter(({ id, zoneId }) => zoneId === before?.id && !below.has(id))
    .sort((a, b) => distance(a, item) - distance(b, item) || compareOrder(a, b))[0];
  return nearest === undefined ? { parent: null } : hangOn(item, nearest, side, links);
}

function isAtHome(scene: Scene, item: Item, links: readonly Link[]): boolean {
  if (!links.some(({ child }) => child === item.id)) return false;
  const items = scene.items.map((one) => (one.id === item.id ? { ...item, pinned: false } : one));
  const home = arrange({ ...scene, items }).placements.find(({ id }) => id === item.id);
  return home !== undefined && holds(home.box, item.box);
}

const holds = (box: Box, dropped: Box): boolean =>
  isInside({ x: centreX(dropped), y: centreY(dropped), w: 0, h: 0 }, box);
const distance = (a: Item, b: Item): number => Math.abs(centreX(a.box) - centreX(b.box));

/** Nothing changes for a card that hangs on this one alone already. */
function hangOn(item: Item, parent: Item, { edge }: Side, links: readonly Link[]): Drop {
  const now = links.filter(({ child }) => child === item.id);
  if (now.length > 0 && now.every((link) => link.parent === parent.id)) return {};
  const [from, to] = edge === 'causes' ? [item, parent] : [parent, item];
  const { from: froms, to: tos } = relationEnds[edge];
  if (!froms.includes(from.kind) || !tos.includes(to.kind)) return {};
  return { parent: { cardId: parent.cardId, kind: edge } };
}

const feedBack = (item: Item, target: Item): Drop =>
  relationEnds.feeds_back.from.includes(item.kind) && relationEnds.feeds_back.to.includes(target.kind)
    ? { parent: { cardId: target.cardId, kind: 'feeds_back' } }
    : {};

/** In the gutter, below title and prompt, where a lane is high enough. */
const sign = ({ box: { x, y, h }, headSize, cardKind }: Zone): Box | null =>
  cardKind === 'problem' || h < 200 ? null : { x: x + 8, y: y + h - 70, w: headSize - 16, h: 64 };

export const tree: Behaviour = { scope: 'frame', reads: [], drop, arrange, sign };
