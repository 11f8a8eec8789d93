import type { Editor, VecLike } from 'tldraw';

/** Rows of a spreadsheet that somebody pastes on the canvas. */
export interface SheetRequest {
  readonly text: string;
  /** What else the clipboard holds of it; empty where it holds nothing else. */
  readonly html: string;
  readonly point?: VecLike | undefined;
}

/** @returns whether it was taken; else it becomes a text like any other. */
type SheetListener = (request: SheetRequest) => boolean;
const listeners = new WeakMap<Editor, SheetListener>();

/** Asks whoever pastes rows what they are to become. @returns stops that. */
export function onSheet(editor: Editor, listener: SheetListener): () => void {
  listeners.set(editor, listener);
  return () => {
    listeners.delete(editor);
  };
}

/** @returns false for what is no table, and where nobody asks. */
export const offerSheet = (editor: Editor, request: SheetRequest): boolean =>
  mayBeSheet(request) && listeners.get(editor)?.(request) === true;

/** Cells in several columns, or a table as programs for tables put it on the clipboard. */
const mayBeSheet = ({ text, html }: SheetRequest): boolean => text.trim().includes('\t') || /<table[\s>]/i.test(html);
