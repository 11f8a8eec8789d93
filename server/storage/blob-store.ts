import type { StoredImage } from '../../shared/api/images.ts';
import type { BoardId, ImageId, ParticipantId } from '../../shared/protocol/ids.ts';

/** What is known of a picture that is kept. */
export interface ImageFacts extends StoredImage {
  readonly boardId: BoardId;
  /** Who put it there; null where that is nobody of this workshop, or no longer. */
  readonly by: ParticipantId | null;
  /** Milliseconds since 1970. */
  readonly createdAtMs: number;
}

export interface ImageWithBytes {
  readonly image: ImageFacts;
  /** As many as `image.bytes` says. */
  readonly content: Uint8Array;
}

/**
 * The pictures of boards. One is never changed: whoever knows its id may keep what came for it for ever. A board need not
 * be known yet when its pictures come, so that it can be made last. Every call is atomic and durable when it resolves; all
 * throw StorageError (update-log.ts) when storage is out of reach.
 */
export interface BlobStore {
  /**
   * Keeps pictures of one board, all or none.
   * @param content has a checksum of its own that is verified when read.
   * @param max how many pictures the board may have in all
   * @returns false, and keeps none, where it would have more. Throws where an id is taken.
   */
  putImages(boardId: BoardId, images: readonly ImageWithBytes[], max: number): Promise<boolean>;
  /** @returns null when there is no such picture; `content` null when what is stored is damaged. */
  getImage(id: ImageId): Promise<{ readonly image: ImageFacts; readonly content: Uint8Array | null } | null>;
  /** Of one board, in the order in which they came. */
  listImages(boardId: BoardId): Promise<readonly ImageFacts[]>;
  /** Idempotent. */
  deleteImage(id: ImageId): Promise<void>;
}
