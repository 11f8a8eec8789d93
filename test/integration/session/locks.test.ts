import { nanoid } from 'nanoid';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import type { UpdateLog } from '../../../server/storage/update-log.ts';
import { createGeometry } from '../../../shared/board/containment.ts';
import { type Groups, recordsOf } from '../../../shared/board/document.ts';
import { createGroups, joinRecord, splitRecord } from '../../../shared/board/groups.ts';
import { type BoardShape, readBoard } from '../../../shared/board/read-board.ts';
import { scriptOf } from '../../../shared/method/guide/agenda.ts';
import { rootCauseTreeGuide } from '../../../shared/method/guide/root-cause-tree.ts';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import { SyncType } from '../../../shared/protocol/messages.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import type { PhaseAllows } from '../../../shared/session/agenda.ts';
import type { Command } from '../../../shared/session/commands.ts';
import { note } from '../../unit/board/support/records.ts';
import { syncFrame } from '../../unit/rooms/peer.ts';
import { join, makeBoard, problemOf } from '../http/server.ts';
import { Program } from '../rooms/program.ts';
import { command, sessionOf, startAgain, startWorkshop } from './support.ts';

const place = 'problem/drafts';

/** A board with a script, a zone to lock, and where its middle is. */
async function startLocks() {
  const stage = await startWorkshop();
  const { server, made, people } = stage;
  const boardId = await makeBoard(server, made, people.facilitator.token, 'root-cause-tree');
  const room = formatRoomName({ layer: 'shared', boardId });
  return { ...stage, boardId, room };
}
type Stage = Awaited<ReturnType<typeof startLocks>>;

const lock = (boardId: BoardId, where: string | null, isLocked = true): Command => ({
  ...{ type: 'lock.set', boardId, place: where, isLocked },
});

async function done(stage: Pick<Stage, 'server' | 'workshopId' | 'people'>, what: Command) {
  const session = await command(stage, what);
  if (typeof session === 'string') throw new Error(`${what.type}: ${session}`);
  return session;
}

const enter = ({ server, people, room }: Stage, role: keyof Stage['people']) =>
  new Program({ address: server.address, room, token: people[role].token }).synced();

/** The middle of the zone. */
function middleOf(program: Program): { readonly x: number; readonly y: number } {
  const { records } = readBoard(program.doc);
  const zone = [...records.values()].find(({ meta }) => meta.template === `root-cause-tree/${place}`);
  return createGeometry(records).centreOf(zone as BoardShape);
}

const put = (program: Program, id: string, at: { x: number; y: number }, words = `words of ${id}`) =>
  recordsOf(program.doc).set(
    `shape:${id}`,
    createGroups(splitRecord(note(id, words, { x: at.x - 100, y: at.y - 100, index: `b${id.length}${id}` }))),
  );
const away = { x: 9_000, y: 9_000 };
const groupsOf = (program: Program, id: string) => recordsOf(program.doc).get(`shape:${id}`) as Groups;
const moveTo = (program: Program, id: string, at: { x: number; y: number }) =>
  groupsOf(program, id).set('at', [at.x - 100, at.y - 100, 0]);
