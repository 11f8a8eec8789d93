import type { Command } from './commands.ts';
import type { Session } from './session.ts';

/** Commands that change the state itself; the others change who is in the workshop. */
export type SessionCommand = Extract<Command, { type: 'door.set' | 'workshop.close' | 'workshop.reopen' }>;

export type Transition =
  /** The very same state when what was asked for is so already. */
  | { readonly status: 'next'; readonly session: Session }
  | { readonly status: 'refused'; readonly code: 'session-closed' };

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
      return next(session, { closedAtMs: nowMs });
    case 'workshop.reopen':
      return next(session, { closedAtMs: null });
  }
}

function next(session: Session, change: Partial<Session>): Transition {
  const changed = { ...session, ...change };
  const isSame = (Object.keys(change) as (keyof Session)[]).every((key) => session[key] === changed[key]);
  return { status: 'next', session: isSame ? session : { ...changed, seq: session.seq + 1 } };
}
