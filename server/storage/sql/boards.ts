import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { BoardId, WorkshopId } from '../../../shared/protocol/ids.ts';
import type { StoredBoard, WorkshopStore } from '../workshop-store.ts';
import { nextPlace } from './place.ts';
import type { Tables } from './tables.ts';

type Methods = Pick<WorkshopStore, 'createBoard' | 'getBoard' | 'listBoards' | 'updateBoard' | 'setBinned'>;

export const boardQueries = (db: Kysely<Tables>): Methods => ({
  createBoard: (board, after) =>
    db.transaction().execute(async (tx) => {
      const { workshopId, template, example } = board;
      const known = example
        ? await boards(tx)
            .where('workshop_id', '=', workshopId)
            .where('template', '=', template)
            .where('example', '=', 1)
            .executeTakeFirst()
        : undefined;
      if (known !== undefined) return toBoard(known);
      await insertBehind(tx, board, after);
      return board;
    }),

  getBoard: (id) => find(db, id),

  listBoards: async (id: WorkshopId) =>
    (await boards(db).where('workshop_id', '=', id).orderBy('place').execute()).map(toBoard),

  updateBoard: (id, { title, before }) =>
    db.transaction().execute(async (tx) => {
      const board = await find(tx, id);
      if (board === null) return null;
      if (before != null && (await find(tx, before))?.workshopId !== board.workshopId) return null;
      if (title !== undefined) await tx.updateTable('boards').set({ title }).where('id', '=', id).execute();
      if (before !== undefined && before !== id) await move(tx, board.workshopId, id, before);
      return find(tx, id);
    }),

  setBinned: (id, binnedAtMs) =>
    db.transaction().execute(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('boards')
        .set({ binned_at_ms: binnedAtMs })
        .where('id', '=', id)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    }),
});

/** Belongs into a writing transaction. @param after behind which one; left out or unknown: behind all */
export async function insertBehind(db: Kysely<Tables>, board: StoredBoard, after: BoardId | undefined): Promise<void> {
  const { id, workshopId } = board;
  const ids = await idsIn(db, workshopId);
  await insertBoard(db, board, await nextPlace(db, 'boards', workshopId));
  const next = after === undefined || !ids.includes(after) ? undefined : ids[ids.indexOf(after) + 1];
  if (next !== undefined) await move(db, workshopId, id, next);
}

export async function insertBoard(db: Kysely<Tables>, board: StoredBoard, place: number): Promise<void> {
  const { id, workshopId, title, template, language, createdAtMs, binnedAtMs, example } = board;
  await db
    .insertInto('boards')
    .values({
      ...{ id, workshop_id: workshopId, place, title, template, language },
      ...{ created_at_ms: createdAtMs, binned_at_ms: binnedAtMs, example: example ? 1 : 0 },
    })
    .execute();
}

/** Numbers the boards of a workshop anew; belongs into a writing transaction. @param before null: to the end */
async function move(db: Kysely<Tables>, workshopId: WorkshopId, id: BoardId, before: BoardId | null): Promise<void> {
  const ids = await idsIn(db, workshopId);
  const others = ids.filter((other) => other !== id);
  const at = before === null ? others.length : others.indexOf(before);
  // Places are unique at any moment: first all of them step aside.
  await db
    .updateTable('boards')
    .set(({ neg, ref }) => ({ place: neg(ref('place')) }))
    .where('workshop_id', '=', workshopId)
    .execute();
  for (const [index, boardId] of [...others.slice(0, at), id, ...others.slice(at)].entries())
    await db
      .updateTable('boards')
      .set({ place: index + 1 })
      .where('id', '=', boardId)
      .execute();
}

async function idsIn(db: Kysely<Tables>, workshopId: WorkshopId): Promise<readonly BoardId[]> {
  const rows = await db
    .selectFrom('boards')
    .select('id')
    .where('workshop_id', '=', workshopId)
    .orderBy('place')
    .execute();
  return rows.map(({ id }) => id);
}

async function find(db: Kysely<Tables>, id: BoardId): Promise<StoredBoard | null> {
  const row = await boards(db).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toBoard(row);
}

type BoardRow = Omit<StoredBoard, 'example'> & { readonly example: 0 | 1 };
const toBoard = ({ example, ...board }: BoardRow): StoredBoard => ({ ...board, example: example === 1 });

const boards = (db: Kysely<Tables>): SelectQueryBuilder<Tables, 'boards', BoardRow> =>
  db
    .selectFrom('boards')
    .select([
      'id',
      'workshop_id as workshopId',
      'title',
      'template',
      'language',
      'created_at_ms as createdAtMs',
      'binned_at_ms as binnedAtMs',
      'example',
    ]);
