import { webcrypto } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import zlib from 'node:zlib';
import { ManualClock } from '../rooms/manual-clock.ts';

/**
 * Time and chance as everything in a schedule sees them: Yjs draws its client ids, y-websocket sets its timers and looks
 * at the clock, versions are packed, and with the same seed all of it comes out the same.
 *
 * To be imported before anything that imports Yjs: lib0 takes `getRandomValues` and `Date.now` as it finds them. Outside
 * of a schedule both are the real ones.
 */

const real = {
  now: Date.now,
  random: Math.random,
  getRandomValues: webcrypto.getRandomValues.bind(webcrypto),
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  setInterval: globalThis.setInterval,
  clearInterval: globalThis.clearInterval,
};

export interface World {
  readonly clock: ManualClock;
  /** The next number of the seed's sequence, 32 bits. */
  draw(): number;
}

let current: World | null = null;

/** Enters a new world. One at a time. */
export function enterWorld(seed: number): World {
  if (current !== null) throw new Error('one world at a time');
  let state = seed >>> 0;
  const draw = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  current = { clock: new ManualClock(), draw };
  return current;
}

/** What was going to happen in it never does. */
export function leaveWorld(): void {
  current = null;
}

/** What stands for a timer. */
class Timer {
  cancel: () => void = () => {};
}

function arm(clock: ManualClock, delayMs: number, call: () => void, isRepeated: boolean): Timer {
  const timer = new Timer();
  const start = () => {
    timer.cancel = clock.after(delayMs, () => {
      if (isRepeated) start();
      call();
    });
  };
  start();
  return timer;
}

type TimerArguments = [call: (...args: unknown[]) => void, delayMs?: number, ...args: unknown[]];

const starting =
  (realStart: (...args: TimerArguments) => unknown, isRepeated: boolean) =>
  (...[call, delayMs, ...args]: TimerArguments): unknown =>
    current === null
      ? realStart(call, delayMs, ...args)
      : arm(current.clock, delayMs ?? 0, () => call(...args), isRepeated);

const stopping =
  (realStop: (timer: never) => void) =>
  (timer: unknown): void => {
    if (timer instanceof Timer) timer.cancel();
    else realStop(timer as never);
  };

Date.now = () => current?.clock.nowMs() ?? real.now();
Math.random = () => (current === null ? real.random() : current.draw() / 2 ** 32);
Object.assign(globalThis, {
  setTimeout: starting(real.setTimeout as never, false),
  setInterval: starting(real.setInterval as never, true),
  clearTimeout: stopping(real.clearTimeout as never),
  clearInterval: stopping(real.clearInterval as never),
});
Object.defineProperty(webcrypto, 'getRandomValues', {
  configurable: true,
  value: (array: Uint32Array<ArrayBuffer>) => {
    // lib0 asks for a few numbers at a time; what fills a pool with bytes would carry chance from one world to the next.
    if (current === null || !(array instanceof Uint32Array)) return real.getRandomValues(array);
    for (let n = 0; n < array.length; n++) array[n] = current.draw();
    return array;
  },
});

/** On a thread of its own it would be over when the machine has a moment for it, and so late in one run and not in the next. */
const atOnce =
  (pack: (bytes: zlib.InputType, options?: zlib.ZlibOptions) => Buffer) =>
  (bytes: zlib.InputType, ...rest: readonly unknown[]): void => {
    const callback = rest.at(-1) as (error: unknown, packed?: Buffer) => void;
    const options = rest.length > 1 ? (rest[0] as zlib.ZlibOptions) : undefined;
    try {
      const packed = pack(bytes, options);
      queueMicrotask(() => callback(null, packed));
    } catch (error) {
      queueMicrotask(() => callback(error));
    }
  };
Object.assign(zlib, { deflate: atOnce(zlib.deflateSync), inflate: atOnce(zlib.inflateSync) });
syncBuiltinESMExports();
