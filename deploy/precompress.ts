import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const compressible = new Set(['.js', '.css', '.html', '.svg', '.json', '.txt', '.ttf']);
/** Below this a smaller file is not a faster answer. */
const minBytes = 1_024;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

async function compress(path: string): Promise<void> {
  const source = await readFile(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: source.length };
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
    const paths = entries.filter((name) => compressible.has(extname(name))).map((name) => join(dir, name));
    for (const path of paths) if ((await stat(path)).size >= minBytes) await compress(path);
  },
};
