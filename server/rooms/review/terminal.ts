import { createGeometry, localBox, type Point, pointIn, type Records } from '../../../shared/board/containment.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { fromPage, placeOnPage, toPage } from '../../../shared/board/place.ts';
import type { BoardShape } from '../../../shared/board/read-board.ts';
import type { Ledger } from './ledger.ts';
import { clampPlace } from './limits.ts';

interface ArrowEnd {
  readonly terminal: 'start' | 'end';
  readonly normalizedAnchor: Point;
  readonly isPrecise: boolean;
}

/**
 * The arrow with the end that a binding held where it was seen last: at the anchor in the shape it was bound to, as that
 * stood when the turn began.
 * @returns the arrow as it is when the shape is not known any more
 */
export function releaseEnd(ledger: Ledger, arrow: AnyRecord, binding: AnyRecord): AnyRecord {
  const find = (id: string) => ledger.was(id) ?? ledger.grave(id);
  const target = find(binding.toId as string);
  if (target?.typeName !== 'shape') return arrow;
  const { terminal, normalizedAnchor, isPrecise } = binding.props as unknown as ArrowEnd;
  const anchor = isPrecise ? normalizedAnchor : { x: 0.5, y: 0.5 };
  const local =
    target.type === 'group'
      ? centreOfGroup(ledger, target)
      : pointIn(localBox(target as unknown as BoardShape), anchor);
  const onPage = toPage(placeOnPage(find, target.id), { ...local, rotation: 0 });
  const { x, y } = fromPage(placeOnPage(ledger.get, arrow.id), onPage);
  const point = { x: clampPlace(x), y: clampPlace(y) };
  return { ...arrow, props: { ...(arrow.props as object), [terminal]: point } } as AnyRecord;
}

/** In the group's own coordinates. */
function centreOfGroup(ledger: Ledger, group: AnyRecord): Point {
  const records = new Map<string, AnyRecord>([[group.id, group]]);
  for (const id of [...ledger.childrenOf(group.id), ...ledger.changedIds()]) {
    const child = ledger.was(id);
    if (child?.parentId === group.id) records.set(id, { ...child });
  }
  // Seen from the group itself, so that what it is in does not matter.
  records.set(group.id, { ...group, x: 0, y: 0, rotation: 0, parentId: 'page:none' } as AnyRecord);
  const shape = records.get(group.id) as unknown as BoardShape;
  return createGeometry(records as unknown as Records).centreOf(shape);
}
