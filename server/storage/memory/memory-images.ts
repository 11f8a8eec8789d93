import type { ImageId } from '../../../shared/protocol/ids.ts';
import type { BlobStore, ImageFacts, KeptImage } from '../blob-store.ts';
import { blobChecksum, type ImagePlace, isIntact } from '../checksum.ts';

interface ImageRow {
  readonly image: ImageFacts;
  unusedSinceMs: number | null;
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
  const ofBoard = (boardId: ImageFacts['boardId']): readonly KeptImage[] =>
    [...rows.values()]
      .map(({ image, unusedSinceMs }) => ({ ...image, unusedSinceMs }))
      .filter((image) => image.boardId === boardId);
  return {
    putImages: async (boardId, images, { perBoardMax, keptPerBoardMax }) => {
      const kept = ofBoard(boardId);
      const used = kept.filter(({ unusedSinceMs }) => unusedSinceMs === null);
      if (used.length + images.length > perBoardMax || kept.length + images.length > keptPerBoardMax) return false;
      const ids = new Set(images.map(({ image }) => image.id));
      if (ids.size < images.length || [...ids].some((id) => rows.has(id))) throw new Error('image exists');
      for (const { image, content } of images) {
        if (image.boardId !== boardId || image.bytes !== content.length) throw new Error('image of something else');
        const checksum = blobChecksum(placeOf(image), content);
        rows.set(image.id, {
          ...{ image: { ...image }, unusedSinceMs: null },
          ...{ content: Uint8Array.from(content), checksum },
        });
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
    listImageBoards: async () => [...new Set([...rows.values()].map(({ image }) => image.boardId))],
    noteImageUse: async ({ shown, unused, atMs }) => {
      for (const id of shown) {
        const row = rows.get(id);
        if (row) row.unusedSinceMs = null;
      }
      for (const id of unused) {
        const row = rows.get(id);
        if (row) row.unusedSinceMs ??= atMs;
      }
    },
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
