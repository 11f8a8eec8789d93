import type { Board, GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import type { RosterEntry } from '../../../../shared/protocol/messages.ts';
import type { Gathering } from '../../../../shared/session/attention.ts';
import type { Translate } from '../../../i18n/catalogue.ts';
import { personName } from '../person-name.ts';

/** Who asks everybody to look, and where that is. @param board the one that this page shows */
export function gatheringText(
  { participantId, boardId, frame }: Gathering,
  data: GetWorkshopResponse,
  board: Board,
  roster: readonly RosterEntry[],
  t: Translate,
): string {
  const name = personName(participantId, roster, data, t);
  if (boardId === board.id)
    return frame === null ? t('attention.asked', { name }) : t('attention.askedFrame', { name, frame });
  const title = data.boards.find(({ id }) => id === boardId)?.title;
  return title === undefined ? t('attention.askedElsewhere', { name }) : t('attention.askedTo', { name, board: title });
}
