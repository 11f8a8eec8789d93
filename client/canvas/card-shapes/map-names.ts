import { type Computed, computed, type Editor } from 'tldraw';
import type { ViewShape } from '../../../shared/board/card-shapes.ts';
import { isEqualJson } from '../../../shared/board/equal.ts';
import type { Box } from '../../../shared/method/template.ts';
import { drawing } from './draw-view.ts';
import { pacedBoard } from './paced-view.ts';
import { surroundingsOf } from './surroundings.ts';
import { pictureOf } from './view-picture.ts';
import { placeOfView } from './view-place.ts';

type NamesOfSheets = Readonly<Record<string, readonly Box[]>>;

const known = new WeakMap<Editor, Computed<NamesOfSheets>>();

/**
 * Where names of rings and kinds are written on the map of a sheet, in page coordinates: what is drawn over it keeps clear
 * of them. None before maps can be drawn.
 */
export function namesOnMap(editor: Editor, sheetId: string): readonly Box[] {
  const names = known.get(editor) ?? createNames(editor);
  known.set(editor, names);
  return names.get()[sheetId] ?? [];
}

function createNames(editor: Editor): Computed<NamesOfSheets> {
  const views = editor.store.query.records('shape', () => ({ type: { eq: 'view' as never } }));
  const maps = computed('maps of the board', () =>
    (views.get() as unknown as readonly ViewShape[]).filter(({ props }) => props.view === 'ring-map'),
  );
  return computed(
    'names on maps',
    () => Object.fromEntries(maps.get().map((shape) => [shape.parentId, namesOf(editor, shape)])),
    { isEqual: isEqualJson },
  );
}

function namesOf(editor: Editor, shape: ViewShape): readonly Box[] {
  const { template } = surroundingsOf(editor).get();
  const [draw, bounds] = [drawing.get(), editor.getShapePageBounds(shape.id)];
  if (template === null || draw === null || bounds === undefined) return [];
  const picture = pictureOf(editor, draw, shape, placeOfView(shape, template), pacedBoard(editor, template));
  return (picture ?? []).flatMap((mark) => {
    if (mark.type !== 'text') return [];
    const { x, y, w, h } = mark.box;
    return [{ x: bounds.x + x, y: bounds.y + y, w, h }];
  });
}
