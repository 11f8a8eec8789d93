import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../client/api/call.ts';
import { createCardOutbox } from '../../../client/pages/companion/card-outbox.ts';
import { createCardKeeper, type OutgoingCard } from '../../../client/pages/companion/sent-cards.ts';
import type { SendCardRequest } from '../../../shared/api/cards.ts';
import type { ProblemCode } from '../../../shared/api/problem.ts';

/** What of a browser's storage is used. */
class Shelf implements Storage {
  readonly #kept = new Map<string, string>();
  get length(): number {
    return this.#kept.size;
  }
  key = (at: number) => [...this.#kept.keys()][at] ?? null;
  getItem = (key: string) => this.#kept.get(key) ?? null;
  setItem = (key: string, value: string) => void this.#kept.set(key, value);
  removeItem = (key: string) => void this.#kept.delete(key);
  clear = () => this.#kept.clear();
}

const openly = { isPrivate: false, isAnonymous: false };
const privately = { isPrivate: true, isAnonymous: true };

type Reply = Answer<{ isPrivate: boolean }>;
const taken = (isPrivate = false): Reply => ({ ok: true, value: { isPrivate } });
const unreachable: Reply = { ok: false, failure: { kind: 'unreachable' } };
const refusal = (code: ProblemCode): Reply => ({
  ok: false,
  failure: { kind: 'problem', problem: { type: '', title: '', status: 400, code } },
});

/** A page with an outbox; what is sent waits for the test to answer it. */
function page(stores = { lasting: new Shelf(), ofTab: new Shelf() }) {
  const asked: { readonly card: SendCardRequest; readonly answer: (reply: Reply) => void }[] = [];
  const waits: { readonly delayMs: number; readonly call: () => void; isCancelled: boolean }[] = [];
  const told: OutgoingCard[] = [];
  const keeper = createCardKeeper('anna.board', stores);
  const outbox = createCardOutbox({
    keeper,
    send: (card) => new Promise((resolve) => asked.push({ card, answer: resolve })),
    onArrived: (card) => told.push(card),
    onRefused: (card) => told.push(card),
    clock: {
      nowMs: () => 0,
      after: (delayMs, call) => {
        const wait = { delayMs, call, isCancelled: false };
        waits.push(wait);
        return () => {
          wait.isCancelled = true;
        };
      },
    },
  });
  const answer = async (reply: Reply) => {
    const last = asked.at(-1);
    last?.answer(reply);
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  };
  const pass = async () => {
    const wait = waits.filter(({ isCancelled }) => !isCancelled).at(-1);
    wait?.call();
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    return wait?.delayMs;
  };
  const states = () => outbox.cards.get().map(({ text, state }) => `${text}: ${state.status}`);
  return { stores, asked, told, keeper, outbox, answer, pass, states };
}

describe('cards on their way to the board', () => {
  it('[PHN30] go one after the other, in the order of writing, under an id of their own', async () => {
    const { outbox, asked, answer, states, told } = page();
    outbox.add('One', openly);
    outbox.add('Two', privately);
    expect(asked.map(({ card }) => card.text)).toEqual(['One']);
    await answer(taken());
    expect(asked.map(({ card }) => [card.text, card.isPrivate])).toEqual([
      ['One', false],
      ['Two', true],
    ]);
    await answer(taken(true));
    expect(states()).toEqual(['One: sent', 'Two: sent']);
    expect(new Set(asked.map(({ card }) => card.id)).size).toBe(2);
    expect(told.map(({ text }) => text)).toEqual(['One', 'Two']);
  });

  it('[PHN50] keep the place that they were written for until they arrive, also over a reload', async () => {
    const first = page();
    first.outbox.add('Written for the causes', { ...openly, place: 'tree/c1' });
    await first.answer(unreachable);
    first.outbox.dispose();
    const { asked, answer } = page(first.stores);
    expect(asked.map(({ card }) => card.place)).toEqual(['tree/c1']);
    await answer(taken());
  });

  it('[PHN31] without an answer a card is sent again under the same id, sooner when the connection is back', async () => {
    const { outbox, asked, answer, pass, states } = page();
    outbox.add('One', openly);
    await answer(unreachable);
    expect(states()).toEqual(['One: waiting']);
    expect(await pass()).toBe(1_000);
    await answer(unreachable);
    outbox.hurry();
    await answer(taken());
    expect(asked).toHaveLength(3);
    expect(new Set(asked.map(({ card }) => card.id)).size).toBe(1);
    expect(states()).toEqual(['One: sent']);
  });

  it('[PHN32] what waits and the draft outlive the page; what has arrived stays with the tab alone', async () => {
    const first = page();
    first.outbox.add('Sent', openly);
    await first.answer(taken());
    first.outbox.add('Waits', privately);
    first.keeper.keepDraft('Half a thou');
    first.outbox.dispose();
    const again = page(first.stores);
    expect(again.keeper.draft()).toBe('Half a thou');
    expect(again.states()).toEqual(['Sent: sent', 'Waits: waiting']);
    // With what its writer was told, whatever round is on by then.
    expect(again.asked.map(({ card }) => card)).toMatchObject([{ text: 'Waits', ...privately }]);
    const elsewhere = page({ lasting: first.stores.lasting, ofTab: new Shelf() });
    expect(elsewhere.states()).toEqual(['Waits: waiting']);
    expect(createCardKeeper('ben.board', first.stores).cards()).toEqual([]);
  });

  it('[PHN33] what the server does not take says why, holds up nothing, and can be sent again or taken out', async () => {
    const { outbox, answer, states, asked, told } = page();
    outbox.add('Full', openly);
    outbox.add('Next', openly);
    await answer(refusal('board-full'));
    await answer(taken());
    expect(states()).toEqual(['Full: refused', 'Next: sent']);
    expect(told.map(({ text, state }) => [text, state.status])).toEqual([
      ['Full', 'refused'],
      ['Next', 'sent'],
    ]);
    const [full] = outbox.cards.get();
    if (full === undefined) throw new Error('no card');
    outbox.again(full.id);
    expect(asked.at(-1)?.card.id).toBe(full.id);
    await answer(refusal('board-full'));
    outbox.remove(full.id);
    expect(states()).toEqual(['Next: sent']);
  });

  it.each(['session-closed', 'locked'] as const)(
    '[PHN34] what came after the session was closed, or the board locked, goes by itself once it is open; too many in a minute wait: %s',
    async (code) => {
      const { outbox, answer, states, pass } = page();
      outbox.add('One', openly);
      await answer(refusal(code));
      expect(states()).toEqual(['One: refused']);
      outbox.reopened();
      await answer(refusal('too-many-requests'));
      expect(states()).toEqual(['One: waiting']);
      expect(await pass()).toBe(10_000);
      await answer(taken());
      expect(states()).toEqual(['One: sent']);
    },
  );

  it('[PHN35] a browser without storage, or with what it cannot read in it, begins with nothing', () => {
    const none = createCardKeeper('anna.board', null);
    none.keepDraft('A');
    expect([none.draft(), none.cards()]).toEqual(['', []]);
    const stores = { lasting: new Shelf(), ofTab: new Shelf() };
    stores.lasting.setItem('commonboard.card.anna.board.x', '{"id":1}');
    stores.lasting.setItem('commonboard.card.anna.board.y', 'no json');
    expect(createCardKeeper('anna.board', stores).cards()).toEqual([]);
    stores.lasting.setItem('commonboard.draft.anna.board', 'mine');
    createCardKeeper('anna.board', stores).clear();
    expect([stores.lasting.length, stores.lasting.getItem('commonboard.draft.anna.board')]).toEqual([0, null]);
  });
});
