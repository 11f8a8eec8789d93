import type { TLShape } from 'tldraw';
import type { Op } from '../display-list.ts';

/** What a template's scenery is to somebody who has the page read out. */
export function tellRoles(shape: TLShape, ops: readonly Op[]): readonly Op[] {
  const type: string = shape.type;
  if (type !== 'heading' && type !== 'zone') return ops;
  const told = ops.map((op): Op => {
    if (op.op === 'clip') return { ...op, ops: tellRoles(shape, op.ops) };
    if (op.op !== 'text') return op;
    const heads = op.blocks.some(({ runs }) =>
      runs.some(({ family, weight }) => (type === 'heading' ? family === 'title' : weight >= 700)),
    );
    const role = type === 'heading' ? 'title' : 'heading';
    return heads ? { ...op, blocks: op.blocks.map((block) => ({ ...block, role })) } : op;
  });
  // The heading of a page comes before the signs beside it, which it does not overlap.
  return type === 'heading' ? [...told.filter(isTitle), ...told.filter((op) => !isTitle(op))] : told;
}

const isTitle = (op: Op): boolean =>
  op.op === 'clip' ? op.ops.some(isTitle) : op.op === 'text' && op.blocks.some(({ role }) => role === 'title');
