import type { CardKind } from '../../../shared/method/cards/kinds.ts';

/** Ten papers that the kinds share; the names are those of the tokens. */
export type Paper =
  | 'problem'
  | 'cause'
  | 'effect'
  | 'actor'
  | 'impact'
  | 'lesson'
  | 'kpi'
  | 'action'
  | 'criterion'
  | 'decision';

/** What is written on it, as a token. */
export const inkOf = (paper: Paper): 'problem-ink' | 'card-ink' => (paper === 'problem' ? 'problem-ink' : 'card-ink');

export const paperOf: Readonly<Record<CardKind, Paper>> = {
  idea: 'action',
  problem: 'problem',
  fact: 'kpi',
  cause: 'cause',
  effect: 'effect',
  question: 'criterion',
  actor: 'actor',
  observation: 'lesson',
  vision: 'impact',
  quote: 'lesson',
  kpi: 'kpi',
  impact: 'impact',
  event: 'lesson',
  risk: 'effect',
  action: 'action',
  lesson: 'lesson',
  thanks: 'impact',
  decision: 'decision',
};
