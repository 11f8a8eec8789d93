import { groupBy } from '../../behaviours/group.ts';
import type { CardView } from '../../board-view.ts';
import type { Text } from '../../template.ts';
import { onBoard, onCard, type Rule } from '../found.ts';
import { type HelpBoard, numberField, textField } from '../help-board.ts';
import { createNameFinder } from '../names.ts';
import { helpSettings } from '../settings.ts';
import { sameKey } from '../similar.ts';
import { parentsOf } from '../tree.ts';
import { findBlame, findOnePlace, findVague } from '../words/trigger-words.ts';

/** Cells of the table of differences and what one is proud of hold cards of this kind too: these are on their way. */
const lessonsOf = (board: HelpBoard): readonly CardView[] =>
  board.ofKind('lesson').filter((card) => {
    const isLanded = board.isIn(card, 'lessons') || board.isIn(card, 'landing');
    return isLanded || !(board.isIn(card, 'plan-reality') || board.isIn(card, 'thanks'));
  });

/** It says what was, and nothing that follows from it; or it stands on the timeline already. */
function isEvent(card: CardView, events: ReadonlySet<string>): boolean {
  const says = (['why', 'verdict', 'next_action'] as const).some((name) => textField(card, name) !== '');
  return !says || events.has(sameKey(card.title));
}

const eventsOf = (board: HelpBoard): ReadonlySet<string> =>
  new Set(board.ofKind('event').map(({ title }) => sameKey(title)));

const justAnEvent: Rule = (board) => {
  const events = eventsOf(board);
  return lessonsOf(board)
    .filter((card) => isEvent(card, events))
    .map((card) => onCard('LES-1', card, { suggestion: { type: 'rewrite', cardId: card.id } }));
};

const goodIntentions: Rule = (board) =>
  lessonsOf(board).flatMap((card) => {
    const words = findVague(`${card.title} · ${textField(card, 'next_action')}`, board.language);
    const isDefinite = textField(card, 'owner_org') !== '' && textField(card, 'due') !== '';
    return words === null || isDefinite ? [] : [onCard('LES-2', card, { params: { words } })];
  });

const noWhy: Rule = (board) => {
  const events = eventsOf(board);
  const parents = parentsOf(board);
  return [
    ...lessonsOf(board)
      .filter((card) => textField(card, 'why') === '' && !isEvent(card, events))
      .map((card) => onCard('LES-3', card)),
    ...board
      .ofKind('cause')
      .filter((card) => board.isIn(card, 'why') && board.targets(card, 'causes').length === 0 && !parents.has(card.id))
      .map((card) => onCard('LES-3.tree', card, { suggestion: { type: 'ask-why', cardId: card.id } })),
  ];
};

/** For the core group only. */
const blame: Rule = (board) => {
  const findName = createNameFinder(board);
  return lessonsOf(board).flatMap((card) => {
    const text = [card.title, textField(card, 'what_happened'), textField(card, 'why')].join(' · ');
    const words = findBlame(text, board.language) ?? findName(text);
    const suggestion = { type: 'rewrite', cardId: card.id } as const;
    return words === null ? [] : [onCard('LES-4', card, { params: { words }, audience: 'facilitator', suggestion })];
  });
};

const homeless: Rule = (board) => {
  const cards = lessonsOf(board).filter((card) => {
    const hasOwner = textField(card, 'owner_org') !== '' && textField(card, 'due') !== '';
    return textField(card, 'lands_on') === '' || (textField(card, 'next_action') !== '' && !hasOwner);
  });
  return cards.length === 0 ? [] : [onBoard('LES-5', cards, { params: { count: cards.length } })];
};

const oneSided: Rule = (board) => {
  const seen = board
    .ofKind('observation')
    .filter((card) => textField(card, 'lens_4l') !== '' || textField(card, 'lens_kcss') !== '');
  if (seen.length < helpSettings.lensFrom) return [];
  const good = seen.filter(({ fields }) => fields.lens_4l === 'liked' || fields.lens_kcss === 'keep');
  if (good.length === seen.length) return [onBoard('LES-6.praise', [])];
  return good.length / seen.length < helpSettings.likedShare ? [onBoard('LES-6', [])] : [];
};

const unlived: Rule = (board) => {
  const onLane = (...lanes: readonly string[]): boolean =>
    board.ofKind('event').some((card) => lanes.some((lane) => board.isIn(card, `timeline/${lane}`)));
  return onLane('planned', 'real') && !onLane('lived') ? [onBoard('LES-7', [], { isUrgent: true })] : [];
};

const provenOnce: Rule = (board) =>
  lessonsOf(board)
    .filter(
      (card) =>
        card.fields.travels === 'everywhere' && findOnePlace(textField(card, 'evidence'), board.language) !== null,
    )
    .map((card) => onCard('LES-9', card));

/** Of the line of averages, from one month to the next. */
const energyDrop: Rule = (board) => {
  const felt = board.ofKind('event').flatMap((card) => {
    const [date, mood] = [textField(card, 'date'), numberField(card, 'mood')];
    return date === '' || mood === null ? [] : [{ card, month: date.slice(0, 7), mood }];
  });
  const months = [...groupBy(felt, ({ month }) => month)]
    .map(([month, own]) => ({ month, own, average: own.reduce((sum, { mood }) => sum + mood, 0) / own.length }))
    .toSorted((a, b) => (a.month < b.month ? -1 : 1));
  return months.flatMap(({ month, own, average }, index) => {
    const before = months[index - 1];
    if (before === undefined || nextMonth(before.month) !== month) return [];
    if (before.average - average < helpSettings.moodDrop) return [];
    return [
      onBoard(
        'LES-10',
        own.map(({ card }) => card),
        { params: { month: monthName(month) } },
      ),
    ];
  });
};

function monthName(month: string): Text {
  const day = Date.parse(`${month}-01`);
  const say = (locale: string): string =>
    new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(day);
  return { en: say('en-GB'), nl: say('nl-BE'), fr: say('fr-BE'), de: say('de-DE') };
}

function nextMonth(month: string): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 1);
  return date.toISOString().slice(0, 7);
}

/** Who takes part is who belongs to the workshop, and who wrote. */
const thankless: Rule = (board) => {
  const thanked = new Set(board.ofKind('thanks').map((card) => sameKey(board.nameOf(textField(card, 'to_org')))));
  if (board.ofKind('thanks').length === 0) return [];
  const owners = board.cards.flatMap((card) => board.ownerOf(card) ?? []);
  const all = new Set([...board.organisations.map(({ name }) => name), ...owners]);
  const names = [...all].filter((name) => !thanked.has(sameKey(name))).toSorted();
  return names.length === 0 ? [] : [onBoard('LES-11', [], { params: { names }, audience: 'facilitator' })];
};

export const lessonsLearntRules: readonly Rule[] = [
  ...[blame, goodIntentions, justAnEvent, noWhy, provenOnce],
  ...[unlived, oneSided, energyDrop, homeless, thankless],
];
