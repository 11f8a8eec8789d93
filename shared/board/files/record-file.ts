import type { AnyRecord } from '../groups.ts';

/** A file of a board in parts, so that it can be written record by record, with one picture at a time in memory. */
export interface RecordFile {
  readonly head: string;
  readonly records: readonly AnyRecord[];
  readonly spell: (record: AnyRecord) => string;
  /** What stands between two records. */
  readonly between: string;
  readonly foot: string;
}

/**
 * JSON with the records under `records`, after everything else. Equal boards give equal text: keys stand in code unit order
 * all the way down, save the envelope's own, which a reader wants first.
 * @param indent blanks for each step inwards; 0: all on one line
 */
export function recordFile(
  envelope: Readonly<Record<string, unknown>>,
  records: readonly AnyRecord[],
  indent: 0 | 2,
): RecordFile {
  const sorted = Object.fromEntries(Object.entries(envelope).map(([key, value]) => [key, sortKeys(value)]));
  const text = JSON.stringify({ ...sorted, records: [] }, null, indent);
  const start = text.lastIndexOf('[]') + 1;
  const line = (depth: number): string => (indent === 0 ? '' : `\n${' '.repeat(depth * indent)}`);
  return {
    head: text.slice(0, start),
    records,
    spell: (record) => `${line(2)}${JSON.stringify(sortKeys(record), null, indent).replaceAll('\n', line(2))}`,
    between: ',',
    foot: `${line(1)}${text.slice(start)}\n`,
  };
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]));
}
