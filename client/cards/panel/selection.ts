import type { Editor, TLShapeId } from 'tldraw';

/** What the drawer shows: the one card, or the one relation, that is selected. */
export type Chosen =
  | { readonly type: 'card'; readonly id: TLShapeId }
  | { readonly type: 'relation'; readonly id: TLShapeId };

/** A mirror shows its card. @returns null for anything else, and for several shapes. */
export function chosenIn(editor: Editor): Chosen | null {
  const shape = editor.getOnlySelectedShape();
  switch (shape?.type) {
    case 'card':
    case 'relation':
      return { type: shape.type, id: shape.id };
    case 'mirror':
      return { type: 'card', id: (shape.props as { of: TLShapeId }).of };
    default:
      return null;
  }
}
