import type { ParticipantId } from '../../shared/protocol/ids.ts';
import type { Visitor } from '../access/visitor.ts';
import type { WorkshopStore } from '../storage/workshop-store.ts';
import type { PersonFact } from './room-options.ts';

/** What rooms say of somebody, as it is stored. @returns null for somebody who is not known any more */
export async function factsOf(
  people: Pick<WorkshopStore, 'getParticipant'>,
  id: ParticipantId,
): Promise<Pick<Visitor, PersonFact> | null> {
  const found = await people.getParticipant(id);
  if (found === null) return null;
  const { participant, organisation, remote } = found;
  return {
    ...{ name: participant.name, colour: organisation.colour, remote },
    ...{ organisationId: organisation.id, organisation: organisation.name },
  };
}
