import { nanoid } from 'nanoid';
import { isOffered } from '../../../shared/board/breaches.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { isContinued } from './continued.ts';
import { isSame, type Ledger } from './ledger.ts';

/**
 * What of one edit came to the board that everybody sees while people write for themselves, and is to be kept for its writer
 * alone: neither what has words or a look of its own, nor what joins or holds such things, nor a picture that nothing else
 * shows. Whoever writes into an invitation of the template makes a card of their own. A page of a zone is the layout's, and what comes back as it went was seen before.
 */
export class Misplaced {
  readonly #ledger: Ledger;
  readonly #taken = new Map<string, AnyRecord>();
  /** Ids of the pictures that something shows which stands. */
  #shown: ReadonlySet<unknown> | null = null;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  get records(): readonly AnyRecord[] {
    return [...this.#taken.values()];
  }

  /** Whether a record is such a one; to be asked of shapes first, then of pictures, then of bindings. */
  takes(record: AnyRecord): boolean {
    const was = this.#ledger.was(record.id);
    if (was !== undefined && isOffered(was as never) && !isOffered(record as never)) {
      // The invitation stays; under its id nothing else can be kept.
      const id = `shape:${nanoid()}`;
      this.#taken.set(id, { ...record, id } as AnyRecord);
      return true;
    }
    const isNew = was === undefined;
    if (!this.#isMisplaced(record, isNew)) return false;
    // A binding that joined something else stays what it was.
    if (isNew) this.#taken.set(record.id, record);
    return true;
  }

  /**
   * What goes along: a new group of which too little is left, and the place of what was put into something that was taken.
   * To be asked when all of the edit is known.
   * @param standing ids of what stands of it so far
   * @returns ids of what stands otherwise now, or not any more
   */
  takeAlong(standing: ReadonlySet<string>): readonly string[] {
    const along: string[] = [];
    for (let before = -1; before < along.length; ) {
      before = along.length;
      for (const id of standing) {
        const record = this.#ledger.get(id);
        if (record?.typeName === 'shape' && this.#takesAlong(record)) along.push(id);
      }
    }
    return along;
  }

  #takesAlong(shape: AnyRecord): boolean {
    const was = this.#ledger.was(shape.id);
    const isIn = this.#taken.has(shape.parentId as string);
    if (was !== undefined) {
      if (!isIn || was.parentId === shape.parentId) return false;
      const { parentId, index, x, y, rotation } = was;
      this.#ledger.put({ ...shape, parentId, index, x, y, rotation } as AnyRecord);
      return true;
    }
    if (!isIn && !(shape.type === 'group' && this.#isPartedGroup(shape))) return false;
    this.#taken.set(shape.id, shape);
    this.#ledger.remove(shape.id);
    return true;
  }

  /** Whether something that was in it was taken, and what is left is no group. */
  #isPartedGroup({ id }: AnyRecord): boolean {
    return this.#ledger.childrenOf(id).size < 2 && [...this.#taken.values()].some(({ parentId }) => parentId === id);
  }

  #isMisplaced(record: AnyRecord, isNew: boolean): boolean {
    if (record.typeName === 'binding') return this.#taken.has(record.fromId as string);
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
