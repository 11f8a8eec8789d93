import { nanoid } from 'nanoid';
import type { ProblemCode } from '../../shared/api/problem.ts';
import { type BoardId, CommandId, type ParticipantId, type WorkshopId } from '../../shared/protocol/ids.ts';
import type { Breakout } from '../../shared/session/breakouts.ts';
import type { PrivateWriting, Session } from '../../shared/session/session.ts';
import { isWithinLength } from '../../shared/session/timer.ts';
import {
  revealAfterMs,
  revealed,
  transition,
  withGroupsLocked,
  withTimerPutRight,
} from '../../shared/session/transition.ts';
import type { Log } from '../observe/log.ts';
import type { SessionView } from '../rooms/session-view.ts';
import { Turns } from '../rooms/turns.ts';
import type { NewBoards, SessionStates } from '../storage/session-states.ts';
import type { SteadyClock } from './steady-clock.ts';

/** How long after closing what was written before it is still taken: the way of a slow network. */
export const graceMs = 3_000;

/** A timer that is over, and phases that went on, are of no interest any more after so long. */
const forgottenMs = 12 * 60 * 60_000;

/** How long after something that failed it is tried again. */
const againMs = 2_000;

export interface SessionsOptions {
  readonly store: SessionStates;
  /** Put right by the sessions, whenever nothing in them goes by it. */
  readonly clock: SteadyClock;
  readonly log: Log;
  /** A state is durable; called in the turn from which on it counts. */
  readonly onChange: (workshopId: WorkshopId, session: Session) => void;
  /** The grace after closing is over: boards are what they stay. */
  readonly onFrozen: (workshopId: WorkshopId) => void;
  /**
   * It is time that everybody sees what was written privately. Resolves when all of it is on the board; done again it comes
   * to the same.
   * @throws StorageError when storage is out of reach; it is tried again.
   */
  readonly reveal: (workshopId: WorkshopId, writing: PrivateWriting) => Promise<void>;
  /**
   * It is time that what groups wrote comes to their main board. Done again it comes to the same.
   * @returns whether all of it is there but what is on boards that cannot be read; where there is no room for it, or the main
   * board is damaged, none is.
   * @throws StorageError when storage is out of reach; it is tried again.
   */
  readonly bring: (
    breakout: Breakout,
    by: ParticipantId,
  ) => Promise<{ readonly isThere: boolean; readonly unread: readonly BoardId[] }>;
}

/** What a command came to. */
export type Outcome =
  /** With boards that come to the workshop in the same moment. */
  | { readonly status: 'next'; readonly session: Session; readonly boards?: NewBoards }
  | { readonly status: 'refused'; readonly code: ProblemCode; readonly path?: string };

export type Refusal = Extract<Outcome, { status: 'refused' }>;

/** @param path of what does not fit in the command */
export const refused = (code: ProblemCode, path?: string): Refusal => ({
  status: 'refused',
  code,
  ...(path !== undefined && { path }),
});

interface Known {
  session: Session;
  /** Between closing and the end of the grace. */
  cancelGrace: (() => void) | null;
  /** Between a command and the moment that it announced: what ends the waiting for each, by its key. */
  readonly awaited: Map<Due['key'], () => void>;
}

/** Something that was announced, and that the server does by itself when its moment has come. */
interface Due {
  readonly atMs: number;
  /** The same as long as the same thing is due. */
  readonly key: string;
  /** @returns what it makes of the state. */
  readonly act: () => Promise<(session: Session) => Session>;
}

/**
 * The live session of every workshop that was asked for. States are loaded once, changed by one command after the other,
 * and known here only once they are stored. Another node may write too: then its state is read and the command given to that.
 */
export class Sessions implements SessionView {
  readonly #options: SessionsOptions;
  readonly #known = new Map<WorkshopId, Known>();
  readonly #turns = new Turns<WorkshopId>();
  #isStopped = false;

  constructor(options: SessionsOptions) {
    this.#options = options;
  }

