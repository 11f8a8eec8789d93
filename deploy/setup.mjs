/**
 * Brings a checkout to the point where it can run: packages installed as the lock file says, pages and server built from
 * the sources as they are. Plain Node without packages, because it runs before there are any. `node deploy/setup.mjs`
 * does it all; start, tests and benchmarks call `setUp`.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Something about this machine that its user can mend; the message says how. */
export class SetupError extends Error {}

/** @param {string} line */
const say = (line) => process.stderr.write(`${line}\n`);
/** @param {number} startedMs */
const secondsSince = (startedMs) => `${((Date.now() - startedMs) / 1000).toFixed(1)} s`;
/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/**
 * @param {string} version of Node, `20.19.0`
 * @param {string} range alternatives of `^a.b.c` and `>=a.b.c`, the two forms that `engines` uses
 */
export function isSupportedNode(version, range) {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return range.split('||').some((alternative) => {
    const form = /^\s*(\^|>=)(\d+)\.(\d+)\.(\d+)\s*$/.exec(alternative);
    if (form === null) throw new Error(`engines: cannot read "${alternative}"`);
    const [wantedMajor = 0, wantedMinor = 0, wantedPatch = 0] = form.slice(2).map(Number);
    if (major !== wantedMajor) return form[1] === '>=' && major > wantedMajor;
    return minor > wantedMinor || (minor === wantedMinor && patch >= wantedPatch);
  });
}

function checkNode() {
  const range = readJson(join(root, 'package.json')).engines.node;
  if (isSupportedNode(process.versions.node, range)) return;
  throw new SetupError(
    `This is Node ${process.versions.node}; Commonboard needs ${range}. Install one from nodejs.org.`,
  );
}

/**
 * @typedef {{version?: string, optional?: boolean}} LockedPackage
 * @param {Record<string, LockedPackage>} locked `packages` of package-lock.json
 * @param {Record<string, LockedPackage>} installed the same of what npm last put into node_modules
 * @returns {string[]} folders of packages that are missing or of another version; those of other platforms do not count
 */
export function missingPackages(locked, installed) {
  return Object.entries(locked)
    .filter(([path, entry]) => path !== '' && !entry.optional && installed[path]?.version !== entry.version)
    .map(([path]) => path);
}

function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  return missingPackages(readJson(join(root, 'package-lock.json')).packages, readJson(record).packages).length === 0;
}

/**
 * Runs a program quietly.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{env?: NodeJS.ProcessEnv, timeoutMs?: number}} [options]
 * @returns {Promise<{code: number | null, output: string}>} code null when it could not be started or was killed
 */
export function run(command, args, { env = process.env, timeoutMs = 0 } = {}) {
  return new Promise((resolve) => {
    const shell = process.platform === 'win32' && command.endsWith('.cmd');
    const child = spawn(command, args, {
      cwd: root,
      env,
      shell,
      timeout: timeoutMs,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.once('error', (error) => resolve({ code: null, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** @param {readonly string[]} args */
export function npm(args) {
  // npm names itself to what it starts; without it there is the one on the path.
  const own = process.env.npm_execpath;
  if (own?.endsWith('.js')) return run(process.execPath, [own, ...args]);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
}

export async function install() {
  checkNode();
  if (isInstalled()) return;
  const startedMs = Date.now();
  say('Installing packages, once; this takes about a minute …');
  const { code, output } = await npm([
    'ci',
    '--include=dev',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    // Short pauses between tries: a machine without network hears so soon.
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=5000',
  ]);
  if (code === 0) {
    say(`Installed in ${secondsSince(startedMs)}.`);
    return;
  }
  const unreachable = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/.test(
    output,
  );
  const last = output.trim().split('\n').slice(-15).join('\n');
  throw new SetupError(
    unreachable
      ? `The packages could not be fetched: npm cannot reach its registry. Check network and proxy, then try again.\n${last}`
      : `npm ci failed:\n${last}`,
  );
}

/** What the build reads; a change in any of them makes it stale. */
const sources = [
  'client',
  'server',
  'shared',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  'deploy',
  'NOTICE',
];

/**
 * @param {string} base folder that `paths` start from
 * @param {readonly string[]} paths files and folders; missing ones are left out
 * @returns {string} SHA-256 over names and contents, in hexadecimal
 */
export function hashOf(base, paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    if (!existsSync(join(base, path))) continue;
    for (const file of filesOf(base, path)) {
      const content = readFileSync(join(base, file));
      hash.update(`${file.split(sep).join('/')}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} base
 * @param {string} path a file, or a folder with everything below it
 * @returns {string[]} paths from `base`, in a stable order
 */
function filesOf(base, path) {
  if (!statSync(join(base, path)).isDirectory()) return [path];
  return readdirSync(join(base, path), { recursive: true })
    .map((name) => join(path, String(name)))
    .filter((file) => statSync(join(base, file)).isFile())
    .sort();
}

export async function build() {
  const stamp = join(root, 'dist', 'built-from');
  const wanted = hashOf(root, sources);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const startedMs = Date.now();
  say('Building pages and server …');
  rmSync(stamp, { force: true });
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  const results = await Promise.all([
    run(process.execPath, [vite, 'build', '--logLevel', 'error'], { env }),
    run(process.execPath, [vite, 'build', '--ssr', '--logLevel', 'error'], { env }),
  ]);
  for (const { code, output } of results) if (code !== 0) throw new SetupError(`The build failed:\n${output.trim()}`);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, wanted);
  say(`Built in ${secondsSince(startedMs)}.`);
}

/** Idempotent, and quick when there is nothing to do. @throws SetupError */
export async function setUp() {
  await install();
  await build();
}

/**
 * Runs the main function of a script: what its user can mend ends it with a message, everything else with a stack.
 * @param {() => Promise<void>} main
 */
export async function runScript(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}

/** @param {string} url `import.meta.url` of a module @returns whether Node was started with that module */
export const isMain = (url) =>
  process.argv[1] !== undefined && pathToFileURL(realpathSync(process.argv[1])).href === url;

if (isMain(import.meta.url)) await runScript(setUp);
