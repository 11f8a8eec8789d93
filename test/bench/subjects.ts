import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pino } from 'pino';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { openSqliteStorage } from '../../server/storage/sqlite/sqlite-storage.ts';
import { recordsOf } from '../../shared/board/document.ts';
import { Subprotocol } from '../../shared/protocol/messages.ts';
import { formatRoomName } from '../../shared/protocol/room-name.ts';
import { createBoard, createWorkshop, joinAsProgram } from '../support/api.ts';
import { noteGroups } from '../support/notes.ts';
import { startProductionServer } from '../support/production-server.ts';
import { createTempFolder } from '../support/temp-folder.ts';

/** A server under test, with one board already on it. */
export interface Subject {
  readonly name: string;
  readonly pid: number;
  /** Opens one more connection. */
  connect(): Promise<WebSocket>;
  stop(): Promise<void>;
}

export interface Commonboard extends Subject {
  /** Ends the server in peace and starts it again on the same data. */
  restart(): Promise<void>;
}

const clockTicksPerSecond = 100;
/** People of the workshop; each has as many pages open as there are connections to share. */
const people = 25;
const appendedAtOnce = 2_000;

/** @returns user and system time of a process in seconds so far, all of its threads; NaN where there is no /proc */
export function cpuSeconds(pid: number): number {
  if (!existsSync(`/proc/${pid}/stat`)) return Number.NaN;
  // Behind the program's name, which may hold anything, fields 14 and 15 of proc(5) are the 12th and 13th.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / clockTicksPerSecond;
}

/** @returns resident memory of a process in bytes; NaN where there is no /proc */
export function residentBytes(pid: number): number {
  if (!existsSync(`/proc/${pid}/status`)) return Number.NaN;
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1_024;
}

/** @returns the state of a board of notes, and the updates that make it */
export function makeBoard(records: number): { readonly state: Uint8Array; readonly updates: readonly Uint8Array[] } {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let n = 0; n < records; n++) recordsOf(doc).set(`shape:bench-${n}`, createNote(`shape:bench-${n}`, n));
  return { state: Y.encodeStateAsUpdate(doc), updates };
}

/** A note in a grid, as the canvas would write it. */
export function createNote(id: string, n: number) {
  const groups = noteGroups(id, `Cause number ${n}, as a partner wrote it`);
  groups.set('at', [(n % 100) * 220, Math.floor(n / 100) * 220, 0, 'page:page']);
  return groups;
}

async function opened(url: string, protocols: readonly string[]): Promise<WebSocket> {
  const socket = new WebSocket(url, [...protocols], { perMessageDeflate: false });
  await once(socket, 'open');
  return socket;
}

export async function startEcho(state: Uint8Array): Promise<Subject> {
  const folder = createTempFolder();
  const file = join(folder.path, 'state');
  writeFileSync(file, state);
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'echo-server.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return {
    name: 'bare ws echo',
    pid: child.pid ?? 0,
    connect: () => opened(`ws://127.0.0.1:${port}/`, []),
    stop: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
      folder.remove();
    },
  };
}

/** @param updates what is in the board's log when the server opens it for the first time */
export async function startCommonboard(updates: readonly Uint8Array[]): Promise<Commonboard> {
  const server = await startProductionServer();
  const { workshop, invites } = await createWorkshop(server.address);
  const facilitator = await joinAsProgram(server.address, invites.facilitator.token);
  const boardId = await createBoard(facilitator, workshop.id);
  const room = formatRoomName({ layer: 'shared', boardId });
  const tokens: string[] = [];
  for (let n = 0; n < people; n++) {
    tokens.push((await joinAsProgram(server.address, invites.participant.token)).token);
  }
  if (updates.length > 0) {
    await server.kill('SIGTERM');
    await fill(server.dataDir, room, updates);
    await server.restart();
  }
  const url = `${server.address.replace(/^http/, 'ws')}/sync/${room}`;
  let connections = 0;
  return {
    name: 'Commonboard',
    get pid() {
      return server.pid;
    },
    connect: () => {
      const token = tokens[connections++ % people];
      return opened(url, [Subprotocol.v1, Subprotocol.live, `${Subprotocol.bearerPrefix}${token}`]);
    },
    restart: () => server.restart(),
    stop: () => server.stop(),
  };
}

async function fill(
  dataDir: string,
  room: ReturnType<typeof formatRoomName>,
  updates: readonly Uint8Array[],
): Promise<void> {
  const storage = await openSqliteStorage({ dataDir, log: pino({ level: 'silent' }) });
  for (let from = 0; from < updates.length; from += appendedAtOnce)
    await storage.log.append(room, updates.slice(from, from + appendedAtOnce));
  await storage.close();
}
