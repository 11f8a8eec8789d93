import { nanoid } from 'nanoid';
import type { SendCardRequest, SendCardResponse } from '../../../shared/api/cards.ts';
import type { ProblemCode } from '../../../shared/api/problem.ts';
import { SentCardId } from '../../../shared/protocol/ids.ts';
import type { Answer, Failure } from '../../api/call.ts';
import { type Clock, systemClock } from '../../sync/clock.ts';
import { type Observable, variable } from '../../sync/observable.ts';
import type { CardKeeper, OutgoingCard, Told } from './sent-cards.ts';

/** Cards on their way to a board, and those that have arrived. */
export interface CardOutbox {
  /** The oldest first. */
  readonly cards: Observable<readonly OutgoingCard[]>;
  add(text: string, told: Told): void;
  /** Tries now what waits, and what was refused once more. */
  again(id: SentCardId): void;
  /** The connection is back. */
  hurry(): void;
  /** What was refused because the session was closed is sent now that it is open. */
  reopened(): void;
  remove(id: SentCardId): void;
  /** Sends nothing any more; what waits is kept. Idempotent. */
  dispose(): void;
}

export interface CardOutboxOptions {
  readonly keeper: CardKeeper;
  readonly send: (card: SendCardRequest) => Promise<Answer<SendCardResponse>>;
  readonly onArrived: (card: OutgoingCard) => void;
  readonly onRefused: (card: OutgoingCard) => void;
  readonly clock?: Clock;
}

/** Pauses before a card is sent again; the last one for ever. */
const retryMs = [1_000, 2_000, 5_000, 10_000] as const;
/** Of somebody who sends many: the server counts by the minute. */
const crowdedMs = 10_000;
/** Older ones are on the board, and there are enough in the list. */
const sentKept = 50;

/** The server takes them in a while. */
const passing: ReadonlySet<ProblemCode> = new Set(['not-ready', 'internal', 'too-many-requests']);

/** One card at a time, in the order of writing, until each has arrived; under its id it is there once. */
export function createCardOutbox(options: CardOutboxOptions): CardOutbox {
  const { keeper, send, onArrived, onRefused, clock = systemClock } = options;
  const cards = variable<readonly OutgoingCard[]>(keeper.cards());
  let underWay: SentCardId | null = null;
  let failures = 0;
  let cancelWait: (() => void) | null = null;
  let isDisposed = false;

  const put = (card: OutgoingCard): void => {
    keeper.keep(card);
    const others = cards.get().filter(({ id }) => id !== card.id);
    cards.set([...others, card].sort((a, b) => a.atMs - b.atMs));
  };
  const remove = (id: SentCardId): void => {
    keeper.forget(id);
    cards.set(cards.get().filter((card) => card.id !== id));
  };
  const dropOldest = (): void => {
    const sent = cards.get().filter(({ state }) => state.status === 'sent');
    for (const { id } of sent.slice(0, Math.max(0, sent.length - sentKept))) remove(id);
  };
  const later = (delayMs: number): void => {
    cancelWait?.();
    cancelWait = clock.after(delayMs, () => {
      cancelWait = null;
      void next();
    });
  };
  const fail = (card: OutgoingCard, failure: Failure): void => {
    const code = failure.kind === 'problem' ? failure.problem.code : null;
    if (code !== null && !passing.has(code)) {
      const refused: OutgoingCard = { ...card, state: { status: 'refused', code } };
      put(refused);
      onRefused(refused);
      void next();
      return;
    }
    later(code === 'too-many-requests' ? crowdedMs : (retryMs[Math.min(failures, retryMs.length - 1)] ?? 0));
    failures += 1;
  };

  async function next(): Promise<void> {
    if (isDisposed || underWay !== null || cancelWait !== null) return;
    const card = cards.get().find(({ state }) => state.status === 'waiting');
    if (card === undefined) return;
    underWay = card.id;
    const { id, text, isPrivate, isAnonymous, place } = card;
    const answer = await send({ id, text, isPrivate, isAnonymous, ...(place !== undefined && { place }) });
    underWay = null;
    // What arrived is kept as arrived also where the page has gone on to something else.
    const isWanted = cards.get().some((one) => one.id === id);
    if (answer.ok) {
      failures = 0;
      const sent: OutgoingCard = { ...card, state: { status: 'sent', isPrivate: answer.value.isPrivate } };
      if (isWanted) put(sent);
      dropOldest();
      if (isDisposed) return;
      onArrived(sent);
      void next();
    } else if (!isDisposed && isWanted) fail(card, answer.failure);
    else void next();
  }

  const hurry = (): void => {
    cancelWait?.();
    cancelWait = null;
    failures = 0;
    void next();
  };
  const again = (id: SentCardId): void => {
    const card = cards.get().find((one) => one.id === id);
    if (card !== undefined) put({ ...card, state: { status: 'waiting' } });
    hurry();
  };
  void next();
  return {
    ...{ cards, again, hurry, remove },
    add(text, told) {
      const id = SentCardId.parse(nanoid());
      // The order of writing, whatever the clock of the phone does.
      const atMs = Math.max(Date.now(), (cards.get().at(-1)?.atMs ?? 0) + 1);
      put({ ...told, id, text, atMs, state: { status: 'waiting' } });
      void next();
    },
    reopened() {
      for (const { id, state } of cards.get())
        if (state.status === 'refused' && (state.code === 'session-closed' || state.code === 'locked')) again(id);
    },
    dispose() {
      isDisposed = true;
      cancelWait?.();
    },
  };
}
