import { isEqualJson } from '../board/equal.ts';
import type { RoundId } from '../protocol/ids.ts';
import type { Command } from './commands.ts';
import type { Session } from './session.ts';

/** Commands that change the state itself; the others change who is in the workshop. */
export type SessionCommand =
  | Extract<Command, { type: 'door.set' | `workshop.${string}` | `private-writing.${string}` | 'voting.close' }>
  /** Its id is the server's to make: what is stored of a round goes by it. */
  | (Extract<Command, { type: 'voting.open' }> & { readonly id: RoundId });

/** Between the command to reveal and the revealing: time to end a word, and for it to arrive over a slow network. */
export const revealAfterMs = 3_000;

export type Transition =
  /** The very same state when what was asked for is so already. */
  | { readonly status: 'next'; readonly session: Session }
  | { readonly status: 'refused'; readonly code: 'session-closed' | 'private-writing' | 'voting' };

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
      return next(session, { closedAtMs: nowMs });
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
      return next(session, { voting: { ...round, openedAtMs: nowMs } });
    }
    case 'voting.close':
      return session.voting?.id === command.id ? next(session, { voting: null }) : { status: 'next', session };
  }
}

/** What was written privately is on the board. */
export const revealed = (session: Session): Session => next(session, { privateWriting: null }).session;

function next(session: Session, change: Partial<Session>): Extract<Transition, { status: 'next' }> {
  const changed = { ...session, ...change };
  const isSame = (Object.keys(change) as (keyof Session)[]).every((key) => isEqualJson(session[key], changed[key]));
  return { status: 'next', session: isSame ? session : { ...changed, seq: session.seq + 1 } };
}
