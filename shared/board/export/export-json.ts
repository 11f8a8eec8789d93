import type { SerializedSchema } from '@tldraw/store';
import type { Audience } from '../../api/boards.ts';
import type { Board } from '../../api/workshops.ts';
import type { Records } from '../containment.ts';
import { jsonFormat, jsonSchemaPath, jsonVersion } from '../files/json-file.ts';
import { recordsFor } from './records-for.ts';

export interface JsonInput {
  readonly board: Board;
  readonly schema: SerializedSchema;
  readonly records: Records;
  readonly audience: Audience;
  /** Of the server that it comes from; its schema is served there. */
  readonly origin: string;
}

/** A board as one file, for these readers: equal boards give equal text, keys sorted and records by id. */
export function exportJson({ board, schema, records, audience, origin }: JsonInput): string {
  const sorted = [...recordsFor(audience, records).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const head = { $schema: `${origin}${jsonSchemaPath}`, format: jsonFormat, version: jsonVersion };
  return `${JSON.stringify(canonical({ ...head, board, audience, schema, records: sorted }), null, 2)}\n`;
}

/** Keys in code unit order all the way down, save the envelope's own, which a reader wants first. */
export function canonical(file: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const sort = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sort);
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, inner]) => [key, sort(inner)]));
  };
  return Object.fromEntries(Object.entries(file).map(([key, inner]) => [key, sort(inner)]));
}
