import type { Editor, TLInstancePageState, TLShape, TLShapeId } from 'tldraw';
import type { CardShape } from '../../../shared/board/card-shapes.ts';
import { isUntouchedStarter } from '../../../shared/board/starter.ts';
import { record } from '../../canvas/binding/tldraw-internals.ts';
import { isPrivate, writesPrivately } from '../../canvas/private-shapes.ts';
import type { CardActions } from './card-actions.ts';

/** It only invites to write, everybody sees it, and what this person writes now is to be seen by nobody else. */
export const isGhostOfAll = (editor: Editor, shape: TLShape | undefined): boolean =>
  writesPrivately(editor) && shape?.type === 'card' && !isPrivate(shape) && isUntouchedStarter(shape);

/**
 * What only invites to write is everybody's, and so would be every letter in it. While people write privately, whoever
 * opens one writes a card of their own in its place.
 * @returns stops that
 */
export function writeBesideGhosts(editor: Editor, actions: Pick<CardActions, 'create'>): () => void {
  const openOther = (before: TLInstancePageState, after: TLInstancePageState): TLInstancePageState => {
    const id = after.editingShapeId;
    if (id === null || id === before.editingShapeId) return after;
    const ghost = editor.getShape(id);
    const centre = editor.getShapePageBounds(id)?.center;
    if (centre === undefined || !isGhostOfAll(editor, ghost)) return after;
    const { kind } = (ghost as CardShape).props;
    let own: TLShapeId | null = null;
    // tldraw opens a shape outside of its history; what is made here is a step of it.
    record(editor, () => {
      own = actions.create({ at: { point: { x: centre.x, y: centre.y } }, kind });
    });
    if (own === null || editor.getShape(own) === undefined) return after;
    return { ...after, editingShapeId: own, selectedShapeIds: [own] };
  };
  return editor.sideEffects.registerBeforeChangeHandler('instance_page_state', openOther);
}
