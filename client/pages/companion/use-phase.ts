import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { phasePrompts, phaseTitle } from '../../../shared/method/guide/phase-words.ts';
import type { PhaseId } from '../../../shared/session/agenda.ts';
import { boardElsewhere } from '../../../shared/session/groups.ts';
import { phaseOn } from '../../../shared/session/run.ts';
import type { Session } from '../../../shared/session/session.ts';
import { useGuide } from '../../cards/guide/load-guide.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { boardPath } from '../paths.ts';

/** What everybody does now, in words. */
export interface PhaseWords {
  /** Null while no session runs on the board. */
  readonly now: { readonly id: PhaseId; readonly title: string; readonly prompt: string } | null;
  /** The board that the session runs on instead. */
  readonly elsewhere: { readonly title: string; readonly href: string } | null;
}

export function usePhase({ boards, workshop }: GetWorkshopResponse, board: Board, session: Session): PhaseWords {
  const { t, language } = useLanguage();
  const guide = useGuide(board.template);
  const away = boardElsewhere(session, board.id);
  if (away !== null) {
    const title = boards.find(({ id }) => id === away)?.title ?? t('run.elsewhereUnknown');
    return { now: null, elsewhere: { title, href: boardPath(workshop.id, away) } };
  }
  const phase = phaseOn(session.run, board.id);
  if (phase === null) return { now: null, elsewhere: null };
  const prompt = phasePrompts(phase, guide, board.language)[0] ?? '';
  return { now: { id: phase.id, title: phaseTitle(phase, guide, language), prompt }, elsewhere: null };
}
