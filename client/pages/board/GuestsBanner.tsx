import { useSyncExternalStore } from 'react';
import type { WorkshopId } from '../../../shared/protocol/ids.ts';
import { WaitingGuests } from '../../facilitation/waiting-room/WaitingGuests.tsx';
import type { OpenRoom } from '../../sync/open-room.ts';
import { useSend } from '../use-send.ts';

interface GuestsBannerProps {
  readonly room: OpenRoom;
  readonly workshopId: WorkshopId;
}

/** Who waits to be let in, above the board of those who lead. */
export function GuestsBanner({ room: { guests }, workshopId }: GuestsBannerProps) {
  const waiting = useSyncExternalStore(guests.subscribe, guests.get);
  const { send, busy } = useSend(workshopId);
  return (
    <WaitingGuests
      guests={waiting}
      place="bar"
      busy={busy}
      onAdmit={(guestId) => void send({ type: 'guest.admit', guestId })}
      onDecline={(guestId) => void send({ type: 'guest.decline', guestId })}
    />
  );
}
