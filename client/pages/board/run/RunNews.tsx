import type { Board, GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import { boardElsewhere } from '../../../../shared/session/groups.ts';
import type { Session } from '../../../../shared/session/session.ts';
import { useGuide } from '../../../cards/guide/load-guide.ts';
import { useRunNews } from '../../../facilitation/run/use-run-news.ts';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';
import { phaseShown, titleOfBoard } from './shown.ts';

interface RunNewsProps {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly session: Session;
}

/** Shows nothing. Says which phase everybody is in, once, however often the board's room is opened anew. */
export function RunNews({ data, board, session }: RunNewsProps): null {
  const { t, language } = useLanguage();
  const shown = phaseShown(session.run, board, useGuide(board.template), language);
  const away = boardElsewhere(session, board.id);
  useRunNews(
    shown === null ? null : { ...shown, id: shown.phase.id },
    away === null ? null : titleOfBoard(data, away, t('run.elsewhereUnknown')),
  );
  return null;
}
