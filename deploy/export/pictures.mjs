import { join } from 'node:path';
import { within } from './board-page.mjs';
import { createNamer } from './file-names.mjs';
import { say, write } from './write-file.mjs';

/**
 * @typedef {import('../../client/export/export-hook.ts').HookedPicture} HookedPicture
 * @typedef {import('../../client/export/export-hook.ts').HookPicturesChoice} HookPicturesChoice
 * @typedef {{boards: readonly string[], formats: HookPicturesChoice['formats'], scale: number, audience?: string}} Choice
 */

/**
 * A picture of every frame, each written as soon as it is there.
 * @param {import('./read-job.mjs').Job} job @param {import('@playwright/test').Page} page of a board
 * @param {readonly import('./session.mjs').Board[]} boards
 */
export async function exportPictures({ audience, pictures, scale, timeoutMs }, page, boards) {
  const nameOf = createNamer();
  /** @type {Set<string>} */
  const pictured = new Set();
  /** @param {HookedPicture} picture */
  const take = async ({ board, frame, index, count, files, scale: painted, undrawnKinds }) => {
    const part = frame === '' && count > 1 ? `${index + 1}` : frame;
    say(`Picture ${index + 1} of ${count}: ${part === '' ? board : `${board}, ${part}`}`);
    const name = nameOf(part === '' ? board : `${board} - ${part}`, `${index + 1}`);
    for (const { format, base64 } of files)
      await write(join(pictures[format] ?? '', `${name}.${format}`), Buffer.from(base64, 'base64'));
    if (pictures.png !== undefined && painted < scale)
      say(`It has ${painted.toFixed(1)} pixels for each unit: no browser paints larger ones.`);
    if (undrawnKinds.length > 0) say(`Could not be drawn: shapes of the kinds ${undrawnKinds.join(', ')}`);
    pictured.add(board);
  };
  await within('A picture', timeoutMs, async (renew) => {
    await page.exposeFunction('exportPicture', (/** @type {HookedPicture} */ picture) => {
      renew();
      return take(picture);
    });
    const formats = /** @type {HookPicturesChoice['formats']} */ (Object.keys(pictures));
    /** @type {Choice} */
    const choice = { boards: boards.map(({ id }) => id), formats, scale, ...(audience !== undefined && { audience }) };
    await page.evaluate(takePictures, choice);
  });
  for (const { title } of boards) if (!pictured.has(title)) say(`${title}: nothing on it to take a picture of`);
}

/**
 * Runs in the page.
 * @param {Choice} choice
 */
async function takePictures(choice) {
  const page = /** @type {Window & {exportPicture?: (picture: HookedPicture) => Promise<void>}} */ (window);
  if (page.commonboardPictures === undefined || page.exportPicture === undefined)
    throw new Error('the board went away');
  await page.commonboardPictures(page.exportPicture, /** @type {HookPicturesChoice} */ (choice));
}
