import { z } from 'zod';
import { Audience } from '../../api/boards.ts';
import type { FileFormat, LeftOut } from '../../api/imports.ts';
import type { TemplateId } from '../../api/templates.ts';
import type { Language } from '../../api/text.ts';
import { Board } from '../../api/workshops.ts';
import { type BoardId, ParticipantId } from '../../protocol/ids.ts';
import { fileLimits } from '../../protocol/limits.ts';
import type { AnyRecord } from '../groups.ts';
import { indexKeyAt } from '../order.ts';
import { adopt } from './adopt.ts';
import { FileError, LeftOutList } from './file-fault.ts';
import { FileSchema, jsonFormat, jsonVersion } from './json-file.ts';
import { migrate } from './migrate.ts';
import { parseJson } from './parse-json.ts';
import { originOf, restoreOriginals, tldrawFormatVersion } from './tldraw-file.ts';

/** A board as a file tells it. */
export interface FileBoard {
  /** Which board of ours it was when the file was made; null where it was none. */
  readonly id: BoardId | null;
  /** Empty where the file has no name for it. */
  readonly title: string;
  readonly template: TemplateId;
  /** Null where the file does not say. */
  readonly language: Language | null;
  readonly createdAtMs: number | null;
  /** Whom the file was written for: what they do not get is not in it. */
  readonly audience: Audience;
  /** One document, one page, and what is on it. */
  readonly records: ReadonlyMap<string, AnyRecord>;
}

export interface FileContent {
  readonly format: FileFormat;
  readonly boards: readonly FileBoard[];
  readonly leftOut: readonly LeftOut[];
}

const Records = z.array(
  z.looseObject({
    id: z
      .string()
      .regex(/^[a-z_A-Z]+:./)
      .max(300),
    typeName: z.string(),
  }),
) as unknown as z.ZodType<readonly AnyRecord[]>;

const JsonFile = z.object({ board: Board, audience: Audience.default('core'), schema: FileSchema });
const TldrawFile = z.object({ schema: FileSchema });

/**
 * Reads a file of ours or of tldraw, of this version or earlier.
 * @throws FileError
 */
export function readBoardFile(text: string): FileContent {
  const file = parseJson(text);
  if (typeof file !== 'object' || file === null) throw new FileError('file-unknown');
  if ('format' in file && file.format === jsonFormat) return readJsonFile(file);
  if ('tldrawFileFormatVersion' in file) {
    checkVersion(file.tldrawFileFormatVersion, tldrawFormatVersion);
    return readTldraw(file);
  }
  const inner = 'document' in file ? file.document : file;
  if (typeof inner !== 'object' || inner === null) throw new FileError('file-unknown');
  if ('store' in inner && 'schema' in inner) return readTldraw(fromSnapshot(inner));
  if ('version' in inner && 'pages' in inner) throw new FileError('file-legacy');
  throw new FileError('file-unknown');
}

/** As programmes with tldraw inside keep a document, some of them under the name of a `.tldr`. */
const fromSnapshot = ({ store, schema }: { readonly store: unknown; readonly schema: unknown }) => ({
  schema,
  records: typeof store === 'object' && store !== null ? Object.values(store) : null,
});

function readJsonFile(file: object): FileContent {
  checkVersion('version' in file ? file.version : null, jsonVersion);
  const { board, audience, schema } = checked(JsonFile, file);
  const leftOut = new LeftOutList();
  const records = withOwnMeta(migrate(recordsIn(file), toSchema(schema)), (own) => adopt(own, leftOut));
  const { id, title, template, language, createdAtMs } = board;
  const [only] = boardsIn(records);
  const boards = [{ id, title, template, language, createdAtMs, audience, records: only?.records ?? new Map() }];
  return { format: 'json', boards, leftOut: leftOut.entries };
}

function readTldraw(file: object): FileContent {
  const { schema } = checked(TldrawFile, file);
  const migrated = migrate(recordsIn(file), toSchema(schema));
  const leftOut = new LeftOutList();
  const origin = originOf(migrated);
  if (origin !== null) {
    const { board, audience } = origin;
    const records = withOwnMeta(restoreOriginals(migrated, origin), (own) => adopt(own, leftOut));
    const { id, title, template, language, createdAtMs } = board;
    const boards = boardsIn(records).map((page, number) =>
      number === 0
        ? { id, title, template, language, createdAtMs, audience, records: page.records }
        : { ...foreign(page.title), records: page.records },
    );
    return { format: 'tldraw', boards, leftOut: leftOut.entries };
  }
  const pages = boardsIn(adopt(migrated, leftOut));
  const name = migrated.find(({ typeName }) => typeName === 'document')?.name;
  const boards = pages.map(({ title, records }) => ({
    ...foreign(pages.length > 1 ? title : typeof name === 'string' ? name : ''),
    records,
  }));
  return { format: 'tldraw', boards, leftOut: leftOut.entries };
}

const foreign = (title: string) => ({
  ...({ id: null, title, template: 'blank', language: null, createdAtMs: null, audience: 'core' } as const),
});

