import type { BoardHelp } from './find-help.ts';
import { actorMapRules } from './rules/actor-map.ts';
import { commonRules } from './rules/common.ts';
import { actorMapTexts } from './texts/actor-map.ts';

export const actorMapHelp: BoardHelp = { rules: [...actorMapRules, ...commonRules], texts: actorMapTexts };
