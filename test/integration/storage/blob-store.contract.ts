import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BlobStore, ImageWithBytes } from '../../../server/storage/blob-store.ts';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import { newBoardId, newImageId } from './ids.ts';
import type { Subject } from './subjects.ts';

const room = { perBoardMax: 4, keptPerBoardMax: 6 };

const newImage = (boardId: BoardId, content: Uint8Array, given: Partial<ImageWithBytes['image']> = {}) => ({
  image: {
    ...({ id: newImageId(), boardId, type: 'image/png', width: 3, height: 2, isAnimated: false } as const),
    ...{ bytes: content.length, by: null, createdAtMs: 1_790_000_000_000 },
    ...given,
  },
  content,
});

const kept = ({ image }: ImageWithBytes, unusedSinceMs: number | null = null) => ({ ...image, unusedSinceMs });

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
    expect(await (await store()).putImages(board, [first], room)).toBe(true);
    expect(await (await store()).putImages(board, [second], room)).toBe(true);
    expect(await (await store()).putImages(other, [newImage(other, Uint8Array.of(9))], room)).toBe(true);
    expect(await (await store()).getImage(second.image.id)).toEqual({ image: second.image, content: large });
    expect(await (await store()).listImages(board)).toEqual([kept(first), kept(second)]);
    expect(await (await store()).getImage(newImageId())).toBeNull();
    expect(await (await store()).listImages(newBoardId())).toEqual([]);
  });

  test('[IMG1] what the caller does with its bytes afterwards changes nothing', async () => {
    const board = newBoardId();
    const picture = newImage(board, Uint8Array.of(1, 2, 3));
    const put = (await store()).putImages(board, [picture], room);
    picture.content.fill(0);
    await put;
    expect((await (await store()).getImage(picture.image.id))?.content).toEqual(Uint8Array.of(1, 2, 3));
  });

  test('[IMG2] a board has no more pictures than it may: of several that are too many none is kept', async () => {
    const board = newBoardId();
    const some = (count: number) => Array.from({ length: count }, () => newImage(board, Uint8Array.of(1)));
    expect(await (await store()).putImages(board, some(3), room)).toBe(true);
    expect(await (await store()).putImages(board, some(2), room)).toBe(false);
    expect(await (await store()).listImages(board)).toHaveLength(3);
    expect(await (await store()).putImages(board, some(1), room)).toBe(true);
    expect(await (await store()).putImages(board, some(1), room)).toBe(false);
  });

  test('[IMG2] of pictures of which one cannot be kept none is', async () => {
    const board = newBoardId();
    const [known, fresh] = [newImage(board, Uint8Array.of(1)), newImage(board, Uint8Array.of(2))];
    await (await store()).putImages(board, [known], room);
    await expect((await store()).putImages(board, [fresh, known], room)).rejects.toThrow();
    expect(await (await store()).listImages(board)).toEqual([kept(known)]);
  });

  test('[IMG3] a picture that is deleted is gone, and deleting it again is nothing', async () => {
    const board = newBoardId();
    const [first, second] = [newImage(board, Uint8Array.of(1)), newImage(board, Uint8Array.of(2))];
    await (await store()).putImages(board, [first, second], room);
    await (await store()).deleteImage(first.image.id);
    await (await store()).deleteImage(first.image.id);
    expect(await (await store()).getImage(first.image.id)).toBeNull();
    expect(await (await store()).listImages(board)).toEqual([kept(second)]);
    // What comes afterwards stands behind what stayed.
    const third = newImage(board, Uint8Array.of(3));
    await (await store()).putImages(board, [third], room);
    expect(await (await store()).listImages(board)).toEqual([kept(second), kept(third)]);
  });

  test('[IMG4] a damaged picture is told from a missing one', async () => {
    const board = newBoardId();
    const picture = newImage(board, Uint8Array.of(1, 2, 3));
    await (await store()).putImages(board, [picture], room);
    await subject.damage({ kind: 'image', boardId: board, id: picture.image.id });
    expect(await (await store()).getImage(picture.image.id)).toEqual({ image: picture.image, content: null });
  });

  test('[IMG26] what no board shows counts against none, up to a number of all; since when it is unused stays', async () => {
    const board = newBoardId();
    const all = Array.from({ length: 7 }, () => newImage(board, Uint8Array.of(1)));
    const [a, b, ...others] = all as [ImageWithBytes, ImageWithBytes, ...ImageWithBytes[]];
    const put = async (...images: readonly (ImageWithBytes | undefined)[]) =>
      (await store()).putImages(board, images as ImageWithBytes[], room);
    const note = async (shown: readonly ImageWithBytes[], unused: readonly ImageWithBytes[], atMs: number) =>
      (await store()).noteImageUse({
        ...{ shown: shown.map(({ image }) => image.id), unused: unused.map(({ image }) => image.id), atMs },
      });
    expect(await put(a, b, others[0], others[1])).toBe(true);
    expect(await put(others[2])).toBe(false);
    await note([], [a, b], 10);
    await note([], [a, b], 20);
    expect((await (await store()).listImages(board)).map(({ unusedSinceMs }) => unusedSinceMs)).toEqual([
      ...[10, 10, null, null],
    ]);
    expect(await put(others[2], others[3])).toBe(true);
    // Of all of them there are enough now, however many are unused.
    await note([], others.slice(0, 2), 30);
    expect(await put(others[4])).toBe(false);
    await note([a], [], 40);
    await note([], [a], 50);
    expect((await (await store()).listImages(board))[0]).toEqual(kept(a, 50));
    expect((await (await store()).getImage(a.image.id))?.image).toEqual(a.image);
    await (await store()).noteImageUse({ shown: [newImageId()], unused: [newImageId()], atMs: 60 });
  });

  test('[IMG27] boards that have pictures are named, known or not', async () => {
    const [board, other] = [newBoardId(), newBoardId()];
    const only = newImage(other, Uint8Array.of(1));
    await (await store()).putImages(
      board,
      [newImage(board, Uint8Array.of(1)), newImage(board, Uint8Array.of(1))],
      room,
    );
    await (await store()).putImages(other, [only], room);
    expect(await (await store()).listImageBoards()).toEqual(expect.arrayContaining([board, other]));
    await (await store()).deleteImage(only.image.id);
    const left = await (await store()).listImageBoards();
    expect(left.filter((id) => id === board || id === other)).toEqual([board]);
  });
}
