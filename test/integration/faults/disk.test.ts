import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { databaseFile } from '../../../server/storage/sqlite/open.ts';
import { openSqliteStorage } from '../../../server/storage/sqlite/sqlite-storage.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { emptyBoard, noteGroups } from '../../support/notes.ts';
import { projectRoot } from '../../support/source-files.ts';
import { createTempFolder } from '../../support/temp-folder.ts';
import { join as joinWorkshop, makeBoard, makeWorkshop, type TestServer } from '../http/server.ts';
import { Program } from '../rooms/program.ts';
import { startSyncServer } from '../rooms/server.ts';
import { startChild } from '../storage/children.ts';
import { silentLog } from '../storage/subjects.ts';

/** Each starts processes. */
vi.setConfig({ testTimeout: 60_000 });

/** Fills half of a small disk, starts the server on it, and frees that half when told to. */
const onSmallDisk = `
  mount -t tmpfs -o size=8m tmpfs "$1" || exit 9
  head -c 4000000 /dev/zero > "$1/ballast"
  DATA_DIR="$1/data" node "$2" &
  echo "pid $!"
  read -r word && rm "$1/ballast" && echo freed
  wait
`;

const canMount = (): boolean =>
  spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs tmpfs /mnt'], { stdio: 'ignore' }).status === 0;

async function startOnSmallDisk() {
  const folder = createTempFolder();
  const entry = join(projectRoot, 'dist', 'server', 'main.js');
  const child = spawn('unshare', ['-rm', 'sh', '-c', onSmallDisk, 'sh', folder.path, entry], {
    env: { PATH: process.env.PATH, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const lines: string[] = [];
  const output = createInterface({ input: child.stdout });
  output.on('line', (line) => lines.push(line));
  const said = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = lines.map((line) => pattern.exec(line)?.[1]).find((word) => word !== undefined);
        if (found !== undefined) resolve(found);
      };
      output.on('line', look);
      void ended.then(() => reject(new Error(`ended before it said ${pattern}`)));
      look();
    });
  const pid = Number(await said(/^pid (\d+)$/));
  onTestFinished(async () => {
    process.kill(pid, 'SIGTERM');
    child.stdin.end('\n');
    await ended;
    folder.remove();
  });
  const address = `http://127.0.0.1:${await said(/^Commonboard is ready at .*:(\d+)\)?$/)}`;
  return {
    address,
    free: async () => {
      child.stdin.write('free\n');
      await said(/^(freed)$/);
    },
  };
}

/** As much of a test server as the helpers for workshops use. */
const caller = (address: string) =>
  ({
    call: async (method: string, path: string, { body, bearer }: { body?: unknown; bearer?: string } = {}) => {
      const response = await fetch(`${address}${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...(bearer && { authorization: `Bearer ${bearer}` }) },
        body: JSON.stringify(body),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) as unknown };
    },
  }) as TestServer;

describe('a disk', () => {
  it.skipIf(!process.env.CI && !canMount())(
    '[RELY6] that is full: nothing is acknowledged, the page is told, reading works, and with space all goes on without a restart',
    async () => {
      const server = await startOnSmallDisk();
      const api = caller(server.address);
      const made = await makeWorkshop(api);
      const { token } = await joinWorkshop(api, made, 'facilitator');
      // Letting somebody in has to be stored: the reader has been in before.
      const { token: other } = await joinWorkshop(api, made, 'participant', 'Rea');
      const room = formatRoomName({ layer: 'shared', boardId: await makeBoard(api, made, token) });
      const program = await new Program({ address: server.address, room, token }).synced();
      const isTold = () => program.all('notice').some(({ code }) => code === 'not-stored');
      let written = 0;
      while (!isTold() && written < 1_000) {
        const id = `shape:${written}`;
        written += 1;
        recordsOf(program.doc).set(id, noteGroups(id, String(written).repeat(4_000)));
        await program.until('an answer', () => program.acks >= written || isTold());
      }
      expect(isTold()).toBe(true);
      expect(program.acks).toBeLessThan(written);
      const saved = program.acks;

      const reader = await new Program({ address: server.address, room, token: other }).synced();
      expect(reader.recordIds).toEqual(expect.arrayContaining([`shape:${saved - 1}`]));
      expect(reader.recordIds).not.toContain(`shape:${written - 1}`);
      expect(program.acks).toBe(saved);

      await server.free();
      await program.acknowledged(written);
      expect(program.all('notice').at(-1)?.code).toBe('stored-again');
      await reader.until('the last note', () => reader.recordIds.includes(`shape:${written - 1}`));
    },
  );

  it('[RELY7] that somebody locks for a while: the server answers everybody meanwhile, and nothing is lost', async () => {
    using folder = createTempFolder();
    const storage = await openSqliteStorage({ dataDir: folder.path, log: silentLog });
    const server = await startSyncServer({ storage });
    const room = await server.createBoard(emptyBoard());
    const [{ token }, { token: other }] = [await server.join(), await server.join()];
    const program = await new Program({ address: server.address, room, token }).synced();
    const watcher = await new Program({ address: server.address, room, token: other }).synced();
    const holder = startChild('./child-lock-holder.ts', [databaseFile(folder.path)]);
    await holder.said('locked');
    for (let n = 0; n < 50; n++) program.create(`shape:${n}`);
    // Answered by the thread that would wait for the disk if anything on it did.
    for (let n = 0; n < 50; n++) expect((await fetch(server.address)).status).toBe(200);
    expect(program.acks).toBe(0);
    expect(watcher.recordIds).not.toContain('shape:0');
    holder.process.stdin?.end();
    await program.acknowledged(50);
    await watcher.until('all notes', () => watcher.recordIds.includes('shape:49'));
    expect(await server.storedIds(room)).toEqual(watcher.recordIds);
  });
});
