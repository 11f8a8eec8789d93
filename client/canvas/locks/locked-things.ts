import { computed, type Editor, react, type TLShape, type TLShapeId } from 'tldraw';
import type { Language } from '../../../shared/api/text.ts';
import { isEqualJson } from '../../../shared/board/equal.ts';
import { plainText } from '../../../shared/board/rich-text.ts';
import { lockName } from '../../../shared/method/lock-name.ts';
import type { Template } from '../../../shared/method/template.ts';
import { excerptOf } from '../../ui/excerpt.ts';
import { showShape } from '../frames.ts';
import { boardOf, isScenery, placeShape } from './editor-board.ts';
import { setLocks } from './lock-shapes.ts';
import { nameOfPlace } from './place-name.ts';

export interface LockedThing {
  readonly id: string;
  /** Its words; empty where it has none. */
  readonly text: string;
  readonly isCard: boolean;
}

const textMax = 60;

/** Cards, notes and drawings that are locked one by one, from left to right. */
function lockedThings(editor: Editor): readonly LockedThing[] {
  const isLoose = (shape: TLShape) => shape.isLocked && !isScenery(shape) && shape.type !== 'relation';
  return editor
    .getCurrentPageShapes()
    .filter(isLoose)
    .sort((a, b) => a.x - b.x || a.y - b.y)
    .map((shape) => {
      const { richText } = shape.props as { richText?: Parameters<typeof plainText>[0] };
      const text = richText === undefined ? '' : plainText(richText);
      return {
        ...{ id: shape.id, isCard: shape.type === 'card' },
        text: excerptOf(text, textMax),
      };
    });
}

const followed = new WeakMap<Editor, ReturnType<typeof follow>>();

/** The same for who shows them while they change. */
export function followThings(editor: Editor): ReturnType<typeof follow> {
  const known = followed.get(editor) ?? follow(editor);
  followed.set(editor, known);
  return known;
}

function follow(editor: Editor) {
  const things = computed('locked things', () => lockedThings(editor), { isEqual: isEqualJson });
  return {
    get: () => things.get(),
    subscribe: (listener: () => void) =>
      react('locked things', () => {
        things.get();
        listener();
      }),
  };
}

export function unlockThing(editor: Editor, id: string): void {
  const shape = editor.getShape(id as TLShapeId);
  if (shape !== undefined) setLocks(editor, [shape], false);
}

/** The first frame or zone of that name on the board; null: it has none. */
export function findPlace(editor: Editor, place: string, template: Template | null, language: Language) {
  const found = [...boardOf(editor).places]
    .map((id) => placeShape(editor.getShape(id as TLShapeId)))
    .find((shape) => shape !== undefined && lockName(shape, template) === place);
  if (found === undefined) return null;
  return { id: found.id, name: nameOfPlace(found, template, language) };
}

export const showLocked = (editor: Editor, id: string): void => showShape(editor, id as TLShapeId);
