import type { Role } from '../access/capabilities.ts';
import type { BoardId } from '../protocol/ids.ts';
import type { PutBackReason } from '../protocol/messages.ts';
import { boardOfSession } from './groups.ts';
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
  /** What is new to the board that everybody sees belongs into its writer's own layer. A page puts it there by itself. */
  readonly isNewPrivate: boolean;
}

export const noRules: Rules = { whole: null, isOwnOnly: false, places: new Set(), isNewPrivate: false };

type Moment = Pick<Session, 'locks' | 'run' | 'breakouts'>;

/**
 * What is locked on a board. A group's board is a copy of a frame, and what is locked in that on the main board is locked in the
 * copy too; a lock of the whole main board keeps people from that board alone, while they work in groups.
 */
export function locksOn({ locks, breakouts }: Omit<Moment, 'run'>, boardId: BoardId): readonly Lock[] {
  const main = boardOfSession(breakouts, boardId);
  return locks.filter((lock) => lock.boardId === boardId || (lock.boardId === main && lock.place !== null));
}

/** @param role of whoever makes a change */
export function rulesFor(role: Role, moment: Moment, boardId: BoardId): Rules {
  if (role === 'facilitator') return noRules;
  const { run, breakouts } = moment;
  const here = locksOn(moment, boardId);
  const allows = phaseOn(run, boardOfSession(breakouts, boardId))?.allows;
  if (here.length === 0 && (allows === undefined || allows === 'all')) return noRules;
  const isLocked = here.some(({ place }) => place === null);
  return {
    // Whoever locked the board meant it, whatever the phase allows.
    whole: isLocked ? 'board-locked' : allows === 'look' ? 'phase-look' : null,
    isOwnOnly: allows === 'own',
    places: new Set(here.flatMap(({ place }) => (place === null ? [] : [place]))),
    isNewPrivate: false,
  };
}

/** After the word to write privately what was made before it is still on its way. */
export const privateGraceMs = 3_000;

/**
 * The same for what comes to the document that everybody reads.
 * @param nowMs the server's clock, asked only where it matters; where that was put back since the word came, the time to
 * arrive is over
 */
export function rulesForShared(role: Role, moment: Session, boardId: BoardId, nowMs: () => number): Rules {
  const rules = rulesFor(role, moment, boardId);
  const { privateWriting } = moment;
  if (role === 'facilitator' || privateWriting?.boardId !== boardId) return rules;
  const sinceMs = nowMs() - privateWriting.sinceMs;
  return sinceMs >= 0 && sinceMs < privateGraceMs ? rules : { ...rules, isNewPrivate: true };
}
