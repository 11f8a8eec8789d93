import type { WorkshopId } from '../../shared/protocol/ids.ts';
import type { Session } from '../../shared/session/session.ts';

/** What rooms know of the sessions of workshops. */
export interface SessionView {
  /** The state of this moment. Whoever takes a seat has had it loaded. */
  now(workshopId: WorkshopId): Session;
  /** By the clock that everything in a session goes by. */
  nowMs(): number;
  /** Whether a session is closed and what was on its way then has had its time to arrive: nobody changes a board now. */
  isFrozen(workshopId: WorkshopId): boolean;
}
