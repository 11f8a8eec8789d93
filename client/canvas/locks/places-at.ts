import type { Editor } from 'tldraw';
import { contains } from '../../../shared/board/containment.ts';
import { boardOf, placeShape } from './editor-board.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Ids of the zone, then the frame, that a menu is about. Of zones in each other the innermost.
 * @param pressed where it was opened; null where a key opened it: then they are those of what is selected, or in view
 */
export function placesAt(editor: Editor, pressed: Point | null): readonly string[] {
  const board = boardOf(editor);
  const point = pressed ?? (editor.getSelectionPageBounds() ?? editor.getViewportPageBounds()).center;
  const around = [...board.places]
    .map((id) => placeShape(editor.getShape(id as never)))
    .filter((place) => place !== undefined)
    .filter((place) => contains(board, place, point))
    .sort((a, b) => a.props.w * a.props.h - b.props.w * b.props.h);
  const zone = around.find(({ type }) => type === 'zone');
  const frame = around.find(({ type }) => type === 'frame');
  return [zone, frame].flatMap((place) => (place === undefined ? [] : [place.id]));
}
