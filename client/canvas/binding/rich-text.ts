import { type Atom, atom, defaultAddFontsFromNode, type Editor, type TLTextOptions } from 'tldraw';
import { ySyncPluginKey } from 'y-prosemirror';
import type * as Y from 'yjs';
import { untilThere } from '../../ui/lazy-part.ts';
import { type Carets, createCarets } from '../presence/carets.ts';
import { createEarlyKeys, type EarlyKeys } from '../text/early-keys.ts';
import type { TextEditing, TextEditorParts } from '../text/text-editor.ts';

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
  readonly textOptions: TextOptions;
  /** Who is where in the text that is open. */
  readonly carets: Carets;
  attach(editor: Editor, source: TextSource): () => void;
  /** What an open text is called for whoever does not see it. */
  name(name: string): void;
  /**
   * The text of a shape is, or may be, another fragment now: an editor that is open in it goes on in that one.
   * @param anew also where it is the same: whoever looks after undo in it has changed
   */
  follow(shapeId: string, anew?: boolean): void;
}

/** tldraw's options of text; whole only once the text editor, which comes after the canvas, has been loaded. */
export interface TextOptions extends TLTextOptions {
  /** tldraw's components around it; null until it is there. */
  readonly parts: Atom<TextEditorParts | null>;
  load(): Promise<void>;
}

export interface TextSource {
  /** Called when a text editor opens; has to see to it that the documents are up to date. */
  fragmentOf(shapeId: string): Y.XmlFragment | undefined;
  /** Called for each text that is opened. @returns the manager of one's own writing in it. */
  open(shapeId: string, fragment: Y.XmlFragment): Y.UndoManager;
}

/** What the open text editor is told by the canvas. */
export interface TextHost {
  readonly carets: Carets;
  editor: Editor | null;
  source: TextSource | null;
  /** The shape whose text tldraw is about to open for writing it anew. */
  writtenOver: string | null;
  readonly early: EarlyKeys;
  /** What an open text is called. */
  name: string;
}

/** From the moment a board is opened on: who loses the network a moment later can write all the same. */
export const fetchTextEditor = () => import('../text/text-editor.ts');

export function createTextBinding(): TextBinding {
  const host: TextHost = {
    ...{ carets: createCarets(), early: createEarlyKeys() },
    ...{ editor: null, source: null, writtenOver: null, name: '' },
  };
  const onSelectAll = ({ shapeId }: { readonly shapeId: string }) => {
    host.writtenOver = shapeId;
  };
  const extensions: TextEditing['extensions'] = [];
  const parts = atom<TextEditorParts | null>('text editor', null);
  let editing: TextEditing | null = null;
  const load = async (): Promise<void> => {
    const loaded = await fetchTextEditor();
    if (editing !== null) return;
    editing = loaded.createTextEditing(host);
    extensions.push(...editing.extensions);
    parts.set(loaded.parts);
  };
  return {
    carets: host.carets,
    textOptions: {
      // tldraw begins at the start and goes to the end a moment later: on a slow computer between two keys.
      tipTapConfig: { extensions, autofocus: 'end' },
      addFontsFromNode: defaultAddFontsFromNode,
      parts,
      load,
    },
    attach(attached, texts) {
      host.editor = attached;
      host.source = texts;
      attached.on('select-all-text', onSelectAll);
      const stopEarly = host.early.attach(attached);
      void untilThere(load);
      return () => {
        stopEarly();
        attached.off('select-all-text', onSelectAll);
        host.editor = null;
        host.source = null;
      };
    },
    name(name) {
      host.name = name;
    },
    follow: (shapeId, anew) => editing?.follow(shapeId, anew),
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
