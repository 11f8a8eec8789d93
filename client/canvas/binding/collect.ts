import type { Editor } from 'tldraw';
import { type Diff, filterDiff, isEmptyDiff, squashDiffs, withoutTexts } from '../../../shared/board/diff.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { storeInternals } from './tldraw-internals.ts';

/**
 * Milliseconds from one flush to the next. Interleaved moves of several shapes leave bytes in the document for ever, those
 * of one shape merge, so groups are written less often.
 */
const flushIntervalMs = { single: 66, group: 200, text: 160 } as const;

export interface CollectorOptions {
  /** While true a change is not this person's. */
  isForeign(): boolean;
  onForeign(changes: Diff): void;
  /** While true the texts that change show what their fragments say already. */
  isProjection(): boolean;
  /** This person's change, as it happens. */
  onOwn(changes: Diff): void;
  /** Time to flush. */
  onDue(): void;
}

/**
 * Collects this person's changes of the document's records, from the store's interceptor: a listener would come too late
 * to know whether a change happened while somebody else's was being merged.
 */
export interface Collector {
  /** What has been collected since the last call, as one diff; null for nothing. */
  take(): Diff | null;
  dispose(): void;
}

export function createCollector(editor: Editor, options: CollectorOptions): Collector {
  const isDocument = (record: AnyRecord) => editor.store.scopedTypes.document.has(record.typeName as 'shape');
  let pending: Diff[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueMs = Number.POSITIVE_INFINITY;
  let lastMs = 0;
  const moved = new Set<string>();

  const schedule = (intervalMs: number) => {
    const nextMs = Math.max(lastMs + intervalMs, performance.now());
    if (nextMs >= dueMs) return;
    clearTimeout(timer);
    dueMs = nextMs;
    timer = setTimeout(options.onDue, nextMs - performance.now());
  };

  const stop = storeInternals(editor).addHistoryInterceptor((entry, source) => {
    const changes = filterDiff(entry.changes, isDocument);
    if (isEmptyDiff(changes)) return;
    if (options.isForeign()) {
      options.onForeign(changes);
      return;
    }
    if (source !== 'user') return;
    options.onOwn(changes);
    pending.push(options.isProjection() ? withoutTexts(changes) : changes);
    for (const id of movesIn(changes)) moved.add(id);
    schedule(
      options.isProjection() ? flushIntervalMs.text : moved.size > 1 ? flushIntervalMs.group : flushIntervalMs.single,
    );
  });

  return {
    take() {
      clearTimeout(timer);
      timer = undefined;
      dueMs = Number.POSITIVE_INFINITY;
      if (pending.length === 0) return null;
      lastMs = performance.now();
      const diff = squashDiffs(pending);
      pending = [];
      moved.clear();
      return diff;
    },
    dispose() {
      clearTimeout(timer);
      stop();
    },
  };
}

const movesIn = (changes: Diff): string[] =>
  Object.values(changes.updated)
    .filter(([from, to]) => from.x !== to.x || from.y !== to.y || from.rotation !== to.rotation)
    .map(([, to]) => to.id);
