/** A sheet as rows of cells. Rows may have different lengths. */
export type Sheet = readonly (readonly string[])[];

/** What a spreadsheet puts on the clipboard as text: tabs between cells, quotes around cells that hold lines. */
export const readTabbed = (text: string): Sheet => withoutEmptyEnd(readSeparated(text, '\t'));

/**
 * A text of several rows, whatever separates its cells: tabs, else semicolons or commas where they make every row as long
 * as the first, else nothing.
 */
export function readSheet(text: string): Sheet {
  if (text.includes('\t')) return readTabbed(text);
  for (const separator of [';', ',']) {
    const sheet = withoutEmptyEnd(readSeparated(text, separator));
    const width = sheet[0]?.length ?? 0;
    if (sheet.length > 1 && width > 1 && sheet.every((row) => row.length === width)) return sheet;
  }
  return readTabbed(text);
}

/** The first table of a page, as spreadsheets and text programs put it on the clipboard; null where there is none. */
export function readHtmlTable(html: string): Sheet | null {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (table === null) return null;
  const rows = [...table.rows].map((row) =>
    [...row.cells].flatMap((cell) => {
      for (const lineBreak of cell.querySelectorAll('br')) lineBreak.replaceWith('\u2028');
      const text = (cell.textContent ?? '').replace(/[\s\u00a0]+/gu, ' ').trim();
      // White space in a page means one space; only a break is a line.
      const lines = (cell.textContent ?? '').includes('\u2028') ? linesOf(cell.textContent ?? '') : text;
      return [unguarded(lines), ...Array.from({ length: cell.colSpan - 1 }, () => '')];
    }),
  );
  return withoutEmptyEnd(rows);
}

const linesOf = (text: string): string =>
  text
    .split('\u2028')
    .map((line) => line.replace(/[\s\u00a0]+/gu, ' ').trim())
    .join('\n')
    .trim();

function readSeparated(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at <= text.length) {
    const cell = text[at] === '"' ? readQuoted(text, at, separator) : null;
    const end = cell?.end ?? endOfCell(text, at, separator);
    row.push(unguarded((cell?.value ?? text.slice(at, end)).trim()));
    if (text[end] === separator) {
      at = end + 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (end >= text.length) break;
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  return rows;
}

function endOfCell(text: string, from: number, separator: string): number {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return end;
}

/** @returns null where the quotes are part of the text: they do not close at the end of the cell. */
function readQuoted(text: string, from: number, separator: string): { value: string; end: number } | null {
  let value = '';
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') value += text[at];
    else if (text[at + 1] === '"') {
      value += '"';
      at += 1;
    } else {
      const next = text[at + 1];
      const closes = next === undefined || next === separator || next === '\n' || next === '\r';
      return closes ? { value: value.replaceAll('\r\n', '\n'), end: at + 1 } : null;
    }
  }
  return null;
}

/** Our own exports put an apostrophe before what a spreadsheet would take for a formula. */
const unguarded = (cell: string): string => (/^'[=+\-@＝＋－＠]/u.test(cell) ? cell.slice(1) : cell);

function withoutEmptyEnd(rows: readonly (readonly string[])[]): Sheet {
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== ''));
  return rows.slice(0, last + 1);
}
