import type { Point } from '../../board/containment.ts';
import type { BoardView, CardView, FrameView, Spot } from '../board-view.ts';
import type { Fields } from '../cards/fields.ts';
import type { Box, Frame, Layout, Template, Zone } from '../template.ts';
import { overlaps } from './arrange.ts';
import type { Arrangement, Drop, Edge, Hand, Item, NewPlace, Placement, Scene } from './behaviour.ts';
import { behaviours } from './behaviours.ts';
import { pageOf, pagePitch, pagesMax } from './scene-continuation.ts';

/** From a board to what its layouts see, and back to the page. */

/** A scene with its place on the board. What stands on a continuation is below the frame, one `pagePitch` per page. */
export interface PlacedScene extends Scene {
  readonly layout: Layout;
  /** Pages of the frame that are on the board, the template's own first. */
  readonly pages: readonly FrameView[];
}

/**
 * The scenes of a board's frames, empty ones too. Cards outside of every zone are in none of them.
 * @param frameId @param layout leave out all others
 */
export function scenesOf(view: BoardView, template: Template, frameId?: string, layout?: Layout): PlacedScene[] {
  const items = itemsOf(view, template);
  const edges = edgesOf(view);
  return template.frames
    .filter((frame) => frameId === undefined || frame.id === frameId)
    .flatMap((frame) => {
      const pages = view.frames.filter((page) => page.frame === frame).sort((a, b) => a.page - b.page);
      const ofFrame = items.filter((item) => item.frame === frame).map(({ item }) => item);
      return pages[0]?.page === 0
        ? splitFrame(frame, ofFrame, edges)
            .filter((scene) => layout === undefined || scene.layout === layout)
            .map((scene) => ({ ...scene, pages }))
        : [];
    });
}

/** A zone and those that it lies in, from the inside out. */
export function zonesAround(frame: Frame, zone: Zone): readonly Zone[] {
  const outer = frame.zones.find(({ id }) => id === zone.within);
  return outer === undefined ? [zone] : [zone, ...zonesAround(frame, outer)];
}

/** The zone that arranges a place: its own, or the next around it that has a layout. */
export const layoutZone = (frame: Frame, zone: Zone): Zone =>
  zonesAround(frame, zone).find(({ layout }) => behaviours[layout] !== null) ?? zone;

/** What being in a zone says about a card; the inner zone has the last word. */
export const setsOf = (frame: Frame, zone: Zone): Fields =>
  Object.assign({}, ...[...zonesAround(frame, zone)].reverse().map(({ sets }) => sets));

/** The scenes of one frame: one for each layout that works over the whole frame, one for each other zone. */
export function splitFrame(
  frame: Frame,
  items: readonly Item[],
  edges: readonly Edge[],
): readonly Omit<PlacedScene, 'pages'>[] {
  const groups = new Map<string, Zone[]>();
  for (const zone of frame.zones) {
    const key = behaviours[zone.layout]?.scope === 'frame' ? `frame ${zone.layout}` : `zone ${zone.id}`;
    groups.set(key, [...(groups.get(key) ?? []), zone]);
  }
  return [...groups.values()].map((zones) => ({
    frame,
    zones,
    layout: zones[0]?.layout ?? 'none',
    items: items.filter(({ zoneId }) => zones.some(({ id }) => id === zoneId)),
    edges,
  }));
}

const edgesOf = ({ relations }: BoardView): readonly Edge[] =>
  relations.map(({ id, index, props: { from, to, kind } }) => ({ id, from, to, kind, order: `${index} ${id}` }));

function itemsOf(view: BoardView, template: Template): readonly { readonly frame: Frame; readonly item: Item }[] {
  const entry = (spot: Spot, shape: Drawn, card: CardView, centre: Point) => {
    const { frame, zone, frameShape } = spot;
    if (frame === null || zone === null || frameShape === null) return [];
    const { w, h, pinned } = shape.props;
    const down = pageOf(frameShape.id, template) * pagePitch;
    const box = { x: centre.x - frameShape.x - w / 2, y: centre.y - frameShape.y - h / 2 + down, w, h };
    const { id: cardId, kind, title, fields, isGhost } = card;
    const order = `${shape.index} ${shape.id}`;
    const zoneId = layoutZone(frame, zone).id;
    const isFast = pinned || shape.isLocked;
    return [
      { frame, item: { id: shape.id, cardId, kind, title, fields, isGhost, box, zoneId, pinned: isFast, order } },
    ];
  };
  return [
    ...[...view.cards.values()].flatMap((card) => entry(card, card.shape, card, card.centre)),
    ...view.mirrors.flatMap((mirror) => entry(mirror, mirror.shape, mirror.card, mirror.centre)),
  ];
}
type Drawn = Pick<CardView['shape'], 'id' | 'index' | 'isLocked'> & {
  readonly props: Pick<CardView['shape']['props'], 'w' | 'h' | 'pinned'>;
};

