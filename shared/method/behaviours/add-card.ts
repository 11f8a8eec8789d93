import type { Records } from '../../board/containment.ts';
import { type Diff, emptyDiff } from '../../board/diff.ts';
import type { AnyRecord } from '../../board/groups.ts';
import { indexKeyAbove, indexKeysBetween } from '../../board/order.ts';
import { type BoardShape, isShape } from '../../board/read-board.ts';
import { type BoardView, viewBoard } from '../board-view.ts';
import { cardRecord, pageId, recordId, relationRecord } from '../card-records.ts';
import type { FieldName, Fields, FieldValue } from '../cards/fields.ts';
import { mayJoin, type RelationKind } from '../cards/relations.ts';
import type { Frame, Template, Zone } from '../template.ts';
import { arrangeArrivals, welcomeArrival } from './arrange-arrivals.ts';
import type { Drop, NewPlace } from './behaviour.ts';
import { freeSpot } from './free-spot.ts';
import { shifted } from './scene.ts';
import { originOf, readScenes } from './scenes.ts';
import { besideIn, kindAt, looseBox, nextOnPage, readSite, type Site, spotUnder, zoneSite } from './sites.ts';

/** A card that somebody writes without having the board before them. */
export interface AddedCard {
  /** Of its shape. */
  readonly id: string;
  readonly title: string;
  /** Where people write: `frame/zone` or `frame` of the template; null for nowhere in particular. */
  readonly place: string | null;
  /** Whether only its writer is to see it: then nothing changes but that it is there. */
  readonly isPrivate: boolean;
}

/**
 * Puts a card where a canvas puts one that is made in the list of a zone: of the zone's kind, with what the zone says about
 * it, on the next free place or where the others make room, and hanging on the trunk where there is one. Outside of every
 * zone it comes to a free spot of its frame. Pure and deterministic.
 * @param records all that its writer sees
 */
export function addCard(records: Records, template: Template, card: AddedCard): Diff {
  const view = viewBoard(records, template);
  const site = siteOf(records, view, template, card.place);
  const kind = kindAt(site.spot);
  const said = readSite(site, { id: card.id, cardId: card.id, kind, fields: {} });
  const fields = legalFields(said);
  const next = site.scene === undefined ? freeSpot(records, view, site) : nextOnPage(site, fields);
  const place = next ?? (card.isPrivate ? besideOthersOf(site) : looseBox(site));
  const page = parentOf(records, view, site);
  const made = {
    ...cardRecord({ ...place, kind, fields, id: card.id, title: card.title, position: 0, placeholder: '' }),
    ...{ parentId: page, index: indexKeyAbove(topOf(records, page)) },
  } as AnyRecord;
  const edge = edgeOf(records, view, { card, kind, parent: said.parent, page });
  const added = edge === null ? [made] : [made, edge];
  if (card.isPrivate) return { ...emptyDiff(), added: byId(added) };
  const now = new Map(records as unknown as ReadonlyMap<string, AnyRecord>);
  for (const record of added) now.set(record.id, record);
  const board = now as unknown as Records;
  // A tree is arranged by what hangs on what.
  const isInItsPlace = next !== null && edge === null;
  const around = isInItsPlace
    ? welcomeArrival(board, template, card.id)
    : arrangeArrivals(board, template, new Set([card.id]));
  const placed = (record: AnyRecord) => around.updated[record.id]?.[1] ?? record;
  const updated = Object.fromEntries(
    Object.entries(around.updated).filter(([id]) => !added.some((one) => one.id === id)),
  );
  return { ...around, added: { ...around.added, ...byId(added.map(placed)) }, updated };
}

const byId = (records: readonly AnyRecord[]): Diff['added'] =>
  Object.fromEntries(records.map((record) => [record.id, record]));

/** Whether a template has such a place. */
export const isPlaceOf = (template: Template, place: string): boolean => {
  const [frameId, zoneId, ...rest] = place.split('/');
  const frame = template.frames.find(({ id }) => id === frameId);
  return (
    frame !== undefined && rest.length === 0 && (zoneId === undefined || frame.zones.some(({ id }) => id === zoneId))
  );
};

/** Where nothing is chosen, or what was is not there, people begin at the first frame: a board of a group has one alone. */
function frameAt(template: Template, { frames }: BoardView, place: string | null): Frame | undefined {
  const isThere = ({ id }: Frame) => frames.some(({ frame, page }) => frame?.id === id && page === 0);
  const chosen = template.frames.find((frame) => frame.id === place?.split('/')[0] && isThere(frame));
  return chosen ?? template.frames.find(isThere) ?? template.frames[0];
}

