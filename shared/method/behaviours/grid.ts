import { clusterOf } from '../cards/cluster.ts';
import { zoneBody } from '../geometry.ts';
import type { Box, Paper, Zone } from '../template.ts';
import { gap, inPlaces, inReadingOrder, type Places } from './arrange.ts';
import type { Arrangement, Behaviour, Item, NewPlace, Scene } from './behaviour.ts';
import { type Laid, layBlocks } from './cluster-blocks.ts';
import { dropOnClusters, panelLook } from './clusters.ts';

interface Step {
  readonly w: number;
  readonly h: number;
  readonly textSize: number;
}

/** Smallest sizes of a card in board units, from large to small. A lower one is wider: its text takes as much room. */
const steps: Readonly<Record<Paper, readonly [Step, ...Step[]]>> = {
  A4: [
    { w: 200, h: 150, textSize: 20 },
    { w: 190, h: 112, textSize: 18 },
    { w: 160, h: 82, textSize: 16 },
    { w: 142, h: 92, textSize: 16 },
  ],
  A3: [
    { w: 300, h: 190, textSize: 27 },
    { w: 270, h: 150, textSize: 24 },
    { w: 240, h: 118, textSize: 22 },
    { w: 212, h: 124, textSize: 22 },
  ],
};

/** Cards stretch to fill a row, up to this much; one that has the row to itself takes all of it. */
const stretch = 1.6;

/** Grids of a zone's body by step, without those that hold no more than a larger one. */
export function gridPlaces(body: Box, paper: Paper): readonly Places[] {
  const isLow = steps[paper].every(({ h }) => h > body.h);
  const grids: Places[] = [];
  for (const { w, h, textSize } of steps[paper]) {
    const boxes = cellsOf(body, w, isLow ? body.h : h);
    if (boxes.length > (grids.at(-1)?.boxes.length ?? 0)) grids.push({ boxes, textSize });
  }
  return grids;
}

function cellsOf(body: Box, least: number, h: number): readonly Box[] {
  const columns = Math.max(1, Math.floor((body.w + gap) / (least + gap)));
  const rows = Math.floor((body.h + gap) / (h + gap));
  const share = (body.w - (columns - 1) * gap) / columns;
  const w = Math.floor(columns === 1 ? body.w : Math.min(share, least * stretch));
  return Array.from({ length: columns * rows }, (_, index) => ({
    x: body.x + (index % columns) * (w + gap),
    y: body.y + Math.floor(index / columns) * (h + gap),
    w,
    h,
  }));
}

const plain = inPlaces('card', (zone, { paper }) => gridPlaces(zoneBody(zone, paper), paper));

const inCluster = ({ isGhost, fields }: Pick<Item, 'isGhost' | 'fields'>): boolean =>
  !isGhost && clusterOf(fields) !== null;

/** The largest cards of which all have a place, else those of which most have one. */
function inClusters({ frame: { paper }, items }: Scene, zone: Zone, sign: Box | null): Laid & { textSize: number } {
  const body = zoneBody(zone, paper);
  const { head, pad } = panelLook[paper];
  const room = body.h - head - pad;
  const isLow = steps[paper].every(({ h }) => h > room);
  const standing = items.filter(({ isGhost, pinned }) => !isGhost && pinned).map(({ box }) => box);
  const cards = inReadingOrder(items.filter(({ isGhost, pinned }) => !isGhost && !pinned));
  const ground = { body, paper, standing: sign === null ? standing : [...standing, sign] };
  const all = steps[paper].map(({ w, h, textSize }) => ({
    ...layBlocks(ground, cards, { w: Math.min(w, body.w - 2 * pad), h: isLow ? room : h }, stretch),
    textSize,
  }));
  const [first, ...others] = all as [(typeof all)[number], ...typeof all];
  return (
    all.find(({ rest }) => rest.length === 0) ??
    others.reduce((most, laid) => (laid.cards.length > most.cards.length ? laid : most), first)
  );
}

function arrange(scene: Scene): Arrangement {
  const [zone] = scene.zones;
  if (zone === undefined || !scene.items.some(inCluster)) return plain.arrange(scene);
  const free = inClusters(scene, zone, null);
  const laid = free.rest.length === 0 ? free : inClusters(scene, zone, plain.sign?.(zone, scene.frame) ?? null);
  // So little room that the sign takes it all: the names have to go.
  if (laid.cards.length === 0) return plain.arrange(scene);
  const { textSize } = laid;
  return {
    placements: laid.cards.map(({ id, box }) => ({ id, box, face: zone.face ?? 'card', textSize })),
    overflow: laid.rest,
  };
}

/** Among clusters a card has a place of its own only where nothing else has to move for it. */
function next(scene: Scene, zone: Zone, fields: Item['fields']): NewPlace | null {
  const here = scene.items.filter(({ zoneId }) => zoneId === zone.id);
  if (clusterOf(fields) === null && !here.some(inCluster)) return plain.next?.(scene, zone, fields) ?? null;
  const { y, h } = zoneBody(zone, scene.frame.paper);
  const last: Item = {
    ...{ id: '', cardId: '', kind: zone.cardKind ?? 'idea', title: '', fields, zoneId: zone.id },
    ...{ box: { x: 0, y: 2 * (y + h), w: 1, h }, pinned: false, isGhost: false, order: '' },
  };
  const { placements, overflow } = arrange({ ...scene, zones: [zone], items: [...here, last] });
  const place = placements.find(({ id }) => id === last.id);
  const stays = ({ id, box, isGhost, pinned }: Item): boolean => {
    const there = placements.find((other) => other.id === id)?.box;
    return isGhost || pinned || (there !== undefined && isSame(there, box));
  };
  if (place === undefined || overflow.length > 0 || !here.every(stays)) return null;
  const { id: _id, ...where } = place;
  return where;
}

const isSame = (a: Box, b: Box): boolean =>
  [a.x - b.x, a.y - b.y, a.w - b.w, a.h - b.h].every((by) => Math.abs(by) < 0.5);

export const grid: Behaviour = {
  ...plain,
  reads: ['cluster'],
  drop: (scene, item, _zone, hand = new Map()) => dropOnClusters(scene, item, hand),
  arrange,
  next,
};
