import type { Editor, TLRecord, TLShape } from 'tldraw';
import { type BoardShape, isShape } from '../../shared/board/read-board.ts';
import { isUntouchedStarter } from '../../shared/board/starter.ts';

/** Shapes that no page shows: what a template suggests and nobody took up, with its second places and edges. */
export const leftOut =
  (editor: Editor) =>
  (shape: TLShape): boolean =>
    isUntouchedStarter(shape as TLRecord) || cardsBehind(shape as BoardShape).some((id) => isGhost(editor, id));

function cardsBehind(shape: BoardShape): readonly TLShape['id'][] {
  switch (shape.type) {
    case 'mirror':
      return [shape.props.of];
    case 'relation':
      return [shape.props.from, shape.props.to];
    default:
      return [];
  }
}

function isGhost(editor: Editor, id: TLShape['id']): boolean {
  const card = editor.store.get(id) as TLRecord | undefined;
  return isShape(card) && isUntouchedStarter(card);
}
