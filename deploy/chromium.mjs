/**
 * Finds a Chromium that really starts, or fetches one. `node deploy/chromium.mjs` prints its path.
 *
 * Tried in this order: CHROMIUM_PATH, installed browsers, Playwright's cache, our cache; then Playwright's download, the
 * build inside an npm package (Linux on x64), and Debian's package when running as root. CHROMIUM_INSTALL=0 leaves the
 * latter three out.
 */
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { isMain, npm, root, run, runScript, SetupError } from './setup.mjs';
import { canInstallDebianPackages, findProgram, installDebianPackages, isRoot } from './system.mjs';

/** The newest whose `engines` allow Node 20. */
const packaged = '@sparticuz/chromium@147.0.0';
/** Outside node_modules, which `npm ci` empties. */
const cache = join(
  process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'),
  'commonboard',
  packaged.replace(/\W+/g, '-'),
);
const cachedBrowser = join(cache, 'chromium');
const launchTimeoutMs = 20_000;
const downloadTimeoutMs = 240_000;

/** What a headless Chromium is started with beside Playwright's own arguments: nothing of its own goes to the network. */
export const chromiumArguments = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(isRoot ? ['--no-sandbox'] : []),
];

const playwrightCore = async () => (await import('@playwright/test')).chromium;
/** @param {string} line */
const say = (line) => process.stderr.write(`Chromium: ${line}\n`);

/** @typedef {{name: string, fetches: boolean, find: () => Promise<readonly string[]> | readonly string[]}} Source */

/** @type {readonly Source[]} */
const sources = [
  { name: 'installed browser', fetches: false, find: installedBrowsers },
  { name: 'cache of Playwright', fetches: false, find: playwrightBrowsers },
  { name: 'cache', fetches: false, find: () => [cachedBrowser].filter((path) => existsSync(path)) },
  { name: 'download of Playwright', fetches: true, find: downloadWithPlaywright },
  { name: `npm package ${packaged}`, fetches: true, find: unpackFromNpm },
  { name: 'Debian package chromium', fetches: true, find: installWithApt },
];

/**
 * Resolve once and hand the path on as CHROMIUM_PATH: trying takes a second, and other processes must not try again.
 * @returns {Promise<{path: string, version: string}>}
 * @throws SetupError when there is none
 */
export async function resolveChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    const tried = await tryLaunch(given);
    if ('version' in tried) return tried;
    throw new SetupError(`CHROMIUM_PATH=${given} does not start: ${tried.reason}`);
  }
  for (const source of sources) {
    if (source.fetches && process.env.CHROMIUM_INSTALL === '0') continue;
    if (source.fetches) say(`trying the ${source.name} …`);
    for (const path of await source.find()) {
      const tried = await tryLaunch(path);
      if ('version' in tried) {
        if (source.fetches) say(`${tried.version} from the ${source.name}`);
        return tried;
      }
      say(`${path} does not start: ${tried.reason}`);
    }
  }
  throw new SetupError(
    'No Chromium found. Install Chrome or Chromium, name one in CHROMIUM_PATH, or run: npx playwright install --with-deps chromium',
  );
}

/**
 * @param {string} path
 * @returns {Promise<{path: string, version: string} | {reason: string}>}
 */
async function tryLaunch(path) {
  const chromium = await playwrightCore();
  let browser;
  try {
    browser = await chromium.launch({ executablePath: path, args: chromiumArguments, timeout: launchTimeoutMs });
    const page = await browser.newPage();
    const able = await page.evaluate(
      "typeof WebSocket === 'function' && document.createElement('canvas').getContext('2d') !== null",
    );
    if (!able) return { reason: 'it has no canvas or no WebSocket' };
    return { path, version: browser.version() };
  } catch (error) {
    const lines = String(error instanceof Error ? error.message : error).split('\n');
    return { reason: (lines.find((line) => /error|missing|cannot|denied/i.test(line)) ?? lines[0] ?? '').trim() };
  } finally {
    await browser?.close();
  }
}

function installedBrowsers() {
  const programs = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable'];
  const { PROGRAMFILES = '', LOCALAPPDATA = '' } = process.env;
  /** @type {Partial<Record<NodeJS.Platform, readonly string[]>>} */
  const usualPlaces = {
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    win32: [
      join(PROGRAMFILES, 'Google/Chrome/Application/chrome.exe'),
      join(LOCALAPPDATA, 'Google/Chrome/Application/chrome.exe'),
      join(PROGRAMFILES, 'Microsoft/Edge/Application/msedge.exe'),
    ],
  };
  const found = programs.map(findProgram).filter((path) => path !== null);
  return [...found, ...(usualPlaces[process.platform] ?? []).filter((path) => existsSync(path))];
}

async function playwrightBrowsers() {
  const path = (await playwrightCore()).executablePath();
  return existsSync(path) ? [path] : [];
}

async function downloadWithPlaywright() {
  const cli = join(
    dirname(createRequire(join(root, 'package.json')).resolve('@playwright/test/package.json')),
    'cli.js',
  );
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '5000' };
  const { code, output } = await run(process.execPath, [cli, 'install', 'chromium'], {
    env,
    timeoutMs: downloadTimeoutMs,
  });
  if (code !== 0) say(output.split('\n').find((line) => /ENOT|ECONN|EAI|failed/i.test(line)) ?? 'no download');
  return playwrightBrowsers();
}

async function unpackFromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return [];
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), '{"private":true}');
  const { code, output } = await npm([
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--prefix',
    cache,
    packaged,
  ]);
  if (code !== 0) {
    say(output.trim().split('\n').at(-1) ?? '');
    return [];
  }
  const packed = join(cache, 'node_modules', '@sparticuz', 'chromium', 'bin');
  for (const archive of ['swiftshader', 'al2023', 'fonts']) await unpackArchive(join(packed, `${archive}.tar.br`));
  const binary = join(cache, 'chromium-binary');
  await unbrotli(join(packed, 'chromium.br'), binary);
  chmodSync(binary, 0o755);
  rmSync(join(cache, 'node_modules'), { recursive: true });
  // The binary needs libraries and fonts that came with it; a script keeps that in one place, so a path is all it takes.
  const fonts = `<fontconfig><dir>${join(cache, 'fonts')}</dir><cachedir>${join(cache, 'font-cache')}</cachedir></fontconfig>`;
  writeFileSync(join(cache, 'fonts.conf'), `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">${fonts}\n`);
  const script = `${cachedBrowser}.part`;
  writeFileSync(
    script,
    `#!/bin/sh
export LD_LIBRARY_PATH="${join(cache, 'lib')}:$LD_LIBRARY_PATH"
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH="${cache}"
exec "${binary}" "$@"
`,
    { mode: 0o755 },
  );
  renameSync(script, cachedBrowser);
  return [cachedBrowser];
}

/** @param {string} from @param {string} to */
const unbrotli = (from, to) => pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));

/** @param {string} archive a brotli-compressed tar */
async function unpackArchive(archive) {
  const tar = join(cache, 'archive.tar');
  await unbrotli(archive, tar);
  const { code, output } = await run('tar', ['-xf', tar, '-C', cache]);
  if (code !== 0) say(`${archive}: ${output.trim()}`);
  rmSync(tar);
}

async function installWithApt() {
  if (!canInstallDebianPackages()) return [];
  const failure = await installDebianPackages(['chromium']);
  if (failure !== null) say(failure);
  return installedBrowsers();
}

if (isMain(import.meta.url)) {
  await runScript(async () => {
    process.stdout.write(`${(await resolveChromium()).path}\n`);
  });
}
