import type { CardView } from '../../board-view.ts';
import { valueWords } from '../../words/values.ts';
import { onBoard, onCard, percent, type Rule } from '../found.ts';
import { isVoice, textField } from '../help-board.ts';
import { loopsOf } from '../loops.ts';
import { createNameFinder } from '../names.ts';
import { helpSettings } from '../settings.ts';
import { similarPairs } from '../similar.ts';
import { openQuestion } from '../texts/root-cause-tree.ts';
import { areTwoBranches, depthsOf, parentsOf, trunksOf } from '../tree.ts';
import { findBecause, findBlame, findSolution } from '../words/trigger-words.ts';

const leafDepth: Rule = (board) => {
  const depths = depthsOf(board);
  const parents = parentsOf(board);
  return board.ofKind('cause').flatMap((card) => {
    const depth = depths.get(card.id);
    if (depth === undefined || parents.has(card.id)) return [];
    const params = { depth };
    if (depth < helpSettings.shallowDepth)
      return [onCard('RCT-1', card, { params, suggestion: { type: 'ask-why', cardId: card.id } })];
    if (depth < helpSettings.deepDepth || card.fields.is_root === true) return [];
    const suggestion = { type: 'set-fields', cardIds: [card.id], fields: { is_root: true } } as const;
    return [onCard('RCT-1.deep', card, { params, suggestion })];
  });
};

const rewrite = ({ id }: CardView) => ({ type: 'rewrite', cardId: id }) as const;

const solution: Rule = (board) =>
  [...board.ofKind('cause'), ...trunksOf(board)].flatMap((card) => {
    const words = findSolution(card.title, board.language);
    return words === null ? [] : [onCard('RCT-2', card, { params: { words }, suggestion: rewrite(card) })];
  });

const blame: Rule = (board) => {
  const findName = createNameFinder(board);
  return board.ofKind('cause').flatMap((card) => {
    const words = findBlame(card.title, board.language) ?? findName(card.title);
    return words === null ? [] : [onCard('RCT-3', card, { params: { words }, suggestion: rewrite(card) })];
  });
};

const causeInTrunk: Rule = (board) =>
  trunksOf(board).flatMap((card) => {
    const words = findBecause(card.title, board.language);
    return words === null ? [] : [onCard('RCT-4', card, { params: { words }, suggestion: rewrite(card) })];
  });

/** Quiet once a question asks about it. */
const unsureRoot: Rule = (board) =>
  board
    .ofKind('cause')
    .filter(isChosen)
    .flatMap((card) => {
      const isUnsure = card.fields.confidence === 'low' || card.fields.evidence_kind === 'assumption';
      const isAsked = board.ofKind('question').some(({ title }) => title.includes(card.title.slice(0, askedLength)));
      if (!isUnsure || isAsked) return [];
      const zone = { frameId: 'choose', zoneId: 'unknown' };
      return [onCard('RCT-5', card, { suggestion: { type: 'add', zone, title: openQuestion, about: card.title } })];
    });

/** A question's title has less room than what it asks about may take. */
const askedLength = 60;
const isChosen = ({ fields }: CardView): boolean => fields.is_root === true;

const unsettledScope: Rule = (board) =>
  board
    .ofKind('cause')
    .filter(isChosen)
    .flatMap((card) => {
      const { scope } = card.fields;
      if (scope !== 'out' && scope !== 'unsure') return [];
      return [onCard('RCT-6', card, { params: { scope: valueWords.scope[scope] } })];
    });

const unheard: Rule = (board) => {
  const tree = [...board.ofKind('cause'), ...board.ofKind('effect')];
  return tree.length >= helpSettings.heardFrom && !tree.some(isVoice) ? [onBoard('RCT-7', [], { isUrgent: true })] : [];
};

const oneCategory: Rule = (board) => {
  const causes = board.ofKind('cause');
  if (causes.length < helpSettings.categoryFrom) return [];
  return Object.entries(valueWords.category).flatMap(([value, category]) => {
    const own = causes.filter((card) => textField(card, 'category') === value);
    const share = own.length / causes.length;
    if (share < helpSettings.categoryShare) return [];
    return [onBoard('RCT-8', own, { params: { percent: percent(share), category } })];
  });
};

const loop: Rule = (board) =>
  loopsOf(board).flatMap(({ ids, edges }) => {
    const cards = board.cards.filter(({ id }) => ids.includes(id));
    const [first] = cards;
    if (first === undefined) return [];
    const closing = edges.some(({ props }) => props.kind === 'feeds_back')
      ? undefined
      : edges.find(({ props }) => props.kind === 'causes' && board.view.cards.get(props.to)?.kind === 'cause');
    const params = { titles: cards.map(({ title }) => title) };
    return [
      onCard('RCT-9', first, {
        ...{ cardIds: ids, params },
        suggestion:
          closing === undefined
            ? null
            : { type: 'feed-back', relationId: closing.id, from: closing.props.from, to: closing.props.to },
      }),
    ];
  });

const inTwoBranches: Rule = (board) =>
  similarPairs(board.ofKind('cause'))
    .filter(([one, other]) => areTwoBranches(board, one, other))
    .map(([one, other]) =>
      onCard('RCT-10', other, {
        cardIds: [other.id, one.id],
        params: { title: one.title },
        suggestion: { type: 'merge', keepId: one.id, dropId: other.id },
      }),
    );

/** The most telling first: of several on one card, that is the one its edge shows. */
export const rootCauseTreeRules: readonly Rule[] = [
  ...[solution, blame, causeInTrunk, loop, inTwoBranches, unsureRoot, unsettledScope, leafDepth],
  ...[unheard, oneCategory],
];
