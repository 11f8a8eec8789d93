import { nanoid } from 'nanoid';
import { expect, it } from 'vitest';
import { CreateBoardResponse } from '../../../shared/api/boards.ts';
import { SendCardResponse } from '../../../shared/api/cards.ts';
import { VotingCardsResponse } from '../../../shared/api/voting.ts';
import type { CardShape } from '../../../shared/board/card-shapes.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { type AnyRecord, joinRecord } from '../../../shared/board/groups.ts';
import { plainText } from '../../../shared/board/rich-text.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import type { Command } from '../../../shared/session/commands.ts';
import { type Answer, join, makeBoard, makeWorkshop, problemOf } from '../http/server.ts';
import { Program } from '../rooms/program.ts';
import { command, startAgain, startWorkshop } from './support.ts';

/** A workshop with a root cause tree, and Fatima reading along on it. */
async function sending() {
  const stage = await startWorkshop();
  const { server, made, people } = stage;
  const boardId = await makeBoard(server, made, people.facilitator.token, 'root-cause-tree');
  const room = formatRoomName({ layer: 'shared', boardId });
  const reader = await new Program({ address: server.address, room, token: people.facilitator.token }).synced();
  const send = (bearer: string, body: object, board: string = boardId, at = server) =>
    at.call('POST', `/api/boards/${board}/cards`, { bearer, body: { id: nanoid(), ...body } });
  return { ...stage, boardId, room, reader, send };
}

const shapesIn = (program: Program) =>
  [...recordsOf(program.doc)].flatMap(([id, groups]) => {
    const record = joinRecord(id, groups);
    return record?.typeName === 'shape' ? [record] : [];
  });
const textOf = ({ props }: AnyRecord): string =>
  plainText((props as unknown as CardShape['props']).richText as Parameters<typeof plainText>[0]);
const cardsIn = (program: Program) => shapesIn(program).filter(({ type }) => type === 'card');
const withText = (program: Program, text: string) => cardsIn(program).filter((card) => textOf(card) === text);
const isPrivate = (answer: Answer): boolean => SendCardResponse.parse(answer.json()).isPrivate;

it('[PHN10] a card that is sent is on the board of everybody, with its author and the kind and place of the zone, before the answer comes', async () => {
  const { boardId, people, reader, send, server, room } = await sending();
  const { participant } = people;
  const id = nanoid();
  const answer = await send(participant.token, { id, text: '  The van is\nback at five ', place: 'problem/drafts' });
  expect([answer.status, isPrivate(answer)]).toEqual([201, false]);
  const late = await new Program({ address: server.address, room, token: people.viewer.token }).synced();
  const [card] = withText(late, 'The van is back at five');
  expect(card).toMatchObject({
    id: `shape:${id}`,
    type: 'card',
    props: { kind: 'problem' },
    meta: { author: participant.participant.id },
  });
  await reader.until('the card', () => withText(reader, 'The van is back at five').length === 1);
  const journal = await server.call('GET', `/api/boards/${boardId}/contributors`, { bearer: people.facilitator.token });
  expect(journal.text).toContain(participant.participant.id);
});

it('[PHN11] it comes to the place of the phase that the session is in, and goes out of the way of others', async () => {
  const { boardId, people, reader, send, ...stage } = await sending();
  const started = await command({ ...stage, people }, { type: 'run.start', boardId, phaseId: 's1' });
  if (typeof started === 'string') throw new Error(started);
  for (const text of ['One', 'Two', 'Three']) expect((await send(people.participant.token, { text })).status).toBe(201);
  await reader.until('the cards', () => withText(reader, 'Three').length === 1);
  // The phase is about drafts of the problem.
  expect(
    cardsIn(reader).flatMap((card) => (textOf(card) === 'Two' ? [(card.props as { kind?: unknown }).kind] : [])),
  ).toEqual(['problem']);
  const boxes = ['One', 'Two', 'Three'].map((text) => withText(reader, text)[0] as never as { x: number; y: number });
  expect(new Set(boxes.map(({ x, y }) => `${x} ${y}`)).size).toBe(3);
});

