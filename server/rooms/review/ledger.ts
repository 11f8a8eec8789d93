import { type Diff, emptyDiff } from '../../../shared/board/diff.ts';
import { cardsOf } from '../../../shared/board/ends.ts';
import { isEqualJson } from '../../../shared/board/equal.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { relationKey } from './edges.ts';

const none: ReadonlySet<string> = new Set();

/**
 * Removed records that are remembered, for what others still had on the way into them and for who takes a removal back: so
 * many, and no more of them than is about this many UTF-16 code units as JSON. One record may hold half a million.
 */
const GRAVES_MAX = 2_000;
const GRAVES_MAX_LENGTH = 8_000_000;

interface Grave {
  readonly record: AnyRecord;
  readonly length: number;
}

/**
 * The records of a board with what is asked of them again and again, kept as they change: children by parent, bindings by
 * end, mirrors and relations by card, how many siblings stand at one place of the order. Knows what each record was when the turn began.
 */
export class Ledger {
  readonly #records = new Map<string, AnyRecord>();
  readonly #children = new Map<string, Set<string>>();
  readonly #bindings = new Map<string, Set<string>>();
  /** Mirrors and relations by each card they hang on. */
  readonly #edges = new Map<string, Set<string>>();
  readonly #relations = new Map<string, Set<string>>();
  readonly #slots = new Map<string, number>();
  readonly #pages = new Set<string>();
  readonly #places = new Set<string>();
  readonly #graves = new Map<string, Grave>();
  /** Of all graves together. */
  #gravesLength = 0;
  #before = new Map<string, AnyRecord | undefined>();
  /** Graves of this turn's beginning of what has come back since. */
  #opened = new Map<string, Grave>();
  readonly #outside: ReadonlyMap<string, AnyRecord>;

  /** @param outside records of wider layers, as they are: looked up where the board has none of its own, and never changed */
  constructor(outside: ReadonlyMap<string, AnyRecord> = new Map()) {
    this.#outside = outside;
  }

  get records(): ReadonlyMap<string, AnyRecord> {
    return this.#records;
  }

  readonly get = (id: string): AnyRecord | undefined => this.#records.get(id) ?? this.#outside.get(id);

  /** Whether it is a wider layer's. */
  isOutside(id: string): boolean {
    return !this.#records.has(id) && this.#outside.has(id);
  }

  /** The record as it was when the turn began. */
  readonly was = (id: string): AnyRecord | undefined =>
    this.#before.has(id) ? (this.#before.get(id) ?? this.#outside.get(id)) : this.get(id);

  /** The last state of a record that is gone, for some time. */
  grave(id: string): AnyRecord | undefined {
    return this.#graves.get(id)?.record;
  }

  childrenOf(id: string): ReadonlySet<string> {
    return this.#children.get(id) ?? none;
  }

