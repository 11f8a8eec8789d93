import { within } from './board-page.mjs';
import { say, write } from './write-file.mjs';

/**
 * @param {import('./read-job.mjs').Job} job @param {import('@playwright/test').Page} page of a board
 * @param {readonly import('./session.mjs').Board[]} boards @param {string} file
 */
export async function exportPdf({ audience, paper, timeoutMs }, page, boards, file) {
  const choice = {
    boards: boards.map(({ id }) => id),
    ...(audience !== undefined && { audience }),
    ...(paper !== undefined && { paper }),
  };
  const made = await within('The PDF', timeoutMs, () => page.evaluate(takePdf, choice));
  await write(file, Buffer.from(made.base64, 'base64'));
  for (const line of undrawnLines(made.undrawn)) say(line);
}

/** @param {import('../../client/export/report-choice.ts').Undrawn} undrawn @returns {readonly string[]} */
export function undrawnLines({ letters, images, kinds, records, unreadVotes }) {
  return [
    ...(letters.length > 0 ? [`Could not be drawn, a box stands in their place: ${letters.join(' ')}`] : []),
    ...(images > 0 ? [`Could not be drawn: ${images} pictures`] : []),
    ...(kinds.length > 0 ? [`Could not be drawn: shapes of the kinds ${kinds.join(', ')}`] : []),
    ...(records > 0 ? [`Could not be read and is missing: ${records} things on the boards`] : []),
    ...(unreadVotes > 0 ? [`Could not be read and is missing: what was voted on ${unreadVotes} boards`] : []),
  ];
}

/**
 * Runs in the page.
 * @param {{boards: readonly string[], audience?: string, paper?: string}} choice
 */
async function takePdf(choice) {
  const page = /** @type {Window & {exportSay?: (line: string) => void}} */ (window);
  if (page.commonboardExport === undefined) throw new Error('the board went away');
  return page.commonboardExport(
    ({ page: index, pages, title }) => page.exportSay?.(`Page ${index + 1} of ${pages}: ${title}`),
    /** @type {import('../../client/export/export-hook.ts').HookChoice} */ (choice),
  );
}
