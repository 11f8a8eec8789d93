import { useEffect, useState } from 'react';
import type { BoardId } from '../../../../shared/protocol/ids.ts';
import type { Balance } from '../../../../shared/session/balance.ts';
import { readBalance } from '../../../api/balance.ts';
import type { Failure } from '../../../api/call.ts';

/** How often it is asked for while it is looked at. */
const stepMs = 4_000;

interface BalanceState {
  /** The last one that came; null before the first. */
  readonly balance: Balance | null;
  /** Why the newest is not there. */
  readonly failure: Failure | null;
}

/** Who writes and speaks how much, followed while it is looked at. @param seq of the session: each change is news */
export function useBalance(boardId: BoardId, seq: number): BalanceState {
  const [state, setState] = useState<BalanceState>({ balance: null, failure: null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the session asks anew.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const ask = async () => {
      const answer = await readBalance(boardId);
      if (isGone) return;
      setState((before) =>
        answer.ok ? { balance: answer.value, failure: null } : { ...before, failure: answer.failure },
      );
      timer = setTimeout(() => void ask(), stepMs);
    };
    void ask();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [boardId, seq]);
  return state;
}
