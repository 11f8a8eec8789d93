import type { SerializedSchema } from '@tldraw/store';
import type { Board } from '../api/workshops.ts';
import type { Records } from './containment.ts';

/** Raised when a reader of earlier files could not make sense of later ones. */
const exportVersion = 1;

export interface JsonInput {
  readonly board: Board;
  readonly schema: SerializedSchema;
  readonly records: Records;
}

/** The whole board as one file: equal boards give equal text, keys sorted and records by id. */
export function exportJson({ board, schema, records }: JsonInput): string {
  const sorted = [...records.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const file = { format: 'commonboard', version: exportVersion, board, schema, records: sorted };
  return `${JSON.stringify(canonical(file), null, 2)}\n`;
}

/** Keys in code unit order all the way down, save the envelope's own, which a reader wants first. */
function canonical(file: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const sort = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sort);
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, inner]) => [key, sort(inner)]));
  };
  return Object.fromEntries(Object.entries(file).map(([key, inner]) => [key, sort(inner)]));
}