function typeInto(program: Program, id: string, words: string): void {
  const rich = groupsOf(program, id).get('rich') as Y.XmlFragment;
  ((rich.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, words);
}

const putBacks = (program: Program) =>
  program
    .all('notice')
    .flatMap(({ records = [] }) => records)
    .map(({ id, reason, words }) => [id.replace('shape:', ''), reason, words] as const);

const recordsIn = (program: Program) =>
  Object.fromEntries([...recordsOf(program.doc)].map(([id, groups]) => [id, joinRecord(id, groups)]));

/** What was sent has come to something, and everybody has heard of it. */
async function settled(...programs: readonly Program[]): Promise<void> {
  for (const program of [...programs, ...programs]) await program.synced();
}

/** All replicas, the server and what is stored say the same. */
async function expectEqual(stage: Stage, ...programs: readonly Program[]): Promise<void> {
  await settled(...programs);
  const [first, ...others] = programs.map(recordsIn);
  for (const other of others) expect(other).toEqual(first);
  const again = await startAgain(stage);
  const fresh = await enter({ ...stage, server: again }, 'viewer');
  expect(recordsIn(fresh)).toEqual(first);
}

it('[LOK7] facilitators lock and unlock; nobody else does, and nobody on a board that is not theirs', async () => {
  const stage = await startLocks();
  const { boardId } = stage;
  for (const what of [lock(boardId, null), lock(boardId, place), lock(boardId, place, false)]) {
    for (const role of ['participant', 'viewer'] as const)
      expect(await command(stage, what, role), role).toBe('403 not-allowed');
  }
  expect((await done(stage, lock(boardId, place))).locks).toEqual([{ boardId, place }]);
  expect((await done(stage, lock(boardId, place))).locks).toHaveLength(1);
  expect(await command(stage, lock('x'.repeat(21) as BoardId, null))).toBe('404 not-found');
  for (const bad of ['', 'a b', '<b>', 'x'.repeat(121)])
    expect(await command(stage, lock(boardId, bad))).toBe('400 bad-request');
});

const kinds = {
  add: (program: Program, middle: { x: number; y: number }) => put(program, 'fresh', middle),
  move: (program: Program, middle: { x: number; y: number }) =>
    moveTo(program, 'inside', { x: middle.x + 5, y: middle.y }),
  'move out': (program: Program) => moveTo(program, 'inside', away),
  'move in': (program: Program, middle: { x: number; y: number }) => moveTo(program, 'outside', middle),
  type: (program: Program) => typeInto(program, 'inside', 'more '),
  delete: (program: Program) => void recordsOf(program.doc).delete('shape:inside'),
} as const;

for (const [name, where, reason] of [
  ['zone', place, 'place-locked'],
  ['frame', 'problem', 'place-locked'],
  ['board', null, 'board-locked'],
] as const)
  it(`[LOK8] over a socket nothing of a locked ${name} is changed by a participant, and everything by who leads`, async () => {
    const stage = await startLocks();
    const [leader, anna, watcher] = await Promise.all([
      enter(stage, 'facilitator'),
      enter(stage, 'participant'),
      enter(stage, 'viewer'),
    ]);
    const middle = middleOf(leader);
    put(leader, 'inside', middle);
    put(anna, 'outside', away);
    await settled(leader, anna, watcher);
    await done(stage, lock(stage.boardId, where));
    const before = recordsIn(watcher);
    // Others never see anything of it, not for a moment.
    let hasShown = false;
    recordsOf(watcher.doc).observe(() => {
      hasShown ||= watcher.recordIds.includes('shape:fresh');
    });
    for (const [kind, act] of Object.entries(kinds)) {
      const told = putBacks(anna).length;
      act(anna, middle);
      await anna.until(`${kind} to be put back`, () => putBacks(anna).length > told);
      expect(putBacks(anna).at(-1)?.[1], kind).toBe(reason);
      await settled(anna, watcher);
      expect(recordsIn(watcher), kind).toEqual(before);
      expect(recordsIn(anna), kind).toEqual(before);
    }
    expect(hasShown).toBe(false);
    expect(putBacks(anna)).toContainEqual(['fresh', reason, 'words of fresh']);
    expect(putBacks(anna)).toContainEqual(['inside', reason, 'more words of inside']);
    for (const act of [kinds.add, kinds.move, kinds.type, kinds.delete]) act(leader, middle);
    await settled(leader, anna);
    expect(putBacks(leader)).toEqual([]);
    expect(anna.recordIds).toContain('shape:fresh');
    expect(anna.recordIds).not.toContain('shape:inside');
    await expectEqual(stage, leader, anna, watcher);
  });

it('[LOK8] whoever may only read is shown out as ever, locked or not', async () => {
  const stage = await startLocks();
  await done(stage, lock(stage.boardId, null));
  const viewer = await enter(stage, 'viewer');
  put(viewer, 'mine', away);
  await viewer.until('the notice', () => viewer.all('notice').length > 0);
  expect(viewer.all('notice').map(({ code }) => code)).toEqual(['read-only']);
});

async function startPhase(stage: Stage, allows: PhaseAllows): Promise<void> {
  const agenda = scriptOf(rootCauseTreeGuide).map(
    (phase, at) => ({ ...phase, allows: at === 0 ? allows : 'all' }) as const,
  );
  await done(stage, { type: 'agenda.set', boardId: stage.boardId, agenda });
  await done(stage, { type: 'run.start', boardId: stage.boardId, phaseId: 's0' });
}

it('[LOK9] in a phase of one’s own, participants add and change theirs; somebody else’s goes back; the next phase allows all', async () => {
  const stage = await startLocks();
  const [leader, anna] = await Promise.all([enter(stage, 'facilitator'), enter(stage, 'participant')]);
  put(leader, 'theirs', away);
  put(anna, 'mine', away);
  await settled(leader, anna);
  await startPhase(stage, 'own');
  typeInto(anna, 'mine', 'more ');
  put(anna, 'new', away);
  moveTo(anna, 'new', { x: 8_000, y: 8_000 });
  await settled(anna, leader);
  expect(putBacks(anna)).toEqual([]);
  typeInto(anna, 'theirs', 'not ');
  await anna.until('it to be put back', () => putBacks(anna).length > 0);
  expect(putBacks(anna)).toEqual([['theirs', 'phase-own', 'not words of theirs']]);
  await done(stage, { type: 'phase.set', boardId: stage.boardId, phaseId: 's1' });
  typeInto(anna, 'theirs', 'with Anna ');
  await settled(anna, leader);
  expect(putBacks(anna)).toHaveLength(1);
  await expectEqual(stage, leader, anna);
});

it('[LOK9] in a phase in which all look, participants change nothing, and comments and own layers go on', async () => {
  const stage = await startLocks();
  const { server, people, boardId } = stage;
  await startPhase(stage, 'look');
  const anna = await enter(stage, 'participant');
  put(anna, 'new', away);
  await anna.until('it to be put back', () => putBacks(anna).length > 0);
  expect(putBacks(anna)).toEqual([['new', 'phase-look', 'words of new']]);
  await done(stage, lock(boardId, null));
  await done(stage, { type: 'private-writing.start', boardId, isAnonymous: false });
  const room = formatRoomName({ layer: 'own', boardId, participantId: people.participant.participant.id });
  const own = await new Program({ address: server.address, room, token: people.participant.token }).synced();
  put(own, 'private', middleOf(anna));
  await settled(own);
  expect(putBacks(own)).toEqual([]);
  await done(stage, { type: 'private-writing.reveal', boardId });
  // What a reveal brings is the server's.
  await anna.until('it to be revealed', () => anna.recordIds.includes('shape:private'));
  const comment = await server.call('POST', `/api/boards/${boardId}/comments`, {
    bearer: people.participant.token,
    body: { id: nanoid(), threadId: null, anchor: { shapeId: null, x: 0, y: 0 }, text: 'Why?', mentions: [] },
  });
  expect(comment.status).toBe(201);
  await expectEqual(stage, anna);
});

it('[LOK15] publishing that a lock overtakes on its way is refused, and what is private stays its writer’s', async () => {
  const stage = await startLocks();
  const { server, people, boardId } = stage;
  const anna = await enter(stage, 'participant');
  const room = formatRoomName({ layer: 'own', boardId, participantId: people.participant.participant.id });
  const own = await new Program({ address: server.address, room, token: people.participant.token }).synced();
  put(own, 'private', middleOf(anna));
  await settled(own);
  // The lock comes when it was looked at already, and nothing of it is on the board yet.
  const { log } = server.storage as { log: { list: UpdateLog['list'] } };
  const list = log.list.bind(log);
  log.list = async (prefix) => {
    log.list = list;
    await done(stage, lock(boardId, place));
    return list(prefix);
  };
  const publish = () =>
    server.call('POST', `/api/boards/${boardId}/private/publish`, { bearer: people.participant.token });
  expect(problemOf(await publish())).toBe('409 locked');
  expect(own.recordIds).toEqual(['shape:private']);
  expect(anna.recordIds).not.toContain('shape:private');
  await done(stage, lock(boardId, place, false));
  expect((await publish()).status).toBe(204);
  await anna.until('the note', () => anna.recordIds.includes('shape:private'));
});

it('[LOK10] what was written offline before a lock and arrives after it goes back, and its words are told', async () => {
  const stage = await startLocks();
  const [leader, anna] = await Promise.all([enter(stage, 'facilitator'), enter(stage, 'participant')]);
  const middle = middleOf(anna);
  put(anna, 'early', middle);
  await settled(anna, leader);
  anna.close();
  await anna.closed();
  const offline = new Y.Doc();
  Y.applyUpdate(offline, Y.encodeStateAsUpdate(anna.doc));
  recordsOf(offline).set(
    'shape:late',
    createGroups(splitRecord(note('late', 'on the train', { ...middleAt(middle), index: 'b19' }))),
  );
  recordsOf(offline).set(
    'shape:free',
    createGroups(splitRecord(note('free', 'elsewhere', { ...middleAt(away), index: 'b29' }))),
  );
  await done(stage, lock(stage.boardId, place));
  const back = await enter(stage, 'participant');
  back.say(syncFrame(SyncType.step2, Y.encodeStateAsUpdate(offline, Y.encodeStateVector(back.doc))));
  await back.until('the notice', () => putBacks(back).length > 0);
  expect(putBacks(back)).toEqual([['late', 'place-locked', 'on the train']]);
  await settled(back, leader);
  expect(leader.recordIds).toEqual(expect.arrayContaining(['shape:early', 'shape:free']));
  expect(leader.recordIds).not.toContain('shape:late');
  await expectEqual(stage, leader, back);
});
const middleAt = ({ x, y }: { x: number; y: number }) => ({ x: x - 100, y: y - 100 });

it('[LOK11] a lock that races with edits: each goes through whole or back whole, and all have the same', async () => {
  const stage = await startLocks();
  const [leader, anna, ben] = await Promise.all([
    enter(stage, 'facilitator'),
    enter(stage, 'participant'),
    enter(stage, 'participant'),
  ]);
  const middle = middleOf(leader);
  const locking = done(stage, lock(stage.boardId, place));
  for (const [at, program] of [anna, ben, anna, ben, anna, ben].entries()) put(program, `race${at}`, middle);
  await locking;
  await settled(anna, ben, leader);
  const gone = new Set([...putBacks(anna), ...putBacks(ben)].map(([id]) => id));
  for (let at = 0; at < 6; at++) expect(leader.recordIds.includes(`shape:race${at}`)).toBe(!gone.has(`race${at}`));
  await expectEqual(stage, leader, anna, ben);
});

it('[LOK12] participants bring nothing back over HTTP where it is locked, and publish nothing there; who leads does', async () => {
  const stage = await startLocks();
  const { server, people, boardId } = stage;
  const anna = await enter(stage, 'participant');
  const middle = middleOf(anna);
  put(anna, 'gone', middle);
  put(anna, 'away', away);
  await settled(anna);
  for (const id of ['gone', 'away']) recordsOf(anna.doc).delete(`shape:${id}`);
  await settled(anna);
  await done(stage, lock(boardId, place));
  const restore = (role: keyof typeof people, recordId: string) =>
    server.call('POST', `/api/boards/${boardId}/deleted/restore`, {
      ...{ bearer: people[role].token, body: { recordIds: [recordId] } },
    });
  expect(problemOf(await restore('participant', 'shape:gone'))).toBe('409 locked');
  expect(problemOf(await restore('viewer', 'shape:gone'))).toBe('403 not-allowed');
  expect((await restore('participant', 'shape:away')).status).toBe(200);
  expect((await restore('facilitator', 'shape:gone')).status).toBe(200);

  const room = formatRoomName({ layer: 'own', boardId, participantId: people.participant.participant.id });
  const own = await new Program({ address: server.address, room, token: people.participant.token }).synced();
  put(own, 'private', middle);
  await settled(own);
  const publish = () =>
    server.call('POST', `/api/boards/${boardId}/private/publish`, { bearer: people.participant.token, body: {} });
  expect(problemOf(await publish())).toBe('409 locked');
  await done(stage, lock(boardId, place, false));
  await done(stage, lock(boardId, null));
  expect(problemOf(await publish())).toBe('409 locked');
  await done(stage, lock(boardId, null, false));
  expect((await publish()).status).toBe(204);
  await anna.until('it to be there', () => anna.recordIds.includes('shape:private'));
});

it('[LOK13] locks, phase and what it allows stand when the facilitator’s connection dies and when the server starts again; another goes on', async () => {
  const stage = await startLocks();
  const [leader, anna] = await Promise.all([enter(stage, 'facilitator'), enter(stage, 'participant')]);
  await startPhase(stage, 'look');
  await done(stage, lock(stage.boardId, place));
  leader.ws.terminate();
  put(anna, 'a', away);
  await anna.until('it to be put back', () => putBacks(anna).length > 0);
  const again = { ...stage, server: await startAgain(stage) };
  const after = await enter(again, 'participant');
  put(after, 'b', away);
  await after.until('it to be put back', () => putBacks(after).length > 0);
  const { boardId } = stage;
  // What the phase refuses hides the lock.
  expect((await sessionOf(again)).locks).toEqual([{ boardId, place }]);
  const gus = await join(again.server, stage.made, 'facilitator', 'Gus');
  const led = { ...again, people: { ...stage.people, facilitator: gus } };
  await done(led, lock(boardId, place, false));
  await done(led, { type: 'phase.set', boardId, phaseId: 's1' });
  put(after, 'c', middleOf(after));
  await settled(after);
  expect(putBacks(after)).toHaveLength(1);
  expect(after.recordIds).toContain('shape:c');
});

it('[LOK1] a board in the bin is locked no more when it comes back', async () => {
  const stage = await startLocks();
  const { server, people, boardId } = stage;
  await done(stage, lock(boardId, null));
  const bearer = people.facilitator.token;
  expect((await server.call('DELETE', `/api/boards/${boardId}`, { bearer })).status).toBeLessThan(300);
  expect((await server.call('POST', `/api/boards/${boardId}/restore`, { bearer, body: {} })).status).toBeLessThan(300);
  const session = await done(stage, { type: 'timer.start', lengthMs: 60_000 });
  expect(session.locks).toEqual([]);
});
