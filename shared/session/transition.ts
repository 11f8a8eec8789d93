import { isEqualJson } from '../board/equal.ts';
import type { BoardId, RoundId } from '../protocol/ids.ts';
import type { Agenda } from './agenda.ts';
import type { Command } from './commands.ts';
import { dueAt, type Move } from './run.ts';
import type { Session } from './session.ts';
import { turnTimer } from './timer.ts';
import type { VotingMethod } from './voting.ts';

/** Commands that change the state itself; the others change who is in the workshop. */
export type SessionCommand =
  | Extract<
      Command,
      { type: 'door.set' | `workshop.${string}` | `private-writing.${string}` | 'voting.close' | `timer.${string}` }
    >
  | Extract<Command, { type: 'run.end' | 'phase.set' }>
  /** With the phases that the server has for the board. */
  | (Extract<Command, { type: 'run.start' }> & { readonly agenda: Agenda })
  /** What runs by now goes on with it. */
  | { readonly type: 'agenda.set'; readonly boardId: BoardId; readonly agenda: Agenda }
  /** Its id is the server's to make: what is stored of a round goes by it. */
  | (Extract<Command, { type: 'voting.open' }> & { readonly id: RoundId });

/** Between the command to reveal and the revealing: time to end a word, and for it to arrive over a slow network. */
export const revealAfterMs = 3_000;

export type Transition =
  /** The very same state when what was asked for is so already. */
  | { readonly status: 'next'; readonly session: Session }
  | { readonly status: 'refused'; readonly code: 'session-closed' | 'private-writing' | 'voting' | 'phase-gone' };

/**
 * What a command makes of the state.
 * @param nowMs milliseconds since 1970, the server's
 */
export function transition(session: Session, command: SessionCommand, nowMs: number): Transition {
  switch (command.type) {
    case 'door.set':
      return next(session, { door: command.door });
    case 'workshop.close':
      // Whoever closes decides since when nothing changed: the second one has come too late for that.
      if (session.closedAtMs !== null) return { status: 'refused', code: 'session-closed' };
      // It would be on no board that was agreed, and yet be there.
      if (session.privateWriting !== null) return { status: 'refused', code: 'private-writing' };
      if (session.voting !== null) return { status: 'refused', code: 'voting' };
      return next(session, { closedAtMs: nowMs, timer: null });
    case 'workshop.reopen':
      return next(session, { closedAtMs: null });
    case 'private-writing.start': {
      if (session.closedAtMs !== null) return { status: 'refused', code: 'session-closed' };
      // What was announced when people began to write stays true.
      if (session.privateWriting !== null) return { status: 'refused', code: 'private-writing' };
      const { boardId, isAnonymous } = command;
      const others = session.anonymousBoards.filter((id) => id !== boardId);
      return next(session, {
        privateWriting: { boardId, isAnonymous, sinceMs: nowMs, revealAtMs: null },
        anonymousBoards: isAnonymous ? [...others, boardId] : others,
        ...withMove(session, boardId, 'write'),
      });
    }
    case 'private-writing.reveal': {
      const { privateWriting } = session;
      // Done already, by another facilitator or by another click.
      if (privateWriting?.boardId !== command.boardId) return { status: 'next', session };
      const revealAtMs = privateWriting.revealAtMs ?? nowMs + revealAfterMs;
      return next(session, { privateWriting: { ...privateWriting, revealAtMs } });
    }
    case 'voting.open': {
      const { type: _, ...round } = command;
      if (session.closedAtMs !== null) return { status: 'refused', code: 'session-closed' };
      if (session.voting !== null) return { status: 'refused', code: 'voting' };
      return next(session, {
        voting: { ...round, openedAtMs: nowMs },
        ...withMove(session, round.boardId, moveOf(round.method)),
      });
    }
    case 'voting.close':
      return session.voting?.id === command.id ? next(session, { voting: null }) : { status: 'next', session };
    case 'timer.start':
      if (session.closedAtMs !== null) return { status: 'refused', code: 'session-closed' };
      return next(session, {
        timer: turnTimer(session.timer, command, nowMs),
        ...(session.run !== null && withMove(session, session.run.boardId, 'timer')),
      });
    case 'timer.pause':
    case 'timer.resume':
    case 'timer.add':
    case 'timer.stop':
      return next(session, { timer: turnTimer(session.timer, command, nowMs) });
    case 'run.start': {
      const { boardId, agenda, phaseId } = command;
      if (session.closedAtMs !== null) return { status: 'refused', code: 'session-closed' };
      if (!agenda.some(({ id }) => id === phaseId)) return { status: 'refused', code: 'phase-gone' };
      const dueAtMs = dueAt(agenda, phaseId, nowMs);
      return next(session, { run: { boardId, agenda, phaseId, dueAtMs, phaseSinceMs: nowMs, moves: [] }, timer: null });
    }
    case 'run.end':
      return session.run?.boardId === command.boardId
        ? next(session, { run: null, timer: null })
        : { status: 'next', session };
    case 'phase.set': {
      const { run } = session;
      if (run?.boardId !== command.boardId || !run.agenda.some(({ id }) => id === command.phaseId))
        return { status: 'refused', code: 'phase-gone' };
      // Two who lead press Next at once: everybody goes on by one.
      if (run.phaseId === command.phaseId) return { status: 'next', session };
      // The minutes that ran were those of the phase before.
      return next(session, { run: { ...run, phaseId: command.phaseId, phaseSinceMs: nowMs, moves: [] }, timer: null });
    }
    case 'agenda.set': {
      const { run } = session;
      const { boardId, agenda } = command;
      if (run?.boardId !== boardId) return { status: 'next', session };
      // Everybody is in it: it can be made another, and not taken away.
      if (!agenda.some(({ id }) => id === run.phaseId)) return { status: 'refused', code: 'phase-gone' };
      return next(session, { run: { ...run, agenda } });
    }
  }
}

/** What was begun in the phase that its board is in. */
function withMove({ run }: Session, boardId: BoardId, move: Move): Pick<Session, 'run'> {
  if (run?.boardId !== boardId || run.moves.includes(move)) return { run };
  return { run: { ...run, moves: [...run.moves, move] } };
}

function moveOf({ type }: VotingMethod): Move {
  switch (type) {
    case 'dots':
    case 'score':
      return 'dots';
    case 'fist':
      return 'fist';
  }
}

/** What was written privately is on the board. */
export const revealed = (session: Session): Session => next(session, { privateWriting: null }).session;

function next(session: Session, change: Partial<Session>): Extract<Transition, { status: 'next' }> {
  const changed = { ...session, ...change };
  const isSame = (Object.keys(change) as (keyof Session)[]).every((key) => isEqualJson(session[key], changed[key]));
  return { status: 'next', session: isSame ? session : { ...changed, seq: session.seq + 1 } };
}
