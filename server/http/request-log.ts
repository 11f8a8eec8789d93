import type { FastifyRequest } from 'fastify';
import type { HttpServer } from './context.ts';

/** The pattern of a route: an address as it was asked for may hold whatever somebody pasted into it. */
export const routeOf = (request: FastifyRequest): string =>
  `${request.method} ${request.is404 ? '(unknown)' : (request.routeOptions.url ?? '(unknown)')}`;

export function logRequests(app: HttpServer): void {
  app.addHook('onResponse', async (request, reply) => {
    const fields = { route: routeOf(request), status: reply.statusCode, ms: Math.round(reply.elapsedTime) };
    if (reply.statusCode >= 400) app.log.info(fields, 'request.refused');
    else app.log.debug(fields, 'request.answered');
  });
}
