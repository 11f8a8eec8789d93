import { type Diff, emptyDiff, isEmptyDiff } from '../../../shared/board/diff.ts';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import { formatRoomName, type RoomName } from '../../../shared/protocol/room-name.ts';
import type { Visitor } from '../../access/visitor.ts';
import type { Log } from '../../observe/log.ts';
import { StorageError } from '../../storage/update-log.ts';
import type { Clock } from '../clock.ts';
import { writeRestored } from '../history-restore.ts';
import type { Room } from '../room.ts';
import { Turns } from '../turns.ts';

/** After that what is being revealed is on the board, and a layer of one's own is open again. */
const AGAIN_AFTER_MS = 1_000;

/**
 * Brings something to what somebody alone sees of a board: what is new, and changes of what is there.
 * @returns ids of what is not there, once the rest is durable. Never rejects.
 */
export type KeepPrivately = (visitor: Visitor, change: Diff) => Promise<ReadonlySet<string>>;

export interface KeepPrivatelyOptions {
  readonly registry: {
    withRoom<Result>(name: RoomName, work: (room: Room) => Promise<Result>): Promise<Result | 'damaged'>;
  };
  readonly clock: Clock;
  readonly log: Log;
}

/** One thing after the other for each person: what they write in a card comes after the card. */
export function createKeepPrivately({ registry, clock, log }: KeepPrivatelyOptions) {
  const turns = new Turns<RoomName>();

  const keep = async (name: RoomName, visitor: Visitor, change: Diff): Promise<ReadonlySet<string>> => {
    const kept = await registry.withRoom(name, async (room) => {
      const { fits, others } = fitting(room, change);
      if (isEmptyDiff(fits)) return others;
      const { putBack } = await room.editAs(visitor, (doc) => writeRestored(doc, fits));
      return [...others, ...putBack.map(({ id }) => id)];
    });
    return new Set(kept === 'damaged' ? idsOf(change) : kept);
  };

  const keepOrTryAgain = async (name: RoomName, visitor: Visitor, change: Diff): Promise<ReadonlySet<string>> => {
    try {
      return await keep(name, visitor, change);
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      await new Promise<void>((resolve) => clock.after(AGAIN_AFTER_MS, resolve));
      return keep(name, visitor, change);
    }
  };

  return (boardId: BoardId, visitor: Visitor, change: Diff): Promise<ReadonlySet<string>> => {
    const name = formatRoomName({ layer: 'own', boardId, participantId: visitor.participantId });
    return turns.take(name, async () => {
      try {
        return await keepOrTryAgain(name, visitor, change);
      } catch (error) {
        log.error({ boardId, records: idsOf(change).length, err: error }, 'own-layer.not-kept');
        return new Set(idsOf(change));
      }
    });
  };
}

/** What is new takes the place of nothing, and what is gone does not come back by a change. */
function fitting({ records }: Room, { added, updated }: Diff): { readonly fits: Diff; readonly others: string[] } {
  const fits = emptyDiff();
  const others: string[] = [];
  for (const record of Object.values(added)) {
    if (records.has(record.id)) others.push(record.id);
    else fits.added[record.id] = record;
  }
  for (const [id, change] of Object.entries(updated)) {
    if (records.has(id)) fits.updated[id] = change;
    else others.push(id);
  }
  return { fits, others };
}

const idsOf = ({ added, updated }: Diff): readonly string[] => [...Object.keys(added), ...Object.keys(updated)];
