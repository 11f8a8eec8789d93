import { recordsOf } from '../../shared/board/document.ts';
import { type AnyRecord, joinRecord } from '../../shared/board/groups.ts';
import type { RoomName } from '../../shared/protocol/room-name.ts';
import type { UpdateLog } from '../storage/update-log.ts';
import { buildDocument } from './stored-document.ts';

/**
 * The records of a board as they are stored, whether or not a canvas could show each of them.
 * @throws StorageError when storage is out of reach.
 */
export async function readRecords(updateLog: UpdateLog, name: RoomName): Promise<readonly AnyRecord[] | 'damaged'> {
  const loaded = await updateLog.load(name);
  if (loaded.status === 'damaged') return 'damaged';
  try {
    const doc = buildDocument(loaded);
    const records = [...recordsOf(doc)]
      .map(([id, groups]) => joinRecord(id, groups))
      .filter((record) => record !== null);
    doc.destroy();
    return records;
  } catch {
    // The bytes are those that were stored, and yet they are no document.
    return 'damaged';
  }
}
