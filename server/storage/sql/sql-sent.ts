import type { Kysely } from 'kysely';
import type { SentStore } from '../sent-store.ts';
import type { Tables } from './tables.ts';

/** Sent cards in SQL; what createSqlWorkshops says of writers holds here too. */
export const createSqlSent = (db: Kysely<Tables>): SentStore => ({
  hasArrived: async ({ boardId, participantId, cardId }) => {
    const row = await db
      .selectFrom('sent_cards')
      .select('card_id')
      .where('board_id', '=', boardId)
      .where('participant_id', '=', participantId)
      .where('card_id', '=', cardId)
      .executeTakeFirst();
    return row !== undefined;
  },

  noteArrived: async ({ boardId, participantId, cardId }) => {
    await db
      .insertInto('sent_cards')
      .values({ board_id: boardId, participant_id: participantId, card_id: cardId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
});
