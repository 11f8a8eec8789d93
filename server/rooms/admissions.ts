import type { CloseCode } from '../../shared/protocol/close-codes.ts';
import type { SessionId } from '../../shared/protocol/ids.ts';

/** A connection between its request and its seat in a room. */
export interface Admission {
  /** @returns the code to close with, when the session was closed since the admission began. */
  refusal(sessionId: SessionId): CloseCode | null;
  /** Has to be called once, however it ended. */
  end(): void;
}

/**
 * Remembers which sessions are closed while somebody is being let in: the session was looked up before, the seat is taken
 * after, and what happens in between must not be missed.
 */
export class Admissions {
  readonly #open = new Set<Map<SessionId, CloseCode>>();

  /** Begin before the session is looked up. */
  begin(): Admission {
    const closed = new Map<SessionId, CloseCode>();
    this.#open.add(closed);
    return {
      refusal: (sessionId) => closed.get(sessionId) ?? null,
      end: () => this.#open.delete(closed),
    };
  }

  refuse(sessionIds: Iterable<SessionId>, code: CloseCode): void {
    for (const id of sessionIds) for (const closed of this.#open) closed.set(id, code);
  }
}
