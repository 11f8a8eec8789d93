import { can } from '../../../../shared/access/capabilities.ts';
import type { GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import type { OrganisationId } from '../../../../shared/protocol/ids.ts';
import type { RosterEntry } from '../../../../shared/protocol/messages.ts';
import { otherHands, roundOrder, type Turn } from '../../../../shared/session/floor.ts';
import type { Session } from '../../../../shared/session/session.ts';
import { type Speaker, SpeakingOrder } from '../../../facilitation/floor/SpeakingOrder.tsx';
import type { StampMark } from '../../../ui/stamps.ts';
import { useSend } from '../../use-send.ts';
import { floorAround, remotePeople } from './around.ts';

interface FloorInDrawerProps {
  readonly data: GetWorkshopResponse;
  readonly session: Session;
  readonly roster: readonly RosterEntry[];
  readonly stamps: ReadonlyMap<OrganisationId, StampMark>;
  readonly nameOf: (id: Turn['participantId']) => string;
}

/** Who speaks and who wants to, above who is here. */
export function FloorInDrawer({ data, session, roster, stamps, nameOf }: FloorInDrawerProps) {
  const floor = floorAround(session, roster);
  const remote = remotePeople(data, roster);
  const { send, busy } = useSend(data.workshop.id);
  const speakerOf = ({ participantId, organisationId }: Turn): Speaker => ({
    ...{ participantId, name: nameOf(participantId), mark: stamps.get(organisationId) },
    isRemote: remote.has(participantId),
  });
  return (
    <SpeakingOrder
      speaking={floor.speaking === null ? null : speakerOf(floor.speaking)}
      round={roundOrder(floor, remote).map(speakerOf)}
      isRound={session.floor.round.length > 0}
      hands={otherHands(floor).map(speakerOf)}
      lead={
        can(data.me.role, 'canFacilitate')
          ? {
              busy,
              give: (participantId) => void send({ type: 'floor.give', participantId }),
              end: () => void send({ type: 'floor.end' }),
              dismiss: (participantId) => void send({ type: 'floor.dismiss', participantId }),
              leaveOut: (participantId) => void send({ type: 'round.leave-out', participantId }),
              endRound: () => void send({ type: 'round.end' }),
            }
          : undefined
      }
    />
  );
}
