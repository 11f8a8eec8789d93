import type { Op } from '../display-list.ts';
import type { TextStyle } from './font-book.ts';

export function* textsOfOps(ops: readonly Op[]): Generator<TextStyle & { readonly text: string }> {
  for (const op of ops) {
    if (op.op === 'clip') yield* textsOfOps(op.ops);
    if (op.op === 'text') for (const { runs } of op.blocks) yield* runs;
  }
}
