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

/** Beyond this a file is no table that somebody looks at. */
const fileRowsMax = 20_000;
const fileMaxBytes = 20_000_000;

export type FileReading =
  | { readonly ok: true; readonly sheet: Sheet }
  | { readonly ok: false; readonly fault: 'too-many-rows' | 'too-large' | 'no-table' };

/**
 * A file of rows: in UTF-8, else in UTF-16 where it says so, else as Windows writes the western languages; between its
 * cells tabs, semicolons or commas, whatever its first row has most of.
 */
export async function readSheetFile(file: Pick<Blob, 'size' | 'arrayBuffer'>): Promise<FileReading> {
  if (file.size > fileMaxBytes) return { ok: false, fault: 'too-large' };
  const text = decodeText(new Uint8Array(await file.arrayBuffer()));
  // What no table holds, and every picture and archive does.
  if (text.includes('\0')) return { ok: false, fault: 'no-table' };
  // Excel's own way of saying it.
  const [, said, rest] = /^\ufeff?sep=([;,\t])\r?\n(.*)$/s.exec(text) ?? [];
  const sheet = withoutEmptyEnd(readSeparated(rest ?? text, said ?? separatorOf(text)));
  if (sheet.length === 0) return { ok: false, fault: 'no-table' };
  return sheet.length > fileRowsMax + 1 ? { ok: false, fault: 'too-many-rows' } : { ok: true, sheet };
}

function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function separatorOf(text: string): string {
  const counts = ['\t', ';', ','].map((separator) => ({
    separator,
    count: (readSeparated(firstRowOf(text), separator)[0] ?? []).length,
  }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).separator;
}

/** Up to a line's end that is not between quotes. */
function firstRowOf(text: string): string {
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (text[at] === '\n' || text[at] === '\r')) return text.slice(0, at);
  }
  return text;
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
    row.push(unguarded(cell?.value ?? text.slice(at, end)).trim());
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

/** Our own exports put an apostrophe before what a spreadsheet would take for a formula, also where one stands already. */
const unguarded = (cell: string): string => (/^'+[=+\-@\t\n\r＝＋－＠]/u.test(cell) ? cell.slice(1) : cell);

/** What a cell keeps of a text: neither white space at its ends nor one of the two signs with which Windows ends a line. */
export const asCell = (text: string): string => text.replaceAll('\r\n', '\n').trim();

function withoutEmptyEnd(rows: readonly (readonly string[])[]): Sheet {
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== ''));
  return rows.slice(0, last + 1);
}
