import type { Editor, TLShapeId } from 'tldraw';
import { unite } from '../matrix.ts';
import { type PagePlan, plainPage } from './page-plan.ts';
import { boxOf, paperFor, planFrame, shownShapes, viewOf } from './plan-pages.ts';

/** Around a selection. Board units. */
const margin = 32;

/**
 * A page with these shapes and what belongs to them, and no more; of one frame alone, its page.
 * @param ids what is not on the page, or that no page shows, is passed over
 */
export function planSelection(editor: Editor, ids: readonly TLShapeId[]): PagePlan {
  const [first, ...others] = ids.flatMap((id) => editor.getShape(id) ?? []);
  if (first?.type === 'frame' && others.length === 0) {
    const plan = planFrame(editor, first.id);
    if (plan !== null) return plan;
  }
  const chosen = editor.getShapeAndDescendantIds(ids.filter((id) => editor.getShape(id) !== undefined));
  const shapes = shownShapes(editor).filter((shape) => chosen.has(shape.id));
  const box = unite(shapes.map((shape) => boxOf(editor, shape)));
  const wide = { x: box.x - margin, y: box.y - margin, width: box.width + 2 * margin, height: box.height + 2 * margin };
  return {
    ...plainPage,
    id: 'selection',
    title: '',
    heading: null,
    drawnFor: paperFor(wide.width, wide.height),
    view: viewOf(wide),
    framed: false,
    shapes: shapes.map(({ id }) => ({ id, words: 'read', instead: null })),
  };
}
