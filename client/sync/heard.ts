import type {
  LiveMessage,
  Notice,
  PrivateCounts,
  Reacted,
  RosterEntry,
  Voters,
} from '../../shared/protocol/messages.ts';
import type { Session } from '../../shared/session/session.ts';
import type { Guest } from '../../shared/session/waiting.ts';
import { type Observable, variable } from './observable.ts';

/** What a board's server says beside the document. */
export interface Heard {
  /** As the server last told it. */
  readonly roster: Observable<readonly RosterEntry[]>;
  /** The newest that the server told of the workshop's session; null until it has told. */
  readonly session: Observable<Session | null>;
  /** How much is written privately so far, by organisation. */
  readonly privateCounts: Observable<PrivateCounts>;
  /** Who waits to be let in, told to those who lead. */
  readonly guests: Observable<readonly Guest[]>;
  /** How many have voted, in the round that it names; null until somebody has while this page was there. */
  readonly voters: Observable<Voters | null>;
  /** @returns stops listening. */
  onNotice(listener: (notice: Notice) => void): () => void;
  /** @returns stops listening. */
  onReaction(listener: (reacted: Reacted) => void): () => void;
  /** Called when something was said or settled beside the board. @returns stops listening. */
  onCommentsChanged(listener: () => void): () => void;
}

export interface OwnHeard extends Heard {
  hear(message: Exclude<LiveMessage, { type: 'ack' }>): void;
  /** Of what is private and of who waits the server tells anew on the next connection, where there is anything. */
  forgetCounts(): void;
}

/** @param onClosed called each time that the session is told to be closed */
export function createHeard(onClosed: () => void): OwnHeard {
  const roster = variable<readonly RosterEntry[]>([]);
  const session = variable<Session | null>(null);
  const privateCounts = variable<PrivateCounts>({ counts: [], own: 0 });
  const guests = variable<readonly Guest[]>([]);
  const voters = variable<Voters | null>(null);
  const noticeListeners = new Set<(notice: Notice) => void>();
  const reactionListeners = new Set<(reacted: Reacted) => void>();
  const commentsListeners = new Set<() => void>();
  const hearSession = (told: Session): void => {
    const known = session.get();
    if (known !== null && told.seq <= known.seq) return;
    session.set(told);
    if (told.closedAtMs !== null) onClosed();
  };
  return {
    roster,
    session,
    privateCounts,
    guests,
    voters,
    onNotice: (listener) => {
      noticeListeners.add(listener);
      return () => noticeListeners.delete(listener);
    },
    onReaction: (listener) => {
      reactionListeners.add(listener);
      return () => reactionListeners.delete(listener);
    },
    onCommentsChanged: (listener) => {
      commentsListeners.add(listener);
      return () => commentsListeners.delete(listener);
    },
    forgetCounts: () => {
      privateCounts.set({ counts: [], own: 0 });
      guests.set([]);
    },
    hear: (message) => {
      switch (message.type) {
        case 'roster':
          roster.set(message.roster.entries);
          break;
        case 'notice':
          for (const listener of [...noticeListeners]) listener(message.notice);
          break;
        case 'session':
          hearSession(message.session);
          break;
        case 'reaction':
          for (const listener of [...reactionListeners]) listener(message.reacted);
          break;
        case 'comments':
          for (const listener of [...commentsListeners]) listener();
          break;
        case 'private-counts':
          privateCounts.set(message.counts);
          break;
        case 'guests':
          guests.set(message.guests.guests);
          break;
        case 'voters':
          voters.set(message.voters);
      }
    },
  };
}
