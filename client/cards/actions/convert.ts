import {
  createShapeId,
  type TLNoteShape,
  type TLRichText,
  type TLShape,
  type TLShapeId,
  type TLShapePartial,
} from 'tldraw';
import type { Point } from '../../../shared/board/containment.ts';
import { plainText } from '../../../shared/board/rich-text.ts';
import { isUntouchedStarter } from '../../../shared/board/starter.ts';
import { dependents } from './dependents.ts';
import type { Draft } from './draft.ts';
import { makeCard } from './make.ts';

/** Side of a note, in board units. */
const noteSize = 200;
const wordy: ReadonlySet<string> = new Set(['note', 'text', 'geo']);

/** Whether it has words that a card can take over: somebody's own. */
export const isConvertible = (shape: TLShape): boolean =>
  wordy.has(shape.type) && wordsOf(shape) !== null && !isUntouchedStarter(shape);

function wordsOf({ props }: TLShape): TLRichText | null {
  const { richText } = props as { richText?: TLRichText };
  return richText !== undefined && plainText(richText as Parameters<typeof plainText>[0]) !== '' ? richText : null;
}

export function toCards(draft: Draft, ids: readonly string[]): readonly TLShapeId[] {
  const { editor } = draft;
  return ids.flatMap((id) => {
    const shape = editor.getShape(id as TLShapeId);
    const point = centreOf(draft, id);
    if (shape === undefined || point === undefined || !isConvertible(shape)) return [];
    if (editor.isShapeOrAncestorLocked(shape)) return [];
    const richText = wordsOf(shape);
    const card = richText && makeCard(draft, { point }, { kind: undefined, richText, fields: {} });
    if (card == null) return [];
    if (!draft.speaksFor(card, shape.id)) return undo(draft, card);
    editor.deleteShapes([shape.id]);
    return [card];
  });
}

export function toNotes(draft: Draft, ids: readonly string[]): readonly TLShapeId[] {
  const { editor } = draft;
  return ids.flatMap((id) => {
    const [card, point] = [draft.card(id), centreOf(draft, id)];
    if (card === undefined || point === undefined || draft.view.cards.get(id)?.isGhost !== false) return [];
    const note: TLShapePartial<TLNoteShape> & { readonly id: TLShapeId } = {
      ...{ id: createShapeId(), type: 'note', parentId: editor.getCurrentPageId() },
      ...{ x: Math.round(point.x - noteSize / 2), y: Math.round(point.y - noteSize / 2) },
      props: { richText: card.props.richText },
    };
    editor.createShapes([note]);
    if (!draft.speaksFor(note.id, id)) return undo(draft, note.id);
    for (const gone of dependents(draft.view, [id])) draft.move(gone);
    editor.deleteShapes([...dependents(draft.view, [id])]);
    return [note.id];
  });
}

/** What others see is not taken from them for something that only its writer would see: it stays what it is. */
function undo(draft: Draft, made: TLShapeId): [] {
  draft.editor.deleteShapes([...dependents(draft.view, [made])]);
  return [];
}

const centreOf = ({ editor }: Draft, id: string): Point | undefined => {
  const bounds = editor.getShapePageBounds(id as TLShapeId);
  return bounds && { x: bounds.midX, y: bounds.midY };
};
