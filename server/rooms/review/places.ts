import * as Y from 'yjs';
import type { Groups } from '../../../shared/board/document.ts';
import { type AnyRecord, placedIn } from '../../../shared/board/groups.ts';
import { keepOnPage } from '../../../shared/board/place.ts';
import type { Ledger } from './ledger.ts';
import { recordLimits, withinBounds } from './limits.ts';

/**
 * Who moved a shape while somebody else put it elsewhere wrote its place for the parent it had: it stays where it is on
 * the page.
 * @param map what the document says
 * @param ids of records that came as they stand now
 * @returns ids of the shapes that got another place
 */
export function keepPlaces(ledger: Ledger, map: Y.Map<Groups>, ids: ReadonlySet<string>): ReadonlySet<string> {
  const find = (id: string) => ledger.get(id) ?? ledger.grave(id);
  const moved = new Set<string>();
  const pending = new Set(ids);
  // Parents first; what is in more than that is mended afterwards.
  const keep = (id: string, depth = 0) => {
    if (depth > recordLimits.depthMax || !pending.delete(id)) return;
    const [shape, groups] = [ledger.get(id), map.get(id)];
    if (shape?.typeName !== 'shape' || !(groups instanceof Y.Map)) return;
    keep(shape.parentId as string, depth + 1);
    const writtenFor = placedIn(groups);
    if (writtenFor === undefined || writtenFor === shape.parentId) return;
    keep(writtenFor, depth + 1);
    const before = ledger.was(id);
    const kept = keepOnPage(find, shape, writtenFor);
    const stayed =
      before?.parentId === shape.parentId ? { x: before?.x, y: before?.y, rotation: before?.rotation } : {};
    ledger.put(withinBounds(kept ?? ({ ...shape, ...stayed } as AnyRecord)));
    moved.add(id);
  };
  for (const id of ids) keep(id);
  return moved;
}
