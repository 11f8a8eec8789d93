import type { BoardId, ParticipantId, SentCardId } from '../../shared/protocol/ids.ts';

/** A card that somebody sent to a board, under the id that their page chose. */
export interface SentCard {
  readonly boardId: BoardId;
  readonly participantId: ParticipantId;
  readonly cardId: SentCardId;
}

/**
 * Which cards have arrived, whatever became of them since: a card of an anonymous round has another id by then. Every call
 * is atomic and durable when it resolves; all throw StorageError (update-log.ts) when storage is out of reach.
 */
export interface SentStore {
  hasArrived(sent: SentCard): Promise<boolean>;
  /** Idempotent. */
  noteArrived(sent: SentCard): Promise<void>;
}
