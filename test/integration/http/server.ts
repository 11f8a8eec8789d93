import { onTestFinished } from 'vitest';
import { createApp } from '../../../server/app.ts';
import { readConfig } from '../../../server/config.ts';
import { createLog } from '../../../server/observe/log.ts';
import type { Clock } from '../../../server/rooms/clock.ts';
import { createMemoryStorage } from '../../../server/storage/memory/memory-storage.ts';
import type { Storage } from '../../../server/storage/storage.ts';
import type { Role } from '../../../shared/access/capabilities.ts';
import { CreateBoardResponse } from '../../../shared/api/boards.ts';
import { Problem } from '../../../shared/api/problem.ts';
import { CreateSessionResponse } from '../../../shared/api/sessions.ts';
import type { TemplateId } from '../../../shared/api/templates.ts';
import { CreateWorkshopResponse } from '../../../shared/api/workshops.ts';
import type { BoardId } from '../../../shared/protocol/ids.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  json(): unknown;
}

export interface CallOptions {
  readonly body?: unknown;
  /** A body as it is, for what is no JSON. */
  readonly raw?: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly bearer?: string;
  readonly cookie?: string;
}

export interface TestServer {
  readonly address: string;
  readonly storage: Storage;
  /** Everything logged so far, at level trace. */
  log(): string;
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly storage?: Storage;
  readonly clientDir?: string;
  readonly clock?: Clock;
}

/** The whole server inside this process; closed at the end of the test. */
export async function startServer({ env, storage = createMemoryStorage(), clientDir, clock }: ServerOptions = {}) {
  const read = readConfig({ PORT: '0', HOST: '127.0.0.1', ...env });
  if (read.status === 'invalid') throw new Error(read.mistakes.join('\n'));
  let logged = '';
  const write = (line: string) => {
    logged += line;
  };
  const app = await createApp({
    config: read.config,
    storage,
    log: createLog('trace', { write }),
    ...(clientDir !== undefined && { clientDir }),
    ...(clock !== undefined && { clock }),
  });
  const address = `http://127.0.0.1:${await app.listen()}`;
  const server: TestServer = {
    address,
    storage,
    log: () => logged,
    call: (method, path, options) => call(`${address}${path}`, method, options),
    close: () => app.close(),
  };
  onTestFinished(() => server.close());
  return server;
}

async function call(url: string, method: string, options: CallOptions = {}): Promise<Answer> {
  const { body, raw, bearer, cookie } = options;
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: {
      ...(sent !== undefined && { 'content-type': 'application/json' }),
      ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
      ...(cookie !== undefined && { cookie: `cb_session=${cookie}`, origin: new URL(url).origin }),
      ...options.headers,
    },
    ...(sent !== undefined && { body: sent, duplex: 'half' as const }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) };
}

/** What a failure says; throws when it is not of the form that failures have. */
export function problemOf(answer: Answer): string {
  const problem = Problem.parse(answer.json());
  const type = answer.headers.get('content-type');
  if (!type?.startsWith('application/problem+json')) throw new Error(`a problem of type ${type}`);
  if (problem.status !== answer.status)
    throw new Error(`status ${answer.status}, but the problem says ${problem.status}`);
  return `${answer.status} ${problem.code}`;
}

export async function makeWorkshop(server: TestServer, title = 'Clean water', organisations: readonly string[] = []) {
  const answer = await server.call('POST', '/api/workshops', { body: { title, organisations } });
  return CreateWorkshopResponse.parse(answer.json());
}

export type MadeWorkshop = Awaited<ReturnType<typeof makeWorkshop>>;

/** Joins as a program. @returns its session token and who it is */
export async function join(server: TestServer, made: MadeWorkshop, role: Role, name = 'Ada', organisation = 'Wells') {
  const answer = await server.call('POST', '/api/sessions', {
    body: { token: made.invites[role].token, name, organisation, bearer: true },
  });
  const { sessionToken = '', ...rest } = CreateSessionResponse.parse(answer.json());
  return { token: sessionToken, ...rest };
}

interface JoinOptions {
  readonly name?: string;
  readonly organisation?: string;
  readonly cookie?: string;
  readonly nameInReport?: boolean;
  readonly remote?: boolean;
}

/** Joins as a browser. @returns the value of its cookie and who it is */
export async function joinInBrowser(
  server: TestServer,
  made: MadeWorkshop,
  role: Role,
  { name = 'Ada', organisation = 'Wells', cookie, nameInReport, remote }: JoinOptions = {},
) {
  const answer = await server.call('POST', '/api/sessions', {
    body: { token: made.invites[role].token, name, organisation, nameInReport, remote },
    headers: { origin: server.address },
    ...(cookie !== undefined && { cookie }),
  });
  const value = /^cb_session=([^;]*)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '';
  return { cookie: value, setCookie: answer.headers.get('set-cookie'), ...CreateSessionResponse.parse(answer.json()) };
}

export async function makeBoard(
  server: TestServer,
  made: MadeWorkshop,
  bearer: string,
  template: TemplateId = 'blank',
): Promise<BoardId> {
  const answer = await server.call('POST', `/api/workshops/${made.workshop.id}/boards`, {
    body: { template },
    bearer,
  });
  return CreateBoardResponse.parse(answer.json()).board.id;
}
