import type { ReportColumn, ReportRow, TableBlock } from '../../../shared/board/report/report.ts';
import type { StructureStep } from '../display-list.ts';
import { breakLines, type Line, longestWord, naturalWidth } from './break-lines.ts';
import { area, baselineOf, type Draft, lineRuns, type Place, rule, shapes, text, unread } from './draft.ts';
import type { Repeated, Row } from './flow.ts';
import type { Measure } from './measure.ts';
import { ink, type Type, type } from './type.ts';

/** Points. */
const pad = { x: 6, y: 4.5 } as const;
const captionHeight = 21;
/** No single word may take more of the width than this from the other columns. */
const widestWordShare = 0.45;

export interface TableFrame {
  readonly width: number;
  /** Of the highest column of a page: a row that is higher is divided between its lines. */
  readonly height: number;
  readonly before: number;
  /** Of the table within its section. */
  readonly key: string;
  /** "{title}, continued". */
  readonly continued: string;
}

interface Table {
  readonly frame: TableFrame;
  readonly columns: readonly ReportColumn[];
  readonly widths: readonly number[];
}

export function tableRows(measure: Measure, block: TableBlock, frame: TableFrame): Row[] {
  const widths = columnWidths(measure, block, frame.width);
  const table: Table = { frame, columns: block.columns, widths };
  const heads = block.columns.map(({ label }, index) =>
    breakLines(measure, [{ text: label, type: type.columnHead }], inner(widths[index])),
  );
  const caption = (content: string): readonly Line[] =>
    breakLines(measure, [{ text: content, type: type.caption }], frame.width).slice(0, 1);
  const [first] = caption(block.caption);
  const [again] = caption(frame.continued.replace('{title}', () => block.caption));
  const steps = tableSteps(frame.key);
  const headHeight = linesHeight(heads, type.columnHead);
  const drawHeads = (at: Place): Draft[] => drawHeadRow(table, heads, headHeight, at);
  const drawCaption = (line: Line | undefined, { x, y }: Place): Draft[] =>
    line === undefined
      ? []
      : [text([...steps, { tag: 'Caption', key: 'caption' }], lineRuns(line, { x, y: y + baselineOf(type.caption) }))];
  const above = first === undefined ? 0 : captionHeight;
  const repeated: Repeated = {
    height: above + headHeight,
    draw: ({ x, y }) =>
      [...drawCaption(first && again, { x, y }), ...drawHeads({ x, y: y + above })].map((draft) =>
        draft.structure.length === 0 ? draft : unread(draft),
      ),
  };
  const body = block.rows.flatMap((row, index) =>
    bodyRows(measure, table, { row, index, of: block.rows.length, repeated }),
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

const tableSteps = (key: string): StructureStep[] => [{ tag: 'Table', key }];
const inner = (width: number | undefined): number => (width ?? 0) - 2 * pad.x;
const linesHeight = (cells: readonly (readonly Line[])[], { leading }: Type): number =>
  Math.max(1, ...cells.map((lines) => lines.length)) * leading + 2 * pad.y;

function drawHeadRow(table: Table, heads: readonly (readonly Line[])[], height: number, { x, y }: Place): Draft[] {
  const steps: StructureStep[] = [...tableSteps(table.frame.key), { tag: 'TR', key: 'head' }];
  const highest = Math.max(...heads.map((lines) => lines.length));
  return [
    shapes(rule({ x, y: y + height }, table.frame.width, { colour: ink.strongLine, width: 0.8 })),
    ...heads.map((lines, column) =>
      drawCell(table, {
        ...{ lines, column, type: type.columnHead, structure: [...steps, { tag: 'TH', key: String(column) }] },
        // Labels stand on the line below them.
        at: { x, y: y + (highest - lines.length) * type.columnHead.leading },
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

function drawCell({ columns, widths }: Table, { lines, column, type: cellType, structure, at }: Cell): Draft {
  const left = at.x + widths.slice(0, column).reduce((sum, width) => sum + width, 0);
  const room = widths[column] ?? 0;
  const atEnd = columns[column]?.align === 'end';
  const baseline = at.y + pad.y + baselineOf(cellType);
  return text(
    structure,
    lines.flatMap((line, index) =>
      lineRuns(line, {
        x: atEnd === line.leftwards ? left + pad.x : left + room - pad.x - line.width,
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

function bodyRows(measure: Measure, table: Table, { row, index, of, repeated }: BodyRow): Row[] {
  const cellType = row.strong ? type.cellStrong : type.cell;
  const cells = table.columns.map((_, column) =>
    breakLines(measure, [{ text: row.cells[column] ?? '', type: cellType }], inner(table.widths[column])),
  );
  const lines = Math.max(1, ...cells.map((cell) => cell.length));
  const room = table.frame.height - repeated.height - 2 * pad.y;
  const linesTogether = lines * cellType.leading <= room ? lines : Math.max(1, Math.floor(room / cellType.leading));
  const steps: StructureStep[] = [...tableSteps(table.frame.key), { tag: 'TR', key: String(index) }];
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

/**
 * By weight, no column narrower than its longest word, and none wider than its texts while another still needs room. What
 * is left over goes by weight again.
 */
function columnWidths(measure: Measure, { columns, rows }: TableBlock, width: number): number[] {
  const needs = columns.map(({ label }, column) => {
    const spans = [
      { text: label, type: type.columnHead },
      ...rows.map(({ cells, strong }) => ({
        text: cells[column] ?? '',
        type: strong ? type.cellStrong : type.cell,
      })),
    ];
    const widest = (of: typeof longestWord): number => Math.max(...spans.map((span) => of(measure, span)));
    const least = Math.min(widest(longestWord), width * widestWordShare) + 2 * pad.x + 0.1;
    return { least, most: Math.max(least, widest(naturalWidth) + 2 * pad.x + 0.1) };
  });
  const weights = columns.map(({ weight }) => Math.max(weight, 0.01));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const sum = (widths: readonly number[]): number => widths.reduce((all, each) => all + each, 0);
  const least = needs.map((need) => need.least);
  if (sum(least) >= width) return least.map((each) => (each * width) / sum(least));
  const most = needs.map((need) => need.most);
  const spare = width - sum(most);
  if (spare >= 0) return most.map((each, column) => each + (spare * (weights[column] ?? 0)) / total);
  const at = (share: number): number[] =>
    needs.map((need, column) => Math.min(need.most, Math.max(need.least, share * (weights[column] ?? 0))));
  let [low, high] = [0, Math.max(...most.map((each, column) => each / (weights[column] ?? 1)))];
  // Thirty halvings leave an error below what can be seen.
  for (let step = 0; step < 30; step += 1) {
    const middle = (low + high) / 2;
    if (sum(at(middle)) < width) low = middle;
    else high = middle;
  }
  return at(low);
}
