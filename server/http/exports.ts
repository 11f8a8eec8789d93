import type { FastifyReply } from 'fastify';
import { strToU8, zipSync } from 'fflate';
import { z } from 'zod';
import { type Audience, CsvExportQuery, type CsvPart, ExportQuery } from '../../shared/api/boards.ts';
import { Board } from '../../shared/api/workshops.ts';
import { exportCsv, exportCsvTables, type NamedTable } from '../../shared/board/export/export-csv.ts';
import { exportJson } from '../../shared/board/export/export-json.ts';
import { recordsFor } from '../../shared/board/export/records-for.ts';
import { boardFileJsonSchema, jsonSchemaPath } from '../../shared/board/files/json-file.ts';
import { exportTldraw } from '../../shared/board/files/tldraw-file.ts';
import { type BoardRecords, readBoard } from '../../shared/board/read-board.ts';
import { boardSchema } from '../../shared/board/schema.ts';
import { BoardId, ParticipantId } from '../../shared/protocol/ids.ts';
import { formatRoomName } from '../../shared/protocol/room-name.ts';
import { addressedOrigin } from '../access/origin.ts';
import { permitAudience } from '../access/permit.ts';
import { embedPictures } from '../files/embed-pictures.ts';
import { picturesWithin } from '../files/pictures-within.ts';
import type { StoredBoard, WorkshopStore } from '../storage/workshop-store.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { organisationNames } from './organisation-names.ts';
import { failures, refuse } from './problems.ts';
import { visitBoard } from './visit.ts';

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
  readonly write: (asked: Asked) => Promise<string | Uint8Array>;
}

export function exportRoutes(app: HttpServer, context: HttpContext): void {
  const { workshops } = context.storage;
  const picturesOf = ({ workshopId }: StoredBoard) => picturesWithin(context.storage, workshopId);
  const named = async ({ board, ...asked }: Asked) => {
    const authors = await organisationsOfAuthors(workshops, asked.records);
    const names = await organisationNames(workshops, board.workshopId);
    return {
      ...{ ...asked, board },
      organisationOf: (id: string) => authors.get(id),
      organisationNamed: (id: string) => names.get(id),
    };
  };
  exportRoute(app, context, {
    name: 'csv',
    summary: 'What people wrote on a board, or the relations between its cards, as a table',
    type: 'text/csv; charset=utf-8',
    query: CsvExportQuery,
    write: async (asked) => exportCsv(await named(asked)),
  });
  exportRoute(app, context, {
    name: 'csv-zip',
    extension: 'zip',
    summary: 'A board as tables: one for each kind of cards, one for all other words, one for the relations',
    type: 'application/zip',
    query: ExportQuery,
    write: async (asked) => zipTables(exportCsvTables(await named(asked))),
  });
  exportRoute(app, context, {
    name: 'json',
    summary: `A whole board as one file; its schema is ${jsonSchemaPath}`,
    type: 'application/json; charset=utf-8',
    query: ExportQuery,
    write: async ({ board, audience, origin, ...asked }) => {
      const records = await embedPictures(await picturesOf(board), recordsFor(audience, asked.records));
      return exportJson({ board: Board.parse(board), schema: boardSchema.serialize(), records, audience, origin });
    },
  });
  exportRoute(app, context, {
    name: 'tldr',
    summary: 'A whole board as a file that tldraw opens',
    type: 'application/vnd.tldraw+json',
    query: ExportQuery,
    write: async ({ board, audience, ...asked }) => {
      const records = await embedPictures(await picturesOf(board), recordsFor(audience, asked.records));
      return exportTldraw({ board: Board.parse(board), records, audience });
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

function exportRoute(
  app: HttpServer,
  context: HttpContext,
  { name, extension = name, summary, type, query, write }: Format,
): void {
  app.route({
    method: 'GET',
    url: `/api/boards/:boardId/export/${name}`,
    schema: {
      summary,
      description: 'Without `audience` for the widest that the role may read; asking for a wider one is refused.',
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
      const read = await context.registry.read(formatRoomName({ layer: 'shared', boardId: board.id }), readBoard);
      if (read === 'damaged') return refuse(reply, 'not-ready');
      context.log.info(
        {
          boardId: board.id,
          format: name,
          part,
          audience,
          records: read.records.size,
          unreadable: read.unreadable.size,
        },
        'board.exported',
      );
      const origin = addressedOrigin(request.raw, context.config.reach) ?? '';
      offerAsFile(reply, `${board.title}${part === 'relations' ? ' relations' : ''}.${extension}`, type);
      return reply.code(200).send(await write({ board, records: read.records, audience, part, origin }));
    },
  });
}

export async function organisationsOfAuthors(
  workshops: WorkshopStore,
  records: BoardRecords['records'],
): Promise<ReadonlyMap<string, string>> {
  const authors = new Set([...records.values()].map(({ meta }) => ParticipantId.safeParse(meta.author).data));
  const found = await Promise.all([...authors].map((id) => (id === undefined ? null : workshops.getParticipant(id))));
  return new Map(found.flatMap((known) => (known ? [[known.participant.id, known.organisation.name]] : [])));
}

/** The name in RFC 8187's spelling, because titles are in any script; a page of ours never shows the file itself. */
export function offerAsFile(reply: Pick<FastifyReply, 'header'>, fileName: string, type: string): void {
  const encoded = encodeURIComponent(fileName.replace(/[/\\:]/g, ' ')).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  reply.header('Content-Type', type);
  reply.header('Content-Disposition', `attachment; filename*=UTF-8''${encoded}`);
}
