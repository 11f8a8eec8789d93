import type { Editor } from 'tldraw';
import { isEqualJson } from '../../../shared/board/equal.ts';
import { type AnyRecord, splitRecord } from '../../../shared/board/groups.ts';
import { flushPendingDiff, storeInternals } from './tldraw-internals.ts';

type StoreRecord = Parameters<Editor['store']['put']>[0][number];
type StoreId = Parameters<Editor['store']['remove']>[0][number];

export interface GateOptions {
  /** What the documents say of a record now, with this canvas's own measurements; undefined where it has to go. */
  truth(id: string): AnyRecord | undefined;
  /** A record was refused by the store's validators, or accepted again. */
  onRefused(id: string, reason: unknown): void;
  onAccepted(id: string): void;
}

/**
 * The one way in which changes that are not this person's enter the store.
 *
 * tldraw's side effects do not care whose change they react to: a shape that somebody else moved into a frame makes every
 * canvas derive the arrow's new parent, and each would send it. Invariants: what the store does while the gate is closed
 * is neither sent nor undoable. Afterwards every record that was touched says what the documents say, whatever the side
 * effects made of it. Own undo entries are never squashed across somebody else's change.
 */
export interface Gate {
  /** While true, changes of the store are not this person's. */
  isClosed(): boolean;
  /** To be called for each record that changes while the gate is closed. */
  touch(id: string): void;
  /** Puts records into the store, one by one: one that does not validate leaves the others alone. */
  merge(puts: readonly AnyRecord[], removes: readonly string[]): void;
  /** Runs edits that come through the editor but were caused by somebody else. */
  run(fn: () => void): void;
  /** Puts records without any side effect: pictures between two states of the documents, local measurements. */
  show(puts: readonly AnyRecord[]): void;
}

/** Records that refer to others come after them. */
const ranks = ['document', 'page', 'asset', 'shape', 'binding'];
const inOrder = (records: readonly AnyRecord[]): AnyRecord[] =>
  [...records].sort((a, b) => ranks.indexOf(a.typeName) - ranks.indexOf(b.typeName));

export function createGate(editor: Editor, { truth, onRefused, onAccepted }: GateOptions): Gate {
  const { store } = editor;
  let closed = false;
  const touched = new Set<string>();
  const atomic = (fn: () => void) => storeInternals(editor).atomic(fn, false, true);
  const get = (id: string) => store.get(id as StoreId) as AnyRecord | undefined;

  const put = (record: AnyRecord) => store.put([record as unknown as StoreRecord]);
  const tryToPut = (record: AnyRecord) => {
    try {
      put(record);
      onAccepted(record.id);
    } catch (reason) {
      onRefused(record.id, reason);
    }
  };
  /** For records that were refused already, or that come from the store. */
  const putAgain = (record: AnyRecord) => {
    try {
      put(record);
    } catch {
      // Still bad: what the store has stays.
    }
  };

  /** tldraw cannot live without its document record and a page; a document that lost them is the server's to mend. */
  const isRemovable = (id: string): boolean => {
    const record = get(id);
    if (record === undefined || record.typeName === 'document') return false;
    return record.typeName !== 'page' || editor.getPages().length > 1;
  };

  const reassert = (intact: ReadonlyMap<string, AnyRecord>) => {
    const fixes: AnyRecord[] = [];
    const drops: string[] = [];
    for (const id of touched) {
      const now = get(id);
      if (now !== undefined && now === intact.get(id)) continue;
      const right = truth(id);
      if (right === undefined) {
        if (isRemovable(id)) drops.push(id);
      } else if (now === undefined || !isEqualJson(splitRecord(right), splitRecord(now))) fixes.push(right);
    }
    if (fixes.length + drops.length === 0) return;
    const fix = () => {
      inOrder(fixes).forEach(putAgain);
      store.remove(drops as unknown as StoreId[]);
    };
    atomic(fix);
  };

  const closedWhile = (fn: () => void) => {
    const was = closed;
    closed = true;
    try {
      fn();
    } finally {
      closed = was;
    }
  };

  const apply = (fn: () => void, intact: ReadonlyMap<string, AnyRecord>) => {
    touched.clear();
    flushPendingDiff(editor);
    closedWhile(() => {
      editor.run(fn, { history: 'ignore', ignoreShapeLock: true });
      reassert(intact);
    });
  };

  return {
    isClosed: () => closed,
    touch: (id) => touched.add(id),
    merge(puts, removes) {
      const go = () => {
        inOrder(puts).forEach(tryToPut);
        store.remove(removes.filter(isRemovable) as unknown as StoreId[]);
      };
      apply(() => store.mergeRemoteChanges(go), new Map(puts.map((record) => [record.id, record])));
    },
    run: (fn) => apply(fn, new Map()),
    show(puts) {
      if (puts.length > 0) closedWhile(() => atomic(() => puts.forEach(putAgain)));
    },
  };
}
