import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { SetupError } from '../setup.mjs';

/** @param {string} line */
export const say = (line) => process.stderr.write(`${line}\n`);

/** @param {string} file @param {Uint8Array} bytes */
export async function write(file, bytes) {
  try {
    // npm runs scripts in the folder of the package, not where they were called from.
    const path = resolve(process.env.INIT_CWD ?? '.', file);
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, bytes);
  } catch (error) {
    throw new SetupError(`${file} cannot be written: ${error instanceof Error ? error.message : error}`);
  }
  say(`${file}: ${Math.ceil(bytes.length / 1024)} kB`);
}
