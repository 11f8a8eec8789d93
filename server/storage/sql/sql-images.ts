import type { Kysely } from 'kysely';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import type { BlobStore } from '../blob-store.ts';
import { blobChecksum, isIntact } from '../checksum.ts';
import type { Tables } from './tables.ts';

/** Pictures in SQL; what createSqlWorkshops says of writers holds here too. */
export const createSqlImages = (db: Kysely<Tables>): BlobStore => ({
  putImages: (boardId, given, { perBoardMax, keptPerBoardMax }) => {
    // The caller may use its bytes again before the transaction begins.
    const images = given.map(({ image, content }) => ({ image, content: Uint8Array.from(content) }));
    return db.transaction().execute(async (tx) => {
      const { kept, unused, last } = await countOf(tx, boardId);
      if (kept - unused + images.length > perBoardMax || kept + images.length > keptPerBoardMax) return false;
      for (const [at, { image, content }] of images.entries()) {
        if (image.boardId !== boardId) throw new Error('image of something else');
        await tx
          .insertInto('images')
          .values({
            ...{ id: image.id, board_id: boardId, place: last + 1 + at, participant_id: image.by, type: image.type },
            ...{ width: image.width, height: image.height, is_animated: image.isAnimated ? 1 : 0 },
            ...{ size_bytes: image.bytes, created_at_ms: image.createdAtMs, unused_since_ms: null, content },
            checksum: blobChecksum({ kind: 'image', boardId, id: image.id }, content),
          })
          .execute();
      }
      return true;
    });
  },

  getImage: async (id) => {
    const row = await db
      .selectFrom('images')
      .select([...columns, 'checksum', 'content'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) return null;
    const { checksum, content, ...image } = row;
    const isSound = isIntact({ kind: 'image', boardId: row.boardId, id }, content, checksum);
    return { image: toFacts(image), content: isSound ? content : null };
  },

  listImages: async (boardId) =>
    (
      await db
        .selectFrom('images')
        .select([...columns, 'unused_since_ms as unusedSinceMs'])
        .where('board_id', '=', boardId)
        .orderBy('place')
        .execute()
    ).map(toFacts),

  listImageBoards: async () =>
    (await db.selectFrom('images').select('board_id').distinct().execute()).map((row) => row.board_id),

  noteImageUse: ({ shown, unused, atMs }) =>
    db.transaction().execute(async (tx) => {
      for (const id of shown)
        await tx
          .updateTable('images')
          .set({ unused_since_ms: null })
          .where('id', '=', id)
          .where('unused_since_ms', 'is not', null)
          .execute();
      for (const id of unused)
        await tx
          .updateTable('images')
          .set({ unused_since_ms: atMs })
          .where('id', '=', id)
          .where('unused_since_ms', 'is', null)
          .execute();
    }),

  deleteImage: async (id) => {
    await db.deleteFrom('images').where('id', '=', id).execute();
  },
});

const columns = [
  'id',
  'board_id as boardId',
  'participant_id as by',
  'type',
  'width',
  'height',
  'is_animated as isAnimated',
  'size_bytes as bytes',
  'created_at_ms as createdAtMs',
] as const;

const toFacts = <Row extends { readonly isAnimated: 0 | 1 }>({ isAnimated, ...image }: Row) => ({
  ...image,
  isAnimated: isAnimated === 1,
});

async function countOf(
  db: Kysely<Tables>,
  boardId: BoardId,
): Promise<{ readonly kept: number; readonly unused: number; readonly last: number }> {
  const { kept, unused, last } = await db
    .selectFrom('images')
    .select(({ fn }) => [
      fn.countAll<number>().as('kept'),
      fn.count<number>('unused_since_ms').as('unused'),
      fn.max<number | null>('place').as('last'),
    ])
    .where('board_id', '=', boardId)
    .executeTakeFirstOrThrow();
  return { kept, unused, last: last ?? 0 };
}