/**
 * What the place of an item says about its card: what its zone does, and what its layout reads from where it is.
 * @param zone the innermost that it is in
 * @param hand all that was let go together
 */
export function applyDrop(scene: Scene, itemId: string, zone: Zone, hand?: Hand): Drop {
  const item = scene.items.find(({ id }) => id === itemId);
  if (item === undefined) return {};
  const arranging = layoutZone(scene.frame, zone);
  const { fields, ...rest } = behaviours[arranging.layout]?.drop(scene, item, arranging, hand) ?? {};
  return { ...rest, fields: { ...setsOf(scene.frame, zone), ...fields } };
}

/** One frame's worth; nothing moves where people put cards by hand. */
export function arrangeScene(scene: Scene): Arrangement {
  const [zone] = scene.zones;
  const behaviour = zone === undefined ? null : behaviours[zone.layout];
  return behaviour?.arrange(scene) ?? { placements: [], overflow: [] };
}

/**
 * Where a new card of a zone goes while all others stay, in frame coordinates.
 * @returns null where the others have to move: it goes anywhere into the zone, and the scene is arranged.
 */
export const nextPlace = (scene: Scene, zone: Zone, fields: Fields = {}): NewPlace | null =>
  behaviours[zone.layout]?.next?.(scene, zone, fields) ?? null;

/** Ghosts that a card takes the place of: they go when it comes. */
const coveredGhosts = (scene: Scene, placements: readonly Pick<Placement, 'box'>[]): readonly string[] =>
  scene.items
    .filter(({ isGhost, box }) => isGhost && placements.some((card) => overlaps(card.box, box)))
    .map(({ id }) => id);

/** Where something is to stand in page coordinates. */
export interface Move extends Placement {
  /** 0 for the template's own frame. */
  readonly page: number;
}

/** A page that cards go to; `continuationRecords` makes what is missing of it. */
export interface Page {
  readonly zone: Zone;
  /** 1 for the first continuation. */
  readonly page: number;
}

export interface Plan {
  readonly moves: readonly Move[];
  readonly pages: readonly Page[];
  /** Ghosts that have to go. */
  readonly covered: readonly string[];
}

/**
 * Arranges a scene over as many pages as it takes: what a page has no room for goes to the next, and comes back.
 * @param past whether to go on past a page that pinned cards fill; a canvas leaves what comes lying there
 */
export function planScene(placed: PlacedScene, past: 'none' | 'pinned' = 'none'): Plan {
  const moves: Move[] = [];
  const pages: Page[] = [];
  const covered: string[] = [];
  let left: readonly Item[] = placed.items.filter(({ pinned }) => !pinned);
  for (let page = 0; page <= pagesMax && left.length > 0; page++) {
    const scene = onPage(placed, left, page);
    const { placements, overflow } = arrangeScene(scene);
    const origin = originOf(placed, page);
    moves.push(...placements.map((placement) => ({ ...placement, page, box: shifted(placement.box, origin) })));
    if (page > 0) pages.push(...zonesWith(scene, placements).map((zone) => ({ zone, page })));
    covered.push(...coveredBy(scene, placements));
    const rest = left.filter(({ id }) => overflow.includes(id));
    const isFilled = past === 'pinned' && scene.items.length > left.length;
    if (rest.length === left.length && !isFilled) break;
    left = rest;
  }
  return { moves, pages, covered };
}

/** A page's own scene: what is left for it, and what is pinned there. */
function onPage(placed: PlacedScene, left: readonly Item[], page: number): Scene {
  const up = { x: 0, y: -page * pagePitch };
  const isHere = ({ box }: Item): boolean => Math.floor(Math.max(0, box.y) / pagePitch) === page;
  const pinned = placed.items.filter((item) => item.pinned && isHere(item));
  return { ...placed, items: [...left, ...pinned].map((item) => ({ ...item, box: shifted(item.box, up) })) };
}

const zonesWith = (scene: Scene, placements: readonly Placement[]): readonly Zone[] =>
  scene.zones.filter((zone) =>
    placements.some(({ id }) => scene.items.some((item) => item.id === id && item.zoneId === zone.id)),
  );

/** As the scene is once everything has its place. */
function coveredBy(scene: Scene, placements: readonly Placement[]): readonly string[] {
  const boxes = new Map(placements.map(({ id, box }) => [id, box]));
  const items = scene.items.map((item) => ({ ...item, box: boxes.get(item.id) ?? item.box }));
  return coveredGhosts(
    { ...scene, items },
    items.filter(({ isGhost }) => !isGhost),
  );
}

/** Where a page of a frame is, in page coordinates; where it will be, if it is not there yet. */
function originOf({ pages }: PlacedScene, page: number): Point {
  const there = pages.find((known) => known.page === page);
  if (there !== undefined) return there.shape;
  const { x = 0, y = 0 } = pages[0]?.shape ?? {};
  return { x, y: y + page * pagePitch };
}

export const shifted = (box: Box, { x, y }: Point): Box => ({ ...box, x: box.x + x, y: box.y + y });
