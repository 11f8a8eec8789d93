import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own for one test; removed at the end of `using` or by hand, and when the process ends at the latest. */
export interface TempFolder extends Disposable {
  readonly path: string;
  remove(): void;
}

const open = new Set<string>();
process.once('exit', () => {
  for (const path of open) rmSync(path, { recursive: true, force: true });
});

export function createTempFolder(): TempFolder {
  const path = mkdtempSync(join(tmpdir(), 'commonboard-test-'));
  open.add(path);
  const remove = () => {
    rmSync(path, { recursive: true, force: true });
    open.delete(path);
  };
  return { path, remove, [Symbol.dispose]: remove };
}
