import { BoardNotRead } from './board-records.ts';
import { WriterNotRunning } from './run-writer.ts';

/** Why there is no file, as far as somebody can do something about it. */
export type ExportTrouble = 'unreachable' | 'refused' | 'worker' | 'unknown';

export function troubleOf(error: unknown): ExportTrouble {
  if (error instanceof BoardNotRead) return error.failure.kind === 'unreachable' ? 'unreachable' : 'refused';
  return error instanceof WriterNotRunning ? 'worker' : 'unknown';
}
