import { atom, computed, type Editor, type TLShape, type TLShapeId } from 'tldraw';
import { isMadeBy, isOffered } from '../../../shared/board/breaches.ts';
import { contains } from '../../../shared/board/containment.ts';
import { createStandsIn, lockedShapes } from '../../../shared/board/locked-places.ts';
import type { BoardShape } from '../../../shared/board/read-board.ts';
import { lockName } from '../../../shared/method/lock-name.ts';
import type { Template } from '../../../shared/method/template.ts';
import type { PutBackReason } from '../../../shared/protocol/messages.ts';
import { noRules, type Rules } from '../../../shared/session/rules.ts';
import { isPrivate, writesPrivately } from '../private-shapes.ts';
import { boardOf, withShape } from './editor-board.ts';

export interface GuardOptions {
  readonly participantId: string;
  readonly template: Template | null;
  /** Somebody tried what is not allowed. */
  readonly onRefused: (reason: PutBackReason) => void;
}

/** Keeps a canvas from beginning what the server would put back. */
export interface Guard {
  /**
   * What holds from now on. Whoever is in the middle of something that it stops ends it there, so that what is written so
   * far goes to the server first.
   * @param isLooking nothing can be changed on this canvas, by whatever way
   */
  follow(rules: Rules, isLooking: boolean): void;
  /** Why a shape cannot be changed; null: by these rules it can. */
  reasonFor(shape: TLShape): PutBackReason | null;
  isLockedAt(point: { readonly x: number; readonly y: number }): boolean;
  dispose(): void;
}

/**
 * tldraw asks one question before it selects, drags, edits or deletes: whether a shape is locked. What the rules do not allow
 * answers to it like a locked shape, so layouts and panels leave it alone too. What is new is taken away in the operation
 * that made it, and nothing moves into a locked place. The server decides all of it on its own.
 */
export function guardCanvas(editor: Editor, { participantId, template, onRefused }: GuardOptions): Guard {
  const current = atom<Rules>('rules of the board', noRules);
  const board = boardOf(editor);
  const placesUnder = (rules: Rules) => lockedShapes(board, rules.places, (place) => lockName(place, template));
  const locked = computed('locked places', () => placesUnder(current.get()));
  /** Made here; the server's note of who did comes later. */
  const made = new Set<string>();
  /** Made here for this person alone. */
  const hidden = new Set<string>();
  const isFree = (shape: TLShape): boolean => {
    if (!isPrivate(shape)) return hidden.has(shape.id);
    // From now on it says so itself, until it is revealed.
    hidden.delete(shape.id);
    return true;
  };

  const reasonUnder = (rules: Rules, places: ReturnType<typeof placesUnder>, shape: TLShape): PutBackReason | null => {
    if (rules === noRules || isFree(shape)) return null;
    if (rules.whole !== null) return rules.whole;
    if (createStandsIn(board, places)(shape as BoardShape)) return 'place-locked';
    if (!rules.isOwnOnly || made.has(shape.id)) return null;
    return isMadeBy(participantId, shape) || isOffered(shape) ? null : 'phase-own';
  };
  const reasonFor = (shape: TLShape) => reasonUnder(current.get(), locked.get(), shape);

  const wasLocked = editor.isShapeOrAncestorLocked;
  editor.isShapeOrAncestorLocked = (asked) => {
    if (wasLocked.call(editor, asked)) return true;
    const shape = typeof asked === 'string' ? editor.getShape(asked) : asked;
    return shape !== undefined && reasonFor(shape) !== null;
  };

  // tldraw 3.15 deletes, reparents and animates what this leaves of the ids that it is given.
  const unlocking = editor as unknown as { _getUnlockedShapeIds(ids: TLShapeId[]): TLShapeId[] };
  const wasUnlocked = unlocking._getUnlockedShapeIds;
  unlocking._getUnlockedShapeIds = (ids) =>
    wasUnlocked.call(editor, ids).filter((id) => {
      const shape = editor.getShape(id);
      return shape === undefined || reasonFor(shape) === null;
    });

  let looks = false;
  const stray = new Map<TLShapeId, PutBackReason>();
  const { sideEffects } = editor;
  const stops = [
    sideEffects.registerBeforeChangeHandler('instance', (_, next) =>
      looks && !next.isReadonly ? { ...next, isReadonly: true } : next,
    ),
    sideEffects.registerBeforeChangeHandler('shape', (before, next, source) => {
      const places = locked.get();
      if (source !== 'user' || places.length === 0 || isFree(next)) return next;
      const stands = (shape: TLShape) => createStandsIn(withShape(board, shape), places)(shape as BoardShape);
      if (!stands(next) || stands(before)) return next;
      onRefused('place-locked');
      return before;
    }),
    sideEffects.registerAfterCreateHandler('shape', (shape, source) => {
      if (source !== 'user') return;
      if (writesPrivately(editor)) hidden.add(shape.id);
      else made.add(shape.id);
      // Where an arrow ends is not known yet.
      const reason = shape.type === 'arrow' ? current.get().whole : reasonFor(shape);
      if (reason !== null) stray.set(shape.id, reason);
    }),
    sideEffects.registerOperationCompleteHandler(() => {
      const [first] = stray.values();
      if (first === undefined) return;
      const ids = [...stray.keys()].filter((id) => editor.getShape(id) !== undefined);
      stray.clear();
      editor.run(() => editor.deleteShapes(ids), { ignoreShapeLock: true });
      if (ids.length > 0) onRefused(first);
    }),
  ];

  return {
    follow(rules, isLooking) {
      const places = placesUnder(rules);
      const editing = editor.getEditingShape();
      const inHand = editing !== undefined ? [editing] : editor.isIn('select.idle') ? [] : editor.getSelectedShapes();
      const isStopped = inHand.some((shape) => reasonUnder(rules, places, shape) !== null);
      if (rules !== noRules) saveField();
      if (isStopped) editor.complete();
      looks = isLooking;
      // Whoever points is seen all the same.
      editor.updateInstanceState({ meta: { isLooking } });
      current.set(rules);
      if (isLooking && !quietTools.has(editor.getCurrentToolId())) editor.setCurrentTool('select');
    },
    reasonFor,
    isLockedAt: (point) => locked.get().some((place) => contains(board, place, point)),
    dispose() {
      for (const stop of stops) stop();
      editor.isShapeOrAncestorLocked = wasLocked;
      unlocking._getUnlockedShapeIds = wasUnlocked;
    },
  };
}

/** Tools that bring nothing to the board. */
export const quietTools: ReadonlySet<string> = new Set([
  'select',
  'hand',
  'laser',
  'zoom',
  'eraser',
  'connect',
  'arrow',
]);

/** A field that somebody writes in is kept when it is left; it keeps the focus. */
function saveField(): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  field.blur();
  field.focus({ preventScroll: true });
}
