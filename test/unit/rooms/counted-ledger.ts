import { Ledger } from '../../../server/rooms/review/ledger.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';

/** Counts the records that it is asked for. */
export class CountedLedger extends Ledger {
  looks = 0;

  override readonly get = (id: string): AnyRecord | undefined => {
    this.looks++;
    return this.records.get(id);
  };
}
