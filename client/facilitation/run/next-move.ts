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
  | { readonly kind: 'close-vote'; readonly roundId: RoundId }
  | { readonly kind: 'phase'; readonly phase: Phase }
  | { readonly kind: 'end' };

/**
 * First what is under way comes to its end, then what the phase has left to do in its order, then the next phase.
 * @returns null while no session runs on the board
 */
export function nextMove(session: Session, boardId: BoardId): NextMove | null {
  const { run, privateWriting, voting } = session;
  if (run?.boardId !== boardId) return null;
  if (privateWriting?.boardId === boardId) return { kind: 'reveal', isRevealing: privateWriting.revealAtMs !== null };
  if (voting?.boardId === boardId) return { kind: 'close-vote', roundId: voting.id };
  const at = run.agenda.findIndex(({ id }) => id === run.phaseId);
  const tools = run.agenda[at]?.tools ?? [];
  for (const [index, tool] of tools.entries()) {
    const move = moveOf(tool, tools, index, run.moves);
    if (move !== null) return move;
  }
  const phase = run.agenda[at + 1];
  return phase === undefined ? { kind: 'end' } : { kind: 'phase', phase };
}

function moveOf(read: PhaseTool, tools: readonly PhaseTool[], index: number, moves: readonly Move[]): NextMove | null {
  switch (read.tool) {
    case 'PW':
      if (moves.includes('write')) return null;
      return {
        kind: 'write',
        isAnonymous: tools.some(({ tool }) => tool === 'ANON'),
        minutes: minutesOfWriting(tools, index),
      };
    case 'T': {
      // That of writing goes with it.
      if (tools[index - 1]?.tool === 'PW') return null;
      const begun = moves.filter((move) => move === 'timer').length;
      const before = tools.slice(0, index).filter(({ tool }) => tool === 'T').length;
      return begun > before ? null : { kind: 'timer', minutes: read.minutes };
    }
    case 'V':
      return moves.includes('dots') ? null : { kind: 'dots', dots: read.dots };
    case 'F5':
      return moves.includes('fist') ? null : { kind: 'fist' };
    case 'REV':
    case 'RR':
    case 'CL':
    case 'LOCK':
    case 'FOL':
    case 'BO':
    case 'ANON':
    case 'DEC':
      return null;
  }
}

function minutesOfWriting(tools: readonly PhaseTool[], index: number): number | null {
  const next = tools[index + 1];
  return next?.tool === 'T' ? next.minutes : null;
}
