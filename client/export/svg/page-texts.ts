import type { DisplayPage, TextRun } from '../display-list.ts';
import { pageFoot } from '../page-foot.ts';
import { mayHaveScripts } from '../text/scripts.ts';
import { textsOfOps } from '../write/op-texts.ts';

export type StyledText = Pick<TextRun, 'text' | 'family' | 'weight' | 'italic'>;

/** Every text that is set on a page; what is drawn as bars is none. */
export function* pageTexts({ layers, foot }: DisplayPage): Generator<StyledText> {
  for (const { items } of layers) for (const { greeked, ops } of items) if (!greeked) yield* textsOfOps(ops);
  if (foot !== null) yield { ...pageFoot.style, text: `${foot.text}${foot.number}…` };
}

/** Whether letters on it may belong to scripts whose faces stand in files of their own. */
export function needsScripts(page: DisplayPage): boolean {
  for (const { text } of pageTexts(page)) if (mayHaveScripts(text)) return true;
  return false;
}
