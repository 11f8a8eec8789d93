import { type Client, connectClients, schedule } from './clients.ts';
import { type Percentiles, pause, percentiles } from './figures.ts';
import { cpuSeconds, type Subject } from './subjects.ts';
import { readFrame } from './wire.ts';

const load = { cursorsPerSecond: 20, dragsPerSecond: 30, draggingShare: 0.2 } as const;
const warmUpMs = 10_000;
const measuredMs = 8_000;
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

export async function measureFanOut(subject: Subject, clients: number): Promise<FanOut> {
  const all = await connectClients(subject, clients);
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
        if (said.type !== 'drag' && said.type !== 'cursor') continue;
        if (said.clientId !== clientId && said.sentMs >= fromMs) heard[said.type].push(nowMs - said.sentMs);
      }
    });
  }

  const sent = { drag: 0, cursor: 0 };
  const count = (kind: 'drag' | 'cursor', act: () => void) => () => {
    act();
    if (fromMs !== null) sent[kind]++;
  };
  const phaseOf = (group: readonly Client[]) => (_: Client, n: number) => n / group.length;
  const stop = schedule([
    ...all.map((client, n) => ({
      ...{ act: count('cursor', client.moveCursor), perSecond: load.cursorsPerSecond, phase: phaseOf(all)(client, n) },
    })),
    ...dragging.map((client, n) => ({
      ...{ act: count('drag', client.drag), perSecond: load.dragsPerSecond, phase: phaseOf(dragging)(client, n) },
    })),
  ]);
  await pause(warmUpMs);
  fromMs = performance.now();
  const cpuBefore = cpuSeconds(subject.pid);
  await pause(measuredMs);
  const cpu = cpuSeconds(subject.pid) - cpuBefore;
  stop();
  // What is under way when the sending stops still counts as arrived.
  await pause(1_000);
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
