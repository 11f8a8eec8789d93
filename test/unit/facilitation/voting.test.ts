import { expect, test } from 'vitest';
import type { Answer, Failure } from '../../../client/api/call.ts';
import {
  dotsFor,
  dotsGiven,
  inScope,
  mayAdd,
  onlyOn,
  withAnswer,
  withVote,
} from '../../../client/facilitation/voting/ballot.ts';
import { createBallotBox, retryMs, settleMs } from '../../../client/facilitation/voting/ballot-box.ts';
import { newsBetween, roundOn } from '../../../client/facilitation/voting/moment.ts';
import { partsOf, placedBy } from '../../../client/facilitation/voting/places.ts';
import { BoardId, OrganisationId, RoundId } from '../../../shared/protocol/ids.ts';
import { firstSession } from '../../../shared/session/session.ts';
import { tally } from '../../../shared/session/tally.ts';
import { transition } from '../../../shared/session/transition.ts';
import { faultOf, type Votes, type VotingRound } from '../../../shared/session/voting.ts';

const boardId = BoardId.parse('abcdefghijklmnopqrstu');
const other = BoardId.parse('other'.padEnd(21, '-'));
const five = { type: 'dots', perPerson: 5, perCard: 2 } as const;

function opened(name: string): VotingRound {
  const next = transition(
    firstSession,
    {
      ...{ type: 'voting.open', boardId, id: RoundId.parse(name.padEnd(21, '-')), question: 'Which first?' },
      ...{ method: five, scope: { frameId: null, kind: null }, isOpen: false },
    },
    1_000,
  );
  if (next.status !== 'next' || next.session.voting === null) throw new Error('no round');
  return next.session.voting;
}

test('[VOT20] there are dots for a fourth of the cards, between three and seven', () => {
  expect([0, 1, 12, 14, 16, 20, 28, 29, 400].map(dotsFor)).toEqual([3, 3, 3, 4, 4, 5, 7, 7, 7]);
});

test('[VOT20] a scope means the cards of its frame and kind', () => {
  const items = [
    { id: 'a', kind: 'cause', frameId: 'one' },
    { id: 'b', kind: 'effect', frameId: 'one' },
    { id: 'c', kind: 'cause', frameId: null },
  ];
  const ids = (frameId: string | null, kind: string | null) => inScope(items, { frameId, kind }).map(({ id }) => id);
  expect(ids(null, null)).toEqual(['a', 'b', 'c']);
  expect(ids('one', null)).toEqual(['a', 'b']);
  expect(ids(null, 'cause')).toEqual(['a', 'c']);
  expect(ids('one', 'cause')).toEqual(['a']);
});

test('[VOT21] whatever is pressed, a ballot of a page is one that the server takes', () => {
  const cards = ['a', 'b', 'c', 'd'];
  let votes: Votes = {};
  for (let press = 0; press < 200; press++) {
    const id = cards[(press * 7) % cards.length] ?? '';
    const isAdding = press % 5 !== 0;
    if (isAdding && mayAdd(five, votes, id)) votes = withVote(votes, id, (votes[id] ?? 0) + 1);
    else if (!isAdding && (votes[id] ?? 0) > 0) votes = withVote(votes, id, (votes[id] ?? 0) - 1);
    expect(faultOf(five, new Set(cards), votes)).toBeNull();
    expect(Object.values(votes)).not.toContain(0);
  }
  votes = { a: 2, b: 2, c: 1 };
  expect(dotsGiven(votes)).toBe(5);
  expect(cards.map((id) => mayAdd(five, votes, id))).toEqual([false, false, false, false]);
  expect(mayAdd(five, withVote(votes, 'c', 0), 'd')).toBe(true);
  expect(mayAdd(five, withVote(votes, 'c', 0), 'a')).toBe(false);
});

test('[VOT21] a card that is gone gives its dots back, and an answer of zero is one', () => {
  expect(onlyOn({ a: 2, b: 1 }, new Set(['b', 'c']))).toEqual({ b: 1 });
  const all = { a: 1 };
  expect(onlyOn(all, new Set(['a']))).toBe(all);
  expect(withAnswer(0)).toEqual({ question: 0 });
});

