import type { ParticipantId, WorkshopId } from '../../shared/protocol/ids.ts';
import { floorLimits } from '../../shared/protocol/limits.ts';
import type { Command } from '../../shared/session/commands.ts';
import type { Person } from '../../shared/session/floor.ts';
import type { Session } from '../../shared/session/session.ts';
import { transition } from '../../shared/session/transition.ts';
import type { Visitor } from '../access/visitor.ts';
import { peopleHere } from '../session/people-here.ts';
import { type Outcome, refused } from '../session/sessions.ts';
import type { StoredBoard } from '../storage/workshop-store.ts';
import type { HttpContext } from './context.ts';

type CallCommand = Extract<Command, { type: 'hand.raise' | 'floor.give' }>;

/** Commands that put somebody into the state. Programs are called by nobody, so they raise no hand either. */
export async function callPerson(
  context: HttpContext,
  { workshopId, participantId }: Visitor,
  session: Session,
  command: CallCommand,
): Promise<Outcome> {
  switch (command.type) {
    case 'hand.raise': {
      const by = await findPerson(context, workshopId, participantId);
      if (by === null) return refused('not-allowed');
      const made = transition(session, { ...command, by }, context.sessions.nowMs());
      const isOneMore = made.status === 'next' && made.session !== session;
      return isOneMore && made.session.floor.hands.length > floorLimits.handsMax ? refused('too-many-requests') : made;
    }
    case 'floor.give': {
      const to = await findPerson(context, workshopId, command.participantId);
      if (to === null) return refused('not-found');
      return transition(session, { type: 'floor.give', to }, context.sessions.nowMs());
    }
  }
}

/** Everybody who takes part and is here has a turn; whoever leads gives them. */
export async function beginRound(
  { storage: { workshops }, registry, sessions }: HttpContext,
  { workshopId }: Pick<StoredBoard, 'workshopId'>,
  session: Session,
  command: Extract<Command, { type: 'round.begin' }>,
): Promise<Outcome> {
  const here = await peopleHere({ workshops, registry }, workshopId);
  const people = here
    .filter(({ role }) => role === 'participant')
    .map(({ participantId, organisationId }) => ({ participantId, organisationId }));
  return transition(session, { ...command, people }, sessions.nowMs());
}

/**
 * Looked up in the turn of the command: while it waited, somebody may have been sent out, or their organisation become part
 * of another.
 * @returns null unless it is one of the people of the workshop who was not removed.
 */
async function findPerson(
  { storage: { workshops } }: HttpContext,
  workshopId: WorkshopId,
  participantId: ParticipantId,
): Promise<Person | null> {
  const person = (await workshops.listParticipants(workshopId)).find(({ id }) => id === participantId);
  if (person === undefined || person.removedAtMs !== null) return null;
  return { participantId, organisationId: person.organisationId };
}
