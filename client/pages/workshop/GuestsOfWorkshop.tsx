import type { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { WaitingGuests } from '../../facilitation/waiting-room/WaitingGuests.tsx';
import { useSend } from '../use-send.ts';

interface GuestsOfWorkshopProps {
  readonly data: GetWorkshopResponse;
  readonly onChanged: () => Promise<void>;
}

/** Who waits to be let in, above the boards. */
export function GuestsOfWorkshop({ data: { workshop, guests }, onChanged }: GuestsOfWorkshopProps) {
  const { send, busy } = useSend(workshop.id);
  return (
    <WaitingGuests
      guests={guests}
      place="page"
      busy={busy}
      onAdmit={async (guestId) => {
        if (await send({ type: 'guest.admit', guestId })) await onChanged();
      }}
      onDecline={async (guestId) => {
        if (await send({ type: 'guest.decline', guestId })) await onChanged();
      }}
    />
  );
}
