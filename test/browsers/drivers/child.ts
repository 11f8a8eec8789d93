import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const readyMaxMs = 30_000;
const endMaxMs = 5_000;

/** A program that was started for a test and ends with it. */
export interface Child {
  readonly pid: number;
  /** @returns the first group of the first line that matches, of all of its output @throws when none comes */
  says(line: RegExp): Promise<string>;
  end(): Promise<void>;
}

const alive = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/** @param env instead of this shell's, PATH aside. Output is read from both usual streams and from a third, number 3. */
export function startChild(program: string, args: readonly string[], env: Readonly<Record<string, string>>): Child {
  const child = spawn(program, args, {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  const seen: string[] = [];
  const listeners = new Set<(line: string) => void>();
  for (const stream of child.stdio.slice(1) as Readable[]) {
    createInterface({ input: stream }).on('line', (line) => {
      seen.push(line);
      for (const listener of listeners) listener(line);
    });
  }
  const gone = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => resolve(`ended with ${code}`));
  });
  return {
    pid: child.pid ?? 0,
    says: (wanted) =>
      new Promise((resolve, reject) => {
        const fail = (why: string) => reject(new Error(`${program}: ${why}\n${seen.join('\n')}`));
        const timer = setTimeout(() => fail(`never said ${wanted}`), readyMaxMs);
        const look = (line: string) => {
          const found = wanted.exec(line)?.[1];
          if (found === undefined) return;
          clearTimeout(timer);
          listeners.delete(look);
          resolve(found);
        };
        listeners.add(look);
        for (const line of seen) look(line);
        void gone.then(fail);
      }),
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), endMaxMs);
      await exited;
      clearTimeout(timer);
    },
  };
}
