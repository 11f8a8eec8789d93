import type { Editor, TLShape } from 'tldraw';
import { panelsOn } from '../../../shared/method/views/cluster-panels.ts';
import { boardViewOf } from '../../canvas/card-shapes/board-view.ts';
import { surroundingsOf } from '../../canvas/card-shapes/surroundings.ts';
import { placeOfView } from '../../canvas/card-shapes/view-place.ts';
import type { Op } from '../display-list.ts';
import { type Box, type Matrix, mapBox } from '../matrix.ts';
import type { ReadTogether } from './reading-order.ts';

/**
 * The clusters whose names a shape draws, in the order in which it draws them: each is read out before its cards.
 * @param matrix from the page to what the boxes are in
 */
export function clustersIn(editor: Editor, shape: TLShape, origin: Box, matrix: Matrix): readonly ReadTogether[] {
  const { template } = surroundingsOf(editor).get();
  const view = shape as unknown as Parameters<typeof placeOfView>[0];
  const place =
    (view.type as string) === 'view' && view.props.view === 'more' && template ? placeOfView(view, template) : null;
  if (place === null || template === null) return [];
  return panelsOn(boardViewOf(editor, template).get(), place.frame, place.page).map(({ head, ids }, index) => ({
    id: `${shape.id} ${index}`,
    box: mapBox(matrix, { x: origin.x + head.x, y: origin.y + head.y, width: head.w, height: head.h }),
    ids,
  }));
}

interface NamesApart {
  readonly rest: readonly Op[];
  readonly names: readonly Op[];
}

/** What a shape draws without the names of clusters, which are its first words, and each of these by itself. */
export function withoutNames(ops: readonly Op[], count: number): NamesApart {
  const names: Op[] = [];
  const rest: Op[] = [];
  for (const op of ops) {
    const left = count - names.length;
    if (op.op === 'clip' && left > 0) {
      const inside = withoutNames(op.ops, left);
      names.push(...inside.names.map((name) => ({ ...op, ops: [name] })));
      rest.push({ ...op, ops: inside.rest });
    } else if (op.op === 'text' && left > 0) {
      names.push({ ...op, blocks: op.blocks.map((block) => ({ ...block, role: 'heading' as const })) });
    } else rest.push(op);
  }
  return { rest, names };
}
