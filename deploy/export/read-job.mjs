import { parseArgs } from 'node:util';

export const usage = `Usage: npm run export -- --link <link> --board <id> [--pdf <file>] [--csv <file>] [--png <folder>] …

  --link      a link of the workshop, from its page: https://…/join#…
  --board     id of the board, the last part of its address; several with commas between them, or all
  --pdf       where to write the report of these boards as PDF
  --png       folder for a picture of every frame, of a board without frames for one of it all
  --svg       the same as drawings
  --csv       where to write what is on the board as a table
  --csv-zip   the same as an archive of tables, one for each kind of cards
  --md        the same as text
  --json      all of the board as data, to bring it back
  --tldr      the board as a file that tldraw opens
  --audience  for whom: public, partners or core; the widest that the link may have if not given
  --paper     of the PDF: A4, A3, Letter or fit; A4 if not given
  --scale     of the PNG: 1, 2 or 4 pixels for each unit of the board; 2 if not given
  --timeout   how long the PDF, or one picture, may take, in seconds; 120 if not given

The passcode of a link that asks for one is taken from the environment variable LINK_PASSCODE.

With several boards everything but PDF and pictures is written into a folder of the given name, a file for each board.
PDF and pictures take Chromium, see CHROMIUM_PATH. Progress goes to stderr. Exit code 0: all files are written; 1: not; 2:
the command line is wrong.`;

/** What comes straight from the server, with the last part of its address. */
export const dataFormats = /** @type {const} */ (['csv', 'csv-zip', 'md', 'json', 'tldr']);
/** What the board's own page makes of each frame. */
const pictureFormats = /** @type {const} */ (['png', 'svg']);
const audiences = ['public', 'partners', 'core'];
const papers = ['A4', 'A3', 'Letter', 'fit'];
const scales = ['1', '2', '4'];

/** The command line cannot be followed. */
export class UsageError extends Error {}

/**
 * @typedef {{origin: string, token: string, passcode?: string}} Link
 * @typedef {typeof dataFormats[number]} DataFormat
 * @typedef {typeof pictureFormats[number]} PictureFormat
 * @typedef {{link: Link, boards: readonly string[] | 'all', pdf?: string, files: Partial<Record<DataFormat, string>>,
 *   pictures: Partial<Record<PictureFormat, string>>, audience?: string, paper?: string, scale: number,
 *   timeoutMs: number}} Job
 */

/**
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string | undefined>>} environment where secrets stand that no list of processes shows
 * @returns {Job | null} null when help is asked for
 */
export function readJob(args, { LINK_PASSCODE: passcode } = {}) {
  const text = /** @type {const} */ ({ type: 'string' });
  const options = {
    ...{ link: text, board: text, pdf: text, png: text, svg: text },
    ...{ csv: text, 'csv-zip': text, md: text, json: text, tldr: text },
    ...{ audience: text, paper: text, scale: text, timeout: text },
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
  const { link, board, pdf, audience, paper, scale = '2', timeout = '120' } = values;
  if (link === undefined || board === undefined) throw new UsageError('--link and --board are needed.');
  const files = given(dataFormats, values);
  const pictures = given(pictureFormats, values);
  if (pdf === undefined && Object.keys({ ...files, ...pictures }).length === 0) {
    const formats = ['pdf', ...pictureFormats, ...dataFormats];
    throw new UsageError(`Say at least one of ${formats.map((format) => `--${format}`).join(', ')}.`);
  }
  checkChoice('audience', audience, audiences);
  checkChoice('paper', paper, papers);
  checkChoice('scale', scale, scales);
  const timeoutMs = Number(timeout) * 1000;
  if (!(timeoutMs > 0)) throw new UsageError(`--timeout ${timeout} is no number of seconds.`);
  return {
    link: { ...readLink(link), ...(passcode && { passcode }) },
    ...{ boards: readBoards(board), files, pictures, scale: Number(scale), timeoutMs },
    ...(pdf !== undefined && { pdf }),
    ...(audience !== undefined && { audience }),
    ...(paper !== undefined && { paper }),
  };
}

/**
 * @template {string} Format
 * @param {readonly Format[]} formats @param {Partial<Record<Format, string>>} values
 */
function given(formats, values) {
  /** @type {Partial<Record<Format, string>>} */
  const paths = {};
  for (const format of formats) if (values[format] !== undefined) paths[format] = values[format];
  return paths;
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
