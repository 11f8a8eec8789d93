import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { createBoard, createWorkshop, joinAsProgram } from '../../support/api.ts';
import { createTempFolder } from '../../support/temp-folder.ts';
import { connectWriter } from './writer.ts';

const entry = join(import.meta.dirname, '..', '..', '..', 'dist', 'server', 'main.js');

function launch(env: Readonly<Record<string, string>>, args: readonly string[] = []) {
  if (!existsSync(entry)) throw new Error('dist/server/main.js is missing: run `node deploy/setup.mjs`');
  const folder = createTempFolder();
  const child = spawn(process.execPath, [entry, ...args], {
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', DATA_DIR: folder.path, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
    folder.remove();
  });
  return { child, dataDir: folder.path };
}

/** Waits for the end of a server that is not to start. */
async function outcomeOf(child: ChildProcess & { stdout: object; stderr: object }) {
  const ended = once(child, 'exit');
  const [output, complaint, [code]] = await Promise.all([
    text(child.stdout as AsyncIterable<Uint8Array>),
    text(child.stderr as AsyncIterable<Uint8Array>),
    ended,
  ]);
  return { output, complaint, code };
}

const refused = (env: Readonly<Record<string, string>>, args?: readonly string[]) => outcomeOf(launch(env, args).child);

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('no standard output');
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const address = /^Commonboard is ready at (http:\/\/localhost:\d+)$/.exec(line)?.[1];
  if (!address) throw new Error(`said ${line}`);
  return address.replace('localhost', '127.0.0.1');
}

describe('the built server', () => {
  it('[CFG6] says one line with an address that answers, and nothing else', async () => {
    const { child } = launch({});
    const complaint = text(child.stderr);
    const lines: string[] = [];
    const output = createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
    await once(output, 'line');
    const address = /^Commonboard is ready at http:\/\/localhost(:\d+)$/.exec(lines[0] ?? '')?.[1];
    expect(await fetch(`http://127.0.0.1${address}/readyz`)).toMatchObject({ status: 200 });
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect(lines).toHaveLength(1);
    expect(await complaint).toBe('');
  });

  it('[CFG6] --help explains the variables', async () => {
    const { output, complaint, code } = await outcomeOf(launch({}, ['--help']).child);
    expect(output).toContain('TRUST_PROXY (default 0)');
    expect([complaint, code]).toEqual(['', 0]);
  });

  it('[CFG7] a taken port, a bad data folder, wrong variables and arguments end with clear words', {
    timeout: 90_000,
  }, async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    onTestFinished(() => void taken.close());
    const taking = taken.address();
    const port = typeof taking === 'object' && taking ? String(taking.port) : '';
    const folder = createTempFolder();
    onTestFinished(() => folder.remove());
    const file = join(folder.path, 'file');
    writeFileSync(file, '');
    const failures = [
      [refused({ PORT: port }), `Port ${port} is in use by another program. Stop it, or set PORT to another one.\n`],
      [
        refused({ DATA_DIR: join(file, 'data') }),
        /^The data folder .*file\/data cannot be written \(ENOTDIR\)\. Set DATA_DIR .*\.\n$/,
      ],
      [refused({ PORT: 'x', LOG_LEVEL: 'y' }), /^PORT has to be a whole number\.\nLOG_LEVEL has to be one of .*\.\n$/],
      [refused({ HOST: '203.0.113.1' }), /^This computer has no address 203\.0\.113\.1\. .*\.\n$/],
      [refused({}, ['--prot=3000']), 'Unknown argument: --prot=3000. Try --help.\n'],
    ] as const;
    for (const [outcome, words] of failures) {
      const { output, complaint, code } = await outcome;
      if (typeof words === 'string') expect(complaint).toBe(words);
      else expect(complaint).toMatch(words);
      expect([output, code]).toEqual(['', 1]);
    }
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('[CFG8] %s closes everything', async (signal) => {
    const { child } = launch({});
    const exited = once(child, 'exit');
    const address = await addressOf(child);
    const { workshop, invites } = await createWorkshop(address);
    const facilitator = await joinAsProgram(address, invites.facilitator.token);
    const room = formatRoomName({ layer: 'shared', boardId: await createBoard(facilitator, workshop.id) });
    const writer = connectWriter({ address, room, token: facilitator.token });
    await writer.synced;
    writer.write('shape:last');
    child.kill(signal);
    expect(await writer.closed).toBe(CloseCode.restart);
    expect(await exited).toEqual([0, null]);
  });
});
