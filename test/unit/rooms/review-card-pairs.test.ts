import { expect, it } from 'vitest';
import type { Actor } from '../../../server/rooms/review.ts';
import type { RelationShape } from '../../../shared/board/card-shapes.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { plainRichText, plainText, type RichText } from '../../../shared/board/rich-text.ts';
import { card, mirror, relation } from '../board/support/cards.ts';
import { board, fieldsOf, setFields, setProps } from './card-lab.ts';
import { ann, ben, fay, type Lab, type Replica } from './review-lab.ts';

/** Two people, one card `a` that causes `p`, and what comes of it, in both orders in which the server may hear of it. */

/** Who of the two it is. */
type Who = 0 | 1;

interface Action {
  readonly does: (replica: Replica, who: Who) => void;
  /** Whether it shows on the board. */
  readonly shows: (lab: Lab, who: Who) => boolean;
}

const weights = [4, 2] as const;
const targets = ['b', 'c'] as const;
const places = [300, 500] as const;

const relations = (lab: Lab) =>
  [...lab.review.records.values()]
    .filter(({ type }) => type === 'relation')
    .map((record) => record as unknown as RelationShape);
const edge = (lab: Lab, to: string) => relations(lab).filter(({ props }) => props.to === `shape:${to}`);
const title = (lab: Lab) => plainText((lab.get('shape:a').props as { richText: RichText }).richText);

const actions = {
  weigh: {
    does: (replica, who) => setFields(replica, { weight: weights[who] }),
    shows: (lab, who) => fieldsOf(lab).weight === weights[who],
  },
  reach: {
    does: (replica, who) => setFields(replica, { reach: weights[who] }),
    shows: (lab, who) => fieldsOf(lab).reach === weights[who],
  },
  unweigh: {
    does: (replica) => setFields(replica, { weight: null }),
    shows: (lab) => fieldsOf(lab).weight === undefined,
  },
  title: {
    does: (replica, who) => setProps(replica, 'shape:a', { richText: plainRichText(who === 0 ? 'So why' : 'Why now') }),
    shows: (lab, who) => title(lab).includes(who === 0 ? 'So' : 'now'),
  },
  kind: {
    does: (replica, who) => setProps(replica, 'shape:a', { kind: who === 0 ? 'effect' : 'question' }),
    shows: (lab, who) => (lab.get('shape:a').props as { kind: string }).kind === (who === 0 ? 'effect' : 'question'),
  },
  move: {
    does: (replica, who) => replica.change('shape:a', { x: places[who] }),
    shows: (lab, who) => lab.get('shape:a').x === places[who],
  },
  link: {
    does: (replica, who) => replica.add(relation(`link-${who}`, 'a', 'd', {}, { index: 'a9' })),
    shows: (lab) => edge(lab, 'd').length === 1,
  },
  mirror: {
    does: (replica, who) => replica.add(mirror(`mirror-${who}`, 'a', { index: 'a9' })),
    shows: (lab, who) => lab.has(`shape:mirror-${who}`),
  },
  're-parent': {
    does: (replica, who) => setProps(replica, 'shape:r', { to: `shape:${targets[who]}` }),
    shows: (lab, who) => edge(lab, targets[who]).length === 1 && edge(lab, 'p').length === 0,
  },
  strengthen: {
    does: (replica, who) => setProps(replica, 'shape:r', { strength: who === 0 ? 3 : 1 }),
    shows: (lab, who) => lab.has('shape:r') && relations(lab)[0]?.props.strength === (who === 0 ? 3 : 1),
  },
  unlink: { does: (replica) => replica.remove('shape:r'), shows: (lab) => !lab.has('shape:r') },
  lock: {
    does: (replica) => replica.change('shape:a', { isLocked: true }),
    shows: (lab) => lab.get('shape:a').isLocked === true,
  },
  // As a canvas does it: with what it knows to hang on the card.
  delete: {
    does: (replica) => replica.remove('shape:a', 'shape:r', 'shape:m'),
    shows: (lab) => !lab.has('shape:a') && relations(lab).length === 0 && !lab.has('shape:m'),
  },
} as const satisfies Readonly<Record<string, Action>>;
type Name = keyof typeof actions;
const nameList = Object.keys(actions) as readonly Name[];

/**
 * `both`: both are done; `one`: one of them; `cut`: the relation is gone; `gone`: the card is deleted, and nothing hangs in
 * the air; `lock`: what comes after the lock is put back.
 */
