import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { recordsOf } from '../../shared/board/document.ts';
import { cpuSeconds, createNote, type Subject } from './subjects.ts';
import { encodeAwareness, encodeSyncStep1, encodeSyncStep2, encodeUpdate, readFrame } from './wire.ts';

const load = { cursorsPerSecond: 20, dragsPerSecond: 30, draggingShare: 0.2 } as const;
const warmUpMs = 1_000;
const measuredMs = 8_000;
const stepMs = 4;
/** Clients whose frames are read; the others only receive, so that the load leaves the processor to the server. */
const observers = 2;

export interface FanOut {
  readonly clients: number;
  /** Server processor seconds per million logical deliveries: messages sent × (clients − 1). */
  readonly cpuPerMillion: number;
  readonly drag: Percentiles;
  readonly cursor: Percentiles;
  /** Drags that an observer got, of those that it had to get; less than 1 means lost or late ones. */
  readonly arrived: number;
}

export interface Percentiles {
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** A client that moves its cursor and, if it is one of those, drags a shape. */
interface Client {
  readonly socket: WebSocket;
  readonly clientId: number;
  moveCursor(): void;
  drag(): void;
}

export async function measureFanOut(subject: Subject, clients: number): Promise<FanOut> {
  const all: Client[] = [];
  for (let n = 0; n < clients; n++) all.push(createClient(await subject.connect(), n));
  const dragging = all.slice(0, Math.max(1, Math.round(clients * load.draggingShare)));
  for (const client of dragging) client.drag();

  const heard = { drag: [] as number[], cursor: [] as number[] };
  /** Only what is sent from then on counts. */
  let fromMs: number | null = null;
  for (const { socket, clientId } of all.slice(-observers)) {
    socket.on('message', (frame: Buffer) => {
      if (fromMs === null) return;
      const nowMs = performance.now();
      for (const said of readFrame(frame)) {
        const counts = said.type !== 'state' && said.clientId !== clientId && said.sentMs >= fromMs;
        if (counts) heard[said.type].push(nowMs - said.sentMs);
      }
    });
  }

  const sent = { drag: 0, cursor: 0 };
  const stop = schedule(all, dragging, (kind) => {
    if (fromMs !== null) sent[kind]++;
  });
  await pause(warmUpMs);
  fromMs = performance.now();
  const cpuBefore = cpuSeconds(subject.pid);
  await pause(measuredMs);
  const cpu = cpuSeconds(subject.pid) - cpuBefore;
  stop();
  // What is under way when the sending stops still counts as arrived.
  await pause(warmUpMs);
  for (const { socket } of all) socket.terminate();
  const deliveries = (sent.drag + sent.cursor) * (clients - 1);
  return {
    clients,
    cpuPerMillion: (cpu / deliveries) * 1_000_000,
    drag: percentiles(heard.drag),
    cursor: percentiles(heard.cursor),
    arrived: heard.drag.length / (sent.drag * observers),
  };
}

function createClient(socket: WebSocket, n: number): Client {
  const doc = new Y.Doc();
  let clock = 0;
  socket.send(encodeSyncStep1());
  socket.send(encodeSyncStep2(Y.encodeStateAsUpdate(doc)));
  const id = `shape:bench-drag-${n}`;
  doc.on('update', (update: Uint8Array) => socket.send(encodeUpdate(update)));
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
      records.get(id)?.set('at', [performance.now(), n, 0]);
    },
  };
}

/** Sends at fixed rates, each client at its own moment of the period. @returns how to stop */
function schedule(
  all: readonly Client[],
  dragging: readonly Client[],
  onSent: (kind: 'cursor' | 'drag') => void,
): () => void {
  const startMs = performance.now();
  const jobs = [
    ...all.map((client, n) => ({
      kind: 'cursor' as const,
      act: client.moveCursor,
      periodMs: 1_000 / load.cursorsPerSecond,
      at: n / all.length,
    })),
    ...dragging.map((client, n) => ({
      kind: 'drag' as const,
      act: client.drag,
      periodMs: 1_000 / load.dragsPerSecond,
      at: n / dragging.length,
    })),
  ].map((job) => ({ ...job, nextMs: startMs + job.at * job.periodMs }));
  const timer = setInterval(() => {
    const nowMs = performance.now();
    for (const job of jobs) {
      if (job.nextMs > nowMs) continue;
      job.act();
      onSent(job.kind);
      job.nextMs = Math.max(job.nextMs + job.periodMs, nowMs - job.periodMs);
    }
  }, stepMs);
  return () => clearInterval(timer);
}

function percentiles(values: readonly number[]): Percentiles {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50Ms: at(0.5), p99Ms: at(0.99) };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
