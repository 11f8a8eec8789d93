import { Suspense } from 'react';
import { can } from '../../../shared/access/capabilities.ts';
import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import type { OpenRoom } from '../../sync/open-room.ts';
import type { RoomState } from '../../sync/room-state.ts';
import { OfflineBanner } from './OfflineBanner.tsx';
import { ClosedBanner, ExampleBanner, FullBanner, GuestsBanner } from './parts.ts';
import type { SessionRoom } from './use-session-room.ts';

interface BoardBannersProps extends Pick<SessionRoom, 'closedAtMs' | 'unsent'> {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly room: OpenRoom;
  readonly state: RoomState;
  /** Whether there is a board to see. */
  readonly isLoaded: boolean;
  /** Who waits is nothing for the wall. */
  readonly isProjecting: boolean;
}

/** How all of a board stands: who waits before the door, the connection, what kind of board it is. */
export function BoardBanners({
  data,
  board,
  room,
  state,
  isLoaded,
  isProjecting,
  closedAtMs,
  unsent,
}: BoardBannersProps) {
  const leads = can(data.me.role, 'canFacilitate');
  return (
    <>
      {leads && !isProjecting && (
        <Suspense fallback={null}>
          <GuestsBanner room={room} workshopId={data.workshop.id} />
        </Suspense>
      )}
      {state.status === 'offline' && <OfflineBanner blocked={state.blocked} />}
      {state.status === 'full' && isLoaded && (
        <Suspense fallback={null}>
          <FullBanner />
        </Suspense>
      )}
      {board.example && (
        <Suspense fallback={null}>
          <ExampleBanner data={data} board={board} />
        </Suspense>
      )}
      {closedAtMs !== null && (
        <Suspense fallback={null}>
          <ClosedBanner workshopId={data.workshop.id} {...{ closedAtMs, leads, unsent }} place="bar" />
        </Suspense>
      )}
    </>
  );
}
