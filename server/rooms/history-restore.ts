import type * as Y from 'yjs';
import { type Diff, emptyDiff, reverseDiff } from '../../shared/board/diff.ts';
import { recordsOf } from '../../shared/board/document.ts';
import { cardsOf } from '../../shared/board/ends.ts';
import { isEqualJson } from '../../shared/board/equal.ts';
import { type AnyRecord, unmeasured } from '../../shared/board/groups.ts';
import { type Layer, layerRecords } from '../../shared/board/layers.ts';
import { validateRecord } from '../../shared/board/read-board.ts';
import { type Board, rebase } from '../../shared/board/rebase.ts';
import { writeDiff } from '../../shared/board/write.ts';
import type { JournalEntry } from '../storage/history-store.ts';
import { isContent } from './history-records.ts';

export type Records = ReadonlyMap<string, AnyRecord>;

/** What turns one board into another. */
export function difference(from: Records, to: Records): Diff {
  const diff = emptyDiff();
  for (const [id, record] of to) {
    const before = from.get(id);
    if (before === undefined) diff.added[id] = record;
    else if (!isEqualJson(before, record)) diff.updated[id] = [before, record];
  }
  for (const [id, record] of from) if (!to.has(id)) diff.removed[id] = record;
  return diff;
}

/** Writes a change of the server, `meta` included; it belongs into a transaction. */
export function writeRestored(doc: Y.Doc, diff: Diff): void {
  const layer: Layer = { name: 'shared', doc };
  writeDiff(
    layerRecords([layer], () => layer),
    diff,
    null,
  );
  const changed = [
    ...Object.values(diff.added),
    ...Object.values(diff.updated).flatMap(([from, to]) => (isEqualJson(from.meta, to.meta) ? [] : [to])),
  ];
  for (const { id, meta } of changed) recordsOf(doc).get(id)?.set('meta', meta);
}

/** A record as the journal spelled it; null when no canvas could show it. */
export function parseRecord(json: string): AnyRecord | null {
  try {
    const record = JSON.parse(json) as AnyRecord;
    validateRecord(unmeasured(record));
    return record;
  } catch {
    return null;
  }
}

/** A deleted record that is not back. */
export interface Grave {
  readonly record: AnyRecord;
  readonly entry: JournalEntry;
}

/**
 * The last state of what was deleted and is not on the board now, the newest first.
 * @param deletions of the journal, in its order
 */
export function gravesIn(deletions: readonly JournalEntry[], records: Records): ReadonlyMap<string, Grave> {
  const graves = new Map<string, Grave>();
  for (const entry of deletions.toReversed()) {
    if (entry.before === null || records.has(entry.recordId) || graves.has(entry.recordId)) continue;
    const record = parseRecord(entry.before);
    if (record !== null) graves.set(entry.recordId, { record, entry });
  }
  return graves;
}

/** Those that can be asked for one by one: a mirror or a relation only while all of its cards are on the board. */
export const listable = (graves: ReadonlyMap<string, Grave>, records: Records): readonly Grave[] =>
  [...graves.values()].filter(({ record }) => isContent(record) && cardsOf(record).every((id) => records.has(id)));

/**
 * What brings deleted records back where they were, as far as it is still there: parents first, with what was in them and
 * went in the same moment, and with the bindings whose both ends live then; cards with their mirrors and relations that
 * went in the same moment.
 * @param ids of content; a page or a part of a template does not come back like this
 */
export function broughtBack(records: Records, graves: ReadonlyMap<string, Grave>, ids: readonly string[]): Diff {
  // What is in a record, and what hangs on it.
  const along = new Map<unknown, [string, Grave][]>();
  for (const grave of graves) {
    for (const id of [grave[1].record.parentId, ...cardsOf(grave[1].record)]) {
      const siblings = along.get(id);
      if (siblings === undefined) along.set(id, [grave]);
      else siblings.push(grave);
    }
  }
  const wanted = new Map<string, Grave>();
  for (const id of ids) {
    const grave = graves.get(id);
    if (grave !== undefined && isContent(grave.record)) wanted.set(id, grave);
  }
  // Grows while it is gone through.
  for (const [id, grave] of wanted)
    for (const [childId, child] of along.get(id) ?? [])
      if (!wanted.has(childId) && isSameMoment(child, grave)) wanted.set(childId, child);
  for (const [id, grave] of graves) if (isBindingOf(grave.record, wanted)) wanted.set(id, grave);
  const added = Object.fromEntries([...wanted].map(([id, { record }]) => [id, record]));
  return rebase(boardOf(records, { graves }), { ...emptyDiff(), added });
}

