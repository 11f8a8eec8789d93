import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** How hard brotli tries, of 11. The last tenth of what people wait for is worth its seconds; of the rest it is not. */
const quality = new Map([
  ...['.js', '.css', '.html'].map((kind) => [kind, 11] as const),
  ...['.svg', '.json', '.txt', '.ttf'].map((kind) => [kind, 9] as const),
]);
/** Below this a smaller file is not a faster answer. */
const minBytes = 1_024;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

async function compress(path: string): Promise<void> {
  if ((await stat(path)).size < minBytes) return;
  const source = await readFile(path);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality.get(extname(path)) ?? 0,
    [constants.BROTLI_PARAM_SIZE_HINT]: source.length,
  };
  await Promise.all([
    brotli(source, { params }).then((bytes) => writeFile(`${path}.br`, bytes)),
    zip(source, { level: 9 }).then((bytes) => writeFile(`${path}.gz`, bytes)),
  ]);
}

/** Puts a compressed copy beside every text of the pages: the server only picks one, at no cost per request. */
export const precompress: Plugin = {
  name: 'precompress',
  apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
  async writeBundle({ dir }) {
    if (dir === undefined) return;
    const entries = await readdir(dir, { recursive: true });
    await Promise.all(entries.filter((name) => quality.has(extname(name))).map((name) => compress(join(dir, name))));
  },
};
