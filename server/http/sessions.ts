import type { FastifyReply, FastifyRequest } from 'fastify';
import { nanoid } from 'nanoid';
import { z } from 'zod';
import { CreateSessionRequest, CreateSessionResponse, WaitingResponse } from '../../shared/api/sessions.ts';
import type { Workshop } from '../../shared/api/workshops.ts';
import { CloseCode } from '../../shared/protocol/close-codes.ts';
import { OrganisationId, ParticipantId, SessionId, type WorkshopId } from '../../shared/protocol/ids.ts';
import { SESSION_COOKIE } from '../access/sessions.ts';
import { hashToken, newToken } from '../access/tokens.ts';
import type { StoredInvite, StoredSession } from '../storage/workshop-store.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { credentialsOf } from './credentials.ts';
import { failures, refuse } from './problems.ts';
import { shownLink } from './shown-link.ts';

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

export function giveCookie(reply: Pick<FastifyReply, 'setCookie'>, context: HttpContext, token: string): void {
  reply.setCookie(SESSION_COOKIE, token, { ...cookieOptions(context), maxAge: COOKIE_MAX_AGE_SECONDS });
}

function createSessionRoute(app: HttpServer, context: HttpContext): void {
  const { log } = context;
  app.route({
    method: 'POST',
    url: '/api/sessions',
    schema: {
      summary: 'Come in through a link',
      description:
        'A browser gets a cookie, one for all its workshops; a program that says `bearer` gets `sessionToken` instead. A browser that is in already, or was, stays the same person; it needs no passcode and no open door, unless the link makes more of it. Where the door asks first, 202 with a ticket: see /api/sessions/waiting.',
      body: CreateSessionRequest,
      response: { 201: CreateSessionResponse, 202: WaitingResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { name, organisation, nameInReport, remote, bearer = false } = request.body;
      const browser = bearer ? null : await browserSession(context, request);
      const shown = await shownLink(request, context, request.body, browser);
      if (shown.status === 'refused') return refuse(reply, shown.code);
      const { invite, workshop, entrance } = shown;
      switch (entrance) {
        case 'door-closed':
          return refuse(reply, entrance);
        case 'passcode-needed':
          return refuse(reply, 'passcode-wrong');
        case 'ask-first': {
          if (await context.throttles.knock(request)) return refuse(reply, 'too-many-requests');
          const { id: workshopId } = workshop;
          const ticket = context.waitingRoom.knock({
            ...{ workshopId, linkHash: hashToken(request.body.token), role: invite.role, name, organisation },
            ...{ nameInReport, remote, bearer },
          });
          if (ticket === null) return refuse(reply, 'too-many-requests');
          log.info({ workshopId, bearer }, 'guest.waits');
          return reply.code(202).send({ ticket });
        }
        case 'open': {
          const entered = await enter(context, reply, { ...request.body, bearer, invite, workshop, browser });
          return entered === null ? refuse(reply, 'link-unknown') : reply.code(201).send(entered);
        }
      }
    },
  });
}

interface Entry {
  readonly invite: StoredInvite;
  readonly workshop: Workshop;
  readonly name: string;
  readonly organisation: string;
  readonly nameInReport?: boolean | undefined;
  readonly remote?: boolean | undefined;
  readonly bearer: boolean;
  /** The session of the browser; null for one without, and for programs. */
  readonly browser: BrowserSession | null;
}

/** Somebody comes in, by a link that lets them. @returns null when it was revoked since it was looked up. */
export async function enter(
  context: HttpContext,
  reply: Pick<FastifyReply, 'setCookie'>,
  { invite, workshop, name, organisation, nameInReport, remote, bearer, browser }: Entry,
): Promise<CreateSessionResponse | null> {
  const session = browser ?? newSession();
  const joined = await context.storage.workshops.join({
    session: { id: session.id, tokenHash: hashToken(session.token) },
    invite,
    participantId: ParticipantId.parse(nanoid()),
    organisationId: OrganisationId.parse(nanoid()),
    name,
    organisation,
    kind: bearer ? 'program' : 'person',
    nameInReport,
    remote,
    atMs: Date.now(),
  });
  if (!joined) return null;
  const { participant, role } = joined;
  const held = browser?.grants.find(({ workshopId }) => workshopId === workshop.id);
  if (held) await tellBoards(context, workshop.id, session.id, role !== held.role);
  context.log.info({ workshopId: workshop.id, participantId: participant.id, role, bearer }, 'session.created');
  if (!bearer) giveCookie(reply, context, session.token);
  return { participant, role, workshop, ...(bearer && { sessionToken: session.token }) };
}

/** The boards that a browser has open hear who it is now; with another role they come back as that. */
async function tellBoards(
  { registry }: HttpContext,
  workshopId: WorkshopId,
  sessionId: SessionId,
  isOtherRole: boolean,
): Promise<void> {
  if (isOtherRole) registry.closeSessionsIn(workshopId, [sessionId], CloseCode.restart);
  await registry.refreshPeople(workshopId);
}

export interface BrowserSession extends StoredSession {
  readonly token: string;
}

export const newSession = (token = newToken()): BrowserSession => ({
  id: SessionId.parse(nanoid()),
  token,
  grants: [],
});

/** One session per browser: who comes through a second link keeps it. */
export async function browserSession(
  { storage }: HttpContext,
  request: FastifyRequest,
): Promise<BrowserSession | null> {
  const credentials = credentialsOf(request);
  const known = credentials && (await storage.workshops.findSession(hashToken(credentials.token)));
  return known && { ...known, token: credentials.token };
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
