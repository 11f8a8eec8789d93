import { z } from 'zod';
import { type Audience, ExportQuery, WorkshopExportQuery } from '../../../shared/api/boards.ts';
import type { Language } from '../../../shared/api/text.ts';
import type { Workshop } from '../../../shared/api/workshops.ts';
import { recordsFor } from '../../../shared/board/export/records-for.ts';
import { countLeftOut } from '../../../shared/board/export/withheld.ts';
import { readBoard } from '../../../shared/board/read-board.ts';
import type { ReportedBoard } from '../../../shared/board/report/board-source.ts';
import { buildReport } from '../../../shared/board/report/build-report.ts';
import { writeMarkdown } from '../../../shared/board/report/markdown.ts';
import { BoardId, type WorkshopId } from '../../../shared/protocol/ids.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { permitAudience } from '../../access/permit.ts';
import type { StoredBoard } from '../../storage/workshop-store.ts';
import type { HttpContext, HttpServer } from '../context.ts';
import { failures, refuse } from '../problems.ts';
import { visitBoard, visitWorkshop } from '../visit.ts';
import { WorkshopParams } from '../workshops.ts';
import { exportDescription, organisationsOfAuthors } from './board-exports.ts';
import { organisationNames } from './organisation-names.ts';
import type { ExportedFile, SendExport } from './send-export.ts';

const type = 'text/markdown; charset=utf-8';
const response = { 200: { description: 'The file', content: { [type]: { schema: z.string() } } }, ...failures };

/** Reports as text, of one board or of several. */
export function markdownRoutes(app: HttpServer, context: HttpContext, sendExport: SendExport): void {
  app.route({
    method: 'GET',
    exposeHeadRoute: false,
    url: '/api/boards/:boardId/export/md',
    schema: {
      summary: 'A board as a report in Markdown',
      description: exportDescription,
      params: z.object({ boardId: BoardId }),
      querystring: ExportQuery,
      response,
    },
    handler: async (request, reply) => {
      const visit = await visitBoard(request, context, request.params.boardId, 'board.export');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const { board, visitor } = visit;
      const audience = permitAudience(visitor.role, request.query.audience);
      if (audience === null) return refuse(reply, 'not-allowed');
      return sendExport(request, reply, visitor, () =>
        makeReport(context, { workshopId: board.workshopId, boards: [board], audience }),
      );
    },
  });
  app.route({
    method: 'GET',
    exposeHeadRoute: false,
    url: '/api/workshops/:workshopId/export/md',
    schema: {
      summary: 'The boards of a workshop, or some of them, as one report in Markdown',
      description: `${exportDescription} Without \`boards\` all that are no examples.`,
      params: WorkshopParams,
      querystring: WorkshopExportQuery,
      response,
    },
    handler: async (request, reply) => {
      const { workshopId } = request.params;
      const visit = await visitWorkshop(request, context, workshopId, 'board.export');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const audience = permitAudience(visit.visitor.role, request.query.audience);
      if (audience === null) return refuse(reply, 'not-allowed');
      const all = await context.storage.workshops.listBoards(workshopId);
      const boards = chooseBoards(all, request.query.boards);
      if (boards === null) return refuse(reply, 'not-found');
      return sendExport(request, reply, visit.visitor, () => makeReport(context, { workshopId, boards, audience }));
    },
  });
}

/** @returns null where one of the asked boards is not there, or in the bin */
function chooseBoards(
  all: readonly StoredBoard[],
  asked: readonly BoardId[] | undefined,
): readonly StoredBoard[] | null {
  const there = all.filter(({ binnedAtMs }) => binnedAtMs === null);
  if (asked === undefined) return there.filter(({ example }) => !example);
  const chosen = [...new Set(asked)].map((id) => there.find((board) => board.id === id));
  const found = chosen.filter((board) => board !== undefined);
  return found.length === chosen.length ? found : null;
}

interface Asked {
  readonly workshopId: WorkshopId;
  readonly boards: readonly StoredBoard[];
  readonly audience: Audience;
}

async function makeReport(
  context: HttpContext,
  { workshopId, boards, audience }: Asked,
): Promise<ExportedFile | 'not-found' | 'not-ready'> {
  const { workshops } = context.storage;
  const [workshop, organisations, names, people] = await Promise.all([
    workshops.getWorkshop(workshopId),
    workshops.listOrganisations(workshopId),
    organisationNames(workshops, workshopId),
    workshops.listParticipants(workshopId),
  ]);
  if (workshop === null) return 'not-found';
  const read = await readAll(context, boards, audience);
  if (read === null) return 'not-ready';
  const report = buildReport({
    ...{ boards: read.boards, audience, language: languageOf(boards, workshop) },
    organisationOf: (id) => read.authors.get(id),
    organisationNamed: (id) => names.get(id),
  });
  const [first, ...others] = boards;
  const title = first !== undefined && others.length === 0 ? first.title : workshop.title;
  const there = people.filter(({ removedAtMs }) => removedAtMs === null);
  const headCountOf = (id: string): number => there.filter(({ organisationId }) => organisationId === id).length;
  const content = writeMarkdown(report, {
    ...{ title, partnership: workshop.title, createdAtMs: Date.now() },
    organisations: organisations
      .map(({ id, name }) => ({ name, headCount: headCountOf(id) }))
      .filter(({ headCount }) => headCount > 0),
  });
  return { fileName: `${title}.md`, type, recordsLeftOut: read.unreadable, content };
}

/** One after the other, so that others are served between two boards. @returns null where one is damaged in storage */
async function readAll({ registry, storage, log }: HttpContext, boards: readonly StoredBoard[], audience: Audience) {
  const reported: ReportedBoard[] = [];
  const authors = new Map<string, string>();
  let unreadable = 0;
  for (const board of boards) {
    const read = await registry.read(formatRoomName({ layer: 'shared', boardId: board.id }), readBoard);
    if (read === 'damaged') return null;
    const records = recordsFor(audience, read.records);
    for (const [id, name] of await organisationsOfAuthors(storage.workshops, records)) authors.set(id, name);
    const rounds = await storage.votes.listClosedRounds(board.id);
    reported.push({ board, records, leftOut: countLeftOut(audience, read.records), rounds });
    unreadable += read.unreadable.size;
    const sizes = { records: read.records.size, unreadable: read.unreadable.size };
    log.info({ boardId: board.id, format: 'md', audience, ...sizes }, 'board.exported');
  }
  return { boards: reported, authors, unreadable };
}

/** That of the boards where they share one, else that of the workshop. */
function languageOf(boards: readonly StoredBoard[], workshop: Workshop): Language {
  const [language, ...others] = new Set(boards.map((board) => board.language));
  return language !== undefined && others.length === 0 ? language : workshop.language;
}
