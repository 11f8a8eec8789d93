import type { Editor, VecLike } from 'tldraw';

/** Rows of a spreadsheet that somebody pastes on the canvas. */
export interface SheetRequest {
  readonly text: string;
  /** What else the clipboard holds of it; empty where it holds nothing else. */
  readonly html: string;
  readonly point?: VecLike | undefined;
}

type SheetListener = (request: SheetRequest) => void;
const listeners = new WeakMap<Editor, SheetListener>();

/** Asks whoever pastes rows what they are to become. @returns stops that. */
export function onSheet(editor: Editor, listener: SheetListener): () => void {
  listeners.set(editor, listener);
  return () => {
    listeners.delete(editor);
  };
}

/** @returns false for what is no table, and where nobody asks: it becomes a text like any other. */
export function offerSheet(editor: Editor, request: SheetRequest): boolean {
  const listener = listeners.get(editor);
  if (listener === undefined || !isSheet(request)) return false;
  listener(request);
  return true;
}

/** Several cells, parted by tabs or in a table as programs for tables put it on the clipboard; no shapes of a canvas. */
function isSheet({ text, html }: SheetRequest): boolean {
  if (text === '' || html.includes('data-tldraw')) return false;
  return text.trim().includes('\t') || (/<table[\s>]/i.test(html) && (html.match(/<t[dh][\s>]/gi)?.length ?? 0) > 1);
}
