import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { BoardHistory } from '../../../server/rooms/history.ts';
import { decodeContent } from '../../../server/rooms/history-content.ts';
import { difference } from '../../../server/rooms/history-restore.ts';
import type { HistoryStore, StoredVersion } from '../../../server/storage/history-store.ts';
import { createMemoryStorage } from '../../../server/storage/memory/memory-storage.ts';
import { StorageError, type StorageFailure } from '../../../server/storage/update-log.ts';
import { emptyDiff } from '../../../shared/board/diff.ts';
import { type AnyRecord, withoutMeasured } from '../../../shared/board/groups.ts';
import { canonicalRichText, plainRichText } from '../../../shared/board/rich-text.ts';
import { BoardId, ParticipantId } from '../../../shared/protocol/ids.ts';
import { noteParts } from '../../support/notes.ts';
import { eventually } from '../../support/wait.ts';
import { ManualClock, settle } from './manual-clock.ts';

export const boardId = BoardId.parse('board'.padEnd(21, '-'));
export const ada = ParticipantId.parse('ada'.padEnd(21, '-'));
export const bob = ParticipantId.parse('bob'.padEnd(21, '-'));

type Given = { readonly text?: string; readonly props?: object } & Readonly<Record<string, unknown>>;

/** A note as rooms know it. */
export function note(id: string, { text = '', props = {}, ...given }: Given = {}): AnyRecord {
  const parts = noteParts(id, text);
  return {
    ...{ ...parts.base, ...parts.flags, id, x: 0, y: 0, rotation: 0, meta: { author: ada, created: 1 } },
    ...{ props: { ...parts.props, richText: canonicalRichText(plainRichText(text)), ...props } },
    ...given,
  } as unknown as AnyRecord;
}

export const page = { id: 'page:page', typeName: 'page', name: 'Page', index: 'a1', meta: {} } as unknown as AnyRecord;

export const asMap = (...records: AnyRecord[]): Map<string, AnyRecord> =>
  new Map(records.map((record) => [record.id, record]));

/** The history of a board without a room: edits, time and storage are in the hands of the test. */
export function createHistoryBoard(...start: AnyRecord[]) {
  const clock = new ManualClock();
  const stored = createMemoryStorage().history;
  const events: string[] = [];
  const listeners = new Set<() => void>();
  let failure: StorageFailure | 'bug' | null = null;
  const refusable =
    <Args extends readonly unknown[], Result>(method: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      if (failure === 'bug') throw new Error('a bug');
      if (failure !== null) throw new StorageError(failure, 'refused');
      const result = await method(...args);
      for (const listener of listeners) listener();
      return result;
    };
  const store: HistoryStore = {
    ...stored,
    createVersion: refusable(stored.createVersion),
    appendJournal: refusable(stored.appendJournal),
    deleteVersions: refusable(stored.deleteVersions),
  };
  let records: ReadonlyMap<string, AnyRecord> = asMap(page, ...start);
  const write = (line: string) => {
    events.push(JSON.parse(line).msg);
    for (const listener of listeners) listener();
  };
  const history = new BoardHistory({
    ...{ boardId, store, clock, log: pino({ level: 'trace' }, { write }), records: () => records },
  });
  onTestFinished(() => history.stop());
  const versions = () => stored.listVersions(boardId);
  return {
    ...{ clock, events, history, store: stored, versions },
    fail: (next: StorageFailure | 'bug' | null) => {
      failure = next;
    },
    /** Puts records, or takes them away by id, as one edit. */
    edit: (participantId: ParticipantId, ...given: (AnyRecord | string)[]) => {
      const before = records;
      const after = new Map(before);
      for (const one of given) {
        if (typeof one === 'string') after.delete(one);
        else after.set(one.id, one);
      }
      records = after;
      history.note({ participantId, atMs: clock.nowMs(), changes: difference(before, after), records });
    },
    /** What changes without being anybody's edit. */
    change: (record: AnyRecord) => {
      records = new Map(records).set(record.id, record);
    },
    noteNothing: () => history.note({ participantId: ada, atMs: clock.nowMs(), changes: emptyDiff(), records }),
    journal: async () => {
      await settle();
      const entries = await stored.readJournal(boardId, { sinceMs: 0 });
      const parsed = (json: string | null) => (json === null ? null : (JSON.parse(json) as AnyRecord));
      return entries.map((entry) => ({ ...entry, before: parsed(entry.before), after: parsed(entry.after) }));
    },
    /** Waits until this many versions are stored. @returns their kinds, the newest first */
    kinds: async (count: number): Promise<readonly string[]> => {
      let found: readonly StoredVersion[] = await versions();
      await eventually(
        `${count} versions`,
        () => found.length >= count,
        (changed) => {
          const look = () =>
            void versions().then((now) => {
              found = now;
              changed();
            });
          listeners.add(look);
          return () => listeners.delete(look);
        },
      );
      return found.map(({ kind }) => kind);
    },
    eventShows: (event: string) =>
      eventually(
        event,
        () => events.includes(event),
        (changed) => {
          listeners.add(changed);
          return () => listeners.delete(changed);
        },
      ),
    contentOf: async ({ id }: StoredVersion) => {
      const content = (await stored.readVersion(boardId, id))?.content;
      return content ? decodeContent(content) : null;
    },
    expected: () => new Map([...records].map(([id, record]) => [id, withoutMeasured(record)])),
  };
}
