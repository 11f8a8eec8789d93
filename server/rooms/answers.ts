import type * as Y from 'yjs';
import { encodeSyncStep2 } from './frames.ts';
import type { Member } from './member.ts';
import type { Persist } from './persist.ts';

interface Answer {
  /** Position in the log up to which it tells. */
  readonly at: number;
  readonly frame: Uint8Array;
}

/**
 * Answers to sync step 1. Each is written when the question comes and held back until all that it tells is durable, so
 * that steady writing by others never keeps anybody waiting for a quiet moment.
 */
export class Answers {
  readonly #doc: Y.Doc;
  readonly #persist: Persist;
  readonly #waiting = new Map<Member, Answer>();
  /** For those who come with nothing; until something changes, they all get the same. */
  #whole: Answer | null = null;

  constructor(doc: Y.Doc, persist: Persist) {
    this.#doc = doc;
    this.#persist = persist;
  }

  /** A question asked while an earlier one waits takes its place: the client knows more by now, not less. */
  give(member: Member, stateVector: Uint8Array): void {
    const answer = this.#write(stateVector);
    if (answer.at <= this.#persist.durable) {
      this.#waiting.delete(member);
      member.socket.send(answer.frame);
    } else this.#waiting.set(member, answer);
  }

  /** Sends what has become durable. */
  deliver(): void {
    for (const [member, { at, frame }] of this.#waiting) {
      if (at > this.#persist.durable) continue;
      this.#waiting.delete(member);
      if (member.phase === 'here') member.socket.send(frame);
    }
  }

  forget(member: Member): void {
    this.#waiting.delete(member);
  }

  #write(stateVector: Uint8Array): Answer {
    const at = this.#persist.newest;
    const isWhole = stateVector.length === 1 && stateVector[0] === 0;
    if (isWhole && this.#whole?.at === at) return this.#whole;
    const answer = { at, frame: encodeSyncStep2(this.#doc, stateVector) };
    this.#whole = isWhole ? answer : null;
    return answer;
  }
}
