import { join } from 'node:path';
import { SetupError } from '../setup.mjs';
import { createNamer } from './file-names.mjs';
import { callPatiently } from './session.mjs';
import { say, write } from './write-file.mjs';

/**
 * What comes straight from the server.
 * @param {import('./read-job.mjs').Job} job @param {import('./session.mjs').Session} session
 * @param {readonly import('./session.mjs').Board[]} boards
 * @param {import('./read-job.mjs').DataFormat} format @param {string} path
 */
export async function exportData({ link, audience }, { token }, boards, format, path) {
  const extension = format === 'csv-zip' ? 'zip' : format;
  const nameOf = createNamer();
  for (const { id, title } of boards) {
    const query = audience === undefined ? '' : `?audience=${audience}`;
    const response = await callPatiently(link, `/api/boards/${id}/export/${format}${query}`, { token });
    if (!response.ok)
      throw new SetupError(`The server did not give the ${format.toUpperCase()} of ${title}: ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    await write(boards.length === 1 ? path : join(path, `${nameOf(title, id)}.${extension}`), bytes);
    for (const line of leftOutLines(response.headers.get('left-out'))) say(line);
  }
}

/**
 * What a file holds less than its board.
 * @param {string | null} header as shared/api/boards.ts spells it @returns {readonly string[]}
 */
export function leftOutLines(header) {
  const [pictures = 0, records = 0] = (header?.match(/\d+/g) ?? []).map(Number);
  return [
    ...(pictures > 0
      ? [`Not in the file: ${pictures} pictures. They are damaged, or it would be too large to bring back.`]
      : []),
    ...(records > 0 ? [`Could not be read and is missing: ${records} things on the board`] : []),
  ];
}
