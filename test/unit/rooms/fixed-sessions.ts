import type { SessionView } from '../../../server/rooms/session-view.ts';
import { firstSession, type Session } from '../../../shared/session/session.ts';

/** What rooms are told of every workshop's session, in the hands of the test. */
export class FixedSessions implements SessionView {
  session: Session = firstSession;
  frozen = false;
  nowMs = (): number => 0;
  now = (): Session => this.session;
  isFrozen = (): boolean => this.frozen;
}
