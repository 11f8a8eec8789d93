import { nanoid } from 'nanoid';
import { CreateBoardRequest, CreateBoardResponse } from '../../shared/api/boards.ts';
import { seedBoard } from '../../shared/method/seed.ts';
import { templateTitle } from '../../shared/method/titles.ts';
import { BoardId } from '../../shared/protocol/ids.ts';
import { formatRoomName } from '../../shared/protocol/room-name.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { failures, refuse } from './problems.ts';
import { visitWorkshop } from './visit.ts';
import { WorkshopParams } from './workshops.ts';

export function boardRoutes(app: HttpServer, context: HttpContext): void {
  const { log, storage } = context;
  app.route({
    method: 'POST',
    url: '/api/workshops/:workshopId/boards',
    schema: {
      summary: 'Make a board from a template',
      params: WorkshopParams,
      body: CreateBoardRequest,
      response: { 201: CreateBoardResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { workshopId } = request.params;
      const visit = await visitWorkshop(request, context, workshopId, 'board.create');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const workshop = await storage.workshops.getWorkshop(workshopId);
      if (!workshop) return refuse(reply, 'not-found');

      const { template, language = workshop.language } = request.body;
      const title = request.body.title ?? templateTitle(template, language);
      const board = { id: BoardId.parse(nanoid()), title, template, language, createdAtMs: Date.now() };
      const seed = seedBoard({
        template,
        language,
        createdAtMs: board.createdAtMs,
        partnership: workshop.title,
        boardTitle: title,
      });
      // The log first: a log that no board names is harmless, a board without its seed is not.
      await storage.log.append(formatRoomName({ layer: 'shared', boardId: board.id }), [seed]);
      await storage.workshops.createBoard({ ...board, workshopId, binnedAtMs: null });
      log.info({ workshopId, boardId: board.id, template, by: visit.visitor.participantId }, 'board.created');
      return reply.code(201).send({ board });
    },
  });
}
