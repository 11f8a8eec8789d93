import type { CardView } from '../../board-view.ts';
import type { FieldName } from '../../cards/fields.ts';
import { valueWords } from '../../words/values.ts';
import { onBoard, onCard, percent, type Rule } from '../found.ts';
import { type HelpBoard, numberField, textField } from '../help-board.ts';
import { isPerson } from '../names.ts';
import { helpSettings } from '../settings.ts';
import { findUsualCircle } from '../words/trigger-words.ts';

const inRings = (board: HelpBoard, ...rings: readonly string[]): readonly CardView[] =>
  board.ofKind('actor').filter((card) => rings.includes(textField(card, 'map_ring')));

const onMap = (board: HelpBoard): readonly CardView[] => inRings(board, 'affected', 'core', 'needed', 'wider');

const linesOf = (board: HelpBoard, card: CardView): number =>
  board.edges('relates').filter(({ props }) => props.from === card.id || props.to === card.id).length;

const emptyCentre: Rule = (board) => {
  const speakThemselves = inRings(board, 'affected').some(({ fields }) => fields.org_type === 'C');
  return onMap(board).length >= helpSettings.mappedFrom && !speakThemselves
    ? [onBoard('ACT-1', inRings(board, 'affected'))]
    : [];
};

const missingTypes: Rule = (board) => {
  const inside = inRings(board, 'core', 'needed');
  if (inside.length < helpSettings.mappedFrom) return [];
  const there = new Set(inside.map((card) => textField(card, 'org_type')));
  const types = Object.entries(valueWords.org_type).flatMap(([value, text]) => (there.has(value) ? [] : [text]));
  if (types.length === 0) return [];
  const isUrgent = types.length >= helpSettings.manyTypes;
  return [onBoard(isUrgent ? 'ACT-2.many' : 'ACT-2', [], { params: { types }, isUrgent })];
};

const usualCircle: Rule = (board) => {
  const core = inRings(board, 'core');
  const isKnown = ({ fields: { tags } }: CardView): boolean =>
    Array.isArray(tags) && tags.some((tag) => findUsualCircle(tag, board.language) !== null);
  return core.length > 1 && core.every(isKnown) ? [onBoard('ACT-3', core)] : [];
};

/** Once anybody draws lines. */
const unconnected: Rule = (board) =>
  board.edges('relates').length === 0
    ? []
    : inRings(board, 'core')
        .filter((card) => linesOf(board, card) === 0)
        .map((card) => onCard('ACT-4', card));

const hub: Rule = (board) => {
  const lines = board.edges('relates').length;
  if (lines < helpSettings.hubFrom) return [];
  return board.ofKind('actor').flatMap((card) => {
    const share = linesOf(board, card) / lines;
    return share > helpSettings.hubShare ? [onCard('ACT-5', card, { params: { percent: percent(share) } })] : [];
  });
};

/** For the core group only. */
const strain: Rule = (board) => {
  const core = new Map(inRings(board, 'core').map((card) => [card.id as string, card]));
  return board.edges('relates').flatMap(({ props }) => {
    const [from, to] = [core.get(props.from), core.get(props.to)];
    if (from === undefined || to === undefined || (props.state !== 'broken' && props.tie !== 'conflict')) return [];
    return [onBoard('ACT-6', [from, to], { params: { names: [from.title, to.title] }, audience: 'facilitator' })];
  });
};

const dayMs = 86_400_000;

/** Since the last contact that was planned, else since the card was made: nobody notes when talks began. */
const silentTalks: Rule = (board) =>
  board.ofKind('actor').flatMap((card) => {
    if (card.fields.engagement !== 'in-talks') return [];
    const planned = Date.parse(textField(card, 'next_contact'));
    const sinceMs = Number.isNaN(planned) ? card.createdAtMs : planned;
    const isSilent = sinceMs !== null && board.nowMs - sinceMs > helpSettings.silentDays * dayMs;
    return isSilent ? [onCard('ACT-8', card, { params: { days: helpSettings.silentDays } })] : [];
  });

const personOrHouse: Rule = (board) =>
  board.ofKind('actor').flatMap((card) => {
    if (card.fields.engagement !== 'committed') return [];
    const readiness = numberField(card, 'readiness');
    if (readiness !== null && readiness <= helpSettings.lowReadiness)
      return [onCard('ACT-9', card, { params: { readiness } })];
    return textField(card, 'decision_maker') === '' ? [onCard('ACT-9.nobody', card)] : [];
  });

const tooMany: Rule = (board) => {
  const core = inRings(board, 'core');
  return core.length > helpSettings.coreMax ? [onBoard('ACT-10', core, { params: { count: core.length } })] : [];
};

const scores: readonly FieldName[] = ['interest', 'influence', 'affected', 'readiness', 'trusted'];

const privacy: Rule = (board) => {
  const exposed = board
    .ofKind('actor')
    .filter(
      (card) =>
        card.fields.sensitivity !== 'core' &&
        (card.fields.stance === 'opposed' ||
          scores.some((name) => numberField(card, name) !== null) ||
          isPerson(card.title, board)),
    );
  if (exposed.length === 0) return [];
  const cardIds = exposed.map(({ id }) => id);
  const suggestion = { type: 'set-fields', cardIds, fields: { sensitivity: 'core' } } as const;
  return [onBoard('ACT-11', exposed, { suggestion })];
};

export const actorMapRules: readonly Rule[] = [
  ...[emptyCentre, missingTypes, usualCircle, tooMany, strain, privacy],
  ...[hub, unconnected, personOrHouse, silentTalks],
];