  /** What everything in a session goes by: pages are told it with the session. */
  nowMs(): number {
    const { clock } = this.#options;
    if (![...this.#known.values()].some((known) => isTimed(known, clock.nowMs()))) clock.putRight();
    return clock.nowMs();
  }

  /** @throws StorageError when storage is out of reach. */
  async read(workshopId: WorkshopId): Promise<Session> {
    const known = this.#known.get(workshopId);
    if (known !== undefined) return known.session;
    const stored = await this.#options.store.readSession(workshopId);
    // What came while it was read is newer.
    return this.#take(workshopId, stored);
  }

  now(workshopId: WorkshopId): Session {
    const known = this.#known.get(workshopId);
    if (known === undefined) throw new Error('a session that was not loaded');
    return known.session;
  }

  isFrozen(workshopId: WorkshopId): boolean {
    return this.now(workshopId).closedAtMs !== null && this.#known.get(workshopId)?.cancelGrace === null;
  }

  /**
   * Carries a command out once, however often it is sent: a repeated one changes nothing.
   * @param work what it makes of the state. Called again where another node was faster, so what it does beside has to
   * come to the same when it is done twice.
   * @returns the state as it is then.
   * @throws StorageError when storage is out of reach; then it may be sent again.
   */
  carryOut(
    workshopId: WorkshopId,
    commandId: CommandId,
    work: (session: Session) => Outcome | Promise<Outcome>,
  ): Promise<Outcome> {
    return this.#turns.take(workshopId, () => this.#carryOut(workshopId, commandId, work));
  }

  /** Nothing happens by itself any more. */
  stop(): void {
    this.#isStopped = true;
    for (const known of this.#known.values()) {
      known.cancelGrace?.();
      for (const cancel of known.awaited.values()) cancel();
    }
  }

  async #carryOut(
    workshopId: WorkshopId,
    commandId: CommandId,
    work: (session: Session) => Outcome | Promise<Outcome>,
  ): Promise<Outcome> {
    const { store, log } = this.#options;
    for (let session = await this.read(workshopId); ; ) {
      if (await store.hasCommand(workshopId, commandId)) return { status: 'next', session };
      const outcome = await work(session);
      if (outcome.status === 'refused') return outcome;
      const { session: after, boards } = outcome;
      switch (await store.saveSession({ workshopId, before: session.seq, session: after, commandId, boards })) {
        case 'saved':
          return { status: 'next', session: this.#take(workshopId, outcome.session) };
        case 'repeated':
        case 'outdated':
          log.info({ workshopId }, 'session.outdated');
          session = this.#take(workshopId, await store.readSession(workshopId));
      }
    }
  }

  /** @returns the newest state that is known. */
  #take(workshopId: WorkshopId, session: Session): Session {
    const known = this.#known.get(workshopId);
    if (known === undefined) {
      // Closed before this process knew of it: whoever wrote then has had a connection to another.
      const fresh: Known = { session, cancelGrace: null, awaited: new Map() };
      this.#known.set(workshopId, fresh);
      this.#awaitDues(workshopId, fresh);
      return session;
    }
    if (session.seq <= known.session.seq) return known.session;
    const wasClosed = known.session.closedAtMs !== null;
    known.session = session;
    if (session.closedAtMs === null) this.#endGrace(known);
    else if (!wasClosed) this.#beginGrace(workshopId, known);
    this.#awaitDues(workshopId, known);
    this.#options.onChange(workshopId, session);
    return session;
  }

  /** Also for a time that has passed while no server ran. */
  #awaitDues(workshopId: WorkshopId, known: Known): void {
    const { clock } = this.#options;
    for (const due of this.#duesOf(workshopId, known.session)) {
      if (known.awaited.has(due.key)) continue;
      // Nothing is announced further ahead: where it seems to be, the clock was put back while no server ran.
      const delayMs = Math.min(revealAfterMs, Math.max(0, due.atMs - clock.nowMs()));
      const cancel = clock.after(delayMs, () => void this.#do(workshopId, known, due));
      known.awaited.set(due.key, cancel);
    }
  }

  /** Each waits for itself: one that storage does not let through holds up no other. */
  #duesOf(workshopId: WorkshopId, { privateWriting, breakouts, timer }: Session): readonly Due[] {
    const { clock, reveal } = this.#options;
    const dues: Due[] = [];
    if (privateWriting !== null && privateWriting.revealAtMs !== null) {
      const { revealAtMs, sinceMs } = privateWriting;
      const act = async () => {
        await reveal(workshopId, privateWriting);
        return revealed;
      };
      dues.push({ atMs: revealAtMs, key: `private-writing.reveal ${sinceMs}`, act });
    }
    for (const breakout of breakouts) {
      const { id, bringing } = breakout;
      if (bringing === null) continue;
      const key = `breakouts.bring ${id} ${bringing.atMs}`;
      dues.push({ atMs: bringing.atMs, key, act: () => this.#bring(workshopId, key, breakout, bringing.by) });
    }
    const nowMs = clock.nowMs();
    if (timer !== null && !isWithinLength(timer, nowMs)) {
      const act = async () => (session: Session) => withTimerPutRight(session, clock.nowMs());
      dues.push({ atMs: nowMs, key: `timer.put-right ${JSON.stringify(timer)}`, act });
    }
    return dues;
  }

  #isDue(workshopId: WorkshopId, session: Session, key: Due['key']): boolean {
    return this.#duesOf(workshopId, session).some((due) => due.key === key);
  }

  /**
   * Where it is the last time the groups' boards are locked before anything of them is read: what is written later goes back to
   * its writer, and nothing is on a closed board alone.
   */
  async #bring(workshopId: WorkshopId, key: Due['key'], breakout: Breakout, by: ParticipantId) {
    const { id } = breakout;
    const isLast = ({ breakouts }: Session) => breakouts.find((one) => one.id === id)?.bringing?.isLast === true;
    let isLocked = false;
    await this.carryOut(workshopId, CommandId.parse(nanoid()), (session) => {
      isLocked = isLast(session) && this.#isDue(workshopId, session, key);
      return { status: 'next', session: isLocked ? withGroupsLocked(session, id, true) : session };
    });
    const { isThere, unread } = await this.#options.bring(breakout, by);
    return (session: Session): Session => {
      // Asked for meanwhile: what was written since then is brought too.
      if (isThere && isLast(session) && !isLocked) return session;
      const open = isThere || !isLocked ? session : withGroupsLocked(session, id, false);
      const type = isThere && isLocked ? 'breakouts.end' : 'breakouts.brought';
      const made = transition(open, { type, id, unread }, this.#options.clock.nowMs());
      return made.status === 'next' ? { ...made.session, seq: session.seq + 1 } : session;
    };
  }

  async #do(workshopId: WorkshopId, known: Known, due: Due): Promise<void> {
    const { clock, log } = this.#options;
    const isDue = (session: Session) => this.#isDue(workshopId, session, due.key);
    try {
      // It may be over by whatever way.
      if (isDue(known.session)) {
        const after = await due.act();
        const commandId = CommandId.parse(nanoid());
        await this.carryOut(workshopId, commandId, (session) => ({
          status: 'next',
          // It may be done by now where another node was faster.
          session: isDue(session) ? after(session) : session,
        }));
      }
      known.awaited.delete(due.key);
      this.#awaitDues(workshopId, known);
    } catch (error) {
      log.error({ workshopId, due: due.key, err: error }, 'session.not-done');
      if (this.#isStopped) return;
      known.awaited.set(
        due.key,
        clock.after(againMs, () => void this.#do(workshopId, known, due)),
      );
    }
  }

  #beginGrace(workshopId: WorkshopId, known: Known): void {
    const { clock, onFrozen } = this.#options;
    known.cancelGrace = clock.after(graceMs, () => {
      known.cancelGrace = null;
      onFrozen(workshopId);
    });
  }

  #endGrace(known: Known): void {
    known.cancelGrace?.();
    known.cancelGrace = null;
  }
}

/** Whether something runs in a session that would be spoilt by a clock that jumps. */
function isTimed({ session, awaited }: Known, nowMs: number): boolean {
  const { timer, run } = session;
  const isRunning = timer?.status === 'running' && timer.endsAtMs > nowMs - forgottenMs;
  return awaited.size > 0 || isRunning || (run !== null && run.phaseSinceMs > nowMs - forgottenMs);
}
