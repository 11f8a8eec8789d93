import { useCallback, useState } from 'react';
import type { Answer, Failure } from '../api/call.ts';

/** One thing at a time that the server is asked to do: whether it is under way, and why it did not come about. */
export function useAct() {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  /** @returns the answer; a failure is kept as well, to be shown. */
  const act = useCallback(async <Value>(ask: () => Promise<Answer<Value>>): Promise<Answer<Value>> => {
    setBusy(true);
    setFailure(null);
    const answer = await ask();
    setBusy(false);
    if (!answer.ok) setFailure(answer.failure);
    return answer;
  }, []);
  const forget = useCallback(() => setFailure(null), []);
  return { act, busy, failure, forget };
}

/** Somebody else was faster: gone is gone. */
export const isGone = (answer: Answer<unknown>): boolean =>
  !answer.ok && answer.failure.kind === 'problem' && answer.failure.problem.code === 'not-found';
