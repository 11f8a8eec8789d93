import { Editor as TextEditor } from '@tiptap/core';
import type { Editor, TLRichText, TLShapeId } from 'tldraw';

/** A shape's text, open as tldraw's interface opens it. */
export interface OpenText {
  /** At the caret. */
  type(text: string): void;
  moveTo(end: 'start' | 'end'): void;
  press(keys: 'undo' | 'redo'): void;
  text(): string;
  canWrite(): boolean;
  close(): void;
}

export function openText(editor: Editor, id: TLShapeId): OpenText {
  editor.markHistoryStoppingPoint('open text');
  editor.setEditingShape(id);
  const shape = editor.getShape(id);
  if (shape === undefined) throw new Error('no such shape');
  const element = document.createElement('div');
  editor.getContainer().append(element);
  const { editorProps, ...config } = editor.getTextOptions().tipTapConfig ?? {};
  if (config.extensions?.length === 0) throw new Error('the text editor is not there yet: let the room settle first');
  const text = new TextEditor({
    ...{ element, autofocus: true, editorProps: editorProps ?? {} },
    ...config,
    content: (shape.props as { richText: object }).richText,
    onUpdate: ({ editor: changed }) => {
      const richText = changed.state.doc.toJSON() as TLRichText;
      editor.updateShape({ id, type: shape.type, props: { richText } as never });
    },
  });
  editor.setRichTextEditor(text);
  return {
    type: (words) => text.view.editable && text.commands.insertContent(words),
    moveTo: (end) => text.commands.focus(end),
    press: (keys) => text.commands.keyboardShortcut(keys === 'undo' ? 'Mod-z' : 'Mod-y'),
    text: () => text.getText(),
    canWrite: () => text.view.editable,
    close() {
      editor.setEditingShape(null);
      text.destroy();
      element.remove();
    },
  };
}
