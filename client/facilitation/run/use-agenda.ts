import { useEffect, useState } from 'react';
import type { AgendaResponse } from '../../../shared/api/agenda.ts';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import { readAgenda } from '../../api/agenda.ts';
import type { Failure } from '../../api/call.ts';

export type AgendaState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly failure: Failure; readonly retry: () => void }
  | ({ readonly status: 'ready' } & AgendaResponse);

/**
 * What a session on the board would go through.
 * @param boardId null: nobody asks
 * @param edition another one, and it is asked for again
 */
export function useAgenda(boardId: BoardId | null, edition: number): AgendaState {
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<AgendaState>({ status: 'loading' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another edition or attempt asks anew.
  useEffect(() => {
    if (boardId === null) return;
    let isGone = false;
    void readAgenda(boardId).then((answer) => {
      if (isGone) return;
      if (answer.ok) setState({ status: 'ready', ...answer.value });
      else setState({ status: 'failed', failure: answer.failure, retry: () => setAttempt((count) => count + 1) });
    });
    return () => {
      isGone = true;
    };
  }, [boardId, edition, attempt]);
  return state;
}
