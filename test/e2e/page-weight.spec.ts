import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const assets = join(import.meta.dirname, '..', '..', 'dist', 'client', 'assets');

/** Files that a script cannot run without: `import … from "./x.js"`, not `import("./x.js")`. */
async function closure(entries: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const add = async (file: string): Promise<void> => {
    if (found.has(file)) return;
    found.add(file);
    const code = await readFile(join(assets, file), 'utf8');
    for (const [, name = ''] of code.matchAll(/(?:import|from)\s*["']\.\/([\w.-]+\.js)["']/g)) await add(name);
  };
  for (const entry of entries) await add(entry);
  return found;
}

async function kilobytes(files: Iterable<string>): Promise<number> {
  // What is too small to gain from it is not compressed.
  const size = (file: string) => stat(join(assets, `${file}.gz`)).catch(() => stat(join(assets, file)));
  const sizes = await Promise.all([...files].map(size));
  return sizes.reduce((sum, { size }) => sum + size, 0) / 1000;
}

async function scriptOf(...names: readonly string[]): Promise<ReadonlySet<string>> {
  const files = await readdir(assets);
  const html = await readFile(join(assets, '..', 'index.html'), 'utf8');
  const entry = /src="\/assets\/([\w.-]+\.js)"/.exec(html)?.[1];
  const parts = names.map((name) => files.find((file) => file.startsWith(`${name}-`) && file.endsWith('.js')));
  const all = [entry, ...parts];
  expect(all, 'the parts of the page').not.toContain(undefined);
  return closure(all.filter((file) => file !== undefined));
}

test('[PAGE31] the script that a board waits for is at most 620 kB, compressed', async () => {
  const script = await scriptOf('BoardPage', 'BoardView');
  expect(script.size).toBeGreaterThan(3);
  expect(await kilobytes(script)).toBeLessThanOrEqual(620);
});

test('[PAGE38] the script that a phone waits for on a board is at most 150 kB, compressed, and holds neither canvas nor Yjs', async () => {
  const script = await scriptOf('BoardPage', 'Companion');
  expect(await kilobytes(script)).toBeLessThanOrEqual(150);
  const codeOf = async (files: Iterable<string>) =>
    (await Promise.all([...files].map((file) => readFile(join(assets, file), 'utf8')))).join('\n');
  const [phone, canvas] = [await codeOf(script), await codeOf(await scriptOf('BoardView'))];
  // Words that the build leaves as they are: one of Yjs, one of tldraw's canvas.
  for (const mark of ['Yjs was already imported', 'tl-html-layer']) {
    expect(canvas).toContain(mark);
    expect(phone.includes(mark), mark).toBe(false);
  }
});

test('[PAGE32] the script that joining waits for is at most 120 kB, compressed', async () => {
  expect(await kilobytes(await scriptOf('JoinPage'))).toBeLessThanOrEqual(120);
});

test('[PAGE35] the page names the files that every page begins with, and those of a board, the canvas first', async () => {
  const html = await readFile(join(assets, '..', 'index.html'), 'utf8');
  const [head = '', list = ''] = html.split('<template id="board-files">');
  const named = (part: string) => [...part.matchAll(/href="\/assets\/([\w.-]+)"/g)].map(([, name = '']) => name);
  const there = new Set(await readdir(assets));
  expect([...named(head), ...named(list)].filter((name) => !there.has(name))).toEqual([]);

  const joining = await scriptOf('JoinPage');
  const late = [...joining].filter((file) => !head.includes(file) && !file.startsWith('JoinPage-'));
  expect(late, 'files of joining that are found out only on the way').toEqual([]);

  const board = await scriptOf('BoardPage', 'BoardView');
  const listed = named(list);
  expect([...board].filter((file) => !joining.has(file) && !listed.includes(file))).toEqual([]);
  expect(
    listed.filter((file) => joining.has(file)),
    'what whoever joins has already',
  ).toEqual([]);
  const [first = '', ...others] = listed;
  const largest = Math.max(...(await Promise.all(others.map(async (file) => (await stat(join(assets, file))).size))));
  expect((await stat(join(assets, first))).size).toBeGreaterThan(largest);
});
