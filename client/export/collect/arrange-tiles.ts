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
  /** From units of the board to those of the paper. */
  readonly scale: number;
}

/** So much larger everything has to become for a row to be folded, and for rows to be joined: the board is known by them. */
const worthFolding = 1.15;
const worthJoining = 1.5;

/**
 * Sheets in the rows that they have on the board, what has no place at the end. Where the paper would stay half empty, rows that
 * are too long are folded into lines of about one length, and rows that are too many are joined first, so that everything
 * is as large as it can be.
 */
export function arrangeTiles(sheets: readonly Sheet[], paper: Room): Arrangement {
  const rows = rowsOf(sheets);
  let chosen = { lines: rows, scale: scaleOf(rows, sheets, paper) };
  for (const [worth, ways] of [
    [worthFolding, foldings(rows)],
    [worthJoining, foldings([rows.flat()])],
  ] as const) {
    const scaled = ways.map((lines) => ({ lines, scale: scaleOf(lines, sheets, paper) }));
    const best = scaled.reduce((found, each) => (each.scale > found.scale ? each : found));
    if (best.scale > chosen.scale * worth) chosen = best;
  }
  if (chosen.scale > 0) return layOut(chosen.lines, sheets, chosen.scale, paper);
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

const widthOf = (line: readonly number[], sheets: readonly Sheet[]): number =>
  line.reduce((sum, index) => sum + (sheets[index]?.width ?? 0), 0);
const heightOf = (line: readonly number[], sheets: readonly Sheet[]): number =>
  Math.max(...line.map((index) => sheets[index]?.height ?? 0));

function scaleOf(lines: Rows, sheets: readonly Sheet[], { room, gap, head }: Room): number {
  const across = lines.map((line) => (room.width - gap * (line.length - 1)) / widthOf(line, sheets));
  const high = lines.reduce((sum, line) => sum + heightOf(line, sheets), 0);
  const down = (room.height - lines.length * head - gap * (lines.length - 1)) / high;
  return Math.max(0, Math.min(...across, down));
}

function layOut(lines: Rows, sheets: readonly Sheet[], scale: number, { gap, head }: Room): Arrangement {
  const placed: Arranged[] = [];
  let [y, widest] = [0, 0];
  for (const line of lines) {
    let x = 0;
    for (const index of line) {
      const sheet = sheets[index];
      if (sheet === undefined) continue;
      const [width, height] = [sheet.width * scale, sheet.height * scale];
      placed[index] = { x, y: y + head, width, height };
      x += width + gap;
    }
    widest = Math.max(widest, x - gap);
    y += head + heightOf(line, sheets) * scale + gap;
  }
  return { placed, width: widest, height: y - gap, scale };
}
