import type { RoomName } from '../../shared/protocol/room-name.ts';
import type { Log } from '../observe/log.ts';
import { type LoadedDocument, StorageError, type UpdateLog } from '../storage/update-log.ts';
import type { OpenResult } from './registry-options.ts';

export type Stored = Exclude<LoadedDocument, { status: 'damaged' }>;

/** What storage holds of a document, or why it cannot be opened. @param along what has to be loaded before it */
export async function loadStored(
  { updateLog, log }: { readonly updateLog: UpdateLog; readonly log: Log },
  name: RoomName,
  along: () => Promise<void>,
): Promise<Stored | Exclude<OpenResult, { status: 'open' }>> {
  try {
    await along();
    const loaded = await updateLog.load(name);
    if (loaded.status !== 'damaged') return loaded;
    log.error({ room: name, at: loaded.at }, 'room.damaged');
    return { status: 'damaged' };
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    log.error({ room: name, failure: error.failure }, 'room.unavailable');
    return { status: 'unavailable', failure: error.failure };
  }
}
