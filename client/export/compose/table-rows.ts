import type { ReportColumn, ReportRow, TableBlock } from '../../../shared/board/report/report.ts';
import type { StructureStep } from '../display-list.ts';
import { breakLines, type Line, unbrokenWidths } from './break-lines.ts';
import { type ColumnNeed, columnWidths, fitsUnbroken, leastWidths } from './column-widths.ts';
import { area, baselineOf, type Draft, lineRuns, type Place, rule, shapes, text, unread } from './draft.ts';
import type { Repeated, Row } from './flow.ts';
import type { Hyphenate } from './hyphenate.ts';
import type { Measure } from './measure.ts';
import { ink, type Type, type } from './type.ts';

/** Points. */
const padY = 4.5;
const captionHeight = 21;
/** Of more, all are set smaller. */
const mostRoomyColumns = 8;

interface Looks {
  readonly cell: Type;
  readonly strong: Type;
  readonly head: Type;
}
const roomy: Looks = { cell: type.cell, strong: type.cellStrong, head: type.columnHead };
const dense: Looks = { cell: type.denseCell, strong: type.denseCellStrong, head: type.denseColumnHead };

/** How text comes into cells. */
export interface CellSetting {
  readonly measure: Measure;
  readonly hyphenate: Hyphenate;
}

export interface TableFrame {
  readonly width: number;
  /** Of the highest column of a page: a row that is higher is divided between its lines. */
  readonly height: number;
  readonly before: number;
  /** Of the table within its section. */
  readonly key: string;
  /** "{title}, continued". */
  readonly continued: string;
  /** Title of the section, where it stands directly above and says enough; the caption is then not set. */
  readonly titleAbove: string | null;
}

interface Table extends Columns {
  readonly frame: TableFrame;
  readonly looks: Looks;
  readonly columns: readonly ReportColumn[];
}

export function tableRows(setting: CellSetting, block: TableBlock, frame: TableFrame): Row[] {
  const { measure, hyphenate } = setting;
  const looks = block.columns.length > mostRoomyColumns ? dense : roomy;
  const table: Table = { frame, looks, columns: block.columns, ...columnsIn(setting, block, looks, frame.width) };
  const heads = block.columns.map(({ label }, index) =>
    breakLines(measure, [{ text: label, type: looks.head }], inner(table, index), hyphenate),
  );
  const caption = (content: string): readonly Line[] =>
    breakLines(measure, [{ text: content, type: type.caption }], frame.width).slice(0, 1);
  const [first] = frame.titleAbove === null ? caption(block.caption) : [];
  const name = frame.titleAbove ?? block.caption;
  const [again] = name.trim() === '' ? [] : caption(frame.continued.replace('{title}', () => name));
  const steps = tableSteps(frame);
  const headHeight = linesHeight(heads, looks.head);
  const drawHeads = (at: Place): Draft[] => drawHeadRow(table, heads, headHeight, at);
  const drawCaption = (line: Line | undefined, { x, y }: Place): Draft[] =>
    line === undefined
      ? []
      : [text([...steps, { tag: 'Caption', key: 'caption' }], lineRuns(line, { x, y: y + baselineOf(type.caption) }))];
  const heightOf = (line: Line | undefined): number => (line === undefined ? 0 : captionHeight);
  const above = heightOf(first);
  const repeated: Repeated = {
    height: heightOf(again) + headHeight,
    draw: ({ x, y }) =>
      [...drawCaption(again, { x, y }), ...drawHeads({ x, y: y + heightOf(again) })].map((draft) =>
        draft.structure.length === 0 ? draft : unread(draft),
      ),
  };
  const body = block.rows.flatMap((row, index) =>
    bodyRows(setting, table, { row, index, of: block.rows.length, repeated }),
  );
  return [
    {
      height: above + headHeight,
      before: frame.before,
      keepsWithNext: body.length > 0,
      repeated: null,
      draw: ({ x, y }) => [...drawCaption(first, { x, y }), ...drawHeads({ x, y: y + above })],
    },
    ...body,
  ];
}

/** A table whose caption is not set is called by it all the same. */
const tableSteps = ({ key, titleAbove }: TableFrame): StructureStep[] => [
  { tag: 'Table', key, ...(titleAbove !== null && { title: titleAbove }) },
];
const inner = ({ widths, pads }: Table, column: number): number => (widths[column] ?? 0) - sum(pads[column] ?? []);
const linesHeight = (cells: readonly (readonly Line[])[], { leading }: Type): number =>
  Math.max(1, ...cells.map((lines) => lines.length)) * leading + 2 * padY;

