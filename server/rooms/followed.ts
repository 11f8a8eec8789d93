import { createEncoder, toUint8Array, writeUint8, writeVarUint } from 'lib0/encoding';
import * as Y from 'yjs';
import { type Diff, emptyDiff } from '../../shared/board/diff.ts';
import { recordsOf } from '../../shared/board/document.ts';
import type { AnyRecord } from '../../shared/board/groups.ts';
import type { ParticipantId } from '../../shared/protocol/ids.ts';
import type { Clock } from './clock.ts';
import { checkUpdate, syncStep2Limits, updateLimits } from './guard.ts';
import { readRecord } from './review/read-record.ts';
import { Touched } from './review/touched.ts';

/** Longer nothing is on its way that was written before its writer heard: a connection is given up before. */
const FOLLOWED_MS = 60_000;
/** Of one person's edits. */
const BYTES_MAX = 1_000_000;

/** What comes after a long time offline may be much, and is to be no dearer than any other edit. */
const limits = { ...syncStep2Limits, effortMaxNs: updateLimits.effortMaxNs };

interface Held {
  /** Of the board only what this person wrote; the rest is empty space of the same length. */
  readonly doc: Y.Doc;
  readonly touched: Touched;
  /** As their writer has them. */
  readonly records: Map<string, AnyRecord>;
  bytes: number;
  untilMs: number;
}

/**
 * Records that were taken back from a document while whoever made them writes on in them: until they hear of it, what they
 * write has no place in the document, and Yjs drops it. Here it goes on beside the document for a while.
 */
export class Followed {
  readonly #clock: Clock;
  readonly #held = new Map<ParticipantId, Held>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether what somebody writes has to come by here. */
  isFollowing(participantId: ParticipantId): boolean {
    const held = this.#held.get(participantId);
    if (held !== undefined && held.untilMs < this.#clock.monotonicMs()) this.#held.delete(participantId);
    return this.#held.has(participantId);
  }

  /**
   * Somebody's next edit.
   * @param before state vector of the document without it
   * @returns what it does to what is followed; who takes such a record away may only have heard that it is gone
   */
  write(participantId: ParticipantId, update: Uint8Array, before: Uint8Array): Diff {
    const changes = emptyDiff();
    const held = this.#held.get(participantId);
    if (held === undefined) return changes;
    if (!this.#apply(held, update, before)) this.#held.delete(participantId);
    for (const id of held.touched.take().keys()) {
      const from = held.records.get(id);
      if (from === undefined) continue;
      const to = this.#read(held, id);
      if (to !== null) {
        held.records.set(id, to);
        changes.updated[id] = [from, to];
        // What no canvas could show may be mended with the next edit.
      } else if (!recordsOf(held.doc).has(id)) held.records.delete(id);
    }
    return changes;
  }

  /**
   * Follows these from now on.
   * @param update the edit that brought them, after `write` where this is somebody who is followed already
   * @param before state vector of the document without it
   */
  take(participantId: ParticipantId, ids: readonly string[], update: Uint8Array, before: Uint8Array): void {
    const nowMs = this.#clock.monotonicMs();
    for (const [id, { untilMs }] of this.#held) if (untilMs < nowMs) this.#held.delete(id);
    const held = this.#held.get(participantId) ?? this.#begin(participantId, update, before);
    if (held === null) return;
    held.untilMs = nowMs + FOLLOWED_MS;
    for (const id of ids) {
      const record = this.#read(held, id);
      if (record !== null) held.records.set(id, record);
    }
  }

  #begin(participantId: ParticipantId, update: Uint8Array, before: Uint8Array): Held | null {
    const doc = new Y.Doc();
    const held: Held = { doc, touched: new Touched(doc), records: new Map(), bytes: 0, untilMs: 0 };
    if (!this.#apply(held, update, before)) return null;
    held.touched.take();
    this.#held.set(participantId, held);
    return held;
  }

  /** @returns whether it could be applied: what costs next to nothing in a document where it has no place may be dear here */
  #apply(held: Held, update: Uint8Array, before: Uint8Array): boolean {
    held.bytes += update.length;
    if (held.bytes > BYTES_MAX) return false;
    Y.applyUpdate(held.doc, spaceUpTo(held.doc, before));
    if (checkUpdate(held.doc, update, limits).status === 'refused') return false;
    Y.applyUpdate(held.doc, update);
    return true;
  }

  #read({ doc }: Held, id: string): AnyRecord | null {
    const reading = readRecord(id, recordsOf(doc).get(id));
    return reading.status === 'good' ? ({ ...reading.record, meta: {} } as AnyRecord) : null;
  }
}

/** How Yjs writes what is only known by its length. */
const GARBAGE = 0;

/** An update with nothing in it, that brings a document to a state. */
function spaceUpTo(doc: Y.Doc, state: Uint8Array): Uint8Array {
  const missing = [...Y.decodeStateVector(state)].flatMap(([client, end]) => {
    const clock = Y.getState(doc.store, client);
    return clock < end ? [{ client, clock, length: end - clock }] : [];
  });
  const encoder = createEncoder();
  writeVarUint(encoder, missing.length);
  for (const { client, clock, length } of missing) {
    for (const number of [1, client, clock]) writeVarUint(encoder, number);
    writeUint8(encoder, GARBAGE);
    writeVarUint(encoder, length);
  }
  const deletions = 0;
  writeVarUint(encoder, deletions);
  return toUint8Array(encoder);
}
