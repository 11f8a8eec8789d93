import type { Editor } from 'tldraw';
import { contains } from '../../../shared/board/containment.ts';
import { boardOf, placeShape } from './editor-board.ts';

/**
 * Ids of the zone, then the frame, that a menu is about: what is selected, or what something selected lies in, else where it was
 * opened. Of zones in each other the innermost.
 */
export function placesAt(editor: Editor, pressed: { readonly x: number; readonly y: number }): readonly string[] {
  const board = boardOf(editor);
  const bounds = editor.getSelectionPageBounds();
  const selected = editor.getSelectedShapes();
  const chosen = selected.length === 1 ? placeShape(selected[0]) : undefined;
  // A zone or frame is chosen by a press into it, which says more than its middle.
  const point = bounds === null || chosen !== undefined ? pressed : bounds.center;
  const around = [...board.places]
    .map((id) => placeShape(editor.getShape(id as never)))
    .filter((place) => place !== undefined)
    .filter((place) => contains(board, place, point))
    .sort((a, b) => a.props.w * a.props.h - b.props.w * b.props.h);
  const zone = around.find(({ type }) => type === 'zone');
  const frame = around.find(({ type }) => type === 'frame');
  return [zone, frame].flatMap((place) => (place === undefined ? [] : [place.id]));
}
