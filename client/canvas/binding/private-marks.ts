import { type Editor, isShapeId, type TLRecord, type TLShape } from 'tldraw';
import { endsOf } from '../../../shared/board/ends.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import type { Layer } from '../../../shared/board/layers.ts';
import { isPromisedAnonymous, withPromise } from '../../../shared/board/promise.ts';
import { hasPrivateShapes, isPrivate, noteWriting, withPrivacy } from '../private-shapes.ts';
import { onPage } from './arrow-parent.ts';

export interface PrivateMarksOptions {
  /** While true a change is not this person's. */
  isForeign(): boolean;
  /** Whether what is new is seen by this person alone. */
  isWritingPrivately(): boolean;
  /** Whether it is told that what is written says nobody's name. */
  isAnonymous(): boolean;
  /** Whether a record is in a document that this person alone reads. */
  isOwn(id: string): boolean;
  /** The layer that a record was removed from; undefined for what is new. */
  formerLayerOf(id: string): Layer['name'] | undefined;
}

/**
 * Lets each shape say from its first moment on whether others see it, and whether it was promised that it says no name; and keeps
 * what they see out of what they do not: a shape in a parent that is nowhere would be nowhere for them.
 */
export function markPrivate(editor: Editor, options: PrivateMarksOptions): () => void {
  const { isForeign, isWritingPrivately, isAnonymous, isOwn, formerLayerOf } = options;
  const promised = <Made extends TLRecord>(record: Made): Made =>
    isWritingPrivately() && isAnonymous() ? withPromise(record) : record;
  const stops = [
    noteWriting(editor, isWritingPrivately),
    editor.sideEffects.registerBeforeCreateHandler('shape', (shape) => {
      if (isForeign()) return shape;
      const former = formerLayerOf(shape.id);
      if (former !== undefined) return withPrivacy(shape, former === 'own');
      const hangsOn = [shape.parentId, ...endsOf(shape as unknown as AnyRecord)];
      // A copy of what nobody else sees shows no more of it than that does.
      const isCopy = isPrivate(shape) && hasPrivateShapes(editor);
      const marked = withPrivacy(shape, isWritingPrivately() || isCopy || hangsOn.some(isOwn));
      return isPrivate(marked) ? promised(marked) : marked;
    }),
    ...(['binding', 'asset'] as const).map((type) =>
      editor.sideEffects.registerBeforeCreateHandler(type, (record) => (isForeign() ? record : promised(record))),
    ),
    editor.sideEffects.registerBeforeChangeHandler('shape', (before, after) => {
      if (isForeign()) return after;
      // Nor does undo take the promise back.
      if (isPrivate(after)) return isPromisedAnonymous(before) ? withPromise(after) : promised(after);
      const { parentId } = after;
      if (parentId === before.parentId || !isShapeId(parentId)) return after;
      return isOwn(parentId) && isShared(editor, after, isOwn) ? onPage(editor, before, after) : after;
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** What is new and in no document yet goes where its parent is. */
const isShared = (editor: Editor, { id }: TLShape, isOwn: PrivateMarksOptions['isOwn']): boolean => {
  const shape = editor.getShape(id);
  return !isOwn(id) && !(shape !== undefined && isPrivate(shape));
};
