import type { ParticipantId } from '../../shared/protocol/ids.ts';
import type { RoomAddress } from '../../shared/protocol/room-name.ts';
import type { Session } from '../../shared/session/session.ts';
import { type Observable, variable } from './observable.ts';
import type { OfflineCopy } from './offline-copy.ts';
import { type OpenRoom, type OpenRoomOptions, openRoom, sleepingRoom } from './open-room.ts';
import { type RoomState, stateOfBoth } from './room-state.ts';
import type { WaitingChanges } from './waiting-changes.ts';

/** The rooms of one board: everybody's, and the own one of somebody who writes. */
export interface BoardRooms {
  readonly shared: OpenRoom;
  /** Null for those who write nothing here. */
  readonly own: OwnLayer | null;
  /** How the board stands with its server, all of its rooms taken together. */
  readonly state: Observable<RoomState>;
  /** Idempotent. */
  close(): void;
}

/** What one person writes that nobody else sees. Its document is there from the beginning, its room when it is needed. */
export interface OwnLayer {
  readonly room: OpenRoom;
  /** The layer that takes what is new. Follows the session at once, before anything that comes after it. */
  readonly active: Observable<RoomAddress['layer']>;
  /** Whether it is told that what is written now says nobody's name. */
  isAnonymous(): boolean;
}

const alwaysShared: OwnLayer['active'] = { get: () => 'shared', subscribe: () => () => undefined };

/** The layer that takes what is new, also of who writes nothing. */
export const activeLayer = (own: OwnLayer | null): OwnLayer['active'] => own?.active ?? alwaysShared;

export interface OwnLayerOptions {
  readonly ownerId: ParticipantId;
  readonly waiting?: WaitingChanges | undefined;
  /** Called once, when the room is opened. */
  openCopy(): OfflineCopy | undefined;
  /** Whether this browser still has something of the layer. */
  isKept(): Promise<boolean>;
}

export interface BoardRoomsOptions extends Omit<OpenRoomOptions, 'ownerId' | 'mayMoveOver'> {
  readonly own: OwnLayerOptions | null;
  /** The session as it was known before its room is there to tell. */
  readonly session: Session;
}

/**
 * Opens a board. The own room is opened as soon as people write privately, or there is something in it, and stays open.
 *
 * When what was written privately is revealed, the server ends the own layer and the cards come with the shared one. The
 * two arrive by two connections: what is seen of the own layer stays until the shared one has brought its part.
 */
export function openBoardRooms({ own: ownOptions, session: atFirst, ...options }: BoardRoomsOptions): BoardRooms {
  const shared = openRoom(options);
  if (ownOptions === null) return { shared, own: null, state: shared.state, close: shared.close };

  const { boardId } = options;
  const { ownerId, waiting, openCopy, isKept } = ownOptions;
  const writing = () => {
    const { privateWriting } = shared.session.get() ?? atFirst;
    return privateWriting?.boardId === boardId ? privateWriting : null;
  };
  const isSettled = () => shared.state.get().status === 'live' && (writing()?.revealAtMs ?? null) === null;
  const activeName = () => (writing() === null ? 'shared' : 'own');

  const active = variable<RoomAddress['layer']>(activeName());
  const mayMoveOver = variable(isSettled());
  const room = sleepingRoom({ ...options, ownerId, waiting, mayMoveOver });
  const state = variable<RoomState>(shared.state.get(), (a, b) => JSON.stringify(a) === JSON.stringify(b));
  let isAwake = false;
  let isClosed = false;

  const wake = () => {
    if (isAwake || isClosed) return;
    isAwake = true;
    room.wake(openCopy());
  };
  const look = () => {
    if (writing() !== null || shared.privateCounts.get().own > 0) wake();
    active.set(activeName());
    mayMoveOver.set(isSettled());
    state.set(isAwake ? stateOfBoth(shared.state.get(), room.state.get()) : shared.state.get());
  };
  const stops = [shared.session, shared.privateCounts, shared.state, room.state].map((told) => told.subscribe(look));
  look();
  void isKept().then((kept) => {
    if (kept) wake();
  });

  return {
    shared,
    own: { room, active, isAnonymous: () => writing()?.isAnonymous ?? false },
    state,
    close() {
      isClosed = true;
      for (const stop of stops) stop();
      room.close();
      shared.close();
    },
  };
}
