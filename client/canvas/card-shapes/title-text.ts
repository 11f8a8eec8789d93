import { Extension } from '@tiptap/core';
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state';
import { AddMarkStep } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';
import type { Editor } from 'tldraw';
import { ySyncPluginKey } from 'y-prosemirror';

/**
 * The title of a card is one plain paragraph, for whoever writes it: Enter ends, Shift+Enter breaks the line, several
 * pasted lines become one, and nothing turns into a list, a heading or bold.
 *
 * Titles that came to have more, as from a note, are left as they are; what others write is never refused.
 * @param boardOf the board whose text is open, null before there is one.
 */
export const titleText = (boardOf: () => Editor | null): Extension => {
  const isTitle = (board: Editor | null): board is Editor =>
    (board?.getEditingShape()?.type as string | undefined) === 'card';
  return Extension.create({
    name: 'titleText',
    priority: 1001,
    // Before the editor makes its plugins: a rule that is refused would swallow the key.
    onBeforeCreate() {
      if (isTitle(boardOf())) Object.assign(this.editor.options, { enableInputRules: false, enablePasteRules: false });
    },
    addProseMirrorPlugins() {
      const board = boardOf();
      return isTitle(board) ? [titlePlugin(board)] : [];
    },
  });
};

function titlePlugin(board: Editor): Plugin {
  return new Plugin({
    filterTransaction: (transaction, state) => isForeign(transaction) || keepsPlain(transaction, state),
    props: {
      handleKeyDown(view, event) {
        if (event.key !== 'Enter' || event.isComposing) return false;
        if (event.shiftKey) breakLine(view);
        else {
          // The canvas would take the same key as a wish to write on.
          event.stopPropagation();
          board.complete();
        }
        return true;
      },
      transformPasted: (slice, view) => inOneLine(slice, view.state),
    },
  });
}

function breakLine(view: EditorView): void {
  const { state } = view;
  const lineBreak = state.schema.nodes.hardBreak?.create();
  if (lineBreak !== undefined) view.dispatch(state.tr.replaceSelectionWith(lineBreak).scrollIntoView());
}

const isForeign = (transaction: Transaction): boolean =>
  (transaction.getMeta(ySyncPluginKey) as { readonly isChangeOrigin?: boolean } | undefined)?.isChangeOrigin === true;

function keepsPlain({ docChanged, doc, steps }: Transaction, { doc: before }: EditorState): boolean {
  if (!docChanged) return true;
  if (steps.some((step) => step instanceof AddMarkStep)) return false;
  return doc.childCount <= Math.max(1, before.childCount) && oddBlocks(doc) <= oddBlocks(before);
}

const oddBlocks = (doc: Node): number => doc.content.content.filter(({ type }) => type.name !== 'paragraph').length;

function inOneLine({ content }: Slice, { schema }: EditorState): Slice {
  const text = content.textBetween(0, content.size, ' ', ' ').replaceAll(/\s+/g, ' ');
  return text === '' ? Slice.empty : new Slice(Fragment.from(schema.text(text)), 0, 0);
}
