/**
 * `npm run export -- --link <link> --board <id> --pdf out.pdf`: takes boards home without anybody at the screen. The PDF
 * is made by the board's own page in a headless Chromium, so it is the one that people make; everything else comes straight
 * from the server. The link can be any of the workshop's links; whoever holds it can read the boards.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { install, isMain, runScript, SetupError } from './setup.mjs';

const usage = `Usage: npm run export -- --link <link> --board <id> [--pdf <file>] [--csv <file>] …

  --link      a link of the workshop, from its page: https://…/join#…
  --board     id of the board, the last part of its address; several with commas between them, or all
  --pdf       where to write the report of these boards as PDF; takes Chromium, see CHROMIUM_PATH
  --csv       where to write what is on the board as a table
  --csv-zip   the same as an archive of tables, one for each kind of cards
  --md        the same as text
  --json      all of the board as data, to bring it back
  --tldr      the board as a file that tldraw opens
  --audience  for whom: public, partners or core; the widest that the link may have if not given
  --paper     of the PDF: A4, A3, Letter or fit; A4 if not given
  --timeout   how long the page may take for the PDF, in seconds; 120 if not given

With several boards everything but the PDF is written into a folder of the given name, a file for each board.
Progress goes to stderr. Exit code 0: all files are written; 1: not; 2: the command line is wrong.`;

/** What comes straight from the server, with the last part of its address. */
const dataFormats = /** @type {const} */ (['csv', 'csv-zip', 'md', 'json', 'tldr']);
const audiences = ['public', 'partners', 'core'];
const papers = ['A4', 'A3', 'Letter', 'fit'];

/** @param {string} line */
const say = (line) => process.stderr.write(`${line}\n`);

/** The command line cannot be followed. */
class UsageError extends Error {}

/**
 * @typedef {{origin: string, token: string}} Link
 * @typedef {typeof dataFormats[number]} DataFormat
 * @typedef {{id: string, title: string, example: boolean}} Board
 * @typedef {{link: Link, boards: readonly string[] | 'all', pdf?: string, files: Partial<Record<DataFormat, string>>,
 *   audience?: string, paper?: string, timeoutMs: number}} Job
 * @typedef {{token: string, workshopId: string}} Session
 */

