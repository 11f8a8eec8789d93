import type { TLRichText, TLShapeId } from 'tldraw';
import { plainRichText } from '../../../shared/board/rich-text.ts';
import type { CardKind } from '../../../shared/method/cards/kinds.ts';
import type { Draft } from './draft.ts';
import { link } from './edges.ts';
import { intoLane } from './lanes.ts';
import { makeCard } from './make.ts';

/** What asking once more about a card leads to. */
const childKinds: Readonly<Partial<Record<CardKind, CardKind>>> = {
  problem: 'cause',
  cause: 'cause',
  effect: 'effect',
  event: 'event',
};
export const mayBranch = (kind: CardKind): boolean => childKinds[kind] !== undefined;

/** Where nobody arranges a tree, an answer stands below its question. In board units. */
const below = 40;

/** An empty card that hangs on another one. @returns null where nothing can hang on a card of this kind. */
export function makeBranch(draft: Draft, cardId: string): TLShapeId | null {
  const card = draft.view.cards.get(cardId);
  const kind = card && childKinds[card.kind];
  if (card === undefined || kind === undefined) return null;
  const layout = draft.scenes().of(cardId)?.layout;
  const { h } = card.shape.props;
  const isInTree = layout === 'tree' || layout === 'minitree';
  // Dropped on a card of a tree, another one hangs on it.
  const point = isInTree ? card.centre : { x: card.centre.x, y: card.centre.y + h + below };
  const richText = plainRichText('') as unknown as TLRichText;
  const id = makeCard(draft, { point }, { kind, richText, fields: {} });
  if (id === undefined) return null;
  const isLinked = draft.view.relations.some(
    ({ props: { from, to } }) => (from === id && to === cardId) || (from === cardId && to === id),
  );
  intoLane(draft, draft.scenes(), id);
  if (!isLinked && kind === 'cause') link(draft, { from: id, to: cardId, kind: 'causes' });
  if (!isLinked && kind !== 'cause') link(draft, { from: cardId, to: id, kind: 'leads_to' });
  return id;
}
