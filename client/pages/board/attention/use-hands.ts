import { can } from '../../../../shared/access/capabilities.ts';
import type { GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import type { RosterEntry } from '../../../../shared/protocol/messages.ts';
import { otherHands } from '../../../../shared/session/floor.ts';
import type { Session } from '../../../../shared/session/session.ts';
import { useSend } from '../../use-send.ts';
import { floorAround } from './around.ts';

/** Raised hands as the bar shows them. */
export interface Hands {
  readonly count: number;
  readonly isUp: boolean;
  readonly leads: boolean;
  /** Raises or lowers one's own; who leads sees who it is. */
  readonly act: () => void;
}

/** Undefined for those who only look on. @param onShow shows who wants to speak */
export function useHands(
  data: GetWorkshopResponse,
  session: Session,
  roster: readonly RosterEntry[],
  onShow: () => void,
): Hands | undefined {
  const { floor } = session;
  const { send } = useSend(data.workshop.id);
  const { me } = data;
  if (!can(me.role, 'canEdit')) return undefined;
  const leads = can(me.role, 'canFacilitate');
  const isUp = floor.hands.some(({ participantId }) => participantId === me.participant.id);
  return {
    ...{ count: otherHands(floorAround(session, roster)).length, isUp, leads },
    act: leads ? onShow : () => void send({ type: isUp ? 'hand.lower' : 'hand.raise' }),
  };
}
