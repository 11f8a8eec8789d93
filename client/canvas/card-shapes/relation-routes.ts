import { type Computed, computed, createComputedCache, type Editor, type TLShapeId } from 'tldraw';
import type { RelationShape } from '../../../shared/board/card-shapes.ts';
import { isEqualJson } from '../../../shared/board/equal.ts';
import type { Route, RoutePlace, RouteRelation } from '../../../shared/method/routes/route.ts';
import { createRouter } from '../../../shared/method/routes/router.ts';
import { namesOnMap } from './map-names.ts';
import { type Group, membersOf, type Run, routePlace, runBetween } from './relation-places.ts';

const runCache = createComputedCache<Editor, Run | null, RelationShape>(
  'run of an edge',
  (editor, { props }) => runBetween(editor, props.from, props.to),
  { areRecordsEqual: (a, b) => a.props === b.props, areResultsEqual: isEqualJson },
);

const asRoute = ({ id, props, index }: RelationShape, { from, to }: Run): RouteRelation => {
  const { kind, tie, strength, state, direction } = props;
  return { id, from, to, kind, tie, strength, state, direction, order: index };
};

type Router = (relationId: string) => Route | null;

const routers = new WeakMap<Editor, Map<string, Computed<Router>>>();

/** Of all edges of a group: in a tree they keep apart, on a map they keep clear of other cards and of the names on it. */
function routerOf(editor: Editor, group: Group): Router {
  const known = routers.get(editor) ?? new Map<string, Computed<Router>>();
  routers.set(editor, known);
  let router = known.get(group.key);
  if (router === undefined) {
    const relations = editor.store.query.records('shape', () => ({ type: { eq: 'relation' as never } }));
    router = computed(`router of ${group.key}`, () => {
      const places = membersOf(editor, group).flatMap((id) => routePlace(editor, id, group) ?? []);
      const among = (relations.get() as unknown as readonly RelationShape[]).flatMap((relation) => {
        const run = runCache.get(editor, relation.id) ?? null;
        return run?.group?.key === group.key ? [asRoute(relation, run)] : [];
      });
      return createRouter(places, among, group.layout === 'rings' ? namesOnMap(editor, group.sheetId) : []);
    });
    known.set(group.key, router);
  }
  return router.get();
}

const routeCache = createComputedCache<Editor, Route | null, RelationShape>(
  'route of an edge',
  (editor, relation) => {
    const run = runCache.get(editor, relation.id) ?? null;
    if (run === null) return null;
    if (run.group !== null) return routerOf(editor, run.group)(relation.id);
    const places = [run.from, run.to].map((id) => routePlace(editor, id, null));
    const both = places.filter((place): place is RoutePlace => place !== null);
    return createRouter(both, [asRoute(relation, run)])(relation.id);
  },
  { areRecordsEqual: (a, b) => a.props === b.props && a.index === b.index, areResultsEqual: isEqualJson },
);

/**
 * How an edge runs now; to be read where changes are tracked.
 * @returns null where nothing is to be drawn: a card is gone, both lie on each other, or on two sheets.
 */
export const routeOf = (editor: Editor, id: TLShapeId): Route | null => routeCache.get(editor, id) ?? null;
