import { createGeometry, type Records } from '../../board/containment.ts';
import { isShape } from '../../board/read-board.ts';
import type { BoardView } from '../board-view.ts';
import { type Box, papers } from '../template.ts';
import { gap, overlaps } from './arrange.ts';
import type { NewPlace } from './behaviour.ts';
import { looseBox, type Site } from './sites.ts';

/** From the edge of a frame, in board units. */
const margin = 40;
/** A board without frames is filled in rows as wide as a sheet. */
const sheet = papers.A4;
/** Nobody writes more where nothing is arranged. */
const rowsMax = 1_000;

/** A place outside of every zone: the first, row by row, where nothing lies; below the frame where that is full. */
export function freeSpot(records: Records, view: BoardView, { spot: { frame }, centre }: Site): NewPlace {
  const { box, ...look } = looseBox({ spot: { frame, zone: null }, centre });
  const shape = view.frames.find((one) => one.frame === frame && one.page === 0)?.shape;
  const wide = shape?.props.w ?? sheet.w;
  const columns = Math.max(1, Math.floor((wide - 2 * margin + gap) / (box.w + gap)));
  const lying = boxesOn(records);
  for (let place = 0; place < columns * rowsMax; place++) {
    const [column, row] = [place % columns, Math.floor(place / columns)];
    const here: Box = {
      ...{ x: centre.x + margin + column * (box.w + gap), y: centre.y + margin + row * (box.h + gap) },
      ...{ w: box.w, h: box.h },
    };
    if (!lying.some((other) => overlaps(other, here))) return { ...look, box: here };
  }
  return { ...look, box };
}

/** Side of what does not say how large it is, as a note. */
const noteSize = 200;
const grounds: ReadonlySet<string> = new Set([
  'frame',
  'zone',
  'heading',
  'label',
  'mark',
  'view',
  'relation',
  'arrow',
  'line',
]);

/** All that lies on the board, without what it is drawn on. */
function boxesOn(records: Records): readonly Box[] {
  const { centreOf } = createGeometry(records);
  return [...records.values()].filter(isShape).flatMap((shape): readonly Box[] => {
    if (grounds.has(shape.type)) return [];
    const { x, y } = centreOf(shape);
    const { w = noteSize, h = noteSize } = shape.props as { readonly w?: number; readonly h?: number };
    return [{ x: x - w / 2, y: y - h / 2, w, h }];
  });
}
