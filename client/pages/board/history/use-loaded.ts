import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer, Failure } from '../../../api/call.ts';

export type Loaded<Value> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly failure: Failure }
  | { readonly status: 'ready'; readonly value: Value };

/** How often a list in sight asks again: others keep versions and delete things while it is open. */
const refreshMs = 10_000;

/**
 * What a call answers. What is shown stays while the network is away.
 * @param load has to be the same function from render to render.
 * @param refresh whether to ask again by itself, for what others change.
 */
export function useLoaded<Value>(load: () => Promise<Answer<Value>>, { refresh }: { readonly refresh: boolean }) {
  const [state, setState] = useState<Loaded<Value>>({ status: 'loading' });
  const latest = useRef(0);

  const reload = useCallback(async () => {
    latest.current += 1;
    const turn = latest.current;
    const answer = await load();
    // A later call has been made, or nobody looks any more.
    if (turn !== latest.current) return;
    if (answer.ok) return setState({ status: 'ready', value: answer.value });
    const { failure } = answer;
    setState((known) =>
      known.status === 'ready' && failure.kind === 'unreachable' ? known : { status: 'failed', failure },
    );
  }, [load]);

  useEffect(() => {
    void reload();
    const timer = setInterval(() => {
      if (refresh && document.visibilityState === 'visible') void reload();
    }, refreshMs);
    return () => {
      clearInterval(timer);
      latest.current += 1;
    };
  }, [reload, refresh]);
  return { state, reload };
}
