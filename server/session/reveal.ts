import { randomInt } from 'node:crypto';
import { nanoid } from 'nanoid';
import { type Diff, emptyDiff } from '../../shared/board/diff.ts';
import { cardsOf } from '../../shared/board/ends.ts';
import type { AnyRecord } from '../../shared/board/groups.ts';
import { indexKeyAbove } from '../../shared/board/order.ts';
import type { BoardId, ParticipantId } from '../../shared/protocol/ids.ts';
import { formatRoomName } from '../../shared/protocol/room-name.ts';
import type { Log } from '../observe/log.ts';
import { writeRestored } from '../rooms/history-restore.ts';
import { countShapes } from '../rooms/own-layers.ts';
import type { OwnAddress, OwnContent, Registry } from '../rooms/registry.ts';
import { StorageError } from '../storage/update-log.ts';

type Records = ReadonlyMap<string, AnyRecord>;

export interface RevealOptions {
  readonly registry: Pick<Registry, 'withRoom' | 'ownLayers' | 'emptyOwnLayers'>;
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
export async function reveal({ registry, log }: RevealOptions, what: Revealing): Promise<number> {
  const { boardId, isAnonymous, participantId } = what;
  const all = await registry.ownLayers(boardId);
  const wanted = all.filter((address) => participantId === undefined || address.participantId === participantId);
  if (wanted.length === 0) return 0;
  const moved = await registry.withRoom(formatRoomName({ layer: 'shared', boardId }), (room) =>
    registry.emptyOwnLayers(wanted, async (layers) => {
      const filled = layers.filter(({ records }) => records.size > 0);
      const parts = isAnonymous ? [mixed(filled)] : filled.map(named);
      const edits = parts.flatMap(({ records, retired, participantId: author }) => {
        if (retired.length === 0) return [];
        const actor = author === null ? null : ({ participantId: author, role: 'participant' } as const);
        const write: Parameters<typeof room.edit>[1] = (doc, board) => writeRestored(doc, onTop(board, records));
        return [room.edit(actor, write, retired.map(formatRoomName))];
      });
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

/**
 * The change that puts records on a board, above everything that lies there in their parents.
 *
 * An id that is on the board already was brought there meanwhile by somebody else: what was written under it gets another.
 */
function onTop(board: Records, records: readonly AnyRecord[]): Diff {
  const ids = new Map(
    records.filter(({ id }) => board.has(id)).map(({ id, typeName }) => [id as string, `${typeName}:${nanoid()}`]),
  );
  const tops = new Map<unknown, string>();
  for (const { parentId, index } of board.values())
    if (parentId !== undefined && String(index) > (tops.get(parentId) ?? '')) tops.set(parentId, String(index));
  const diff = emptyDiff();
  for (const record of records) {
    const own = ids.size === 0 ? record : renamed(record, ids);
    const top = tops.get(own.parentId);
    const index = own.typeName === 'shape' && top !== undefined ? indexKeyAbove(top) : own.index;
    if (own.typeName === 'shape') tops.set(own.parentId, String(index));
    diff.added[own.id] = { ...own, ...(index !== undefined && { index }) } as AnyRecord;
  }
  return diff;
}
