import type { ImageId } from '../../../shared/protocol/ids.ts';
import type { BlobStore, ImageFacts } from '../blob-store.ts';
import { blobChecksum, type ImagePlace, isIntact } from '../checksum.ts';

interface ImageRow {
  readonly image: ImageFacts;
  readonly content: Uint8Array;
  readonly checksum: Uint8Array;
}

export interface MemoryImages extends BlobStore {
  /** Flips one byte of what is stored there. @throws when nothing is. */
  damage(place: ImagePlace): void;
}

const placeOf = ({ boardId, id }: ImageFacts): ImagePlace => ({ kind: 'image', boardId, id });

/** Pictures as plainly as they can be said. No call awaits anything, so each is atomic. */
export function createMemoryImages(): MemoryImages {
  /** In the order in which they came. */
  const rows = new Map<ImageId, ImageRow>();
  const ofBoard = (boardId: ImageFacts['boardId']): readonly ImageFacts[] =>
    [...rows.values()].map(({ image }) => image).filter((image) => image.boardId === boardId);
  return {
    putImages: async (boardId, images, max) => {
      if (ofBoard(boardId).length + images.length > max) return false;
      const ids = new Set(images.map(({ image }) => image.id));
      if (ids.size < images.length || [...ids].some((id) => rows.has(id))) throw new Error('image exists');
      for (const { image, content } of images) {
        if (image.boardId !== boardId || image.bytes !== content.length) throw new Error('image of something else');
        const checksum = blobChecksum(placeOf(image), content);
        rows.set(image.id, { image: { ...image }, content: Uint8Array.from(content), checksum });
      }
      return true;
    },
    getImage: async (id) => {
      const row = rows.get(id);
      if (!row) return null;
      const isSound = isIntact(placeOf(row.image), row.content, row.checksum);
      return { image: row.image, content: isSound ? Uint8Array.from(row.content) : null };
    },
    listImages: async (boardId) => ofBoard(boardId),
    deleteImage: async (id) => {
      rows.delete(id);
    },
    damage: ({ id }) => {
      const content = rows.get(id)?.content;
      if (content?.[0] === undefined) throw new Error(`no image ${id}`);
      content[0] ^= 1;
    },
  };
}
