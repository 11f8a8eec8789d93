import type { AnyRecord } from '../../../shared/board/groups.ts';
import { isContinued } from './continued.ts';
import { isSame, type Ledger } from './ledger.ts';

/**
 * What of one edit came to the board that everybody sees while people write for themselves, and is to be kept for its writer
 * alone: neither what has words or a look of its own, nor what joins or holds such things, nor a picture that nothing else
 * shows. A page of a zone is the layout's, and what comes back as it went was seen before.
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
    const isNew = this.#ledger.was(record.id) === undefined;
    if (!this.#isMisplaced(record, isNew)) return false;
    // A binding that joined something else stays what it was.
    if (isNew) this.#taken.set(record.id, record);
    return true;
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
