import { z } from 'zod';
import { TimestampMs } from '../api/time.ts';
import { BoardId, RoundId } from '../protocol/ids.ts';

/** How people vote. */
export const VotingMethod = z.discriminatedUnion('type', [
  /** Dots on cards: so many each, so many of them at most on one. */
  z
    .object({ type: z.literal('dots'), perPerson: z.int().min(1).max(20), perCard: z.int().min(1).max(20) })
    .refine(({ perPerson, perCard }) => perCard <= perPerson, { path: ['perCard'] }),
  /** One answer to the question: 0 and 1 object, 2 has a concern, 3 to 5 support. */
  z.object({ type: z.literal('fist') }),
  /** 1 to 5 for a field of each card. */
  z.object({ type: z.literal('score'), field: z.enum(['weight', 'reach']) }),
]);
export type VotingMethod = z.infer<typeof VotingMethod>;

/** What is voted on: cards of these kinds, in this frame. */
export const VotingScope = z.object({
  /** Shape of the frame; null: the whole board. */
  frameId: z.string().max(200).nullable(),
  /** A kind of card; null: of every kind. */
  kind: z.string().max(40).nullable(),
});
export type VotingScope = z.infer<typeof VotingScope>;

/** A round that people vote in. */
export const VotingRound = z.object({
  id: RoundId,
  boardId: BoardId,
  question: z.string(),
  method: VotingMethod,
  scope: VotingScope,
  /** Declared before anybody votes: who voted what can be read when it is closed. Otherwise nobody ever can. */
  isOpen: z.boolean(),
  openedAtMs: TimestampMs,
});
export type VotingRound = z.infer<typeof VotingRound>;

/** What the answer to a fist to five is about, which has no cards. */
export const QUESTION = 'question';

/** Dots or points by card; zeros are left out. */
export const Votes = z.record(z.string().max(200), z.int().min(0).max(20));
export type Votes = z.infer<typeof Votes>;

export type BallotFault = 'not-on-it' | 'too-many' | 'too-many-on-one' | 'no-such-value';

/**
 * What is wrong with somebody's ballot; null for one that counts.
 * @param cards ids of what is voted on
 */
export function faultOf(method: VotingMethod, cards: ReadonlySet<string>, votes: Votes): BallotFault | null {
  const entries = Object.entries(votes);
  const isOnIt = (id: string) => (method.type === 'fist' ? id === QUESTION : cards.has(id));
  if (!entries.every(([id]) => isOnIt(id))) return 'not-on-it';
  const values = entries.map(([, value]) => value);
  switch (method.type) {
    case 'dots':
      if (values.some((dots) => dots > method.perCard)) return 'too-many-on-one';
      return sum(values) > method.perPerson ? 'too-many' : null;
    case 'fist':
      return values.every((value) => value <= 5) ? null : 'no-such-value';
    case 'score':
      return values.every((value) => value >= 1 && value <= 5) ? null : 'no-such-value';
  }
}

export const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
