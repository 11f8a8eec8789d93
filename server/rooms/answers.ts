import * as Y from 'yjs';
import { concat, encodeSyncStep1, encodeSyncStep2, encodeUpdate, endOfAnswer } from './frames.ts';
import type { Member } from './member.ts';
import type { Persist } from './persist.ts';
import type { StoredDocument } from './stored-document.ts';

/** Questions that a connection may ask while the answer to an earlier one waits for storage: each is encoded anew. */
const QUESTIONS_MAX = 10;

interface Answer {
  readonly stateVector: Uint8Array;
  /** Position in the log up to which it tells. */
  readonly at: number;
  /** Position up to which whoever gets it has heard everything. */
  readonly told: number;
  /** In parts, so that many can wait for the same large one. */
  readonly frames: readonly Uint8Array[];
}

/** The whole document as it was, and what came since: for those who come with nothing. */
interface Whole {
  readonly at: number;
  readonly state: Uint8Array;
  readonly tail: Uint8Array[];
  tailBytes: number;
  /** `state` as an update, once there is a tail to go behind it. */
  head: Uint8Array | null;
  /** All of it as it was last sent, with the tail as long as this. */
  sent: { readonly tail: number; readonly frames: readonly Uint8Array[] } | null;
}

/**
 * When the tail is this share of the whole, or this many updates, which a client takes in one by one, the whole is encoded
 * anew for the next who comes.
 */
const TAIL_SHARE = 1 / 4;
const TAIL_MAX_UPDATES = 500;
/** And whatever the share, not before the one and at the latest at the other. */
const TAIL_MIN_BYTES = 64_000;
const TAIL_MAX_BYTES = 500_000;

/**
 * Answers to sync step 1. Each is written when the question comes and held back until all that it tells is durable, so
 * that steady writing by others never keeps anybody waiting for a quiet moment.
 */
export class Answers {
  readonly #doc: Y.Doc;
  readonly #persist: Persist;
  readonly #stored: () => Promise<StoredDocument | null>;
  readonly #waiting = new Map<Member, Answer>();
  /** Questions of those who wait, the answered one left out. */
  readonly #again = new WeakMap<Member, number>();
  #whole: Whole | null = null;
  #isReadingLog = false;
  #question: { readonly at: number; readonly frames: Uint8Array } | null = null;

  /** @param stored reads the document as the log holds it, for while that takes nothing new */
  constructor(doc: Y.Doc, persist: Persist, stored: () => Promise<StoredDocument | null>) {
    this.#stored = stored;
    this.#doc = doc;
    this.#persist = persist;
  }

  /** The server's own sync step 1. */
  get question(): Uint8Array {
    const at = this.#persist.newest;
    if (this.#question?.at !== at) {
      this.#question = { at, frames: encodeSyncStep1(Y.encodeStateVector(this.#doc)) };
    }
    return this.#question.frames;
  }

  /**
   * A question asked while an earlier one waits takes its place: the client knows more by now, not less.
   * @returns whether it asks again and again without waiting for an answer
   */
  give(member: Member, stateVector: Uint8Array): 'answered' | 'too-many' {
    const again = this.#waiting.has(member) ? (this.#again.get(member) ?? 0) + 1 : 0;
    if (again > QUESTIONS_MAX) return 'too-many';
    this.#again.set(member, again);
    this.#answer(member, stateVector);
    return 'answered';
  }

  #answer(member: Member, stateVector: Uint8Array): void {
    const isWhole = stateVector.length === 1 && stateVector[0] === 0;
    this.#hold(member, isWhole ? this.#writeWhole(stateVector) : this.#writeRest(stateVector));
  }

  #hold(member: Member, answer: Answer): void {
    if (answer.at <= this.#persist.durable) {
      this.#waiting.delete(member);
      send(member, answer);
    } else {
      this.#waiting.set(member, answer);
      if (this.#persist.isOut) void this.#answerFromLog();
    }
  }

  /** Storage takes nothing for now: whoever waits is told what it holds, and the rest once that is stored. Never rejects. */
  async #answerFromLog(): Promise<void> {
    if (this.#isReadingLog) return;
    this.#isReadingLog = true;
    const stored = await this.#stored();
    this.#isReadingLog = false;
    if (stored === null) return;
    for (const [member, { stateVector }] of this.#waiting) {
      this.#waiting.delete(member);
      const frames = [encodeSyncStep2(Y.encodeStateAsUpdate(stored.doc, stateVector))];
      if (member.phase === 'here') send(member, { told: stored.last, frames });
    }
    stored.doc.destroy();
  }

  /** To be called when storage begins to refuse. */
  outage(): void {
    if (this.#waiting.size > 0) void this.#answerFromLog();
  }

  /** For somebody who knows this much, unless they asked themselves and still wait for that. */
  catchUp(member: Member, stateVector: Uint8Array): void {
    const asked = this.#waiting.get(member)?.stateVector;
    if (asked !== undefined) this.#answer(member, asked);
    // What is on its way into the log is taken as known, so it still has to go out; hearing some of it twice does no harm.
    else this.#hold(member, { ...this.#writeRest(stateVector), told: 0 });
  }

  /** These have become durable, in this order: they lengthen what is known, and answers that waited for them go out. */
  deliver(updates: readonly { readonly at: number; readonly frames: Uint8Array }[]): void {
    for (const { at, frames } of updates) this.#grow(at, frames);
    for (const [member, answer] of this.#waiting) {
      if (answer.at > this.#persist.durable) continue;
      this.#waiting.delete(member);
      if (member.phase === 'here') send(member, answer);
    }
  }

  forget(member: Member): void {
    this.#waiting.delete(member);
  }

  #grow(at: number, frames: Uint8Array): void {
    const whole = this.#whole;
    if (whole === null || at <= whole.at) return;
    whole.tail.push(frames);
    whole.tailBytes += frames.length;
    const maxBytes = Math.min(Math.max(TAIL_MIN_BYTES, whole.state.length * TAIL_SHARE), TAIL_MAX_BYTES);
    if (whole.tailBytes > maxBytes || whole.tail.length > TAIL_MAX_UPDATES) this.#whole = null;
  }

  #writeWhole(stateVector: Uint8Array): Answer {
    this.#whole ??= {
      ...{ at: this.#persist.newest, state: Y.encodeStateAsUpdate(this.#doc) },
      ...{ tail: [], tailBytes: 0, head: null, sent: null },
    };
    const whole = this.#whole;
    if (whole.sent?.tail !== whole.tail.length) whole.sent = { tail: whole.tail.length, frames: framesOf(whole) };
    const at = Math.max(whole.at, this.#persist.durable);
    return { stateVector, at, told: at, frames: whole.sent.frames };
  }

  #writeRest(stateVector: Uint8Array): Answer {
    const frames = [encodeSyncStep2(Y.encodeStateAsUpdate(this.#doc, stateVector))];
    const at = this.#persist.newest;
    return { stateVector, at, told: at, frames };
  }
}

/** A client takes itself to be in sync on the step 2, so that comes last. */
function framesOf(whole: Whole): readonly Uint8Array[] {
  if (whole.tail.length === 0) return [encodeSyncStep2(whole.state)];
  whole.head ??= encodeUpdate(whole.state);
  return [whole.head, concat([...whole.tail, endOfAnswer])];
}

function send(member: Member, { told, frames }: Pick<Answer, 'told' | 'frames'>): void {
  member.told = Math.max(member.told, told);
  for (const part of frames) member.socket.send(part);
}
