import { createTempFolder } from './temp-folder.ts';

const built = new Map<string, Promise<string>>();

/**
 * Builds for the first file of tests that asks: a worker runs many files, and the sources stay as they are meanwhile.
 * @param name what is built, the same for the same result
 * @returns the folder, which goes when the process ends
 */
export function builtOnce(name: string, build: (outDir: string) => Promise<unknown>): Promise<string> {
  const known = built.get(name);
  if (known !== undefined) return known;
  const { path } = createTempFolder();
  const making = build(path).then(() => path);
  built.set(name, making);
  return making;
}
