import { nanoid } from 'nanoid';
import { z } from 'zod';
import { CreateSessionRequest, CreateSessionResponse } from '../../shared/api/sessions.ts';
import { CloseCode } from '../../shared/protocol/close-codes.ts';
import { OrganisationId, ParticipantId, SessionId } from '../../shared/protocol/ids.ts';
import { SESSION_COOKIE } from '../access/sessions.ts';
import { hashToken, newToken } from '../access/tokens.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { credentialsOf } from './credentials.ts';
import { failures, refuse } from './problems.ts';

/** A browser stays signed in between two sessions of a workshop that may be months apart. */
const COOKIE_MAX_AGE_SECONDS = 180 * 24 * 60 * 60;

export function sessionRoutes(app: HttpServer, context: HttpContext): void {
  createSessionRoute(app, context);
  deleteSessionRoute(app, context);
}

const cookieOptions = ({ config }: HttpContext) =>
  ({
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.reach.publicOrigin?.startsWith('https:') ?? false,
  }) as const;

function createSessionRoute(app: HttpServer, context: HttpContext): void {
  const { log, storage, throttles } = context;
  app.route({
    method: 'POST',
    url: '/api/sessions',
    schema: {
      summary: 'Come in through a link',
      description:
        'A browser gets a cookie, one for all its workshops; a program that says `bearer` gets `sessionToken` instead.',
      body: CreateSessionRequest,
      response: { 201: CreateSessionResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { token, name, organisation, nameInReport, bearer = false } = request.body;
      const invite = await storage.workshops.findInvite(hashToken(token));
      const workshop = invite && (await storage.workshops.getWorkshop(invite.workshopId));
      if (!workshop) {
        return refuse(reply, (await throttles.wrongToken(request)) ? 'too-many-requests' : 'link-unknown');
      }
      const session = (bearer ? null : await browserSession(context, credentialsOf(request)?.token)) ?? newSession();
      const joined = await storage.workshops.join({
        session: { id: session.id, tokenHash: hashToken(session.token) },
        invite,
        participantId: ParticipantId.parse(nanoid()),
        organisationId: OrganisationId.parse(nanoid()),
        name,
        organisation,
        kind: bearer ? 'program' : 'person',
        nameInReport,
        atMs: Date.now(),
      });
      // Revoked since it was looked up.
      if (!joined) return refuse(reply, 'link-unknown');
      const { participant, role } = joined;
      log.info({ workshopId: workshop.id, participantId: participant.id, role, bearer }, 'session.created');
      if (!bearer) {
        reply.setCookie(SESSION_COOKIE, session.token, { ...cookieOptions(context), maxAge: COOKIE_MAX_AGE_SECONDS });
      }
      return reply.code(201).send({ participant, role, workshop, ...(bearer && { sessionToken: session.token }) });
    },
  });
}

interface SessionKey {
  readonly id: SessionId;
  readonly token: string;
}

const newSession = (): SessionKey => ({ id: SessionId.parse(nanoid()), token: newToken() });

/** One session per browser: who comes through a second link keeps it. */
async function browserSession({ storage }: HttpContext, token: string | undefined): Promise<SessionKey | null> {
  const known = token === undefined ? null : await storage.workshops.findSession(hashToken(token));
  return known && token !== undefined ? { id: known.id, token } : null;
}

function deleteSessionRoute(app: HttpServer, context: HttpContext): void {
  const { log, registry, storage } = context;
  app.route({
    method: 'DELETE',
    url: '/api/sessions/current',
    schema: {
      summary: 'Sign out, of all workshops. Idempotent',
      response: { 204: z.undefined().describe('Signed out'), ...failures },
    },
    handler: async (request, reply) => {
      const credentials = credentialsOf(request);
      const session = credentials && (await storage.workshops.findSession(hashToken(credentials.token)));
      if (session) {
        await storage.workshops.deleteSession(session.id);
        registry.closeSessions([session.id], CloseCode.noSession);
        log.info({ sessionId: session.id }, 'session.deleted');
      }
      if (credentials?.kind === 'cookie') reply.clearCookie(SESSION_COOKIE, cookieOptions(context));
      return reply.code(204).send();
    },
  });
}
