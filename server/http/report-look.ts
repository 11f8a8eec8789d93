import { z } from 'zod';
import { ReportLook } from '../../shared/api/workshops.ts';
import { logoLimits } from '../../shared/protocol/limits.ts';
import { readLogo } from '../pictures/logo.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { failures, refuse } from './problems.ts';
import { visitWorkshop } from './visit.ts';
import { WorkshopParams } from './workshops.ts';

/** Twice a logo in base64, so that one that is somewhat too large gets an answer that says so. */
const bodyLimit = 2 * Math.ceil((logoLimits.maxBytes * 4) / 3);

/** How the reports of a workshop look, whoever makes them. */
export function reportLookRoutes(app: HttpServer, context: HttpContext): void {
  const url = '/api/workshops/:workshopId/report-look';
  app.route({
    method: 'GET',
    url,
    schema: {
      summary: 'Colour and logo of the reports of a workshop',
      params: WorkshopParams,
      response: { 200: ReportLook, ...failures },
    },
    handler: async (request, reply) => {
      const { workshopId } = request.params;
      const visit = await visitWorkshop(request, context, workshopId, 'report-look.read');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      return reply.code(200).send(await context.storage.workshops.getReportLook(workshopId));
    },
  });
  app.route({
    method: 'PUT',
    url,
    bodyLimit,
    schema: {
      summary: 'Give the reports of a workshop a colour and a logo',
      description: `The logo is the data URL of a PNG or JPEG of up to ${logoLimits.maxBytes / 1_000} kB and ${logoLimits.maxWidth} × ${logoLimits.maxHeight} pixels. Only what draws it is kept: no comments, places or times.`,
      params: WorkshopParams,
      body: ReportLook,
      response: { 204: z.undefined().describe('Kept'), ...failures },
    },
    handler: async (request, reply) => {
      const { workshopId } = request.params;
      const visit = await visitWorkshop(request, context, workshopId, 'report-look.set');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const { accent, logo: given } = request.body;
      const read = given === null ? null : readLogo(given);
      if (read?.status === 'refused') return refuse(reply, read.fault);
      const logo = read?.logo ?? null;
      await context.storage.workshops.setReportLook(workshopId, { accent, logo });
      const by = visit.visitor.participantId;
      context.log.info({ workshopId, accent, logoCharacters: logo?.length ?? 0, by }, 'report-look.set');
      return reply.code(204).send();
    },
  });
}
