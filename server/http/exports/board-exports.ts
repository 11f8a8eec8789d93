import { strToU8, zipSync } from 'fflate';
import { z } from 'zod';
import { type Audience, CsvExportQuery, type CsvPart, ExportQuery, leftOutHeader } from '../../../shared/api/boards.ts';
import { Board } from '../../../shared/api/workshops.ts';
import { exportCsv, exportCsvTables, type NamedTable } from '../../../shared/board/export/export-csv.ts';
import { exportJson } from '../../../shared/board/export/export-json.ts';
import { recordsFor } from '../../../shared/board/export/records-for.ts';
import { boardFileJsonSchema, jsonSchemaPath } from '../../../shared/board/files/json-file.ts';
import { exportTldraw } from '../../../shared/board/files/tldraw-file.ts';
import { type BoardRecords, readBoard } from '../../../shared/board/read-board.ts';
import { boardSchema } from '../../../shared/board/schema.ts';
import { BoardId, ParticipantId } from '../../../shared/protocol/ids.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { addressedOrigin } from '../../access/origin.ts';
import { permitAudience } from '../../access/permit.ts';
import { pictureFactsWithin } from '../../files/pictures-within.ts';
import { type WrittenFile, withoutUnshown, writeFile } from '../../files/write-file.ts';
import type { StoredBoard, WorkshopStore } from '../../storage/workshop-store.ts';
import type { HttpContext, HttpServer } from '../context.ts';
import { failures, refuse } from '../problems.ts';
import { visitBoard } from '../visit.ts';
import { organisationNames } from './organisation-names.ts';
import type { SendExport } from './send-export.ts';

/** What an export is written from. */
interface Asked {
  readonly board: StoredBoard;
  readonly records: BoardRecords['records'];
  readonly audience: Audience;
  readonly part: CsvPart;
  /** How whoever asks reaches this server. */
  readonly origin: string;
}

interface Format {
  /** Last part of the address. */
  readonly name: 'csv' | 'csv-zip' | 'json' | 'tldr';
  readonly extension?: string;
  readonly summary: string;
  readonly type: string;
  readonly query: typeof ExportQuery | typeof CsvExportQuery;
  readonly write: (asked: Asked) => Promise<string | Uint8Array | WrittenFile>;
}

export function exportRoutes(app: HttpServer, context: HttpContext, sendExport: SendExport): void {
  const { storage } = context;
  const { workshops, images } = storage;
  const picturesOf = async ({ workshopId }: StoredBoard) => ({
    images,
    facts: await pictureFactsWithin(storage, workshopId),
  });
  const exportRoute = createExportRoute(app, context, sendExport);
  const named = async ({ board, ...asked }: Asked) => {
    const authors = await organisationsOfAuthors(workshops, asked.records);
    const names = await organisationNames(workshops, board.workshopId);
    return {
      ...{ ...asked, board },
      organisationOf: (id: string) => authors.get(id),
      organisationNamed: (id: string) => names.get(id),
    };
  };
  exportRoute({
    name: 'csv',
    summary: 'What people wrote on a board, or the relations between its cards, as a table',
    type: 'text/csv; charset=utf-8',
    query: CsvExportQuery,
    write: async (asked) => exportCsv(await named(asked)),
  });
  exportRoute({
    name: 'csv-zip',
    extension: 'zip',
    summary: 'A board as tables: one for each kind of cards, one for all other words, one for the relations',
    type: 'application/zip',
    query: ExportQuery,
    write: async (asked) => zipTables(exportCsvTables(await named(asked))),
  });
  exportRoute({
    name: 'json',
    summary: `A whole board as one file; its schema is ${jsonSchemaPath}`,
    type: 'application/json; charset=utf-8',
    query: ExportQuery,
    write: async ({ board, audience, origin, ...asked }) => {
      const records = withoutUnshown(recordsFor(audience, asked.records));
      const schema = boardSchema.serialize();
      const file = exportJson({ board: Board.parse(board), schema, records, audience, origin });
      return writeFile(file, await picturesOf(board));
    },
  });
  exportRoute({
    name: 'tldr',
    summary: 'A whole board as a file that tldraw opens',
    type: 'application/vnd.tldraw+json',
    query: ExportQuery,
    write: async ({ board, audience, ...asked }) => {
      const records = withoutUnshown(recordsFor(audience, asked.records));
      return writeFile(exportTldraw({ board: Board.parse(board), records, audience }), await picturesOf(board));
    },
  });
  app.get(
    jsonSchemaPath,
    { schema: { summary: 'JSON Schema of the file of a board', response: { 200: z.looseObject({}) } } },
    async (_request, reply) => {
      reply.header('Content-Type', 'application/schema+json; charset=utf-8');
      return reply.send({ $id: jsonSchemaPath, ...boardFileJsonSchema() });
    },
  );
}

/** Equal tables give equal bytes: the day in the archive is the first that it can hold. */
const zipTables = (tables: readonly NamedTable[]): Uint8Array =>
  zipSync(Object.fromEntries(tables.map(({ name, csv }) => [name, strToU8(csv)])), { mtime: '1980-01-02' });

const createExportRoute =
  (app: HttpServer, context: HttpContext, sendExport: SendExport) =>
  ({ name, extension = name, summary, type, query, write }: Format): void => {
    app.route({
      method: 'GET',
      exposeHeadRoute: false,
      url: `/api/boards/:boardId/export/${name}`,
      schema: {
        summary,
        description: exportDescription,
        params: z.object({ boardId: BoardId }),
        querystring: query,
        response: { 200: { description: 'The file', content: { [type]: { schema: z.string() } } }, ...failures },
      },
      handler: async (request, reply) => {
        const visit = await visitBoard(request, context, request.params.boardId, 'board.export');
        if (visit.status === 'refused') return refuse(reply, visit.code);
        const { board, visitor } = visit;
        const { part = 'cards', ...asked } = CsvExportQuery.parse(request.query);
        const audience = permitAudience(visitor.role, asked.audience);
        if (audience === null) return refuse(reply, 'not-allowed');
        return sendExport(request, reply, visitor, async () => {
          const read = await context.registry.read(formatRoomName({ layer: 'shared', boardId: board.id }), readBoard);
          if (read === 'damaged') return 'not-ready';
          const sizes = { records: read.records.size, unreadable: read.unreadable.size };
          context.log.info({ boardId: board.id, format: name, part, audience, ...sizes }, 'board.exported');
          const origin = addressedOrigin(request.raw, context.config.reach) ?? '';
          return {
            ...{ fileName: `${board.title}${part === 'relations' ? ' relations' : ''}.${extension}`, type },
            recordsLeftOut: read.unreadable.size,
            content: await write({ board, records: read.records, audience, part, origin }),
          };
        });
      },
    });
  };

/** What every export has in common. */
export const exportDescription = `Without \`audience\` for the widest that the role may read; asking for a wider one is refused. Where the file holds less than the board, \`${leftOutHeader}\` says how many pictures and unreadable records are missing. Few are made at once: 429 \`busy\` says when to ask again.`;

export async function organisationsOfAuthors(
  workshops: WorkshopStore,
  records: BoardRecords['records'],
): Promise<ReadonlyMap<string, string>> {
  const authors = new Set([...records.values()].map(({ meta }) => ParticipantId.safeParse(meta.author).data));
  const found = await Promise.all([...authors].map((id) => (id === undefined ? null : workshops.getParticipant(id))));
  return new Map(found.flatMap((known) => (known ? [[known.participant.id, known.organisation.name]] : [])));
}
