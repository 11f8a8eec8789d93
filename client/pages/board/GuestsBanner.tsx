import { useSyncExternalStore } from 'react';
import type { WorkshopId } from '../../../shared/protocol/ids.ts';
import type { OpenRoom } from '../../sync/open-room.ts';
import { GuestsAtDoor } from '../GuestsAtDoor.tsx';

interface GuestsBannerProps {
  readonly room: OpenRoom;
  readonly workshopId: WorkshopId;
}

/** Who waits to be let in, above the board of those who lead. */
export function GuestsBanner({ room: { guests }, workshopId }: GuestsBannerProps) {
  const waiting = useSyncExternalStore(guests.subscribe, guests.get);
  return <GuestsAtDoor guests={waiting} place="bar" workshopId={workshopId} />;
}
