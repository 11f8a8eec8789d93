import { expect } from 'vitest';
import * as Y from 'yjs';
import { type Actor, type Outcome, Review } from '../../../server/rooms/review.ts';
import type { Role } from '../../../shared/access/capabilities.ts';
import { type Diff, emptyDiff } from '../../../shared/board/diff.ts';
import { type Groups, recordsOf } from '../../../shared/board/document.ts';
import {
  type AnyRecord,
  createGroups,
  joinRecord,
  splitRecord,
  withoutMeasured,
} from '../../../shared/board/groups.ts';
import { type Layer, layerRecords } from '../../../shared/board/layers.ts';
import { readBoard } from '../../../shared/board/read-board.ts';
import { writeDiff } from '../../../shared/board/write.ts';
import { ParticipantId } from '../../../shared/protocol/ids.ts';
import { noRules, type Rules } from '../../../shared/session/rules.ts';

const actor = (name: string, role: Role): Actor => ({ participantId: ParticipantId.parse(name.padEnd(21, '-')), role });

export const ann = actor('ann', 'participant');
export const ben = actor('ben', 'participant');
export const fay = actor('fay', 'facilitator');

/** Milliseconds at which everything in these tests happens. */
export const atMs = 1_000;

const record = (fields: Readonly<Record<string, unknown>>): AnyRecord => fields as unknown as AnyRecord;

export const documentRecord = record({
  ...{ typeName: 'document', id: 'document:document', gridSize: 10, name: 'Board', meta: {} },
});
export const page = (id = 'page', index = 'a1'): AnyRecord =>
  record({ typeName: 'page', id: `page:${id}`, name: 'Page', index, meta: {} });

/** A person's copy of the document, which may be behind. */
export class Replica {
  readonly doc = new Y.Doc();
  readonly #lab: Lab;

  constructor(lab: Lab) {
    this.#lab = lab;
    this.pull();
  }

  get map(): Y.Map<Groups> {
    return recordsOf(this.doc);
  }

  pull(): void {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(this.#lab.doc, Y.encodeStateVector(this.doc)));
  }

  /** Writes as a canvas does. */
  write(diff: Partial<Diff>): void {
    const layer: Layer = { name: 'shared', doc: this.doc };
    writeDiff(
      layerRecords([layer], () => layer),
      { ...emptyDiff(), ...diff },
      'canvas',
    );
  }

  add(...records: readonly AnyRecord[]): void {
    this.write({ added: Object.fromEntries(records.map((added) => [added.id, added])) });
  }

  change(id: string, changes: Readonly<Record<string, unknown>>): void {
    const groups = this.map.get(id);
    const from = groups && joinRecord(id, groups);
    if (!from) throw new Error(`no ${id}`);
    this.write({ updated: { [id]: [from, record({ ...from, ...changes })] } });
  }

  remove(...ids: readonly string[]): void {
    this.doc.transact(() => {
      for (const id of ids) this.map.delete(id);
    });
  }
}

/** A document under review, as a room holds one. */
export class Lab {
  readonly doc = new Y.Doc();
  readonly review: Review;
  /** What participants may change just now. */
  rules: Rules = noRules;
  readonly #updates: Uint8Array[] = [];

  constructor(
    records: readonly AnyRecord[],
    { write, recordsMax }: { write?(map: Y.Map<Groups>): void; recordsMax?: number } = {},
  ) {
    this.doc.on('update', (update: Uint8Array) => this.#updates.push(update));
    this.doc.transact(() => {
      for (const seeded of records) recordsOf(this.doc).set(seeded.id, createGroups(splitRecord(seeded)));
      write?.(recordsOf(this.doc));
    });
    this.review = new Review(this.doc, recordsMax === undefined ? {} : { recordsMax });
  }

  replica(): Replica {
    return new Replica(this);
  }

  /** What a replica has and the server has not, as an edit of somebody. */
  push(replica: Replica, who: Actor | null): Outcome {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(replica.doc, Y.encodeStateVector(this.doc)), 'push');
    const outcome = this.review.settle(who, atMs, who?.role === 'participant' ? this.rules : noRules);
    this.expectSound();
    return outcome;
  }

  /** One edit of somebody who is up to date. */
  edit(who: Actor | null, make: (replica: Replica) => void): Outcome {
    const replica = this.replica();
    make(replica);
    return this.push(replica, who);
  }

  get(id: string): AnyRecord {
    const found = this.review.records.get(id);
    if (found === undefined) throw new Error(`no ${id}`);
    return found;
  }

  has(id: string): boolean {
    return this.review.records.has(id);
  }

  /** What is said of a board after every settle. */
  expectSound(): void {
    expect(readAll(this.doc)).toEqual(Object.fromEntries(this.review.records));
    const { unreadable } = readBoard(this.doc);
    expect([...unreadable.keys()].sort()).toEqual([...this.review.unreadable.keys()].sort());
    const again = new Y.Doc();
    for (const update of this.#updates) Y.applyUpdate(again, update);
    expect(readAll(again)).toEqual(readAll(this.doc));
  }
}

/** Every readable record of a document, as the review has them. */
export function readAll(doc: Y.Doc): Record<string, AnyRecord> {
  const { unreadable } = readBoard(doc);
  const records: Record<string, AnyRecord> = {};
  for (const [id, groups] of recordsOf(doc)) {
    const joined = unreadable.has(id) ? null : joinRecord(id, groups);
    if (joined !== null) records[id] = withoutMeasured(joined);
  }
  return records;
}
