import { nanoid } from 'nanoid';
import { UpdateMeRequest, UpdateMeResponse } from '../../shared/api/workshops.ts';
import { OrganisationId } from '../../shared/protocol/ids.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { failures, refuse } from './problems.ts';
import { visitWorkshop } from './visit.ts';
import { WorkshopParams } from './workshops.ts';

export function participantRoutes(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'PATCH',
    url: '/api/workshops/:workshopId/participants/me',
    schema: {
      summary:
        'Change one’s own name or organisation, whether one is not in the room, or whether one may be named in the reports',
      description:
        'For oneself alone, in every role; everybody on the boards sees it at once. Programs are never named in reports.',
      params: WorkshopParams,
      body: UpdateMeRequest,
      response: { 200: UpdateMeResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { workshopId } = request.params;
      const visit = await visitWorkshop(request, context, workshopId, 'me.update');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const { participantId } = visit.visitor;
      const { name, organisation, nameInReport, remote } = request.body;
      const facts = await context.storage.workshops.updateParticipant(
        workshopId,
        participantId,
        { name, organisation, nameInReport, remote },
        OrganisationId.parse(nanoid()),
      );
      if (facts === null) return refuse(reply, 'not-allowed');
      const isRenamed = name !== undefined || organisation !== undefined;
      if (isRenamed || remote !== undefined) await context.registry.refreshPeople(workshopId);
      context.log.info({ workshopId, participantId, isRenamed, nameInReport, remote }, 'participant.updated');
      const { participant, nameInReport: isNamed, remote: isRemote } = facts;
      return reply.code(200).send({ participant: { ...participant, nameInReport: isNamed, remote: isRemote } });
    },
  });
}
