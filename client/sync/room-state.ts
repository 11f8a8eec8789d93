import { CloseCode } from '../../shared/protocol/close-codes.ts';

/** How a board stands with its server. */
export type RoomState =
  /** Not a first answer yet. */
  | { readonly status: 'connecting' }
  /** `saved`: the server has called everything made here durable. */
  | { readonly status: 'live'; readonly saved: boolean }
  /** An edit was refused; the replica is being replaced and what is unsaved played again. */
  | { readonly status: 'recovering' }
  /**
   * Trying again. `unsaved`: something made here is not with the server. `kept`: this browser keeps it beyond this page.
   * `blocked`: the server answers, but its live connection has never come through.
   */
  | { readonly status: 'offline'; readonly unsaved: boolean; readonly kept: boolean; readonly blocked: boolean }
  /** Trying again: as many are connected as the server carries. */
  | { readonly status: 'full'; readonly unsaved: boolean; readonly kept: boolean }
  /** The server does not want this page any more; `code` is one of CloseCode or 1009. */
  | { readonly status: 'ended'; readonly code: number; readonly unsaved: boolean; readonly kept: boolean };

export const isSameState = (a: RoomState, b: RoomState): boolean => JSON.stringify(a) === JSON.stringify(b);

const farewells: ReadonlySet<number> = new Set([CloseCode.noSession, CloseCode.notAllowed, CloseCode.noSuchRoom]);

/** Whether the server does not want this browser to know of the board any more: nothing that it keeps of it is its own. */
export const isFarewell = (code: number): boolean => farewells.has(code);

/** What a page knows of its connection and of what was made on it. */
export interface Standing {
  /** Code of a final close. */
  readonly endedWith: number | null;
  /** The server has sent all of the board on the connection of the moment. */
  readonly isSynced: boolean;
  readonly isSaved: boolean;
  readonly isUnsaved: boolean;
  readonly isKept: boolean;
  /** The last connection was closed because there was no place. */
  readonly isFull: boolean;
  /** A connection has ended since the page began, or began anew with a fresh replica. */
  readonly hasFailed: boolean;
  readonly isBlocked: boolean;
  /** What is being connected takes the place of a refused replica. */
  readonly isReplacing: boolean;
}

/** @returns null as long as nothing is known that would change the state. */
export function stateOf(standing: Standing): RoomState | null {
  const { endedWith, isUnsaved: unsaved, isKept: kept } = standing;
  if (endedWith !== null) return { status: 'ended', code: endedWith, unsaved, kept };
  if (standing.isSynced) return { status: 'live', saved: standing.isSaved };
  if (standing.isFull) return { status: 'full', unsaved, kept };
  if (standing.hasFailed) return { status: 'offline', unsaved, kept, blocked: standing.isBlocked };
  return standing.isReplacing ? { status: 'recovering' } : null;
}

/** How a board of two layers stands: nothing counts as saved that one of them has not saved. */
export function stateOfBoth(shared: RoomState, own: RoomState): RoomState {
  const hasUnsaved =
    own.status === 'live' ? !own.saved : own.status === 'recovering' || ('unsaved' in own && own.unsaved);
  const isKept = 'kept' in own && own.kept;
  if (shared.status === 'live') {
    if (own.status === 'live') return { status: 'live', saved: shared.saved && own.saved };
    if (own.status === 'connecting' || own.status === 'recovering') return { status: 'live', saved: false };
    if (!hasUnsaved) return shared;
    return { status: 'offline', unsaved: true, kept: isKept, blocked: false };
  }
  if (!('unsaved' in shared) || !hasUnsaved) return shared;
  return { ...shared, unsaved: true, kept: isKept && (shared.kept || !shared.unsaved) };
}
