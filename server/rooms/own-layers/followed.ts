import { createEncoder, toUint8Array, writeUint8, writeVarUint } from 'lib0/encoding';
import * as Y from 'yjs';
import { type Diff, emptyDiff } from '../../../shared/board/diff.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import type { ParticipantId } from '../../../shared/protocol/ids.ts';
import type { Clock } from '../clock.ts';
import { checkUpdate, syncStep2Limits, updateLimits } from '../guard.ts';
import type { Edit } from '../receive.ts';
import { ownOf } from '../review/invitation.ts';
import type { Accepted } from '../review/misplaced.ts';
import { readRecord } from '../review/read-record.ts';
import { Touched } from '../review/touched.ts';
import type { Written } from '../review.ts';

/** Longer nothing is on its way that was written before its writer heard: a connection is given up before. */
const FOLLOWED_MS = 60_000;
/** Of one person's edits. */
const BYTES_MAX = 1_000_000;
/** Invitations of one person at a time: each edit is done in every one of them. */
const ACCEPTED_MAX = 20;

/** What comes after a long time offline may be much, and is to be no dearer than any other edit. */
const limits = { ...syncStep2Limits, effortMaxNs: updateLimits.effortMaxNs };

/** A document beside the board. */
interface Copy {
  /** Of the board only what this person wrote, or one invitation that they wrote into; the rest is empty space of the same length. */
  readonly doc: Y.Doc;
  readonly touched: Touched;
  /** As their writer has them, by the ids that they have there. */
  readonly records: Map<string, AnyRecord>;
}

interface Held {
  /** Null: nothing was taken back yet but what was written into invitations. */
  made: Copy | null;
  /** By the id of the card that is kept, the newest last. */
  readonly accepted: Map<string, AcceptedCopy>;
  bytes: number;
  untilMs: number;
}

interface AcceptedCopy extends Copy {
  readonly invitation: AnyRecord;
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

  /** Ids of what somebody made and is followed. */
  idsOf(participantId: ParticipantId): Pick<ReadonlySet<string>, 'has'> {
    return this.#held.get(participantId)?.made?.records ?? new Set();
  }

  /** Invitations that somebody wrote into, by the id of the card that it became. */
  invitationsOf(participantId: ParticipantId): ReadonlyMap<string, string> {
    const accepted = this.#held.get(participantId)?.accepted ?? new Map<string, AcceptedCopy>();
    return new Map([...accepted].map(([id, { invitation }]) => [id, invitation.id]));
  }

  /**
   * Somebody's next edit.
   * @param before state vector of the document without it
   * @returns what it does to what is followed; who takes such a record away may only have heard that it is gone
   */
  write(participantId: ParticipantId, { update, isStep2 }: Edit, before: Uint8Array): Diff {
    const changes = emptyDiff();
    const held = this.#held.get(participantId);
    if (held === undefined) return changes;
    // What was taken out of an invitation would be taken out of the card again. Whatever comes from now on is another card.
    if (isStep2) held.accepted.clear();
    const copies = [...(held.made === null ? [] : [held.made]), ...held.accepted.values()];
    held.bytes += update.length;
    for (const copy of copies) {
      if (held.bytes > BYTES_MAX || !apply(copy, update, before, copies.length)) {
        this.#held.delete(participantId);
        break;
      }
      for (const id of copy.touched.take().keys()) this.#follow(copy, id, changes);
    }
    return changes;
  }

  #follow(copy: Copy | AcceptedCopy, id: string, changes: Diff): void {
    const from = copy.records.get(id);
    if (from === undefined) return;
    const read = readIn(copy, id);
    if (read !== null) {
      const to = 'invitation' in copy ? ownOf(copy.invitation, read, from.id) : read;
      copy.records.set(id, to);
      changes.updated[from.id] = [from, to];
      // What no canvas could show may be mended with the next edit.
    } else if (!recordsOf(copy.doc).has(id)) copy.records.delete(id);
  }

  /**
   * Follows these from now on.
   * @param update the edit that brought them, after `write` where this is somebody who is followed already
   * @param before state vector of the document without it
   */
  take(participantId: ParticipantId, ids: readonly string[], update: Uint8Array, before: Uint8Array): void {
    const held = this.#hold(participantId);
    const made = held.made ?? this.#begin(held, update, before);
    if (made === null) {
      this.#held.delete(participantId);
      return;
    }
    held.made = made;
    for (const id of ids) {
      const record = readIn(made, id);
      if (record !== null) made.records.set(id, record);
    }
  }

  /** Follows from now on what somebody writes into an invitation that stands as it was. */
  takeAccepted(participantId: ParticipantId, { invitation, card, written }: Accepted & Written): void {
    const { accepted } = this.#hold(participantId);
    const copy = { ...createCopy(), invitation };
    Y.applyUpdate(copy.doc, written);
    copy.touched.take();
    const record = readIn(copy, invitation.id);
    if (record === null) return;
    copy.records.set(invitation.id, ownOf(invitation, record, card.id));
    accepted.set(card.id, copy);
    for (const oldest of accepted.keys()) if (accepted.size > ACCEPTED_MAX) accepted.delete(oldest);
  }

  #hold(participantId: ParticipantId): Held {
    const nowMs = this.#clock.monotonicMs();
    for (const [id, { untilMs }] of this.#held) if (untilMs < nowMs) this.#held.delete(id);
    const held = this.#held.get(participantId) ?? { made: null, accepted: new Map(), bytes: 0, untilMs: 0 };
    held.untilMs = nowMs + FOLLOWED_MS;
    this.#held.set(participantId, held);
    return held;
  }

  #begin(held: Held, update: Uint8Array, before: Uint8Array): Copy | null {
    const copy = createCopy();
    held.bytes += update.length;
    if (held.bytes > BYTES_MAX || !apply(copy, update, before, 1)) return null;
    copy.touched.take();
    return copy;
  }
}

/**
 * @param copies that it is done in: all together are no dearer than one
 * @returns whether it could be done: what costs next to nothing in a document where it has no place may be dear here
 */
function apply({ doc }: Copy, update: Uint8Array, before: Uint8Array, copies: number): boolean {
  Y.applyUpdate(doc, spaceUpTo(doc, before));
  const share = { ...limits, effortMaxNs: limits.effortMaxNs / copies };
  if (checkUpdate(doc, update, share).status === 'refused') return false;
  Y.applyUpdate(doc, update);
  return true;
}

function createCopy(): Copy {
  const doc = new Y.Doc();
  return { doc, touched: new Touched(doc), records: new Map() };
}

function readIn({ doc }: Copy, id: string): AnyRecord | null {
  const reading = readRecord(id, recordsOf(doc).get(id));
  return reading.status === 'good' ? ({ ...reading.record, meta: {} } as AnyRecord) : null;
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
