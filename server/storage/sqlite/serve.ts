import { setImmediate as nextTurn } from 'node:timers/promises';
import type { MessagePort } from 'node:worker_threads';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { Kysely } from 'kysely';
import { createSqlAgendas } from '../sql/sql-agendas.ts';
import { createSqlComments } from '../sql/sql-comments.ts';
import { createSqlHistory } from '../sql/sql-history.ts';
import { createSqlImages } from '../sql/sql-images.ts';
import { createSqlSent } from '../sql/sql-sent.ts';
import { createSqlVotes } from '../sql/sql-votes.ts';
import { createSqlWorkshops } from '../sql/sql-workshops.ts';
import type { Tables } from '../sql/tables.ts';
import { StorageError } from '../update-log.ts';
import { createSqliteDialect } from './dialect.ts';
import { asStorageError } from './errors.ts';
import { type Database, openDatabase } from './open.ts';
import {
  type Call,
  type Method,
  type Reply,
  type Request,
  type Service,
  type Stores,
  type ThreadOptions,
  toProblem,
} from './rpc.ts';
import { createSqliteLog, type SqliteLog } from './sqlite-log.ts';
import type { OnStep } from './steps.ts';

/** Ways in for tests. */
export interface ServeHooks {
  readonly onOpen?: (db: DatabaseSyncInstance) => void;
  readonly onStep?: OnStep;
}

type AppendCall = Call<'append'>;
type OtherMethod = Exclude<Method, 'append'>;
type OtherCall = { [Name in OtherMethod]: Call<Name> }[OtherMethod];

/** Runs the storage thread behind a port until it is told to close. */
export function serve(port: MessagePort, { dataDir, busyTimeoutMs }: ThreadOptions, hooks: ServeHooks = {}): void {
  const send = (reply: Reply) => port.postMessage(reply);
  let database: Database;
  try {
    database = openDatabase(dataDir, busyTimeoutMs);
  } catch (error) {
    send({ type: 'refused', problem: toProblem(error) });
    port.close();
    return;
  }
  const { db } = database;
  hooks.onOpen?.(db);
  const log = createSqliteLog(db, hooks.onStep ?? (() => {}));
  const queries = new Kysely<Tables>({ dialect: createSqliteDialect(db) });
  const stores = {
    ...createSqlWorkshops(queries),
    ...createSqlHistory(queries),
    ...createSqlImages(queries),
    ...createSqlComments(queries),
    ...createSqlVotes(queries),
    ...createSqlAgendas(queries),
    ...createSqlSent(queries),
  };
  const work = createWork(log, stores, send, () => {
    database.close();
    port.close();
  });
  port.on('message', (request: Request) => work(request));
  send({ type: 'opened' });
}

/**
 * Does one thing at a time: the connection is shared, and a transaction of one call must not catch the statements of
 * another. Group commit comes of it by itself: the appends that arrive while something runs are stored together next.
 * Between two of them one other call has its turn, so neither kind can starve the other.
 * @returns what takes requests
 */
function createWork(log: SqliteLog, stores: Stores, send: (reply: Reply) => void, end: () => void) {
  let appends: AppendCall[] = [];
  const others: OtherCall[] = [];
  let isRunning = false;
  let isClosing = false;
  const service: Pick<Service, OtherMethod> = {
    ...stores,
    list: async (prefix) => log.list(prefix),
    load: async (document) => log.load(document),
    compact: async (document, through, state) => log.compact(document, through, state),
  };
  const run = async () => {
    isRunning = true;
    while (appends.length > 0 || others.length > 0) {
      // Lets everything that has arrived meanwhile into the queues.
      await nextTurn();
      const batch = appends;
      appends = [];
      if (batch.length > 0) commit(log, batch, send);
      const call = others.shift();
      if (call) await answer(service, call, send);
    }
    isRunning = false;
    if (isClosing) end();
  };
  return (request: Request): void => {
    if (request.type === 'close') isClosing = true;
    else if (request.method === 'append') appends.push(request);
    else others.push(request);
    if (!isRunning) void run();
  };
}

/** What fails together is tried again one by one, so that an append too large for a nearly full disk fails alone. */
function commit(log: SqliteLog, batch: readonly AppendCall[], send: (reply: Reply) => void): void {
  try {
    const lasts = log.append(
      batch.map(({ args: [document, updates, writers, retired] }) => ({ document, updates, writers, retired })),
    );
    for (const [index, { id }] of batch.entries()) send({ type: 'done', id, value: lasts[index] });
  } catch (thrown) {
    // Has waited its full time already.
    const isBusy = isBusyError(thrown);
    if (batch.length > 1 && !isBusy) for (const call of batch) commit(log, [call], send);
    else for (const { id } of batch) send({ type: 'failed', id, problem: toProblem(thrown) });
  }
}

function isBusyError(thrown: unknown): boolean {
  const error = asStorageError(thrown);
  return error instanceof StorageError && error.failure === 'busy';
}

async function answer(
  service: Pick<Service, OtherMethod>,
  { id, method, args }: OtherCall,
  send: (reply: Reply) => void,
): Promise<void> {
  try {
    const handler = service[method] as (...args: readonly unknown[]) => Promise<unknown>;
    send({ type: 'done', id, value: await handler(...args) });
  } catch (error) {
    send({ type: 'failed', id, problem: toProblem(error) });
  }
}
