import type { TLFrameShape } from '@tldraw/tlschema';
import type { Board } from '../api/workshops.ts';
import { createGeometry, type Place, type Records } from './containment.ts';
import { type BoardShape, isShape, richTextOf } from './read-board.ts';
import { inReadingOrder } from './reading-order.ts';
import { plainText } from './rich-text.ts';
import { isUntouchedStarter } from './starter.ts';
import { isTemplateShapeType, type ZoneShape } from './template-shapes.ts';

/** Columns that every board's CSV begins with. */
const columns = [
  'board',
  'frame',
  'zone',
  'id',
  'type',
  'title',
  'note',
  'org',
  'voice',
  'status',
  'votes_people',
  'votes_orgs',
] as const;
type Row = Readonly<Record<(typeof columns)[number], string>>;

export interface CsvInput {
  readonly board: Pick<Board, 'title'>;
  readonly records: Records;
  /** Name of the organisation somebody wrote for; undefined for who is not known. */
  readonly organisationOf: (participantId: string) => string | undefined;
}

/**
 * What people wrote, one line per shape: frame by frame, zone by zone, in reading order.
 *
 * RFC 4180. It begins with a byte order mark, because Excel reads a file without one in the code page of the country and
 * spoils every accent; other programs skip it. It stays with commas, also where Excel writes semicolons: every other
 * program expects them and Excel's import asks. A text that a spreadsheet would take for a formula gets an apostrophe.
 */
export function exportCsv({ board, records, organisationOf }: CsvInput): string {
  const rows = readableShapes(records).map(({ shape, text, place }): Row => {
    const [title = '', ...note] = text.split('\n');
    const author = shape.meta.author;
    return {
      board: board.title,
      frame: place.frame?.props.name ?? '',
      zone: place.zone?.props.title ?? '',
      id: shape.id,
      type: shape.type,
      title,
      note: note.join('\n').trim(),
      org: typeof author === 'string' ? (organisationOf(author) ?? '') : '',
      ...{ voice: '', status: '', votes_people: '', votes_orgs: '' },
    };
  });
  const lines = [columns.join(','), ...rows.map((row) => columns.map((column) => cell(row[column])).join(','))];
  return `\ufeff${lines.map((line) => `${line}\r\n`).join('')}`;
}

/** Full-width forms count too: some spreadsheets take them for the plain ones. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

function cell(value: string): string {
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

interface Readable {
  readonly shape: BoardShape;
  readonly text: string;
  readonly place: Place;
}

/** Everything with text that people put on the board, in the order a reader meets it. */
function readableShapes(records: Records): Readable[] {
  const { centreOf, placeOf } = createGeometry(records);
  const all = [...records.values()]
    .filter(isShape)
    .filter((shape) => !isTemplateShapeType(shape.type) && !isUntouchedStarter(shape))
    .map((shape) => ({ shape, text: textOf(shape) }))
    .filter(({ text }) => text !== '')
    .sort((a, b) => (a.shape.id < b.shape.id ? -1 : 1))
    .map((readable) => ({ ...readable, place: placeOf(readable.shape) }));
  const places = (kind: 'frame' | 'zone'): (TLFrameShape | ZoneShape | null)[] => {
    const found = new Set(all.map(({ place }) => place[kind]).filter((shape) => shape !== null));
    return [...inReadingOrder([...found], centreOf), null];
  };
  const frames = places('frame');
  const zones = places('zone');
  const inOrder = inReadingOrder(all, ({ shape }) => centreOf(shape));
  return frames.flatMap((frame) =>
    zones.flatMap((zone) => inOrder.filter(({ place }) => place.frame === frame && place.zone === zone)),
  );
}

function textOf(shape: BoardShape): string {
  const richText = richTextOf(shape);
  if (richText !== undefined) return plainText(richText);
  return shape.type === 'arrow' ? shape.props.text.trim() : '';
}
