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

/** A picture with how it stands in the collection (server/upkeep/picture-collection.ts). */
export interface KeptImage extends ImageFacts {
  /** Since when no board shows it, as far as anybody has looked; null: one does, or nobody has looked yet. */
  readonly unusedSinceMs: number | null;
}

/** How many pictures of a board are kept. */
export interface ImageRoom {
  /** Of those that are not known to be unused. */
  readonly perBoardMax: number;
  /** Of all: those that only the past still shows take space as well. */
  readonly keptPerBoardMax: number;
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
   * @returns false, and keeps none, where the board would have more than there is room for. Throws where an id is taken.
   */
  putImages(boardId: BoardId, images: readonly ImageWithBytes[], room: ImageRoom): Promise<boolean>;
  /** @returns null when there is no such picture; `content` null when what is stored is damaged. */
  getImage(id: ImageId): Promise<{ readonly image: ImageFacts; readonly content: Uint8Array | null } | null>;
  /** Of one board, in the order in which they came. */
  listImages(boardId: BoardId): Promise<readonly KeptImage[]>;
  /** Boards that have any, known or not, in no particular order. */
  listImageBoards(): Promise<readonly BoardId[]>;
  /** What was found when somebody looked: a picture that is not shown is unused since then, or since an earlier time. */
  noteImageUse(use: {
    readonly shown: readonly ImageId[];
    readonly unused: readonly ImageId[];
    readonly atMs: number;
  }): Promise<void>;
  /** Idempotent. */
  deleteImage(id: ImageId): Promise<void>;
}
