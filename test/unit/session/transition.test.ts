import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BoardId } from '../../../shared/protocol/ids.ts';
import { firstSession, Session, wasAnonymousOn } from '../../../shared/session/session.ts';
import { revealAfterMs, revealed, type SessionCommand, transition } from '../../../shared/session/transition.ts';

const closed: Session = { ...firstSession, seq: 4, closedAtMs: 1_000 };

it('[SES1] a command makes the next state of a session, and counts it', () => {
  expect(transition(firstSession, { type: 'door.set', door: 'closed' }, 5)).toEqual({
    status: 'next',
    session: { ...firstSession, seq: 1, door: 'closed' },
  });
  expect(transition(firstSession, { type: 'workshop.close' }, 5)).toEqual({
    status: 'next',
    session: { ...firstSession, seq: 1, closedAtMs: 5 },
  });
  expect(transition(closed, { type: 'workshop.reopen' }, 5)).toEqual({
    status: 'next',
    session: { ...firstSession, seq: 5 },
  });
});

it('[SES2] what is so already stays the same state, and a closed session is not closed again', () => {
  expect(transition(firstSession, { type: 'door.set', door: 'open' }, 5)).toEqual({
    status: 'next',
    session: firstSession,
  });
  expect(transition(firstSession, { type: 'workshop.reopen' }, 5)).toEqual({ status: 'next', session: firstSession });
  expect(transition(closed, { type: 'workshop.close' }, 5)).toEqual({ status: 'refused', code: 'session-closed' });
});

const command = fc.oneof(
  fc.constantFrom<SessionCommand>(
    { type: 'door.set', door: 'open' },
    { type: 'door.set', door: 'closed' },
    { type: 'workshop.close' },
    { type: 'workshop.reopen' },
  ),
);

it('[SES1] after any commands the state is whole, says what the last of each kind asked for, and counts what changed', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
      let session = firstSession;
      let changes = 0;
      for (const [atMs, given] of commands.entries()) {
        const before = session;
        const made = transition(before, given, atMs);
        if (made.status === 'refused') {
          expect([given.type, before.closedAtMs === null]).toEqual(['workshop.close', false]);
          continue;
        }
        session = made.session;
        if (session !== before) changes++;
        if (given.type === 'door.set')
          expect(session).toMatchObject({ door: given.door, closedAtMs: before.closedAtMs });
        else
          expect([session.closedAtMs !== null, session.door]).toEqual([given.type === 'workshop.close', before.door]);
        expect(Session.parse(session)).toEqual(session);
      }
      expect(session.seq).toBe(changes);
    }),
    { numRuns: 200 },
  );
});

it('[PRW29] private writing is on one board at a time, is announced for good, and ends some seconds after it is to be revealed', () => {
  const [boardId, other] = ['b', 'o'].map((sign) => BoardId.parse(sign.repeat(21)));
  if (boardId === undefined || other === undefined) throw new Error('no board');
  const start = { type: 'private-writing.start', boardId, isAnonymous: true } as const;
  const give = (session: Session, command: SessionCommand, nowMs: number) => {
    const made = transition(session, command, nowMs);
    return made.status === 'next' ? made.session : made.code;
  };
  const begun = give(firstSession, start, 5);
  if (typeof begun === 'string') throw new Error(begun);
  const writing = { boardId, isAnonymous: true, sinceMs: 5, revealAtMs: null };
  expect(begun).toEqual({ ...firstSession, seq: 1, privateWriting: writing, anonymousBoards: [boardId] });
  expect(give(begun, { ...start, boardId: other }, 6)).toBe('private-writing');
  expect(give(begun, { type: 'workshop.close' }, 6)).toBe('private-writing');
  expect(give({ ...firstSession, closedAtMs: 1 }, start, 6)).toBe('session-closed');
  expect(give(begun, { type: 'private-writing.reveal', boardId: other }, 6)).toBe(begun);
  const reveal = { type: 'private-writing.reveal', boardId } as const;
  const counting = give(begun, reveal, 10);
  if (typeof counting === 'string') throw new Error(counting);
  expect(counting.privateWriting).toEqual({ ...writing, revealAtMs: 10 + revealAfterMs });
  // A second click does not put it off.
  expect(give(counting, reveal, 11)).toBe(counting);
  const over = revealed(counting);
  expect(over).toEqual({ ...firstSession, seq: 3, anonymousBoards: [boardId] });
  const named = give(over, { ...start, isAnonymous: false }, 20);
  // What comes from the round before still may say so itself.
  expect(named).toMatchObject({ anonymousBoards: [], onceAnonymousBoards: [boardId] });
  if (typeof named === 'string') throw new Error(named);
  expect([boardId, other].map((id) => wasAnonymousOn(named, id))).toEqual([true, false]);
});
