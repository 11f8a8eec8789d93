import {
  faultOf,
  QUESTION,
  sum,
  type Votes,
  type VotingMethod,
  type VotingRound,
} from '../../../shared/session/voting.ts';

/** What is voted on, as a list shows it. */
export interface VotingItem {
  readonly id: string;
  readonly title: string;
  /** The frame and the zone that it lies in; empty where it lies in none. */
  readonly place: string;
  readonly kind: string;
  readonly frameId: string | null;
}

export type DotsMethod = Extract<VotingMethod, { type: 'dots' }>;

/** A fourth of what is voted on, between three and seven. */
export const dotsFor = (items: number): number => Math.min(7, Math.max(3, Math.round(items / 4)));

/** So many at most on one card, where nobody says otherwise. */
export const perCardDefault = 2;

export const dotsGiven = (votes: Votes): number => sum(Object.values(votes));

/** What a scope means, of everything on a board. */
export const inScope = <Item extends Pick<VotingItem, 'kind' | 'frameId'>>(
  items: readonly Item[],
  { frameId, kind }: VotingRound['scope'],
): readonly Item[] =>
  items.filter((item) => (frameId === null || item.frameId === frameId) && (kind === null || item.kind === kind));

/** Without zeros. */
export function withVote(votes: Votes, id: string, value: number): Votes {
  const { [id]: _before, ...others } = votes;
  return value === 0 ? others : { ...others, [id]: value };
}

/** One answer, which may be zero. */
export const withAnswer = (value: number): Votes => ({ [QUESTION]: value });

/** Without what is not voted on any more: a card that is gone gives its dots back. */
export const onlyOn = (votes: Votes, ids: ReadonlySet<string>): Votes =>
  Object.keys(votes).every((id) => ids.has(id))
    ? votes
    : Object.fromEntries(Object.entries(votes).filter(([id]) => ids.has(id)));

/** Whether another dot on this card would still count. */
export const mayAdd = (method: DotsMethod, votes: Votes, id: string): boolean =>
  faultOf(method, new Set([...Object.keys(votes), id]), withVote(votes, id, (votes[id] ?? 0) + 1)) === null;
