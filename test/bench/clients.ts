import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { recordsOf } from '../../shared/board/document.ts';
import { MessageType, SyncType } from '../../shared/protocol/messages.ts';
import { createNote, type Subject } from './subjects.ts';
import { encodeAwareness, encodeSyncStep1, encodeSyncStep2, encodeUpdate } from './wire.ts';

/** A client that moves its cursor and drags a shape of its own. */
export interface Client {
  readonly socket: WebSocket;
  readonly clientId: number;
  moveCursor(): void;
  /** Moves its shape; makes it first. @returns how many updates it has sent so far */
  drag(): number;
}

export async function connectClients(subject: Subject, count: number): Promise<readonly Client[]> {
  const clients: Client[] = [];
  for (let n = 0; n < count; n++) clients.push(createClient(await subject.connect(), n));
  return clients;
}

function createClient(socket: WebSocket, n: number): Client {
  const doc = new Y.Doc();
  let clock = 0;
  // The answer to the server's question counts as the first.
  let sent = 1;
  socket.send(encodeSyncStep1());
  socket.send(encodeSyncStep2(Y.encodeStateAsUpdate(doc)));
  const id = `shape:bench-drag-${doc.clientID}`;
  doc.on('update', (update: Uint8Array) => {
    sent++;
    socket.send(encodeUpdate(update));
  });
  return {
    socket,
    clientId: doc.clientID,
    moveCursor: () => {
      clock++;
      socket.send(encodeAwareness(doc.clientID, clock, { cursor: [clock % 1_000, n], sentMs: performance.now() }));
    },
    // The shape is made by this client and dragged by nobody else, so its own document is all it needs to know.
    drag: () => {
      const records = recordsOf(doc);
      if (!records.has(id)) records.set(id, createNote(id, n));
      else records.get(id)?.set('at', [performance.now(), n, 0, 'page:page']);
      return sent;
    },
  };
}

export interface Job {
  readonly act: () => void;
  readonly perSecond: number;
  /** Share of the period at which it first acts. */
  readonly phase: number;
}

const stepMs = 4;

/** Does things at fixed rates, each at its own moment of the period. @returns how to stop */
export function schedule(jobs: readonly Job[]): () => void {
  const startMs = performance.now();
  const due = jobs.map(({ act, perSecond, phase }) => {
    const periodMs = 1_000 / perSecond;
    return { act, periodMs, nextMs: startMs + phase * periodMs };
  });
  const timer = setInterval(() => {
    const nowMs = performance.now();
    for (const job of due) {
      if (job.nextMs > nowMs) continue;
      job.act();
      job.nextMs = Math.max(job.nextMs + job.periodMs, nowMs - job.periodMs);
    }
  }, stepMs);
  return () => clearInterval(timer);
}

/** Asks for the whole board. @returns its size on the wire, once all of it is here */
export function fetchState(socket: WebSocket): Promise<number> {
  return new Promise((resolve, reject) => {
    let bytes = 0;
    const onClose = (code: number) => reject(new Error(`closed with ${code}`));
    const onMessage = (frame: Buffer) => {
      bytes += frame.length;
      if (frame[0] !== MessageType.sync || frame[1] !== SyncType.step2) return;
      socket.off('close', onClose);
      socket.off('message', onMessage);
      resolve(bytes);
    };
    socket.on('close', onClose);
    socket.on('message', onMessage);
    socket.send(encodeSyncStep1());
  });
}
