/**
 * Counts what one connection after the other has sent against what the server called durable.
 *
 * Invariants: nothing counts as saved before the answer to the server's sync step 1 is acknowledged, because only that
 * answer holds what earlier connections left in doubt. An edit that has not been put on the wire is unsaved. A
 * connection that ends takes its counts with it.
 */
export interface Acks {
  /** An edit was made here; it will be covered by a later `sent`. */
  edited(): void;
  /** A new connection is open; both ends start counting at 0. */
  connected(): void;
  /** A sync step 2 or an update went out; everything edited so far is in it or in those before it. */
  sent(): void;
  /** The server's ack: so many of this connection's frames are durable. */
  acknowledged(received: number): void;
  disconnected(): void;
  /** Something was edited here that the server has not called durable. */
  hasUnsaved(): boolean;
  /** Everything here is durable, as far as this connection can tell. */
  isSaved(): boolean;
}

export function createAcks(): Acks {
  let sent = 0;
  let acknowledged = 0;
  let unsent = false;
  let inDoubt = false;
  const settle = () => {
    if (sent > 0 && acknowledged >= sent && !unsent) inDoubt = false;
  };
  const restart = () => {
    sent = 0;
    acknowledged = 0;
  };
  return {
    edited() {
      unsent = true;
      inDoubt = true;
    },
    connected: restart,
    sent() {
      sent += 1;
      unsent = false;
    },
    acknowledged(received) {
      acknowledged = Math.max(acknowledged, received);
      settle();
    },
    disconnected: restart,
    hasUnsaved: () => inDoubt,
    isSaved: () => !inDoubt && sent > 0 && acknowledged >= sent,
  };
}
