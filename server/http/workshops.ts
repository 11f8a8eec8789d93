import type { FastifyRequest } from 'fastify';
import { nanoid } from 'nanoid';
import { z } from 'zod';
import type { ProblemCode } from '../../shared/api/problem.ts';
import {
  type BoardActivity,
  CreateWorkshopRequest,
  CreateWorkshopResponse,
  GetWorkshopResponse,
  UpdateWorkshopRequest,
  UpdateWorkshopResponse,
} from '../../shared/api/workshops.ts';
import { OrganisationId, WorkshopId } from '../../shared/protocol/ids.ts';
import { formatRoomName } from '../../shared/protocol/room-name.ts';
import { addressedOrigin } from '../access/origin.ts';
import { permit } from '../access/permit.ts';
import { isSameSecret } from '../access/tokens.ts';
import type { StoredBoard, StoredParticipant } from '../storage/workshop-store.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { newInvite } from './new-link.ts';
import { failures, refuse } from './problems.ts';
import { visitWorkshop } from './visit.ts';

export const WorkshopParams = z.object({ workshopId: WorkshopId });

export function workshopRoutes(app: HttpServer, context: HttpContext): void {
  createWorkshopRoute(app, context);
  getWorkshopRoute(app, context);
  updateWorkshopRoute(app, context);
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
      summary:
        'A workshop: its boards and what goes on on them, people, organisations; for facilitators also its links',
      params: WorkshopParams,
      response: { 200: GetWorkshopResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { workshopId } = request.params;
      const visit = await visitWorkshop(request, context, workshopId, 'workshop.read');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const { visitor } = visit;
      const { workshops } = context.storage;
      const [workshop, allBoards, people, organisations, mergedOrganisations, invites] = await Promise.all([
        workshops.getWorkshop(workshopId),
        workshops.listBoards(workshopId),
        workshops.listParticipants(workshopId),
        workshops.listOrganisations(workshopId),
        workshops.listMergedOrganisations(workshopId),
        permit(visitor.role, 'invite.list') ? workshops.listInvites(workshopId) : [],
      ]);
      if (!workshop) return refuse(reply, 'not-found');
      const { participantId, name, organisationId, colour, role } = visitor;
      const boards = allBoards.filter(({ binnedAtMs }) => binnedAtMs === null);
      return reply.code(200).send({
        workshop,
        me: { participant: { id: participantId, name, organisationId, colour }, role },
        boards,
        activity: await activityOn(boards, people, context),
        people: [...people],
        organisations: [...organisations],
        mergedOrganisations: [...mergedOrganisations],
        session: await context.sessions.read(workshopId),
        invites: [...invites],
        guests: permit(visitor.role, 'guest.list') ? context.waitingRoom.list(workshopId) : [],
      });
    },
  });
}

/** Of boards on which somebody is as they are now, of the others as they were left. */
async function activityOn(
  boards: readonly StoredBoard[],
  people: readonly StoredParticipant[],
  { registry, storage }: HttpContext,
): Promise<BoardActivity[]> {
  const kept = await storage.history.listTallies(boards.map(({ id }) => id));
  // Programs are on boards too, but no people.
  const isPerson = new Set(people.map(({ id }) => id));
  return kept.map((left) => {
    const open = registry.activityIn(formatRoomName({ layer: 'shared', boardId: left.boardId }));
    if (open === null) return { ...left, here: [] };
    const changedAtMs = open.tally.changedAtMs ?? left.changedAtMs;
    return { ...left, ...open.tally, changedAtMs, here: open.here.filter((id) => isPerson.has(id)) };
  });
}

function updateWorkshopRoute(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'PATCH',
    url: '/api/workshops/:workshopId',
    schema: {
      summary: 'Give a workshop another title or language',
      params: WorkshopParams,
      body: UpdateWorkshopRequest,
      response: { 200: UpdateWorkshopResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { workshopId } = request.params;
      const visit = await visitWorkshop(request, context, workshopId, 'workshop.update');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const workshop = await context.storage.workshops.updateWorkshop(workshopId, request.body);
      if (!workshop) return refuse(reply, 'not-found');
      context.log.info({ workshopId, by: visit.visitor.participantId }, 'workshop.updated');
      return reply.code(200).send({ workshop });
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
