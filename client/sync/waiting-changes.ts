import type { Diff } from '../../shared/board/diff.ts';
import type { BoardId, ParticipantId } from '../../shared/protocol/ids.ts';
import type { RoomAddress } from '../../shared/protocol/room-name.ts';

/**
 * One's own changes that a refused replica held and that have not been played again yet: they are in no document, so a page
 * that dies leaves them here for the next one.
 */
export interface WaitingChanges {
  /** Those that earlier pages left, oldest first; from now on they are this page's to keep. */
  take(): readonly Diff[];
  /** Whether earlier pages left any. */
  isEmpty(): boolean;
  /** Holds these and no others, at once. */
  keep(changes: readonly Diff[]): void;
  /** Removes everything, of other pages too. */
  clear(): void;
}

const prefix = 'commonboard/waiting/';

/**
 * In the browser's storage of plain strings, because that is written before the call returns: a change is always in the
 * replica or here. Two pages of one board have an entry each.
 */
export function storeWaitingChanges(
  participantId: ParticipantId,
  boardId: BoardId,
  pageId: string,
  storage: () => Storage = () => localStorage,
  layer: RoomAddress['layer'] = 'shared',
): WaitingChanges {
  const start = `${prefix}${participantId}/${layer === 'shared' ? '' : `${layer}:`}${boardId}/`;
  const own = start + pageId;
  const withStorage = <Result>(work: (storage: Storage) => Result, otherwise: Result): Result => {
    try {
      return work(storage());
    } catch {
      // A browser that keeps nothing, or has no room left.
      return otherwise;
    }
  };
  const keysIn = (from: Storage): string[] =>
    Array.from({ length: from.length }, (_, index) => from.key(index) ?? '').filter((key) => key.startsWith(start));
  return {
    take: () =>
      withStorage(
        (from) =>
          keysIn(from)
            .sort()
            .flatMap((key) => {
              const changes = read(from.getItem(key));
              from.removeItem(key);
              return changes;
            }),
        [],
      ),
    isEmpty: () => withStorage((from) => keysIn(from).length === 0, true),
    keep: (changes) =>
      withStorage((into) => {
        if (changes.length === 0) into.removeItem(own);
        else into.setItem(own, JSON.stringify(changes));
      }, undefined),
    clear: () =>
      withStorage((from) => {
        for (const key of keysIn(from)) from.removeItem(key);
      }, undefined),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isDiff = (change: unknown): change is Diff =>
  isObject(change) && isObject(change.added) && isObject(change.updated) && isObject(change.removed);

/** What is no list of changes is left out; what a change says is checked by whoever plays it. */
function read(text: string | null): Diff[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(found) ? found.filter(isDiff) : [];
  } catch {
    return [];
  }
}

/** Removes all of a participant's, or of everybody's in this browser. */
export function forgetWaitingChanges(participantId?: ParticipantId): void {
  const start = participantId === undefined ? prefix : `${prefix}${participantId}/`;
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(start)) localStorage.removeItem(key);
  } catch {
    // Nothing is kept here.
  }
}
