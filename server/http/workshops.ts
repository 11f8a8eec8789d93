import type { FastifyRequest } from 'fastify';
import { nanoid } from 'nanoid';
import { z } from 'zod';
import type { Role } from '../../shared/access/capabilities.ts';
import { inviteUrl } from '../../shared/api/links.ts';
import type { ProblemCode } from '../../shared/api/problem.ts';
import {
  CreateWorkshopRequest,
  CreateWorkshopResponse,
  GetWorkshopResponse,
  type InviteLink,
} from '../../shared/api/workshops.ts';
import { InviteId, OrganisationId, WorkshopId } from '../../shared/protocol/ids.ts';
import { addressedOrigin } from '../access/origin.ts';
import { permit } from '../access/permit.ts';
import { hashToken, isSameSecret, newToken } from '../access/tokens.ts';
import type { NewInvite } from '../storage/workshop-store.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { failures, refuse } from './problems.ts';
import { visitWorkshop } from './visit.ts';

export const WorkshopParams = z.object({ workshopId: WorkshopId });

export function workshopRoutes(app: HttpServer, context: HttpContext): void {
  createWorkshopRoute(app, context);
  getWorkshopRoute(app, context);
}

function createWorkshopRoute(app: HttpServer, context: HttpContext): void {
  const { config, log, storage } = context;

  app.route({
    method: 'POST',
    url: '/api/workshops',
    schema: {
      summary: 'Make a workshop and its three links',
      description: 'Needs the header `X-Create-Key` where the operator set one.',
      body: CreateWorkshopRequest,
      response: { 201: CreateWorkshopResponse, ...failures },
    },
    handler: async (request, reply) => {
      const refusal = await refusalToCreate(request, context);
      if (refusal !== null) return refuse(reply, refusal);
      const origin = addressedOrigin(request.raw, config.reach);
      if (origin === null) return refuse(reply, 'bad-request', [{ path: 'Host', message: 'is no address' }]);

      const { title, language = 'en', organisations = [] } = request.body;
      const workshop = { id: WorkshopId.parse(nanoid()), title, language, createdAtMs: Date.now() };
      const facilitator = newInvite('facilitator', origin);
      const participant = newInvite('participant', origin);
      const viewer = newInvite('viewer', origin);
      await storage.workshops.createWorkshop(
        workshop,
        [facilitator.invite, participant.invite, viewer.invite],
        organisations.map((name) => ({ id: OrganisationId.parse(nanoid()), name })),
      );
      log.info({ workshopId: workshop.id }, 'workshop.created');
      return reply.code(201).send({
        workshop,
        invites: { facilitator: facilitator.link, participant: participant.link, viewer: viewer.link },
      });
    },
  });
}

function getWorkshopRoute(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'GET',
    url: '/api/workshops/:workshopId',
    schema: {
      summary: 'A workshop: its boards, people and organisations; for facilitators also its links',
      params: WorkshopParams,
      response: { 200: GetWorkshopResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { workshopId } = request.params;
      const visit = await visitWorkshop(request, context, workshopId, 'workshop.read');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const { visitor } = visit;
      const { workshops } = context.storage;
      const [workshop, boards, people, organisations, invites] = await Promise.all([
        workshops.getWorkshop(workshopId),
        workshops.listBoards(workshopId),
        workshops.listParticipants(workshopId),
        workshops.listOrganisations(workshopId),
        permit(visitor.role, 'invite.list') ? workshops.listInvites(workshopId) : [],
      ]);
      if (!workshop) return refuse(reply, 'not-found');
      const { participantId, name, organisationId, colour, role } = visitor;
      return reply.code(200).send({
        workshop,
        me: { participant: { id: participantId, name, organisationId, colour }, role },
        boards: boards.filter(({ binnedAtMs }) => binnedAtMs === null),
        people: [...people],
        organisations: [...organisations],
        invites: [...invites],
      });
    },
  });
}

/** @returns why this request may not make a workshop, null when it may. */
async function refusalToCreate(
  request: FastifyRequest,
  { config, throttles }: HttpContext,
): Promise<ProblemCode | null> {
  if (config.createKey !== null) {
    if (await throttles.createKeys(request)) return 'too-many-requests';
    const given = request.headers['x-create-key'];
    if (typeof given !== 'string' || !isSameSecret(given, config.createKey)) {
      await throttles.wrongCreateKey(request);
      return 'create-key-needed';
    }
  }
  return (await throttles.newWorkshop(request)) ? 'too-many-requests' : null;
}

/** Makes a link; its token exists in the returned link alone. */
export function newInvite(
  role: Role,
  origin: string,
): { readonly invite: NewInvite; readonly link: InviteLink & { readonly id: InviteId } } {
  const token = newToken();
  const id = InviteId.parse(nanoid());
  return { invite: { id, role, tokenHash: hashToken(token) }, link: { id, token, url: inviteUrl(origin, token) } };
}
