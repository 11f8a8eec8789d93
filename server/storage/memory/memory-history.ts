import type { BoardId, ParticipantId, VersionId } from '../../../shared/protocol/ids.ts';
import { blobChecksum, isIntact, type VersionPlace } from '../checksum.ts';
import {
  type BoardTally,
  type Contribution,
  type HistoryStore,
  type JournalEntry,
  journalReadMax,
  type StoredVersion,
} from '../history-store.ts';

interface VersionRow {
  readonly version: StoredVersion;
  readonly content: Uint8Array;
  readonly checksum: Uint8Array;
}

export interface MemoryHistory extends HistoryStore {
  /** Flips one byte of what is stored there. @throws when nothing is. */
  damage(place: VersionPlace): void;
}

const placeOf = ({ boardId, id }: StoredVersion): VersionPlace => ({ kind: 'version', boardId, id });

/** The history as plainly as it can be said. No call awaits anything, so each is atomic. */
export function createMemoryHistory(): MemoryHistory {
  /** In the order of creation. */
  const rows = new Map<VersionId, VersionRow>();
  let journal: readonly JournalEntry[] = [];
  const tallies = new Map<BoardId, BoardTally>();
  const find = (boardId: BoardId, id: VersionId): VersionRow | null => {
    const row = rows.get(id);
    return row?.version.boardId === boardId ? row : null;
  };
  const since = (boardId: BoardId, sinceMs: number) =>
    journal.filter((entry) => entry.boardId === boardId && entry.lastAtMs >= sinceMs);
  return {
    createVersion: async (version, content) => {
      if (rows.has(version.id)) throw new Error('version exists');
      rows.set(version.id, {
        version: { ...version },
        content: Uint8Array.from(content),
        checksum: blobChecksum(placeOf(version), content),
      });
    },
    listVersions: async (boardId) =>
      [...rows.values()]
        .map(({ version }) => version)
        .filter((version) => version.boardId === boardId)
        .reverse(),
    readVersion: async (boardId, id) => {
      const row = find(boardId, id);
      if (!row) return null;
      const isSound = isIntact(placeOf(row.version), row.content, row.checksum);
      return { version: row.version, content: isSound ? Uint8Array.from(row.content) : null };
    },
    deleteVersions: async (boardId, ids) => {
      for (const id of ids) if (find(boardId, id)) rows.delete(id);
    },
    appendJournal: async (entries) => {
      journal = [...journal, ...entries.map((entry) => ({ ...entry }))];
    },
    readJournal: async (boardId, { sinceMs, participantId, isDeletion = false }) => {
      const found = since(boardId, sinceMs).filter(
        (entry) =>
          (participantId === undefined || entry.participantId === participantId) &&
          (!isDeletion || entry.after === null),
      );
      let left = journalReadMax;
      const tooOld = found.findLastIndex(({ before, after }) => {
        left -= (before?.length ?? 0) + (after?.length ?? 0);
        return left < 0;
      });
      return found.slice(tooOld + 1);
    },
    listTouchedByOthers: async (boardId, participantId, sinceMs) => {
      const others = since(boardId, sinceMs).filter((entry) => entry.participantId !== participantId);
      return [...new Set(others.map(({ recordId }) => recordId))];
    },
    listContributions: async (boardId, sinceMs) => contributions(since(boardId, sinceMs)),
    findInJournal: async (boardId, texts, sinceMs) => {
      const entries = since(boardId, sinceMs);
      return texts.filter((text) =>
        entries.some(({ before, after }) => before?.includes(text) || after?.includes(text)),
      );
    },
    pruneJournal: async (boardId, beforeMs) => {
      journal = journal.filter((entry) => entry.boardId !== boardId || entry.lastAtMs >= beforeMs);
    },
    keepTally: async (boardId, { cards, notes, changedAtMs }) => {
      tallies.set(boardId, { cards, notes, changedAtMs: changedAtMs ?? tallies.get(boardId)?.changedAtMs ?? null });
    },
    listTallies: async (boardIds) =>
      boardIds.map((boardId) => {
        const kept = tallies.get(boardId);
        const changedAtMs = Math.max(kept?.changedAtMs ?? 0, ...since(boardId, 0).map(({ lastAtMs }) => lastAtMs));
        return {
          ...{ boardId, cards: kept?.cards ?? null, notes: kept?.notes ?? null },
          changedAtMs: changedAtMs === 0 ? null : changedAtMs,
        };
      }),
    damage: ({ boardId, id }) => {
      const row = find(boardId, id);
      if (row?.content[0] === undefined) throw new Error(`no version ${id}`);
      row.content[0] ^= 1;
    },
  };
}

function contributions(entries: readonly JournalEntry[]): readonly Contribution[] {
  const people = new Map<ParticipantId, JournalEntry[]>();
  for (const entry of entries) people.set(entry.participantId, [...(people.get(entry.participantId) ?? []), entry]);
  return [...people]
    .map(([participantId, own]) => ({
      participantId,
      firstAtMs: Math.min(...own.map(({ firstAtMs }) => firstAtMs)),
      lastAtMs: Math.max(...own.map(({ lastAtMs }) => lastAtMs)),
      recordCount: new Set(own.map(({ recordId }) => recordId)).size,
    }))
    .sort((a, b) => b.lastAtMs - a.lastAtMs);
}
