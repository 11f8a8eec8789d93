import { type Editor, useValue } from 'tldraw';
import type { TextOptions } from '../binding/rich-text.ts';
import type { TextEditorParts } from './text-editor.ts';

/** What comes with the text editor; null until that is there, and where nobody can write. */
export function useTextParts(editor: Editor): TextEditorParts | null {
  const { parts } = editor.getTextOptions() as Partial<TextOptions>;
  return useValue('text editor', () => parts?.get() ?? null, [parts]);
}
