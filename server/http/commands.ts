import { nanoid } from 'nanoid';
import { CommandResponse } from '../../shared/api/session-state.ts';
import { type BoardId, RoundId, type WorkshopId } from '../../shared/protocol/ids.ts';
import { type Command, CommandRequest } from '../../shared/session/commands.ts';
import type { Session } from '../../shared/session/session.ts';
import { transition } from '../../shared/session/transition.ts';
import type { Visitor } from '../access/visitor.ts';
import { isChangeOf, isOfScript, readAgenda, templateScript } from '../session/agendas.ts';
import { type Outcome, refused } from '../session/sessions.ts';
import type { StoredBoard } from '../storage/workshop-store.ts';
import { changeBreakouts, startBreakouts } from './breakout-commands.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { beginRound, callPerson } from './floor-commands.ts';
import { changePeople } from './people-commands.ts';
import { failures, refuse } from './problems.ts';
import { visitWorkshop } from './visit.ts';
import { WorkshopParams } from './workshops.ts';

/** The live session of a workshop: how it stands, and what people make of it. */
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
      return reply
        .code(200)
        .send({ session: await context.sessions.read(workshopId), nowMs: context.sessions.nowMs() });
    },
  });
}

function commandRoute(app: HttpServer, context: HttpContext): void {
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
      if (isOfHand(command) && (await context.throttles.handOfSession(request)))
        return refuse(reply, 'too-many-requests');
      const outcome = await context.sessions.carryOut(workshopId, commandId, (session) =>
        carryOut(context, visit.visitor, session, command),
      );
      const facts = { workshopId, type: command.type, by: visit.visitor.participantId };
      if (outcome.status === 'refused') {
        context.log.info({ ...facts, code: outcome.code }, 'command.refused');
        const { code, path } = outcome;
        return refuse(reply, code, path === undefined ? undefined : [{ path, message: 'does not fit' }]);
      }
      context.log.info(facts, 'command.carried-out');
      return reply.code(200).send({ session: outcome.session, nowMs: context.sessions.nowMs() });
    },
  });
}

/** What whoever takes part may ask for; everybody is told each time. */
const isOfHand = ({ type }: Command): boolean =>
  type === 'hand.raise' || type === 'hand.lower' || type === 'breakouts.join';

/** What a command makes of the state, and what it does beside. Done twice it comes to the same. */
async function carryOut(context: HttpContext, visitor: Visitor, session: Session, command: Command): Promise<Outcome> {
  const { participantId, role } = visitor;
  switch (command.type) {
    case 'door.set':
    case 'workshop.close':
    case 'workshop.reopen':
    case 'private-writing.reveal':
    case 'timer.start':
    case 'timer.pause':
    case 'timer.resume':
    case 'timer.add':
    case 'timer.stop':
    case 'run.end':
    case 'phase.set':
    case 'spotlight.stop':
    case 'floor.end':
    case 'floor.dismiss':
    case 'round.leave-out':
    case 'round.end':
      return transition(session, command, context.sessions.nowMs());
    case 'hand.lower':
    case 'spotlight.frame':
      return transition(session, { ...command, participantId }, context.sessions.nowMs());
    case 'hand.raise':
    case 'floor.give':
      return callPerson(context, visitor, session, command);
    case 'private-writing.start':
    case 'voting.open':
    case 'run.start':
    case 'agenda.set':
    case 'lock.set':
    case 'spotlight.start':
    case 'gather':
    case 'round.begin':
    case 'breakouts.start': {
      const board = await findBoard(context, visitor.workshopId, command.boardId);
      return board === null ? refused('not-found') : onBoard(context, visitor, board, session, command);
    }
    case 'guest.admit':
    case 'guest.decline':
      context.waitingRoom.answer(
        visitor.workshopId,
        command.guestId,
        command.type === 'guest.admit' ? 'admit' : 'decline',
      );
      return { status: 'next', session };
    case 'voting.close':
      if (session.voting?.id === command.id) await context.voting.close(session.voting, { participantId, role });
      return transition(session, command, context.sessions.nowMs());
    case 'breakouts.join':
      if ((await findBoard(context, visitor.workshopId, command.boardId)) === null) return refused('not-found');
      return changeBreakouts(context, visitor, session, command);
    case 'breakouts.merge':
      return changeBreakouts(context, visitor, session, command);
    case 'participant.update':
    case 'participant.remove':
    case 'organisation.rename':
    case 'organisation.merge':
      return changePeople(context, visitor, session, command);
  }
}

/** @returns null unless it is one of the workshop that people may write on. */
async function findBoard(
  { storage }: HttpContext,
  workshopId: WorkshopId,
  boardId: BoardId,
): Promise<StoredBoard | null> {
  const board = await storage.workshops.getBoard(boardId);
  if (board?.workshopId !== workshopId || board.binnedAtMs !== null || board.example) return null;
  return board;
}

type BoardCommand = Extract<
  Command,
  {
    type:
      | 'private-writing.start'
      | 'voting.open'
      | 'run.start'
      | 'agenda.set'
      | 'lock.set'
      | 'spotlight.start'
      | 'gather'
      | 'round.begin'
      | 'breakouts.start';
  }
>;

async function onBoard(
  context: HttpContext,
  { participantId }: Visitor,
  board: StoredBoard,
  session: Session,
  command: BoardCommand,
): Promise<Outcome> {
  const { agendas } = context.storage;
  switch (command.type) {
    case 'private-writing.start':
    case 'lock.set':
      return transition(session, command, context.sessions.nowMs());
    case 'breakouts.start':
      return startBreakouts(context, board, session, command);
    case 'round.begin':
      return beginRound(context, board, session, command);
    case 'voting.open':
      return transition(session, { ...command, id: RoundId.parse(nanoid()) }, context.sessions.nowMs());
    case 'run.start': {
      const { agenda } = await readAgenda(agendas, board);
      return transition(session, { ...command, agenda }, context.sessions.nowMs());
    }
    case 'agenda.set': {
      const agenda = command.agenda ?? templateScript(board.template);
      if (!isOfScript(agenda, board.template)) return refused('bad-request', 'agenda');
      if (!isChangeOf(await readAgenda(agendas, board), command.edition, agenda)) return refused('agenda-changed');
      const made = transition(session, { ...command, agenda }, context.sessions.nowMs());
      if (made.status === 'next') await agendas.keepAgenda(board.id, command.agenda);
      return made;
    }
    case 'spotlight.start':
    case 'gather':
      return transition(session, { ...command, participantId }, context.sessions.nowMs());
  }
}
