import { z } from 'zod';
import type { ProblemCode } from '../../shared/api/problem.ts';
import { CreateSessionResponse, WaitingRequest, WaitingResponse } from '../../shared/api/sessions.ts';
import { entranceOf } from '../access/entrance.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { failures, refuse } from './problems.ts';
import { browserSession, enter } from './sessions.ts';

/** For those who have been told to wait until somebody lets them in. */
export function waitingRoutes(app: HttpServer, context: HttpContext): void {
  askRoute(app, context);
  leaveRoute(app, context);
}

function askRoute(app: HttpServer, context: HttpContext): void {
  const { waitingRoom, storage, sessions, throttles } = context;
  app.route({
    method: 'POST',
    url: '/api/sessions/waiting',
    schema: {
      summary: 'Ask whether one may come in by now',
      description:
        'With the ticket that /api/sessions gave, every few seconds: who stops asking is not shown as waiting any more. 201 like coming in through a link; 202 while nobody has answered; 403 `not-admitted` for an answer of no; 404 `not-waiting` where the server has been restarted, or an hour has gone by: knock again.',
      body: WaitingRequest,
      response: { 201: CreateSessionResponse, 202: WaitingResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { ticket } = request.body;
      const browser = await browserSession(context, request);
      const found = waitingRoom.ask(ticket);
      if (found === null)
        return refuse(reply, (await throttles.wrongToken(request)) ? 'too-many-requests' : 'not-waiting');
      const { answer, request: asked } = found;
      const over = (code: ProblemCode) => {
        waitingRoom.take(ticket);
        return refuse(reply, code);
      };
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
      // Before they are in: a second request of the same page makes no second person.
      if (!waitingRoom.take(ticket)) return refuse(reply, 'not-waiting');
      const entered = await enter(context, reply, {
        ...{ ...asked, invite, workshop },
        browser: asked.bearer ? null : browser,
      });
      return entered === null ? refuse(reply, 'link-unknown') : reply.code(201).send(entered);
    },
  });
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
      context.waitingRoom.take(request.body.ticket);
      return reply.code(204).send();
    },
  });
}
