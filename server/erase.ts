import { existsSync, statfsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { WorkshopId } from '../shared/protocol/ids.ts';
import { readConfig } from './config.ts';
import {
  eraseWorkshop,
  findWorkshops,
  measureWorkshop,
  type NamedWorkshop,
  ResidueError,
} from './storage/sqlite/erasure.ts';
import { type Database, databaseFile, openDatabase } from './storage/sqlite/open.ts';
import { StorageError } from './storage/update-log.ts';

const usage = `Usage: npm run erase -- <id or title of a workshop> [--yes]

Erases a workshop for good: its boards with everything that was ever on them, versions, comments, pictures, people and
links. It says what goes and asks for the title; --yes takes that for given. The server has to be stopped, because it
holds boards in memory. DATA_DIR says where the data lies, as for the server.

Exit code 0: it is erased; 1: nothing was, or not all, as it says; 2: the command line is wrong.`;

/** How long another program may read the database, a backup for instance, before the command gives up. */
const BUSY_TIMEOUT_MS = 10_000;

/** What the operator can mend; the message is a sentence or two. */
class EraseError extends Error {
  readonly exitCode: 1 | 2;
  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function main(): Promise<void> {
  const job = readJob(process.argv.slice(2));
  if (job === null) return say(usage);
  const read = readConfig(process.env);
  if (read.status === 'invalid') throw new EraseError(read.mistakes.join('\n'));
  const dataDir = resolve(read.config.dataDir);
  const database = open(dataDir);
  try {
    const workshop = oneOf(findWorkshops(database.db, job.name), job.name);
    tell(database, workshop);
    if (!job.isSure && !(await isConfirmed(workshop))) throw new EraseError('Nothing was erased.');
    erase(database, dataDir, workshop);
  } finally {
    database.close();
  }
}

/** @returns null when help is asked for */
function readJob(args: readonly string[]): { readonly name: string; readonly isSure: boolean } | null {
  if (args.includes('--help') || args.includes('-h')) return null;
  const [name = '', ...more] = args.filter((arg) => arg !== '--yes').map((arg) => arg.trim());
  // An id may begin with a dash as an option does.
  const isOption = name.startsWith('-') && !WorkshopId.safeParse(name).success;
  if (name === '' || isOption || more.length > 0) throw new EraseError(usage, 2);
  return { name, isSure: args.includes('--yes') };
}

function open(dataDir: string): Database {
  const file = databaseFile(dataDir);
  // Opening would make them.
  if (!existsSync(file))
    throw new EraseError(`There is no data in ${dataDir}. Set DATA_DIR to the folder of your server.`);
  // What it takes for writing the file anew stays in the folder, where room for it is looked for.
  process.env.SQLITE_TMPDIR = dataDir;
  try {
    return openDatabase(dataDir, BUSY_TIMEOUT_MS);
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    if (error.failure !== 'busy') throw new EraseError(`Nothing was erased: ${error.message}.`);
    throw new EraseError(
      `A server is running with the data folder ${dataDir}, and holds its boards in memory. Nothing was erased: stop it, erase, and start it again.`,
    );
  }
}

function oneOf(found: readonly NamedWorkshop[], name: string): NamedWorkshop {
  const [workshop, ...others] = found;
  if (workshop === undefined) throw new EraseError(`There is no workshop of the id or title ${name}.`);
  if (others.length === 0) return workshop;
  const list = found.map(({ id, createdAtMs }) => `  ${id}, made on ${dayOf(createdAtMs)}`);
  throw new EraseError(`Several workshops have the title ${name}. Say which by its id:\n${list.join('\n')}`);
}

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

function tell({ db }: Database, { id, title, createdAtMs }: NamedWorkshop): void {
  const { boards, people, pictures, versions, comments } = measureWorkshop(db, id);
  say(`${title}\n  ${id}, made on ${dayOf(createdAtMs)}`);
  say(`  boards ${boards}, people ${people}, pictures ${pictures}, versions ${versions}, comments ${comments}`);
  say('All of it goes for good, with its links and with what was deleted on its boards before.');
}

/** Whether the title was typed. */
async function isConfirmed({ title }: NamedWorkshop): Promise<boolean> {
  process.stdout.write('Type the title of the workshop to erase it: ');
  const input = createInterface({ input: process.stdin });
  const typed = await new Promise<string | null>((resolve) => {
    input.once('line', resolve);
    input.once('close', () => resolve(null));
  });
  input.close();
  return typed?.trim() === title;
}

function erase({ db }: Database, dataDir: string, { id }: NamedWorkshop): void {
  const takesBytes = 2 * statSync(databaseFile(dataDir)).size;
  const { bavail, bsize } = statfsSync(dataDir);
  if (bavail * bsize < takesBytes)
    throw new EraseError(
      `The database is written anew, which takes ${Math.ceil(takesBytes / 1e6)} MB in ${dataDir} for a while. Nothing was erased: make room first.`,
    );
  try {
    eraseWorkshop(db, id);
  } catch (error) {
    if (!(error instanceof ResidueError))
      throw new EraseError(`Nothing was erased: ${error instanceof Error ? error.message : String(error)}.`);
    throw new EraseError(
      `The workshop is gone, but bytes of it may be left in the file, which could not be written anew: ${error.message}. Run: sqlite3 ${databaseFile(dataDir)} VACUUM`,
    );
  }
  say(`Erased: nothing of it is left in ${dataDir}. Backups that were made before still hold it.`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof EraseError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
