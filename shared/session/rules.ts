import type { Role } from '../access/capabilities.ts';
import type { BoardId } from '../protocol/ids.ts';
import type { PutBackReason } from '../protocol/messages.ts';
import type { Session } from './session.ts';

/** What participants may change on a board just now. Facilitators may always, viewers never. */
export interface Rules {
  /** Why nothing may be changed at all; null: something may. */
  readonly whole: Extract<PutBackReason, 'board-locked' | 'phase-look'> | null;
  /** Of what is there only one's own; new things may be added. */
  readonly isOwnOnly: boolean;
  /** Frames and zones in which nothing may be changed, as locks name them. */
  readonly places: ReadonlySet<string>;
}

export const noRules: Rules = { whole: null, isOwnOnly: false, places: new Set() };

/** @param role of whoever makes a change */
export function rulesFor(role: Role, { locks, run }: Pick<Session, 'locks' | 'run'>, boardId: BoardId): Rules {
  if (role === 'facilitator') return noRules;
  const here = locks.filter((lock) => lock.boardId === boardId);
  const allows = run?.boardId === boardId ? run.agenda.find(({ id }) => id === run.phaseId)?.allows : undefined;
  if (here.length === 0 && (allows === undefined || allows === 'all')) return noRules;
  const isLocked = here.some(({ place }) => place === null);
  return {
    // Whoever locked the board meant it, whatever the phase allows.
    whole: isLocked ? 'board-locked' : allows === 'look' ? 'phase-look' : null,
    isOwnOnly: allows === 'own',
    places: new Set(here.flatMap(({ place }) => (place === null ? [] : [place]))),
  };
}
