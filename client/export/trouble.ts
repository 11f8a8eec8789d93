import type { Failure } from '../api/call.ts';
import { BoardNotRead } from './board-records.ts';
import { WriterNotRunning } from './run-writer.ts';

/** Why there is no file, as far as somebody can do something about it. */
export type ExportTrouble = 'unreachable' | 'busy' | 'refused' | 'worker' | 'unknown';

export function troubleOf(error: unknown): ExportTrouble {
  if (error instanceof BoardNotRead) return troubleOfFailure(error.failure);
  return error instanceof WriterNotRunning ? 'worker' : 'unknown';
}

function troubleOfFailure(failure: Failure): ExportTrouble {
  switch (failure.kind) {
    case 'unreachable':
      return 'unreachable';
    case 'problem':
      return failure.problem.status === 429 ? 'busy' : 'refused';
    case 'unreadable':
      return 'refused';
  }
}
