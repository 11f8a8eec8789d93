import { ParticipantId, type Sequence } from '../../shared/protocol/ids.ts';
import type { RoomName } from '../../shared/protocol/room-name.ts';

/** Whose Yjs client an id is: of the participant who first wrote under it. Ids that nobody has are the server's. */
export interface Writer {
  readonly clientId: number;
  readonly participantId: ParticipantId;
}

/** Whose the client ids of a retired document are from then on: nobody's, who could write under them. */
export const nobody = ParticipantId.parse('-'.repeat(21));

/**
 * The update log of every document: ordered Yjs updates, and snapshots that stand for a prefix of them.
 *
 * Invariants: sequence numbers of a document are 1, 2, 3 … without gaps, in the order of `append`. What a resolved promise
 * promised survives a crash of process and machine. Every stored blob has a checksum that is verified on load. A document's
 * calls come from one room at a time; calls of different documents may interleave and are committed together.
 */
export interface UpdateLog {
  /**
   * Stores updates behind what is there, and who their new client ids belong to, all or none; no updates at all are
   * allowed and store nothing. A client id that has an owner keeps it.
   * @param retired other documents that are empty from then on, in the same commit: nothing of what they held is kept,
   * and every client id that wrote in them is `nobody`'s, so that no old copy brings it back. Their rooms take no more edits.
   * @returns the sequence number of the last one, once all are durable.
   * @throws StorageError when nothing was stored; the same updates may be appended again.
   */
  append(
    document: RoomName,
    updates: readonly Uint8Array[],
    writers?: readonly Writer[],
    retired?: readonly RoomName[],
  ): Promise<Sequence>;

  /** Names of the documents that were ever written and whose name begins like this. */
  list(prefix: string): Promise<readonly RoomName[]>;

  /** Idempotent. A document that was never written is the empty one. */
  load(document: RoomName): Promise<LoadedDocument>;

  /**
   * Lets `state`, the merged updates 1 … `through`, stand for them. The newest intact snapshot before it and the updates
   * behind that one are kept, so that a damaged snapshot can be rebuilt; older ones go. Idempotent; a snapshot that is not
   * newer than the newest intact one is ignored. `through` may not be beyond what is stored.
   */
  compact(document: RoomName, through: Sequence, state: Uint8Array): Promise<void>;
}

export type LoadedDocument =
  | {
      readonly status: 'intact' | 'rebuilt';
      /** Newest snapshot that passed its checksum; null before the first compaction. */
      readonly snapshot: Uint8Array | null;
      /** Updates behind that snapshot, in order. */
      readonly updates: readonly Uint8Array[];
      /** Bytes of `updates` together. */
      readonly tailBytes: number;
      readonly last: Sequence;
      /** Owners of client ids, in no particular order. */
      readonly writers: readonly Writer[];
    }
  | {
      /** An update that no intact snapshot covers is missing or fails its checksum: opening would lose it silently. */
      readonly status: 'damaged';
      /** Sequence number of the first such update. */
      readonly at: Sequence;
    };

/** Why storage could not do what was asked; everything else that throws is a bug. */
export type StorageFailure = 'full' | 'busy' | 'closed' | 'io';

export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly failure: StorageFailure;
  constructor(failure: StorageFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }
}
