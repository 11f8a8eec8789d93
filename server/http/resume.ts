import { resumeUrl } from '../../shared/api/links.ts';
import {
  CreateResumeLinkRequest,
  CreateResumeLinkResponse,
  CreateSessionResponse,
  ResumeSessionRequest,
} from '../../shared/api/sessions.ts';
import { CloseCode } from '../../shared/protocol/close-codes.ts';
import { addressedOrigin } from '../access/origin.ts';
import { hashToken, newToken } from '../access/tokens.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { failures, refuse } from './problems.ts';
import { browserSession, giveCookie, newSession } from './sessions.ts';
import { visitWorkshop } from './visit.ts';

/** As long as it takes to find the other device and scan a code. */
const LINK_VALID_MS = 15 * 60_000;

/** One's own second device. */
export function resumeRoutes(app: HttpServer, context: HttpContext): void {
  createResumeLinkRoute(app, context);
  resumeRoute(app, context);
}

function createResumeLinkRoute(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'POST',
    url: '/api/sessions/resume-link',
    schema: {
      summary: 'Make a link that makes a second device the same person',
      description: 'It works once, for a quarter of an hour, and replaces the one made before. Not for programs.',
      body: CreateResumeLinkRequest,
      response: { 201: CreateResumeLinkResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { workshopId } = request.body;
      const visit = await visitWorkshop(request, context, workshopId, 'resume-link.create');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const origin = addressedOrigin(request.raw, context.config.reach);
      if (origin === null) return refuse(reply, 'bad-request', [{ path: 'Host', message: 'is no address' }]);
      const { sessionId, participantId } = visit.visitor;
      const token = newToken();
      const expiresAtMs = Date.now() + LINK_VALID_MS;
      const link = { sessionId, workshopId, tokenHash: hashToken(token), expiresAtMs };
      if (!(await context.storage.workshops.createResumeLink(link))) return refuse(reply, 'not-allowed');
      context.log.info({ workshopId, participantId }, 'resume-link.created');
      return reply.code(201).send({ url: resumeUrl(origin, token), expiresAtMs });
    },
  });
}

function resumeRoute(app: HttpServer, context: HttpContext): void {
  const { storage, throttles, registry, log } = context;
  app.route({
    method: 'POST',
    url: '/api/sessions/resume',
    schema: {
      summary: 'Come in as oneself on a second device, by a link made on the first',
      description:
        'Same person, same role, and through the same link as the first device: whoever revokes that link ends both. Whoever this browser was in the workshop before, it is no more; 403 where that would take a stronger role away.',
      body: ResumeSessionRequest,
      response: { 201: CreateSessionResponse, ...failures },
    },
    handler: async (request, reply) => {
      const browser = await browserSession(context, request);
      const session = browser ?? newSession();
      const taken = await storage.workshops.takeResumeLink({
        tokenHash: hashToken(request.body.token),
        session: { id: session.id, tokenHash: hashToken(session.token) },
        atMs: Date.now(),
      });
      if (taken.status === 'expired') return refuse(reply, 'link-expired');
      if (taken.status === 'weaker') return refuse(reply, 'link-weaker');
      const workshop = taken.status === 'taken' ? await storage.workshops.getWorkshop(taken.workshopId) : null;
      if (taken.status === 'unknown' || workshop === null) {
        return refuse(reply, (await throttles.wrongToken(request)) ? 'too-many-requests' : 'link-unknown');
      }
      const { participant, role } = taken;
      const before = browser?.grants.find(({ workshopId }) => workshopId === workshop.id);
      // Pages of whoever this browser was come back as whom it is now.
      if (before) registry.closeSessionsIn(workshop.id, [session.id], CloseCode.restart);
      log.info({ workshopId: workshop.id, participantId: participant.id, role }, 'session.resumed');
      giveCookie(reply, context, session.token);
      return reply.code(201).send({ participant, role, workshop });
    },
  });
}
