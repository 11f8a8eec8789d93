import type { SerializedSchema } from '@tldraw/store';
import type { Audience } from '../../api/boards.ts';
import type { Board } from '../../api/workshops.ts';
import type { Records } from '../containment.ts';
import { jsonFormat, jsonSchemaPath, jsonVersion } from '../files/json-file.ts';
import { type RecordFile, recordFile } from '../files/record-file.ts';
import type { AnyRecord } from '../groups.ts';
import { recordsFor } from './records-for.ts';

export interface JsonInput {
  readonly board: Board;
  readonly schema: SerializedSchema;
  readonly records: Records;
  readonly audience: Audience;
  /** Of the server that it comes from; its schema is served there. */
  readonly origin: string;
}

/** A board as one file, for these readers, records by id. */
export function exportJson({ board, schema, records, audience, origin }: JsonInput): RecordFile {
  const sorted = [...recordsFor(audience, records).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const head = { $schema: `${origin}${jsonSchemaPath}`, format: jsonFormat, version: jsonVersion };
  return recordFile({ ...head, board, audience, schema }, sorted as unknown as readonly AnyRecord[], 2);
}
