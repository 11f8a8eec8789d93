import { groupBy } from '../behaviours/group.ts';
import type { Box } from '../template.ts';
import { busAcross, busBack, busUp, laneAbove, type Track } from './bus.ts';
import { type Around, curve } from './curve.ts';
import type { Route, RoutePlace, RouteRelation } from './route.ts';

/**
 * Ways of the relations of a board, by where their two cards stand: buses in a tree, lines that keep clear of the other
 * actors on a map, plain curves elsewhere.
 *
 * Making a router is cheap, and a relation's way is computed when it is asked for; it depends on no other relation, except
 * in a tree, where second lines keep apart.
 *
 * @param names boxes of what is written on the map below them, in page coordinates
 */
export function createRouter(
  places: readonly RoutePlace[],
  relations: readonly RouteRelation[],
  names: readonly Box[] = [],
): (relationId: string) => Route | null {
  const placeOf = new Map(places.map((place) => [place.cardId, place]));
  const known = new Map(relations.map((relation) => [relation.id, relation]));
  const groups = groupBy(places, keyOf);
  const tracks = tracksOf(relations, placeOf, groups);
  return (relationId) => {
    const relation = known.get(relationId);
    const [from, to] = [placeOf.get(relation?.from ?? ''), placeOf.get(relation?.to ?? '')];
    if (relation === undefined || from === undefined || to === undefined || from === to) return null;
    return keyOf(from) === keyOf(to)
      ? within({ relation, from, to }, tracks.get(relation.id) ?? null, groups.get(keyOf(from)) ?? [], names)
      : curve(relation, from.box, to.box);
  };
}

const keyOf = ({ frameId, layout }: RoutePlace): string => `${frameId} ${layout}`;

interface Ends {
  readonly relation: RouteRelation;
  readonly from: RoutePlace;
  readonly to: RoutePlace;
}

function within(
  { relation, from, to }: Ends,
  track: Track | null,
  group: readonly RoutePlace[],
  names: readonly Box[],
): Route | null {
  switch (from.layout) {
    case 'tree':
      return (
        (relation.kind === 'feeds_back'
          ? busBack(relation, from.box, to.box)
          : busUp(relation, from.box, to.box, track)) ?? curve(relation, from.box, to.box)
      );
    case 'minitree':
      return busAcross(relation, from.box, to.box) ?? curve(relation, from.box, to.box);
    case 'rings':
      return curve(relation, from.box, to.box, aroundOf(group, from, to, names));
    default:
      return curve(relation, from.box, to.box);
  }
}

/** Above so many actors every line runs under somebody, and only one actor's lines are looked at. */
const mostOthers = 60;

const aroundOf = (group: readonly RoutePlace[], from: RoutePlace, to: RoutePlace, names: readonly Box[]): Around => {
  const others = group.length > mostOthers ? [] : group.filter((place) => place !== from && place !== to);
  return { cards: others.map(({ box }) => box), names };
};

/**
 * Second lines of trees. A card hangs by the line to the lowest card above it, of equally low ones by the first that was
 * drawn; every other line upwards gets a track of its own.
 */
function tracksOf(
  relations: readonly RouteRelation[],
  placeOf: ReadonlyMap<string, RoutePlace>,
  groups: ReadonlyMap<string, readonly RoutePlace[]>,
): ReadonlyMap<string, Track> {
  const upwards = relations.flatMap((relation) => {
    const [from, to] = [placeOf.get(relation.from), placeOf.get(relation.to)];
    if (from?.layout !== 'tree' || to === undefined || keyOf(from) !== keyOf(to)) return [];
    if (relation.kind !== 'causes' && relation.kind !== 'leads_to') return [];
    const [child, parent] = relation.kind === 'causes' ? [from, to] : [to, from];
    return [{ relation, child, parent, below: from }];
  });
  const tracks = new Map<string, Track>();
  const taken = new Map<number, number>();
  const sorted = upwards.sort((a, b) => (a.relation.order < b.relation.order ? -1 : 1));
  for (const links of groupBy(sorted, ({ child }) => child).values()) {
    const [first, ...rest] = links;
    if (first === undefined || rest.length === 0) continue;
    const main = rest.reduce((best, link) => (isNearer(link, best) ? link : best), first);
    for (const link of links) {
      if (link === main) continue;
      const lane = laneAbove(link.below.box, groups.get(keyOf(link.below)) ?? []);
      const number = taken.get(lane) ?? 0;
      taken.set(lane, number + 1);
      tracks.set(link.relation.id, { number, lane });
    }
  }
  return tracks;
}

interface Upwards {
  readonly child: RoutePlace;
  readonly parent: RoutePlace;
}

/** Less lies between child and parent, whichever is the lower one. */
function isNearer(a: Upwards, b: Upwards): boolean {
  const between = ({ child, parent }: Upwards): number =>
    Math.max(child.box.y - parent.box.y - parent.box.h, parent.box.y - child.box.y - child.box.h);
  return between(a) < between(b) - 1;
}
