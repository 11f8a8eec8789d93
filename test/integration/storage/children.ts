import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { projectRoot } from '../../support/source-files.ts';

/** A process of its own that runs one of the scripts beside this file and speaks in lines. */
export interface Child {
  readonly process: ChildProcess;
  /** Lines of its output so far; complete once it has ended. */
  readonly lines: readonly string[];
  /** @returns when it has said this line; rejects when it ends without */
  said(line: string): Promise<void>;
  /** @returns the signal that ended it, else its exit code */
  readonly ended: Promise<NodeJS.Signals | number | null>;
}

export function startChild(script: string, args: readonly string[]): Child {
  const path = new URL(script, import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], {
    cwd: projectRoot,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const output = createInterface({ input: child.stdout });
  output.on('line', (line) => lines.push(line));
  const ended = once(child, 'close').then(([code, signal]) => (signal ?? code) as NodeJS.Signals | number | null);
  return {
    process: child,
    lines,
    ended,
    said: (line) =>
      new Promise((resolve, reject) => {
        const look = () => lines.includes(line) && resolve();
        output.on('line', look);
        void ended.then((how) => reject(new Error(`${script} ended (${how}) before it said "${line}"`)));
        look();
      }),
  };
}
