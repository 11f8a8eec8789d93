import type { BlobPlace } from '../checksum.ts';
import type { HistoryStore } from '../history-store.ts';
import type { Storage } from '../storage.ts';
import { StorageError, type UpdateLog } from '../update-log.ts';
import type { WorkshopStore } from '../workshop-store.ts';
import { createMemoryHistory } from './memory-history.ts';
import { createMemoryLog } from './memory-log.ts';
import { createMemoryWorkshops } from './memory-workshops.ts';

export interface MemoryStorage extends Storage {
  /** Flips one byte of what is stored there, as a dying disk would. @throws when nothing is. */
  damage(place: BlobPlace): void;
}

/** The reference: what every other storage has to be equal to. It forgets everything with the process. */
export function createMemoryStorage(): MemoryStorage {
  const { damage: damageLog, ...log } = createMemoryLog();
  const { damage: damageVersion, ...history } = createMemoryHistory();
  let isClosed = false;
  /** The same methods, refused once storage is closed. */
  const whileOpen = <Methods extends UpdateLog | WorkshopStore | HistoryStore>(methods: Methods): Methods =>
    Object.fromEntries(
      Object.entries(methods).map(([name, method]) => [
        name,
        async (...args: readonly unknown[]) => {
          if (isClosed) throw new StorageError('closed', 'storage is closed');
          return method(...args);
        },
      ]),
    ) as unknown as Methods;
  return {
    log: whileOpen<UpdateLog>(log),
    workshops: whileOpen(createMemoryWorkshops()),
    history: whileOpen<HistoryStore>(history),
    damage: (place) => (place.kind === 'version' ? damageVersion(place) : damageLog(place)),
    close: async () => {
      isClosed = true;
    },
  };
}
