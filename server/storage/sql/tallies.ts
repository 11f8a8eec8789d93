import { type Kysely, sql } from 'kysely';
import type { HistoryStore } from '../history-store.ts';
import type { Tables } from './tables.ts';

type Methods = Pick<HistoryStore, 'keepTally' | 'listTallies'>;

export const tallyQueries = (db: Kysely<Tables>): Methods => ({
  keepTally: async (boardId, { cards, notes, changedAtMs }) => {
    await db.transaction().execute((tx) =>
      tx
        .insertInto('tallies')
        .values({ board_id: boardId, cards, notes, changed_at_ms: changedAtMs })
        .onConflict((conflict) =>
          conflict.column('board_id').doUpdateSet({
            cards,
            notes,
            changed_at_ms: sql`coalesce(excluded.changed_at_ms, tallies.changed_at_ms)`,
          }),
        )
        .execute(),
    );
  },

  listTallies: async (boardIds) => {
    if (boardIds.length === 0) return [];
    const rows = await db
      .selectFrom('boards')
      .leftJoin('tallies', 'tallies.board_id', 'boards.id')
      .select((query) => [
        'boards.id as boardId',
        'tallies.cards',
        'tallies.notes',
        'tallies.changed_at_ms as keptMs',
        query
          .selectFrom('journal')
          .select(({ fn }) => fn.max<number | null>('last_at_ms').as('at'))
          .whereRef('journal.board_id', '=', 'boards.id')
          .as('journalMs'),
      ])
      .where('boards.id', 'in', boardIds)
      .execute();
    const known = new Map(rows.map((row) => [row.boardId, row]));
    return boardIds.map((boardId) => {
      const { cards = null, notes = null, keptMs = null, journalMs = null } = known.get(boardId) ?? {};
      const changedAtMs = keptMs === null || journalMs === null ? (keptMs ?? journalMs) : Math.max(keptMs, journalMs);
      return { boardId, cards, notes, changedAtMs };
    });
  },
});