type Wish = 'both' | 'one' | 'cut' | 'gone' | 'lock';

const table = `
| ∥ | weigh | reach | unweigh | title | kind | move | link | mirror | re-parent | strengthen | unlink | lock | delete |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
| weigh | one | both | one | both | both | both | both | both | both | both | both | lock | gone |
| reach |   | one | both | both | both | both | both | both | both | both | both | lock | gone |
| unweigh |   |   | both | both | both | both | both | both | both | both | both | lock | gone |
| title |   |   |   | both | both | both | both | both | both | both | both | lock | gone |
| kind |   |   |   |   | one | both | both | both | both | both | both | lock | gone |
| move |   |   |   |   |   | one | both | both | both | both | both | lock | gone |
| link |   |   |   |   |   |   | both | both | both | both | both | both | gone |
| mirror |   |   |   |   |   |   |   | both | both | both | both | both | gone |
| re-parent |   |   |   |   |   |   |   |   | one | both | cut | both | gone |
| strengthen |   |   |   |   |   |   |   |   |   | one | cut | both | gone |
| unlink |   |   |   |   |   |   |   |   |   |   | both | both | gone |
| lock |   |   |   |   |   |   |   |   |   |   |   | both | lock |
| delete |   |   |   |   |   |   |   |   |   |   |   |   | gone |
`;

const cells = table
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));
const pairs = cells.slice(2).flatMap((row) =>
  (cells[0] ?? []).slice(2).flatMap((column, at): (readonly [Name, Name, Wish])[] => {
    const wish = row[at + 2];
    return wish === undefined || wish === '' ? [] : [[row[1] as Name, column as Name, wish as Wish]];
  }),
);

it('[SRV13] every two actions have a wish', () => {
  expect(pairs.length).toBe((nameList.length * (nameList.length + 1)) / 2);
});

const cards = (): readonly AnyRecord[] => [
  card('p', 'Good food is binned', {}, { kind: 'problem', index: 'a1' }),
  card('a', 'Why', { weight: 1, reach: 1 }, { index: 'a2' }),
  ...['b', 'c', 'd'].map((id, at) => card(id, id, {}, { index: `a${at + 3}` })),
  relation('r', 'a', 'p', {}, { index: 'a6' }),
  mirror('m', 'a', { index: 'a7' }),
];

/** @param order who of the two the server hears of first */
function play(names: readonly [Name, Name], order: readonly [Who, Who]) {
  const lab = board(...cards());
  const people = names.map((name, at): Actor => (name === 'lock' ? fay : at === 0 ? ann : ben));
  const replicas = names.map((name, at) => {
    const replica = lab.replica();
    (actions[name] as Action).does(replica, at as Who);
    return replica;
  });
  const putBack = new Map<Who, readonly unknown[]>();
  for (const who of order) putBack.set(who, lab.push(replicas[who] as Replica, people[who] as Actor).putBack);
  const shows = names.map((name, at) => () => (actions[name] as Action).shows(lab, at as Who));
  return { lab, putBack, shows: (who: Who) => shows[who]?.() === true };
}

it.each(pairs)('[SRV13] %s and %s: %s', (first, second, wish) => {
  for (const order of [
    [0, 1],
    [1, 0],
  ] as const) {
    const { lab, putBack, shows } = play([first, second], order);
    const told = [...putBack.values()].flat();
    switch (wish) {
      case 'both':
        expect([shows(0), shows(1), told]).toEqual([true, true, []]);
        break;
      case 'one':
        expect([[shows(0), shows(1)].filter(Boolean).length, told]).toEqual([1, []]);
        break;
      case 'cut':
        expect([lab.has('shape:r'), lab.has('shape:a'), told]).toEqual([false, true, []]);
        break;
      case 'gone':
        expect([actions.delete.shows(lab), told]).toEqual([true, []]);
        break;
      case 'lock': {
        const locker: Who = first === 'lock' ? 0 : 1;
        const other: Who = locker === 0 ? 1 : 0;
        const isLate = order[0] === locker;
        if (isLate)
          expect(putBack.get(other)).toContainEqual(expect.objectContaining({ id: 'shape:a', reason: 'locked' }));
        else expect(told).toEqual([]);
        if (!isLate && (first === 'delete' || second === 'delete')) expect(lab.has('shape:a')).toBe(false);
        else expect([shows(locker), shows(other)]).toEqual([true, !isLate]);
        break;
      }
    }
  }
});
