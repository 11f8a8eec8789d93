import type { Editor } from 'tldraw';
import type { CommentAnchor } from '../../../shared/api/comments.ts';

type CommentListener = (anchor: CommentAnchor) => void;
const listeners = new WeakMap<Editor, CommentListener>();

/** Told where somebody wants to say something. @returns stops that. */
export function onCommentRequest(editor: Editor, listener: CommentListener): () => void {
  listeners.set(editor, listener);
  return () => {
    listeners.delete(editor);
  };
}

/** Whether somebody listens: viewers say nothing, and nobody does beside an example. */
export const takesComments = (editor: Editor): boolean => listeners.has(editor);

/** About the one thing that is selected, else about where the menu was opened. */
export async function askForComment(editor: Editor): Promise<void> {
  const at = editor.pageToScreen(editor.inputs.originPagePoint);
  const { anchorAt, anchorOfSelection } = await import('../comments/anchors.ts');
  const anchor = anchorOfSelection(editor) ?? anchorAt(editor, at);
  listeners.get(editor)?.(anchor);
}
