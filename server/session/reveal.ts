import { randomInt } from 'node:crypto';
import { nanoid } from 'nanoid';
import { type Diff, emptyDiff, isEmptyDiff } from '../../shared/board/diff.ts';
import { cardsOf } from '../../shared/board/ends.ts';
import type { AnyRecord } from '../../shared/board/groups.ts';
import { indexKeyAbove } from '../../shared/board/order.ts';
import { arrangeArrivals } from '../../shared/method/behaviours/arrange-arrivals.ts';
import type { Template } from '../../shared/method/template.ts';
import { loadTemplate } from '../../shared/method/templates.ts';
import type { BoardId, ParticipantId } from '../../shared/protocol/ids.ts';
import { formatRoomName } from '../../shared/protocol/room-name.ts';
import type { Log } from '../observe/log.ts';
import { writeRestored } from '../rooms/history-restore.ts';
import { countShapes } from '../rooms/own-layers.ts';
import type { OwnAddress, OwnContent, Registry } from '../rooms/registry.ts';
import { StorageError } from '../storage/update-log.ts';
import type { WorkshopStore } from '../storage/workshop-store.ts';

type Records = ReadonlyMap<string, AnyRecord>;

export interface RevealOptions {
  readonly registry: Pick<Registry, 'withRoom' | 'ownLayers' | 'emptyOwnLayers'>;
  readonly boards: Pick<WorkshopStore, 'getBoard'>;
  readonly log: Log;
}

export interface Revealing {
  readonly boardId: BoardId;
  readonly isAnonymous: boolean;
  /** One person's alone; by default everybody's. */
  readonly participantId?: ParticipantId;
}

/**
 * Moves what people wrote privately to the board that everybody sees: each layer goes over in one commit, so that nothing is
 * ever lost or there twice. Under names ids stay, and with them whatever is under way; anonymous records get new ids in
 * random order, no author and no entry in the journal, and nothing that tells of their writers is kept.
 * @returns how many shapes.
 * @throws StorageError when storage is out of reach. Done again it moves what is left.
 */
export async function reveal({ registry, boards, log }: RevealOptions, what: Revealing): Promise<number> {
  const { boardId, isAnonymous, participantId } = what;
  const all = await registry.ownLayers(boardId);
  const wanted = all.filter((address) => participantId === undefined || address.participantId === participantId);
  if (wanted.length === 0) return 0;
  const board = await boards.getBoard(boardId);
  const template = board === null ? null : loadTemplate(board.template);
  const moved = await registry.withRoom(formatRoomName({ layer: 'shared', boardId }), (room) =>
    registry.emptyOwnLayers(wanted, async (layers) => {
      const filled = layers.filter(({ records }) => records.size > 0);
      const parts = isAnonymous && filled.length > 0 ? [mixed(filled)] : filled.map(named);
      const { arrivals, around } = arrive(room.records, parts, template);
      // All in one turn: nobody sees some of it without the rest.
      const edits = parts.map(({ retired, participantId: author }, at) => {
        const actor = author === null ? null : ({ participantId: author, role: 'participant' } as const);
        const added = arrivals[at] ?? {};
        return room.edit(actor, (doc) => writeRestored(doc, { ...emptyDiff(), added }), retired.map(formatRoomName));
      });
      if (!isEmptyDiff(around)) edits.push(room.edit(null, (doc) => writeRestored(doc, around)));
      await Promise.all(edits);
      return parts.reduce((sum, { records }) => sum + countShapes(records), 0);
    }),
  );
  if (moved === 'damaged') throw new StorageError('io', 'the board cannot be read');
  log.info({ boardId, layers: wanted.length, shapes: moved, isAnonymous }, 'private-writing.revealed');
  return moved;
}

interface Part {
  readonly records: readonly AnyRecord[];
  readonly retired: readonly OwnAddress[];
  /** Null: nobody is to know. */
  readonly participantId: ParticipantId | null;
}

const named = ({ records, ...address }: OwnContent): Part => ({
  records: [...records.values()].sort((a, b) => (String(a.index) < String(b.index) ? -1 : 1)),
  retired: [address],
  participantId: address.participantId,
});

/** Everybody's in one, in random order, under ids that were never told to anybody. */
function mixed(layers: readonly OwnContent[]): Part {
  const records = layers.flatMap(({ records }) => {
    const ids = new Map([...records.values()].map(({ id, typeName }) => [id as string, `${typeName}:${nanoid()}`]));
    return [...records.values()].map((record) => ({ ...renamed(record, ids), meta: {} }) as AnyRecord);
  });
  for (let last = records.length - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    [records[last], records[other]] = [records[other] as AnyRecord, records[last] as AnyRecord];
  }
  return { records, retired: layers.map(({ records: _, ...address }) => address), participantId: null };
}

const referring = ['id', 'parentId', 'fromId', 'toId'] as const;
const referringProps = ['of', 'from', 'to', 'assetId'] as const;

/** The record under another id, and so everything that it refers to. */
function renamed(record: AnyRecord, ids: ReadonlyMap<string, string>): AnyRecord {
  const next: Record<string, unknown> = { ...record };
  for (const key of referring) if (key in next) next[key] = ids.get(next[key] as string) ?? next[key];
  if (record.props === undefined) return next as AnyRecord;
  const props: Record<string, unknown> = { ...(record.props as object) };
  const keys = cardsOf(record).length > 0 ? referringProps : (['assetId'] as const);
  for (const key of keys) if (typeof props[key] === 'string') props[key] = ids.get(props[key]) ?? props[key];
  next.props = props;
  return next as AnyRecord;
}

type Added = Diff['added'];

/**
 * What comes to the board with each part, and what changes around it: as much room is made as if somebody had put it there.
 *
 * An id that is on the board already was brought there meanwhile by somebody else: what was written under it gets another.
 */
function arrive(
  board: Records,
  parts: readonly Part[],
  template: Template | null,
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
  const arranged = template === null ? emptyDiff() : arrangeArrivals(now as never, template, come);
  const placed = (record: AnyRecord) => arranged.updated[record.id]?.[1] ?? record;
  const arrivals = lying.map((part): Added => Object.fromEntries(part.map((record) => [record.id, placed(record)])));
  const updated = Object.fromEntries(Object.entries(arranged.updated).filter(([id]) => !come.has(id)));
  return { arrivals, around: { ...arranged, updated } };
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
