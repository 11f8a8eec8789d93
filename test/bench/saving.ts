import { connectClients, schedule } from './clients.ts';
import { type Percentiles, pause, percentiles } from './figures.ts';
import type { Subject } from './subjects.ts';
import { readFrame } from './wire.ts';

const clients = 25;
const editsPerSecond = 10;
const measuredMs = 8_000;

export interface Saving extends Percentiles {
  /** Edits that were acknowledged, of those that were made. */
  readonly saved: number;
}

/** [RELY5] From an edit to the word that it is stored. */
export async function measureSaving(subject: Subject): Promise<Saving> {
  const all = await connectClients(subject, clients);
  const durations: number[] = [];
  let made = 0;
  const jobs = all.map((client, n) => {
    /** Moments at which edits were sent, by their number. */
    const sentMs: number[] = [];
    let saved = 1;
    client.socket.on('message', (frame: Buffer) => {
      const nowMs = performance.now();
      for (const said of readFrame(frame)) {
        if (said.type !== 'ack') continue;
        for (; saved < said.received; saved++) durations.push(nowMs - (sentMs[saved + 1] ?? nowMs));
      }
    });
    const act = () => {
      made++;
      const startMs = performance.now();
      sentMs[client.drag()] = startMs;
    };
    return { act, perSecond: editsPerSecond, phase: n / clients };
  });
  const stop = schedule(jobs);
  await pause(measuredMs);
  stop();
  await pause(1_500);
  for (const { socket } of all) socket.terminate();
  return { ...percentiles(durations), saved: durations.length / made };
}
