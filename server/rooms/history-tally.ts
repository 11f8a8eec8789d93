import type { Diff } from '../../shared/board/diff.ts';
import { isWritten } from '../../shared/board/export/words.ts';
import type { AnyRecord } from '../../shared/board/groups.ts';
import type { BoardShape } from '../../shared/board/read-board.ts';
import type { BoardTally } from '../storage/history-store.ts';

type Counted = 'cards' | 'notes';

/** What a record counts as: a card or a note in which people have written. */
export function countedAs(record: AnyRecord): Counted | null {
  if (record.typeName !== 'shape') return null;
  const shape = record as unknown as BoardShape;
  if ((shape.type !== 'card' && shape.type !== 'note') || !isWritten(shape)) return null;
  return shape.type === 'card' ? 'cards' : 'notes';
}

/** How much people have written on a board. It is all counted once, when somebody asks; from then on only what changes. */
export class Tally {
  #counts: Record<Counted, number> | null = null;
  #changedAtMs: number | null = null;

  /** To be called for every change. */
  note(atMs: number, { added, updated, removed }: Diff): void {
    this.#changedAtMs = atMs;
    if (this.#counts === null) return;
    for (const record of Object.values(added)) this.#count(record, 1);
    for (const [before, after] of Object.values(updated)) {
      this.#count(before, -1);
      this.#count(after, 1);
    }
    for (const record of Object.values(removed)) this.#count(record, -1);
  }

  /** @param records of the board as it is. `changedAtMs` is null before the first change that was noted. */
  read(records: ReadonlyMap<string, AnyRecord>): BoardTally {
    if (this.#counts === null) {
      this.#counts = { cards: 0, notes: 0 };
      for (const record of records.values()) this.#count(record, 1);
    }
    return { ...this.#counts, changedAtMs: this.#changedAtMs };
  }

  #count(record: AnyRecord, by: 1 | -1): void {
    const kind = countedAs(record);
    if (kind !== null && this.#counts !== null) this.#counts[kind] += by;
  }
}
