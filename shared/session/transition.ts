import { isEqualJson } from '../board/equal.ts';
import type { BoardId, OrganisationId, ParticipantId, RoundId } from '../protocol/ids.ts';
import { lockLimits } from '../protocol/limits.ts';
import type { Agenda } from './agenda.ts';
import { breakoutLimits } from './breakouts.ts';
import type { Command } from './commands.ts';
import {
  beginRound,
  type FloorCommand,
  type RoundCommand,
  turnFloor,
  withMergedOrganisation,
  withoutPerson,
  withoutRound,
} from './floor.ts';
import {
  type BreakoutCommand,
  currentBreakout,
  groupBoard,
  isBringing,
  turnBreakouts,
  withoutBoardOf,
  withoutMember,
} from './groups.ts';
import { type Lock, withLock } from './locks.ts';
import { dueAt, type Move, movesMax } from './run.ts';
import type { Session } from './session.ts';
import { restarted, turnTimer } from './timer.ts';
import type { VotingMethod } from './voting.ts';

/** Commands that change the state itself; the others change who is in the workshop. */
export type SessionCommand =
  | Extract<
      Command,
      { type: 'door.set' | `workshop.${string}` | `private-writing.${string}` | 'voting.close' | `timer.${string}` }
    >
  | Extract<Command, { type: 'run.end' | 'phase.set' | 'lock.set' | 'spotlight.stop' | 'round.end' }>
  /** From whom it is. */
  | (Extract<Command, { type: 'spotlight.start' | 'spotlight.frame' | 'gather' }> & {
      readonly participantId: ParticipantId;
    })
  | FloorCommand
  | RoundCommand
  | BreakoutCommand
  /** With the phases that the server has for the board. */
  | (Extract<Command, { type: 'run.start' }> & { readonly agenda: Agenda })
  /** What runs by now goes on with it. */
  | { readonly type: 'agenda.set'; readonly boardId: BoardId; readonly agenda: Agenda }
  /** Its id is the server's to make: what is stored of a round goes by it. */
  | (Extract<Command, { type: 'voting.open' }> & { readonly id: RoundId });

/**
 * Between the command to reveal, or to bring groups together, and the doing: time to end a word, and for it to arrive over a slow
 * network.
 */
export const revealAfterMs = 3_000;

