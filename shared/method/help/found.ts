import type { CardView } from '../board-view.ts';
import type { Found, HelpKey, RuleId } from './finding.ts';
import type { HelpBoard } from './help-board.ts';

export type Rule = (board: HelpBoard) => readonly Found[];

type More = Partial<Pick<Found, 'params' | 'audience' | 'isUrgent' | 'suggestion' | 'cardIds'>>;

const plain = { params: {}, audience: 'everyone', isUrgent: false, suggestion: null } as const;

const ruleOf = (key: HelpKey): RuleId => key.split('.')[0] as RuleId;

/** About one card. */
export const onCard = (key: HelpKey, { id }: CardView, more: More = {}): Found => ({
  ...{ rule: ruleOf(key), key, cardId: id, cardIds: [id] },
  ...plain,
  ...more,
});

/** About the board. @param cards that show it */
export const onBoard = (key: HelpKey, cards: readonly CardView[], more: More = {}): Found => ({
  ...{ rule: ruleOf(key), key, cardId: null, cardIds: cards.map(({ id }) => id) },
  ...plain,
  ...more,
});

export const percent = (share: number): number => Math.round(share * 100);
