import type * as Y from 'yjs';
import type { Role } from '../../shared/access/capabilities.ts';
import { isOffered } from '../../shared/board/breaches.ts';
import type { Diff } from '../../shared/board/diff.ts';
import { type Groups, recordsOf } from '../../shared/board/document.ts';
import { isEqualJson } from '../../shared/board/equal.ts';
import type { AnyRecord } from '../../shared/board/groups.ts';
import { isPromisedAnonymous, type OwnMeta, withPromise } from '../../shared/board/promise.ts';
import type { ParticipantId } from '../../shared/protocol/ids.ts';
import type { PutBackReason } from '../../shared/protocol/messages.ts';
import { noRules, type Rules } from '../../shared/session/rules.ts';
import type { Origin } from './origin.ts';
import { encodeRecord } from './own-layers/record-update.ts';
import { goneUnderCards, isContinued } from './review/continued.ts';
import { hangsOnOther } from './review/edges.ts';
import { type Finding, findingOf } from './review/findings.ts';
import { Integrity } from './review/integrity.ts';
import { isSame, isStructureEqual, Ledger } from './review/ledger.ts';
import { recordLimits } from './review/limits.ts';
import { type Accepted, type FollowedIds, Misplaced } from './review/misplaced.ts';
import { isKeptPicture } from './review/pictures.ts';
import { keepPlaces } from './review/places.ts';
import { type Reading, readChanged, readRecord } from './review/read-record.ts';
import { refuseParticipant, withoutOwnVotes } from './review/rights.ts';
import { keepRoots } from './review/roots.ts';
import { putBackBreaches } from './review/rulings.ts';
import { Touched, type TouchedGroups } from './review/touched.ts';
import { withinReach } from './review/tree.ts';
import { writeRecord } from './review/write-record.ts';

export interface Actor {
  readonly participantId: ParticipantId;
  readonly role: Role;
}

export interface Outcome {
  /** Records of the edit that stand as they were before it. */
  readonly putBack: readonly Finding[];
  /** Of these what was new and is to be kept for its writer alone. */
  readonly misplaced: readonly AnyRecord[];
  /** What was written into invitations, which stand as they were: to be kept for its writer alone too. */
  readonly accepted: readonly (Accepted & Written)[];
  /** What the edit came to, with everything the server mended: before and after of each record that differs. */
  readonly changes: Diff;
}

export interface Written {
  /** The record with what the edit made of it, as an update. */
  readonly written: Uint8Array;
}

/**
 * How a record of an own layer is to be shown that somebody has made or changed.
 * @param record as it came, with what it says of that itself
 * @returns null for one that may not stand
 */
export type PromiseOf = (record: AnyRecord) => OwnMeta | null;

/** What is to be made of one touched record. */
type Judgement =
  | { readonly kind: 'put-back'; readonly reason: PutBackReason; readonly refused?: AnyRecord | null }
  /** Bad before and bad now: nobody's canvas shows it, and nothing better is known. */
  | { readonly kind: 'left' }
  /** @property isAsWritten whether the document says it so already */
  | { readonly kind: 'stands'; readonly record: AnyRecord | undefined; readonly isAsWritten: boolean };

const origin: Origin = { by: 'server' };

/**
 * The server's last word on what the records of a document are. An update that the guard let through is applied as it
 * is, because refusing it would cut its sender off for good; then what may not stand goes back to what was accepted last,
 * and what concurrent edits leave behind is mended.
 *
 * Invariants: between two calls of `settle` the document says exactly what `records` says, apart from what is listed in
 * `unreadable`; every record is valid, and the board as a whole is sound. The cost follows what was touched, not how
 * much the board holds.
 */
export class Review {
  readonly #doc: Y.Doc;
  readonly #map: Y.Map<Groups>;
  readonly #ledger: Ledger;
  readonly #isOwnLayer: boolean;
  readonly #promiseOf: PromiseOf | undefined;
  readonly #unreadable = new Map<string, string>();
  readonly #touched: Touched;
  readonly #recordsMax: number;
  /** What the document said otherwise than it should when it was loaded; null once that has been mended. */
  #untidy: Set<string> | null = new Set();

