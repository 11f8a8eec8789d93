import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { type Groups, recordsOf } from '../../shared/board/document.ts';
import { type AnyRecord, createGroups, splitRecord } from '../../shared/board/groups.ts';
import { Subprotocol } from '../../shared/protocol/messages.ts';
import { formatRoomName } from '../../shared/protocol/room-name.ts';
import { createBoard, createWorkshop, joinAsProgram } from '../support/api.ts';
import { startProductionServer } from '../support/production-server.ts';
import { connectStock } from '../support/stock-client.ts';
import { createTempFolder } from '../support/temp-folder.ts';
import { documentShows } from '../support/wait.ts';

/** A server under test, with one board already on it. */
export interface Subject {
  readonly name: string;
  readonly pid: number;
  /** Opens one more connection, each with a session of its own. */
  connect(): Promise<WebSocket>;
  stop(): Promise<void>;
}

const clockTicksPerSecond = 100;

/** @returns user and system time of a process in seconds so far, all of its threads; NaN where there is no /proc */
export function cpuSeconds(pid: number): number {
  if (!existsSync(`/proc/${pid}/stat`)) return Number.NaN;
  // Behind the program's name, which may hold anything, fields 14 and 15 of proc(5) are the 12th and 13th.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / clockTicksPerSecond;
}

/** @returns the state of a board of notes beside each other, and the updates that make it, of a size the wire allows */
export function makeBoard(records: number): { readonly state: Uint8Array; readonly updates: readonly Uint8Array[] } {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const perUpdate = 500;
  for (let first = 0; first < records; first += perUpdate) {
    doc.transact(() => {
      for (let n = first; n < Math.min(first + perUpdate, records); n++) {
        recordsOf(doc).set(`shape:bench-${n}`, createNote(`shape:bench-${n}`, n));
      }
    });
  }
  return { state: Y.encodeStateAsUpdate(doc), updates };
}

/** A note in a grid, as the canvas would write it. */
export function createNote(id: string, n: number): Groups {
  const record = {
    id,
    typeName: 'shape',
    type: 'note',
    parentId: 'page:page',
    index: `a${n.toString(36).padStart(6, '0')}V`,
    x: (n % 100) * 220,
    y: Math.floor(n / 100) * 220,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    props: {
      color: 'yellow',
      labelColor: 'black',
      size: 'm',
      font: 'sans',
      align: 'middle',
      verticalAlign: 'middle',
      growY: 0,
      fontSizeAdjustment: 0,
      url: '',
      scale: 1,
      richText: {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: `Cause number ${n}, as a partner wrote it` }] }],
      },
    },
  } as unknown as AnyRecord;
  return createGroups(splitRecord(record));
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

export async function startCommonboard(updates: readonly Uint8Array[]): Promise<Subject> {
  const server = await startProductionServer();
  const { workshop, invites } = await createWorkshop(server.address);
  const facilitator = await joinAsProgram(server.address, invites.facilitator.token);
  const boardId = await createBoard(facilitator, workshop.id);
  const room = formatRoomName({ layer: 'shared', boardId });
  await fill(server.address, room, facilitator.token, updates);
  const url = `${server.address.replace(/^http/, 'ws')}/sync/${room}`;
  return {
    name: 'Commonboard',
    pid: server.pid,
    connect: async () => {
      const { token } = await joinAsProgram(server.address, invites.participant.token);
      return opened(url, [Subprotocol.v1, `${Subprotocol.bearerPrefix}${token}`]);
    },
    stop: () => server.stop(),
  };
}

/** Writes a board as a client does, and waits until another client sees all of it. */
async function fill(
  address: string,
  room: ReturnType<typeof formatRoomName>,
  token: string,
  updates: readonly Uint8Array[],
): Promise<void> {
  if (updates.length === 0) return;
  const writer = connectStock({ address, room, token });
  const reader = connectStock({ address, room, token });
  await Promise.all([writer.synced(), reader.synced()]);
  for (const update of updates) Y.applyUpdate(writer.doc, update);
  const wanted = recordsOf(writer.doc).size;
  await documentShows(reader.doc, 'the filled board', () => recordsOf(reader.doc).size >= wanted);
  writer.destroy();
  reader.destroy();
}
