import { AgendaResponse } from '../../shared/api/agenda.ts';
import { readAgenda } from '../session/agendas.ts';
import { BoardParams } from './boards.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { failures, refuse } from './problems.ts';
import { visitBoard } from './visit.ts';

/** What a session on a board would go through. Changing it and going through it are commands. */
export function agendaRoutes(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'GET',
    url: '/api/boards/:boardId/agenda',
    schema: {
      summary: 'The phases that a session on a board begins with: those made for it, or the script of its template',
      params: BoardParams,
      response: { 200: AgendaResponse, ...failures },
    },
    handler: async (request, reply) => {
      const visit = await visitBoard(request, context, request.params.boardId, 'agenda.read');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      return reply.code(200).send(await readAgenda(context.storage.agendas, visit.board));
    },
  });
}