export type Transition =
  /** The very same state when what was asked for is so already. */
  | { readonly status: 'next'; readonly session: Session }
  | {
      readonly status: 'refused';
      readonly code:
        | 'session-closed'
        | 'private-writing'
        | 'voting'
        | 'phase-gone'
        | 'locks-full'
        | 'breakouts'
        | 'bringing';
    };

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
      if (session.breakouts.some(({ bringing }) => bringing !== null)) return { status: 'refused', code: 'bringing' };
      return next(session, { closedAtMs: nowMs, timer: null, spotlight: null });
    case 'workshop.reopen':
      return next(session, { closedAtMs: null });
    case 'private-writing.start': {
      if (session.closedAtMs !== null) return { status: 'refused', code: 'session-closed' };
      // What was announced when people began to write stays true.
      if (session.privateWriting !== null) return { status: 'refused', code: 'private-writing' };
      const { boardId, isAnonymous, timerMs } = command;
      // What would be private is not brought.
      if (isBringing(session.breakouts, boardId)) return { status: 'refused', code: 'bringing' };
      const timed = timerMs === undefined ? session : withTimer(session, timerMs, nowMs);
      const { anonymousBoards, onceAnonymousBoards } = session;
      const others = anonymousBoards.filter((id) => id !== boardId);
      return next(session, {
        privateWriting: { boardId, isAnonymous, sinceMs: nowMs, revealAtMs: null },
        anonymousBoards: isAnonymous ? [...others, boardId] : others,
        onceAnonymousBoards: [...new Set([...onceAnonymousBoards, ...anonymousBoards])],
        timer: timed.timer,
        ...withMove(timed, boardId, 'write'),
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
    case 'timer.start': {
      if (session.closedAtMs !== null) return { status: 'refused', code: 'session-closed' };
      const { timer, run } = withTimer(session, command.lengthMs, nowMs);
      return next(session, { timer, run });
    }
    case 'timer.pause':
    case 'timer.resume':
    case 'timer.add':
    case 'timer.stop':
      return next(session, { timer: turnTimer(session.timer, command, nowMs) });
    case 'run.start': {
      const { boardId, agenda, phaseId } = command;
      if (session.closedAtMs !== null) return { status: 'refused', code: 'session-closed' };
      // Somebody else who leads was faster, and the group has gone on since.
      if (session.run?.boardId === boardId) return { status: 'next', session };
      if (!agenda.some(({ id }) => id === phaseId)) return { status: 'refused', code: 'phase-gone' };
      const dueAtMs = dueAt(agenda, phaseId, nowMs);
      const at = { startedAtMs: nowMs, phaseSinceMs: nowMs };
      const run = { boardId, agenda, phaseId, dueAtMs, ...at, moves: [] };
      return next(session, { run, timer: null, floor: withoutRound(session.floor) });
    }
    case 'run.end':
      return session.run?.boardId === command.boardId
        ? next(session, { run: null, timer: null, floor: withoutRound(session.floor) })
        : { status: 'next', session };
    case 'phase.set': {
      const { run } = session;
      if (run?.boardId !== command.boardId || !run.agenda.some(({ id }) => id === command.phaseId))
        return { status: 'refused', code: 'phase-gone' };
      // Two who lead press Next at once: everybody goes on by one.
      if (run.phaseId === command.phaseId) return { status: 'next', session };
      // The minutes that ran, and the round, were those of the phase before.
      return next(session, {
        run: { ...run, phaseId: command.phaseId, phaseSinceMs: nowMs, moves: [] },
        timer: null,
        floor: withoutRound(session.floor),
      });
    }
    case 'lock.set': {
      const locks = withLock(session.locks, command);
      const isTooMany = command.isLocked && countedLocks(session, locks) > lockLimits.locksMax;
      return isTooMany ? { status: 'refused', code: 'locks-full' } : next(session, { locks });
    }
    case 'spotlight.start': {
      const { boardId, participantId } = command;
      const { spotlight } = session;
      // Nobody tells where they look then.
      if (session.closedAtMs !== null) return { status: 'refused', code: 'session-closed' };
      if (spotlight?.boardId === boardId && spotlight.participantId === participantId)
        return { status: 'next', session };
      return next(session, {
        spotlight: { boardId, participantId, sinceMs: nowMs, frame: null },
        ...withMove(session, boardId, 'gather'),
      });
    }
    case 'spotlight.frame': {
      const { boardId, participantId, frame } = command;
      const { spotlight } = session;
      // It is over, somebody else's by now, or nobody is told where anybody looks.
      const isTheirs = spotlight?.boardId === boardId && spotlight.participantId === participantId;
      if (!isTheirs || session.privateWriting?.boardId === boardId) return { status: 'next', session };
      return next(session, { spotlight: { ...spotlight, frame } });
    }
    case 'spotlight.stop':
      return next(session, { spotlight: null });
    case 'gather': {
      const { boardId, participantId, view, frame = null } = command;
      return next(session, {
        gathering: { boardId, participantId, view, frame, atMs: nowMs },
        ...withMove(session, boardId, 'gather'),
      });
    }
    case 'hand.raise':
    case 'hand.lower':
    case 'floor.give':
    case 'floor.end':
    case 'floor.dismiss':
    case 'round.leave-out':
      return next(session, { floor: turnFloor(session.floor, command, nowMs) });
    case 'round.end':
      return next(session, { floor: withoutRound(session.floor) });
    case 'round.begin':
      // Two who lead begin it at once: it is one, and whoever has spoken in it does not come again.
      if (session.floor.round.length > 0) return { status: 'next', session };
      return next(session, {
        floor: beginRound(session.floor, command, nowMs),
        ...withMove(session, command.boardId, 'round'),
      });
    case 'breakouts.start':
      if (session.closedAtMs !== null) return { status: 'refused', code: 'session-closed' };
      // What is private is in no copy, and would come to the board while the groups are elsewhere.
      if (session.privateWriting !== null) return { status: 'refused', code: 'private-writing' };
      if (currentBreakout(session.breakouts) !== null || session.breakouts.length >= breakoutLimits.roundsMax)
        return { status: 'refused', code: 'breakouts' };
      return next(session, {
        breakouts: turnBreakouts(session.breakouts, command, nowMs),
        ...withMove(session, command.boardId, 'groups'),
      });
    case 'breakouts.join':
    case 'breakouts.bring':
    case 'breakouts.brought':
      return next(session, { breakouts: turnBreakouts(session.breakouts, command, nowMs) });
    case 'breakouts.end':
      return next(session, {
        breakouts: turnBreakouts(session.breakouts, command, nowMs),
        locks: locksOfGroups(session, command.id, true),
      });
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

/** What was begun in the phase that its board is in. Timers are counted, a phase may have several. */
function withMove(session: Session, boardId: BoardId, move: Move): Pick<Session, 'run'> {
  const { run } = session;
  if (run?.boardId !== boardId || run.moves.length === movesMax) return { run };
  if (move !== 'timer' && run.moves.includes(move)) return { run };
  return { run: { ...run, moves: [...run.moves, move] } };
}

/** Nobody writes on boards whose content has gone on to another, until a facilitator unlocks one. */
function locksOfGroups({ breakouts, locks }: Session, id: RoundId, isLocked: boolean): Lock[] {
  const atWork = breakouts.find((breakout) => breakout.id === id && breakout.endedAtMs === null);
  const boards = atWork?.groups.map(({ boardId }) => boardId) ?? [];
  return boards.reduce((all, boardId) => withLock(all, { boardId, place: null, isLocked }), [...locks]);
}

/** All but those of whole boards of groups, which come by themselves. */
const countedLocks = ({ breakouts }: Session, locks: readonly Lock[]): number =>
  locks.filter(({ boardId, place }) => place !== null || groupBoard(breakouts, boardId) === null).length;

function withTimer(session: Session, lengthMs: number, nowMs: number): Session {
  const timer = turnTimer(session.timer, { type: 'timer.start', lengthMs }, nowMs);
  if (session.run === null) return { ...session, timer };
  return { ...session, timer, ...withMove(session, session.run.boardId, 'timer') };
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

/** Before what groups wrote is brought for the last time; open again where it could not come. */
export const withGroupsLocked = (session: Session, id: RoundId, isLocked: boolean): Session =>
  next(session, { locks: locksOfGroups(session, id, isLocked) }).session;

/** What was written privately is on the board. */
export const revealed = (session: Session): Session => next(session, { privateWriting: null }).session;

/** The server's clock was put back while no server ran: no more is left than the timer was set for. */
export const withTimerPutRight = (session: Session, nowMs: number): Session =>
  next(session, { timer: restarted(session.timer, nowMs) }).session;

/** It is in the bin: nothing goes on there, and nobody is called to it. */
export const withoutBoard = (session: Session, boardId: BoardId, nowMs: number): Session =>
  next(session, {
    breakouts: withoutBoardOf(session.breakouts, boardId, nowMs),
    ...(session.run?.boardId === boardId && { run: null, timer: null, floor: withoutRound(session.floor) }),
    ...(session.spotlight?.boardId === boardId && { spotlight: null }),
    ...(session.gathering?.boardId === boardId && { gathering: null }),
    locks: session.locks.filter((lock) => lock.boardId !== boardId),
  }).session;

/** They were sent out. */
export const withoutParticipant = (session: Session, id: ParticipantId): Session =>
  next(session, {
    floor: withoutPerson(session.floor, id),
    breakouts: session.breakouts.map((breakout) => withoutMember(breakout, id)),
    ...(session.spotlight?.participantId === id && { spotlight: null }),
  }).session;

export const organisationMerged = (session: Session, from: OrganisationId, into: OrganisationId): Session =>
  next(session, { floor: withMergedOrganisation(session.floor, from, into) }).session;

function next(session: Session, change: Partial<Session>): Extract<Transition, { status: 'next' }> {
  const changed = { ...session, ...change };
  const isSame = (Object.keys(change) as (keyof Session)[]).every((key) => isEqualJson(session[key], changed[key]));
  return { status: 'next', session: isSame ? session : { ...changed, seq: session.seq + 1 } };
}
