import { z } from 'zod';
import { PreviewInviteRequest, PreviewInviteResponse } from '../../shared/api/sessions.ts';
import { CreateInviteRequest, CreateInviteResponse } from '../../shared/api/workshops.ts';
import { CloseCode } from '../../shared/protocol/close-codes.ts';
import { InviteId, WorkshopId } from '../../shared/protocol/ids.ts';
import { addressedOrigin } from '../access/origin.ts';
import { visitorOf } from '../access/sessions.ts';
import { hashToken } from '../access/tokens.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { credentialsOf } from './credentials.ts';
import { failures, refuse } from './problems.ts';
import { visitWorkshop } from './visit.ts';
import { newInvite, WorkshopParams } from './workshops.ts';

export function inviteRoutes(app: HttpServer, context: HttpContext): void {
  createInviteRoute(app, context);
  revokeInviteRoute(app, context);
  previewInviteRoute(app, context);
}

function createInviteRoute(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'POST',
    url: '/api/workshops/:workshopId/invites',
    schema: {
      summary: 'Make one more link',
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

      const { role } = request.body;
      const { invite, link } = newInvite(role, origin);
      const createdAtMs = Date.now();
      await context.storage.workshops.createInvite(workshopId, invite, createdAtMs);
      context.log.info({ workshopId, inviteId: invite.id, role, by: visit.visitor.participantId }, 'invite.created');
      return reply.code(201).send({ invite: { id: invite.id, role, createdAtMs }, link });
    },
  });
}

function revokeInviteRoute(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'DELETE',
    url: '/api/workshops/:workshopId/invites/:inviteId',
    schema: {
      summary: 'Revoke a link; whoever came through it is out at once',
      params: z.object({ workshopId: WorkshopId, inviteId: InviteId }),
      response: { 204: z.undefined().describe('Revoked'), ...failures },
    },
    handler: async (request, reply) => {
      const { workshopId, inviteId } = request.params;
      const visit = await visitWorkshop(request, context, workshopId, 'invite.revoke');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const sessionIds = await context.storage.workshops.revokeInvite(workshopId, inviteId, Date.now());
      if (sessionIds === null) return refuse(reply, 'not-found');
      context.registry.closeSessions(sessionIds, CloseCode.notAllowed);
      context.log.info(
        { workshopId, inviteId, sessions: sessionIds.length, by: visit.visitor.participantId },
        'invite.revoked',
      );
      return reply.code(204).send();
    },
  });
}

function previewInviteRoute(app: HttpServer, { storage, throttles }: HttpContext): void {
  app.route({
    method: 'POST',
    url: '/api/invites/preview',
    schema: {
      summary: 'What a link opens, before one gives a name. Changes nothing; a POST to keep the token out of addresses',
      body: PreviewInviteRequest,
      response: { 200: PreviewInviteResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { workshops } = storage;
      const invite = await workshops.findInvite(hashToken(request.body.token));
      const workshop = invite && (await workshops.getWorkshop(invite.workshopId));
      if (!workshop) {
        return refuse(reply, (await throttles.wrongToken(request)) ? 'too-many-requests' : 'link-unknown');
      }
      const credentials = credentialsOf(request);
      const [organisations, session] = await Promise.all([
        workshops.listOrganisations(workshop.id),
        credentials && workshops.findSession(hashToken(credentials.token)),
      ]);
      const known = session && (await visitorOf(workshops, session, workshop.id));
      const visitor = known?.status === 'ok' ? known.visitor : null;
      const holder = visitor && (await workshops.getParticipant(visitor.participantId));
      return reply.code(200).send({
        workshop: { id: workshop.id, title: workshop.title, language: workshop.language },
        role: invite.role,
        organisations: [...organisations],
        participant: holder && { ...holder.participant, nameInReport: holder.nameInReport },
      });
    },
  });
}
