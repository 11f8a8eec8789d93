import { nanoid } from 'nanoid';
import { type Diff, emptyDiff, isEmptyDiff } from '../../shared/board/diff.ts';
import { cardsOf } from '../../shared/board/ends.ts';
import type { AnyRecord } from '../../shared/board/groups.ts';
import { indexKeyAbove } from '../../shared/board/order.ts';
import { arrangeArrivals } from '../../shared/method/behaviours/arrange-arrivals.ts';
import type { Template } from '../../shared/method/template.ts';
import type { ParticipantId } from '../../shared/protocol/ids.ts';
import type { RoomName } from '../../shared/protocol/room-name.ts';
import type { Log } from '../observe/log.ts';
import { writeRestored } from '../rooms/history-restore.ts';
import { recordLimits } from '../rooms/review/limits.ts';
import type { Room } from '../rooms/room.ts';
import { atFreePlaces, isCovering } from './free-places.ts';

/** What comes to a board all at once, from layers or boards of which nobody saw the others: a reveal, groups brought together. */

type Records = ReadonlyMap<string, AnyRecord>;
type Added = Diff['added'];

/** What of it is one person's. */
export interface Arriving {
  readonly records: readonly AnyRecord[];
  /** Null: nobody is to know whose. */
  readonly author: ParticipantId | null;
  /** Documents that are empty from the moment in which it is on the board. */
  readonly retired?: readonly RoomName[];
}

export interface ArrivalOptions {
  /** Of the board; null where it has none. */
  readonly template: Template | null;
  readonly log: Log;
  /** What lies loose and may cover nothing: it comes where nothing lies. */
  readonly isLoose: (record: AnyRecord) => boolean;
}

/** Room that is left for what arranging adds. */
const spareRecords = 200;

/** How many more records a board takes from elsewhere. */
export const roomOn = (board: Records): number => recordLimits.recordsMax - spareRecords - board.size;

/**
 * Puts it on the board, in one edit for each part, so that the journal tells whose it is, and all in one turn.
 * @throws StorageError when storage is out of reach.
 */
export async function land(room: Room, parts: readonly Arriving[], options: ArrivalOptions): Promise<void> {
  if (parts.length === 0) return;
  const { arrivals, around } = arrive(room.records, parts, options);
  const edits = parts.map(({ author, retired }, at) => {
    const actor = author === null ? null : ({ participantId: author, role: 'participant' } as const);
    const added = arrivals[at] ?? {};
    return room.edit(actor, (doc) => writeRestored(doc, { ...emptyDiff(), added }), retired);
  });
  if (!isEmptyDiff(around)) edits.push(room.edit(null, (doc) => writeRestored(doc, around)));
  await Promise.all(edits);
}

/** More takes so long to arrange that everybody on the server would wait: each comes to the nearest place where nothing lies. */
const arrangedMax = 400;

/**
 * What comes with each part, and what changes around it: as much room is made as if somebody had put it there.
 *
 * An id that is on the board already was brought there meanwhile by somebody else: what was written under it gets another.
 */
export function arrive(
  board: Records,
  parts: readonly Pick<Arriving, 'records'>[],
  { template, log, isLoose }: ArrivalOptions,
): { readonly arrivals: readonly Added[]; readonly around: Diff } {
  const now = new Map(board);
  const tops = topsOf(board);
  const lying = parts.map(({ records }) => {
    const taken = records.filter(({ id }) => now.has(id));
    const ids = new Map(taken.map(({ id, typeName }) => [id as string, `${typeName}:${nanoid()}`]));
    const part = records.map((record) => onTop(tops, ids.size === 0 ? record : renamed(record, ids)));
    for (const record of part) now.set(record.id, record);
    return part;
  });
  const come = new Set<string>(lying.flat().map(({ id }) => id));
  const isTooMany = come.size > arrangedMax;
  const arranged = template === null || isTooMany ? emptyDiff() : arrange(now, template, come, log);
  for (const id in arranged.removed) now.delete(id);
  for (const record of Object.values(arranged.added)) now.set(record.id, record);
  for (const [, record] of Object.values(arranged.updated)) now.set(record.id, record);
  const isMoved = (record: AnyRecord) => isLoose(record) || (isTooMany && isCovering(record));
  const loose = lying.flat().filter((record) => isOnPage(record) && isMoved(record));
  for (const record of atFreePlaces(now, loose).records) now.set(record.id, record);
  const arrivals = lying.map(
    (part): Added => Object.fromEntries(part.map((record) => [record.id, now.get(record.id) ?? record])),
  );
  const updated = Object.fromEntries(Object.entries(arranged.updated).filter(([id]) => !come.has(id)));
  return { arrivals, around: { ...arranged, updated } };
}

/** What is in a group or a frame has its place there. */
const isOnPage = ({ parentId }: AnyRecord): boolean => String(parentId).startsWith('page:');

/** Cards that cannot be arranged are better on the board as they are than nowhere. */
function arrange(board: Records, template: Template, come: ReadonlySet<string>, log: Log): Diff {
  try {
    return arrangeArrivals(board as never, template, come);
  } catch (error) {
    log.error({ err: error }, 'arrivals.not-arranged');
    return emptyDiff();
  }
}

/** The highest index in each parent. */
function topsOf(board: Records): Map<unknown, string> {
  const tops = new Map<unknown, string>();
  for (const { parentId, index } of board.values())
    if (parentId !== undefined && String(index) > (tops.get(parentId) ?? '')) tops.set(parentId, String(index));
  return tops;
}

/** Above everything that lies in its parent by now. */
function onTop(tops: Map<unknown, string>, record: AnyRecord): AnyRecord {
  const top = tops.get(record.parentId);
  if (record.typeName !== 'shape') return record;
  const index = top === undefined ? String(record.index) : indexKeyAbove(top);
  tops.set(record.parentId, index);
  return { ...record, index } as AnyRecord;
}

const referring = ['id', 'parentId', 'fromId', 'toId'] as const;
const referringProps = ['of', 'from', 'to', 'assetId'] as const;

/** The record under another id, and so everything that it refers to. */
export function renamed(record: AnyRecord, ids: ReadonlyMap<string, string>): AnyRecord {
  const next: Record<string, unknown> = { ...record };
  for (const key of referring) if (key in next) next[key] = ids.get(next[key] as string) ?? next[key];
  if (record.props === undefined) return next as AnyRecord;
  const props: Record<string, unknown> = { ...(record.props as object) };
  const keys = cardsOf(record).length > 0 ? referringProps : (['assetId'] as const);
  for (const key of keys) if (typeof props[key] === 'string') props[key] = ids.get(props[key]) ?? props[key];
  next.props = props;
  return next as AnyRecord;
}
