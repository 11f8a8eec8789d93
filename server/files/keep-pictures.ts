import type { BoardId, ParticipantId } from '../../shared/protocol/ids.ts';
import { imageLimits } from '../../shared/protocol/limits.ts';
import type { BlobStore } from '../storage/blob-store.ts';
import type { TakenPicture } from './take-pictures.ts';

/** @returns false, and keeps none, where the board would have more pictures than it may. */
export async function keepPictures(
  images: BlobStore,
  boardId: BoardId,
  pictures: readonly TakenPicture[],
  by: ParticipantId,
): Promise<boolean> {
  if (pictures.length === 0) return true;
  const createdAtMs = Date.now();
  const kept = pictures.map(({ content, ...facts }) => ({
    image: { ...facts, boardId, bytes: content.length, by, createdAtMs },
    content,
  }));
  return images.putImages(boardId, kept, imageLimits.perBoardMax);
}