  /**
   * Reads the whole document; what is bad in it already is mended with the first `settle`, as far as it can be.
   * @param outside records of the wider layer, where this is the document of a narrower one: it holds no pages of its own
   */
  constructor(
    doc: Y.Doc,
    {
      outside,
      recordsMax = outside === undefined ? recordLimits.recordsMax : recordLimits.recordsOfOwnMax,
      promiseOf,
    }: {
      readonly recordsMax?: number;
      readonly outside?: ReadonlyMap<string, AnyRecord> | undefined;
      readonly promiseOf?: PromiseOf | undefined;
    } = {},
  ) {
    this.#ledger = new Ledger(outside);
    this.#isOwnLayer = outside !== undefined;
    this.#promiseOf = promiseOf;
    this.#doc = doc;
    this.#recordsMax = recordsMax;
    this.#map = recordsOf(doc);
    for (const [id, groups] of this.#map) {
      const reading = readRecord(id, groups);
      if (reading.status === 'bad') this.#unreadable.set(id, reading.reason);
      else {
        this.#ledger.put(reading.record);
        if (!reading.isTidy) this.#untidy?.add(id);
      }
    }
    this.#ledger.takeChanges();
    this.#touched = new Touched(doc);
  }

  /** Every record as it was last accepted: with `meta`, with its text as JSON, without what canvases measure. */
  get records(): ReadonlyMap<string, AnyRecord> {
    return this.#ledger.records;
  }

  /** Records that were bad when the document was loaded, with what is bad about them. */
  get unreadable(): ReadonlyMap<string, string> {
    return this.#unreadable;
  }

