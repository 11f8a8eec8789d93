import { createShapeId, type Editor, type TLRichText, type TLShapeId } from 'tldraw';
import type { CardShape } from '../../../shared/board/card-shapes.ts';
import { plainRichText } from '../../../shared/board/rich-text.ts';
import { sceneKey } from '../../../shared/method/behaviours/scenes.ts';
import { mayJoin } from '../../../shared/method/cards/relations.ts';
import { showShape } from '../../canvas/frames.ts';
import { isGhostOfAll } from './beside-ghosts.ts';
import { makeBranch } from './branch.ts';
import type { CardActions, NewCard, RelationChanges } from './card-actions.ts';
import { cluster } from './cluster.ts';
import { toCards, toNotes } from './convert.ts';
import { dependents } from './dependents.ts';
import type { Draft } from './draft.ts';
import { changeRelation, connect, link } from './edges.ts';
import { followFields } from './follow-fields.ts';
import { land } from './landing.ts';
import { makeCard, makeCards, makeMirror, moveTo } from './make.ts';
import type { Steps } from './steps.ts';

export function createCardActions(editor: Editor, steps: Steps): CardActions {
  const { take } = steps;
  const unlocked = (ids: readonly string[]) =>
    (ids as readonly TLShapeId[]).filter((id) => editor.getShape(id) && !editor.isShapeOrAncestorLocked(id));
  /** Its words would be everybody's. On the board it opens as a card of one's own. */
  const isInvitation = (cardId: string) => isGhostOfAll(editor, editor.getShape(cardId as TLShapeId));
  return {
    create(card) {
      const id = take('create card', (draft) => create(draft, card));
      if (id == null) return createShapeId();
      if (card.edit === true) startTyping(editor, id);
      return id;
    },
    createMany: (cards, at) =>
      take('create cards', (draft) => {
        const words = cards.map(({ kind, title = '', fields = {} }) => ({ kind, richText: toRichText(title), fields }));
        return makeCards(draft, at, words);
      }) ?? [],
    branch(cardId) {
      const id = take('ask once more', (draft) => makeBranch(draft, cardId));
      if (id !== null) startTyping(editor, id);
      return id;
    },
    setFields: (cardId, changes) => {
      if (isInvitation(cardId)) return;
      take('set fields', (draft) => followFields(draft, cardId, draft.setFields(cardId, changes)));
    },
    setTitle: (cardId, title) => {
      if (isInvitation(cardId)) return;
      take('set title', (draft) => setTitle(draft, cardId, title));
    },
    setKind: (cardId, kind) => {
      if (isInvitation(cardId)) return;
      take('set kind', (draft) => {
        const card = draft.card(cardId);
        if (card === undefined || card.props.kind === kind) return;
        draft.update({ id: card.id, type: 'card', props: { kind } });
        draft.move(cardId);
        dropImpossibleEdges(draft, cardId);
      });
    },
    remove: (ids) => {
      take('remove', (draft) => {
        const gone = [...dependents(draft.view, unlocked(ids))];
        for (const id of gone) draft.move(id);
        relinkEnds(draft, gone);
        editor.deleteShapes(gone);
      });
    },
    link: (from, to, kind, props) => take('link', (draft) => link(draft, { from, to, kind }, props)),
    connect: (from, to) => take('link', (draft) => connect(draft, from, to)),
    setRelation: (relationId, changes) => {
      take('set relation', (draft) => setRelation(draft, relationId, changes));
    },
    mirror: (cardId, at) => take('mirror', (draft) => makeMirror(draft, cardId, at)) ?? createShapeId(),
    moveTo: (ids, at) => {
      take('move', (draft) => {
        for (const id of ids) moveTo(draft, id, at);
      });
    },
    setPinned: (ids, pinned) => {
      take('pin', (draft) => {
        for (const id of unlocked(ids)) {
          const shape = draft.item(id)?.spot.shape;
          if (shape === undefined) continue;
          draft.update({ id, type: shape.type, props: { pinned } });
          draft.move(id);
        }
      });
    },
    cluster: (ids, name) => take('cluster', (draft) => cluster(draft, ids, name)) ?? 0,
    toCards: (ids) => take('to cards', (draft) => toCards(draft, ids)) ?? [],
    toNotes: (ids) => take('to notes', (draft) => toNotes(draft, ids)) ?? [],
    settle: (ids) => {
      take('settle', (draft) => land(draft, ids, new Map()));
    },
    tidy: (frameId, zoneId) => {
      take('tidy', (draft) => {
        for (const scene of draft.scenes().all) {
          const isMeant = zoneId === undefined || scene.zones.some(({ id }) => id === zoneId);
          if (scene.frame.id === frameId && isMeant) draft.ask(sceneKey(scene));
        }
      });
    },
  };
}

const toRichText = (words: string): TLRichText => plainRichText(words) as unknown as TLRichText;

function create(draft: Draft, { kind, title = '', fields = {}, at }: NewCard): TLShapeId | undefined {
  const id = makeCard(draft, at, { kind, richText: toRichText(title), fields });
  if (id !== undefined) draft.editor.select(id);
  return id;
}

/** Opens a card for writing, with what is in it selected, where its writer sees it: a list reaches every zone of the board. */
function startTyping(editor: Editor, id: TLShapeId): void {
  const shape = editor.getShape(id);
  if (shape === undefined || editor.isShapeOrAncestorLocked(id)) return;
  editor.select(id);
  showShape(editor, id);
  editor.setEditingShape(id);
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape });
}

function setTitle(draft: Draft, cardId: string, title: string): void {
  const card = draft.card(cardId);
  if (card === undefined || draft.view.cards.get(cardId)?.title === title) return;
  draft.update({ id: card.id, type: 'card', props: { richText: toRichText(title) } });
  draft.enter(cardId);
}

function setRelation(draft: Draft, relationId: string, changes: RelationChanges): void {
  const edge = draft.view.relations.find(({ id }) => id === relationId);
  const [from, to] = [draft.view.cards.get(edge?.props.from ?? ''), draft.view.cards.get(edge?.props.to ?? '')];
  if (edge === undefined || from === undefined || to === undefined) return;
  if (changes.kind !== undefined && !mayJoin(changes.kind, from.kind, to.kind)) return;
  if (Object.entries(changes).every(([name, value]) => edge.props[name as keyof RelationChanges] === value)) return;
  changeRelation(draft, edge.id, changes);
  if (changes.kind !== undefined) relinkEnds(draft, [edge.id]);
}

/** Another kind may have other edges. */
function dropImpossibleEdges(draft: Draft, cardId: string): void {
  const kindOf = (id: string): CardShape['props']['kind'] | undefined => draft.view.cards.get(id)?.kind;
  const impossible = draft.view.relations.filter(({ props: { from, to, kind } }) => {
    const [source, target] = [kindOf(from), kindOf(to)];
    return (from === cardId || to === cardId) && !(source && target && mayJoin(kind, source, target));
  });
  relinkEnds(
    draft,
    impossible.map(({ id }) => id),
  );
  draft.editor.deleteShapes(impossible.map(({ id }) => id));
}

function relinkEnds(draft: Draft, ids: readonly string[]): void {
  for (const { id, props } of draft.view.relations) {
    if (!ids.includes(id)) continue;
    draft.relink(id, [props.from, props.to]);
  }
}