/** A server that answers when it is told to, and a clock that stands still. */
function boxed(votes: Votes = {}) {
  const sent: Votes[] = [];
  const answers: ((answer: Failure | Votes | null) => void)[] = [];
  const waiting: { readonly delayMs: number; readonly call: () => void }[] = [];
  const reads: ((answer: Answer<{ ballot: Votes }>) => void)[] = [];
  const box = createBallotBox({
    votes,
    cast: (cast) => {
      sent.push(cast);
      return new Promise((resolve) =>
        answers.push((answer) =>
          resolve(
            answer !== null && 'kind' in answer
              ? { ok: false, failure: answer as Failure }
              : { ok: true, value: { ballot: (answer as Votes | null) ?? cast } },
          ),
        ),
      );
    },
    read: () => new Promise((resolve) => reads.push(resolve)),
    clock: {
      nowMs: () => 0,
      after: (delayMs, call) => {
        const timer = { delayMs, call };
        waiting.push(timer);
        return () => {
          if (waiting.includes(timer)) waiting.splice(waiting.indexOf(timer), 1);
        };
      },
    },
  });
  return {
    ...{ box, sent, waiting },
    status: () => box.state.get().status,
    /** Lets the time go by that something waits for. */
    pass: () => waiting.shift()?.call(),
    /** Of what is under way, the oldest: it is kept as it came unless something else is said. */
    answer: async (answer: Failure | Votes | null = null, index = 0) => {
      for (const take of answers.splice(index, 1)) take(answer);
      await new Promise((resolve) => setTimeout(resolve));
    },
    asked: () => reads.length,
    told: async (ballot: Votes | null) => {
      reads.shift()?.(
        ballot === null ? { ok: false, failure: { kind: 'unreachable' } } : { ok: true, value: { ballot } },
      );
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}
const refusal = (code: 'round-over' | 'internal' | 'bad-request'): Failure => ({
  kind: 'problem',
  problem: { type: 'about:blank', title: code, status: 409, code },
});

test('[VOT22] dots in a row go together, and the newest ballot is the last that is sent', async () => {
  const { box, sent, waiting, status, pass, answer } = boxed();
  expect(status()).toBe('saved');
  box.change({ a: 1 });
  box.change({ a: 2 });
  expect(waiting.map(({ delayMs }) => delayMs)).toEqual([settleMs]);
  expect([box.votes.get(), status(), sent]).toEqual([{ a: 2 }, 'sending', []]);
  pass();
  expect(sent).toEqual([{ a: 2 }]);
  // While one is on its way no other one starts.
  box.change({ a: 2, b: 1 });
  box.change({ b: 1 });
  expect([sent.length, waiting.length, status()]).toEqual([1, 0, 'sending']);
  await answer();
  expect([sent.at(-1), status()]).toEqual([{ b: 1 }, 'sending']);
  await answer();
  expect([sent.length, status()]).toEqual([2, 'saved']);
});

test('[VOT22] what does not arrive is sent again, later and later, and says that it is not saved', async () => {
  const { box, sent, waiting, status, pass, answer } = boxed();
  box.change({ a: 1 });
  const pauses: (number | undefined)[] = [];
  for (let failure = 0; failure < 6; failure++) {
    pass();
    await answer(failure % 2 === 0 ? { kind: 'unreachable' } : refusal('internal'));
    expect(status()).toBe('unsaved');
    pauses.push(waiting[0]?.delayMs);
  }
  expect(pauses).toEqual([...retryMs, retryMs.at(-1), retryMs.at(-1)]);
  box.change({ a: 2 });
  expect([status(), waiting.length]).toEqual(['unsaved', 1]);
  // The network is back before the pause is over.
  box.hurry();
  expect([sent.at(-1), waiting.length]).toEqual([{ a: 2 }, 0]);
  await answer();
  expect(status()).toBe('saved');
  box.hurry();
  expect(sent).toHaveLength(7);
});

test('[VOT22] a round that is over takes nothing more; a page that goes sends what is waiting once', async () => {
  const late = boxed();
  late.box.change({ a: 1 });
  late.pass();
  await late.answer(refusal('round-over'));
  expect([late.status(), late.waiting.length]).toEqual(['over', 0]);
  late.box.change({ a: 2 });
  late.box.hurry();
  expect([late.box.votes.get(), late.sent.length]).toEqual([{ a: 1 }, 1]);

  const leaving = boxed();
  leaving.box.change({ a: 1 });
  leaving.box.dispose();
  expect(leaving.sent).toEqual([{ a: 1 }]);
  await leaving.answer({ kind: 'unreachable' });
  leaving.box.change({ a: 2 });
  expect([leaving.sent.length, leaving.waiting.length]).toEqual([1, 0]);
});

test('[VOT22] a page that is left sends the newest though an older one is under way, and says saved of nothing older', async () => {
  for (const order of [
    [0, 0],
    [1, 0],
  ]) {
    const { box, sent, waiting, status, pass, answer } = boxed();
    box.change({ a: 1 });
    pass();
    box.change({ b: 1 });
    box.hurry();
    box.hurry();
    expect(sent).toEqual([{ a: 1 }, { b: 1 }]);
    for (const index of order) {
      await answer(null, index);
      expect([box.votes.get(), status()]).toEqual([{ b: 1 }, 'sending']);
    }
    // Which of the two came last nobody knows here.
    expect([sent.length, sent.at(-1)]).toEqual([3, { b: 1 }]);
    await answer();
    expect([sent.length, waiting.length, status()]).toEqual([3, 0, 'saved']);
  }
});

test('[VOT22] the newest that does not arrive waits again though an older one is still under way', async () => {
  const { box, sent, status, pass, answer } = boxed();
  box.change({ a: 1 });
  pass();
  box.change({ b: 1 });
  box.hurry();
  await answer({ kind: 'unreachable' }, 1);
  box.hurry();
  expect(sent).toEqual([{ a: 1 }, { b: 1 }, { b: 1 }]);
  await answer({ kind: 'unreachable' }, 1);
  await answer();
  expect([sent.length, sent.at(-1), status()]).toEqual([4, { b: 1 }, 'sending']);
  await answer();
  expect(status()).toBe('saved');
});

test('[VOT22] a page that goes tries once more what it could not send', async () => {
  const waits = boxed();
  waits.box.change({ a: 1 });
  waits.pass();
  await waits.answer({ kind: 'unreachable' });
  waits.box.dispose();
  expect([waits.sent.length, waits.waiting.length]).toEqual([2, 0]);
  await waits.answer({ kind: 'unreachable' });
  expect([waits.sent.length, waits.waiting.length]).toEqual([2, 0]);

  const sends = boxed();
  sends.box.change({ a: 1 });
  sends.pass();
  sends.box.dispose();
  sends.box.dispose();
  expect(sends.sent).toHaveLength(1);
  await sends.answer({ kind: 'unreachable' });
  expect(sends.sent).toEqual([{ a: 1 }, { a: 1 }]);
  await sends.answer({ kind: 'unreachable' });
  expect([sends.sent.length, sends.waiting.length]).toEqual([2, 0]);
});

test('[VOT30] the ballot is what the server kept of it, unless it was changed meanwhile', async () => {
  const { box, sent, status, pass, answer } = boxed();
  box.change({ a: 1, gone: 1 });
  pass();
  await answer({ a: 1 });
  expect([box.votes.get(), status()]).toEqual([{ a: 1 }, 'saved']);
  box.change({ a: 2, gone: 1 });
  pass();
  box.change({ a: 2, gone: 2 });
  await answer({ a: 2 });
  expect([box.votes.get(), status(), sent.at(-1)]).toEqual([{ a: 2, gone: 2 }, 'sending', { a: 2, gone: 2 }]);
  await answer({ a: 2 });
  expect([box.votes.get(), status()]).toEqual([{ a: 2 }, 'saved']);
});

test('[VOT30] a ballot that is refused a second time gives way to the one that the server has, and says so', async () => {
  const { box, sent, waiting, status, pass, answer, asked, told } = boxed({ a: 1 });
  const wrong = refusal('bad-request');
  box.change({ a: 1, elsewhere: 1 });
  pass();
  await answer(wrong);
  expect([status(), waiting.length, asked()]).toEqual(['unsaved', 1, 0]);
  pass();
  await answer(wrong);
  expect([asked(), waiting.length]).toEqual([1, 0]);
  // Without a network nothing is known: it is tried again.
  await told(null);
  expect([status(), waiting.length]).toEqual(['unsaved', 1]);
  pass();
  await answer(wrong);
  await told({ a: 1 });
  expect([box.votes.get(), box.state.get()]).toEqual([{ a: 1 }, { status: 'refused', failure: wrong }]);
  box.hurry();
  expect([sent.length, waiting.length]).toEqual([3, 0]);
  box.change({ a: 2 });
  expect(status()).toBe('sending');
  pass();
  await answer();
  expect([box.votes.get(), status()]).toEqual([{ a: 2 }, 'saved']);
});

test('[VOT30] what is changed after a refusal is sent, whatever the server had before', async () => {
  const { box, sent, status, pass, answer, told } = boxed();
  box.change({ elsewhere: 1 });
  pass();
  await answer(refusal('bad-request'));
  // Whoever shows it lets go of what is not voted on.
  box.change({ a: 1 });
  pass();
  await answer();
  expect([sent.length, status()]).toEqual([2, 'saved']);

  box.change({ elsewhere: 1 });
  for (let time = 0; time < 2; time++) {
    pass();
    await answer(refusal('bad-request'));
  }
  box.change({ b: 1 });
  await told({ a: 1 });
  pass();
  await answer();
  expect([box.votes.get(), sent.at(-1), status()]).toEqual([{ b: 1 }, { b: 1 }, 'saved']);
});

test('[VOT22] what another device voted is taken over, but never over what is newer here', async () => {
  const { box, pass, answer } = boxed({ a: 1 });
  box.adopt({ b: 2 }, box.turn());
  expect(box.votes.get()).toEqual({ b: 2 });
  const beforeChange = box.turn();
  box.change({ b: 1 });
  box.adopt({ c: 1 }, box.turn());
  expect(box.votes.get()).toEqual({ b: 1 });
  pass();
  const underWay = box.turn();
  await answer();
  // Asked before the server had it.
  for (const since of [beforeChange, underWay]) box.adopt({ c: 1 }, since);
  expect(box.votes.get()).toEqual({ b: 1 });
  box.adopt({ c: 1 }, box.turn());
  expect(box.votes.get()).toEqual({ c: 1 });
});

test('[VOT23] equal places are marked as such in both rankings, which go from one on', () => {
  const organisation = (name: string) => OrganisationId.parse(name.padEnd(21, '-'));
  const ballots = [
    ...[{ a: 2 }, { a: 2 }, { a: 1, b: 1 }].map((votes) => ({ organisationId: organisation('large'), votes })),
    { organisationId: organisation('small'), votes: { b: 2, c: 1 } },
    { organisationId: organisation('tiny'), votes: { b: 1, c: 2 } },
  ];
  const { standings } = tally({ method: five, isOpen: true }, ['a', 'b', 'c', 'd', 'e'], ballots as never);
  const titleOf = (id: string) => (id === 'd' ? 'z' : id);
  const said = (ranking: 'people' | 'organisations') =>
    placedBy(ranking, standings, titleOf).map(({ place, standing: { id } }) => `${place} ${id}`);
  expect(said('people')).toEqual(['1 a', '2 b', '3 c', '4= e', '4= d']);
  expect(said('organisations')).toEqual(['1 b', '2 c', '3 a', '4= e', '4= d']);
  const equal = tally(
    { method: five, isOpen: true },
    ['a', 'b', 'c'],
    [{ organisationId: organisation('one'), votes: { b: 1, c: 1 } }],
  );
  expect(placedBy('people', equal.standings, titleOf).map(({ place }) => place)).toEqual(['1=', '1=', '3']);
  const secret = tally({ method: five, isOpen: false }, ['a', 'b', 'c', 'd', 'e'], ballots as never);
  expect(placedBy('people', secret.standings, titleOf)).toHaveLength(5);
  expect(placedBy('organisations', secret.standings, titleOf)).toEqual([]);
});

test('[VOT23] zero and one object, two has a concern, three to five support', () => {
  expect(partsOf([1, 2, 4, 8, 16, 32])).toEqual({ objection: 3, concern: 4, support: 56 });
});

test('[VOT24] a board has a vote whatever another board has, and each beginning and end is said once', () => {
  const [first, second] = [opened('first'), opened('second')];
  expect(roundOn({ voting: first }, boardId)).toBe(first);
  expect(roundOn({ voting: first }, other)).toBeNull();
  expect(roundOn({ voting: null }, boardId)).toBeNull();
  expect(newsBetween(null, first)).toEqual({ closed: null, begun: first });
  expect(newsBetween(first, { ...first })).toEqual({ closed: null, begun: null });
  expect(newsBetween(first, null)).toEqual({ closed: first, begun: null });
  expect(newsBetween(first, second)).toEqual({ closed: first, begun: second });
  expect(newsBetween(null, null)).toEqual({ closed: null, begun: null });
});
