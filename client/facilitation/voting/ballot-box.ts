import type { Votes } from '../../../shared/session/voting.ts';
import type { Answer, Failure } from '../../api/call.ts';
import { type Clock, systemClock } from '../../sync/clock.ts';
import { type Observable, variable } from '../../sync/observable.ts';

/** How one's own ballot stands. */
export type BallotState =
  /** The server has what is shown. */
  | { readonly status: 'saved' }
  | { readonly status: 'sending' }
  /** It did not get there, and is sent again. */
  | { readonly status: 'unsaved'; readonly failure: Failure }
  /** The server takes nothing any more. */
  | { readonly status: 'over'; readonly failure: Failure };

/** Somebody's ballot on a page. What is changed shows at once and is sent in a moment. */
export interface BallotBox {
  readonly votes: Observable<Votes>;
  readonly state: Observable<BallotState>;
  /** The newest takes the place of all before. */
  change(votes: Votes): void;
  /** As the server has it, from another device; what is not sent yet stays. */
  adopt(votes: Votes): void;
  /** Sends now what is waiting: the network is back, or the page is about to be left. */
  hurry(): void;
  /** Sends what is waiting and nothing after it. Idempotent. */
  dispose(): void;
}

export interface BallotBoxOptions {
  readonly votes: Votes;
  readonly cast: (votes: Votes) => Promise<Answer<unknown>>;
  readonly clock?: Clock;
}

/** Several dots in a row go together. */
export const settleMs = 400;
/** Pauses before a ballot is sent again; the last one for ever. */
export const retryMs = [1_000, 2_000, 5_000, 10_000] as const;

/** After these nothing that is sent again would be taken. */
const final: ReadonlySet<string> = new Set(['round-over', 'session-closed', 'not-allowed', 'no-session', 'not-found']);

const isFinal = (failure: Failure): boolean => failure.kind === 'problem' && final.has(failure.problem.code);

/** One request at a time, so that an older ballot never arrives after a newer one. */
export function createBallotBox({ votes: atFirst, cast, clock = systemClock }: BallotBoxOptions): BallotBox {
  const votes = variable<Votes>(atFirst);
  const state = variable<BallotState>({ status: 'saved' });
  let cancelTimer: (() => void) | null = null;
  let isSending = false;
  /** What the server does not have. */
  let isWaiting = false;
  let failures = 0;
  let isOver = false;
  let isDisposed = false;

  const later = (delayMs: number): void => {
    cancelTimer?.();
    cancelTimer = clock.after(delayMs, () => void send());
  };
  const fail = (failure: Failure): void => {
    if (isFinal(failure)) {
      isOver = true;
      state.set({ status: 'over', failure });
      return;
    }
    isWaiting = true;
    state.set({ status: 'unsaved', failure });
    later(retryMs[Math.min(failures, retryMs.length - 1)] ?? 0);
    failures += 1;
  };
  const send = async (): Promise<void> => {
    cancelTimer?.();
    cancelTimer = null;
    if (isSending || !isWaiting || isOver) return;
    [isSending, isWaiting] = [true, false];
    const answer = await cast(votes.get());
    isSending = false;
    if (!answer.ok) return isDisposed ? undefined : fail(answer.failure);
    failures = 0;
    if (isWaiting) return send();
    state.set({ status: 'saved' });
  };
  return {
    votes,
    state,
    change(next) {
      if (isOver || isDisposed) return;
      votes.set(next);
      isWaiting = true;
      if (state.get().status !== 'unsaved') state.set({ status: 'sending' });
      if (!isSending) later(settleMs);
    },
    adopt(next) {
      if (state.get().status === 'saved') votes.set(next);
    },
    hurry: () => void send(),
    dispose() {
      isDisposed = true;
      void send();
    },
  };
}
