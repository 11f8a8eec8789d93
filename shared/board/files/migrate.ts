import type { SerializedSchema } from '@tldraw/store';
import { createTLSchema, defaultBindingSchemas, defaultShapeSchemas } from '@tldraw/tlschema';
import type { AnyRecord } from '../groups.ts';
import { ownShapes } from '../schema.ts';
import { FileError } from './file-fault.ts';

/** All that a file may hold before it is fitted to a board: also what boards do not show. */
const fileSchema = createTLSchema({
  shapes: { ...defaultShapeSchemas, ...ownShapes },
  bindings: defaultBindingSchemas,
});

/** What tldraw alone knows: the schema of a file that others are to open. */
export const tldrawSchema = createTLSchema({ shapes: defaultShapeSchemas, bindings: defaultBindingSchemas });

/**
 * Records as this version has them. Those of unknown kinds come back as they are.
 * @throws FileError for a file of a later version, and for records that no migration understands.
 */
export function migrate(records: readonly AnyRecord[], schema: SerializedSchema): AnyRecord[] {
  const migrations = fileSchema.getMigrationsSince(schema);
  if (!migrations.ok) throw new FileError(isNewer(schema) ? 'file-newer' : 'file-damaged');
  let store = Object.fromEntries(records.map((record) => [record.id, record]));
  try {
    if (migrations.value.length > 0) store = structuredClone(store);
    for (const migration of migrations.value) {
      if (migration.scope === 'store') {
        store = (migration.up(store as never) ?? store) as unknown as typeof store;
        continue;
      }
      for (const [id, record] of Object.entries(store)) {
        if (migration.filter?.(record) === false) continue;
        const changed = migration.up(record);
        if (changed) store[id] = changed as AnyRecord;
      }
    }
  } catch {
    throw new FileError('file-damaged');
  }
  return Object.values(store);
}

function isNewer(schema: SerializedSchema): boolean {
  if (schema.schemaVersion !== 2) return false;
  const ours: Readonly<Record<string, number>> = fileSchema.serialize().sequences;
  return Object.entries(schema.sequences).some(([id, version]) => version > (ours[id] ?? Number.POSITIVE_INFINITY));
}

/** Whether a record keeps the rules of tldraw or of our own shapes, boards or not. */
export function isValidRecord(record: AnyRecord): boolean {
  const type = Object.entries(fileSchema.types).find(([typeName]) => typeName === record.typeName)?.[1];
  try {
    type?.validate(record);
    return type !== undefined;
  } catch {
    return false;
  }
}
