import 'tldraw/tldraw.css';
import { atom, createTLUser, Editor, type TLEditorOptions, type TLUserPreferences } from 'tldraw';
import type { Language } from '../../shared/api/text.ts';
import { assetUrls } from './asset-urls.ts';
import { openHiddenPlace } from './hidden-place.ts';

export interface HiddenEditor {
  /** In the light theme; it follows nobody's preferences and changes none. */
  readonly editor: Editor;
  /** Nothing of it may be used afterwards. */
  close(): void;
}

type HiddenEditorOptions = Omit<TLEditorOptions, 'user' | 'getContainer' | 'fontAssetUrls'>;

/** An editor that nobody sees, on any page, with or without a canvas on it. */
export function openHiddenEditor(locale: Language, options: HiddenEditorOptions): HiddenEditor {
  const place = openHiddenPlace();
  // Kept in memory: tldraw's own would read and write the preferences of the person who sits here.
  const preferences: TLUserPreferences = { id: 'hidden', colorScheme: 'light', locale, animationSpeed: 0 };
  const userPreferences = atom('preferences', preferences);
  const editor = new Editor({
    ...options,
    user: createTLUser({ userPreferences, setUserPreferences: (next) => userPreferences.set(next) }),
    getContainer: () => place.element,
    fontAssetUrls: assetUrls.fonts,
  });
  return {
    editor,
    close() {
      editor.dispose();
      letGo(editor);
      place.close();
    },
  };
}

/** tldraw 3.15.6 leaves its listeners for keys and presses on the page, and with them the editor and its whole board. */
function letGo(editor: Editor): void {
  const { focusManager } = editor as unknown as { readonly focusManager: { editor: unknown } };
  focusManager.editor = { isIn: () => true, getContainer: () => document.createElement('div') };
}