  /**
   * Looks at what has changed since the last call, outside of any transaction; what it has to write is one transaction.
   * @param actor who made the edit; null: the server itself, which may write everything that is sound
   * @param rules of the moment, for whoever made it
   * @param followed what was taken from them before and may still be on their page
   */
  settle(actor: Actor | null, atMs: number, rules: Rules = noRules, followed: FollowedIds = new Set()): Outcome {
    const touched = this.#touched.take();
    const putBack: Finding[] = [];
    const misplaced = rules.isNewPrivate ? new Misplaced(this.#ledger, followed) : null;
    const standing = new Set<string>();
    const toWrite = new Set(this.#untidy ?? []);
    for (const [id, groups] of inOrder(touched)) {
      const judgement = orMisplaced(this.#judge(actor, atMs, id, groups), misplaced);
      if (judgement.kind === 'left') continue;
      if (judgement.kind === 'put-back') {
        putBack.push(findingOf(id, judgement.reason, this.#ledger.was(id), judgement.refused ?? undefined));
        toWrite.add(id);
        continue;
      }
      standing.add(id);
      this.#unreadable.delete(id);
      if (judgement.record === undefined) this.#ledger.remove(id);
      else this.#ledger.put(judgement.record);
      if (!judgement.isAsWritten) toWrite.add(id);
    }
    const restored = new Set<string>();
    for (const id of misplaced?.takeAlong(standing) ?? []) {
      toWrite.add(id);
      if (this.#ledger.get(id) !== undefined) {
        restored.add(id);
        continue;
      }
      standing.delete(id);
      putBack.push({ id, reason: 'private-writing' });
    }
    if (actor !== null)
      for (const id of this.#refuseFalseEnds(standing)) {
        putBack.push({ id, reason: 'invalid' });
        standing.delete(id);
        toWrite.add(id);
      }
    if (actor !== null)
      for (const record of withinReach(this.#ledger, standing)) {
        this.#ledger.put(record);
        toWrite.add(record.id);
      }
    for (const id of keepRoots(this.#ledger)) toWrite.add(id);
    for (const record of goneUnderCards(this.#ledger)) {
      this.#ledger.put(record);
      toWrite.add(record.id);
    }
    const placed = new Set([...standing].filter((id) => !restored.has(id)));
    for (const id of keepPlaces(this.#ledger, this.#map, placed)) toWrite.add(id);
    if (actor !== null && rules !== noRules) for (const id of this.#rule(actor, rules, putBack)) toWrite.add(id);
    for (const id of this.#mend(actor)) toWrite.add(id);
    const accepted = this.#written(misplaced?.accepted ?? []);
    if (toWrite.size > 0) this.#write(toWrite);
    return { putBack, misplaced: misplaced?.records ?? [], accepted, changes: this.#ledger.takeChanges() };
  }

  /** To be asked before anything is mended in the document. */
  #written(accepted: readonly Accepted[]): readonly (Accepted & Written)[] {
    return accepted.flatMap((one) => {
      const groups = this.#map.get(one.invitation.id);
      return groups === undefined ? [] : [{ ...one, written: encodeRecord(groups) }];
    });
  }

  #judge(actor: Actor | null, atMs: number, id: string, touched: TouchedGroups): Judgement {
    const before = this.#ledger.isOutside(id) ? undefined : this.#ledger.was(id);
    const groups = this.#map.get(id);
    if (groups === undefined) return this.#judgeDelete(actor, before);
    const reading = before === undefined ? readRecord(id, groups) : readChanged(id, groups, before, touched);
    return before === undefined
      ? this.#judgeNew(actor, atMs, id, reading)
      : this.#promised(
          actor,
          reading,
          this.#taken(actor, atMs, before, this.#judgeChange(actor, before, reading, touched)),
        );
  }

  /** An invitation of the template has no author: whoever makes it a card is. */
  #taken(actor: Actor | null, atMs: number, before: AnyRecord, judgement: Judgement): Judgement {
    if (actor === null || judgement.kind !== 'stands' || judgement.record === undefined) return judgement;
    const { record } = judgement;
    if (!isOffered(before as never) || isOffered(record as never)) return judgement;
    const meta = { ...(record.meta as object), author: actor.participantId, created: atMs };
    return { kind: 'stands', record: { ...record, meta } as AnyRecord, isAsWritten: false };
  }

  /** What somebody writes into a record while they are told that it says no name falls under that too. */
  #promised(actor: Actor | null, reading: Reading, judgement: Judgement): Judgement {
    if (actor === null || judgement.kind !== 'stands' || judgement.record === undefined) return judgement;
    const { record } = judgement;
    const isPromised = this.#promiseOf?.(reading.status === 'good' ? reading.record : record)?.anonymous === true;
    return isPromised && !isPromisedAnonymous(record)
      ? { kind: 'stands', record: withPromise(record), isAsWritten: false }
      : judgement;
  }

  #judgeDelete(actor: Actor | null, before: AnyRecord | undefined): Judgement {
    const gone: Judgement = { kind: 'stands', record: undefined, isAsWritten: true };
    if (before === undefined || actor === null) return gone;
    // An arrow that lost its target loses the binding, whoever may touch the arrow.
    const ends = [before.fromId, before.toId].map((end) => this.#ledger.get(end as string));
    if (before.typeName === 'binding' && ends.includes(undefined)) return gone;
    const reason = this.#refuse(actor, before, null);
    return reason === null ? gone : { kind: 'put-back', reason };
  }

  #judgeNew(actor: Actor | null, atMs: number, id: string, reading: Reading): Judgement {
    if (reading.status === 'bad') {
      if (!this.#unreadable.has(id)) return { kind: 'put-back', reason: 'invalid' };
      this.#unreadable.set(id, reading.reason);
      return { kind: 'left' };
    }
    const { record } = reading;
    if (this.#ledger.records.size >= this.#recordsMax) return { kind: 'put-back', reason: 'invalid', refused: record };
    if (this.#isOwnLayer && !this.#mayStandInOwn(record))
      return { kind: 'put-back', reason: 'not-yours', refused: record };
    if (actor === null) return this.#bringBack(record, reading.isTidy);
    const grave = this.#ledger.grave(record.id);
    const isBack = isSame(grave, record);
    const isStrange = record.typeName === 'asset' && !isBack && !isKeptPicture(record);
    if (isStrange || this.#isOneTooMany(record)) return { kind: 'put-back', reason: 'invalid' };
    const reason = this.#refuse(actor, null, record);
    if (reason !== null && !(isBack && record.typeName === 'shape'))
      return { kind: 'put-back', reason, refused: record };
    const promise = this.#promiseOf?.(record);
    if (promise === null) return { kind: 'put-back', reason: 'invalid', refused: record };
    // Who comes back exactly as it went is still its author's: that is an undo.
    const meta = isBack ? grave.meta : { author: actor.participantId, created: atMs, ...promise };
    const stamped = { ...record, meta } as AnyRecord;
    const kept = promise?.anonymous === true ? withPromise(stamped) : stamped;
    return { kind: 'stands', record: this.#ofParticipant(actor, kept, grave), isAsWritten: false };
  }

  /** What a board is made of stands in the layer that everybody reads, and under its id nothing else does. */
  #mayStandInOwn({ id, typeName }: AnyRecord): boolean {
    return ['shape', 'binding', 'asset'].includes(typeName) && !this.#ledger.isOutside(id);
  }

  /** A new shape without what a participant does not write. */
  #ofParticipant({ role }: Actor, shape: AnyRecord, grave: AnyRecord | undefined): AnyRecord {
    if (role === 'facilitator') return shape;
    const isFree = shape.isLocked !== true || isContinued(this.#ledger.get, shape);
    const unlocked = isFree ? shape : ({ ...shape, isLocked: false } as AnyRecord);
    return withoutOwnVotes(unlocked, grave);
  }

  #isOneTooMany({ typeName, fromId }: AnyRecord): boolean {
    return typeName === 'binding' && this.#ledger.bindingsOf(fromId as string).size >= recordLimits.bindingsOfArrowMax;
  }

  /** What the server itself brings back without its meta gets it back too. */
  #bringBack(record: AnyRecord, isTidy: boolean): Judgement {
    const meta = this.#ledger.grave(record.id)?.meta;
    if (meta === undefined || !isEqualJson(record.meta, {})) return { kind: 'stands', record, isAsWritten: isTidy };
    return { kind: 'stands', record: { ...record, meta } as AnyRecord, isAsWritten: false };
  }

  #judgeChange(actor: Actor | null, before: AnyRecord, reading: Reading, touched: TouchedGroups): Judgement {
    const read = reading.status === 'good' ? reading.record : null;
    // Who writes a record anew cannot bring its meta along; who writes meta alone means to.
    const keepsMeta = touched === 'all' && (actor !== null || isEqualJson(read?.meta, {}));
    const written = read !== null && keepsMeta ? ({ ...read, meta: before.meta } as AnyRecord) : read;
    // Of its meta a page adds one thing: that words came to it under the promise to leave names out.
    const isPromise =
      written !== null && this.#isOwnLayer && isPromisedAnonymous(written) && !isPromisedAnonymous(before);
    const after = isPromise ? ({ ...written, meta: withPromise(before).meta } as AnyRecord) : written;
    if (actor !== null) {
      if (isPromise && this.#promiseOf?.(after as AnyRecord) === null)
        return { kind: 'put-back', reason: 'invalid', refused: after };
      const reason = this.#refuse(actor, before, after);
      if (reason !== null) return { kind: 'put-back', reason, refused: after };
      if (after !== null && !isPromise && !isEqualJson(after.meta, before.meta))
        return { kind: 'put-back', reason: 'not-yours' };
    }
    if (after === null || after.typeName !== before.typeName || after.type !== before.type)
      return { kind: 'put-back', reason: 'invalid' };
    // One that a file brought may hold the picture itself: it may go on doing so, and no other may begin to.
    if (
      actor !== null &&
      after.typeName === 'asset' &&
      !isEqualJson(after.props, before.props) &&
      !isKeptPicture(after)
    )
      return { kind: 'put-back', reason: 'invalid' };
    const isTidy = reading.status === 'good' && reading.isTidy;
    return { kind: 'stands', record: after, isAsWritten: isTidy && isEqualJson(after.meta, read?.meta) };
  }

  /**
   * A mirror shows a card and a relation joins two: one that was made of anything else stands as it was. Asked when all of
   * the edit is known.
   * @returns ids of what went back
   */
  #refuseFalseEnds(ids: ReadonlySet<string>): readonly string[] {
    const { get, was } = this.#ledger;
    const isFalse = (id: string) => {
      const record = get(id);
      return record !== undefined && hangsOnOther(get, record) && !isEqualJson(was(id)?.props, record.props);
    };
    const refused = [...ids].filter(isFalse);
    for (const id of refused) {
      const before = was(id);
      if (before === undefined) this.#ledger.remove(id);
      else this.#ledger.put(before);
    }
    return refused;
  }

  #refuse({ role }: Actor, before: AnyRecord | null, after: AnyRecord | null): PutBackReason | null {
    return role === 'facilitator' ? null : refuseParticipant(this.#ledger.was, before, after);
  }

  /**
   * Holds the edit against the rules of the moment.
   * @returns ids of what is to be written
   */
  #rule({ participantId }: Actor, rules: Rules, putBack: Finding[]): readonly string[] {
    const breaches = putBackBreaches(this.#ledger, rules, participantId);
    for (const { id, reason, before, refused } of breaches) putBack.push(findingOf(id, reason, before, refused));
    return breaches.map(({ id }) => id);
  }

  #mend(actor: Actor | null): ReadonlySet<string> {
    const ledger = this.#ledger;
    const integrity = new Integrity(ledger, { isParticipant: actor !== null && actor.role !== 'facilitator' });
    if (this.#untidy !== null) {
      this.#untidy = null;
      return integrity.run([...ledger.records.keys()]);
    }
    const changed = [...ledger.changedIds()].filter((id) => {
      const [before, now] = [ledger.was(id), ledger.get(id)];
      return (
        before === undefined ||
        now === undefined ||
        now.typeName === 'binding' ||
        before.isLocked !== now.isLocked ||
        !isStructureEqual(before, now)
      );
    });
    return changed.length === 0 ? new Set() : integrity.run(changed);
  }

  #write(ids: ReadonlySet<string>): void {
    this.#doc.transact(() => {
      for (const id of ids) writeRecord(this.#map, id, this.#ledger.records.get(id));
    }, origin);
    // What was written is not somebody's edit; but a text may be spelled otherwise than it was given.
    for (const [id, written] of this.#touched.take()) {
      const [record, groups] = [this.#ledger.records.get(id), this.#map.get(id)];
      if (record === undefined || isMetaAlone(written)) continue;
      const reading = readChanged(id, groups, record, written);
      if (reading.status === 'bad') throw new Error(`a record was written that cannot be read: ${reading.reason}`);
      this.#ledger.put(reading.record);
    }
  }
}

function orMisplaced(judgement: Judgement, misplaced: Misplaced | null): Judgement {
  if (judgement.kind !== 'stands' || judgement.record === undefined) return judgement;
  const isMisplaced = misplaced?.takes(judgement.record) === true;
  return isMisplaced ? { kind: 'put-back', reason: 'private-writing', refused: judgement.record } : judgement;
}

const isMetaAlone = (groups: TouchedGroups): boolean => groups !== 'all' && groups.size === 1 && groups.has('meta');

const lateTypes = ['asset:', 'binding:'];

/** Pictures last, when it is known what shows them, but for bindings, when it is known what became of their ends. */
function inOrder(touched: ReadonlyMap<string, TouchedGroups>): Iterable<[string, TouchedGroups]> {
  if (touched.size === 1) return touched;
  const place = ([id]: [string, TouchedGroups]) => lateTypes.findIndex((type) => id.startsWith(type));
  return [...touched].sort((a, b) => place(a) - place(b));
}
