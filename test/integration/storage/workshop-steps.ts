import type { StoredInvite, WorkshopStore } from '../../../server/storage/workshop-store.ts';
import type { Role } from '../../../shared/access/capabilities.ts';
import type { Workshop } from '../../../shared/api/workshops.ts';
import {
  asStored,
  newInvite,
  newOrganisationId,
  newParticipantId,
  newSessionId,
  newTokenHash,
  newWorkshopId,
} from './ids.ts';

export const createdAtMs = 1_790_000_000_000;

export const newWorkshop = (): Workshop => ({
  ...{ id: newWorkshopId(), title: 'Water for all', language: 'fr', createdAtMs },
});
export const newSession = () => ({ id: newSessionId(), tokenHash: newTokenHash() });

export const entry = (
  session: ReturnType<typeof newSession>,
  invite: StoredInvite,
  organisationName: string,
  name = 'Ada',
): Parameters<WorkshopStore['join']>[0] => ({
  session,
  invite,
  participantId: newParticipantId(),
  organisationId: newOrganisationId(),
  name,
  organisation: organisationName,
  kind: 'person',
  atMs: createdAtMs,
});

/** What most tests of a workshop store begin with. @param store asked for before every step */
export function workshopSteps(store: () => Promise<WorkshopStore>) {
  return {
    /** A workshop with a link for each role. */
    setUp: async (organisations: readonly string[] = []) => {
      const workshop = newWorkshop();
      const invites = {
        facilitator: newInvite('facilitator'),
        participant: newInvite('participant'),
        viewer: newInvite('viewer'),
      };
      const named = organisations.map((name) => ({ id: newOrganisationId(), name }));
      await (await store()).createWorkshop(workshop, Object.values(invites), named);
      const link = (role: Role): StoredInvite => asStored(invites[role], workshop.id, createdAtMs);
      return { workshop, invites, link };
    },
    join: async (...args: Parameters<typeof entry>) => {
      const joined = await (await store()).join(entry(...args));
      if (!joined) throw new Error('the link no longer works');
      return joined;
    },
  };
}
