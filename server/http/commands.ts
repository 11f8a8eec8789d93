import { nanoid } from 'nanoid';
import { CloseCode } from '../../shared/protocol/close-codes.ts';
import { type BoardId, OrganisationId, RoundId, type WorkshopId } from '../../shared/protocol/ids.ts';
import { type Command, CommandRequest, CommandResponse } from '../../shared/session/commands.ts';
import { transition } from '../../shared/session/transition.ts';
import type { Visitor } from '../access/visitor.ts';
import type { Outcome } from '../session/sessions.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { failures, refuse } from './problems.ts';
import { visitWorkshop } from './visit.ts';
import { WorkshopParams } from './workshops.ts';

/** The live session of a workshop: how it stands, and what facilitators make of it. */
export function commandRoutes(app: HttpServer, context: HttpContext): void {
  getSessionRoute(app, context);
  commandRoute(app, context);
}

function getSessionRoute(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'GET',
    url: '/api/workshops/:workshopId/session',
    schema: {
      summary: 'How the session of a workshop stands; sockets of its boards hear every change',
      params: WorkshopParams,
      response: { 200: CommandResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { workshopId } = request.params;
      const visit = await visitWorkshop(request, context, workshopId, 'session.read');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      return reply.code(200).send({ session: await context.sessions.read(workshopId) });
    },
  });
}

function commandRoute(app: HttpServer, context: HttpContext): void {
  const { sessions, log } = context;
  app.route({
    method: 'POST',
    url: '/api/workshops/:workshopId/commands',
    schema: {
      summary: 'Change something for everybody in a workshop',
      description:
        'Sent again with the same `commandId` it changes nothing and is answered with how the session stands by then. 409 for what does not fit the session as it is.',
      params: WorkshopParams,
      body: CommandRequest,
      response: { 200: CommandResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { workshopId } = request.params;
      const { commandId, ...command } = request.body;
      const visit = await visitWorkshop(request, context, workshopId, command.type);
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const isBegin = command.type === 'private-writing.start' || command.type === 'voting.open';
      if (isBegin && !(await isBoardOf(context, workshopId, command.boardId))) return refuse(reply, 'not-found');
      const outcome = await sessions.carryOut(workshopId, commandId, async (session): Promise<Outcome> => {
        switch (command.type) {
          case 'door.set':
          case 'workshop.close':
          case 'workshop.reopen':
          case 'private-writing.start':
          case 'private-writing.reveal':
            return transition(session, command, Date.now());
          case 'voting.open':
            return transition(session, { ...command, id: RoundId.parse(nanoid()) }, Date.now());
          case 'voting.close': {
            const { participantId, role } = visit.visitor;
            if (session.voting?.id === command.id) await context.voting.close(session.voting, { participantId, role });
            return transition(session, command, Date.now());
          }
          case 'participant.update':
          case 'participant.remove':
          case 'organisation.rename':
          case 'organisation.merge': {
            if (isOneself(command, visit.visitor)) return refused('bad-request', 'participantId');
            const refusal = await changePeople(context, workshopId, command);
            return refusal ?? { status: 'next', session };
          }
        }
      });
      const facts = { workshopId, type: command.type, by: visit.visitor.participantId };
      if (outcome.status === 'refused') {
        log.info({ ...facts, code: outcome.code }, 'command.refused');
        const { code, path } = outcome;
        return refuse(reply, code, path === undefined ? undefined : [{ path, message: 'does not fit' }]);
      }
      log.info(facts, 'command.carried-out');
      return reply.code(200).send({ session: outcome.session });
    },
  });
}

/** Whether people may write on it. */
async function isBoardOf({ storage }: HttpContext, workshopId: WorkshopId, boardId: BoardId): Promise<boolean> {
  const board = await storage.workshops.getBoard(boardId);
  return board !== null && board.workshopId === workshopId && board.binnedAtMs === null && !board.example;
}

type Refusal = Extract<Outcome, { status: 'refused' }>;
type PeopleCommand = Extract<Command, { type: `participant.${string}` | `organisation.${string}` }>;

const refused = (code: Refusal['code'], path?: string): Refusal => ({
  status: 'refused',
  code,
  ...(path !== undefined && { path }),
});

/** Nobody sends themselves out: whoever is the last facilitator could not take it back. Signing out is for that. */
const isOneself = (command: PeopleCommand, { participantId }: Visitor): boolean =>
  command.type === 'participant.remove' && command.participantId === participantId;

/** Done twice it comes to the same. @returns why it cannot be done, null when it is done and everybody sees it. */
async function changePeople(
  { storage: { workshops }, registry }: HttpContext,
  workshopId: WorkshopId,
  command: PeopleCommand,
): Promise<Refusal | null> {
  switch (command.type) {
    case 'participant.update': {
      const { participantId, name, organisation } = command;
      const newOrganisation = OrganisationId.parse(nanoid());
      const change = { name, organisation };
      const person = await workshops.updateParticipant(workshopId, participantId, change, newOrganisation);
      if (person === null) return refused('not-found');
      break;
    }
    case 'participant.remove': {
      const sessionIds = await workshops.removeParticipant(workshopId, command.participantId, Date.now());
      if (sessionIds === null) return refused('not-found');
      if (sessionIds === 'last-facilitator') return refused(sessionIds);
      registry.closeSessionsIn(workshopId, sessionIds, CloseCode.notAllowed);
      return null;
    }
    case 'organisation.rename': {
      const { organisationId, name } = command;
      const renamed = await workshops.renameOrganisation(workshopId, organisationId, name);
      if (renamed === 'taken') return refused('bad-request', 'name');
      if (renamed === 'unknown') return refused('not-found');
      break;
    }
    case 'organisation.merge': {
      const { organisationId, into } = command;
      const merged = await workshops.mergeOrganisation(workshopId, organisationId, into);
      if (merged === 'refused' && !(await isMerged(workshops, workshopId, command)))
        return refused('bad-request', 'into');
      break;
    }
  }
  await registry.refreshPeople(workshopId);
  return null;
}

async function isMerged(
  workshops: HttpContext['storage']['workshops'],
  workshopId: WorkshopId,
  { organisationId, into }: Extract<Command, { type: 'organisation.merge' }>,
): Promise<boolean> {
  const leadsTo = new Map((await workshops.listMergedOrganisations(workshopId)).map(({ id, into: to }) => [id, to]));
  return leadsTo.get(organisationId) === (leadsTo.get(into) ?? into);
}
