import type { DisplayPage, Op, TextRun } from '../display-list.ts';
import { pageFoot } from '../page-foot.ts';
import { mayHaveScripts } from './scripts.ts';

type StyledText = Pick<TextRun, 'text' | 'family' | 'weight' | 'italic'>;

/** Every text that is set on a page; what is drawn as bars is none. */
export function* pageTexts({ layers, foot }: DisplayPage): Generator<StyledText> {
  for (const { items } of layers) for (const { greeked, ops } of items) if (!greeked) yield* textsOf(ops);
  // With what is put where it has to be cut.
  if (foot !== null) yield { ...pageFoot.style, text: `${foot.text}${foot.number}…` };
}

function* textsOf(ops: readonly Op[]): Generator<StyledText> {
  for (const op of ops) {
    if (op.op === 'clip') yield* textsOf(op.ops);
    if (op.op === 'text') for (const { runs } of op.blocks) yield* runs;
  }
}

/** Whether letters on it may belong to scripts whose faces stand in files of their own. */
export function needsScripts(page: DisplayPage): boolean {
  for (const { text } of pageTexts(page)) if (mayHaveScripts(text)) return true;
  return false;
}
