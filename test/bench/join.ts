import { fetchState } from './clients.ts';
import { type Percentiles, pause, percentiles } from './figures.ts';
import { cpuSeconds, type Subject } from './subjects.ts';

const joins = 40;
const stormJoins = 200;
const stormMs = 2_000;

export interface Join {
  readonly cpuMs: number;
  /** From the sent sync step 1 to the whole state. */
  readonly medianMs: number;
  readonly bytes: number;
}

/** One client after the other joins a board that stays open, and takes all of it. */
export async function measureJoin(subject: Subject): Promise<Join> {
  const keeper = await subject.connect();
  await fetchState(keeper);
  const durations: number[] = [];
  let bytes = 0;
  const cpuBefore = cpuSeconds(subject.pid);
  for (let n = 0; n < joins; n++) {
    const socket = await subject.connect();
    const startMs = performance.now();
    bytes = await fetchState(socket);
    durations.push(performance.now() - startMs);
    socket.terminate();
  }
  const cpu = cpuSeconds(subject.pid) - cpuBefore;
  keeper.terminate();
  return { cpuMs: (cpu / joins) * 1_000, medianMs: percentiles(durations).p50Ms, bytes };
}

/** Many clients join within a short time, and all of them stay. Durations are from asking for a socket to the whole state. */
export async function measureJoinStorm(subject: Subject): Promise<Percentiles> {
  const keeper = await subject.connect();
  await fetchState(keeper);
  const joining: Promise<number>[] = [];
  const startMs = performance.now();
  for (let n = 0; n < stormJoins; n++) {
    const dueMs = startMs + (n / stormJoins) * stormMs;
    await pause(Math.max(0, dueMs - performance.now()));
    joining.push(
      (async () => {
        const socket = await subject.connect();
        await fetchState(socket);
        const tookMs = performance.now() - dueMs;
        socket.resume();
        return tookMs;
      })(),
    );
  }
  return percentiles(await Promise.all(joining));
}