it('[PHN50] a card that was written for one phase lands there in the next; one that was written for none, where nothing is chosen', async () => {
  const { boardId, people, reader, send, ...stage } = await sending();
  const started = await command({ ...stage, people }, { type: 'run.start', boardId, phaseId: 's1' });
  const phases = typeof started === 'string' ? [] : (started.run?.agenda ?? []);
  const [first, later] = [phases[0], phases.find(({ place }) => place?.startsWith('tree/'))];
  if (later === undefined) throw new Error('no phase of the tree');
  await command({ ...stage, people }, { type: 'phase.set', boardId, phaseId: later.id });
  const { token } = people.participant;
  const given = { Late: { place: first?.place ?? null }, Nowhere: { place: null }, Now: {} } as const;
  for (const [text, where] of Object.entries(given)) expect((await send(token, { text, ...where })).status).toBe(201);
  await reader.until('the cards', () => withText(reader, 'Now').length === 1);
  const kinds = Object.keys(given).flatMap((text) =>
    withText(reader, text).map(({ props }) => (props as { kind?: unknown }).kind),
  );
  expect(kinds.slice(0, 2)).toEqual(['problem', 'problem']);
  expect(kinds[2]).not.toBe('problem');
});

it('[PHN12] sent twice, at once, after a restart and after an anonymous reveal, it is there once', async () => {
  const stage = await sending();
  const { people, send, boardId, room } = stage;
  const [id, secret] = [nanoid(), nanoid()];
  const { token } = people.participant;
  const both = await Promise.all([send(token, { id, text: 'Once' }), send(token, { id, text: 'Once' })]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 201]);
  await command(stage, { type: 'private-writing.start', boardId, isAnonymous: true });
  expect(isPrivate(await send(token, { id: secret, text: 'Nameless' }))).toBe(true);
  await command(stage, { type: 'private-writing.reveal', boardId });
  await stage.reader.until('the revealing', () => withText(stage.reader, 'Nameless').length === 1);
  const again = await startAgain(stage);
  for (const body of [
    { id, text: 'Once' },
    { id: secret, text: 'Nameless' },
  ])
    expect((await send(token, body, boardId, again)).status).toBe(200);
  const reader = await new Program({ address: again.address, room, token }).synced();
  expect(withText(reader, 'Once')).toHaveLength(1);
  expect(withText(reader, 'Nameless')).toHaveLength(1);
  expect(withText(reader, 'Nameless')[0]?.meta).toEqual({});
});

it('[PHN13] participants, facilitators and their programs send; viewers, strangers and people of another workshop do not, nor anybody to an example, a board in the bin or a closed session', async () => {
  const stage = await sending();
  const { server, people, boardId, send } = stage;
  const text = 'A card';
  expect((await send(people.participant.token, { text })).status).toBe(201);
  expect((await send(people.facilitator.token, { text })).status).toBe(201);
  expect(problemOf(await send(people.viewer.token, { text }))).toBe('403 not-allowed');
  expect(problemOf(await send('nobody', { text }))).toBe('401 no-session');
  const other = await makeWorkshop(server, 'Elsewhere');
  const stranger = await join(server, other, 'facilitator', 'Zoe');
  expect(problemOf(await send(stranger.token, { text }))).toBe('403 not-allowed');
  expect(problemOf(await send(people.participant.token, { text }, nanoid()))).toBe('404 not-found');
  const example = await server.call('POST', `/api/workshops/${stage.workshopId}/boards`, {
    ...{ bearer: people.facilitator.token, body: { template: 'root-cause-tree', example: true } },
  });
  const { board } = CreateBoardResponse.parse(example.json());
  expect(problemOf(await send(people.participant.token, { text }, board.id))).toBe('403 not-allowed');
  for (const body of [{ text: ' ' }, { text: 'x'.repeat(121) }, { text, id: 'short' }, { text, place: 'problem/none' }])
    expect(problemOf(await send(people.participant.token, body))).toBe('400 bad-request');
  await command(stage, { type: 'workshop.close' });
  expect(problemOf(await send(people.participant.token, { text }))).toBe('409 session-closed');
  await command(stage, { type: 'workshop.reopen' });
  await server.call('DELETE', `/api/boards/${boardId}`, { bearer: people.facilitator.token });
  expect(problemOf(await send(people.participant.token, { text }))).toBe('404 not-found');
});

