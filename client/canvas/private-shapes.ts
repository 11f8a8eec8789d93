import type { Editor } from 'tldraw';

interface Marked {
  readonly id: unknown;
  readonly meta?: unknown;
}

const metaOf = ({ meta }: Marked) => (meta ?? {}) as { readonly private?: unknown; readonly anonymous?: unknown };

/**
 * Whether this person alone sees the shape: it is in their own layer. Each canvas says so of its own shapes; it is never part
 * of a document.
 */
export const isPrivate = (shape: Marked): boolean => metaOf(shape).private === true;

/** Whether somebody else would see less of the board. */
export const hasPrivateShapes = (editor: Editor): boolean => editor.getCurrentPageShapes().some(isPrivate);

/** The shape as one that this person alone sees, or everybody; the same object where it says so already. */
export function withPrivacy<Shape extends Marked>(shape: Shape, on: boolean): Shape {
  const { private: former, anonymous, ...meta } = metaOf(shape);
  if (on ? former === true : former === undefined) return shape;
  return { ...shape, meta: on ? { ...meta, ...(anonymous !== undefined && { anonymous }), private: true } : meta };
}

const writing = new WeakMap<Editor, () => boolean>();

/** Whether what is new on this canvas is seen by this person alone. */
export const writesPrivately = (editor: Editor): boolean => writing.get(editor)?.() ?? false;

/** @param isWriting asked whenever somebody wants to know @returns ends that */
export function noteWriting(editor: Editor, isWriting: () => boolean): () => void {
  writing.set(editor, isWriting);
  return () => {
    if (writing.get(editor) === isWriting) writing.delete(editor);
  };
}
