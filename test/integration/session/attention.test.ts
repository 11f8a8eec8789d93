import { nanoid } from 'nanoid';
import { expect, it } from 'vitest';
import { CreateBoardResponse } from '../../../shared/api/boards.ts';
import { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import { encodeSession } from '../../../shared/protocol/messages.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import type { Command } from '../../../shared/session/commands.ts';
import { firstSession } from '../../../shared/session/session.ts';
import { join, makeBoard, makeWorkshop, problemOf } from '../http/server.ts';
import { Program } from '../rooms/program.ts';
import { personIn, sessionOf, startAgain, startWorkshop } from './support.ts';

const view = { x: -400, y: 120.5, w: 1_600, h: 900 };
const spotlight = (boardId: BoardId): Command => ({ type: 'spotlight.start', boardId });
const stop: Command = { type: 'spotlight.stop' };
const gather = (boardId: BoardId): Command => ({ type: 'gather', boardId, view });
const shown = (boardId: BoardId): Command => ({ type: 'spotlight.frame', boardId, frame: '2 The tree' });

async function startAttention() {
  const stage = await startWorkshop();
  const lead = await personIn(stage, 'facilitator', 'Lea', 'Wells');
  return { ...stage, lead };
}

it('[ATT10] facilitators ask everybody to follow them and gather them; nobody else does, over no way', async () => {
  const stage = await startAttention();
  const { server, lead, boardId, room } = stage;
  const others = [await personIn(stage, 'participant', 'Ben', 'Aqua'), await personIn(stage, 'viewer', 'Vic', 'Aqua')];
  for (const what of [spotlight(boardId), shown(boardId), gather(boardId), stop]) {
    const before = await sessionOf(stage);
    for (const other of others) expect(await other.asks(what), what.type).toBe('403 not-allowed');
    expect(await sessionOf(stage), what.type).toEqual(before);
    expect(await lead.does(what), what.type).toMatchObject({ seq: before.seq + 1 });
  }
  // Whose it is nobody can say: it is from whoever gives it.
  const sent = { ...spotlight(boardId), participantId: others[0]?.id };
  expect(await lead.asks(sent)).toMatchObject({ spotlight: { boardId, participantId: lead.id } });
  const before = await sessionOf(stage);
  const program = await new Program({ address: server.address, room, token: stage.people.participant.token }).synced();
  program.say(encodeSession({ ...before, seq: 99, spotlight: null }));
  expect(await program.closed()).toBe(CloseCode.notAllowed);
  expect(await sessionOf(stage)).toEqual(before);
});

it('[ATT11] a view that is no part of a board is refused (400), and nobody is moved', async () => {
  const stage = await startAttention();
  const { server, workshopId, boardId, lead } = stage;
  const gathered = async (key: string, written: string) => {
    const parts = Object.entries(view).map(([name, at]) => `"${name}":${name === key ? written : at}`);
    const head = `"type":"gather","boardId":"${boardId}","commandId":"${nanoid()}"`;
    const raw = `{${head},"view":{${parts.join(',')}}}`;
    return (await server.call('POST', `/api/workshops/${workshopId}/commands`, { cookie: lead.cookie, raw })).status;
  };
  for (const bad of ['NaN', 'null', '1e999', '-1e999', '1e300', '"5"', '[]', '10000001'])
    for (const key of ['x', 'y', 'w', 'h']) expect(await gathered(key, bad), `${key} ${bad}`).toBe(400);
  for (const size of ['0', '-1', '0.1', '1e-300']) expect(await gathered('w', size), size).toBe(400);
  expect(await sessionOf(stage)).toEqual(firstSession);
  expect(await gathered('x', '1e6')).toBe(200);
});

it('[ATT12] whoever comes later has the spotlight at once, with the workshop and on the socket; so has a server that starts again', async () => {
  const stage = await startAttention();
  const { server, made, workshopId, boardId, lead, room } = stage;
  await lead.does(gather(boardId));
  const session = await lead.does(spotlight(boardId));
  const late = await join(server, made, 'participant', 'Lena');
  const answer = await server.call('GET', `/api/workshops/${workshopId}`, { bearer: late.token });
  expect(GetWorkshopResponse.parse(answer.json()).session).toEqual(session);
  const program = await new Program({ address: server.address, room, token: late.token }).synced();
  expect(program.heard[0]).toEqual({ type: 'session', session });
  expect(await lead.does(spotlight(boardId))).toEqual(session);
  const over = await lead.does(stop);
  await program.until('the end', () => program.all('session').length === 2);
  // What changed nothing was told to nobody.
  expect(program.all('session').map((heard) => heard.session)).toEqual([session, over]);
  const again = { ...stage, server: await startAgain(stage) };
  expect(await sessionOf(again)).toEqual(over);
});

it('[ATT13] attention is asked for on a board of the workshop that people write on', async () => {
  const stage = await startAttention();
  const { server, made, workshopId, people, lead } = stage;
  const bearer = people.facilitator.token;
  const body = { template: 'root-cause-tree', example: true };
  const example = await server.call('POST', `/api/workshops/${workshopId}/boards`, { bearer, body });
  const theirs = await makeWorkshop(server);
  const { token } = await join(server, theirs, 'facilitator');
  const binned = await makeBoard(server, made, bearer);
  await server.call('DELETE', `/api/boards/${binned}`, { bearer });
  for (const id of [CreateBoardResponse.parse(example.json()).board.id, await makeBoard(server, theirs, token), binned])
    for (const what of [spotlight(id), gather(id)]) expect(await lead.asks(what)).toBe('404 not-found');
  expect(await sessionOf(stage)).toEqual(firstSession);
});

it('[ATT14] in the bin a board loses spotlight and gathering, everybody hears of it, and nothing is left there', async () => {
  const stage = await startAttention();
  const { server, made, people, boardId, lead } = stage;
  const bearer = people.facilitator.token;
  const bin = async (id: BoardId) => (await server.call('DELETE', `/api/boards/${id}`, { bearer })).status;
  const second = await makeBoard(server, made, bearer);
  await lead.does(gather(boardId));
  const session = await lead.does(spotlight(boardId));
  const room = formatRoomName({ layer: 'shared', boardId: second });
  const watcher = await new Program({ address: server.address, room, token: people.viewer.token }).synced();
  expect(await bin(await makeBoard(server, made, bearer))).toBe(204);
  expect(await sessionOf(stage)).toEqual(session);
  expect(await bin(boardId)).toBe(204);
  await watcher.until('the end', () => watcher.all('session').at(-1)?.session.spotlight === null);
  expect(await sessionOf(stage)).toEqual({ ...firstSession, seq: session.seq + 1 });
  await server.call('POST', `/api/boards/${boardId}/restore`, { bearer });
  // Whoever comes first.
  const [begun, called, status] = await Promise.all([
    lead.asks(spotlight(boardId)),
    lead.asks(gather(boardId)),
    bin(boardId),
  ]);
  expect(status).toBe(204);
  for (const one of [begun, called]) if (typeof one === 'string') expect(one).toBe('404 not-found');
  expect(await sessionOf(stage)).toMatchObject({ spotlight: null, gathering: null });
});

it('[ATT15] a spotlight ends when whoever is followed is removed, and stays when somebody else is', async () => {
  const stage = await startAttention();
  const { boardId, lead, people } = stage;
  const gus = await personIn(stage, 'facilitator', 'Gus', 'Wells');
  const session = await gus.does(spotlight(boardId));
  const remove = (participantId: string) => lead.asks({ type: 'participant.remove', participantId });
  expect(await remove(people.participant.participant.id)).toEqual(session);
  expect(await remove(gus.id)).toEqual({ ...session, seq: session.seq + 1, spotlight: null });
});

it('[RCT10] everybody on a board sees what anybody shows, viewers’ too, under the name that the server knows; strangers and other boards see nothing', async () => {
  const stage = await startWorkshop();
  const { server, boardId, room, people, made } = stage;
  const on = (token: string, at: string = room) => new Program({ address: server.address, room: at, token }).synced();
  const elsewhere = formatRoomName({
    layer: 'shared',
    boardId: await makeBoard(server, made, people.facilitator.token),
  });
  const [watching, apart] = [await on(people.viewer.token), await on(people.viewer.token, elsewhere)];
  const react = (bearer: string | undefined, body: unknown) =>
    server.call('POST', `/api/boards/${boardId}/reactions`, { body, ...(bearer !== undefined && { bearer }) });
  for (const role of ['facilitator', 'participant', 'viewer'] as const)
    expect((await react(people[role].token, { reaction: 'agree', participantId: 'x' })).status).toBe(204);
  await watching.until('three', () => watching.all('reaction').length === 3);
  expect(watching.all('reaction').map(({ reacted }) => reacted)).toEqual(
    (['facilitator', 'participant', 'viewer'] as const).map((role) => ({
      ...{ participantId: people[role].participant.id, reaction: 'agree' },
    })),
  );
  await apart.synced();
  expect(apart.all('reaction')).toEqual([]);
  expect(problemOf(await react(people.viewer.token, { reaction: 'spam' }))).toBe('400 bad-request');
  expect(problemOf(await react(undefined, { reaction: 'agree' }))).toBe('401 no-session');
  const theirs = await makeWorkshop(server);
  const stranger = await join(server, theirs, 'facilitator');
  expect(problemOf(await react(stranger.token, { reaction: 'agree' }))).toBe('403 not-allowed');
});

it('[RCT11] one person shows sixty a minute, and the others go on', async () => {
  const { server, boardId, people } = await startWorkshop();
  const react = (bearer: string) =>
    server.call('POST', `/api/boards/${boardId}/reactions`, { body: { reaction: 'heart' }, bearer });
  const answers = [];
  for (let count = 0; count < 61; count++) answers.push((await react(people.participant.token)).status);
  expect(answers.filter((status) => status === 204)).toHaveLength(60);
  expect(answers.at(-1)).toBe(429);
  expect((await react(people.viewer.token)).status).toBe(204);
});
