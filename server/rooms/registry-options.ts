import type { WorkshopId } from '../../shared/protocol/ids.ts';
import type { Guest } from '../../shared/session/waiting.ts';
import type { Log } from '../observe/log.ts';
import type { HistoryStore } from '../storage/history-store.ts';
import type { StorageFailure, UpdateLog } from '../storage/update-log.ts';
import type { WorkshopStore } from '../storage/workshop-store.ts';
import type { Clock } from './clock.ts';
import type { Merger } from './compaction/merger.ts';
import type { ConnectionLimits, RoomLimits } from './limits.ts';
import type { Room } from './room.ts';
import type { SessionView } from './session-view.ts';

export interface RegistryOptions {
  readonly updateLog: UpdateLog;
  readonly history: HistoryStore;
  /** Whoever made it closes it, after the registry. */
  readonly merger: Merger;
  readonly log: Log;
  readonly sessions: SessionView;
  readonly people: Pick<WorkshopStore, 'getParticipant'>;
  readonly guests: (workshopId: WorkshopId) => readonly Guest[];
  readonly clock?: Clock;
  readonly limits?: { readonly connection?: Partial<ConnectionLimits>; readonly room?: Partial<RoomLimits> };
}

export type OpenResult =
  /** Join in the same turn: an empty room may be let go in any later one. */
  | { readonly status: 'open'; readonly room: Room }
  /** Stored bytes fail their checksum; the document waits for the operator. */
  | { readonly status: 'damaged' }
  /** Storage is out of reach, or closed with the server. */
  | { readonly status: 'unavailable'; readonly failure: StorageFailure };
