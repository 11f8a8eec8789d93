import { reasonIn } from './dismissals.ts';
import type { Finding, Found, HelpInput, HelpText, RuleId } from './finding.ts';
import type { Rule } from './found.ts';
import { createHelpBoard } from './help-board.ts';

/** The help of one board: what is looked for, and what is said about it. */
export interface BoardHelp {
  /** Of several findings on one card, that of the earliest rule is the most telling. */
  readonly rules: readonly Rule[];
  readonly texts: Readonly<Record<string, HelpText>>;
}

/** A rule that says the same as another one, and more: where it speaks, the other is silent. */
const covered: Readonly<Partial<Record<RuleId, readonly RuleId[]>>> = {
  'RCT-7': ['ALL-1'],
  'VIS-4': ['ALL-1'],
};

/** All that is worth a look on a board, with what was put aside. The same board gives the same list. */
export function findHelp(input: HelpInput, { rules }: BoardHelp): readonly Finding[] {
  const board = createHelpBoard(input);
  const found = rules.flatMap((rule) => rule(board));
  const silent = new Set(found.flatMap(({ rule }) => covered[rule] ?? []));
  return found.filter(({ rule }) => !silent.has(rule)).map((one) => ({ ...one, dismissed: dismissalIn(input, one) }));
}

const dismissalIn = ({ view, dismissed }: HelpInput, { cardId, key }: Found): string | null =>
  reasonIn(cardId === null ? dismissed : view.cards.get(cardId)?.fields.dismissed, key);
