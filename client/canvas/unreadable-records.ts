import type { Editor } from 'tldraw';
import type { Quarantine } from './binding/quarantine.ts';

const quarantines = new WeakMap<Editor, Pick<Quarantine, 'ids'>>();

export const noteQuarantine = (editor: Editor, quarantine: Pick<Quarantine, 'ids'>): void => {
  quarantines.set(editor, quarantine);
};

/** Ids of what is in the documents of a canvas and cannot be shown. */
export const unreadableOn = (editor: Editor): readonly string[] => quarantines.get(editor)?.ids() ?? [];
