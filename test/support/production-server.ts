import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createTempFolder } from './temp-folder.ts';

const entry = join(import.meta.dirname, '..', '..', 'dist', 'server', 'main.js');
const startMaxMs = 60_000;

/** The built server in a process of its own, with a data folder of its own. */
export interface ProductionServer {
  /** `http://127.0.0.1:<port>`; the same after a restart. */
  readonly address: string;
  readonly dataDir: string;
  readonly pid: number;
  /** Everything it printed, both streams, over all its lives. */
  output(): string;
  /** Ends the process and waits for that; the data stays. @returns its exit code, null when the signal ended it */
  kill(signal: NodeJS.Signals): Promise<number | null>;
  /** Starts again on the same data and port. */
  restart(): Promise<void>;
  /** Ends it in peace and removes the data. */
  stop(): Promise<void>;
}

export interface ProductionServerOptions {
  readonly env?: Readonly<Record<string, string>>;
}

interface Running {
  readonly child: ChildProcess;
  readonly address: string;
}

const alive = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

export async function startProductionServer({ env = {} }: ProductionServerOptions = {}): Promise<ProductionServer> {
  if (!existsSync(entry)) throw new Error('dist/server/main.js is missing: run `node deploy/setup.mjs`');
  const folder = createTempFolder();
  let output = '';
  let running: Running | null = null;
  const launch = async (port: string) => {
    running = await start(
      { HOST: '127.0.0.1', LOG_LEVEL: 'warn', ...env, PORT: port, DATA_DIR: folder.path },
      (line) => {
        output += `${line}\n`;
      },
    );
    return running.address;
  };
  const endWith = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (running === null) return null;
    const { child } = running;
    running = null;
    return end(child, signal);
  };
  const address = await launch('0');
  return {
    address,
    dataDir: folder.path,
    get pid() {
      return running?.child.pid ?? 0;
    },
    output: () => output,
    kill: endWith,
    restart: async () => {
      await endWith('SIGTERM');
      await launch(new URL(address).port);
    },
    stop: async () => {
      await endWith('SIGTERM');
      folder.remove();
    },
  };
}

async function start(env: Readonly<Record<string, string>>, onLine: (line: string) => void): Promise<Running> {
  const child = spawn(process.execPath, ['--enable-source-maps', entry], {
    // Nothing of this shell's: a variable set for one's own server must not change a test.
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  const seen: string[] = [];
  const address = await new Promise<string>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`the server ${why}:\n${seen.join('\n')}`));
    const timer = setTimeout(() => fail('did not say its address'), startMaxMs);
    child.once('error', reject);
    // `close` comes behind the last line of both streams.
    child.once('close', (code) => fail(`ended with ${code}`));
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        seen.push(line);
        onLine(line);
        const port = /^Commonboard is ready at .*:(\d+)\)?$/.exec(line)?.[1];
        if (port === undefined) return;
        clearTimeout(timer);
        resolve(`http://127.0.0.1:${port}`);
      });
    }
  }).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  return { child, address };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exited = once(child, 'exit');
  child.kill(signal);
  const [code] = (await exited) as [number | null];
  return code;
}
