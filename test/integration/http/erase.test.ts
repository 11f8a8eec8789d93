import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import { openSqliteStorage } from '../../../server/storage/sqlite/sqlite-storage.ts';
import { createTempFolder } from '../../support/temp-folder.ts';
import { silentLog } from '../storage/subjects.ts';
import { join as enter, makeBoard, makeWorkshop, startServer } from './server.ts';

const entry = join(import.meta.dirname, '..', '..', '..', 'dist', 'server', 'erase.js');

/** What the built command says and how it ends. @param typed on its input, with a line's end behind it */
async function erase(dataDir: string, args: readonly string[], typed?: string) {
  if (!existsSync(entry)) throw new Error('dist/server/erase.js is missing: run `node deploy/setup.mjs`');
  const child = spawn(process.execPath, [entry, ...args], {
    env: { PATH: process.env.PATH, DATA_DIR: dataDir },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.stdin.on('error', () => {});
  child.stdin.end(typed === undefined ? '' : `${typed}\n`);
  const [output, complaint, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { output, complaint, code };
}

/** Workshops as a server left them. */
async function folderWith(...titles: readonly string[]) {
  const folder = createTempFolder();
  onTestFinished(() => folder.remove());
  const storage = await openSqliteStorage({ dataDir: folder.path, log: silentLog });
  const server = await startServer({ storage });
  const ids: string[] = [];
  for (const title of titles) {
    const made = await makeWorkshop(server, title);
    const { token } = await enter(server, made, 'facilitator', 'Fay', 'Wells');
    await makeBoard(server, made, token);
    ids.push(made.workshop.id);
  }
  return { dataDir: folder.path, ids, server };
}

const isIn = (dataDir: string, words: string): boolean =>
  readdirSync(dataDir).some((name) => readFileSync(join(dataDir, name)).includes(words));

it('[ERA1] the command says what goes and erases it once its title is typed, or where that is taken for given', {
  timeout: 60_000,
}, async () => {
  const { dataDir, ids, server } = await folderWith('Clean water', 'Full Plates', 'Dry Feet');
  await server.close();
  for (const typed of [undefined, '', 'full plate', 'yes']) {
    const { output, complaint, code } = await erase(dataDir, ['Full Plates'], typed);
    expect(output).toContain(`Full Plates\n  ${ids[1]}, made on `);
    expect(output).toContain('boards 1, people 0, pictures 0, versions 0, comments 0');
    expect({ complaint, code }, String(typed)).toEqual({ complaint: 'Nothing was erased.\n', code: 1 });
  }
  expect(isIn(dataDir, 'Full Plates')).toBe(true);
  const typed = await erase(dataDir, ['full plates'], 'Full Plates');
  expect([typed.code, typed.complaint]).toEqual([0, '']);
  expect(typed.output).toContain('Erased: nothing of it is left in');
  const sure = await erase(dataDir, ['--yes', ids[0] ?? '']);
  expect([sure.code, sure.output.includes('Type the title')]).toEqual([0, false]);
  expect(['Clean water', 'Full Plates', 'Dry Feet'].map((title) => isIn(dataDir, title))).toEqual([false, false, true]);
});

it('[ERA2] while a server runs nothing is erased, and the command says to stop it', { timeout: 60_000 }, async () => {
  const { dataDir, server } = await folderWith('Clean water');
  const { output, complaint, code } = await erase(dataDir, ['Clean water', '--yes']);
  expect([output, code]).toEqual(['', 1]);
  expect(complaint).toBe(
    `A server is running with the data folder ${dataDir}, and holds its boards in memory. Nothing was erased: stop it, erase, and start it again.\n`,
  );
  await server.close();
  expect((await erase(dataDir, ['Clean water', '--yes'])).code).toBe(0);
});

it('[ERA3] what cannot be meant is told in a sentence, and nothing is made or erased', {
  timeout: 60_000,
}, async () => {
  const { dataDir, ids, server } = await folderWith('Clean water', 'Clean water');
  await server.close();
  const twice = await erase(dataDir, ['Clean water', '--yes']);
  expect([twice.output, twice.code]).toEqual(['', 1]);
  expect(twice.complaint).toMatch(/^Several workshops have the title Clean water\. Say which by its id:\n/);
  for (const id of ids) expect(twice.complaint).toContain(id);
  expect((await erase(dataDir, [ids[0] ?? '', '--yes'])).code).toBe(0);
  const unknown = await erase(dataDir, ['Dirty water', '--yes']);
  expect([unknown.complaint, unknown.code]).toEqual(['There is no workshop of the id or title Dirty water.\n', 1]);
  const empty = createTempFolder();
  onTestFinished(() => empty.remove());
  const nowhere = await erase(empty.path, ['Clean water', '--yes']);
  expect(nowhere.complaint).toBe(`There is no data in ${empty.path}. Set DATA_DIR to the folder of your server.\n`);
  expect([nowhere.code, readdirSync(empty.path)]).toEqual([1, []]);
  for (const args of [[], ['a', 'b'], ['--all']]) {
    const { complaint, code } = await erase(dataDir, args);
    expect(code, args.join()).toBe(2);
    expect(complaint).toMatch(/^Usage: npm run erase/);
  }
  expect(await erase(dataDir, ['--help'])).toMatchObject({ code: 0, complaint: '' });
  expect(isIn(dataDir, 'Clean water')).toBe(true);
});
