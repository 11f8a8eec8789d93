import type { CollectedPage } from '../compose/report-input.ts';
import type { DisplayPage } from '../display-list.ts';

/** A part of a board alone on its sheet: one point a board unit, without heading and foot. */
export const picturePage = ({ id, title, view, items }: CollectedPage): DisplayPage => ({
  part: id,
  title,
  sheet: { width: view.width, height: view.height },
  outline: [],
  foot: null,
  layers: [{ matrix: view.matrix, clip: { x: 0, y: 0, width: view.width, height: view.height }, items }],
});
