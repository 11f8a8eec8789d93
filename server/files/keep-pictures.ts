import type { BoardId, ParticipantId, WorkshopId } from '../../shared/protocol/ids.ts';
import { imageLimits } from '../../shared/protocol/limits.ts';
import type { BlobStore, ImageWithBytes } from '../storage/blob-store.ts';
import type { TakenPicture } from './take-pictures.ts';

/** Where pictures of boards are kept. */
export interface PictureKeeper {
  readonly images: Pick<BlobStore, 'putImages'>;
  /** Notes which pictures no board of a workshop shows any more; for when it matters. */
  readonly findUnused: (workshopId: WorkshopId) => Promise<void>;
}

interface PicturedBoard {
  readonly id: BoardId;
  readonly workshopId: WorkshopId;
}

/** @returns false, and keeps none, where the board would have more pictures than it may. */
export async function putPictures(
  { images, findUnused }: PictureKeeper,
  { id, workshopId }: PicturedBoard,
  pictures: readonly ImageWithBytes[],
): Promise<boolean> {
  if (await images.putImages(id, pictures, imageLimits)) return true;
  await findUnused(workshopId);
  return images.putImages(id, pictures, imageLimits);
}

/** The same for what a file brought. */
export async function keepPictures(
  keeper: PictureKeeper,
  board: PicturedBoard,
  pictures: readonly TakenPicture[],
  by: ParticipantId,
): Promise<boolean> {
  if (pictures.length === 0) return true;
  const createdAtMs = Date.now();
  const kept = pictures.map(({ content, ...facts }) => ({
    image: { ...facts, boardId: board.id, bytes: content.length, by, createdAtMs },
    content,
  }));
  return putPictures(keeper, board, kept);
}