const isSameMoment = (a: Grave, b: Grave): boolean =>
  a.entry.lastAtMs === b.entry.lastAtMs && a.entry.participantId === b.entry.participantId;

const isBindingOf = ({ typeName, fromId, toId }: AnyRecord, wanted: ReadonlyMap<string, unknown>): boolean =>
  typeName === 'binding' && (wanted.has(fromId as string) || wanted.has(toId as string));

/** What of the board's history an undo has to respect. */
export interface Surroundings {
  readonly graves: ReadonlyMap<string, Grave>;
  /** Records that others have worked on. */
  readonly foreign: ReadonlySet<string>;
}

/**
 * What undoes one person's changes as far as nobody has gone on from them: a value goes back only while it still is what
 * they made it, and what they created stays when others have worked on it.
 * @param entries theirs, in the order of the journal
 */
export function withoutPerson(records: Records, entries: readonly JournalEntry[], surroundings: Surroundings): Diff {
  const board = new Map(records);
  for (const round of roundsOf(entries)) {
    const { added, updated, removed } = rebase(boardOf(board, surroundings), reverseDiff(round));
    for (const record of Object.values(added)) board.set(record.id, record);
    for (const [, record] of Object.values(updated)) board.set(record.id, record);
    for (const id in removed) board.delete(id);
  }
  return difference(records, board);
}

/** Changes of one record with nobody else's between them. */
interface Run {
  readonly before: string | null;
  after: string | null;
}

/**
 * A person's changes from the last to the first. What they did to a record in one go is one change, so that a value which
 * passed through many is taken back at once; where others came between, each part is a round of its own.
 */
function roundsOf(entries: readonly JournalEntry[]): readonly Diff[] {
  const runs = new Map<string, Run[]>();
  for (const { recordId, before, after } of entries) {
    const known = runs.get(recordId) ?? [];
    runs.set(recordId, known);
    const last = known.at(-1);
    if (last !== undefined && last.after === before) last.after = after;
    else known.push({ before, after });
  }
  const rounds: Diff[] = [];
  for (const known of runs.values()) {
    for (const [index, run] of known.toReversed().entries()) {
      rounds[index] ??= emptyDiff();
      addRun(rounds[index], run);
    }
  }
  return rounds;
}

function addRun(diff: Diff, run: Run): void {
  const [before, after] = [run.before, run.after].map((json) => (json === null ? null : parseRecord(json)));
  const isUnreadable = (run.before !== null && !before) || (run.after !== null && !after);
  if (isUnreadable) return;
  if (before && after) diff.updated[after.id] = [before, after];
  else if (after) diff.added[after.id] = after;
  else if (before) diff.removed[before.id] = before;
}

function boardOf(
  records: Records,
  { graves, foreign = new Set() }: Partial<Surroundings> & Pick<Surroundings, 'graves'>,
): Board {
  let children: Map<string, string[]> | null = null;
  const childrenByParent = () => {
    const map = new Map<string, string[]>();
    for (const { id, parentId } of records.values()) {
      const siblings = map.get(parentId as string);
      if (siblings === undefined) map.set(parentId as string, [id]);
      else siblings.push(id);
    }
    return map;
  };
  return {
    get: (id) => records.get(id),
    childrenOf: (id) => {
      children ??= childrenByParent();
      return children.get(id) ?? [];
    },
    foreign,
    graves: { get: (id) => graves.get(id)?.record },
    pageId: [...records.values()].find(({ typeName }) => typeName === 'page')?.id ?? 'page:page',
  };
}
