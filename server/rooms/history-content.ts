import { setImmediate as nextTurn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import { z } from 'zod';
import { type AnyRecord, unmeasured, withoutMeasured } from '../../shared/board/groups.ts';
import { validateRecord } from '../../shared/board/read-board.ts';

/** Of the JSON: far beyond what a canvas could hold. */
const CONTENT_MAX_BYTES = 128 * 1024 * 1024;

/** Spelled or looked at without letting others have their turn: some milliseconds' worth. */
const RECORDS_PER_TURN = 100;

const compress = promisify(deflate);
const decompress = promisify(inflate) as (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>;

const Content = z.object({ format: z.literal(1), records: z.array(z.looseObject({ id: z.string() })) });

/** Equal values have equal spellings: keys in order, what is undefined left out. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(',')}}`;
}

/** A record as history keeps it. */
export const spellRecord = (record: AnyRecord): string => canonicalJson(withoutMeasured(record));

/**
 * The content of a version: canonical JSON of the records in the order of their ids, deflated. Equal boards have equal
 * contents. Takes its time in turns, so that rooms go on meanwhile.
 * @throws RangeError when it could not be read back.
 */
export async function encodeContent(records: Iterable<AnyRecord>): Promise<Uint8Array> {
  const sorted = [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
  const spelled: string[] = [];
  for (const [index, record] of sorted.entries()) {
    if (index > 0 && index % RECORDS_PER_TURN === 0) await nextTurn();
    spelled.push(spellRecord(record));
  }
  const json = Buffer.from(`{"format":1,"records":[${spelled.join(',')}]}`);
  if (json.length > CONTENT_MAX_BYTES) throw new RangeError('the board is too large to be kept as a version');
  return compress(json);
}

/**
 * Records as they were spelled, in which nothing was looked at: for whoever asks what a version names and shows none of it.
 * @returns null for what is no content of a version: of a wrong form, or too large.
 */
export async function readContent(content: Uint8Array): Promise<readonly AnyRecord[] | null> {
  let json: unknown;
  try {
    const bytes = await decompress(content, { maxOutputLength: CONTENT_MAX_BYTES });
    json = JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
  const parsed = Content.safeParse(json);
  return parsed.success ? (parsed.data.records as unknown as readonly AnyRecord[]) : null;
}

/**
 * Records by id, without what canvases measure. Takes its time in turns as well.
 * @returns null for what is no content, or holds a record that no canvas can show.
 */
export async function decodeContent(content: Uint8Array): Promise<ReadonlyMap<string, AnyRecord> | null> {
  const records = await readContent(content);
  if (records === null) return null;
  for (const [index, record] of records.entries()) {
    if (index > 0 && index % RECORDS_PER_TURN === 0) await nextTurn();
    if (!isValid(record)) return null;
  }
  return new Map(records.map((record) => [record.id, record]));
}

function isValid(record: AnyRecord): boolean {
  try {
    validateRecord(unmeasured(record));
    return true;
  } catch {
    return false;
  }
}
