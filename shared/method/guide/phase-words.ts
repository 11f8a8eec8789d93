import type { Language } from '../../api/text.ts';
import type { Phase } from '../../session/agenda.ts';
import type { Guide, GuidePhase } from './guide.ts';

/** The phase of the script that it is; undefined for one that somebody added, and until the script is there. */
export const scriptedPhase = (phase: Phase, guide: Guide | null): GuidePhase | undefined =>
  phase.scripted === null ? undefined : guide?.phases[phase.scripted];

/** Somebody's own words, or those of the script in the reader's language. Empty until the script is there. */
export const phaseTitle = (phase: Phase, guide: Guide | null, language: Language): string =>
  phase.title ?? scriptedPhase(phase, guide)?.title[language] ?? '';

/**
 * The questions to everybody, the first of them first.
 * @param language the board's: what is answered on the board is asked in its language
 */
export function phasePrompts(phase: Phase, guide: Guide | null, language: Language): readonly string[] {
  if (phase.prompt !== null) return [phase.prompt];
  return (scriptedPhase(phase, guide)?.prompts ?? []).map((prompt) => prompt[language]);
}

/** The frame of the template that it takes place in. */
export const phaseFrame = ({ place }: Pick<Phase, 'place'>): string | null => place?.split('/')[0] ?? null;
