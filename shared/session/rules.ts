import type { Role } from '../access/capabilities.ts';
import type { BoardId } from '../protocol/ids.ts';
import type { PutBackReason } from '../protocol/messages.ts';
import { groupBoard } from './groups.ts';
import type { Lock } from './locks.ts';
import { phaseOn } from './run.ts';
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

type Moment = Pick<Session, 'locks' | 'run' | 'breakouts'>;

/**
 * What is locked on a board. A group's board is a copy of a frame, and what is locked in that on the main board is locked in the
 * copy too; a lock of the whole main board keeps people from that board alone, while they work in groups.
 */
export function locksOn({ locks, breakouts }: Omit<Moment, 'run'>, boardId: BoardId): readonly Lock[] {
  const main = groupBoard(breakouts, boardId)?.breakout.boardId;
  return locks.filter((lock) => lock.boardId === boardId || (lock.boardId === main && lock.place !== null));
}

/** @param role of whoever makes a change */
export function rulesFor(role: Role, moment: Moment, boardId: BoardId): Rules {
  if (role === 'facilitator') return noRules;
  const { run, breakouts } = moment;
  const here = locksOn(moment, boardId);
  const allows = phaseOn(run, groupBoard(breakouts, boardId)?.breakout.boardId ?? boardId)?.allows;
  if (here.length === 0 && (allows === undefined || allows === 'all')) return noRules;
  const isLocked = here.some(({ place }) => place === null);
  return {
    // Whoever locked the board meant it, whatever the phase allows.
    whole: isLocked ? 'board-locked' : allows === 'look' ? 'phase-look' : null,
    isOwnOnly: allows === 'own',
    places: new Set(here.flatMap(({ place }) => (place === null ? [] : [place]))),
  };
}
