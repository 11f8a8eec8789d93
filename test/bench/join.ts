import type { WebSocket } from 'ws';
import { cpuSeconds, type Subject } from './subjects.ts';
import { encodeSyncStep1, readFrame } from './wire.ts';

const joins = 40;

export interface Join {
  readonly cpuMs: number;
  /** From the sent sync step 1 to the whole state; the median. */
  readonly medianMs: number;
  readonly bytes: number;
}

/** One client after the other joins a board that stays open, and takes all of it. */
export async function measureJoin(subject: Subject): Promise<Join> {
  const keeper = await subject.connect();
  await fetchState(keeper);
  const durations: number[] = [];
  let cpu = 0;
  let bytes = 0;
  for (let n = 0; n < joins; n++) {
    const socket = await subject.connect();
    const cpuBefore = cpuSeconds(subject.pid);
    const startMs = performance.now();
    bytes = await fetchState(socket);
    durations.push(performance.now() - startMs);
    cpu += cpuSeconds(subject.pid) - cpuBefore;
    socket.terminate();
  }
  keeper.terminate();
  durations.sort((a, b) => a - b);
  return { cpuMs: (cpu / joins) * 1_000, medianMs: durations[Math.floor(joins / 2)] ?? Number.NaN, bytes };
}

/** @returns the size of the state */
function fetchState(socket: WebSocket): Promise<number> {
  return new Promise((resolve, reject) => {
    socket.once('close', (code: number) => reject(new Error(`closed with ${code}`)));
    socket.on('message', (frame: Buffer) => {
      const state = readFrame(frame).find((said) => said.type === 'state');
      if (state?.type === 'state') resolve(state.bytes);
    });
    socket.send(encodeSyncStep1());
  });
}
