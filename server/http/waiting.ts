import { z } from 'zod';
import type { ProblemCode } from '../../shared/api/problem.ts';
import { CreateSessionResponse, WaitingRequest, WaitingResponse } from '../../shared/api/sessions.ts';
import type { SessionId } from '../../shared/protocol/ids.ts';
import { entranceOf } from '../access/entrance.ts';
import { hashToken, tokenForTicket } from '../access/tokens.ts';
import { Turns } from '../rooms/turns.ts';
import type { Request } from '../session/waiting-room.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { failures, refuse } from './problems.ts';
import { type BrowserSession, browserSession, enter, giveCookie, newSession } from './sessions.ts';

/** For those who have been told to wait until somebody lets them in. */
export function waitingRoutes(app: HttpServer, context: HttpContext): void {
  askRoute(app, context);
  leaveRoute(app, context);
}

function askRoute(app: HttpServer, context: HttpContext): void {
  const { waitingRoom, storage, sessions, throttles } = context;
  const turns = new Turns<string>();
  app.route({
    method: 'POST',
    url: '/api/sessions/waiting',
    schema: {
      summary: 'Ask whether one may come in by now',
      description:
        'With the ticket that /api/sessions gave, every few seconds: who stops asking is not shown as waiting any more. 201 like coming in through a link; 202 while nobody has answered; 403 `not-admitted` for an answer of no; 404 `not-waiting` where the server has been restarted, or an hour has gone by: knock again. Whoever came in is told the same once more, for ten minutes: the first answer may have been lost.',
      body: WaitingRequest,
      response: { 201: CreateSessionResponse, 202: WaitingResponse, ...failures },
    },
    // Of two requests of the same page the second finds who came in with the first.
    handler: (request, reply) =>
      turns.take(request.body.ticket, async () => {
        const { ticket } = request.body;
        const browser = await browserSession(context, request);
        const found = waitingRoom.ask(ticket);
        if (found === null)
          return refuse(reply, (await throttles.wrongToken(request)) ? 'too-many-requests' : 'not-waiting');
        const { answer, request: asked, entered } = found;
        const over = (code: ProblemCode) => {
          waitingRoom.forget(ticket);
          return refuse(reply, code);
        };
        if (entered !== null) {
          const inside = await enteredBefore(context, reply, { ...{ asked, entered }, session: browser, ticket });
          return inside === null ? over('not-waiting') : reply.code(201).send(inside);
        }
        if (answer === 'decline') return over('not-admitted');
        const invite = await storage.workshops.findInvite(asked.linkHash);
        const workshop = invite && (await storage.workshops.getWorkshop(invite.workshopId));
        if (!workshop) return over('link-unknown');
        const { door } = await sessions.read(workshop.id);
        // Its code was given when they knocked.
        const entrance = entranceOf({ ...invite, passcodeHash: null }, null, door, Date.now());
        if (answer !== 'admit' && entrance !== 'open') {
          if (entrance === 'ask-first') return reply.code(202).send({ ticket });
          return over(entrance === 'link-expired' ? entrance : 'door-closed');
        }
        const session = (asked.bearer ? null : browser) ?? newSession(tokenForTicket(ticket));
        const inside = await enter(context, reply, { ...{ ...asked, invite, workshop }, browser: session });
        if (inside === null) return over('link-unknown');
        waitingRoom.enter(ticket, session.id);
        return reply.code(201).send(inside);
      }),
  });
}

interface Entered {
  readonly asked: Request;
  readonly entered: SessionId;
  /** Of the browser that asks. */
  readonly session: BrowserSession | null;
  readonly ticket: string;
}

/** What they were told when they came in, once more. @returns null for who is in no longer */
async function enteredBefore(
  context: HttpContext,
  reply: Parameters<typeof giveCookie>[0],
  { asked: { workshopId, bearer }, entered, session, ticket }: Entered,
): Promise<CreateSessionResponse | null> {
  const { workshops } = context.storage;
  const token = session?.id === entered ? session.token : tokenForTicket(ticket);
  const known = session?.id === entered ? session : await workshops.findSession(hashToken(token));
  const grant = known?.id === entered ? known.grants.find((one) => one.workshopId === workshopId) : undefined;
  const person = grant && (await workshops.getParticipant(grant.participantId));
  const workshop = await workshops.getWorkshop(workshopId);
  if (!grant || !person || !workshop) return null;
  if (!bearer) giveCookie(reply, context, token);
  return { participant: person.participant, role: grant.role, workshop, ...(bearer && { sessionToken: token }) };
}

function leaveRoute(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'POST',
    url: '/api/sessions/waiting/leave',
    schema: {
      summary: 'Wait no longer. Idempotent',
      body: WaitingRequest,
      response: { 204: z.undefined().describe('Nobody waits with this ticket'), ...failures },
    },
    handler: async (request, reply) => {
      context.waitingRoom.forget(request.body.ticket);
      return reply.code(204).send();
    },
  });
}
