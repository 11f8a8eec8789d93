import type { CloseCode } from '../../shared/protocol/close-codes.ts';
import type { SessionId } from '../../shared/protocol/ids.ts';
import type { RoomName } from '../../shared/protocol/room-name.ts';

/** A connection between its request and its seat in a room. */
export interface Admission {
  /** @returns the code to close with, when session or room were closed since the admission began. */
  refusal(sessionId: SessionId, room: string): CloseCode | null;
  /** Has to be called once, however it ended. */
  end(): void;
}

/**
 * Remembers which sessions and rooms are closed while somebody is being let in: they were looked up before, the seat is
 * taken after, and what happens in between must not be missed.
 */
export class Admissions {
  readonly #open = new Set<Map<SessionId | RoomName, CloseCode>>();

  /** Begin before session and room are looked up. */
  begin(): Admission {
    const closed = new Map<SessionId | RoomName, CloseCode>();
    this.#open.add(closed);
    return {
      refusal: (sessionId, room) => closed.get(sessionId) ?? closed.get(room as RoomName) ?? null,
      end: () => this.#open.delete(closed),
    };
  }

  refuse(ids: Iterable<SessionId | RoomName>, code: CloseCode): void {
    for (const id of ids) for (const closed of this.#open) closed.set(id, code);
  }
}
