import { nanoid } from 'nanoid';
import { isOffered } from '../../../shared/board/breaches.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { isContinued } from './continued.ts';
import { isSayingSame, ownOf } from './invitation.ts';
import { isSame, type Ledger } from './ledger.ts';

/** Ids of what was taken from the same person before. */
export type FollowedIds = Pick<ReadonlySet<string>, 'has'>;

/** An invitation that somebody wrote into. */
export interface Accepted {
  /** As it stands. */
  readonly invitation: AnyRecord;
  /** What they made of it, under an id of its own. */
  readonly card: AnyRecord;
}

/**
 * What of one edit came to the board that everybody sees while people write for themselves, and is to be kept for its writer
 * alone: what has words or a look of its own, what joins or holds such things, and a picture that nothing else shows. Whoever
 * writes into an invitation of the template makes a card of their own. A page of a zone is the layout's, and what comes back
 * as it went was seen before.
 */
export class Misplaced {
  readonly #ledger: Ledger;
  readonly #followed: FollowedIds;
  readonly #taken = new Map<string, AnyRecord>();
  /** Ids of what something was in that was taken. */
  readonly #parents = new Set<unknown>();
  readonly #accepted: Accepted[] = [];
  /** Ids of the pictures that something shows which stands. */
  #shown: ReadonlySet<unknown> | null = null;

  constructor(ledger: Ledger, followed: FollowedIds) {
    this.#ledger = ledger;
    this.#followed = followed;
  }

  get records(): readonly AnyRecord[] {
    return [...this.#taken.values()];
  }

  get accepted(): readonly Accepted[] {
    return this.#accepted;
  }

  /** Whether a record is such a one; to be asked of shapes first, then of pictures, then of bindings. */
  takes(record: AnyRecord): boolean {
    const was = this.#ledger.was(record.id);
    if (was !== undefined && isOffered(was as never) && !isSayingSame(was, record)) {
      // The invitation stays; under its id nothing else can be kept.
      this.#accepted.push({ invitation: was, card: ownOf(was, record, `shape:${nanoid()}`) });
      this.#parents.add(record.parentId);
      return true;
    }
    const isNew = was === undefined;
    if (!this.#isMisplaced(record, isNew)) return false;
    // A binding that joined something else stays what it was.
    if (isNew) this.#take(record);
    return true;
  }

  /**
   * What goes along: a new group of which too little is left, and the place of what was put into something that was taken.
   * To be asked when all of the edit is known.
   * @param standing ids of what stands of it so far
   * @returns ids of what stands otherwise now, or not any more
   */
  takeAlong(standing: ReadonlySet<string>): readonly string[] {
    const along = new Set<string>();
    // Grows while it is gone through: what is taken is looked at with what it was in and what is in it.
    const asked = [...standing];
    for (const id of asked) {
      const shape = standing.has(id) ? this.#ledger.get(id) : undefined;
      if (shape?.typeName !== 'shape' || !this.#takesAlong(shape)) continue;
      along.add(id);
      if (this.#taken.has(id)) asked.push(shape.parentId as string, ...this.#ledger.childrenOf(id));
    }
    return [...along];
  }

  #take(record: AnyRecord): void {
    this.#taken.set(record.id, record);
    this.#parents.add(record.parentId);
  }

  /** Whether it is its writer's alone, by this edit or by an earlier one of which they may not have heard. */
  #isTaken(id: string): boolean {
    return this.#taken.has(id) || (this.#followed.has(id) && this.#ledger.get(id) === undefined);
  }

  #takesAlong(shape: AnyRecord): boolean {
    const was = this.#ledger.was(shape.id);
    const isIn = this.#isTaken(shape.parentId as string);
    if (was !== undefined) {
      if (!isIn || was.parentId === shape.parentId) return false;
      const { parentId, index, x, y, rotation } = was;
      this.#ledger.put({ ...shape, parentId, index, x, y, rotation } as AnyRecord);
      return true;
    }
    if (!isIn && !(shape.type === 'group' && this.#isPartedGroup(shape))) return false;
    this.#take(shape);
    this.#ledger.remove(shape.id);
    return true;
  }

  /** Whether something that was in it was taken, and what is left is no group. */
  #isPartedGroup({ id }: AnyRecord): boolean {
    return this.#parents.has(id) && this.#ledger.childrenOf(id).size < 2;
  }

  #isMisplaced(record: AnyRecord, isNew: boolean): boolean {
    if (record.typeName === 'binding') return this.#isTaken(record.fromId as string);
    const { get } = this.#ledger;
    if (!isNew || isSame(this.#ledger.grave(record.id), record)) return false;
    if (record.typeName === 'asset') return !this.#shownNow().has(record.id);
    return record.typeName === 'shape' && record.type !== 'group' && !isContinued(get, record);
  }

  #shownNow(): ReadonlySet<unknown> {
    this.#shown ??= new Set([...this.#ledger.records.values()].map(({ props }) => pictureOf(props)));
    return this.#shown;
  }
}

const pictureOf = (props: unknown): unknown => (props as { readonly assetId?: unknown } | undefined)?.assetId;
