import { nanoid } from 'nanoid';
import { pino } from 'pino';
import { expect, it, vi } from 'vitest';
import { graceMs, Sessions } from '../../../server/session/sessions.ts';
import { SteadyClock } from '../../../server/session/steady-clock.ts';
import { createMemorySessionStates } from '../../../server/storage/memory/memory-session-states.ts';
import type { SessionStates } from '../../../server/storage/session-states.ts';
import { StorageError } from '../../../server/storage/update-log.ts';
import { BoardId, CommandId, ParticipantId, RoundId, WorkshopId } from '../../../shared/protocol/ids.ts';
import { firstSession, type Session } from '../../../shared/session/session.ts';
import { type SessionCommand, transition } from '../../../shared/session/transition.ts';
import { ManualClock } from '../rooms/manual-clock.ts';

const workshopId = WorkshopId.parse('w'.repeat(21));
const newId = () => CommandId.parse(nanoid());
const close: SessionCommand = { type: 'workshop.close' };
const reopen: SessionCommand = { type: 'workshop.reopen' };

/** A node of the server, beside others on the same store. */
function node(store: SessionStates = createMemorySessionStates(() => {})) {
  const clock = new ManualClock();
  const told: Session[] = [];
  let frozen = 0;
  const hasRoom = { value: true };
  const brings: { of: string; locks: number }[] = [];
  let fails: (id: string) => boolean = () => false;
  const sessions = new Sessions({
    ...{ store, clock: new SteadyClock(clock), log: pino({ level: 'silent' }) },
    onChange: (_workshop, session) => told.push(session),
    onFrozen: () => frozen++,
    reveal: async () => {},
    bring: async ({ id }) => {
      brings.push({ of: id.charAt(0), locks: sessions.now(workshopId).locks.length });
      if (fails(id)) throw new StorageError('io', 'out of reach');
      return { isThere: hasRoom.value, unread: [] };
    },
  });
  const give = (command: SessionCommand, commandId = newId()) =>
    sessions.carryOut(workshopId, commandId, (session) => transition(session, command, 10));
  const failFor = (which: typeof fails) => {
    fails = which;
  };
  return { clock, sessions, store, told, give, frozen: () => frozen, hasRoom, brings, failFor };
}

it('[SES3] a command that is sent twice, at once or later, takes effect once and is answered with what is then', async () => {
  const { give, told, sessions } = node();
  const id = newId();
  const [first, second] = await Promise.all([give(close, id), give(close, id)]);
  expect(first).toEqual(second);
  expect(told).toHaveLength(1);
  await give(reopen);
  expect(await give(close, id)).toMatchObject({ status: 'next', session: { seq: 2, closedAtMs: null } });
  expect(sessions.now(workshopId).closedAtMs).toBeNull();
});

it('[SES3] a command that changed nothing is remembered too', async () => {
  const { give } = node();
  const id = newId();
  expect(await give(reopen, id)).toEqual({ status: 'next', session: firstSession });
  await give(close);
  expect(await give(reopen, id)).toMatchObject({ session: { closedAtMs: 10 } });
});

it('[SES4] commands of one workshop are carried out one after the other', async () => {
  const { give, told } = node();
  const outcomes = await Promise.all([give(close), give(close), give(reopen), give(close)]);
  expect(outcomes.map(({ status }) => status)).toEqual(['next', 'refused', 'next', 'next']);
  expect(told.map(({ seq, closedAtMs }) => [seq, closedAtMs !== null])).toEqual([
    [1, true],
    [2, false],
    [3, true],
  ]);
});

it('[SES4] of two nodes that change the same session each builds on what the other made', async () => {
  const one = node();
  const other = node(one.store);
  await Promise.all([one.sessions.read(workshopId), other.sessions.read(workshopId)]);
  await one.give(close);
  expect(await other.give({ type: 'door.set', door: 'closed' })).toMatchObject({
    session: { seq: 2, door: 'closed', closedAtMs: 10 },
  });
  expect(other.told.map(({ seq }) => seq)).toEqual([1, 2]);
});

it('[SES5] nobody is told of a state that is not stored, and the command can be given again', async () => {
  const store = createMemorySessionStates(() => {});
  let isOut = true;
  const { give, told, sessions } = node({
    ...store,
    saveSession: async (step) => {
      if (isOut) throw new StorageError('io', 'out of reach');
      return store.saveSession(step);
    },
  });
  const id = newId();
  await expect(give(close, id)).rejects.toThrow(StorageError);
  expect([told, sessions.now(workshopId)]).toEqual([[], firstSession]);
  isOut = false;
  expect(await give(close, id)).toMatchObject({ session: { seq: 1 } });
  expect(told).toHaveLength(1);
});

it('[SES6] boards take what was on its way for three seconds after closing, and whoever reopens meanwhile ends that', async () => {
  const { give, sessions, clock, frozen } = node();
  await give(close);
  await clock.pass(graceMs - 1);
  expect(sessions.isFrozen(workshopId)).toBe(false);
  await give(reopen);
  await clock.pass(2);
  expect([sessions.isFrozen(workshopId), frozen()]).toEqual([false, 0]);
  await give(close);
  await clock.pass(graceMs);
  expect([sessions.isFrozen(workshopId), frozen()]).toEqual([true, 1]);
  await give(reopen);
  expect(sessions.isFrozen(workshopId)).toBe(false);
});

