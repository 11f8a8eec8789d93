import { useCallback, useEffect, useRef, useState } from 'react';
import type { Comment, ListCommentsResponse } from '../../../../shared/api/comments.ts';
import type { Board } from '../../../../shared/api/workshops.ts';
import type { Answer, Failure } from '../../../api/call.ts';
import type { OpenRoom } from '../../../sync/open-room.ts';

/** What is said beside a board, as this page knows it. */
export type Comments =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly failure: Failure }
  | { readonly status: 'ready'; readonly comments: readonly Comment[] };

/** What asks is fetched with the first question: the board does not wait for it. */
async function askFor(id: Board['id']): Promise<Answer<ListCommentsResponse>> {
  try {
    const { listComments } = await import('../../../api/comments.ts');
    return await listComments(id);
  } catch {
    return { ok: false, failure: { kind: 'unreachable' } };
  }
}

/** As of the last word of the server; while it is out of reach what is known stays. */
export function useLoadedComments(room: Pick<OpenRoom, 'state' | 'onCommentsChanged'>, board: Board) {
  const [state, setState] = useState<Comments>({ status: 'loading' });
  const latest = useRef(0);
  const reload = useCallback(async () => {
    latest.current += 1;
    const turn = latest.current;
    const answer = await askFor(board.id);
    if (turn !== latest.current) return;
    if (answer.ok) return setState({ status: 'ready', comments: answer.value.comments });
    setState((known) => (known.status === 'ready' ? known : { status: 'failed', failure: answer.failure }));
  }, [board.id]);
  useEffect(() => {
    // Nobody speaks beside an example.
    if (board.example) return setState({ status: 'ready', comments: [] });
    void reload();
    let wasLive = room.state.get().status === 'live';
    const stopState = room.state.subscribe(() => {
      const isLive = room.state.get().status === 'live';
      // Something may have been said while the line was down.
      if (isLive && !wasLive) void reload();
      wasLive = isLive;
    });
    const stopComments = room.onCommentsChanged(() => void reload());
    return () => {
      stopState();
      stopComments();
      latest.current += 1;
    };
  }, [room, board.example, reload]);
  return { state, reload };
}