/** The zone of a place, or the one in which a frame's writing begins: no point of it has a meaning of its own. */
function zoneAt(frame: Frame, place: string | null): Zone | undefined {
  const zoneId = place?.split('/')[1];
  if (zoneId !== undefined) return frame.zones.find(({ id }) => id === zoneId);
  const open = frame.zones.filter(({ cardKind }) => cardKind !== null);
  const plain = new Set<Zone['layout']>(['grid', 'rows', 'free', 'tree', 'minitree', 'slots']);
  return open.find(({ layout }) => plain.has(layout)) ?? open[0];
}

function siteOf(records: Records, view: BoardView, template: Template, place: string | null): Site {
  const frame = frameAt(template, view, place);
  const shape = view.frames.find((one) => one.frame === frame && one.page === 0)?.shape;
  const zone = frame && zoneAt(frame, place?.split('/')[0] === frame.id ? place : null);
  if (frame !== undefined && zone !== undefined && shape !== undefined) {
    const grounds = [...records.values()].filter(isShape).filter(({ type }) => type === 'frame' || type === 'zone');
    const site = zoneSite(readScenes(view, template), frame, zone, (point) =>
      spotUnder(grounds, template, point, shape.parentId),
    );
    if (site !== undefined) return site;
  }
  const centre = { x: shape?.x ?? 0, y: shape?.y ?? 0 };
  return {
    spot: { frame: shape === undefined ? null : (frame ?? null), zone: null },
    centre,
    scene: undefined,
    isChosen: false,
  };
}

function legalFields({ fields = {} }: Drop): Fields {
  const entries = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(entries as [FieldName, FieldValue][]);
}

/** Where many cards of one writer stay in their zone until all are shown. */
function besideOthersOf(site: Site): NewPlace {
  const loose = looseBox(site);
  const { scene, spot } = site;
  if (scene === undefined) return loose;
  const origin = originOf(scene);
  const box = shifted(loose.box, { x: -origin.x, y: -origin.y });
  return { ...loose, box: shifted(besideIn(scene.items, box, spot.zone), origin) };
}

/** The page of its frame, else the first. */
function parentOf(records: Records, view: BoardView, { spot }: Site): string {
  const shape = view.frames.find(({ frame }) => frame === spot.frame)?.shape;
  if (shape?.parentId.startsWith('page:')) return shape.parentId;
  if (records.has(recordId(pageId) as never)) return pageId;
  const pages = [...records.values()].filter(({ typeName }) => typeName === 'page');
  return pages.map(({ id }) => id as string).sort()[0] ?? pageId;
}

const siblings = (records: Records, page: string): readonly BoardShape[] =>
  [...records.values()]
    .filter(isShape)
    .filter(({ parentId }) => parentId === page)
    .sort((a, b) => (a.index < b.index ? -1 : 1));

/** The highest index of a page. */
const topOf = (records: Records, page: string): string => siblings(records, page).at(-1)?.index ?? 'a0';

interface Hanging {
  readonly card: AddedCard;
  readonly kind: ReturnType<typeof kindAt>;
  readonly parent: Drop['parent'];
  readonly page: string;
}

/** What joins the card to the one that it hangs on; above the frames and below every card. */
function edgeOf(records: Records, view: BoardView, { card, kind, parent, page }: Hanging): AnyRecord | null {
  const trunk = parent === undefined || parent === null ? undefined : view.cards.get(parent.cardId);
  if (trunk === undefined || parent === undefined || parent === null) return null;
  const relation: RelationKind = parent.kind;
  const isFromTrunk = relation === 'leads_to';
  const [from, to] = isFromTrunk ? [trunk.id as string, card.id] : [card.id, trunk.id as string];
  if (!(isFromTrunk ? mayJoin(relation, trunk.kind, kind) : mayJoin(relation, kind, trunk.kind))) return null;
  const all = siblings(records, page);
  const first = all.findIndex(({ type }) => type === 'card' || type === 'mirror');
  const [below, above] = [all[first - 1]?.index, all[first]?.index];
  const between = below === undefined || above === undefined ? null : (indexKeysBetween(below, above, 1)?.[0] ?? null);
  const edge = relationRecord({ id: `${card.id}-edge`, position: 0 }, { from, to }, { kind: relation, strength: 2 });
  return { ...edge, parentId: page, index: between ?? below ?? 'a0' } as AnyRecord;
}
