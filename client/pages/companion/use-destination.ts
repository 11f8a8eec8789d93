import type { Board } from '../../../shared/api/workshops.ts';
import { groupBoard } from '../../../shared/session/groups.ts';
import type { Session } from '../../../shared/session/session.ts';
import { loadTemplateSource } from '../../cards/template-source.ts';
import { useFetched } from '../../cards/use-fetched.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';

/** Where a card goes that is written outside of a session: people begin at the first frame. */
export function useDestination({ id, title, template, language }: Board, { breakouts }: Session): string {
  const t = useText();
  const [first] = useFetched(template, loadTemplateSource)?.frames ?? [];
  // A group's board has the frame alone that it works on, under its own name.
  if (first === undefined || groupBoard(breakouts, id) !== null) return t('companion.goesToBoard', { board: title });
  return t('companion.goesTo', { frame: `${first.number} ${first.title[language]}`, board: title });
}
