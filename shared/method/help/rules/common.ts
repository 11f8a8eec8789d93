import { groupBy } from '../../behaviours/group.ts';
import type { CardView } from '../../board-view.ts';
import { onBoard, onCard, percent, type Rule } from '../found.ts';
import { isAgreed, isVoice, textField } from '../help-board.ts';
import { helpSettings } from '../settings.ts';
import { similarPairs } from '../similar.ts';
import { areTwoBranches } from '../tree.ts';

const nobodyHeard: Rule = ({ cards }) =>
  cards.length >= helpSettings.heardFrom && !cards.some(isVoice) ? [onBoard('ALL-1', [])] : [];

/** The silent ones are named to the facilitator only. */
const oneVoice: Rule = (board) => {
  const counts = new Map(board.organisations.map(({ name }) => [name, 0]));
  for (const card of board.cards) {
    const owner = board.ownerOf(card);
    if (owner !== null) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [loudest] = [...counts].toSorted(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
  if (loudest === undefined || counts.size < helpSettings.organisationsFrom) return [];
  const [organisation, count] = loudest;
  if (total < helpSettings.organisationCardsFrom || count / total <= helpSettings.organisationShare) return [];
  const silent = [...counts].filter(([, own]) => own === 0).map(([name]) => name);
  const params = { organisation, percent: percent(count / total), silent };
  return [onBoard(silent.length === 0 ? 'ALL-2' : 'ALL-2.silent', [], { params, audience: 'facilitator' })];
};

const agreedAndChanged: Rule = ({ cards, agreedTitles }) =>
  cards.flatMap((card) => {
    const words = agreedTitles.get(card.id);
    if (!isAgreed(card) || words === undefined || words === card.title) return [];
    const suggestion = { type: 'set-fields', cardIds: [card.id], fields: { status: 'proposed' } } as const;
    return [onCard('ALL-3', card, { params: { words }, suggestion })];
  });

const ownerless: Rule = (board) =>
  [...board.ofKind('action'), ...board.ofKind('question')].filter(isOpen).flatMap((card) => {
    const hasOwner = textField(card, 'owner_org') !== '' || textField(card, 'owner_person') !== '';
    const hasDate = textField(card, 'due') !== '';
    if (hasOwner && hasDate) return [];
    return [onCard(hasOwner ? 'ALL-5.date' : hasDate ? 'ALL-5.owner' : 'ALL-5', card)];
  });

const isOpen = ({ kind, fields }: CardView): boolean =>
  kind === 'question' ? (fields.answer ?? '') === '' : fields.progress !== 'done' && fields.progress !== 'dropped';

/** One word alone says the same by chance, except where it is a name. */
const saysEnough = ({ kind, title }: CardView): boolean => kind === 'actor' || title.trim().includes(' ');

/** Of the same kind on the same frame; what stands in two branches of a tree is a rule of its own. */
const nearlyTheSame: Rule = (board) => {
  const groups = groupBy(board.cards.filter(saysEnough), ({ kind, frame }) => `${kind} ${frame?.id ?? ''}`);
  return [...groups.values()].flatMap((cards) =>
    similarPairs(cards)
      .filter(([one, other]) => !areTwoBranches(board, one, other))
      .map(([one, other]) =>
        onCard('ALL-6', other, {
          cardIds: [other.id, one.id],
          params: { title: one.title },
          suggestion: { type: 'merge', keepId: one.id, dropId: other.id },
        }),
      ),
  );
};

export const commonRules: readonly Rule[] = [nobodyHeard, oneVoice, agreedAndChanged, ownerless, nearlyTheSame];
