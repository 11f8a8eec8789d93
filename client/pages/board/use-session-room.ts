import { useEffect, useState } from 'react';
import { can } from '../../../shared/access/capabilities.ts';
import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import type { Session } from '../../../shared/session/session.ts';
import type { OwnLayer } from '../../sync/board-rooms.ts';
import type { Observable } from '../../sync/observable.ts';
import { offlineCopyName, openOfflineCopy } from '../../sync/offline-copy.ts';
import type { OpenRoom } from '../../sync/open-room.ts';
import type { RoomState } from '../../sync/room-state.ts';
import { holdsUnsent } from '../../sync/unsent-copy.ts';
import type { Unsent } from '../ClosedBanner.tsx';
import { useRooms } from './use-room.ts';

export interface SessionRoom {
  /** Null until it is being opened. */
  readonly room: OpenRoom | null;
  /** What this person alone sees of the board; null for those who write nothing. */
  readonly own: OwnLayer | null;
  /** Of the board, both layers taken together; undefined until it is being opened. */
  readonly stated: Observable<RoomState> | undefined;
  readonly readOnly: boolean;
  /** Since when the session is closed; null while it is not. */
  readonly closedAtMs: number | null;
  readonly unsent: Unsent;
  /** The newest that is known of the workshop's session. */
  readonly session: Session;
}

/**
 * The board's room, as its workshop's session has it.
 *
 * When the session closes on an open board, its room stays: what was on its way still arrives. A page that has more than
 * the server took, or is opened meanwhile, reads along beside its copy, which waits for the session to be opened again.
 */
export function useSessionRoom({ me, session }: GetWorkshopResponse, board: Board): SessionRoom {
  const [known, setKnown] = useState(session);
  const [isAside, setAside] = useState(session.closedAtMs !== null);
  const [unsent, setUnsent] = useState<Unsent>('nothing');
  const writes = !board.example && can(me.role, 'canEdit');
  const closedAtMs = board.example ? null : known.closedAtMs;
  const rooms = useRooms({
    ...{ boardId: board.id, participantId: me.participant.id, session: known },
    ...{ silent: !writes || isAside, hasOwn: writes },
  });
  const room = rooms?.shared ?? null;

  useEffect(() => {
    if (room === null || rooms === null) return;
    const look = () => {
      const told = room.session.get();
      // Of both layers: what one has not saved is not saved.
      const state = rooms.state.get();
      if (told !== null) {
        setKnown((before) => (told.seq > before.seq ? told : before));
        if (told.closedAtMs === null) {
          setAside(false);
          setUnsent('nothing');
        }
      }
      if (state.status !== 'ended' || state.code !== CloseCode.sessionClosed) return;
      setUnsent(!state.unsaved ? 'nothing' : state.kept ? 'kept' : 'here');
      // A page that alone has it goes on with it, and asks again by itself.
      if (state.kept || !state.unsaved) setAside(true);
    };
    const stops = [room.session.subscribe(look), rooms.state.subscribe(look)];
    look();
    return () => {
      for (const stop of stops) stop();
    };
  }, [room, rooms]);

  useEffect(() => {
    if (room === null || !isAside || !writes) return;
    let wanted = true;
    const look = () => {
      if (room.state.get().status !== 'live') return;
      stop();
      const copy = openOfflineCopy(offlineCopyName(me.participant.id, board.id));
      void holdsUnsent(copy, room.doc).then((holds) => {
        if (wanted && holds) setUnsent('kept');
      });
    };
    const stop = room.state.subscribe(look);
    look();
    return () => {
      wanted = false;
      stop();
    };
  }, [room, isAside, writes, me.participant.id, board.id]);

  return {
    ...{ room, own: rooms?.own ?? null, stated: rooms?.state },
    ...{ readOnly: !writes || closedAtMs !== null, closedAtMs, unsent, session: known },
  };
}
