import type { ComponentProps } from 'react';
import type { WorkshopId } from '../../shared/protocol/ids.ts';
import { WaitingGuests } from '../facilitation/waiting-room/WaitingGuests.tsx';
import { useSend } from './use-send.ts';

interface GuestsAtDoorProps extends Pick<ComponentProps<typeof WaitingGuests>, 'guests' | 'place'> {
  readonly workshopId: WorkshopId;
  /** Somebody was let in or not, where the page does not hear of it by itself. */
  readonly onAnswered?: () => Promise<void>;
}

/** Who waits to be let in, for those who lead. */
export function GuestsAtDoor({ workshopId, onAnswered, ...waiting }: GuestsAtDoorProps) {
  const { send, busy } = useSend(workshopId);
  const answer = async (command: Parameters<typeof send>[0]) => {
    if (await send(command)) await onAnswered?.();
  };
  return (
    <WaitingGuests
      {...waiting}
      busy={busy}
      onAdmit={(guestId) => void answer({ type: 'guest.admit', guestId })}
      onDecline={(guestId) => void answer({ type: 'guest.decline', guestId })}
    />
  );
}
