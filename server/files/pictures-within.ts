import type { ImageId, WorkshopId } from '../../shared/protocol/ids.ts';
import type { BlobStore, ImageFacts } from '../storage/blob-store.ts';
import type { Storage } from '../storage/storage.ts';

/** Where the pictures that records name are found. */
export type Pictures = Pick<BlobStore, 'getImage'>;

/**
 * The pictures of a workshop, whichever of its boards they were put on. Whoever may write can make a board name any
 * picture of the server: nobody gets one of another workshop for that.
 */
export async function picturesWithin(
  { images, workshops }: Pick<Storage, 'images' | 'workshops'>,
  workshopId: WorkshopId,
): Promise<Pictures> {
  const boards = new Set((await workshops.listBoards(workshopId)).map(({ id }) => id));
  return {
    getImage: async (id) => {
      const found = await images.getImage(id);
      return found !== null && boards.has(found.image.boardId) ? found : null;
    },
  };
}

/** What is known of those, without reading any. */
export async function pictureFactsWithin(
  { images, workshops }: Pick<Storage, 'images' | 'workshops'>,
  workshopId: WorkshopId,
): Promise<ReadonlyMap<ImageId, ImageFacts>> {
  const boards = await workshops.listBoards(workshopId);
  const kept = await Promise.all(boards.map(({ id }) => images.listImages(id)));
  return new Map(kept.flat().map((image) => [image.id, image]));
}
