import type { TLDefaultShape, TLRecord } from '@tldraw/tlschema';
import type * as Y from 'yjs';
import type { MethodShape } from './card-shapes.ts';
import { type Groups, recordsOf } from './document.ts';
import { type AnyRecord, joinRecord } from './groups.ts';
import { isLegalRichText, type RichText } from './rich-text.ts';
import { boardSchema } from './schema.ts';
import type { TemplateShape } from './template-shapes.ts';

/** What a document holds at one moment, outside of any canvas. */
export interface BoardRecords {
  readonly records: ReadonlyMap<string, TLRecord>;
  /** Records that no canvas can show: torn by concurrent deletes, or written by a program that does not keep the schema. */
  readonly unreadable: ReadonlyMap<string, string>;
}

/** Reads every record and validates it; never changes the document. */
export function readBoard(doc: Y.Doc): BoardRecords {
  const records = new Map<string, TLRecord>();
  const unreadable = new Map<string, string>();
  for (const [id, groups] of recordsOf(doc)) {
    try {
      records.set(id, readRecord(id, groups));
    } catch (error) {
      unreadable.set(id, error instanceof Error ? error.message : String(error));
    }
  }
  return { records, unreadable };
}

/** @throws when the record is incomplete or breaks the schema. */
function readRecord(id: string, groups: Groups): TLRecord {
  const record = joinRecord(id, groups);
  if (record === null) throw new Error('the record has no base');
  return validateRecord(record);
}

/** @throws when the record breaks the schema, or has a text that no canvas can draw. */
export function validateRecord(record: AnyRecord): TLRecord {
  const type = Object.entries(boardSchema.types).find(([typeName]) => typeName === record.typeName)?.[1];
  if (type === undefined || type.scope !== 'document') throw new Error(`no records of type ${String(record.typeName)}`);
  const valid = type.validate(record) as TLRecord;
  const text = richTextOf(valid);
  if (text !== undefined && !isLegalRichText(text)) throw new Error('the text is not legal');
  return valid;
}

/** A shape of a kind that the schema knows. */
export type BoardShape = TLDefaultShape | TemplateShape | MethodShape;

export const isShape = (record: TLRecord | undefined): record is BoardShape => record?.typeName === 'shape';

export function richTextOf(record: TLRecord): RichText | undefined {
  return isShape(record) ? (record.props as { richText?: RichText }).richText : undefined;
}
