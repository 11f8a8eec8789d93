import { expect, it } from 'vitest';
import { recordsOf } from '../../../shared/board/document.ts';
import { createGroups, joinRecord, splitRecord } from '../../../shared/board/groups.ts';
import { plainRichText } from '../../../shared/board/rich-text.ts';
import { isUntouchedStarter } from '../../../shared/board/starter.ts';
import { writeText } from '../../../shared/board/write.ts';
import type { OrganisationId } from '../../../shared/protocol/ids.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { Balance } from '../../../shared/session/balance.ts';
import { card } from '../../unit/board/support/cards.ts';
import { shape } from '../../unit/board/support/records.ts';
import { makeBoard, problemOf } from '../http/server.ts';
import { Program } from '../rooms/program.ts';
import { personIn, type SomePerson, startWorkshop } from './support.ts';

/** Three of Aqua and one of Bore on a board, and a facilitator of Wells who is not on it. */
async function startBalance() {
  const stage = await startWorkshop();
  const lead = await personIn(stage, 'facilitator', 'Lea', 'Wells');
  const people = {
    ana: await personIn(stage, 'participant', 'Ana', 'Aqua'),
    abe: await personIn(stage, 'participant', 'Abe', 'Aqua'),
    aya: await personIn(stage, 'participant', 'Aya', 'Aqua'),
    ben: await personIn(stage, 'participant', 'Ben', 'Bore'),
  };
  const enter = async ({ cookie }: Pick<SomePerson, 'cookie'>, room: string = stage.room) => {
    const headers = { cookie: `cb_session=${cookie}`, origin: stage.server.address };
    return new Program({ address: stage.server.address, room, headers }).synced();
  };
  const [ana, abe, aya, ben] = await Promise.all(Object.values(people).map((person) => enter(person)));
  const read = async ({ cookie }: Pick<SomePerson, 'cookie'> = lead, boardId = stage.boardId) =>
    Balance.parse((await stage.server.call('GET', `/api/boards/${boardId}/balance`, { cookie })).json());
  if (ana === undefined || abe === undefined || aya === undefined || ben === undefined) throw new Error('nobody');
  return { ...stage, lead, who: people, on: { ana, abe, aya, ben }, enter, read };
}

let written = 0;
async function write(program: Program, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    const record = card(`card-${++written}`, text, {}, { index: `a${written + 1}` });
    const { meta: _, rich, ...plain } = splitRecord(record);
    recordsOf(program.doc).set(record.id, createGroups(rich === undefined ? plain : { ...plain, rich }));
  }
  await program.acknowledged(program.acks + texts.length);
}

const figuresOf = ({ organisations }: Balance, id: OrganisationId) =>
  organisations.find((known) => known.id === id)?.figures;

it('[BAL20] facilitators read the balance; participants, viewers, strangers and people of another workshop do not', async () => {
  const { server, boardId, people, read, who, made } = await startBalance();
  const path = `/api/boards/${boardId}/balance`;
  expect((await read()).organisations).toHaveLength(1);
  for (const bearer of [people.participant.token, people.viewer.token])
    expect(problemOf(await server.call('GET', path, { bearer }))).toBe('403 not-allowed');
  expect(problemOf(await server.call('GET', path, { cookie: who.ana.cookie }))).toBe('403 not-allowed');
  expect(problemOf(await server.call('GET', path))).toBe('401 no-session');
  const bearer = people.facilitator.token;
  await server.call('DELETE', `/api/boards/${boardId}`, { bearer });
  expect(problemOf(await server.call('GET', path, { bearer }))).toBe('404 not-found');
  const example = await server.call('POST', `/api/workshops/${made.workshop.id}/boards`, {
    ...{ bearer, body: { template: 'root-cause-tree', example: true } },
  });
  const { board } = example.json() as { board: { id: string } };
  expect(problemOf(await server.call('GET', `/api/boards/${board.id}/balance`, { bearer }))).toBe('403 not-allowed');
});

it('[BAL21] cards with words and turns are counted for the organisation that their people are of by now', async () => {
  const { who, lead, on, read } = await startBalance();
  const aqua = who.ana.organisationId;
  await write(on.ana, 'One', 'Two', '');
  await write(on.ben, 'Three');
  recordsOf(on.abe.doc).set('shape:arrow', createGroups(splitRecord(shape('arrow', 'arrow', { index: 'b1' }))));
  await on.abe.acknowledged(on.abe.acks + 1);
  await lead.does({ type: 'floor.give', participantId: who.abe.id });
  expect(await read()).toEqual({
    organisations: [
      {
        ...{ id: aqua, people: 3 },
        figures: { cards: 2, cardShare: 100, sinceStart: null, turns: 1, turnShare: 100, hidden: null },
      },
    ],
    smaller: { ids: [who.ben.organisationId], figures: null },
    unheard: [who.aya.id],
    unheardOrganisations: [],
    ...{ hasNameless: false, isLopsided: false },
  });
  await lead.does({ type: 'organisation.merge', organisationId: who.ben.organisationId, into: aqua });
  expect(await read()).toMatchObject({
    organisations: [{ people: 4, figures: { cards: 3, turns: 1 } }],
    smaller: { ids: [] },
    unheard: [who.aya.id],
  });
});

