import type { Language } from '../../../../shared/api/text.ts';
import type { Board, GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import type { Guide } from '../../../../shared/method/guide/guide.ts';
import { phasePrompts, phaseTitle } from '../../../../shared/method/guide/phase-words.ts';
import type { Phase } from '../../../../shared/session/agenda.ts';
import { phaseOn, type Run } from '../../../../shared/session/run.ts';

/** The phase that everybody is in, in words. */
export interface PhaseShown {
  readonly phase: Phase;
  readonly title: string;
  /** The first question to everybody; empty where there is none. */
  readonly prompt: string;
}

/** @returns null while no session runs on the board */
export function phaseShown(
  run: Run | null,
  board: Pick<Board, 'id' | 'language'>,
  guide: Guide | null,
  language: Language,
): PhaseShown | null {
  const phase = phaseOn(run, board.id);
  if (phase === null) return null;
  return {
    phase,
    title: phaseTitle(phase, guide, language),
    prompt: phasePrompts(phase, guide, board.language)[0] ?? '',
  };
}

export const titleOfBoard = ({ boards }: GetWorkshopResponse, boardId: Board['id'], unknown: string): string =>
  boards.find(({ id }) => id === boardId)?.title ?? unknown;
