import type { Comment } from '../../../../shared/api/comments.ts';
import type { GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import type { RosterEntry } from '../../../../shared/protocol/messages.ts';
import type { Translate } from '../../../i18n/catalogue.ts';
import { excerptOf } from '../../../ui/excerpt.ts';
import { personName } from '../person-name.ts';

/** Enough to know whether one wants to look at once. */
const excerptMax = 120;

/** Who names this person, and the beginning of what they say. */
export const mentionText = (
  { authorId, text }: Comment,
  roster: readonly RosterEntry[],
  data: Pick<GetWorkshopResponse, 'people'>,
  t: Translate,
): string => t('said.mentioned', { name: personName(authorId, roster, data, t), text: excerptOf(text, excerptMax) });
