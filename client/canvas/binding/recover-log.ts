import { type Diff, emptyDiff, filterDiff, isEmptyDiff, squashDiffs } from '../../../shared/board/diff.ts';
import { isEqualJson } from '../../../shared/board/equal.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import type { RichText } from '../../../shared/board/rich-text.ts';
import type { Replica } from '../../sync/replica.ts';

/** One's own change, and the number of the edit in the replica that carries the last of it. */
export interface Unsent {
  readonly diff: Diff;
  readonly edit: number;
}

/**
 * Remembers one's own changes until the server has called them durable, so that they can be played again on a fresh
 * replica.
 *
 * Invariants: oldest first. No entry reaches across somebody else's change. About one entry for what a person did with
 * the same things in one go, so that a change which is refused takes as little as possible with it.
 */
export interface UnsentLog {
  /** These changes have just been written into the replica. */
  wrote(diff: Diff): void;
  /** Somebody else's change comes in between. */
  cut(): void;
  /** What a shape's text is before one types into it, or after others have. */
  saw(id: string, text: RichText): void;
  /** A keystroke of one's own is about to be part of the replica. @param record as it is shown. */
  typed(record: AnyRecord, text: RichText): void;
  /** Takes what concerns one record out of what is remembered, oldest first; what else was changed with it stays. */
  takeOf(id: string): readonly Diff[];
  /** Runs changes that somebody else remembers. */
  silently(fn: () => void): void;
  list(): readonly Unsent[];
}

export interface UnsentLogOptions {
  /** Whether so many edits are on the wire: what is comes through or not without what follows it. */
  isOnWire?(edit: number): boolean;
  /** Called when there is more or less to remember. */
  onChange?(): void;
}

export function createUnsentLog(
  replica: Pick<Replica, 'edits' | 'editsDurable'>,
  { isOnWire = () => false, onChange = () => {} }: UnsentLogOptions = {},
): UnsentLog {
  let entries: Unsent[] = [];
  let isCut = false;
  let isSilent = false;
  let seen: { readonly id: string; readonly text: RichText } | null = null;

  const forget = () => {
    const first = entries.findIndex(({ edit }) => edit > replica.editsDurable);
    entries = first < 0 ? [] : entries.slice(first);
  };
  const push = (diff: Diff, edit: number) => {
    if (isSilent) return;
    forget();
    const last = entries.at(-1);
    if (last !== undefined && !isCut && !isOnWire(last.edit) && goTogether(last.diff, diff))
      entries[entries.length - 1] = { diff: squashDiffs([last.diff, diff]), edit };
    else entries.push({ diff, edit });
    isCut = false;
    onChange();
  };

  return {
    wrote: (diff) => push(diff, replica.edits),
    cut() {
      isCut = true;
    },
    saw(id, text) {
      seen = { id, text };
    },
    typed(record, text) {
      const before = seen?.id === record.id ? seen.text : textOf(record);
      seen = { id: record.id, text };
      if (before === undefined || isEqualJson(before, text)) return;
      const pair: [AnyRecord, AnyRecord] = [withText(record, before), withText(record, text)];
      // The replica counts a transaction when it is over.
      push({ ...emptyDiff(), updated: { [record.id]: pair } }, replica.edits + 1);
    },
    takeOf(id) {
      forget();
      const isIt = (record: AnyRecord) => record.id === id;
      const taken = entries.map(({ diff }) => filterDiff(diff, isIt)).filter((diff) => !isEmptyDiff(diff));
      if (taken.length === 0) return taken;
      entries = entries
        .map(({ diff, edit }) => ({ diff: filterDiff(diff, (record) => !isIt(record)), edit }))
        .filter(({ diff }) => !isEmptyDiff(diff));
      onChange();
      return taken;
    },
    silently(fn) {
      isSilent = true;
      try {
        fn();
      } finally {
        isSilent = false;
      }
    },
    list() {
      forget();
      return entries;
    },
  };
}

export const textOf = (record: AnyRecord | undefined): RichText | undefined =>
  (record?.props as { readonly richText?: RichText } | undefined)?.richText;

export const withText = (record: AnyRecord, richText: RichText): AnyRecord =>
  ({ ...record, props: { ...(record.props as object), richText } }) as AnyRecord;

/** Whether two changes concern the same records, and the later one does not leave out a text that the earlier one has. */
function goTogether(earlier: Diff, later: Diff): boolean {
  const before = after(earlier);
  const now = after(later);
  if (before.size !== now.size) return false;
  return [...now].every(([id, record]) => {
    const other = before.get(id);
    return other !== undefined && (textOf(other) === undefined) === (textOf(record) === undefined);
  });
}

/** The records of a change as it leaves them, the removed ones as they were. */
export function after({ added, updated, removed }: Diff): Map<string, AnyRecord> {
  return new Map([
    ...Object.entries(removed),
    ...Object.entries(updated).map(([id, [, to]]): [string, AnyRecord] => [id, to]),
    ...Object.entries(added),
  ]);
}
