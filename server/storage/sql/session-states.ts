import type { Kysely } from 'kysely';
import type { CommandId, WorkshopId } from '../../../shared/protocol/ids.ts';
import { firstSession, Session } from '../../../shared/session/session.ts';
import { commandsRemembered, type SessionStates } from '../session-states.ts';
import { insertBehind } from './boards.ts';
import type { Tables } from './tables.ts';

export const sessionStateQueries = (db: Kysely<Tables>): SessionStates => ({
  readSession: (workshopId) => readSession(db, workshopId),

  hasCommand: (workshopId, commandId) => hasCommand(db, workshopId, commandId),

  saveSession: ({ workshopId, before, session, commandId, boards }) =>
    db.transaction().execute(async (tx) => {
      if (await hasCommand(tx, workshopId, commandId)) return 'repeated';
      if ((await readSession(tx, workshopId)).seq !== before) return 'outdated';
      const { seq } = session;
      const state = JSON.stringify(session);
      await tx
        .insertInto('session_states')
        .values({ workshop_id: workshopId, seq, state })
        .onConflict((conflict) => conflict.column('workshop_id').doUpdateSet({ seq, state }))
        .execute();
      await remember(tx, workshopId, commandId, seq);
      // The last one first: each comes right behind the same board.
      for (const board of boards?.made.toReversed() ?? []) await insertBehind(tx, board, boards?.behind);
      return 'saved';
    }),
});

async function remember(tx: Kysely<Tables>, workshopId: WorkshopId, commandId: CommandId, seq: number): Promise<void> {
  const { last } = await tx
    .selectFrom('commands')
    .select(({ fn }) => fn.max<number | null>('place').as('last'))
    .where('workshop_id', '=', workshopId)
    .executeTakeFirstOrThrow();
  const place = (last ?? 0) + 1;
  await tx.insertInto('commands').values({ workshop_id: workshopId, command_id: commandId, seq, place }).execute();
  await tx
    .deleteFrom('commands')
    .where('workshop_id', '=', workshopId)
    .where('place', '<=', place - commandsRemembered)
    .execute();
}

async function readSession(db: Kysely<Tables>, workshopId: WorkshopId): Promise<Session> {
  const row = await db
    .selectFrom('session_states')
    .select('state')
    .where('workshop_id', '=', workshopId)
    .executeTakeFirst();
  // An earlier version stored fewer things.
  return row === undefined ? firstSession : Session.parse({ ...firstSession, ...JSON.parse(row.state) });
}

async function hasCommand(db: Kysely<Tables>, workshopId: WorkshopId, commandId: CommandId): Promise<boolean> {
  const row = await db
    .selectFrom('commands')
    .select('seq')
    .where('workshop_id', '=', workshopId)
    .where('command_id', '=', commandId)
    .executeTakeFirst();
  return row !== undefined;
}
