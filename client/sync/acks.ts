/**
 * Counts what one connection after the other has sent against what the server called durable.
 *
 * Invariants: nothing counts as saved before the answer to the server's sync step 1 is acknowledged, because only that
 * answer holds what earlier connections left in doubt. An edit that has not been put on the wire is unsaved. A
 * connection that ends takes its counts of frames with it, never those of edits.
 */
export interface Acks {
  /** An edit was made here; it will be covered by a later `sent`. */
  edited(): void;
  /** The document came with something that an earlier page may not have got through. */
  doubt(): void;
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
  /** Number of edits made, of those among them that were ever on the wire, and of those that are durable. */
  readonly edits: number;
  readonly editsSent: number;
  readonly editsDurable: number;
  /** Whether the server has called anything durable, ever. */
  readonly isConfirmed: boolean;
}

export function createAcks(): Acks {
  let sent = 0;
  let acknowledged = 0;
  let unsent = false;
  let inDoubt = false;
  let edits = 0;
  let editsSent = 0;
  let editsDurable = 0;
  let isConfirmed = false;
  /** For each frame of the connection that waits for its ack: how many edits are in it and those before it. */
  let covered: number[] = [];
  const settle = () => {
    if (sent > 0 && acknowledged >= sent && !unsent) inDoubt = false;
  };
  const restart = () => {
    sent = 0;
    acknowledged = 0;
    covered = [];
  };
  return {
    edited() {
      edits += 1;
      unsent = true;
      inDoubt = true;
    },
    doubt() {
      inDoubt = true;
    },
    connected: restart,
    sent() {
      sent += 1;
      covered.push(edits);
      editsSent = edits;
      unsent = false;
    },
    acknowledged(received) {
      if (received <= acknowledged) return settle();
      const done = covered.splice(0, received - acknowledged);
      editsDurable = Math.max(editsDurable, done.at(-1) ?? 0);
      acknowledged = received;
      isConfirmed = true;
      settle();
    },
    disconnected: restart,
    hasUnsaved: () => inDoubt,
    isSaved: () => !inDoubt && sent > 0 && acknowledged >= sent,
    get edits() {
      return edits;
    },
    get editsSent() {
      return editsSent;
    },
    get editsDurable() {
      return editsDurable;
    },
    get isConfirmed() {
      return isConfirmed;
    },
  };
}
