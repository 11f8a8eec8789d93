import type { VotingResponse } from '../../../shared/api/voting.ts';
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
  /** The server did not take what was changed last: what is shown is what it has. Until the next change. */
  | { readonly status: 'refused'; readonly failure: Failure }
  /** The server takes nothing any more. */
  | { readonly status: 'over'; readonly failure: Failure };

/** Somebody's ballot on a page. What is changed shows at once and is sent in a moment. */
export interface BallotBox {
  readonly votes: Observable<Votes>;
  readonly state: Observable<BallotState>;
  /** The newest takes the place of all before. */
  change(votes: Votes): void;
  /** Goes up with each change and with each answer to what was sent. */
  turn(): number;
  /**
   * As the server has it, from another device; what is not sent yet stays.
   * @param since the turn when the server was asked: an answer that may be older than what was sent meanwhile says nothing
   */
  adopt(votes: Votes, since: number): void;
  /** Sends now what is waiting, whatever is under way: the network is back, or the page is about to be left. */
  hurry(): void;
  /** Sends what is waiting, tries once more where what is under way fails, and nothing after it. Idempotent. */
  dispose(): void;
}

type Kept = Pick<VotingResponse, 'ballot'>;

export interface BallotBoxOptions {
  readonly votes: Votes;
  /** @returns the ballot as the server keeps it: what it gives to cards that are gone is not in it any more. */
  readonly cast: (votes: Votes) => Promise<Answer<Kept>>;
  /** The ballot that the server has. */
  readonly read: () => Promise<Answer<Kept>>;
  readonly clock?: Clock;
}

/** Several dots in a row go together. */
export const settleMs = 400;
/** Pauses before a ballot is sent again; the last one for ever. */
export const retryMs = [1_000, 2_000, 5_000, 10_000] as const;

/** After these nothing that is sent again would be taken. */
const final: ReadonlySet<string> = new Set(['round-over', 'session-closed', 'not-allowed', 'no-session', 'not-found']);

const isFinal = (failure: Failure): boolean => failure.kind === 'problem' && final.has(failure.problem.code);
/** The ballot itself is wrong: another one may be taken. */
const isRefusal = (failure: Failure): boolean => failure.kind === 'problem' && failure.problem.code === 'bad-request';

/**
 * One request at a time, so that an older ballot does not arrive after a newer one. In a hurry there may be several; then
 * the newest is sent once more when all are answered.
 */
export function createBallotBox({ votes: atFirst, cast, read, clock = systemClock }: BallotBoxOptions): BallotBox {
  const votes = variable<Votes>(atFirst);
  const state = variable<BallotState>({ status: 'saved' });
  let cancelTimer: (() => void) | null = null;
  let underWay = 0;
  /** Which of several arrived last is not known. */
  let isMixed = false;
  /** What the server does not have, and is not under way. */
  let isWaiting = false;
  let sendings = 0;
  let turn = 0;
  let failures = 0;
  let wasRefused = false;
  let isOver = false;
  let isDisposed = false;

  const later = (delayMs: number): void => {
    cancelTimer?.();
    cancelTimer = clock.after(delayMs, () => void send());
  };
  const end = (failure: Failure): void => {
    isOver = true;
    state.set({ status: 'over', failure });
  };
  const fail = (failure: Failure): void => {
    isWaiting = true;
    state.set({ status: 'unsaved', failure });
    later(retryMs[Math.min(failures, retryMs.length - 1)] ?? 0);
    failures += 1;
  };
  /** Sent for ever it would be refused for ever. */
  const giveWay = async (failure: Failure): Promise<void> => {
    isWaiting = false;
    const since = turn;
    const answer = await read();
    // Changed meanwhile: that is sent by itself.
    if (turn !== since || isDisposed) return;
    if (!answer.ok) return isFinal(answer.failure) ? end(answer.failure) : fail(answer.failure);
    [failures, wasRefused] = [0, false];
    votes.set(answer.value.ballot);
    state.set({ status: 'refused', failure });
  };
  const send = async (): Promise<void> => {
    cancelTimer?.();
    cancelTimer = null;
    if (!isWaiting || isOver) return;
    isWaiting = false;
    isMixed ||= underWay > 0;
    underWay += 1;
    sendings += 1;
    const [own, isLast] = [sendings, isDisposed];
    const sent = votes.get();
    const answer = await cast(sent);
    underWay -= 1;
    turn += 1;
    if (isOver) return;
    if (!answer.ok && isFinal(answer.failure)) return end(answer.failure);
    if (!answer.ok && own === sendings) isWaiting = true;
    // Only when all are answered it is known how the newest stands.
    if (underWay > 0) return;
    if (isMixed) [isMixed, isWaiting] = [false, true];
    if (!answer.ok) {
      if (isDisposed) return isLast ? undefined : send();
      const isAgain = wasRefused;
      wasRefused = isRefusal(answer.failure);
      // Between the two whoever shows the ballot may let go of what is not voted on any more.
      // What was changed on its way was not refused.
      return isAgain && wasRefused && votes.get() === sent ? giveWay(answer.failure) : fail(answer.failure);
    }
    [failures, wasRefused] = [0, false];
    if (isWaiting) return send();
    votes.set(answer.value.ballot);
    state.set({ status: 'saved' });
  };
  return {
    votes,
    state,
    change(next) {
      if (isOver || isDisposed) return;
      votes.set(next);
      turn += 1;
      isWaiting = true;
      if (state.get().status !== 'unsaved') state.set({ status: 'sending' });
      if (underWay === 0) later(settleMs);
    },
    turn: () => turn,
    adopt(next, since) {
      const { status } = state.get();
      if (turn === since && (status === 'saved' || status === 'refused')) votes.set(next);
    },
    hurry: () => void send(),
    dispose() {
      isDisposed = true;
      void send();
    },
  };
}
