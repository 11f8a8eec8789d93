import { z } from 'zod';
import { UpdateMeRequest } from '../../shared/api/workshops.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { failures, refuse } from './problems.ts';
import { visitWorkshop } from './visit.ts';
import { WorkshopParams } from './workshops.ts';

export function participantRoutes(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'PATCH',
    url: '/api/workshops/:workshopId/participants/me',
    schema: {
      summary: 'Say whether one may be named in the reports of a workshop',
      description: 'For oneself alone, in every role; programs are never named.',
      params: WorkshopParams,
      body: UpdateMeRequest,
      response: { 204: z.undefined().describe('Kept'), ...failures },
    },
    handler: async (request, reply) => {
      const { workshopId } = request.params;
      const visit = await visitWorkshop(request, context, workshopId, 'me.update');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const { participantId } = visit.visitor;
      const { nameInReport } = request.body;
      const isPerson = await context.storage.workshops.setNameInReport(participantId, nameInReport);
      if (!isPerson) return refuse(reply, 'not-allowed');
      context.log.info({ workshopId, participantId, nameInReport }, 'participant.updated');
      return reply.code(204).send();
    },
  });
}
