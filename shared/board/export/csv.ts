/**
 * Full-width forms count too: some spreadsheets take them for the plain ones. So does what looks guarded already, so that
 * whoever reads the table back takes away one apostrophe and no more.
 */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

function cell(value: string): string {
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A table as RFC 4180. It begins with a byte order mark, because Excel reads a file without one in the code page of the
 * country and spoils every accent; other programs skip it. It stays with commas, also where Excel writes semicolons: every
 * other program expects them and Excel's import asks. A text that a spreadsheet would take for a formula gets an
 * apostrophe; numbers never do.
 */
export function writeCsv<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Partial<Record<Column, string | number>>>[],
): string {
  const say = (value: string | number = ''): string => (typeof value === 'number' ? String(value) : cell(value));
  const lines = [columns.join(','), ...rows.map((row) => columns.map((column) => say(row[column])).join(','))];
  return `\ufeff${lines.map((line) => `${line}\r\n`).join('')}`;
}
