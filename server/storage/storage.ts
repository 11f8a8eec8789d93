import type { AgendaStore } from './agenda-store.ts';
import type { BlobStore } from './blob-store.ts';
import type { CommentStore } from './comment-store.ts';
import type { HistoryStore } from './history-store.ts';
import type { SentStore } from './sent-store.ts';
import type { UpdateLog } from './update-log.ts';
import type { VoteStore } from './vote-store.ts';
import type { WorkshopStore } from './workshop-store.ts';

/** One storage backend: what the composition root opens and closes. */
export interface Storage {
  readonly log: UpdateLog;
  readonly workshops: WorkshopStore;
  readonly history: HistoryStore;
  readonly images: BlobStore;
  readonly comments: CommentStore;
  readonly votes: VoteStore;
  readonly agendas: AgendaStore;
  readonly sent: SentStore;
  /** Waits for what is under way, then releases files and threads. Later calls throw StorageError `closed`. */
  close(): Promise<void>;
}
