import * as Y from 'yjs';
import type { Finding } from '../../../server/rooms/review/findings.ts';
import { Review } from '../../../server/rooms/review.ts';
import type { Role } from '../../../shared/access/capabilities.ts';
import { ParticipantId } from '../../../shared/protocol/ids.ts';

/** One person's connection to the document in the middle. */
export interface Link {
  role: Role;
  /** Cuts the connection; what is under way is lost. */
  offline(): void;
  online(): void;
  /** Keeps what is under way, both ways and in order, until `release`. */
  hold(): void;
  release(): void;
}

interface End {
  readonly doc: Y.Doc;
  readonly participantId: ParticipantId;
  role: Role;
  state: 'on' | 'held' | 'off';
  up: Uint8Array[];
  down: Uint8Array[];
  onPutBack(findings: readonly Finding[]): void;
}

export interface RelayOptions {
  /** Whether edits are reviewed the way the server does it; without, everything is let through. */
  readonly reviewed: boolean;
}

/**
 * The document in the middle, which relays between editors the way the server does: an edit is applied, reviewed, and
 * forwarded together with what the review mended. Nothing is forwarded that is not in the document.
 */
export class Relay {
  readonly doc = new Y.Doc();
  /** Everything that ever happened to the document, in order. */
  readonly log: Uint8Array[] = [];
  inFlight = 0;
  readonly #review: Review | null;
  readonly #ends = new Set<End>();
  #made: Uint8Array[] = [];
  #atMs = 0;

  get reviewed(): boolean {
    return this.#review !== null;
  }

  constructor({ reviewed }: RelayOptions) {
    this.doc.on('update', (update: Uint8Array) => this.#made.push(update));
    this.#review = reviewed ? new Review(this.doc) : null;
  }

  connect(doc: Y.Doc, role: Role, onPutBack: End['onPutBack'] = () => {}): Link {
    const participantId = ParticipantId.parse(`person-${this.#ends.size}`.padEnd(21, '0'));
    const end: End = { doc, participantId, role, state: 'on', up: [], down: [], onPutBack };
    this.#ends.add(end);
    const fetch = () => Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(doc)), this);
    fetch();
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return;
      if (end.state === 'held') end.up.push(update);
      else if (end.state === 'on') this.#receive(update, end);
    });
    return {
      get role() {
        return end.role;
      },
      set role(role) {
        end.role = role;
      },
      offline: () => Object.assign(end, { state: 'off', up: [], down: [] }),
      online: () => {
        if (end.state !== 'off') return;
        end.state = 'on';
        const missing = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(this.doc));
        fetch();
        this.#receive(missing, end);
      },
      hold: () => {
        if (end.state === 'on') end.state = 'held';
      },
      release: () => {
        if (end.state !== 'held') return;
        end.state = 'on';
        for (const update of end.down.splice(0)) this.#deliver(end, update);
        for (const update of end.up.splice(0)) this.#receive(update, end);
      },
    };
  }

  /** An edit that comes from no editor of the room; settled as a facilitator's. */
  write(fn: () => void): void {
    const from = { participantId: ParticipantId.parse('program'.padEnd(21, '0')), role: 'facilitator' } as const;
    this.doc.transact(fn, { by: 'member', member: from });
    this.#review?.settle(from, this.#nowMs());
    this.#broadcast(null);
  }

  /** What a board holds from the start: the server's own. */
  seed(fn: () => void): void {
    this.doc.transact(fn, { by: 'server' });
    this.#review?.settle(null, this.#nowMs());
    this.#broadcast(null);
  }

  #receive(update: Uint8Array, from: End): void {
    const { participantId, role } = from;
    Y.applyUpdate(this.doc, update, { by: 'member', member: from });
    const outcome = this.#review?.settle({ participantId, role }, this.#nowMs());
    if (outcome !== undefined && outcome.putBack.length > 0) from.onPutBack(outcome.putBack);
    this.#broadcast(from);
  }

  #nowMs(): number {
    this.#atMs += 1;
    return this.#atMs;
  }

  /** @param from who made the edit and gets it back only together with what was mended. */
  #broadcast(from: End | null): void {
    const made = this.#made;
    this.#made = [];
    if (made.length === 0) return;
    const update = Y.mergeUpdates(made);
    this.log.push(update);
    for (const end of this.#ends) {
      if (end === from && made.length === 1) continue;
      if (end.state === 'held') end.down.push(update);
      else if (end.state === 'on') this.#deliver(end, update);
    }
  }

  #deliver({ doc }: End, update: Uint8Array): void {
    this.inFlight += 1;
    queueMicrotask(() => {
      Y.applyUpdate(doc, update, this);
      this.inFlight -= 1;
    });
  }
}
