import type { CardFace } from '../../board/card-shapes.ts';
import { createGeometry, type Point } from '../../board/containment.ts';
import type { BoardShape } from '../../board/read-board.ts';
import { createSpots, type Spot } from '../board-view.ts';
import type { Fields } from '../cards/fields.ts';
import type { CardKind } from '../cards/kinds.ts';
import { zoneBody } from '../geometry.ts';
import type { Box, Frame, Paper, Template, Zone } from '../template.ts';
import { centreX, centreY, isInside } from './arrange.ts';
import type { Drop, Item, NewPlace } from './behaviour.ts';
import { besideOthers, isOn } from './placing.ts';
import { applyDrop, layoutZone, nextPlace, type PlacedScene, setsOf, zonesAround } from './scene.ts';
import { originOf, type Scenes } from './scenes.ts';
import { nearestGood } from './spread-loose.ts';

/** Where something new comes to a board, and what that place says about it. */

/** Size of a card where nothing says how large it is to be, in board units. */
const usual: Readonly<Record<Paper, { readonly w: number; readonly h: number; readonly textSize: number }>> = {
  A4: { w: 280, h: 160, textSize: 20 },
  A3: { w: 300, h: 190, textSize: 27 },
};

/** A place where something is to come. */
export interface Site {
  readonly spot: Pick<Spot, 'frame' | 'zone'>;
  /** On the page. */
  readonly centre: Point;
  /** Undefined outside of every zone. */
  readonly scene: PlacedScene | undefined;
  /** Whether the very point was chosen, so that it has a meaning of its own. */
  readonly isChosen: boolean;
}

/** What is under a point of a page. @param grounds its frames and zones */
export function spotUnder(grounds: Iterable<BoardShape>, template: Template, point: Point, pageId: string): Spot {
  const geometry = createGeometry(new Map([...grounds].map((shape) => [shape.id, shape])));
  // Something without a size: its middle is the point itself.
  const dot = { ...point, id: '', typeName: 'shape', type: 'card', rotation: 0, parentId: pageId, props: {} };
  const { frame, zone } = geometry.placeOf(dot as unknown as BoardShape);
  return createSpots(template)(frame, zone);
}

/**
 * A zone of the template, where nobody pointed at anything in it.
 * @returns undefined where it is not on the board.
 */
export function zoneSite(
  scenes: Scenes,
  frame: Frame,
  zone: Zone,
  spotAt: (point: Point) => Pick<Spot, 'zone'>,
): (Site & { readonly scene: PlacedScene }) | undefined {
  const scene = scenes.at({ frame, zone });
  if (scene === undefined) return undefined;
  const origin = originOf(scene);
  const { x, y } = pointIn(frame, zone);
  const centre = { x: origin.x + x, y: origin.y + y };
  // A frame may be there without this zone of it.
  if (spotAt(centre).zone !== zone) return undefined;
  return { spot: { frame, zone }, centre, scene, isChosen: false };
}

/** A point that is in this zone and in none of those that lie in it: their middle first, else just inside an edge. */
function pointIn(frame: Frame, zone: Zone): Point {
  const inner = frame.zones.filter(({ within }) => within === zone.id);
  const { x, y, w, h } = zoneBody(zone, frame.paper);
  const isFree = (point: Point) => !inner.some(({ box }) => isIn(point, box));
  const middle = { x: x + w / 2, y: y + h / 2 };
  const atEdges = [0.04, 0.96].flatMap((part) => [
    { x: middle.x, y: zone.box.y + zone.box.h * part },
    { x: zone.box.x + zone.box.w * part, y: middle.y },
  ]);
  return [middle, ...atEdges].find(isFree) ?? middle;
}

const isIn = (point: Point, { x, y, w, h }: Box): boolean =>
  point.x >= x && point.x <= x + w && point.y >= y && point.y <= y + h;

/** What cards are in a place; null where people put none. */
export const kindHere = ({ frame, zone }: Site['spot']): CardKind | null =>
  (frame && zone && zonesAround(frame, zone).find(({ cardKind }) => cardKind !== null)?.cardKind) ?? null;

export const kindAt = (spot: Site['spot']): CardKind => kindHere(spot) ?? 'idea';

/** How something looks before it is arranged; the box in page coordinates. */
export function looseBox({ spot, centre }: Pick<Site, 'spot' | 'centre'>): NewPlace {
  const { w, h, textSize } = usual[spot.frame?.paper ?? 'A4'];
  const face: CardFace = spot.zone?.face ?? 'card';
  return { box: { x: Math.round(centre.x - w / 2), y: Math.round(centre.y - h / 2), w, h }, face, textSize };
}

/** Layouts in which every point means something: a place that nobody pointed at says nothing. */
const isMeasured = ({ layout }: Zone): boolean => layout === 'matrix' || layout === 'rings' || layout === 'time';

/** What a place says about something that is not there yet. Where nobody pointed, it hangs on the trunk or on nothing. */
export function readSite(site: Site, card: Pick<Item, 'id' | 'cardId' | 'kind' | 'fields'>): Drop {
  const { scene, spot } = site;
  const { frame, zone } = spot;
  if (scene === undefined || frame === null || zone === null) return {};
  const arranging = layoutZone(frame, zone);
  if (!site.isChosen && isMeasured(arranging)) return { fields: setsOf(frame, zone) };
  const { x, y } = originOf(scene);
  const body = zoneBody(zone, frame.paper);
  // Beside everything where nobody pointed: it is not on a card by chance.
  const { box } = looseBox(site.isChosen ? site : { ...site, centre: { ...site.centre, x: x + body.x + body.w + 1 } });
  const item: Item = {
    ...card,
    ...{ title: '', zoneId: arranging.id, pinned: false, isGhost: false, order: '' },
    box: { ...box, x: box.x - x, y: box.y - y },
  };
  const others = scene.items.filter(({ id }) => id !== card.id);
  const { parent, ...said } = applyDrop({ ...scene, items: [...others, item] }, card.id, zone);
  const isCertain = site.isChosen || others.find(({ cardId }) => cardId === parent?.cardId)?.kind === 'problem';
  return isCertain && parent !== undefined ? { ...said, parent } : said;
}

/** The free place that comes next, in page coordinates; null where the others have to make room. */
export function nextOnPage({ scene, spot: { frame, zone } }: Site, fields: Fields): NewPlace | null {
  if (scene === undefined || frame === null || zone === null) return null;
  const next = nextPlace(scene, layoutZone(frame, zone), fields);
  if (next === null) return null;
  const { x, y } = originOf(scene);
  return { ...next, box: { ...next.box, x: next.box.x + x, y: next.box.y + y } };
}

/**
 * On top of the others, a little apart from what lies there already, where nothing may make room.
 * @param box in the coordinates of its frame, as that of the others
 * @param staysIn the zone that it is not to leave as long as there is any place in it
 */
export function besideIn(others: readonly Pick<Item, 'box'>[], box: Box, staysIn: Zone | null): Box {
  const isTaken = (place: Box) => others.some((other) => isOn(other.box, place));
  const isGood = (place: Box) => !isTaken(place) && staysIn !== null && isAt(staysIn, place);
  return (staysIn === null ? undefined : nearestGood(box, isGood)) ?? besideOthers(box, isTaken);
}

const isAt = ({ box }: Zone, card: Box): boolean => isInside({ x: centreX(card), y: centreY(card), w: 0, h: 0 }, box);