it('[PHN13] nothing is sent to where facilitators have locked it; who leads sends, and what is written privately is written', async () => {
  const stage = await sending();
  const { send, people, boardId } = stage;
  const [mine, leads] = [people.participant.token, people.facilitator.token];
  const set = async (what: Command) => expect(typeof (await command(stage, what))).toBe('object');
  await set({ type: 'lock.set', boardId, place: 'problem/drafts', isLocked: true });
  const drafts = 'problem/drafts';
  expect(problemOf(await send(mine, { text: 'One', place: drafts }))).toBe('409 locked');
  expect((await send(mine, { text: 'Elsewhere', place: 'problem/know' })).status).toBe(201);
  expect((await send(leads, { text: 'Led', place: drafts })).status).toBe(201);
  await set({ type: 'lock.set', boardId, place: null, isLocked: true });
  expect(problemOf(await send(mine, { text: 'Two', place: 'problem/know' }))).toBe('409 locked');
  await set({ type: 'private-writing.start', boardId, isAnonymous: false });
  const privately = await send(mine, { text: 'Alone', place: drafts });
  expect([privately.status, isPrivate(privately)]).toEqual([201, true]);
});

it('[PHN14] nobody takes over a card of somebody else by sending under its id', async () => {
  const { people, send, reader } = await sending();
  const id = nanoid();
  await send(people.facilitator.token, { id, text: 'Mine' });
  expect(problemOf(await send(people.participant.token, { id, text: 'Yours' }))).toBe('400 bad-request');
  await reader.until('the card', () => withText(reader, 'Mine').length === 1);
  expect(withText(reader, 'Yours')).toEqual([]);
});

it('[PHN15] more than thirty cards in a minute are turned away, and others go on', async () => {
  const { people, send } = await sending();
  const answers: number[] = [];
  for (let number = 0; number < 31; number++)
    answers.push((await send(people.participant.token, { text: `Card ${number}` })).status);
  expect(answers.filter((status) => status === 201)).toHaveLength(30);
  expect(answers.at(-1)).toBe(429);
  expect((await send(people.facilitator.token, { text: 'Mine' })).status).toBe(201);
});

it('[PHN16] while people write privately a card is its writer’s alone: no frame and no export of anybody else holds a letter of it until it is revealed, and it is counted', async () => {
  const canary = 'Zilvermeeuw-41c9';
  const stage = await sending();
  const { server, people, boardId, room, made, send } = stage;
  const ben = await join(server, made, 'participant', 'Ben', 'Roads');
  const frames: string[] = [];
  const others = [people.facilitator, people.viewer, ben].map(({ token }) => {
    const program = new Program({ address: server.address, room, token });
    program.ws.on('message', (frame: Buffer) => frames.push(frame.toString('latin1')));
    return program;
  });
  await Promise.all(others.map((program) => program.synced()));
  await command(stage, { type: 'private-writing.start', boardId, isAnonymous: false });
  const { token, participant } = people.participant;
  expect(isPrivate(await send(token, { text: canary, place: 'tree/c1' }))).toBe(true);
  const mine = await new Program({
    ...{ address: server.address, token },
    room: formatRoomName({ layer: 'own', boardId, participantId: participant.id }),
  }).synced();
  expect(withText(mine, canary)).toHaveLength(1);
  const [first] = others as [Program];
  await first.until('the count', () =>
    JSON.stringify(first.all('private-counts').at(-1)?.counts ?? '').includes('"shapes":1'),
  );
  for (const kind of ['json', 'csv', 'md'])
    for (const { token: bearer } of [people.facilitator, people.viewer, ben])
      expect((await server.call('GET', `/api/boards/${boardId}/export/${kind}`, { bearer })).text).not.toContain(
        canary,
      );
  expect(frames.join()).not.toContain(canary);
  expect(server.log()).not.toContain(canary);
  await command(stage, { type: 'private-writing.reveal', boardId });
  await first.until('the revealing', () => withText(first, canary).length === 1);
  expect(withText(first, canary)[0]?.meta).toMatchObject({ author: participant.id });
});

it('[PHN17] what was written privately and comes after the reveal stays its writer’s, nameless where that was promised, until they publish it', async () => {
  const stage = await sending();
  const { server, people, boardId, reader, send } = stage;
  const { token } = people.participant;
  await command(stage, { type: 'private-writing.start', boardId, isAnonymous: true });
  await command(stage, { type: 'private-writing.reveal', boardId });
  await reader.until('the end', () => reader.all('session').at(-1)?.session.privateWriting === null);
  expect(isPrivate(await send(token, { text: 'Late', isPrivate: true }))).toBe(true);
  expect(withText(reader, 'Late')).toEqual([]);
  expect((await server.call('POST', `/api/boards/${boardId}/private/publish`, { bearer: token })).status).toBe(204);
  await reader.until('the card', () => withText(reader, 'Late').length === 1);
  expect(withText(reader, 'Late')[0]?.meta).toEqual({});
});