it('[SES7] a session that was closed before the server started is closed', async () => {
  const before = node();
  await before.give(close);
  const after = node(before.store);
  await after.sessions.read(workshopId);
  expect(after.sessions.now(workshopId)).toMatchObject({ seq: 1, closedAtMs: 10 });
  expect(after.sessions.isFrozen(workshopId)).toBe(true);
});

it('[BRK7] groups are brought together once it is time, a second asking puts it off for nobody; their time ends with it unless there was no room', async () => {
  const { give, clock, sessions, hasRoom, store } = node();
  const [id, boardId] = [RoundId.parse('r'.repeat(21)), BoardId.parse('b'.repeat(21))];
  const participantId = ParticipantId.parse('p'.repeat(21));
  const breakout = () => sessions.now(workshopId).breakouts[0];
  const settled = () => vi.waitUntil(() => breakout()?.bringing === null);
  await give({ type: 'breakouts.start', id, boardId, frameId: 'shape:f', groups: [] });
  const bring = (isLast: boolean, afterMs: number): SessionCommand => ({
    ...{ type: 'breakouts.bring', id, participantId, isLast, atMs: clock.nowMs() + afterMs },
  });
  await give(bring(false, 3_000));
  expect(breakout()).toMatchObject({ endedAtMs: null, bringing: { isLast: false } });
  await give(bring(true, 9_000));
  expect(breakout()?.bringing).toMatchObject({ atMs: clock.nowMs() + 3_000, isLast: true });
  await clock.pass(2_999);
  expect(breakout()?.bringing).not.toBeNull();
  // Where it has no room nothing ends.
  hasRoom.value = false;
  await clock.pass(1);
  await settled();
  expect(breakout()).toMatchObject({ endedAtMs: null, bringing: null });
  hasRoom.value = true;
  await give(bring(true, 3_000));
  // Another process takes it up where this one ends.
  sessions.stop();
  const next = node(store);
  await next.sessions.read(workshopId);
  await next.clock.pass(60_000);
  await vi.waitUntil(() => next.sessions.now(workshopId).breakouts[0]?.endedAtMs !== null);
  expect(next.sessions.now(workshopId).breakouts[0]?.bringing).toBeNull();
});

const [mainBoard, groupA] = [BoardId.parse('b'.repeat(21)), BoardId.parse('a'.repeat(21))];
const participantId = ParticipantId.parse('p'.repeat(21));
const startGroups = (sign: string): SessionCommand => ({
  ...{ type: 'breakouts.start', id: RoundId.parse(sign.repeat(21)), boardId: mainBoard, frameId: 'shape:f' },
  groups: [{ boardId: groupA, people: [] }],
});
const bringAt = (sign: string, atMs: number, isLast: boolean): SessionCommand => ({
  ...{ type: 'breakouts.bring', id: RoundId.parse(sign.repeat(21)), participantId, isLast, atMs },
});

it('[BRK8] the last time the groups’ boards are locked before they are read, also while storage fails, and open again where there was no room', async () => {
  const { give, clock, sessions, hasRoom, brings, failFor } = node();
  const session = () => sessions.now(workshopId);
  await give(startGroups('r'));
  await give(bringAt('r', clock.nowMs(), false));
  await clock.pass(1);
  await vi.waitUntil(() => session().breakouts[0]?.bringing === null);
  expect(brings).toEqual([{ of: 'r', locks: 0 }]);
  hasRoom.value = false;
  failFor(() => brings.length < 3);
  await give(bringAt('r', clock.nowMs() + 1_000, true));
  expect(session().locks).toEqual([]);
  await clock.pass(1_000);
  await vi.waitUntil(() => brings.length === 2);
  expect(session().locks).toEqual([{ boardId: groupA, place: null }]);
  await clock.pass(4_000);
  await vi.waitUntil(() => session().breakouts[0]?.bringing === null);
  expect(brings.slice(1)).toEqual([1, 1].map((locks) => ({ of: 'r', locks })));
  expect(session()).toMatchObject({ locks: [], breakouts: [{ endedAtMs: null }] });
  hasRoom.value = true;
  await give(bringAt('r', clock.nowMs(), true));
  await clock.pass(1);
  await vi.waitUntil(() => session().breakouts[0]?.endedAtMs !== null);
  expect(session().locks).toHaveLength(1);
});

it('[BRK9] groups that cannot be brought for now hold up no others', async () => {
  const { give, clock, sessions, brings, failFor } = node();
  failFor((id) => id.startsWith('q'));
  await give(startGroups('q'));
  await give({ type: 'breakouts.end', id: RoundId.parse('q'.repeat(21)), unread: [] });
  await give(startGroups('r'));
  await give(bringAt('q', clock.nowMs(), false));
  await give(bringAt('r', clock.nowMs(), true));
  await clock.pass(1);
  await vi.waitUntil(() => sessions.now(workshopId).breakouts[1]?.endedAtMs !== null);
  expect(brings.map(({ of }) => of).toSorted()).toEqual(['q', 'r']);
  expect(sessions.now(workshopId).breakouts[0]?.bringing).not.toBeNull();
});
