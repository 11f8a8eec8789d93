import type { TLRecord } from '@tldraw/tlschema';
import { z } from 'zod';
import { Audience } from '../../api/boards.ts';
import { Board } from '../../api/workshops.ts';
import type { Records } from '../containment.ts';
import { isEqualJson } from '../equal.ts';
import { recordsFor } from '../export/records-for.ts';
import type { AnyRecord } from '../groups.ts';
import { boardSchema } from '../schema.ts';
import { FileSchema, jsonVersion } from './json-file.ts';
import { isValidRecord, migrate, tldrawSchema } from './migrate.ts';
import { type RecordFile, recordFile } from './record-file.ts';
import { createTranslate } from './to-tldraw.ts';

/** Of the outer form of a `.tldr` file; what is in it has versions of its own. */
export const tldrawFormatVersion = 1;

/** Under this key of `meta`, which tldraw leaves alone, a file holds what tldraw has no place for. */
const key = 'commonboard';

/** In the document's `meta`. */
const Origin = z.object({
  version: z.literal(jsonVersion),
  board: Board,
  audience: Audience,
  schema: FileSchema,
  /** Records that nothing in the file stands for. */
  unseen: z.array(z.looseObject({ id: z.string(), typeName: z.string() })),
});
export type Origin = z.infer<typeof Origin>;

export interface TldrawInput {
  readonly board: Board;
  readonly records: Records;
  readonly audience: Audience;
}

/**
 * A board as a file that tldraw 3.15 and later open. Our own shapes are translated, with the originals in their `meta`, so
 * that the file comes back as the board it was.
 */
export function exportTldraw({ board, records, audience }: TldrawInput): RecordFile {
  const shown = recordsFor(audience, records);
  const translate = createTranslate(shown, board.language);
  const written: AnyRecord[] = [];
  const unseen: TLRecord[] = [];
  for (const record of [...shown.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const parts = translate(record);
    const [first] = parts;
    if (first === undefined) unseen.push(record);
    else if (first === (record as unknown)) written.push(first);
    else
      for (const part of parts) written.push(withNote(part, part === first ? { original: record } : { of: record.id }));
  }
  const origin = { version: jsonVersion, board, audience, schema: boardSchema.serialize(), unseen };
  const signed = written.map((record) => (record.typeName === 'document' ? withNote(record, origin) : record));
  return recordFile({ tldrawFileFormatVersion: tldrawFormatVersion, schema: tldrawSchema.serialize() }, signed, 0);
}

const withNote = (record: AnyRecord, note: object): AnyRecord =>
  ({ ...record, meta: { ...(record.meta as object), [key]: note } }) as AnyRecord;

const noteOf = ({ meta }: AnyRecord): unknown => (meta as Readonly<Record<string, unknown>> | undefined)?.[key];

/** Which of our boards a file comes from; null for others' files. */
export const originOf = (records: readonly AnyRecord[]): Origin | null =>
  Origin.safeParse(noteOf(records.find(({ typeName }) => typeName === 'document') ?? ({} as AnyRecord))).data ?? null;

/**
 * The records of our own board again, with what was moved, resized, locked or rewritten in tldraw meanwhile. Copies that
 * were made there are what they look like.
 * @throws FileError when the originals are of a later version.
 */
export function restoreOriginals(records: readonly AnyRecord[], { board, schema, unseen }: Origin): AnyRecord[] {
  const kept = records.flatMap((record) => {
    const original = (noteOf(record) as { original?: AnyRecord } | undefined)?.original;
    return original?.id === record.id && original.typeName === 'shape' ? [original] : [];
  });
  const readable = migrate([...kept, ...(unseen as unknown as AnyRecord[])], schema).filter(isValidRecord);
  const originals = new Map<string, AnyRecord>(readable.map((record) => [record.id, record]));
  const known = new Map([...records.map((record) => [record.id, record] as const), ...originals]);
  const translate = createTranslate(known as unknown as Records, board.language);
  const restored = records.flatMap((record) => {
    const of = (noteOf(record) as { of?: unknown } | undefined)?.of;
    if (typeof of === 'string' && originals.has(of) && record.id.includes('~')) return [];
    const original = originals.get(record.id);
    if (original === undefined) return [withoutNote(record)];
    const [asWritten] = translate(original as unknown as TLRecord);
    return [asWritten === undefined ? original : withChanges(original, asWritten, record)];
  });
  const present = new Set(restored.map(({ id }) => id as string));
  return [...restored, ...unseen.flatMap(({ id }) => (present.has(id) ? [] : (originals.get(id) ?? [])))];
}

function withoutNote(record: AnyRecord): AnyRecord {
  if (noteOf(record) === undefined) return record;
  const { [key]: _note, ...meta } = record.meta as Record<string, unknown>;
  return { ...record, meta } as AnyRecord;
}

const places = ['x', 'y', 'rotation', 'parentId', 'index', 'isLocked', 'opacity'] as const;

function withChanges(original: AnyRecord, asWritten: AnyRecord, now: AnyRecord): AnyRecord {
  const changed: Record<string, unknown> = { ...original };
  const differs = (from: unknown, to: unknown) => to !== undefined && !isEqualJson(from, to);
  // A relation is where its cards are.
  const moved = original.type === 'relation' ? (['index', 'isLocked', 'opacity'] as const) : places;
  for (const name of moved) if (differs(asWritten[name], now[name])) changed[name] = now[name];
  const [props, before, after] = [original, asWritten, now].map(({ props }) => props as Record<string, unknown>);
  const isBox = original.type !== 'label' && original.type !== 'relation' && original.type !== 'mark';
  const names = [...(isBox ? ['w', 'h'] : []), ...(original.type === 'card' ? ['richText'] : [])];
  const rewritten = names.filter((name) => differs(before?.[name], after?.[name]));
  changed.props = { ...props, ...Object.fromEntries(rewritten.map((name) => [name, after?.[name]])) };
  return changed as unknown as AnyRecord;
}
