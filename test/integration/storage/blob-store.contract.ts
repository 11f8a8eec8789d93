import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BlobStore, ImageWithBytes } from '../../../server/storage/blob-store.ts';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import { newBoardId, newImageId } from './ids.ts';
import type { Subject } from './subjects.ts';

const max = 4;

const newImage = (boardId: BoardId, content: Uint8Array, given: Partial<ImageWithBytes['image']> = {}) => ({
  image: {
    ...({ id: newImageId(), boardId, type: 'image/png', width: 3, height: 2, isAnimated: false } as const),
    ...{ bytes: content.length, by: null, createdAtMs: 1_790_000_000_000 },
    ...given,
  },
  content,
});

/** What every blob store does. */
export function blobStoreContract(open: () => Promise<Subject>): void {
  let subject: Subject;
  beforeAll(async () => {
    subject = await open();
  });
  afterAll(() => subject.close());
  const store = async (): Promise<BlobStore> => (await subject.current()).images;

  test('[IMG1] a picture comes back as it was kept, by its id alone, and those of a board in the order in which they came', async () => {
    const [board, other] = [newBoardId(), newBoardId()];
    const large = new Uint8Array(60_000).map((_, at) => at % 251);
    const first = newImage(board, Uint8Array.of(1, 2, 3), { createdAtMs: 1_800_000_000_000 });
    const second = newImage(board, large, { type: 'image/gif', isAnimated: true, width: 4_096 });
    expect(await (await store()).putImages(board, [first], max)).toBe(true);
    expect(await (await store()).putImages(board, [second], max)).toBe(true);
    expect(await (await store()).putImages(other, [newImage(other, Uint8Array.of(9))], max)).toBe(true);
    expect(await (await store()).getImage(second.image.id)).toEqual({ image: second.image, content: large });
    expect(await (await store()).listImages(board)).toEqual([first.image, second.image]);
    expect(await (await store()).getImage(newImageId())).toBeNull();
    expect(await (await store()).listImages(newBoardId())).toEqual([]);
  });

  test('[IMG1] what the caller does with its bytes afterwards changes nothing', async () => {
    const board = newBoardId();
    const picture = newImage(board, Uint8Array.of(1, 2, 3));
    const kept = (await store()).putImages(board, [picture], max);
    picture.content.fill(0);
    await kept;
    expect((await (await store()).getImage(picture.image.id))?.content).toEqual(Uint8Array.of(1, 2, 3));
  });

  test('[IMG2] a board has no more pictures than it may: of several that are too many none is kept', async () => {
    const board = newBoardId();
    const some = (count: number) => Array.from({ length: count }, () => newImage(board, Uint8Array.of(1)));
    expect(await (await store()).putImages(board, some(3), max)).toBe(true);
    expect(await (await store()).putImages(board, some(2), max)).toBe(false);
    expect(await (await store()).listImages(board)).toHaveLength(3);
    expect(await (await store()).putImages(board, some(1), max)).toBe(true);
    expect(await (await store()).putImages(board, some(1), max)).toBe(false);
  });

  test('[IMG2] of pictures of which one cannot be kept none is', async () => {
    const board = newBoardId();
    const [known, fresh] = [newImage(board, Uint8Array.of(1)), newImage(board, Uint8Array.of(2))];
    await (await store()).putImages(board, [known], max);
    await expect((await store()).putImages(board, [fresh, known], max)).rejects.toThrow();
    expect(await (await store()).listImages(board)).toEqual([known.image]);
  });

  test('[IMG3] a picture that is deleted is gone, and deleting it again is nothing', async () => {
    const board = newBoardId();
    const [first, second] = [newImage(board, Uint8Array.of(1)), newImage(board, Uint8Array.of(2))];
    await (await store()).putImages(board, [first, second], max);
    await (await store()).deleteImage(first.image.id);
    await (await store()).deleteImage(first.image.id);
    expect(await (await store()).getImage(first.image.id)).toBeNull();
    expect(await (await store()).listImages(board)).toEqual([second.image]);
    // What comes afterwards stands behind what stayed.
    const third = newImage(board, Uint8Array.of(3));
    await (await store()).putImages(board, [third], max);
    expect(await (await store()).listImages(board)).toEqual([second.image, third.image]);
  });

  test('[IMG4] a damaged picture is told from a missing one', async () => {
    const board = newBoardId();
    const picture = newImage(board, Uint8Array.of(1, 2, 3));
    await (await store()).putImages(board, [picture], max);
    await subject.damage({ kind: 'image', boardId: board, id: picture.image.id });
    expect(await (await store()).getImage(picture.image.id)).toEqual({ image: picture.image, content: null });
  });
}