function checkVersion(version: unknown, known: number): void {
  if (typeof version !== 'number' || !(version >= 1)) throw new FileError('file-damaged');
  if (version > known) throw new FileError('file-newer');
}

function checked<Value>(shape: z.ZodType<Value>, file: object): Value {
  const { schema } = file as { schema?: { schemaVersion?: unknown } };
  if (typeof schema?.schemaVersion === 'number' && schema.schemaVersion > 2) throw new FileError('file-newer');
  const read = shape.safeParse(file);
  if (!read.success) throw new FileError('file-damaged');
  return read.data;
}

const toSchema = (schema: z.infer<typeof FileSchema>) => schema as Parameters<typeof migrate>[1];

function recordsIn(file: object): readonly AnyRecord[] {
  const { records } = file as { records?: unknown };
  if (!Array.isArray(records)) throw new FileError('file-damaged');
  if (records.length > fileLimits.recordsMax) throw new FileError('file-too-much');
  const read = Records.safeParse(records);
  if (!read.success) throw new FileError('file-damaged');
  return read.data;
}

const OwnMeta = z.object({
  author: ParticipantId.optional().catch(undefined),
  created: z.number().optional().catch(undefined),
  template: z.string().max(300).optional().catch(undefined),
  starter: z.string().max(2_000).optional().catch(undefined),
});

/** Of a file of ours: who wrote something and what the template put there stays known, and nothing else. */
function withOwnMeta(
  records: readonly AnyRecord[],
  change: (records: readonly AnyRecord[]) => readonly AnyRecord[],
): readonly AnyRecord[] {
  const metas = new Map(records.map(({ id, meta }) => [id, meta]));
  return change(records).map((record) => {
    const meta = OwnMeta.safeParse(metas.get(record.id)).data ?? {};
    const said = Object.entries(meta).filter(([, value]) => value !== undefined);
    return { ...record, meta: Object.fromEntries(said) } as AnyRecord;
  });
}

/** The ids that a board of ours has for its document and its page. */
const [documentId, pageId] = ['document:document', 'page:page'];

interface Page {
  readonly title: string;
  readonly records: ReadonlyMap<string, AnyRecord>;
}

/** One board for each page that has something on it; the first page, if none has. */
function boardsIn(records: readonly AnyRecord[]): readonly Page[] {
  const byId = new Map(records.map((record) => [record.id as string, record]));
  const pages = records
    .filter(({ typeName }) => typeName === 'page')
    .sort((a, b) => (String(a.index) < String(b.index) ? -1 : 1));
  const [first] = pages;
  const pageOf = (shape: AnyRecord): string | undefined => {
    const seen = new Set<string>();
    let at: AnyRecord | undefined = shape;
    while (at?.typeName === 'shape' && !seen.has(at.id)) {
      seen.add(at.id);
      at = byId.get(at.parentId as string);
    }
    return at?.typeName === 'page' ? at.id : first?.id;
  };
  const shapes = records.filter(({ typeName }) => typeName === 'shape');
  const homes = new Map(shapes.map((shape) => [shape.id as string, pageOf(shape)]));
  const inUse = new Set(homes.values());
  const filled = pages.filter(({ id }) => inUse.has(id));
  if (filled.length > fileLimits.boardsMax) throw new FileError('file-too-much');
  const shown = filled.length > 0 ? filled : [first ?? ({ id: pageId, name: '' } as unknown as AnyRecord)];
  const rest = records.filter(({ typeName }) => typeName === 'binding' || typeName === 'asset');
  return shown.map((page) => {
    const own = shapes.filter(({ id }) => homes.get(id) === page.id || (first === undefined && shown.length === 1));
    const used = new Set(own.flatMap(({ id, props }) => [id, (props as { assetId?: string }).assetId]));
    const along = rest.filter(({ id, typeName, fromId }) => used.has(typeName === 'asset' ? id : (fromId as string)));
    const title = typeof page.name === 'string' ? page.name : '';
    const all = [...rootsOf(title, byId), ...own.map((shape) => onPage(shape, page.id)), ...along];
    return { title, records: new Map(all.map((record) => [record.id, record])) };
  });
}

function rootsOf(title: string, byId: ReadonlyMap<string, AnyRecord>): readonly AnyRecord[] {
  const document = byId.get(documentId);
  const page = byId.get(pageId);
  return [
    {
      ...{ typeName: 'document', id: documentId, gridSize: 10, name: title, meta: {} },
      ...(document !== undefined && { gridSize: document.gridSize, name: document.name, meta: document.meta }),
    },
    {
      ...{ typeName: 'page', id: pageId, name: title, index: indexKeyAt(1), meta: {} },
      ...(page !== undefined && { index: page.index, meta: page.meta }),
    },
  ] as unknown as AnyRecord[];
}

/** Whatever has its page for a parent, or nothing, is on the board's page. */
const onPage = (shape: AnyRecord, id: string): AnyRecord =>
  shape.parentId === id || String(shape.parentId).startsWith('page:')
    ? ({ ...shape, parentId: pageId } as AnyRecord)
    : shape;
