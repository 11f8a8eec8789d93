import {
  createShapeId,
  type Editor,
  getIndexAbove,
  getIndexBetween,
  type IndexKey,
  type TLShapeId,
  type TLShapePartial,
} from 'tldraw';
import type { RelationShape } from '../../../shared/board/card-shapes.ts';
import type { Drop } from '../../../shared/method/behaviours/behaviour.ts';
import type { CardKind } from '../../../shared/method/cards/kinds.ts';
import { mayJoin, type RelationKind, relationKinds } from '../../../shared/method/cards/relations.ts';
import type { RelationChanges } from './card-actions.ts';
import type { Draft } from './draft.ts';

/** What may join two cards, the likeliest first. */
export const joining = (from: CardKind, to: CardKind): readonly RelationKind[] =>
  relationKinds.filter((kind) => mayJoin(kind, from, to));

/** Of a tree, where a card hangs on another one. */
type TreeKind = 'causes' | 'leads_to';
const isTreeKind = (kind: RelationKind): kind is TreeKind => kind === 'causes' || kind === 'leads_to';
/** A cause points at what it hangs on; an effect is pointed at. */
const childOf = ({ kind, from, to }: RelationShape['props']): string => (kind === 'causes' ? from : to);
const parentOf = ({ kind, from, to }: RelationShape['props']): string => (kind === 'causes' ? to : from);

/**
 * Joins two cards, or changes the edge that is there. What would close a circle feeds back instead: a tree has none.
 * @returns null where these cards cannot be joined like this.
 */
export function link(
  draft: Draft,
  { from, to, kind }: { readonly from: string; readonly to: string; readonly kind: RelationKind },
  props: RelationChanges = {},
): TLShapeId | null {
  const [source, target] = [draft.view.cards.get(from), draft.view.cards.get(to)];
  if (source === undefined || target === undefined || from === to || !mayJoin(kind, source.kind, target.kind))
    return null;
  if (kind === 'causes' && causes(draft, to).has(from)) return link(draft, { from, to, kind: 'feeds_back' }, props);
  const there = draft.view.relations.find(
    (edge) =>
      edge.props.kind === kind &&
      ((edge.props.from === from && edge.props.to === to) ||
        (kind === 'relates' && edge.props.from === to && edge.props.to === from)),
  );
  if (there !== undefined) {
    changeRelation(draft, there.id, props);
    return there.id;
  }
  const id = createShapeId();
  const edge: TLShapePartial<RelationShape> = {
    ...{ id, type: 'relation', x: 0, y: 0, rotation: 0, parentId: draft.editor.getCurrentPageId() },
    index: indexBelowCards(draft.editor),
    props: {
      ...{ from: source.id, to: target.id, kind, tie: 'collaboration', strength: 2, state: 'working' },
      ...{ direction: 'one-way', note: '' },
      ...props,
    },
  };
  draft.editor.createShapes([edge as TLShapePartial]);
  draft.relink(id, [from, to]);
  return id;
}

/** Joins two cards by what their kinds mean to each other, whichever way round. @returns null where they mean nothing. */
export function connect(draft: Draft, from: string, to: string): TLShapeId | null {
  const [source, target] = [draft.view.cards.get(from), draft.view.cards.get(to)];
  if (source === undefined || target === undefined) return null;
  const [kind] = joining(source.kind, target.kind);
  if (kind !== undefined) return link(draft, { from, to, kind });
  const [back] = joining(target.kind, source.kind);
  return back === undefined ? null : link(draft, { from: to, to: from, kind: back });
}

/** Above the frames and below every card: an edge never lies on words. */
function indexBelowCards(editor: Editor): IndexKey {
  const shapes = editor.getSortedChildIdsForParent(editor.getCurrentPageId()).map((id) => editor.getShape(id));
  const lowest = shapes.findIndex((shape) => shape?.type === 'card' || shape?.type === 'mirror');
  return lowest < 0
    ? getIndexAbove(shapes.at(-1)?.index)
    : getIndexBetween(shapes[lowest - 1]?.index, shapes[lowest]?.index);
}

/** Everything that a card is a cause of, over however many others. */
function causes(draft: Draft, cardId: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (id: string) => {
    for (const { props } of draft.view.relations) {
      if (props.kind !== 'causes' || props.from !== id || found.has(props.to)) continue;
      found.add(props.to);
      visit(props.to);
    }
  };
  visit(cardId);
  return found;
}

export function changeRelation(draft: Draft, id: string, props: Partial<RelationShape['props']>): void {
  const partial: TLShapePartial<RelationShape> = { id: id as TLShapeId, type: 'relation', props };
  draft.editor.updateShapes([partial as TLShapePartial]);
}

/**
 * Hangs a card on another one instead of what it hung on in the same tree. The edge stays the same one, so that of two
 * people who hang it elsewhere at the same time one has the last word, and it does not hang twice. What others see does
 * not come to hang on what they do not see.
 * @param within cards of the tree.
 */
export function hang(draft: Draft, cardId: string, parent: Drop['parent'], within: ReadonlySet<string>): void {
  if (parent === undefined || (parent !== null && !draft.speaksFor(parent.cardId, cardId))) return;
  if (parent !== null && !isTreeKind(parent.kind)) {
    link(draft, { from: cardId, to: parent.cardId, kind: parent.kind });
    return;
  }
  const old = draft.view.relations.filter(
    ({ props }) => isTreeKind(props.kind) && childOf(props) === cardId && within.has(parentOf(props)),
  );
  if (parent !== null && old.some(({ props }) => parentOf(props) === parent.cardId)) {
    drop(
      draft,
      old.filter(({ props }) => parentOf(props) !== parent.cardId),
    );
    return;
  }
  const isOwn = ({ id }: RelationShape) => Number(draft.isPrivate(id));
  const [kept, ...rest] = old.toSorted((a, b) => isOwn(a) - isOwn(b) || (a.id < b.id ? -1 : 1));
  const kind = parent === null ? null : (parent.kind as TreeKind);
  drop(draft, kept !== undefined && kept.props.kind === kind ? rest : old);
  if (parent === null || kind === null) return;
  const [from, to] = kind === 'causes' ? [cardId, parent.cardId] : [parent.cardId, cardId];
  if (kept === undefined || kept.props.kind !== kind) {
    link(draft, { from, to, kind });
    return;
  }
  changeRelation(draft, kept.id, { from: from as TLShapeId, to: to as TLShapeId });
  draft.relink(kept.id, [cardId, parent.cardId, parentOf(kept.props)]);
}

function drop(draft: Draft, edges: readonly RelationShape[]): void {
  for (const { id, props } of edges) draft.relink(id, [props.from, props.to]);
  draft.editor.deleteShapes(edges.map(({ id }) => id));
}
