import { nanoid } from 'nanoid';
import { RoundId } from '../../shared/protocol/ids.ts';
import type { Command } from '../../shared/session/commands.ts';
import type { Session } from '../../shared/session/session.ts';
import { revealAfterMs, transition } from '../../shared/session/transition.ts';
import type { Visitor } from '../access/visitor.ts';
import { encodeInTurns } from '../files/land.ts';
import { hasRoomFor, makeGroupBoards } from '../session/breakouts/breakouts.ts';
import { type Outcome, refused } from '../session/sessions.ts';
import type { StoredBoard } from '../storage/workshop-store.ts';
import type { HttpContext } from './context.ts';

type StartCommand = Extract<Command, { type: 'breakouts.start' }>;
type GroupCommand = Extract<Command, { type: 'breakouts.join' | 'breakouts.merge' }>;

/** Makes the boards of groups; they are in the workshop in the same moment in which the session says who works on them. */
export async function startBreakouts(
  context: HttpContext,
  board: StoredBoard,
  session: Session,
  { boardId, frameId, groups }: StartCommand,
): Promise<Outcome> {
  const people = await context.storage.workshops.listParticipants(board.workshopId);
  const known = new Set(people.filter(({ removedAtMs }) => removedAtMs === null).map(({ id }) => id));
  const id = RoundId.parse(nanoid());
  // Compared with when changes to the board were stored, which is by the time of day.
  const nowMs = Date.now();
  const begin = (boards: readonly Pick<StoredBoard, 'id'>[]) =>
    transition(
      session,
      {
        ...{ type: 'breakouts.start', id, boardId, frameId },
        // Whoever was sent out since they were dealt is in no group.
        groups: boards.map((made, at) => ({
          ...{ boardId: made.id, people: (groups[at] ?? []).filter((person) => known.has(person)) },
        })),
      },
      nowMs,
    );
  const refusal = begin([]);
  if (refusal.status === 'refused') return refusal;
  const boards = await makeGroupBoards(context, board, frameId, {
    ...{ groups: groups.length, atMs: nowMs, encode: encodeInTurns },
  });
  if (boards === null) return refused('bad-request', 'frameId');
  const begun = begin(boards);
  return begun.status === 'refused' ? begun : { ...begun, boards: { made: boards, behind: boardId } };
}

export async function changeBreakouts(
  context: HttpContext,
  { participantId }: Visitor,
  session: Session,
  command: GroupCommand,
): Promise<Outcome> {
  if (session.closedAtMs !== null) return refused('session-closed');
  switch (command.type) {
    case 'breakouts.join':
      return transition(session, { ...command, participantId }, context.sessions.nowMs());
    case 'breakouts.merge': {
      const breakout = session.breakouts.find(({ id }) => id === command.id);
      const main = breakout && (await context.storage.workshops.getBoard(breakout.boardId));
      // What the groups wrote stays with them while the board that they are of is in the bin.
      if (breakout === undefined || !main || main.binnedAtMs !== null) return refused('not-found');
      const writing = session.privateWriting?.boardId;
      if (writing === breakout.boardId || breakout.groups.some(({ boardId }) => boardId === writing))
        return refused('private-writing');
      if (!(await hasRoomFor(context, breakout))) return refused('too-large');
      const { id, isLast } = command;
      const nowMs = context.sessions.nowMs();
      const atMs = nowMs + revealAfterMs;
      return transition(session, { type: 'breakouts.bring', id, isLast, participantId, atMs }, nowMs);
    }
  }
}
