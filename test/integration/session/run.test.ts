import { DatabaseSync } from '@photostructure/sqlite';
import { nanoid } from 'nanoid';
import { expect, it } from 'vitest';
import { databaseFile } from '../../../server/storage/sqlite/open.ts';
import { openSqliteStorage } from '../../../server/storage/sqlite/sqlite-storage.ts';
import { AgendaResponse } from '../../../shared/api/agenda.ts';
import { CreateBoardResponse } from '../../../shared/api/boards.ts';
import { CommandResponse } from '../../../shared/api/session-state.ts';
import { CreateWorkshopResponse, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { scriptOf } from '../../../shared/method/guide/agenda.ts';
import { guides } from '../../../shared/method/guide/guides.ts';
import { rootCauseTreeGuide } from '../../../shared/method/guide/root-cause-tree.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { type BoardId, CommandId } from '../../../shared/protocol/ids.ts';
import { agendaLimits, textLimits } from '../../../shared/protocol/limits.ts';
import { encodeSession } from '../../../shared/protocol/messages.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import type { Agenda, Phase } from '../../../shared/session/agenda.ts';
import type { Command } from '../../../shared/session/commands.ts';
import { firstSession, type Session } from '../../../shared/session/session.ts';
import { join, makeBoard, makeWorkshop, problemOf, startServer } from '../http/server.ts';
import { Program } from '../rooms/program.ts';
import { silentLog } from '../storage/subjects.ts';
import { command, type StartedWorkshop, startAgain, startWorkshop } from './support.ts';

const script = scriptOf(rootCauseTreeGuide);
const minute = 60_000;

const phase = (id: string, change: Partial<Phase> = {}): Phase => ({
  ...{ id, scripted: null, title: id, prompt: null, minutes: 10, place: null, tools: [], allows: 'all' },
  ...change,
});

/** A workshop with a board that has a script. */
async function startRun() {
  const stage = await startWorkshop();
  const { server, made, people } = stage;
  const boardId = await makeBoard(server, made, people.facilitator.token, 'root-cause-tree');
  return { ...stage, boardId, blankId: stage.boardId, room: formatRoomName({ layer: 'shared', boardId }) };
}

type Stage = Pick<StartedWorkshop, 'server' | 'workshopId' | 'people'>;

const start = (boardId: BoardId, phaseId = 's0'): Command => ({ type: 'run.start', boardId, phaseId });
const goTo = (boardId: BoardId, phaseId: string): Command => ({ type: 'phase.set', boardId, phaseId });
const keep = (boardId: BoardId, agenda: Agenda | null): Command => ({ type: 'agenda.set', boardId, agenda });
const timer: Command = { type: 'timer.start', lengthMs: 6 * minute };

/** The session after a command that has to be carried out. */
async function done(stage: Stage, what: Command): Promise<Session> {
  const session = await command(stage, what);
  if (typeof session === 'string') throw new Error(`${what.type}: ${session}`);
  return session;
}

async function stateOf({ server, workshopId, people }: Stage) {
  const bearer = people.viewer.token;
  return CommandResponse.parse((await server.call('GET', `/api/workshops/${workshopId}/session`, { bearer })).json());
}

async function agendaOf({ server, people }: Stage, boardId: BoardId) {
  const answer = await server.call('GET', `/api/boards/${boardId}/agenda`, { bearer: people.facilitator.token });
  return AgendaResponse.parse(answer.json());
}

const kept = (agenda: Agenda) => expect.objectContaining({ agenda, isOwn: true });

it('[TMR10][RUN51] facilitators give every command of timer, run and agenda; nobody else does, over no way', async () => {
  const stage = await startRun();
  const { server, people, boardId, room } = stage;
  const commands: readonly Command[] = [
    timer,
    { type: 'timer.pause' },
    { type: 'timer.resume' },
    { type: 'timer.add', byMs: minute },
    { type: 'timer.stop' },
    keep(boardId, script.slice(1)),
    start(boardId, 's1'),
    goTo(boardId, 's2'),
    { type: 'run.end', boardId },
  ];
  for (const what of commands) {
    const before = await stateOf(stage);
    for (const role of ['participant', 'viewer'] as const)
      expect(await command(stage, what, role), what.type).toBe('403 not-allowed');
    expect((await stateOf(stage)).session, what.type).toEqual(before.session);
    await done(stage, what);
  }
  for (const role of ['participant', 'viewer'] as const) {
    const path = `/api/boards/${boardId}/agenda`;
    expect(problemOf(await server.call('GET', path, { bearer: people[role].token }))).toBe('403 not-allowed');
    const before = await stateOf(stage);
    const program = await new Program({ address: server.address, room, token: people[role].token }).synced();
    program.say(encodeSession({ ...before.session, seq: 99, timer: { status: 'paused', lengthMs: 9_000, leftMs: 1 } }));
    expect(await program.closed()).toBe(CloseCode.notAllowed);
    expect((await stateOf(stage)).session).toEqual(before.session);
  }
});

it('[RUN52] a board has the script of its template until it is given an agenda of its own, and again without', async () => {
  const stage = await startRun();
  const { server, boardId, blankId } = stage;
  expect(await agendaOf(stage, boardId)).toMatchObject({ agenda: script, isOwn: false });
  expect(await agendaOf(stage, blankId)).toMatchObject({ agenda: scriptOf(guides.blank), isOwn: false });
  expect((await done(stage, start(blankId, 's6'))).run?.phaseId).toBe('s6');
  expect(await command(stage, start(boardId, 'nowhere'))).toBe('409 phase-gone');
  await done(stage, { type: 'run.end', boardId: blankId });
  const own = [
    phase('welcome', { title: 'Welcome', prompt: 'Who are you?', tools: [{ tool: 'RR' }] }),
    ...script.slice(3, 5),
  ];
  await done(stage, keep(boardId, own));
  await done(stage, keep(blankId, [phase('only')]));
  expect(await agendaOf(stage, boardId)).toEqual(kept(own));
  expect((await done(stage, start(boardId, 'welcome'))).run).toMatchObject({ agenda: own, phaseId: 'welcome' });
  expect((await done(stage, start(blankId, 'only'))).run?.agenda).toEqual([phase('only')]);
  await done(stage, keep(boardId, null));
  expect(await agendaOf(stage, boardId)).toMatchObject({ agenda: script, isOwn: false });
  expect(await agendaOf(stage, blankId)).toMatchObject({ isOwn: true });
  const bearer = (await join(server, await makeWorkshop(server), 'facilitator')).token;
  expect(problemOf(await server.call('GET', `/api/boards/${boardId}/agenda`, { bearer }))).toBe('403 not-allowed');
});

it('[RUN53] a run goes on with what its board’s agenda becomes; without the phase that all are in nothing is kept', async () => {
  const stage = await startRun();
  const { boardId } = stage;
  await done(stage, start(boardId, 's2'));
  await done(stage, timer);
  const own = [script[2], phase('extra', { title: 'Extra' })].filter((one) => one !== undefined);
  const id = CommandId.parse(nanoid());
  const changed = await command(stage, keep(boardId, own), 'facilitator', id);
  expect(changed).toMatchObject({ run: { agenda: own, phaseId: 's2' }, timer: { status: 'running' } });
  await done(stage, goTo(boardId, 'extra'));
  // Sent again it is answered, and takes nothing back.
  expect(await command(stage, keep(boardId, own), 'facilitator', id)).toMatchObject({ run: { phaseId: 'extra' } });
  const before = await stateOf(stage);
  expect(await command(stage, keep(boardId, null))).toBe('409 phase-gone');
  expect(await command(stage, keep(boardId, script))).toBe('409 phase-gone');
  expect(await agendaOf(stage, boardId)).toEqual(kept(own));
  expect((await stateOf(stage)).session).toEqual(before.session);
  await done(stage, goTo(boardId, 's2'));
  expect((await done(stage, keep(boardId, null))).run).toMatchObject({ agenda: script, phaseId: 's2' });
});

it('[RUN62] who changes phases that somebody else has changed since is told (409 `agenda-changed`), and may still mean it', async () => {
  const stage = await startRun();
  const { boardId } = stage;
  const { edition } = await agendaOf(stage, boardId);
  const change = (agenda: Agenda | null, of: string) =>
    command(stage, { ...keep(boardId, agenda), edition: of } as Command);
  const [first, second] = [[phase('first')], [phase('second')]];
  await change(first, edition);
  expect(await change(second, edition)).toBe('409 agenda-changed');
  expect(await agendaOf(stage, boardId)).toEqual(kept(first));
  // What is there already was an answer that was lost on the way.
  expect(await change(first, edition)).not.toBe('409 agenda-changed');
  await change(second, (await agendaOf(stage, boardId)).edition);
  expect(await agendaOf(stage, boardId)).toEqual(kept(second));
  await change(null, (await agendaOf(stage, boardId)).edition);
  expect(await agendaOf(stage, boardId)).toMatchObject({ agenda: script, isOwn: false, edition });
});

it('[RUN54] an agenda is refused with too many phases, one id twice or phases that the script has not', async () => {
  const stage = await startRun();
  const { server, workshopId, people, boardId, blankId } = stage;
  const many = Array.from({ length: agendaLimits.phasesMax + 1 }, (_, index) =>
    // As long as phases get: a request has to bear so many of them.
    phase(`p${index}`.padEnd(21, '-'), {
      ...{ title: '汉'.repeat(textLimits.phaseTitle), prompt: '汉'.repeat(textLimits.phasePrompt) },
      ...{ place: 'z'.repeat(80), minutes: agendaLimits.minutesMax },
      tools: Array.from({ length: agendaLimits.toolsMax }, () => ({ tool: 'V', dots: 20 }) as const),
    }),
  );
  const foreign = phase('foreign', { title: null, scripted: script.length });
  const refused: readonly (readonly [BoardId, Agenda])[] = [
    [boardId, many],
    [boardId, [phase('twice'), phase('twice')]],
    [boardId, [phase('fine'), foreign]],
    [blankId, script],
  ];
  for (const [board, agenda] of refused) {
    const answer = await server.call('POST', `/api/workshops/${workshopId}/commands`, {
      body: { ...keep(board, agenda), commandId: nanoid() },
      bearer: people.facilitator.token,
    });
    expect(problemOf(answer)).toBe('400 bad-request');
    expect(answer.json()).toMatchObject({ errors: [{ path: 'agenda' }] });
    expect(await agendaOf(stage, board)).toMatchObject({ isOwn: false });
  }
  const most = many.slice(1);
  await done(stage, keep(boardId, most));
  expect(await agendaOf(stage, boardId)).toEqual(kept(most));
  expect((await done(stage, start(boardId, most[7]?.id))).run?.agenda).toEqual(most);
});

it('[TMR11][RUN55] whoever comes later has the run and the timer at once, with the workshop and on the socket, and the server’s time', async () => {
  const stage = await startRun();
  const { server, made, workshopId, boardId, room } = stage;
  await done(stage, keep(boardId, [phase('own', { title: 'In our own words' }), ...script]));
  await done(stage, start(boardId, 'own'));
  const session = await done(stage, timer);
  const late = await join(server, made, 'participant', 'Lena');
  const answer = await server.call('GET', `/api/workshops/${workshopId}`, { bearer: late.token });
  expect(GetWorkshopResponse.parse(answer.json()).session).toEqual(session);
  const program = await new Program({ address: server.address, room, token: late.token }).synced();
  expect(program.heard[0]).toEqual({ type: 'session', session });
  const gone = await done(stage, goTo(boardId, 's0'));
  await program.until('the next phase', () => program.all('session').length === 2);
  expect(program.all('session').at(-1)?.session).toEqual(gone);
  const [fromMs, { nowMs }, toMs] = [Date.now(), await stateOf(stage), Date.now()];
  expect(nowMs).toBeGreaterThanOrEqual(fromMs);
  expect(nowMs).toBeLessThanOrEqual(toMs);
  const commanded = await server.call('POST', `/api/workshops/${workshopId}/commands`, {
    body: { ...timer, commandId: nanoid() },
    bearer: stage.people.facilitator.token,
  });
  const { nowMs: thenMs, session: then } = CommandResponse.parse(commanded.json());
  if (then.timer?.status !== 'running') throw new Error('no timer runs');
  expect(then.timer.endsAtMs - thenMs).toBeLessThanOrEqual(6 * minute);
});

it('[RUN56] two who lead and press next at once move everybody by one', async () => {
  const stage = await startRun();
  const { server, made, boardId } = stage;
  const gus = await join(server, made, 'facilitator', 'Gus');
  const begun = await done(stage, start(boardId));
  const other = { ...stage, people: { ...stage.people, facilitator: gus } };
  const [one, two] = await Promise.all([done(stage, goTo(boardId, 's1')), done(other, goTo(boardId, 's1'))]);
  expect(one).toEqual(two);
  expect(one).toMatchObject({ seq: begun.seq + 1, run: { phaseId: 's1' } });
});

it('[TMR12][RUN57] a server that starts again has the timer, the run and the agenda', async () => {
  const stage = await startRun();
  const { boardId } = stage;
  const own = [...script, phase('own')];
  await done(stage, keep(boardId, own));
  await done(stage, start(boardId, 's3'));
  const session = await done(stage, timer);
  const again = { ...stage, server: await startAgain(stage) };
  expect((await stateOf(again)).session).toEqual(session);
  expect(await agendaOf(again, boardId)).toEqual(kept(own));
  expect(await done(again, goTo(boardId, 'own'))).toMatchObject({ run: { phaseId: 'own' }, timer: null });
});

it('[RUN58][ATT7][FLR9] a session that was stored before there were timers, runs, spotlights and hands is read, and goes on', async () => {
  const stage = await startRun();
  const { server, folder, boardId } = stage;
  await done(stage, { type: 'door.set', door: 'closed' });
  await server.close();
  const db = new DatabaseSync(databaseFile(folder.path));
  const before = { seq: 1, door: 'closed', closedAtMs: null, privateWriting: null, voting: null, anonymousBoards: [] };
  db.prepare('UPDATE session_states SET state = ?').run(JSON.stringify(before));
  db.close();
  const storage = await openSqliteStorage({ dataDir: folder.path, log: silentLog });
  const again = { ...stage, server: await startServer({ storage }) };
  expect((await stateOf(again)).session).toEqual({ ...firstSession, seq: 1, door: 'closed' });
  expect(await done(again, start(boardId))).toMatchObject({ seq: 2, door: 'closed', run: { phaseId: 's0' } });
  expect(await done(again, { type: 'spotlight.start', boardId })).toMatchObject({ seq: 3, spotlight: { boardId } });
  expect(await done(again, { type: 'floor.dismiss', participantId: null })).toMatchObject({ seq: 3 });
});

it('[RUN59] copies of a board and of its workshop have its agenda, and their own from then on', async () => {
  const stage = await startRun();
  const { server, workshopId, people, boardId, blankId } = stage;
  const bearer = people.facilitator.token;
  const own = [phase('own', { title: 'Own words' }), ...script.slice(2)];
  await done(stage, keep(boardId, own));
  const copied = await server.call('POST', `/api/boards/${boardId}/duplicate`, { bearer, body: {} });
  const copy = CreateBoardResponse.parse(copied.json()).board.id;
  expect(await agendaOf(stage, copy)).toEqual(kept(own));
  await done(stage, keep(copy, null));
  expect(await agendaOf(stage, boardId)).toEqual(kept(own));
  for (const withCards of [true, false]) {
    const made = CreateWorkshopResponse.parse(
      (
        await server.call('POST', `/api/workshops/${workshopId}/duplicate`, {
          ...{ bearer, body: { title: 'Day 2', boards: [boardId, blankId], withCards } },
        })
      ).json(),
    );
    const facilitator = await join(server, made, 'facilitator');
    const next = { ...stage, workshopId: made.workshop.id, people: { ...people, facilitator } };
    const path = `/api/workshops/${made.workshop.id}`;
    const seen = await server.call('GET', path, { bearer: facilitator.token });
    const { boards, session } = GetWorkshopResponse.parse(seen.json());
    expect(session).toEqual(firstSession);
    const agendas = await Promise.all(boards.map(({ id }) => agendaOf(next, id)));
    expect(agendas).toMatchObject([
      { agenda: own, isOwn: true },
      { agenda: scriptOf(guides.blank), isOwn: false },
    ]);
  }
});

it('[RUN60] a run is on a board of the workshop that people write on, and so is an agenda made', async () => {
  const stage = await startRun();
  const { server, made, people, workshopId } = stage;
  const bearer = people.facilitator.token;
  const body = { template: 'root-cause-tree', example: true };
  const example = await server.call('POST', `/api/workshops/${workshopId}/boards`, { bearer, body });
  const theirs = await makeWorkshop(server);
  const { token } = await join(server, theirs, 'facilitator');
  const binned = await makeBoard(server, made, bearer, 'root-cause-tree');
  await server.call('DELETE', `/api/boards/${binned}`, { bearer });
  const boards = [
    CreateBoardResponse.parse(example.json()).board.id,
    await makeBoard(server, theirs, token, 'root-cause-tree'),
    binned,
  ];
  for (const id of boards)
    for (const what of [start(id), keep(id, script)]) expect(await command(stage, what)).toBe('404 not-found');
  const read = (id: BoardId | undefined) => server.call('GET', `/api/boards/${id}/agenda`, { bearer });
  expect([problemOf(await read(boards[0])), problemOf(await read(binned))]).toEqual([
    '403 not-allowed',
    '404 not-found',
  ]);
  expect((await stateOf(stage)).session).toEqual(firstSession);
});

it('[RUN61] a run ends with its timer when its board goes into the bin, and everybody hears of it', async () => {
  const stage = await startRun();
  const { server, made, people, boardId, blankId } = stage;
  const bearer = people.facilitator.token;
  const bin = async (id: BoardId) => (await server.call('DELETE', `/api/boards/${id}`, { bearer })).status;
  await done(stage, start(boardId));
  const running = await done(stage, timer);
  const room = formatRoomName({ layer: 'shared', boardId: blankId });
  const watcher = await new Program({ address: server.address, room, token: people.viewer.token }).synced();
  expect(await bin(await makeBoard(server, made, bearer))).toBe(204);
  expect((await stateOf(stage)).session).toEqual(running);
  expect(await bin(boardId)).toBe(204);
  await watcher.until('the end', () => watcher.all('session').at(-1)?.session.run === null);
  expect((await stateOf(stage)).session).toEqual({ ...firstSession, seq: running.seq + 1 });
  // Out of the bin it is a board on which nothing runs.
  await server.call('POST', `/api/boards/${boardId}/restore`, { bearer });
  expect((await stateOf(stage)).session.run).toBeNull();
  // Nothing is left running on it, whoever comes first.
  const [begun, status] = await Promise.all([command(stage, start(boardId)), bin(boardId)]);
  expect([status, (await stateOf(stage)).session.run]).toEqual([204, null]);
  if (typeof begun === 'string') expect(begun).toBe('404 not-found');
});
