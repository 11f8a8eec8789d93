import type { BoardHelp } from './find-help.ts';
import { commonRules } from './rules/common.ts';
import { visioningRules } from './rules/visioning.ts';
import { visioningTexts } from './texts/visioning.ts';

export const visioningHelp: BoardHelp = { rules: [...visioningRules, ...commonRules], texts: visioningTexts };
