import type { Kysely } from 'kysely';
import type { ParticipantId, WorkshopId } from '../../../shared/protocol/ids.ts';
import type { ParticipantFacts, WorkshopStore } from '../workshop-store.ts';
import { areAllFacilitators } from './facilitators.ts';
import { organisationNamed } from './organisations.ts';
import { bit, type Tables } from './tables.ts';

type Methods = Pick<WorkshopStore, 'listParticipants' | 'getParticipant' | 'updateParticipant' | 'removeParticipant'>;

export const peopleQueries = (db: Kysely<Tables>): Methods => ({
  listParticipants: async (id) => {
    const rows = await db
      .selectFrom('participants as person')
      .innerJoin('organisations as home', 'home.id', 'person.organisation_id')
      .select(['person.id', 'person.name', 'person.organisation_id as organisationId', 'home.colour', 'person.role'])
      .select(['person.name_in_report as nameInReport', 'person.remote', 'person.removed_at_ms as removedAtMs'])
      .where('person.workshop_id', '=', id)
      .where('person.kind', '=', 'person')
      .orderBy('person.place')
      .execute();
    return rows.map((row) => ({ ...row, nameInReport: row.nameInReport === 1, remote: row.remote === 1 }));
  },

  getParticipant: (id) => factsOf(db, id),

  updateParticipant: (workshopId, id, { name, organisation, nameInReport, remote }, newOrganisationId) =>
    db.transaction().execute(async (tx) => {
      const row = await find(tx, workshopId, id);
      if (row === null || (nameInReport !== undefined && row.kind !== 'person')) return null;
      const home = organisation && (await organisationNamed(tx, workshopId, newOrganisationId, organisation));
      const change = {
        ...(name !== undefined && { name }),
        ...(home && { organisation_id: home.id }),
        ...(nameInReport !== undefined && { name_in_report: bit(nameInReport) }),
        ...(remote !== undefined && { remote: bit(remote) }),
      };
      if (Object.keys(change).length > 0)
        await tx.updateTable('participants').set(change).where('id', '=', id).execute();
      return factsOf(tx, id);
    }),

  removeParticipant: (workshopId, id, removedAtMs) =>
    db.transaction().execute(async (tx) => {
      const row = await find(tx, workshopId, id);
      if (row === null) return null;
      if (await areAllFacilitators(tx, workshopId, (holder) => holder.participant_id === id)) return 'last-facilitator';
      if (row.removed_at_ms === null)
        await tx.updateTable('participants').set({ removed_at_ms: removedAtMs }).where('id', '=', id).execute();
      const lost = await tx
        .updateTable('grants')
        .set({ ended_at_ms: removedAtMs })
        .where('participant_id', '=', id)
        .where('ended_at_ms', 'is', null)
        .returning('session_id')
        .execute();
      return lost.map((grant) => grant.session_id);
    }),
});

async function find(db: Kysely<Tables>, workshopId: WorkshopId, id: ParticipantId) {
  const row = await db
    .selectFrom('participants')
    .select(['kind', 'removed_at_ms'])
    .where('workshop_id', '=', workshopId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function factsOf(db: Kysely<Tables>, id: ParticipantId): Promise<ParticipantFacts | null> {
  const row = await db
    .selectFrom('participants as person')
    .innerJoin('organisations as home', 'home.id', 'person.organisation_id')
    .select(['person.name', 'home.id as organisationId', 'home.name as organisation', 'home.colour'])
    .select(['person.name_in_report as nameInReport', 'person.remote'])
    .where('person.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const { name, organisationId, organisation, colour, nameInReport, remote } = row;
  return {
    participant: { id, name, organisationId, colour },
    organisation: { id: organisationId, name: organisation, colour },
    nameInReport: nameInReport === 1,
    remote: remote === 1,
  };
}
