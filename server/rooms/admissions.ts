import type { CloseCode } from '../../shared/protocol/close-codes.ts';
import type { SessionId, WorkshopId } from '../../shared/protocol/ids.ts';
import type { RoomName } from '../../shared/protocol/room-name.ts';

interface Seat {
  readonly sessionId: SessionId;
  readonly workshopId: WorkshopId;
  readonly room: string;
}

/** What can be closed: a session everywhere, a session in one workshop, a room. */
type Closed = SessionId | `${SessionId} ${WorkshopId}` | RoomName;

/** A connection between its request and its seat in a room. */
export interface Admission {
  /** @returns the code to close with, when room or session were closed, there or everywhere, since the admission began. */
  refusal(seat: Seat): CloseCode | null;
  /** Has to be called once, however it ended. */
  end(): void;
}

/**
 * Remembers which sessions and rooms are closed while somebody is being let in: they were looked up before, the seat is
 * taken after, and what happens in between must not be missed.
 */
export class Admissions {
  readonly #open = new Set<Map<Closed, CloseCode>>();

  /** Begin before session and room are looked up. */
  begin(): Admission {
    const closed = new Map<Closed, CloseCode>();
    this.#open.add(closed);
    return {
      refusal: ({ sessionId, workshopId, room }) =>
        closed.get(sessionId) ?? closed.get(`${sessionId} ${workshopId}`) ?? closed.get(room as RoomName) ?? null,
      end: () => this.#open.delete(closed),
    };
  }

  refuse(ids: Iterable<Closed>, code: CloseCode): void {
    for (const id of ids) for (const closed of this.#open) closed.set(id, code);
  }
}
