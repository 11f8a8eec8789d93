import type { AnyRecord } from '../../../shared/board/groups.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { formatRoomName, type RoomAddress, type RoomName } from '../../../shared/protocol/room-name.ts';
import type { Log } from '../../observe/log.ts';
import { StorageError } from '../../storage/update-log.ts';
import type { OpenResult } from '../registry-options.ts';
import type { Room } from '../room.ts';

export type OwnAddress = Extract<RoomAddress, { layer: 'own' }>;

/** What somebody has written for themselves. */
export interface OwnContent extends OwnAddress {
  readonly records: ReadonlyMap<string, AnyRecord>;
}

/**
 * Called in one turn with what is in the layers; one that cannot be read is left out.
 * @returns which of them it has retired
 */
export type EmptyWork<Result> = (
  layers: readonly OwnContent[],
) => Promise<{ readonly result: Result; readonly emptied: readonly OwnAddress[] }>;

export interface EmptyOptions {
  readonly open: (name: RoomName) => Promise<OpenResult>;
  readonly log: Log;
  /** Whoever asks for the layer from now on gets another room. */
  readonly letGo: (address: OwnAddress, room: Room) => void;
  readonly onEmpty: (address: OwnAddress) => void;
}

/**
 * Takes everything out of people's own layers of one board: nothing more is written in them while `work` stores elsewhere
 * what was, and retires them in the log. Whoever is in one begins anew then, with what the server never got.
 * @throws StorageError when storage is out of reach, and what `work` throws; then all of it is as it was.
 */
export async function emptyOwnLayers<Result>(
  addresses: readonly OwnAddress[],
  work: EmptyWork<Result>,
  { open, log, letGo, onEmpty }: EmptyOptions,
): Promise<Result> {
  const opened = await Promise.all(
    addresses.map(async (address) => {
      const found = await open(formatRoomName(address));
      if (found.status === 'unavailable') throw new StorageError(found.failure, 'a layer cannot be opened');
      // What cannot be read stays where it is.
      if (found.status === 'open' && found.room.hasUnreadable)
        log.error({ room: found.room.name }, 'own-layer.unreadable');
      return found.status === 'damaged' || found.room.hasUnreadable ? [] : [{ address, room: found.room }];
    }),
  );
  const layers = opened.flat();
  let code: CloseCode = CloseCode.internal;
  let empty: ReadonlySet<RoomName> = new Set();
  try {
    await Promise.all(layers.map(({ room }) => room.freeze()));
    const { result, emptied } = await work(layers.map(({ address, room }) => ({ ...address, records: room.records })));
    code = CloseCode.refused;
    empty = new Set(emptied.map(formatRoomName));
    return result;
  } finally {
    for (const { address, room } of layers) {
      letGo(address, room);
      room.retire(code);
      if (empty.has(formatRoomName(address))) onEmpty(address);
    }
  }
}
