import type { BlobStore } from '../blob-store.ts';
import type { BlobPlace } from '../checksum.ts';
import type { HistoryStore } from '../history-store.ts';
import type { Storage } from '../storage.ts';
import { StorageError, type UpdateLog } from '../update-log.ts';
import { createMemoryAgendas } from './memory-agendas.ts';
import { createMemoryComments } from './memory-comments.ts';
import { createMemoryHistory } from './memory-history.ts';
import { createMemoryImages } from './memory-images.ts';
import { createMemoryLog } from './memory-log.ts';
import { createMemorySent } from './memory-sent.ts';
import { createMemoryVotes } from './memory-votes.ts';
import { createMemoryWorkshops } from './memory-workshops.ts';
import { emptyRows } from './rows.ts';

export interface MemoryStorage extends Storage {
  /** Flips one byte of what is stored there, as a dying disk would. @throws when nothing is. */
  damage(place: BlobPlace): void;
}

/** The reference: what every other storage has to be equal to. It forgets everything with the process. */
export function createMemoryStorage(): MemoryStorage {
  const { damage: damageLog, ...log } = createMemoryLog();
  const { damage: damageVersion, ...history } = createMemoryHistory();
  const { damage: damageImage, ...images } = createMemoryImages();
  const rows = emptyRows();
  const workshops = createMemoryWorkshops(rows);
  let isClosed = false;
  /** The same methods, refused once storage is closed. */
  const whileOpen = <Methods extends Storage[Exclude<keyof Storage, 'close'>]>(methods: Methods): Methods =>
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
    workshops: whileOpen(workshops),
    history: whileOpen<HistoryStore>(history),
    images: whileOpen<BlobStore>(images),
    comments: whileOpen(createMemoryComments()),
    votes: whileOpen(createMemoryVotes(rows)),
    agendas: whileOpen(createMemoryAgendas()),
    sent: whileOpen(createMemorySent()),
    damage: (place) => {
      if (place.kind === 'version') damageVersion(place);
      else if (place.kind === 'image') damageImage(place);
      else damageLog(place);
    },
    close: async () => {
      isClosed = true;
    },
  };
}
