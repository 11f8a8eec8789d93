import type { TLRichText, TLShapeId } from 'tldraw';
import { plainRichText } from '../../../shared/board/rich-text.ts';
import { layoutZone } from '../../../shared/method/behaviours/scene.ts';
import type { BoardView, CardView, MirrorView } from '../../../shared/method/board-view.ts';
import { clusterOf } from '../../../shared/method/cards/cluster.ts';
import { fieldTypes } from '../../../shared/method/cards/fields.ts';
import { isPrivate, writesPrivately } from '../../canvas/private-shapes.ts';
import type { Draft } from './draft.ts';
import { hang } from './edges.ts';
import { intoLane } from './lanes.ts';
import { makeCard } from './make.ts';
import { parentsOf } from './parents-of.ts';

/** A card where it is chosen: itself, or a second place of it. */
export interface Chosen {
  readonly card: CardView;
  readonly spot: CardView | MirrorView;
}

/** `name` for cards that stand by their clusters, `parent` for those of a tree, which come to hang on one card of that name. */
export type ClusterWay = 'name' | 'parent';

/**
 * Why cards get no name: they stand in places that order cards in several ways, or in one that does not group them; of a
 * tree they are not of one kind, others see some of them and not what is written alone, or all hang on one of them.
 */
export type ClusterHindrance = 'apart' | 'placed' | 'mixed' | 'shown' | 'one-branch';

export const clusterNameMax = fieldTypes.cluster.max;

/** All cards, wherever they stand. */
const standing = ({ cards, mirrors }: BoardView): readonly Chosen[] => [
  ...[...cards.values()].map((card) => ({ card, spot: card })),
  ...mirrors.map((spot) => ({ card: spot.card, spot })),
];