it('[BAL22] who has left is named no more and what they wrote stays; whoever is on another board of the workshop is here', async () => {
  const { server, made, people, who, on, enter, read } = await startBalance();
  const other = await makeBoard(server, made, people.facilitator.token);
  await write(on.ana, 'One');
  on.aya.close();
  await on.aya.closed();
  await expect.poll(async () => (await read()).organisations).toEqual([]);
  expect((await read()).smaller.figures).toBeNull();
  await enter(who.aya, formatRoomName({ layer: 'shared', boardId: other }));
  const balance = await read();
  expect(figuresOf(balance, who.ana.organisationId)?.cards).toBe(1);
  expect(balance.unheard).toEqual(expect.arrayContaining([who.aya.id, who.abe.id, who.ben.id]));
});

it('[BAL23] cards since the session on the board began are told, of that board alone', async () => {
  const { server, made, people, who, lead, on, read } = await startBalance();
  const boardId = await makeBoard(server, made, people.facilitator.token, 'root-cause-tree');
  await write(on.ana, 'Before');
  await lead.does({ type: 'run.start', boardId, phaseId: 's0' });
  expect(figuresOf(await read(), who.ana.organisationId)?.sinceStart).toBeNull();
  expect(figuresOf(await read(lead, boardId), who.ana.organisationId)).toMatchObject({ cards: 0, sinceStart: 0 });
});

it('[BAL24] while people write privately, of each told organisation there is as much as everybody hears, and nobody is named', async () => {
  const { boardId, who, lead, enter, read } = await startBalance();
  await lead.does({ type: 'private-writing.start', boardId, isAnonymous: true });
  const room = (person: SomePerson) => formatRoomName({ layer: 'own', boardId, participantId: person.id });
  const [anas, bens] = [await enter(who.ana, room(who.ana)), await enter(who.ben, room(who.ben))];
  await write(anas, 'Mine', 'Mine too');
  await write(bens, 'His');
  const during = await read();
  expect(figuresOf(during, who.ana.organisationId)).toMatchObject({ cards: 0, hidden: 2 });
  expect(during.smaller.figures).toBeNull();
  expect(during.unheard).toHaveLength(4);
  await lead.does({ type: 'private-writing.reveal', boardId });
  await expect.poll(async () => (await read()).hasNameless, { timeout: 30_000 }).toBe(true);
  const after = await read();
  expect(figuresOf(after, who.ana.organisationId)).toMatchObject({ cards: 0, hidden: null });
  expect(after.unheard).toHaveLength(4);
});

it('[BAL25] whoever first writes into an invitation of the template is its author, and nobody who goes on', async () => {
  const { server, made, people, who, enter, read } = await startBalance();
  const boardId = await makeBoard(server, made, people.facilitator.token, 'root-cause-tree');
  const room = formatRoomName({ layer: 'shared', boardId });
  const [ana, ben] = [await enter(who.ana, room), await enter(who.ben, room)];
  const records = recordsOf(ana.doc);
  const isGhost = (id: string) => {
    const groups = records.get(id);
    const record = groups && joinRecord(id, groups);
    return record?.type === 'card' && isUntouchedStarter(record as never);
  };
  const ghost = [...records.keys()].find(isGhost) ?? '';
  const metaOf = (program: Program) => recordsOf(program.doc).get(ghost)?.get('meta') as { author?: string };
  const say = (program: Program, text: string) => {
    program.doc.transact(() => writeText(recordsOf(program.doc).get(ghost)?.get('rich') as never, plainRichText(text)));
  };
  expect(metaOf(ana).author).toBeUndefined();
  expect((await read(undefined, boardId)).hasNameless).toBe(false);
  say(ana, 'Rain');
  await ben.until('the author', () => metaOf(ben).author !== undefined);
  say(ben, 'Rain and wind');
  await ben.acknowledged(ben.acks + 1);
  expect(metaOf(ben)).toMatchObject({ author: who.ana.id, created: expect.any(Number) });
  expect(await read(undefined, boardId)).toMatchObject({
    hasNameless: false,
    organisations: [{ figures: { cards: 1 } }],
  });
});
