import type { Bytes, Id } from './bytes.ts';
import { refuse } from './refusal.ts';
import { readName, skipFormatValue, skipValue } from './values.ts';

/** What one update may bring. Together with the size of the message this bounds the time of a check and of applying. */
export interface GuardLimits {
  readonly structsMax: number;
  /** Clients in all, and those that bring something new. */
  readonly clientsMax: number;
  readonly newClientsMax: number;
  readonly deleteRangesMax: number;
  /** Names of marks that it brings: Yjs copies all that a text has for each of its parts. */
  readonly marksMax: number;
  /** What it may cost beyond what its size says, as `effort.ts` counts it. */
  readonly effortMaxNs: number;
}

const TEXT_MAX_BYTES = 200_000;
const CLOCK_MAX = 2 ** 31;

/** Types that documents of this layout hold. */
export type SharedType = 'map' | 'element' | 'fragment' | 'text-node';

/** What a struct holds. `nothing`: garbage-collected; `gap`: left out by whoever merged updates. */
export type Content = 'nothing' | 'gap' | 'deleted' | 'value' | 'text' | 'format' | SharedType;

/** Where a struct says it belongs. Beside another item it inherits that one's parent and key. */
export type Position =
  | { readonly by: 'root'; readonly root: string; readonly key: string | null }
  | { readonly by: 'parent'; readonly parent: Id; readonly key: string | null }
  | { readonly by: 'neighbours'; readonly origin: Id | null; readonly rightOrigin: Id | null }
  | { readonly by: 'none' };

export interface Struct {
  readonly clock: number;
  /** Clock behind its last element. */
  readonly end: number;
  readonly content: Content;
  /** Name of the mark that a format begins or ends. */
  readonly mark: string | null;
  readonly position: Position;
}

/** The structs of one client, in the order of their clocks. */
export interface ClientStructs {
  readonly client: number;
  readonly structs: readonly Struct[];
}

const nowhere: Position = { by: 'none' };

/** The byte before each struct: three flags above the number of what it holds. */
const Info = { hasOrigin: 128, hasRightOrigin: 64, hasKey: 32, content: 31, collected: 0, gap: 10 } as const;

/** First half of an update: the structs of all clients. */
export function readStructs(bytes: Bytes, limits: GuardLimits): readonly ClientStructs[] {
  const clients = bytes.count(5);
  if (clients > limits.clientsMax) refuse('too-many-clients');
  const seen = new Set<number>();
  const sections: ClientStructs[] = [];
  let left = limits.structsMax;
  for (let n = 0; n < clients; n++) {
    const count = bytes.count(2);
    if (count === 0) refuse('struct-length');
    left -= count;
    if (left < 0) refuse('too-many-structs');
    const client = bytes.clientId();
    // Yjs would forget the first section of a client that has two.
    if (seen.has(client)) refuse('client-twice');
    seen.add(client);
    sections.push({ client, structs: readClient(bytes, count) });
  }
  return sections;
}

function readClient(bytes: Bytes, count: number): readonly Struct[] {
  let clock = bytes.uint();
  const structs: Struct[] = [];
  for (let n = 0; n < count; n++) {
    const struct = readStruct(bytes, clock);
    if (struct.end <= clock || struct.end > CLOCK_MAX) refuse('struct-length');
    structs.push(struct);
    clock = struct.end;
  }
  return structs;
}

function readStruct(bytes: Bytes, clock: number): Struct {
  const info = bytes.byte();
  if (info === Info.collected)
    return { clock, end: clock + bytes.uint(), content: 'nothing', mark: null, position: nowhere };
  if (info === Info.gap) return { clock, end: clock + bytes.uint(), content: 'gap', mark: null, position: nowhere };
  const position = readPosition(bytes, info);
  const { content, length, mark = null } = readContent(bytes, info & Info.content);
  return { clock, end: clock + length, content, mark, position };
}

function readPosition(bytes: Bytes, info: number): Position {
  const origin = info & Info.hasOrigin ? bytes.id() : null;
  const rightOrigin = info & Info.hasRightOrigin ? bytes.id() : null;
  if (origin !== null || rightOrigin !== null) return { by: 'neighbours', origin, rightOrigin };
  const isInRoot = bytes.uint();
  if (isInRoot > 1) refuse('number');
  const parent = isInRoot === 1 ? readName(bytes) : bytes.id();
  const key = info & Info.hasKey ? readName(bytes) : null;
  return typeof parent === 'string' ? { by: 'root', root: parent, key } : { by: 'parent', parent, key };
}

/** Numbers by which Yjs names contents. Embeds, binary data, old JSON and subdocuments are part of no document here. */
const Ref = { deleted: 1, text: 4, format: 6, type: 7, values: 8 } as const;

/** Numbers by which Yjs names types. Arrays, plain texts and hooks are part of no document here. */
const sharedTypes: ReadonlyMap<number, SharedType> = new Map([
  [1, 'map'],
  [3, 'element'],
  [4, 'fragment'],
  [6, 'text-node'],
]);

function readContent(
  bytes: Bytes,
  ref: number,
): { readonly content: Content; readonly length: number; readonly mark?: string } {
  switch (ref) {
    case Ref.deleted:
      return { content: 'deleted', length: bytes.uint() };
    case Ref.text:
      return { content: 'text', length: bytes.text(TEXT_MAX_BYTES).length };
    case Ref.format: {
      const mark = readName(bytes);
      skipFormatValue(bytes);
      return { content: 'format', length: 1, mark };
    }
    case Ref.type: {
      const content = sharedTypes.get(bytes.uint()) ?? refuse('content');
      if (content === 'element') readName(bytes);
      return { content, length: 1 };
    }
    case Ref.values: {
      const length = bytes.count(1);
      for (let left = length; left > 0; left--) skipValue(bytes);
      return { content: 'value', length };
    }
    default:
      return refuse('struct-kind');
  }
}

/** Of things in the order of their clocks the last that begins no later, found by halving. */
export function indexAt(things: readonly { readonly clock: number }[], clock: number): number {
  let low = 0;
  let high = things.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((things[middle]?.clock ?? 0) <= clock) low = middle;
    else high = middle - 1;
  }
  return low;
}
