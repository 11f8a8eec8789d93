import type { Editor } from 'tldraw';

const looking = new WeakSet<Editor>();

/** Whether somebody who writes otherwise only looks for now: what they point at is still seen. */
export const isLooking = (editor: Editor): boolean => looking.has(editor);

export function setLooking(editor: Editor, on: boolean): void {
  if (on) looking.add(editor);
  else looking.delete(editor);
}
