import type { Editor } from 'tldraw';
import type { ViewShape } from '../../../shared/board/card-shapes.ts';
import type { BoardView } from '../../../shared/method/board-view.ts';
import type { Picture } from '../../../shared/method/views/picture.ts';
import type { DrawView } from './draw-view.ts';
import { surroundingsOf } from './surroundings.ts';
import type { ViewPlace } from './view-place.ts';

/** What a generated picture shows of a board, in its language; null where it stands nowhere. */
export function pictureOf(
  editor: Editor,
  draw: DrawView,
  { props }: ViewShape,
  place: ViewPlace | null,
  view: BoardView,
): Picture | null {
  if (place === null) return null;
  const { language } = surroundingsOf(editor).get();
  return draw(props.view, { view, ...place, box: { w: props.w, h: props.h }, language });
}
