import { existsSync } from 'node:fs';
import { access, constants, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type App, createApp } from './app.ts';
import { type Config, helpText, parseArguments, readConfig } from './config.ts';
import { createLog, type Log } from './observe/log.ts';
import { openSqliteStorage } from './storage/sqlite/sqlite-storage.ts';
import type { Storage } from './storage/storage.ts';
import { StorageError } from './storage/update-log.ts';

/** Something about its surroundings that the operator can mend; the message is one sentence that says how. */
class StartError extends Error {}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const complain = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

async function main(): Promise<void> {
  const parsed = parseArguments(process.argv.slice(2));
  if (parsed.status === 'help') return say(helpText());
  if (parsed.status === 'unknown') throw new StartError(`Unknown argument: ${parsed.unknown.join(' ')}. Try --help.`);
  const read = readConfig(process.env);
  if (read.status === 'invalid') throw new StartError(read.mistakes.join('\n'));
  await serve(read.config);
}

async function serve(config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  const dataDir = await prepareDataDir(config.dataDir);
  const storage = await openStorage(dataDir, log);
  let app: App | null = null;
  try {
    const clientDir = findClientDir(log);
    app = await createApp({ config, storage, log, ...(clientDir !== null && { clientDir }) });
    const port = await app.listen();
    closeOnSignal(app, log);
    say(`Commonboard is ready at ${shownAddress(config, port)}`);
  } catch (error) {
    await (app?.close() ?? storage.close());
    throw listenError(error, config) ?? error;
  }
}

async function prepareDataDir(dataDir: string): Promise<string> {
  const path = resolve(dataDir);
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return path;
  } catch (error) {
    throw new StartError(`The data folder ${path} cannot be written (${codeOf(error)}). Set DATA_DIR to one that can.`);
  }
}

async function openStorage(dataDir: string, log: Log): Promise<Storage> {
  try {
    return await openSqliteStorage({ dataDir, log });
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    throw new StartError(
      error.failure === 'busy' ? error.message : `The data folder ${dataDir} cannot be used: ${error.message}.`,
    );
  }
}

/** The pages lie beside the built server; started from the sources, the server uses the last build. */
function findClientDir(log: Log): string | null {
  const dir = import.meta.url.endsWith('.ts')
    ? join(import.meta.dirname, '..', 'dist', 'client')
    : join(import.meta.dirname, '..', 'client');
  if (existsSync(join(dir, 'index.html'))) return dir;
  log.warn('pages.missing');
  return null;
}

function shownAddress({ host, reach }: Config, port: number): string {
  const name = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host) ? 'localhost' : host;
  const local = `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
  return reach.publicOrigin === null ? local : `${reach.publicOrigin} (listening on ${local})`;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';

function listenError(error: unknown, { port, host }: Config): StartError | null {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new StartError(`Port ${port} is in use by another program. Stop it, or set PORT to another one.`);
    case 'EACCES':
      return new StartError(`Port ${port} needs rights that this user has not. Set PORT to one above 1023.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(`This computer has no address ${host}. Set HOST to one that it has, or to 0.0.0.0.`);
    default:
      return null;
  }
}

function closeOnSignal(app: App, log: Log): void {
  let isClosing = false;
  const close = async () => {
    if (isClosing) process.exit(1);
    isClosing = true;
    try {
      await app.close();
    } catch (error) {
      log.error({ err: error }, 'close.failed');
      process.exitCode = 1;
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void close());
}

try {
  await main();
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  complain(error.message);
  process.exitCode = 1;
}
