import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createAcks } from './acks.ts';

/**
 * A board's document as this page has it, and what the server has said of the edits made in it. A page whose replica was
 * refused goes on with another one.
 */
export interface Replica {
  readonly doc: Y.Doc;
  /** Presence of everybody here; only this client's own goes out. */
  readonly awareness: Awareness;
  /**
   * Edits made in this document, counted from 1: how many there are, how many of them were ever on the wire and how many
   * the server has called durable.
   */
  readonly edits: number;
  readonly editsSent: number;
  readonly editsDurable: number;
  /** The document came from this browser's copy, and the server has not called anything of it durable yet. */
  isUnconfirmedCopy(): boolean;
  /** The server has called something of it durable. */
  isConfirmed(): boolean;
  /** @param listener called when more edits may have become durable. @returns stops listening. */
  onDurable(listener: () => void): () => void;
}

export interface OwnReplica extends Replica {
  readonly acks: ReturnType<typeof createAcks>;
  /** Origin of what was read from this browser's copy. */
  readonly copyOrigin: object;
  /** @throws where the updates are none. */
  addFromCopy(updates: readonly Uint8Array[]): void;
  tellDurable(): void;
  destroy(): void;
}

/** @param silent for whoever sends no presence. */
export function createReplica(silent: boolean): OwnReplica {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  if (silent) awareness.setLocalState(null);
  const acks = createAcks();
  const copyOrigin = { name: 'copy' };
  const listeners = new Set<() => void>();
  let isFromCopy = false;
  return {
    doc,
    awareness,
    acks,
    copyOrigin,
    get edits() {
      return acks.edits;
    },
    get editsSent() {
      return acks.editsSent;
    },
    get editsDurable() {
      return acks.editsDurable;
    },
    isUnconfirmedCopy: () => isFromCopy && !acks.isConfirmed,
    isConfirmed: () => acks.isConfirmed,
    onDurable(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    addFromCopy(updates) {
      if (updates.length === 0) return;
      isFromCopy = true;
      acks.doubt();
      Y.applyUpdate(doc, Y.mergeUpdates([...updates]), copyOrigin);
    },
    tellDurable() {
      for (const listener of [...listeners]) listener();
    },
    destroy() {
      awareness.destroy();
      doc.destroy();
    },
  };
}
