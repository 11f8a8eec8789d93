import type { ParticipantId } from '../../../shared/protocol/ids.ts';
import type { ParticipantFacts } from '../workshop-store.ts';
import { organisationNamed, toOrganisation } from './memory-organisations.ts';
import { areAllFacilitators, endGrants, inWorkshop, type Of, type Rows } from './rows.ts';

export function peopleMethods(
  rows: Rows,
): Of<'listParticipants' | 'getParticipant' | 'updateParticipant' | 'removeParticipant'> {
  return {
    listParticipants: async (id) =>
      inWorkshop(rows.participants, id)
        .filter(({ kind }) => kind === 'person')
        .map(({ workshopId: _workshop, kind: _kind, ...participant }) => participant),
    getParticipant: async (id) => factsOf(rows, id),
    updateParticipant: async (workshopId, id, { name, organisation, nameInReport, remote }, newOrganisationId) => {
      const row = rows.participants.get(id);
      if (row?.workshopId !== workshopId || (nameInReport !== undefined && row.kind !== 'person')) return null;
      const home =
        organisation === undefined ? null : organisationNamed(rows, workshopId, newOrganisationId, organisation);
      rows.participants.set(id, {
        ...row,
        ...(name !== undefined && { name }),
        ...(home && { organisationId: home.id, colour: home.colour }),
        ...(nameInReport !== undefined && { nameInReport }),
        ...(remote !== undefined && { remote }),
      });
      return factsOf(rows, id);
    },
    removeParticipant: async (workshopId, id, removedAtMs) => {
      const row = rows.participants.get(id);
      if (row?.workshopId !== workshopId) return null;
      if (areAllFacilitators(rows, workshopId, ({ participantId }) => participantId === id)) return 'last-facilitator';
      rows.participants.set(id, { ...row, removedAtMs: row.removedAtMs ?? removedAtMs });
      return endGrants(rows, ({ participantId }) => participantId === id);
    },
  };
}

export function factsOf(rows: Rows, id: ParticipantId): ParticipantFacts | null {
  const row = rows.participants.get(id);
  const organisation = row && rows.organisations.get(row.organisationId);
  if (!row || !organisation) return null;
  const { name, organisationId, colour, nameInReport, remote } = row;
  return {
    participant: { id, name, organisationId, colour },
    organisation: toOrganisation(organisation),
    nameInReport,
    remote,
  };
}