function drawHeadRow(table: Table, heads: readonly (readonly Line[])[], height: number, { x, y }: Place): Draft[] {
  const steps: StructureStep[] = [...tableSteps(table.frame), { tag: 'TR', key: 'head' }];
  const highest = Math.max(...heads.map((lines) => lines.length));
  return [
    shapes(rule({ x, y: y + height }, table.frame.width, { colour: ink.strongLine, width: 0.8 })),
    ...heads.map((lines, column) =>
      drawCell(table, {
        ...{ lines, column, type: table.looks.head, structure: [...steps, { tag: 'TH', key: String(column) }] },
        // Labels stand on the line below them.
        at: { x, y: y + (highest - lines.length) * table.looks.head.leading },
      }),
    ),
  ];
}

interface Cell {
  readonly lines: readonly Line[];
  readonly column: number;
  readonly type: Type;
  readonly structure: readonly StructureStep[];
  /** Upper left corner of the row. */
  readonly at: Place;
}

function drawCell({ columns, widths, pads }: Table, { lines, column, type: cellType, structure, at }: Cell): Draft {
  const left = at.x + sum(widths.slice(0, column));
  const room = widths[column] ?? 0;
  const [before = 0, behind = 0] = pads[column] ?? [];
  const atEnd = columns[column]?.align === 'end';
  const baseline = at.y + padY + baselineOf(cellType);
  return text(
    structure,
    lines.flatMap((line, index) =>
      lineRuns(line, {
        x: atEnd === line.leftwards ? left + before : left + room - behind - line.width,
        y: baseline + index * cellType.leading,
      }),
    ),
  );
}

interface BodyRow {
  readonly row: ReportRow;
  readonly index: number;
  readonly of: number;
  readonly repeated: Repeated;
}

function bodyRows({ measure, hyphenate }: CellSetting, table: Table, { row, index, of, repeated }: BodyRow): Row[] {
  const cellType = row.strong ? table.looks.strong : table.looks.cell;
  const cells = table.columns.map((_, column) =>
    breakLines(measure, [{ text: row.cells[column] ?? '', type: cellType }], inner(table, column), hyphenate),
  );
  const lines = Math.max(1, ...cells.map((cell) => cell.length));
  const room = table.frame.height - repeated.height - 2 * padY;
  const linesTogether = lines * cellType.leading <= room ? lines : Math.max(1, Math.floor(room / cellType.leading));
  const steps: StructureStep[] = [...tableSteps(table.frame), { tag: 'TR', key: String(index) }];
  const rows: Row[] = [];
  for (let from = 0; from < lines; from += linesTogether) {
    const slice = cells.map((cell) => cell.slice(from, from + linesTogether));
    const height = linesHeight(slice, cellType);
    rows.push({
      height,
      before: 0,
      // The last row does not go on to another page by itself.
      keepsWithNext: index === of - 2 && linesTogether === lines,
      repeated,
      draw: ({ x, y }) => [
        shapes(
          ...(row.strong ? [area({ x, y, width: table.frame.width, height }, ink.tint)] : []),
          rule({ x, y: y + height }, table.frame.width, { colour: ink.line, width: 0.5 }),
        ),
        ...slice.map((cell, column) =>
          drawCell(table, {
            ...{ lines: cell, column, type: cellType, at: { x, y } },
            structure: [...steps, { tag: 'TD', key: String(column) }],
          }),
        ),
      ],
    });
  }
  return rows;
}

/** The widest where no line of a table is broken, the narrowest where a word would be. Points. */
const sidePads = [6, 4.5, 3] as const;
/** Between figures, which end at one edge, and words that begin beside them. Points. */
const besideFigures = 7;

interface Columns {
  readonly widths: readonly number[];
  /** Left and right of each column's texts. */
  readonly pads: readonly (readonly [left: number, right: number])[];
}

function columnsIn(
  { measure, hyphenate }: CellSetting,
  { columns, rows }: TableBlock,
  looks: Looks,
  width: number,
): Columns {
  const widths = (text: string, look: Type) => unbrokenWidths(measure, { text, type: look }, hyphenate);
  const texts = columns.map(({ label }, column) => [
    widths(label, looks.head),
    ...rows.map(({ cells, strong }) => widths(cells[column] ?? '', strong ? looks.strong : looks.cell)),
  ]);
  const tried = sidePads.map((side) => {
    const pads = columns.map(({ align }, column): [number, number] => [
      side,
      align === 'end' && columns[column + 1]?.align === 'start' ? side + besideFigures : side,
    ]);
    const needs = columns.map(
      ({ align, weight }, column): ColumnNeed => ({
        texts: texts[column] ?? [],
        pad: sum(pads[column] ?? []),
        share: align === 'end' ? 0 : weight,
      }),
    );
    return { pads, needs };
  });
  const isRoomy = ({ needs }: (typeof tried)[number], index: number): boolean =>
    index === 0 ? fitsUnbroken(needs, width) : sum(leastWidths(needs)) <= width;
  const { pads = [], needs = [] } = tried.find(isRoomy) ?? tried.at(-1) ?? {};
  return { pads, widths: columnWidths(needs, width) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
