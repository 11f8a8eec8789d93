import { Extension, type Extensions } from '@tiptap/core';
import { defaultAddFontsFromNode, type Editor, type TLTextOptions, tipTapDefaultExtensions } from 'tldraw';
import { redo, undo, ySyncPlugin, ySyncPluginKey, yUndoPlugin } from 'y-prosemirror';
import type * as Y from 'yjs';

/**
 * Ties the text editor that tldraw opens in a shape to the shape's fragment in the document, so that several people can
 * type into one shape.
 *
 * Invariants: the fragment is the truth, `props.richText` a picture of it. While a shape is being edited only the text
 * editor writes its picture; JSON put there by anybody else would make TipTap set its content anew, which would write a
 * copy of the text into the fragment. Undo inside the editor touches own text only, through the fragment.
 */
export interface TextBinding {
  /** To be given to the editor when it is made; the same object as long as the editor lives. */
  readonly textOptions: TLTextOptions;
  /** @param fragmentOf called when a text editor opens; has to see to it that the documents are up to date. */
  attach(editor: Editor, fragmentOf: (shapeId: string) => Y.XmlFragment | undefined): () => void;
}

const ownHistory = { history: false } as const;

/** tldraw's extensions without ProseMirror's own undo, which would take back other people's words. */
const extensions: Extensions = tipTapDefaultExtensions.map((extension) =>
  extension.name === 'starterKit' ? extension.configure({ ...extension.options, ...ownHistory }) : extension,
);

export function createTextBinding(): TextBinding {
  let editor: Editor | null = null;
  let fragmentOf: (shapeId: string) => Y.XmlFragment | undefined = () => undefined;
  const shared = Extension.create({
    name: 'sharedText',
    priority: 1000,
    addKeyboardShortcuts() {
      return {
        'Mod-z': () => undo(this.editor.state),
        'Mod-y': () => redo(this.editor.state),
        'Shift-Mod-z': () => redo(this.editor.state),
      };
    },
    addProseMirrorPlugins() {
      const shapeId = editor?.getEditingShapeId() ?? null;
      const fragment = shapeId === null ? undefined : fragmentOf(shapeId);
      return fragment === undefined ? [] : [ySyncPlugin(fragment), yUndoPlugin()];
    },
  });
  return {
    textOptions: {
      tipTapConfig: { extensions: [...extensions, shared] },
      addFontsFromNode: defaultAddFontsFromNode,
    },
    attach(attached, find) {
      editor = attached;
      fragmentOf = find;
      return () => {
        editor = null;
        fragmentOf = () => undefined;
      };
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
