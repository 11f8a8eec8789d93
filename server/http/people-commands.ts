import { nanoid } from 'nanoid';
import { CloseCode } from '../../shared/protocol/close-codes.ts';
import { OrganisationId, type WorkshopId } from '../../shared/protocol/ids.ts';
import type { Command } from '../../shared/session/commands.ts';
import type { Session } from '../../shared/session/session.ts';
import { organisationMerged, withoutParticipant } from '../../shared/session/transition.ts';
import type { Visitor } from '../access/visitor.ts';
import { type Outcome, refused } from '../session/sessions.ts';
import type { HttpContext } from './context.ts';

type PeopleCommand = Extract<Command, { type: `participant.${string}` | `organisation.${string}` }>;
type MergeCommand = Extract<Command, { type: 'organisation.merge' }>;

/** Changes who is in the workshop, and shows it on all boards. Done twice it comes to the same. */
export async function changePeople(
  context: HttpContext,
  visitor: Visitor,
  session: Session,
  command: PeopleCommand,
): Promise<Outcome> {
  if (isOneself(command, visitor)) return refused('bad-request', 'participantId');
  const outcome = await change(context, visitor.workshopId, session, command);
  // Whoever is removed leaves the boards with their connections.
  if (outcome.status === 'next' && command.type !== 'participant.remove')
    await context.registry.refreshPeople(visitor.workshopId);
  return outcome;
}

/** Nobody sends themselves out: whoever is the last facilitator could not take it back. Signing out is for that. */
const isOneself = (command: PeopleCommand, { participantId }: Visitor): boolean =>
  command.type === 'participant.remove' && command.participantId === participantId;

async function change(
  { storage: { workshops }, registry }: HttpContext,
  workshopId: WorkshopId,
  session: Session,
  command: PeopleCommand,
): Promise<Outcome> {
  switch (command.type) {
    case 'participant.update': {
      const { participantId, name, organisation, remote } = command;
      const newOrganisation = OrganisationId.parse(nanoid());
      const facts = { name, organisation, remote };
      const person = await workshops.updateParticipant(workshopId, participantId, facts, newOrganisation);
      return person === null ? refused('not-found') : { status: 'next', session };
    }
    case 'participant.remove': {
      const { participantId } = command;
      const sessionIds = await workshops.removeParticipant(workshopId, participantId, Date.now());
      if (sessionIds === null) return refused('not-found');
      if (sessionIds === 'last-facilitator') return refused(sessionIds);
      registry.closeSessionsIn(workshopId, sessionIds, CloseCode.notAllowed);
      return { status: 'next', session: withoutParticipant(session, participantId) };
    }
    case 'organisation.rename': {
      const { organisationId, name } = command;
      const renamed = await workshops.renameOrganisation(workshopId, organisationId, name);
      if (renamed === 'taken') return refused('bad-request', 'name');
      return renamed === 'unknown' ? refused('not-found') : { status: 'next', session };
    }
    case 'organisation.merge': {
      const into = await merge(workshops, workshopId, command);
      if (into === null) return refused('bad-request', 'into');
      return { status: 'next', session: organisationMerged(session, command.organisationId, into) };
    }
  }
}

/** @returns what the first is part of from now on: the second, or where that leads; null when it cannot be done. */
async function merge(
  workshops: HttpContext['storage']['workshops'],
  workshopId: WorkshopId,
  { organisationId, into }: MergeCommand,
): Promise<OrganisationId | null> {
  await workshops.mergeOrganisation(workshopId, organisationId, into);
  // Refused also where it was done before, by this very command.
  const leadsTo = new Map((await workshops.listMergedOrganisations(workshopId)).map(({ id, into: to }) => [id, to]));
  const home = leadsTo.get(organisationId);
  return home !== undefined && home === (leadsTo.get(into) ?? into) ? home : null;
}
