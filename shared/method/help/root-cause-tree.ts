import type { BoardHelp } from './find-help.ts';
import { commonRules } from './rules/common.ts';
import { rootCauseTreeRules } from './rules/root-cause-tree.ts';
import { rootCauseTreeTexts } from './texts/root-cause-tree.ts';

export const rootCauseTreeHelp: BoardHelp = {
  rules: [...rootCauseTreeRules, ...commonRules],
  texts: rootCauseTreeTexts,
};