it('[PHN18] under steady sending a reveal loses no card, doubles none, and shows none before it', async () => {
  const stage = await sending();
  const { people, boardId, reader, send } = stage;
  await command(stage, { type: 'private-writing.start', boardId, isAnonymous: false });
  const texts = Array.from({ length: 16 }, (_, number) => `Card ${number}`);
  const arrived: string[] = [];
  const counted = () => {
    const { counts = [] } = reader.all('private-counts').at(-1)?.counts ?? {};
    return counts.reduce((sum, { shapes }) => sum + shapes, 0);
  };
  const isOver = () => reader.all('session').at(-1)?.session.privateWriting === null;
  const sendAll = async () => {
    for (const text of texts) {
      const id = nanoid();
      const before = counted();
      // As a page does, which sends again what the server could not take in the moment of the reveal.
      for (;;) {
        const answer = await send(people.participant.token, { id, text, isPrivate: true });
        if (answer.status < 300) break;
        expect(problemOf(answer)).toBe('503 not-ready');
      }
      arrived.push(text);
      // Counts are gathered for a moment: so the cards come before, while and after all is revealed.
      await reader.until('the next count', () => isOver() || counted() > before);
    }
  };
  const revealing = await command(stage, { type: 'private-writing.reveal', boardId });
  const revealAtMs = typeof revealing === 'string' ? null : (revealing.privateWriting?.revealAtMs ?? null);
  if (revealAtMs === null) throw new Error(`no reveal: ${JSON.stringify(revealing)}`);
  const early: string[] = [];
  reader.doc.on('update', () => {
    if (Date.now() < revealAtMs) early.push(...texts.filter((text) => withText(reader, text).length > 0));
  });
  await sendAll();
  await reader.until('the end', isOver);
  await stage.server.call('POST', `/api/boards/${boardId}/private/publish`, { bearer: people.participant.token });
  await reader.until('every card', () => texts.every((text) => withText(reader, text).length === 1));
  expect([arrived, early]).toEqual([texts, []]);
});

it('[PHN19] whoever asks for nothing hears of the session and of who is here, stays, and is told nothing of the document', async () => {
  const stage = await sending();
  const { server, people, boardId, room, reader, send } = stage;
  const phone = new Program({ address: server.address, room, token: people.participant.token });
  await phone.until('the session', () => phone.all('session').length > 0);
  await send(people.facilitator.token, { text: 'On the wall' });
  await reader.until('the card', () => withText(reader, 'On the wall').length === 1);
  await command(stage, { type: 'timer.start', lengthMs: 60_000 });
  await phone.until('the timer', () => phone.all('session').at(-1)?.session.timer !== null);
  expect(phone.heard.filter(({ type }) => type === 'update' || type === 'step-2' || type === 'awareness')).toEqual([]);
  expect(phone.all('roster').length).toBeGreaterThan(0);
  expect([phone.code, boardId.length]).toEqual([null, 21]);
  await phone.synced();
  expect(withText(phone, 'On the wall')).toHaveLength(1);
});

it('[PHN20] the cards of a round are read by everybody who may read the board, and what is private is none of them', async () => {
  const stage = await sending();
  const { server, people, boardId, send } = stage;
  await send(people.participant.token, { text: 'Seen', place: 'problem/drafts' });
  await send(people.participant.token, { text: 'Hidden', isPrivate: true });
  const scope = { frameId: null, kind: null };
  const opened = await command(stage, {
    ...({ type: 'voting.open', boardId, question: 'Which?', isOpen: false, scope } as const),
    method: { type: 'dots', perPerson: 3, perCard: 2 },
  });
  if (typeof opened === 'string') throw new Error(opened);
  const path = `/api/boards/${boardId}/voting/${opened.voting?.id}/cards`;
  for (const { token: bearer } of Object.values(people)) {
    const { cards } = VotingCardsResponse.parse((await server.call('GET', path, { bearer })).json());
    expect(cards.map(({ title }) => title)).toEqual(['Seen']);
  }
  const stranger = await join(server, await makeWorkshop(server, 'Elsewhere'), 'facilitator', 'Zoe');
  expect(problemOf(await server.call('GET', path, { bearer: stranger.token }))).toBe('403 not-allowed');
  const none = `/api/boards/${boardId}/voting/${nanoid()}/cards`;
  expect(problemOf(await server.call('GET', none, { bearer: people.viewer.token }))).toBe('404 not-found');
});
