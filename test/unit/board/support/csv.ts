/** Reads RFC 4180 strictly: quotes only around whole fields, CRLF after every line. */
export function parseCsv(csv: string): string[][] {
  const rows: string[][] = [];
  let rest = csv.replace(/^\ufeff/, '');
  let row: string[] = [];
  while (rest !== '') {
    const found = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest);
    if (found === null) throw new Error(`not RFC 4180: ${JSON.stringify(rest.slice(0, 40))}`);
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '\r\n') {
      rows.push(row);
      row = [];
    }
    rest = rest.slice(found[0].length);
  }
  return rows;
}