/** Those that may get a name; in the order in which they were made. */
export function chosenOf({ cards, mirrors }: BoardView, ids: readonly string[]): readonly Chosen[] {
  const chosen = ids.flatMap((id): Chosen[] => {
    const card = cards.get(id);
    if (card !== undefined) return [{ card, spot: card }];
    return mirrors.filter(({ shape }) => shape.id === id).map((spot) => ({ card: spot.card, spot }));
  });
  const order = ({ card }: Chosen): string => `${card.shape.index} ${card.id}`;
  return chosen.filter(({ card }) => !card.isGhost).sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

const isWay = (found: ClusterWay | ClusterHindrance): found is ClusterWay => found === 'name' || found === 'parent';

/** @returns null where a name in common means nothing to where cards stand. */
export function clusterWay(view: BoardView, chosen: readonly Chosen[], writesAlone: boolean): ClusterWay | null {
  const found = wayOrHindrance(view, chosen, writesAlone);
  return isWay(found) ? found : null;
}

/** @returns null where they can get a name. */
export function clusterHindrance(
  view: BoardView,
  chosen: readonly Chosen[],
  writesAlone: boolean,
): ClusterHindrance | null {
  const found = wayOrHindrance(view, chosen, writesAlone);
  return isWay(found) ? null : found;
}

function wayOrHindrance(
  view: BoardView,
  chosen: readonly Chosen[],
  writesAlone: boolean,
): ClusterWay | ClusterHindrance {
  const layouts = new Set(
    chosen.map(({ spot: { frame, zone } }) => (frame && zone ? layoutZone(frame, zone).layout : null)),
  );
  const [layout] = layouts;
  if (layouts.size > 1) return 'apart';
  if (layout === 'grid') return 'name';
  if (layout !== 'tree') return 'placed';
  const kinds = new Set(chosen.map(({ card }) => card.kind));
  if (kinds.size !== 1 || !(kinds.has('cause') || kinds.has('effect'))) return 'mixed';
  if (writesAlone && !chosen.every(({ card }) => isPrivate(card.shape))) return 'shown';
  return topsOf(view, chosen).length > 1 ? 'parent' : 'one-branch';
}

/** Names of clusters in the zones of what is chosen, in their order; for what others see, those alone that they see. */
export function clusterNames(view: BoardView, chosen: readonly Chosen[]): readonly string[] {
  const zones = new Set(chosen.map(({ spot }) => spot.zone));
  const isOwn = chosen.every(({ card }) => isPrivate(card.shape));
  const near = standing(view).filter(
    ({ card, spot }) => zones.has(spot.zone) && !card.isGhost && (isOwn || !isPrivate(card.shape)),
  );
  const names = near.flatMap(({ card }) => clusterOf(card.fields) ?? []);
  return [...new Set(names)].sort((a, b) => a.localeCompare(b));
}

/** All that stands where the chosen ones do and is in the same cluster; none where they are in several or in none. */
export function clusterMates(view: BoardView, chosen: readonly Chosen[]): readonly TLShapeId[] {
  const [name, zones] = [commonName(chosen), new Set(chosen.map(({ spot }) => spot.zone))];
  if (name === null || zones.size !== 1) return [];
  return standing(view).flatMap(({ card, spot }) =>
    zones.has(spot.zone) && !card.isGhost && clusterOf(card.fields) === name ? [spot.shape.id] : [],
  );
}

/** The name that all of them have; null where they have none or several. */
export function commonName(chosen: readonly Chosen[]): string | null {
  const names = new Set(chosen.map(({ card }) => clusterOf(card.fields)));
  const [name = null] = names;
  return names.size === 1 ? name : null;
}

/**
 * Gives cards that belong together a name. An empty one takes them out of their cluster; in a tree it changes nothing.
 * Locked cards keep what they have.
 * @param ids of cards or of second places
 * @returns how many cards are in another cluster now, or hang elsewhere
 */
export function cluster(draft: Draft, ids: readonly string[], name: string): number {
  const chosen = chosenOf(draft.view, ids).filter(({ card }) => draft.card(card.id) !== undefined);
  const wanted = clusterOf({ cluster: name.slice(0, clusterNameMax) });
  switch (clusterWay(draft.view, chosen, writesPrivately(draft.editor))) {
    case 'name':
      return chosen.filter(
        ({ card, spot }) =>
          draft.speaksFor(spot.shape.id, card.id) && draft.setFields(card.id, { cluster: wanted }).length > 0,
      ).length;
    case 'parent':
      return wanted === null ? 0 : hangTogether(draft, chosen, wanted);
    case null:
      return 0;
  }
}

/** Those that hang on none of the others: one that does goes on hanging there. */
function topsOf(view: BoardView, chosen: readonly Chosen[]): readonly Chosen[] {
  const ids = new Set(chosen.map(({ card }) => card.id as string));
  return chosen.filter(({ card }) => !above(view, card.id).some((id) => ids.has(id)));
}

/** A new card takes the place above them, and they come to hang on it with all that hangs on them. @returns how many */
function hangTogether(draft: Draft, chosen: readonly Chosen[], name: string): number {
  const tops = topsOf(draft.view, chosen);
  const [first] = tops;
  const { frame, zone } = first?.spot ?? {};
  if (first === undefined || frame == null || zone == null) return 0;
  const { kind } = first.card;
  const parent = draft.view.cards.get(mostOf(tops.flatMap(({ card }) => above(draft.view, card.id)[0] ?? [])) ?? '');
  const scene = draft.scenes().of(first.spot.shape.id);
  const within = new Set(scene?.items.map(({ cardId }) => cardId));
  // Dropped on a card of a tree, another one hangs on it.
  const at = parent === undefined ? { zone: { frameId: frame.id, zoneId: zone.id } } : { point: parent.centre };
  const richText = plainRichText(name) as unknown as TLRichText;
  const made = makeCard(draft, at, { kind, richText, fields: {} });
  if (made === undefined) return 0;
  intoLane(draft, draft.scenes(), made);
  const edge = kind === 'cause' ? 'causes' : 'leads_to';
  for (const { card } of tops) hang(draft, card.id, { cardId: made, kind: edge }, new Set([...within, made]));
  return tops.length;
}

/** What a card hangs on, and what that hangs on, from the nearest. */
function above(view: BoardView, cardId: string): readonly string[] {
  const found = [cardId];
  for (const id of found) found.push(...parentsOf(view, id).filter((parent) => !found.includes(parent)));
  return found.slice(1);
}

/** The value that comes most often; of equals, the first. */
function mostOf(values: readonly string[]): string | undefined {
  const count = (value: string) => values.filter((other) => other === value).length;
  return values.reduce<string | undefined>(
    (most, value) => (most === undefined || count(value) > count(most) ? value : most),
    undefined,
  );
}
