import type * as Y from 'yjs';
import { recordsOf } from '../../../shared/board/document.ts';
import { type AnyRecord, placedIn } from '../../../shared/board/groups.ts';

/** What the document must never hold once everybody is back. */
export function unsoundIn(doc: Y.Doc, records: readonly AnyRecord[]): string[] {
  const byId = new Map(records.map((record) => [record.id as string, record]));
  const faults: string[] = [];
  const seen = new Set<string>();
  const once = (key: string) => {
    if (seen.has(key)) faults.push(`twice: ${key}`);
    seen.add(key);
  };
  for (const record of records) {
    if (record.typeName === 'binding') {
      for (const end of [record.fromId, record.toId])
        if (!byId.has(end as string)) faults.push(`${record.id} has no ${end}`);
      once(`${record.fromId} ${(record.props as { terminal: string }).terminal}`);
    }
    if (record.typeName !== 'shape') continue;
    if (!byId.has(record.parentId as string)) faults.push(`${record.id} has no parent ${record.parentId}`);
    once(`${record.parentId} ${record.index}`);
    const groups = recordsOf(doc).get(record.id);
    if (groups !== undefined && placedIn(groups) !== record.parentId)
      faults.push(`${record.id} has another parent's place`);
    // What is locked is left to whoever locked it.
    if (
      record.type === 'group' &&
      !isLocked(byId, record) &&
      records.filter(({ parentId }) => parentId === record.id).length < 2
    )
      faults.push(`${record.id} is a group of nobody`);
  }
  return faults;
}

function isLocked(byId: ReadonlyMap<string, AnyRecord>, record: AnyRecord): boolean {
  for (let shape: AnyRecord | undefined = record; shape !== undefined; shape = byId.get(shape.parentId as string))
    if (shape.isLocked === true) return true;
  return false;
}