  get pages(): ReadonlySet<string> {
    if (this.#outside.size === 0) return this.#pages;
    return new Set([...this.#outside.values()].flatMap(({ id, typeName }) => (typeName === 'page' ? [id] : [])));
  }

  /** Frames and zones. */
  get places(): ReadonlySet<string> {
    return this.#places;
  }

  /** Bindings with the shape at either end. */
  bindingsOf(id: string): ReadonlySet<string> {
    return this.#bindings.get(id) ?? none;
  }

  /** Mirrors and relations of a card. */
  edgesOf(id: string): ReadonlySet<string> {
    return this.#edges.get(id) ?? none;
  }

  /** Relations of one kind from one card to another, by `relationKey`. */
  relationsLike(key: string): ReadonlySet<string> {
    return this.#relations.get(key) ?? none;
  }

  /** Whether a sibling has the same index. */
  sharesSlot(record: AnyRecord): boolean {
    const slot = slotOf(record);
    return slot !== null && (this.#slots.get(slot) ?? 0) > 1;
  }

  put(record: AnyRecord): void {
    const old = this.#records.get(record.id);
    if (old === record) return;
    if (!this.#before.has(record.id)) this.#before.set(record.id, old);
    this.#records.set(record.id, record);
    if (old === undefined) this.#comeBack(record.id);
    else if (isStructureEqual(old, record)) return;
    else this.#unlink(old);
    this.#link(record);
  }

  remove(id: string): void {
    const old = this.#records.get(id);
    if (old === undefined) return;
    if (!this.#before.has(id)) this.#before.set(id, old);
    this.#records.delete(id);
    this.#unlink(old);
    this.#bury(old);
  }

  /** Records that may differ from what they were when the turn began. */
  changedIds(): Iterable<string> {
    return this.#before.keys();
  }

  /** Ends the turn. What came and went in it was nowhere: of that nothing is remembered but what was before. */
  takeChanges(): Diff {
    const diff = emptyDiff();
    for (const [id, before] of this.#before) {
      const after = this.#records.get(id);
      if (before === undefined) {
        if (after !== undefined) diff.added[id] = after;
        else this.#putBackGrave(id);
      } else if (after === undefined) diff.removed[id] = before;
      else if (!isEqualJson(before, after)) diff.updated[id] = [before, after];
    }
    this.#before = new Map();
    this.#opened = new Map();
    return diff;
  }

  #putBackGrave(id: string): void {
    this.#open(id);
    const grave = this.#opened.get(id);
    if (grave === undefined) return;
    this.#graves.set(id, grave);
    this.#gravesLength += grave.length;
  }

  #bury(record: AnyRecord): void {
    const { length } = JSON.stringify(record);
    this.#graves.set(record.id, { record, length });
    this.#gravesLength += length;
    for (const oldest of this.#graves.keys()) {
      if (this.#graves.size <= GRAVES_MAX && this.#gravesLength <= GRAVES_MAX_LENGTH) break;
      this.#open(oldest);
    }
  }

  #comeBack(id: string): void {
    const grave = this.#graves.get(id);
    if (grave !== undefined && !this.#opened.has(id) && this.#before.get(id) === undefined) this.#opened.set(id, grave);
    this.#open(id);
  }

  #open(id: string): void {
    const grave = this.#graves.get(id);
    if (grave === undefined) return;
    this.#graves.delete(id);
    this.#gravesLength -= grave.length;
  }

  #link(record: AnyRecord): void {
    if (record.typeName === 'page') this.#pages.add(record.id);
    if (isPlace(record)) this.#places.add(record.id);
    if (record.typeName === 'shape') add(this.#children, record.parentId as string, record.id);
    if (record.typeName === 'binding') {
      add(this.#bindings, record.fromId as string, record.id);
      add(this.#bindings, record.toId as string, record.id);
    }
    for (const card of cardsOf(record)) add(this.#edges, card, record.id);
    const key = relationKey(record);
    if (key !== null) add(this.#relations, key, record.id);
    const slot = slotOf(record);
    if (slot !== null) this.#slots.set(slot, (this.#slots.get(slot) ?? 0) + 1);
  }

  #unlink(record: AnyRecord): void {
    if (record.typeName === 'page') this.#pages.delete(record.id);
    if (isPlace(record)) this.#places.delete(record.id);
    if (record.typeName === 'shape') drop(this.#children, record.parentId as string, record.id);
    if (record.typeName === 'binding') {
      drop(this.#bindings, record.fromId as string, record.id);
      drop(this.#bindings, record.toId as string, record.id);
    }
    for (const card of cardsOf(record)) drop(this.#edges, card, record.id);
    const key = relationKey(record);
    if (key !== null) drop(this.#relations, key, record.id);
    const slot = slotOf(record);
    if (slot === null) return;
    const left = (this.#slots.get(slot) ?? 1) - 1;
    if (left > 0) this.#slots.set(slot, left);
    else this.#slots.delete(slot);
  }
}

/** Whether two states of a record stand at the same place of the tree, of the order, and at the same ends. */
export const isStructureEqual = (a: AnyRecord, b: AnyRecord): boolean =>
  a.typeName === b.typeName &&
  a.parentId === b.parentId &&
  a.index === b.index &&
  a.fromId === b.fromId &&
  a.toId === b.toId &&
  relationKey(a) === relationKey(b) &&
  cardsOf(a).every((id, end) => id === cardsOf(b)[end]);

/** Whether a record that comes is the one that went, whoever's note it bears. */
export const isSame = (grave: AnyRecord | undefined, record: AnyRecord): grave is AnyRecord =>
  grave !== undefined && isEqualJson({ ...grave, meta: {} }, { ...record, meta: {} });

const isPlace = ({ type }: AnyRecord): boolean => type === 'frame' || type === 'zone';

const slotOf = (record: AnyRecord): string | null =>
  record.typeName === 'shape' ? `${record.parentId} ${record.index}` : null;

function add(sets: Map<string, Set<string>>, key: string, id: string): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([id]));
  else set.add(id);
}

function drop(sets: Map<string, Set<string>>, key: string, id: string): void {
  const set = sets.get(key);
  set?.delete(id);
  if (set?.size === 0) sets.delete(key);
}
