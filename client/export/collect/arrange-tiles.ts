/** The size of a sheet, and where it begins on the board; null for what has no place of its own. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly at: { readonly x: number; readonly y: number } | null;
}

export interface Room {
  /** What the paper has, in its own units. */
  readonly room: { readonly width: number; readonly height: number };
  /** Between two sheets, and above each for its name, in units of the paper. */
  readonly gap: number;
  readonly head: number;
}

/** In units of the paper. */
export interface Arranged {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Arrangement {
  /** In the order of the sheets. */
  readonly placed: readonly Arranged[];
  /** Of all of them together. */
  readonly width: number;
  readonly height: number;
}

/** So much larger everything has to become for a row to be folded, and for rows to be joined: the board is known by them. */
const worthFolding = 1.15;
const worthJoining = 1.5;
const hardlyLower = 0.95;
/** A sheet that is more times as wide as high is lower than the others. */
const widest = 2.4;

/**
 * Sheets of one height in the rows that they have on the board, what has no place at the end. Where the paper would stay half
 * empty, rows that are too long are folded into lines of about one length, and rows that are too many are joined first, so
 * that everything is as large as it can be.
 */
export function arrangeTiles(sheets: readonly Sheet[], paper: Room): Arrangement {
  const rows = rowsOf(sheets);
  let chosen = { lines: rows, high: heightIn(rows, sheets, paper) };
  for (const [worth, ways] of [
    [worthFolding, foldings(rows)],
    [worthJoining, foldings([rows.flat()])],
  ] as const) {
    const tried = ways.map((lines) => ({ lines, high: heightIn(lines, sheets, paper) }));
    const highest = Math.max(...tried.map(({ high }) => high));
    // Hardly lower ones that fill more of the width are preferred.
    const [best] = tried
      .filter(({ high }) => high >= highest * hardlyLower)
      .sort((a, b) => longestOf(b.lines, sheets) * b.high - longestOf(a.lines, sheets) * a.high);
    if (best !== undefined && best.high > chosen.high * worth) chosen = best;
  }
  if (chosen.high > 0) return layOut(chosen.lines, sheets, chosen.high, paper);
  // So many that names and gaps alone fill the paper: both become smaller.
  const { width, height } = paper.room;
  return arrangeTiles(sheets, { ...paper, room: { width: 2 * width, height: 2 * height } });
}

const foldings = (rows: Rows): readonly Rows[] =>
  Array.from({ length: Math.max(...rows.map(({ length }) => length)) }, (_, index) =>
    rows.flatMap((row) => foldInto(row, index + 1)),
  );

type Rows = readonly (readonly number[])[];

/** Indexes of sheets, from the top and from the left. */
function rowsOf(sheets: readonly Sheet[]): Rows {
  const rows: { indexes: number[]; bottom: number }[] = [];
  const placed = sheets.flatMap(({ at, height }, index) => (at === null ? [] : [{ index, ...at, height }]));
  for (const { index, y, height } of placed.sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    // In a row with what it stands beside by half its height.
    if (row !== undefined && y + height / 2 < row.bottom) {
      row.indexes.push(index);
      row.bottom = Math.max(row.bottom, y + height);
    } else rows.push({ indexes: [index], bottom: y + height });
  }
  const x = (index: number): number => sheets[index]?.at?.x ?? 0;
  const sorted = rows.map(({ indexes }) => indexes.sort((a, b) => x(a) - x(b)));
  const without = sheets.flatMap(({ at }, index) => (at === null ? [index] : []));
  return [...sorted.slice(0, -1), [...(sorted.at(-1) ?? []), ...without]];
}

/** As even as it goes. */
function foldInto(row: readonly number[], most: number): Rows {
  const count = Math.ceil(row.length / most);
  return Array.from({ length: count }, (_, line) =>
    row.slice(Math.ceil((line * row.length) / count), Math.ceil(((line + 1) * row.length) / count)),
  );
}

/** For a height of 1. */
const widthOf = (sheet: Sheet | undefined): number =>
  sheet === undefined ? 0 : Math.min(widest, sheet.width / sheet.height);

const lineWidth = (line: readonly number[], sheets: readonly Sheet[]): number =>
  line.reduce((sum, index) => sum + widthOf(sheets[index]), 0);

const longestOf = (lines: Rows, sheets: readonly Sheet[]): number =>
  Math.max(...lines.map((line) => lineWidth(line, sheets)));

/** Of every sheet. */
function heightIn(lines: Rows, sheets: readonly Sheet[], { room, gap, head }: Room): number {
  const across = lines.map((line) => (room.width - gap * (line.length - 1)) / lineWidth(line, sheets));
  const down = (room.height - gap * (lines.length - 1)) / lines.length - head;
  return Math.max(0, Math.min(...across, down));
}

function layOut(lines: Rows, sheets: readonly Sheet[], high: number, { gap, head }: Room): Arrangement {
  const placed: Arranged[] = [];
  let [y, longest] = [0, 0];
  for (const line of lines) {
    let x = 0;
    let lowest = 0;
    for (const index of line) {
      const sheet = sheets[index];
      if (sheet === undefined) continue;
      const width = widthOf(sheet) * high;
      const height = (width * sheet.height) / sheet.width;
      placed[index] = { x, y: y + head, width, height };
      lowest = Math.max(lowest, height);
      x += width + gap;
    }
    longest = Math.max(longest, x - gap);
    y += head + lowest + gap;
  }
  return { placed, width: longest, height: y - gap };
}
