import type { TLRecord } from 'tldraw';
import type { Records } from '../../shared/board/containment.ts';
import { endsOf } from '../../shared/board/ends.ts';
import type { AnyRecord } from '../../shared/board/groups.ts';
import { isPrivate } from '../canvas/private-shapes.ts';

/** A board as everybody else sees it: without what somebody writes for themselves, what is in it and what hangs on it. */
export function withoutPrivate(records: Records): Records {
  const gone = new Set<string>();
  for (const record of records.values()) if (record.typeName === 'shape' && isPrivate(record)) gone.add(record.id);
  if (gone.size === 0) return records;
  for (let known = -1; known !== gone.size; ) {
    known = gone.size;
    for (const record of records.values()) if (supportsOf(record).some((id) => gone.has(id))) gone.add(record.id);
  }
  return new Map([...records].filter(([id]) => !gone.has(id)));
}

const supportsOf = (record: TLRecord): readonly string[] => {
  const ends = endsOf(record as unknown as AnyRecord);
  return record.typeName === 'shape' ? [...ends, record.parentId] : ends;
};
