import type { CardView } from '../../board-view.ts';
import { onBoard, onCard, type Rule } from '../found.ts';
import { type HelpBoard, isVoice, numberField, textField } from '../help-board.ts';
import { helpSettings } from '../settings.ts';
import { sameKey } from '../similar.ts';
import { abstractNounsIn } from '../words/abstract-nouns.ts';
import { isActivity } from '../words/activity-words.ts';
import { countWords, hasWords } from '../words/matcher.ts';

/** The vision as it was agreed on, else as it is drafted. */
const statements = (board: HelpBoard): readonly CardView[] =>
  board.ofKind('vision').filter((card) => board.isIn(card, 'statement'));

const agreed = (board: HelpBoard): CardView | undefined =>
  board.ofKind('vision').find((card) => board.isIn(card, 'statement/vision'));

/** A day as text sorts like the day. */
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

function yearsAfter(day: string, years: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return dayOf(date.getTime());
}

const monthMs = 30 * 86_400_000;

/** The column of the way back that a day belongs in; on the day of `nowMs` they begin. */
function columnFor(day: string, nowMs: number): string {
  const months = (Date.parse(day) - nowMs) / monthMs;
  if (months <= 4) return 'd90';
  return months <= 15 ? 'y1' : 'half';
}

const tooSoon: Rule = (board) => {
  const statement = agreed(board);
  const today = dayOf(board.nowMs);
  return [...board.ofKind('impact'), ...board.ofKind('vision')].flatMap((card) => {
    const day = textField(card, card.kind === 'impact' ? 'by_when' : 'horizon');
    const from = textField(card, 'agreed_on') || (statement === undefined ? '' : textField(statement, 'agreed_on'));
    if (day === '' || day >= yearsAfter(from || today, helpSettings.horizonYears)) return [];
    const zone = { frameId: 'backcast', zoneId: `true.${columnFor(day, board.nowMs)}` };
    return [
      onCard('VIS-1', card, {
        suggestion: card.kind === 'impact' ? { type: 'move', cardId: card.id, zone, kind: 'event' } : null,
      }),
    ];
  });
};

const activity: Rule = (board) =>
  board
    .ofKind('impact')
    .filter(({ title }) => isActivity(title))
    .map((card) => onCard('VIS-2', card, { suggestion: { type: 'rewrite', cardId: card.id } }));

const between = /\s*[,;/·+&]\s*|\s+(?:and|en|et|und)\s+/iu;

const ownHouse: Rule = (board) => {
  const houses = new Set(board.organisations.map(({ name }) => sameKey(name)));
  for (const card of board.cards) houses.add(sameKey(board.ownerOf(card) ?? ''));
  const isHouse = (name: string): boolean => sameKey(name) !== '' && houses.has(sameKey(name));
  return board.ofKind('impact').flatMap((card) => {
    const whom = textField(card, 'for_whom');
    return isHouse(whom) || (whom !== '' && whom.split(between).every(isHouse)) ? [onCard('VIS-3', card)] : [];
  });
};

const unheard: Rule = ({ cards }) =>
  cards.length >= helpSettings.heardFrom && !cards.some(isVoice) ? [onBoard('VIS-4', [])] : [];

const rootless: Rule = (board) => {
  const impacts = board.ofKind('impact');
  const roots = board.ofKind('cause').filter(({ fields }) => fields.is_root === true);
  if (impacts.length === 0 || roots.length === 0) return [];
  return [
    ...impacts
      .filter((card) => !board.targets(card, 'rooted_in').some(({ kind }) => kind === 'cause'))
      .map((card) => onCard('VIS-5', card)),
    ...roots.filter((card) => board.sources(card, 'rooted_in').length === 0).map((card) => onCard('VIS-5.root', card)),
  ];
};

const number = /\p{N}/u;

const unseen: Rule = (board) =>
  board
    .ofKind('impact')
    .filter((card) => textField(card, 'indicator') === '' && !number.test(`${card.title} ${textField(card, 'target')}`))
    .map((card) => onCard('VIS-6', card));

const balance: Rule = (board) =>
  board.ofKind('impact').flatMap((card) => {
    const [ambitious, grounded] = [numberField(card, 'ambitious'), numberField(card, 'grounded')];
    if (ambitious === null || grounded === null) return [];
    const { highScore, lowScore } = helpSettings;
    if (ambitious >= highScore && grounded <= lowScore) return [onCard('VIS-7', card)];
    return ambitious <= lowScore && grounded >= highScore ? [onCard('VIS-7.tame', card)] : [];
  });

const tooMany: Rule = (board) => {
  const impacts = board.ofKind('impact');
  return impacts.length > helpSettings.impactsMax
    ? [onBoard('VIS-8', impacts, { params: { count: impacts.length, most: helpSettings.impactsMax } })]
    : [];
};

const heavy: Rule = (board) =>
  statements(board).flatMap((card) => {
    const suggestion = { type: 'rewrite', cardId: card.id } as const;
    const count = countWords(card.title);
    if (count > helpSettings.statementWords) return [onCard('VIS-9', card, { params: { count }, suggestion })];
    const words = abstractNounsIn(card.title);
    return words.length > helpSettings.abstractNouns
      ? [onCard('VIS-9.abstract', card, { params: { words }, suggestion })]
      : [];
  });

/** Once the way back has begun. */
const emptyColumn: Rule = (board) => {
  const frame = board.template.frames.find(({ id }) => id === 'backcast');
  const columns = (frame?.zones ?? []).flatMap(({ id, box }) => {
    const [lane, step] = id.split('.');
    // The first label over a column is its head.
    const head = frame?.labels.find((label) => label.box.x >= box.x && label.box.x < box.x + box.w);
    return lane === 'true' && step !== undefined && head !== undefined ? [{ step, name: head.text }] : [];
  });
  const isEmpty = (step: string): boolean =>
    !board.cards.some((card) => ['true', 'who', 'stop'].some((lane) => board.isIn(card, `backcast/${lane}.${step}`)));
  const empty = columns.filter(({ step }) => isEmpty(step));
  if (empty.length === 0 || empty.length === columns.length) return [];
  return [onBoard('VIS-10', [], { params: { columns: empty.map(({ name }) => name) } })];
};

const quoted = /^[\p{P}\s]+|[\p{P}\s]+$/gu;

const dividing: Rule = (board) => {
  const words = board.cards
    .filter((card) => board.isIn(card, 'threads/divide'))
    .flatMap(({ title }) => title.split(between).map((part) => part.replace(quoted, '')))
    .filter((part) => part !== '' && countWords(part) <= helpSettings.dividingWords);
  return statements(board).flatMap((card) => {
    const found = words.filter((part) => hasWords(card.title, part));
    if (found.length === 0) return [];
    return [onCard('VIS-11', card, { params: { words: found }, suggestion: { type: 'rewrite', cardId: card.id } })];
  });
};

export const visioningRules: readonly Rule[] = [
  ...[tooSoon, activity, ownHouse, dividing, balance, unseen, rootless, heavy],
  ...[unheard, tooMany, emptyColumn],
];
