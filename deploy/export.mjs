/**
 * `npm run export -- --link <link> --board <id> --pdf out.pdf`: takes boards home without anybody at the screen. PDF and
 * pictures are made by the board's own page in a headless Chromium, so they are those that people make; everything else
 * comes straight from the server. The link can be any of the workshop's links; whoever holds it can read the boards.
 */
import { openBoardPage } from './export/board-page.mjs';
import { exportData } from './export/data.mjs';
import { exportPdf } from './export/pdf.mjs';
import { exportPictures } from './export/pictures.mjs';
import { dataFormats, readJob, UsageError, usage } from './export/read-job.mjs';
import { checkAudience, closeSession, findBoards, openSession } from './export/session.mjs';
import { say } from './export/write-file.mjs';
import { install, isMain, runScript } from './setup.mjs';

/** @param {readonly string[]} args */
async function main(args) {
  const job = readJob(args, process.env);
  if (job === null) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  await install();
  const session = await openSession(job.link);
  try {
    const boards = await findBoards(job, session);
    await checkAudience(job, session, boards);
    for (const format of dataFormats) {
      const path = job.files[format];
      if (path !== undefined) await exportData(job, session, boards, format, path);
    }
    await exportDrawn(job, session, boards);
  } finally {
    await closeSession(job.link, session);
  }
}

/**
 * What takes the page of a board: it is opened once.
 * @param {import('./export/read-job.mjs').Job} job @param {import('./export/session.mjs').Session} session
 * @param {readonly import('./export/session.mjs').Board[]} boards
 */
async function exportDrawn(job, session, boards) {
  const [first] = boards;
  const hasPictures = Object.keys(job.pictures).length > 0;
  if (first === undefined || (job.pdf === undefined && !hasPictures)) return;
  const { page, close } = await openBoardPage(job, session, first.id);
  try {
    if (job.pdf !== undefined) await exportPdf(job, page, boards, job.pdf);
    if (hasPictures) await exportPictures(job, page, boards);
  } finally {
    await close();
  }
}

if (isMain(import.meta.url)) {
  await runScript(async () => {
    try {
      await main(process.argv.slice(2));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      say(`${error.message}\n\n${usage}`);
      process.exitCode = 2;
    }
  });
}
