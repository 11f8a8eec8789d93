import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { PreviewInviteRequest, PreviewInviteResponse } from '../../shared/api/sessions.ts';
import { CreateInviteRequest, CreateInviteResponse, RotateInviteRequest } from '../../shared/api/workshops.ts';
import { CloseCode } from '../../shared/protocol/close-codes.ts';
import { InviteId, WorkshopId } from '../../shared/protocol/ids.ts';
import { addressedOrigin } from '../access/origin.ts';
import { hashPasscode } from '../access/passcodes.ts';
import { hashToken } from '../access/tokens.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { credentialsOf } from './credentials.ts';
import { newInvite, newLink } from './new-link.ts';
import { failures, refuse } from './problems.ts';
import { shownLink } from './shown-link.ts';
import { visitWorkshop } from './visit.ts';
import { WorkshopParams } from './workshops.ts';

export function inviteRoutes(app: HttpServer, context: HttpContext): void {
  createInviteRoute(app, context);
  rotateInviteRoute(app, context);
  revokeInviteRoute(app, context);
  previewInviteRoute(app, context);
}

const InviteParams = z.object({ workshopId: WorkshopId, inviteId: InviteId });

function createInviteRoute(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'POST',
    url: '/api/workshops/:workshopId/invites',
    schema: {
      summary: 'Make one more link, which may expire or ask for a passcode',
      description: 'Token and passcode are kept as hashes: this is the only time that the link is shown.',
      params: WorkshopParams,
      body: CreateInviteRequest,
      response: { 201: CreateInviteResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { workshopId } = request.params;
      const visit = await visitWorkshop(request, context, workshopId, 'invite.create');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const origin = addressedOrigin(request.raw, context.config.reach);
      if (origin === null) return refuse(reply, 'bad-request', [{ path: 'Host', message: 'is no address' }]);

      const { role, expiresAtMs, passcode } = request.body;
      const createdAtMs = Date.now();
      if (expiresAtMs !== null && expiresAtMs <= createdAtMs)
        return refuse(reply, 'bad-request', [{ path: 'expiresAtMs', message: 'has passed' }]);
      const passcodeHash = passcode === null ? null : await hashPasscode(passcode);
      const { invite, link } = newInvite(role, origin, { expiresAtMs, passcodeHash });
      await context.storage.workshops.createInvite(workshopId, invite, createdAtMs);
      const facts = { role, expiresAtMs, hasPasscode: passcodeHash !== null };
      const by = visit.visitor.participantId;
      context.log.info({ workshopId, inviteId: invite.id, ...facts, by }, 'invite.created');
      return reply.code(201).send({ invite: { id: invite.id, createdAtMs, ...facts }, link });
    },
  });
}

function rotateInviteRoute(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'POST',
    url: '/api/workshops/:workshopId/invites/:inviteId/rotate',
    schema: {
      summary: 'Put a new link in the place of one, which works no more',
      description:
        'Role, expiry and passcode stay. Without `keepPeople` whoever came through the old one is out at once.',
      params: InviteParams,
      body: RotateInviteRequest,
      response: { 201: CreateInviteResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { workshopId, inviteId } = request.params;
      const visit = await visitWorkshop(request, context, workshopId, 'invite.rotate');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const origin = addressedOrigin(request.raw, context.config.reach);
      if (origin === null) return refuse(reply, 'bad-request', [{ path: 'Host', message: 'is no address' }]);
      const { keepPeople } = request.body;
      const { key: next, link } = newLink(origin);
      const rotation = { workshopId, id: inviteId, next, keepPeople, atMs: Date.now() };
      const rotated = await context.storage.workshops.rotateInvite(rotation);
      if (rotated === null) return refuse(reply, 'not-found');
      const { invite, lost } = rotated;
      context.registry.closeSessionsIn(workshopId, lost, CloseCode.notAllowed);
      const facts = { workshopId, inviteId, next: next.id, keepPeople, sessions: lost.length };
      context.log.info({ ...facts, by: visit.visitor.participantId }, 'invite.rotated');
      return reply.code(201).send({ invite, link });
    },
  });
}

function revokeInviteRoute(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'DELETE',
    url: '/api/workshops/:workshopId/invites/:inviteId',
    schema: {
      summary: 'Revoke a link; whoever came through it is out at once',
      description: '409 where no facilitator would be left.',
      params: InviteParams,
      response: { 204: z.undefined().describe('Revoked'), ...failures },
    },
    handler: async (request, reply) => {
      const { workshopId, inviteId } = request.params;
      const visit = await visitWorkshop(request, context, workshopId, 'invite.revoke');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const sessionIds = await context.storage.workshops.revokeInvite(workshopId, inviteId, Date.now());
      if (sessionIds === null) return refuse(reply, 'not-found');
      if (sessionIds === 'last-facilitator') return refuse(reply, sessionIds);
      context.registry.closeSessionsIn(workshopId, sessionIds, CloseCode.notAllowed);
      context.log.info(
        { workshopId, inviteId, sessions: sessionIds.length, by: visit.visitor.participantId },
        'invite.revoked',
      );
      return reply.code(204).send();
    },
  });
}

function previewInviteRoute(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'POST',
    url: '/api/invites/preview',
    schema: {
      summary: 'What a link opens, before one gives a name. Changes nothing; a POST to keep the token out of addresses',
      description:
        'Organisations are named to whoever gets in: not before the right passcode, and not while the door is closed or asks first.',
      body: PreviewInviteRequest,
      response: { 200: PreviewInviteResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { workshops } = context.storage;
      const shown = await shownLink(request, context, request.body, await sessionOf(request, context));
      if (shown.status === 'refused') return refuse(reply, shown.code);
      const { invite, workshop, held, entrance } = shown;
      const [organisations, holder] = await Promise.all([
        entrance === 'open' ? workshops.listOrganisations(workshop.id) : [],
        held && workshops.getParticipant(held.participantId),
      ]);
      return reply.code(200).send({
        entrance,
        workshop: { id: workshop.id, title: workshop.title, language: workshop.language },
        role: invite.role,
        organisations: [...organisations],
        participant: holder && { ...holder.participant, nameInReport: holder.nameInReport, remote: holder.remote },
      });
    },
  });
}

async function sessionOf(request: FastifyRequest, { storage }: HttpContext) {
  const credentials = credentialsOf(request);
  return credentials && (await storage.workshops.findSession(hashToken(credentials.token)));
}
