import type { UpdateLog } from './update-log.ts';
import type { WorkshopStore } from './workshop-store.ts';

/** One storage backend: what the composition root opens and closes. */
export interface Storage {
  readonly log: UpdateLog;
  readonly workshops: WorkshopStore;
  /** Waits for what is under way, then releases files and threads. Later calls throw StorageError `closed`. */
  close(): Promise<void>;
}
