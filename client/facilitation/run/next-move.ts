import { phaseFrame } from '../../../shared/method/guide/phase-words.ts';
import type { BoardId, RoundId } from '../../../shared/protocol/ids.ts';
import type { Phase, PhaseTool } from '../../../shared/session/agenda.ts';
import { isLocked, type LockPlace } from '../../../shared/session/locks.ts';
import type { Move } from '../../../shared/session/run.ts';
import type { Session } from '../../../shared/session/session.ts';

/** What whoever leads does next: the one thing that the big button offers. */
export type NextMove =
  | { readonly kind: 'write'; readonly isAnonymous: boolean; readonly minutes: number | null }
  | { readonly kind: 'reveal'; readonly isRevealing: boolean }
  | { readonly kind: 'timer'; readonly minutes: number }
  | { readonly kind: 'dots'; readonly dots: number }
  | { readonly kind: 'fist' }
  | { readonly kind: 'groups' }
  | { readonly kind: 'round' }
  /** To the frame of its template; null: to what whoever leads sees. */
  | { readonly kind: 'gather'; readonly frameId: string | null }
  | { readonly kind: 'lock'; readonly place: LockPlace }
  | { readonly kind: 'decide' }
  | { readonly kind: 'close-vote'; readonly roundId: RoundId }
  | { readonly kind: 'phase'; readonly phase: Phase }
  | { readonly kind: 'end' };

/**
 * First what is under way comes to its end, then what the phase has left to do in its order, then the next phase.
 * @param isDecided whether a decision was put down since the phase began
 * @returns null while no session runs on the board
 */
export function nextMove(session: Session, boardId: BoardId, isDecided: boolean): NextMove | null {
  const { run, privateWriting, voting } = session;
  if (run?.boardId !== boardId) return null;
  if (privateWriting?.boardId === boardId) return { kind: 'reveal', isRevealing: privateWriting.revealAtMs !== null };
  if (voting?.boardId === boardId) return { kind: 'close-vote', roundId: voting.id };
  const at = run.agenda.findIndex(({ id }) => id === run.phaseId);
  const tools = run.agenda[at]?.tools ?? [];
  const place = run.agenda[at]?.place ?? null;
  const isFollowed = session.spotlight?.boardId === boardId;
  for (const [index, read] of tools.entries()) {
    const done = { moves: run.moves, isDecided, isFollowed };
    const move = moveOf(read, tools.slice(0, index), tools[index + 1], place, done);
    if (move?.kind === 'write') return { ...move, isAnonymous: tools.some(({ tool }) => tool === 'ANON') };
    if (move !== null) return move;
  }
  // What is locked is what the rest of the phase came to.
  const lock = tools.find(({ tool }) => tool === 'LOCK');
  const locked = lock?.tool === 'LOCK' ? (lock.place ?? place) : null;
  if (lock !== undefined && !isLocked(session.locks, boardId, locked)) return { kind: 'lock', place: locked };
  const phase = run.agenda[at + 1];
  return phase === undefined ? { kind: 'end' } : { kind: 'phase', phase };
}

/** What the phase has behind it. */
interface Done {
  readonly moves: readonly Move[];
  readonly isDecided: boolean;
  /** Everybody looks where somebody leads them, since an earlier phase perhaps. */
  readonly isFollowed: boolean;
}

/** What a tool of a phase still asks for; null for what is done, and for what the group does by itself. */
function moveOf(
  read: PhaseTool,
  before: readonly PhaseTool[],
  after: PhaseTool | undefined,
  place: Phase['place'],
  { moves, isDecided, isFollowed }: Done,
): NextMove | null {
  switch (read.tool) {
    case 'PW':
      if (moves.includes('write')) return null;
      return { kind: 'write', isAnonymous: false, minutes: after?.tool === 'T' ? after.minutes : null };
    case 'T': {
      // That of writing goes with it.
      if (before.at(-1)?.tool === 'PW') return null;
      const begun = moves.filter((move) => move === 'timer').length;
      return begun > before.filter(({ tool }) => tool === 'T').length ? null : { kind: 'timer', minutes: read.minutes };
    }
    case 'V':
      return moves.includes('dots') ? null : { kind: 'dots', dots: read.dots };
    case 'F5':
      return moves.includes('fist') ? null : { kind: 'fist' };
    case 'BO':
      return moves.includes('groups') ? null : { kind: 'groups' };
    case 'DEC':
      return isDecided ? null : { kind: 'decide' };
    case 'RR':
      return moves.includes('round') ? null : { kind: 'round' };
    case 'FOL':
      return isFollowed || moves.includes('gather') ? null : { kind: 'gather', frameId: phaseFrame({ place }) };
    case 'REV':
    case 'CL':
    // The last of all, wherever it stands.
    case 'LOCK':
    case 'ANON':
      return null;
  }
}
