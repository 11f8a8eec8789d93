import type { Kysely } from 'kysely';
import { ClosedRound } from '../../../shared/api/voting.ts';
import { Votes } from '../../../shared/session/voting.ts';
import type { VoteStore } from '../vote-store.ts';
import type { Tables } from './tables.ts';

/** Votes in SQL; what createSqlWorkshops says of writers holds here too. */
export const createSqlVotes = (db: Kysely<Tables>): VoteStore => ({
  keepBallot: (roundId, participantId, given) => {
    const votes = JSON.stringify(given);
    return db.transaction().execute(async (tx) => {
      const kept = await tx
        .insertInto('ballots')
        .columns(['round_id', 'participant_id', 'organisation_id', 'votes'])
        .expression((eb) =>
          eb
            .selectFrom('participants')
            .select((row) => [row.val(roundId).as('round_id'), 'id', 'organisation_id', row.val(votes).as('votes')])
            .where('id', '=', participantId)
            .where('kind', '=', 'person')
            .where('removed_at_ms', 'is', null),
        )
        .onConflict((conflict) => conflict.columns(['round_id', 'participant_id']).doUpdateSet({ votes }))
        .returning('participant_id')
        .executeTakeFirst();
      return kept !== undefined;
    });
  },

  readBallot: async (roundId, participantId) => {
    const row = await db
      .selectFrom('ballots')
      .select('votes')
      .where('round_id', '=', roundId)
      .where('participant_id', '=', participantId)
      .executeTakeFirst();
    return row === undefined ? null : Votes.parse(JSON.parse(row.votes));
  },

  listBallots: async (roundId) => {
    const rows = await db
      .selectFrom('ballots as ballot')
      .innerJoin('participants as person', 'person.id', 'ballot.participant_id')
      .innerJoin('organisations as home', 'home.id', 'ballot.organisation_id')
      .select(['person.id as participantId', 'ballot.votes'])
      .select(({ fn }) => fn.coalesce('home.merged_into', 'home.id').as('organisationId'))
      .where('ballot.round_id', '=', roundId)
      .where('person.kind', '=', 'person')
      .where('person.removed_at_ms', 'is', null)
      .orderBy('person.id')
      .execute();
    return rows.map(({ votes, ...row }) => ({ ...row, votes: Votes.parse(JSON.parse(votes)) }));
  },

  closeRound: (closed) =>
    db.transaction().execute(async (tx) => {
      const { id, boardId } = closed.round;
      const row = { id, board_id: boardId, closed_at_ms: closed.closedAtMs, closed: JSON.stringify(closed) };
      await tx
        .insertInto('voting_rounds')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      await tx.deleteFrom('ballots').where('round_id', '=', id).execute();
    }),

  getClosedRound: async (id) => {
    const row = await db.selectFrom('voting_rounds').select('closed').where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : ClosedRound.parse(JSON.parse(row.closed));
  },

  listClosedRounds: async (boardId) => {
    const rows = await db
      .selectFrom('voting_rounds')
      .select('closed')
      .where('board_id', '=', boardId)
      .orderBy('closed_at_ms', 'desc')
      .orderBy('id')
      .execute();
    return rows.map(({ closed }) => ClosedRound.parse(JSON.parse(closed)));
  },
});
