import { RichTextArea } from 'tldraw-text:area';
import { tipTapDefaultExtensions } from 'tldraw-text:extensions';
import { DefaultRichTextToolbar } from 'tldraw-text:toolbar';
import { Extension, type Extensions, type Editor as TextEditor } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { redo, undo, ySyncPlugin } from 'y-prosemirror';
import type * as Y from 'yjs';
import type { TextHost } from '../binding/rich-text.ts';
import { startText, type TextStart } from '../binding/text-start.ts';
import { undoPlugin } from '../binding/text-undo-plugin.ts';
import { titleText } from '../card-shapes/title-text.ts';
import { caretPlugin } from '../presence/caret-plugin.ts';

/** tldraw's own components around the text editor, which come with it. */
export const parts = { RichTextArea, RichTextToolbar: DefaultRichTextToolbar } as const;
export type TextEditorParts = typeof parts;

/** How texts are written on one canvas. */
export interface TextEditing {
  readonly extensions: Extensions;
  /** See `TextBinding`. */
  follow(shapeId: string, anew?: boolean): void;
}

const ownHistory = { history: false } as const;

/** tldraw's extensions without ProseMirror's own undo, which would take back other people's words. */
const extensions: Extensions = tipTapDefaultExtensions.map((extension) =>
  extension.name === 'starterKit' ? extension.configure({ ...extension.options, ...ownHistory }) : extension,
);

/** The text editor that is open, and what it is tied to; no fragment while it waits for one. */
interface Open {
  readonly shapeId: string;
  readonly fragment: Y.XmlFragment | undefined;
  readonly plugins: readonly Plugin[];
  readonly textEditor: TextEditor;
}

/** What is pressed in it is written, so it has to be known as a place to write. */
const named = (host: TextHost) => new Plugin({ props: { attributes: () => ({ 'aria-label': host.name }) } });

const lookOnly = () => new Plugin({ props: { editable: () => false } });

export function createTextEditing(host: TextHost): TextEditing {
  const { carets } = host;
  let opened: Open | null = null;
  let start: TextStart | null = null;

  const open = (shapeId: string, textEditor: TextEditor): Open => {
    const { source } = host;
    const fragment = source?.fragmentOf(shapeId);
    const plugins =
      source === null || fragment === undefined
        ? [lookOnly()]
        : [ySyncPlugin(fragment), undoPlugin(source.open(shapeId, fragment)), caretPlugin(shapeId, carets)];
    return { shapeId, fragment, plugins, textEditor };
  };

  const shared = Extension.create({
    name: 'sharedText',
    priority: 1000,
    addKeyboardShortcuts() {
      // Taken even where there is nothing left: the browser has an undo of its own, which knows nothing of others.
      const take = (command: typeof undo) => () => {
        command(this.editor.state);
        return true;
      };
      return { 'Mod-z': take(undo), 'Mod-y': take(redo), 'Shift-Mod-z': take(redo) };
    },
    addProseMirrorPlugins() {
      const shapeId = host.editor?.getEditingShapeId() ?? null;
      if (shapeId === null) return [];
      opened = open(shapeId, this.editor);
      start = startText(host.writtenOver === shapeId, host.early.take());
      host.writtenOver = null;
      return [...opened.plugins, start.plugin, named(host)];
    },
    // Extensions hear of it before tldraw does.
    onCreate() {
      start?.onPlacing();
    },
    onDestroy() {
      if (opened?.textEditor === this.editor) opened = null;
    },
  });
  return {
    extensions: [...extensions, titleText(() => host.editor), shared],
    follow(shapeId, anew = false) {
      if (opened?.shapeId !== shapeId) return;
      if (!anew && opened.fragment === host.source?.fragmentOf(shapeId)) return;
      const { plugins, textEditor } = opened;
      if (textEditor.isDestroyed) return;
      const { from, to } = textEditor.state.selection;
      opened = open(shapeId, textEditor);
      const others = textEditor.state.plugins.filter((plugin) => !plugins.includes(plugin));
      textEditor.view.updateState(textEditor.state.reconfigure({ plugins: [...opened.plugins, ...others] }));
      textEditor.chain().setTextSelection({ from, to }).focus().run();
    },
  };
}