/** @param {readonly string[]} args @returns {Job | null} null when help is asked for */
export function readJob(args) {
  const text = /** @type {const} */ ({ type: 'string' });
  const options = {
    ...{ link: text, board: text, pdf: text, csv: text, 'csv-zip': text, md: text, json: text, tldr: text },
    ...{ audience: text, paper: text, timeout: text },
  };
  let values;
  try {
    ({ values } = parseArgs({
      args: withValues(args, Object.keys(options)),
      options: { ...options, help: { type: 'boolean', short: 'h' } },
    }));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  if (values.help) return null;
  const { link, board, pdf, audience, paper, timeout = '120' } = values;
  if (link === undefined || board === undefined) throw new UsageError('--link and --board are needed.');
  /** @type {Job['files']} */
  const files = {};
  for (const format of dataFormats) if (values[format] !== undefined) files[format] = values[format];
  if (pdf === undefined && Object.keys(files).length === 0) {
    throw new UsageError(`Say at least one of --pdf, ${dataFormats.map((format) => `--${format}`).join(', ')}.`);
  }
  checkChoice('audience', audience, audiences);
  checkChoice('paper', paper, papers);
  const timeoutMs = Number(timeout) * 1000;
  if (!(timeoutMs > 0)) throw new UsageError(`--timeout ${timeout} is no number of seconds.`);
  return {
    ...{ link: readLink(link), boards: readBoards(board), files, timeoutMs },
    ...(pdf !== undefined && { pdf }),
    ...(audience !== undefined && { audience }),
    ...(paper !== undefined && { paper }),
  };
}

/** @param {string} name @param {string | undefined} value @param {readonly string[]} choices */
function checkChoice(name, value, choices) {
  if (value !== undefined && !choices.includes(value))
    throw new UsageError(`--${name} ${value} is none of ${choices.join(', ')}.`);
}

/** @param {string} text @returns {Job['boards']} */
function readBoards(text) {
  if (text === 'all') return 'all';
  const ids = text.split(',');
  for (const id of ids)
    if (!/^[\w-]{21}$/.test(id))
      throw new UsageError(`--board ${id} is no id: it is the last part of the board's address.`);
  return ids;
}

/**
 * `--board -xyz` as `--board=-xyz`: ids may begin with a dash, which would be taken for an option.
 * @param {readonly string[]} args @param {readonly string[]} names
 */
function withValues(args, names) {
  /** @type {string[]} */
  const joined = [];
  for (let index = 0; index < args.length; index++) {
    const [arg = '', value] = args.slice(index, index + 2);
    if (!names.includes(arg.replace(/^--/, '')) || value === undefined || value.startsWith('--')) joined.push(arg);
    else {
      joined.push(`${arg}=${value}`);
      index++;
    }
  }
  return joined;
}

/** @param {string} text @returns {Link} */
function readLink(text) {
  const url = URL.canParse(text) ? new URL(text) : null;
  const token = url?.hash.slice(1) ?? '';
  if (url === null || !/^https?:$/.test(url.protocol) || !/^[\w-]{43}$/.test(token)) {
    throw new UsageError('--link is not a link of a workshop. It looks like https://…/join#… ; put it in quotes.');
  }
  return { origin: url.origin, token };
}

/**
 * @param {Link} link @param {string} path
 * @param {{method?: string, body?: unknown, token?: string}} [options]
 */
async function call({ origin }, path, { method = 'GET', body, token } = {}) {
  try {
    return await fetch(`${origin}${path}`, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new SetupError(`${origin} does not answer: ${cause instanceof Error ? cause.message : cause}`);
  }
}

/** @param {Response} response @returns {Promise<{code?: string}>} */
const problemOf = (response) => response.json().catch(() => ({}));

/** @param {Link} link @returns {Promise<Session>} */
async function openSession(link) {
  const preview = await call(link, '/api/invites/preview', { method: 'POST', body: { token: link.token } });
  if (!preview.ok) throw await linkError(preview);
  const { organisations } = await preview.json();
  // Somebody's organisation, so that the workshop does not get one more from this.
  const organisation = organisations[0]?.name ?? 'Commonboard';
  const body = { token: link.token, name: 'Export', organisation, bearer: true };
  const response = await call(link, '/api/sessions', { method: 'POST', body });
  if (!response.ok) throw await linkError(response);
  const { sessionToken, workshop } = await response.json();
  return { token: sessionToken, workshopId: workshop.id };
}

/** @param {Response} response */
async function linkError(response) {
  const { code } = await problemOf(response);
  if (code === 'link-unknown')
    return new SetupError('This link does not work any more. Make a new one on the page of the workshop.');
  if (code === 'too-many-requests')
    return new SetupError('The server has had too many wrong links. Wait a few minutes.');
  return new SetupError(`The server refused the link: ${response.status} ${code ?? ''}`.trim());
}

/** @param {Job} job @param {Session} session @returns {Promise<readonly Board[]>} those that are asked for */
async function findBoards({ link, boards: wanted }, { token, workshopId }) {
  const response = await call(link, `/api/workshops/${workshopId}`, { token });
  if (!response.ok) throw new SetupError(`The server does not show the workshop: ${response.status}`);
  /** @type {{boards: readonly Board[]}} */
  const { boards } = await response.json();
  if (wanted === 'all') {
    const own = boards.filter(({ example }) => !example);
    if (own.length === 0) throw new SetupError('The workshop has no boards yet.');
    return own;
  }
  return wanted.map((wantedId) => {
    const found = boards.find(({ id }) => id === wantedId);
    if (found !== undefined) return found;
    const known = boards.map(({ id, title }) => `  ${id}  ${title}`).join('\n');
    throw new SetupError(
      `The workshop has no board ${wantedId}. ${known === '' ? 'It has none yet.' : `It has:\n${known}`}`,
    );
  });
}

/** @param {Job} job @param {Session} session @param {readonly Board[]} boards @param {DataFormat} format @param {string} path */
async function exportData({ link, audience }, { token }, boards, format, path) {
  const names = fileNames(boards, format === 'csv-zip' ? 'zip' : format);
  for (const [at, { id, title }] of boards.entries()) {
    const query = audience === undefined ? '' : `?audience=${audience}`;
    const response = await call(link, `/api/boards/${id}/export/${format}${query}`, { token });
    if (response.status === 403)
      throw new SetupError(`This link may not have what is for the audience ${audience}. Take another link.`);
    if (!response.ok)
      throw new SetupError(`The server did not give the ${format.toUpperCase()} of ${title}: ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    await write(boards.length === 1 ? path : join(path, names[at] ?? id), bytes);
  }
}

/**
 * By title, as file systems take it, each once.
 * @param {readonly Board[]} boards @param {string} extension
 */
function fileNames(boards, extension) {
  /** @type {Set<string>} */
  const taken = new Set();
  return boards.map(({ id, title }) => {
    const plain = title.replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ').replace(/^[. ]+|[. ]+$/g, '');
    const name = plain === '' || taken.has(plain.toLowerCase()) ? `${plain} ${id}`.trim() : plain;
    taken.add(name.toLowerCase());
    return `${name}.${extension}`;
  });
}

/** @param {string} file @param {Uint8Array} bytes */
async function write(file, bytes) {
  try {
    // npm runs scripts in the folder of the package, not where they were called from.
    const path = resolve(process.env.INIT_CWD ?? '.', file);
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, bytes);
  } catch (error) {
    throw new SetupError(`${file} cannot be written: ${error instanceof Error ? error.message : error}`);
  }
  say(`${file}: ${Math.ceil(bytes.length / 1024)} kB`);
}

/** @param {Job} job @param {Session} session @param {readonly Board[]} boards @param {string} file */
async function exportPdf({ link, audience, paper, timeoutMs }, session, boards, file) {
  const { chromiumArguments, resolveChromium } = await import('./chromium.mjs');
  const { chromium, errors } = await import('@playwright/test');
  const { path } = await resolveChromium();
  const browser = await chromium.launch({ executablePath: path, args: chromiumArguments });
  try {
    const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
    await context.addCookies([
      { name: 'cb_session', value: session.token, url: link.origin, httpOnly: true, sameSite: 'Lax' },
    ]);
    const page = await context.newPage();
    /** @type {string[]} */
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.exposeFunction('exportProgress', (/** @type {string} */ line) => say(line));
    const address = `${link.origin}/workshop/${session.workshopId}/board/${boards[0]?.id}`;
    await page.goto(address, { timeout: timeoutMs });
    try {
      await page.waitForFunction(() => window.commonboardExport !== undefined, undefined, { timeout: timeoutMs });
    } catch (error) {
      if (!(error instanceof errors.TimeoutError)) throw error;
      const shown =
        (await page
          .locator('h1')
          .first()
          .textContent({ timeout: 1000 })
          .catch(() => null)) ?? '';
      const why = [shown, ...complaints].filter((line) => line !== '').join('; ');
      throw new SetupError(`The board did not open within ${timeoutMs / 1000} s. ${why}`.trim());
    }
    const choice = {
      boards: boards.map(({ id }) => id),
      ...(audience !== undefined && { audience }),
      ...(paper !== undefined && { paper }),
    };
    const made = await Promise.race([page.evaluate(takePdf, choice), failAfter(timeoutMs)]);
    await write(file, Buffer.from(made.base64, 'base64'));
    const { letters, images, kinds } = made.undrawn;
    if (letters.length > 0) say(`Could not be drawn, a box stands in their place: ${letters.join(' ')}`);
    if (images > 0) say(`Could not be drawn: ${images} pictures`);
    if (kinds.length > 0) say(`Could not be drawn: shapes of the kinds ${kinds.join(', ')}`);
  } finally {
    await browser.close();
  }
}

/**
 * Runs in the page.
 * @param {{boards: readonly string[], audience?: string, paper?: string}} choice
 */
async function takePdf(choice) {
  const page = /** @type {Window & {exportProgress?: (line: string) => void}} */ (window);
  if (page.commonboardExport === undefined) throw new Error('the board went away');
  return page.commonboardExport(
    ({ page: index, pages, title }) => page.exportProgress?.(`Page ${index + 1} of ${pages}: ${title}`),
    /** @type {import('../client/export/export-hook.ts').HookChoice} */ (choice),
  );
}

/** @param {number} timeoutMs @returns {Promise<never>} */
const failAfter = (timeoutMs) =>
  new Promise((_resolve, reject) => {
    const late = () =>
      reject(new SetupError(`The PDF was not ready within ${timeoutMs / 1000} s. Try a longer --timeout.`));
    setTimeout(late, timeoutMs).unref();
  });

/** @param {readonly string[]} args */
async function main(args) {
  const job = readJob(args);
  if (job === null) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  await install();
  const session = await openSession(job.link);
  try {
    const boards = await findBoards(job, session);
    for (const format of dataFormats) {
      const path = job.files[format];
      if (path !== undefined) await exportData(job, session, boards, format, path);
    }
    if (job.pdf !== undefined) await exportPdf(job, session, boards, job.pdf);
  } finally {
    await call(job.link, '/api/sessions/current', { method: 'DELETE', token: session.token });
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
