import type { BoardId, RoundId } from '../../../shared/protocol/ids.ts';
import type { Phase, PhaseTool } from '../../../shared/session/agenda.ts';
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
  for (const [index, read] of tools.entries()) {
    const move = moveOf(read, tools.slice(0, index), tools[index + 1], { moves: run.moves, isDecided });
    if (move?.kind === 'write') return { ...move, isAnonymous: tools.some(({ tool }) => tool === 'ANON') };
    if (move !== null) return move;
  }
  const phase = run.agenda[at + 1];
  return phase === undefined ? { kind: 'end' } : { kind: 'phase', phase };
}

/** What the phase has behind it. */
interface Done {
  readonly moves: readonly Move[];
  readonly isDecided: boolean;
}

/** What a tool of a phase still asks for; null for what is done, and for what the group does by itself. */
function moveOf(
  read: PhaseTool,
  before: readonly PhaseTool[],
  after: PhaseTool | undefined,
  { moves, isDecided }: Done,
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
    case 'REV':
    case 'RR':
    case 'CL':
    case 'LOCK':
    case 'FOL':
    case 'ANON':
      return null;
  }
}
