import { Extension, type Extensions, type Editor as TextEditor } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { defaultAddFontsFromNode, type Editor, type TLTextOptions, tipTapDefaultExtensions } from 'tldraw';
import { redo, undo, ySyncPlugin, ySyncPluginKey } from 'y-prosemirror';
import type * as Y from 'yjs';
import { titleText } from '../card-shapes/title-text.ts';
import { caretPlugin } from '../presence/caret-plugin.ts';
import { type Carets, createCarets } from '../presence/carets.ts';
import { startText, type TextStart } from './text-start.ts';
import { undoPlugin } from './text-undo-plugin.ts';

/**
 * Ties the text editor that tldraw opens in a shape to the shape's fragment in the document, so that several people can
 * type into one shape.
 *
 * Invariants: the fragment is the truth, `props.richText` a picture of it. While a shape is being edited only the text
 * editor writes its picture; JSON put there by anybody else would make TipTap set its content anew, which would write a
 * copy of the text into the fragment. Undo inside the editor touches own text only, through the fragment. A text that is
 * no fragment yet can be looked at, not written in, until it is one; only the server makes it one.
 */
export interface TextBinding {
  /** To be given to the editor when it is made; the same object as long as the editor lives. */
  readonly textOptions: TLTextOptions;
  /** Who is where in the text that is open. */
  readonly carets: Carets;
  attach(editor: Editor, source: TextSource): () => void;
  /** The text of a shape is, or may be, another fragment now: an editor that is open in it goes on in that one. */
  follow(shapeId: string): void;
}

export interface TextSource {
  /** Called when a text editor opens; has to see to it that the documents are up to date. */
  fragmentOf(shapeId: string): Y.XmlFragment | undefined;
  /** Called for each text that is opened. @returns the manager of one's own writing in it. */
  open(shapeId: string, fragment: Y.XmlFragment): Y.UndoManager;
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

const lookOnly = () => new Plugin({ props: { editable: () => false } });

export function createTextBinding(): TextBinding {
  const carets = createCarets();
  let editor: Editor | null = null;
  let source: TextSource | null = null;
  let opened: Open | null = null;
  let start: TextStart | null = null;
  /** The shape whose text tldraw is about to open for writing it anew. */
  let writtenOver: string | null = null;
  const onSelectAll = ({ shapeId }: { readonly shapeId: string }) => {
    writtenOver = shapeId;
  };

  const open = (shapeId: string, textEditor: TextEditor): Open => {
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
      const shapeId = editor?.getEditingShapeId() ?? null;
      if (shapeId === null) return [];
      opened = open(shapeId, this.editor);
      start = startText(writtenOver === shapeId);
      writtenOver = null;
      return [...opened.plugins, start.plugin];
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
    carets,
    textOptions: {
      // tldraw begins at the start and goes to the end a moment later: on a slow computer between two keys.
      tipTapConfig: { extensions: [...extensions, titleText(() => editor), shared], autofocus: 'end' },
      addFontsFromNode: defaultAddFontsFromNode,
    },
    attach(attached, texts) {
      editor = attached;
      source = texts;
      attached.on('select-all-text', onSelectAll);
      return () => {
        attached.off('select-all-text', onSelectAll);
        editor = null;
        source = null;
      };
    },
    follow(shapeId) {
      if (opened?.shapeId !== shapeId || opened.fragment === source?.fragmentOf(shapeId)) return;
      const { plugins, textEditor } = opened;
      if (textEditor.isDestroyed) return;
      opened = open(shapeId, textEditor);
      const others = textEditor.state.plugins.filter((plugin) => !plugins.includes(plugin));
      textEditor.view.updateState(textEditor.state.reconfigure({ plugins: [...opened.plugins, ...others] }));
      textEditor.commands.focus();
    },
  };
}

/** Of y-prosemirror's plugin, about the last transaction of the text editor. */
interface SyncState {
  readonly isChangeOrigin?: boolean;
  readonly isUndoRedoOperation?: boolean;
}

/** Whether what the open text editor is reporting was typed by somebody else. */
function isForeignKeystroke(editor: Editor): boolean {
  const text = editor.getRichTextEditor();
  const state = text && (ySyncPluginKey.getState(text.state) as SyncState | undefined);
  return state?.isChangeOrigin === true && state.isUndoRedoOperation !== true;
}

export interface ProjectionOptions {
  /** Whether the shape's text lives in a fragment. */
  isShared(shapeId: string): boolean;
  /** Runs a change of the store that shows what the fragment says already. */
  project(fn: () => void): void;
  /** The same, where somebody else's keystroke caused it. */
  projectForeign(fn: () => void): void;
}

/**
 * Tells the text editor's own writes into the store apart from all others: they show what the fragment says, so they are
 * neither sent nor undoable.
 * @returns puts tldraw's method back.
 */
export function markProjections(editor: Editor, { isShared, project, projectForeign }: ProjectionOptions): () => void {
  const updateShape = editor.updateShape;
  const marked: Editor['updateShape'] = (partial) => {
    const isText =
      partial !== null &&
      partial !== undefined &&
      partial.id === editor.getEditingShapeId() &&
      partial.props !== undefined &&
      'richText' in partial.props &&
      isShared(partial.id);
    if (!isText) updateShape.call(editor, partial);
    else (isForeignKeystroke(editor) ? projectForeign : project)(() => updateShape.call(editor, partial));
    return editor;
  };
  editor.updateShape = marked;
  return () => {
    editor.updateShape = updateShape;
  };
}
