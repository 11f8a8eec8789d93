import type * as Y from 'yjs';
import type { AnyRecord } from '../../shared/board/groups.ts';
import type { ParticipantId, WorkshopId } from '../../shared/protocol/ids.ts';
import type { PrivateCounts } from '../../shared/protocol/messages.ts';
import type { RoomName } from '../../shared/protocol/room-name.ts';
import type { Guest } from '../../shared/session/waiting.ts';
import type { Visitor } from '../access/visitor.ts';
import type { Log } from '../observe/log.ts';
import type { BoardTally, HistoryStore } from '../storage/history-store.ts';
import type { UpdateLog, Writer } from '../storage/update-log.ts';
import type { Clock } from './clock.ts';
import type { Merger } from './compaction/merger.ts';
import type { ConnectionLimits, RoomLimits } from './limits.ts';
import type { KeepPrivately } from './own-layers/keep-privately.ts';
import type { PromiseOf } from './review.ts';
import type { SessionView } from './session-view.ts';

/** What a room shares with every other room of the server. */
export interface RoomSurroundings {
  readonly updateLog: UpdateLog;
  readonly history: HistoryStore;
  readonly merger: Merger;
  readonly log: Log;
  readonly clock: Clock;
  readonly sessions: SessionView;
  /** Who waits to be let in. */
  readonly guests: (workshopId: WorkshopId) => readonly Guest[];
  readonly limits: { readonly connection: ConnectionLimits; readonly room: RoomLimits };
}

export interface RoomOptions extends RoomSurroundings {
  readonly name: RoomName;
  /** Holds what the log holds, and nothing else. The room destroys it. */
  readonly doc: Y.Doc;
  /** Sequence number of the newest entry of the log. */
  readonly last: number;
  readonly snapshotBytes: number;
  readonly tailBytes: number;
  /** Owners of the client ids in the document. */
  readonly writers: readonly Writer[];
  /** Records of the wider layer, as they are; undefined for the layer that everybody reads. */
  readonly outside?: ReadonlyMap<string, AnyRecord> | undefined;
  /** Makes the room that of an own layer. */
  readonly promiseOf?: PromiseOf;
  /** How much one reads here that nobody else does; asked for whenever it is told. */
  readonly privateCounts: (member: ParticipantId, workshopId: WorkshopId) => PrivateCounts;
  /** There only for the layer that everybody reads. */
  readonly keepPrivately?: KeepPrivately;
  /** Somebody has edited it. */
  readonly onEdited: (visitor: Visitor) => void;
  readonly onEmpty: () => void;
  /** It is let go of for good. */
  readonly onGone?: () => void;
  /** The room has given up: it must be loaded again from what is stored. */
  readonly onBroken: () => void;
}

/** What a room says of the people in it. */
export type PersonFact = 'name' | 'organisationId' | 'organisation' | 'colour' | 'remote';

/** What goes on on a board. */
export interface RoomActivity {
  readonly tally: BoardTally;
  /** Everybody who is on it, once, programs too. */
  readonly here: readonly ParticipantId[];
}
