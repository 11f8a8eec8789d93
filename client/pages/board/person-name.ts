import type { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import type { RosterEntry } from '../../../shared/protocol/messages.ts';
import type { Translate } from '../../i18n/catalogue.ts';

/** Who came a moment ago is on the roster and not among the people yet; who has left is among the people only. */
export const personName = (
  id: string,
  roster: readonly RosterEntry[],
  { people }: Pick<GetWorkshopResponse, 'people'>,
  t: Translate,
): string =>
  roster.find(({ participantId }) => participantId === id)?.name ??
  people.find((person) => person.id === id)?.name ??
  t('attention.somebody');
