import type { BoardHelp } from './find-help.ts';
import { commonRules } from './rules/common.ts';
import { lessonsLearntRules } from './rules/lessons-learnt.ts';
import { lessonsLearntTexts } from './texts/lessons-learnt.ts';

export const lessonsLearntHelp: BoardHelp = {
  rules: [...lessonsLearntRules, ...commonRules],
  texts: lessonsLearntTexts,
};
