import { DatabaseSync } from '@photostructure/sqlite';
import { nanoid } from 'nanoid';
import { expect, it } from 'vitest';
import type * as Y from 'yjs';
import { databaseFile } from '../../../server/storage/sqlite/open.ts';
import type { Role } from '../../../shared/access/capabilities.ts';
import { VotingResponse } from '../../../shared/api/voting.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { createGroups, joinRecord, splitRecord } from '../../../shared/board/groups.ts';
import { plainRichText } from '../../../shared/board/rich-text.ts';
import { type BoardId, RoundId } from '../../../shared/protocol/ids.ts';
import type { Votes } from '../../../shared/session/voting.ts';
import { documentShows } from '../../support/wait.ts';
import { shape } from '../../unit/board/support/records.ts';
import { join, joinInBrowser, problemOf } from '../http/server.ts';
import { Program } from '../rooms/program.ts';
import { command, startAgain, startWorkshop } from './support.ts';

const five = { type: 'dots', perPerson: 5, perCard: 2 } as const;

const card = (name: string) =>
  shape(name, 'card', {
    index: `a${name}`,
    props: {
      ...{ w: 280, h: 160, kind: 'cause', fields: {}, face: 'card', textSize: 20, pinned: false, placeholder: '' },
      richText: plainRichText(name),
    },
  });

const opening = (boardId: BoardId, given: { isOpen?: boolean } = {}) =>
  ({
    ...({ type: 'voting.open', boardId, question: 'Which causes first?', method: five, isOpen: false } as const),
    scope: { frameId: null, kind: null },
    ...given,
  }) as const;

type Voter = Pick<Awaited<ReturnType<typeof joinInBrowser>>, 'cookie'>;

/** A board with three cards, people of two organisations, and a round that is open. */
async function voting(given: { isOpen?: boolean } = {}) {
  const stage = await startWorkshop();
  const { server, made, boardId, room, people } = stage;
  const fatima = await new Program({ address: server.address, room, token: people.facilitator.token }).synced();
  for (const name of ['a', 'b', 'c']) {
    const { meta: _server, ...parts } = splitRecord(card(name));
    recordsOf(fatima.doc).set(`shape:${name}`, createGroups(parts));
  }
  await fatima.acknowledged(3);
  const person = (role: Role, name: string, organisation: string) =>
    joinInBrowser(server, made, role, { name, organisation });
  const voters = {
    anna: await person('participant', 'Anna', 'Wells'),
    ben: await person('participant', 'Ben', 'Roads'),
    cleo: await person('participant', 'Cleo', 'Roads'),
    vera: await person('viewer', 'Vera', 'Roads'),
  };
  const opened = await command(stage, opening(boardId, given));
  const round = typeof opened === 'string' ? null : opened.voting;
  if (round === null) throw new Error(`no round: ${JSON.stringify(opened)}`);
  const path = `/api/boards/${boardId}/voting`;
  const cast = ({ cookie }: Voter, votes: Votes, roundId = round.id) =>
    server.call('PUT', `${path}/ballot`, { cookie, body: { roundId, votes } });
  const read = async ({ cookie }: Voter, at = server) =>
    VotingResponse.parse((await at.call('GET', path, { cookie })).json());
  const close = { type: 'voting.close', boardId, id: round.id } as const;
  return { ...stage, ...voters, fatima, round, path, cast, read, close };
}

const fieldsOf = (doc: Y.Doc, id: string): unknown => {
  const groups = recordsOf(doc).get(id);
  const record = groups === undefined ? null : joinRecord(id, groups);
  return (record?.props as { readonly fields: unknown } | undefined)?.fields;
};

it('[VOT10] people vote and vote anew until the round is closed; the server refuses more than it gives and who may not', async () => {
  const stage = await voting();
  const { anna, vera, cast, read, close, boardId } = stage;
  expect((await cast(anna, { 'shape:a': 2, 'shape:b': 2 })).status).toBe(200);
  expect((await read(anna)).ballot).toEqual({ 'shape:a': 2, 'shape:b': 2 });
  const tooMany = await cast(anna, { 'shape:a': 2, 'shape:b': 2, 'shape:c': 2 });
  expect([problemOf(tooMany), tooMany.text]).toEqual(['400 bad-request', expect.stringContaining('too-many')]);
  expect(problemOf(await cast(anna, { 'shape:a': 3 }))).toBe('400 bad-request');
  expect(problemOf(await cast(anna, { 'shape:elsewhere': 1 }))).toBe('400 bad-request');
  expect(problemOf(await cast(vera, { 'shape:a': 1 }))).toBe('403 not-allowed');
  expect(problemOf(await cast(anna, { 'shape:a': 1 }, RoundId.parse(nanoid())))).toBe('409 round-over');
  expect((await read(anna)).ballot).toEqual({ 'shape:a': 2, 'shape:b': 2 });
  expect((await cast(anna, { 'shape:c': 1 })).status).toBe(200);
  // A card that goes gives its dots back, also to a page that has not heard of it.
  recordsOf(stage.fatima.doc).delete('shape:c');
  await stage.fatima.acknowledged(4);
  const without = await cast(anna, { 'shape:c': 1, 'shape:a': 2 });
  expect([without.status, without.json()]).toEqual([200, { ballot: { 'shape:a': 2 } }]);
  expect(await read(vera)).toMatchObject({ ballot: {}, voters: 1 });
  for (const role of ['participant', 'viewer'] as const) {
    expect(await command(stage, close, role)).toBe('403 not-allowed');
    expect(await command(stage, opening(boardId), role)).toBe('403 not-allowed');
  }
  expect(await command(stage, opening(boardId))).toBe('409 voting');
  expect(await command(stage, { type: 'workshop.close' })).toBe('409 voting');
  expect(await command(stage, close)).toMatchObject({ voting: null });
  expect(problemOf(await cast(anna, { 'shape:a': 1 }))).toBe('409 round-over');
  expect((await read(anna)).rounds).toMatchObject([{ tally: { voters: 1 }, ballots: null }]);
});

it('[VOT17] programs have no vote, nor has whoever was removed', async () => {
  const stage = await voting();
  const { server, made, anna, ben, cleo, vera, path, cast, read, close } = stage;
  for (const organisation of ['Ghosts', 'Shadows']) {
    const { token } = await join(server, made, 'participant', 'Bot', organisation);
    const body = { roundId: stage.round.id, votes: { 'shape:b': 2 } };
    expect(problemOf(await server.call('PUT', `${path}/ballot`, { bearer: token, body }))).toBe('403 not-allowed');
  }
  expect((await read(vera)).voters).toBe(0);
  for (const voter of [anna, ben, cleo]) await cast(voter, { 'shape:a': 1 });
  const dora = await joinInBrowser(server, made, 'participant', { name: 'Dora', organisation: 'Roads' });
  await cast(dora, { 'shape:c': 2 });
  await command(stage, { type: 'participant.remove', participantId: dora.participant.id });
  await command(stage, close);
  expect((await read(vera)).rounds).toMatchObject([{ tally: { voters: 3 } }]);
  expect(fieldsOf(stage.fatima.doc, 'shape:c')).toEqual({});
});

it('[VOT17] a ballot that an earlier version kept of a program does not count', async () => {
  const stage = await voting();
  const { folder, people, round, anna, ben, cleo, vera, cast, read, close } = stage;
  for (const voter of [anna, ben, cleo]) await cast(voter, { 'shape:a': 1 });
  const { id, organisationId } = people.participant.participant;
  const db = new DatabaseSync(databaseFile(folder.path), { timeout: 10_000 });
  db.prepare('INSERT INTO ballots (round_id, participant_id, organisation_id, votes) VALUES (?, ?, ?, ?)').run(
    ...[round.id, id, organisationId, JSON.stringify({ 'shape:b': 2 })],
  );
  db.close();
  expect((await read(vera)).voters).toBe(3);
  await command(stage, close);
  expect((await read(vera)).rounds).toMatchObject([{ tally: { voters: 3 } }]);
  expect(fieldsOf(stage.fatima.doc, 'shape:b')).toEqual({});
});

it('[VOT11] while a round is open nobody is told what anybody votes, only how many have; when it is closed, what it came to is on the cards', async () => {
  const stage = await voting();
  const { server, people, anna, ben, cleo, vera, cast, read, close, fatima, boardId, workshopId, room } = stage;
  const reader = new Program({ address: server.address, room, token: people.viewer.token });
  const frames: string[] = [];
  reader.ws.on('message', (frame: Buffer) => frames.push(frame.toString('latin1')));
  await reader.synced();
  frames.length = 0;
  await cast(anna, { 'shape:a': 2, 'shape:b': 1 });
  await cast(ben, { 'shape:b': 2 });
  await cast(cleo, { 'shape:b': 1 });
  await reader.until('three voters', () => reader.all('voters').at(-1)?.voters.voters === 3);
  expect(frames.join('')).not.toContain('shape:');
  for (const { cookie } of [vera, ben]) {
    const paths = [`/api/boards/${boardId}/voting`, `/api/workshops/${workshopId}/session`];
    for (const path of paths)
      expect((await server.call('GET', path, { cookie })).text).not.toContain(anna.participant.id);
    expect((await read({ cookie })).rounds).toEqual([]);
  }
  await command(stage, close);
  await documentShows(fatima.doc, 'the votes', () => JSON.stringify(fieldsOf(fatima.doc, 'shape:b')) !== '{}');
  expect([fieldsOf(fatima.doc, 'shape:a'), fieldsOf(fatima.doc, 'shape:b'), fieldsOf(fatima.doc, 'shape:c')]).toEqual([
    { votes_people: 2 },
    { votes_people: 4 },
    {},
  ]);
  const [closed] = (await read(vera)).rounds;
  expect(closed?.tally.standings.map(({ id, people: dots }) => [id, dots])).toEqual([
    ['shape:b', 4],
    ['shape:a', 2],
    ['shape:c', 0],
  ]);
  // Who voted what is nowhere any more, not in storage either.
  expect(await server.storage.votes.listBallots(stage.round.id)).toEqual([]);
});

it('[VOT12] who voted what can be read of a round that was declared open, and only when it is closed', async () => {
  const stage = await voting({ isOpen: true });
  const { ben, vera, cast, read, close } = stage;
  await cast(ben, { 'shape:b': 2 });
  expect((await read(vera)).rounds).toEqual([]);
  await command(stage, close);
  expect((await read(vera)).rounds).toMatchObject([
    { ballots: [{ participantId: ben.participant.id, votes: { 'shape:b': 2 } }] },
  ]);
});

it('[VOT13] a server that starts again has the round and its ballots; closing it twice comes to the same', async () => {
  const stage = await voting();
  const { ben, cast, read, close } = stage;
  await cast(ben, { 'shape:b': 2 });
  const server = await startAgain(stage);
  const again = { ...stage, server };
  expect((await read(ben, server)).ballot).toEqual({ 'shape:b': 2 });
  expect(await command(again, close)).toMatchObject({ voting: null });
  const before = await read(ben, server);
  expect(await command(again, close)).toMatchObject({ voting: null });
  expect(await read(ben, server)).toEqual(before);
  expect(before.rounds).toMatchObject([{ tally: { voters: 1 } }]);
});

it('[REP12] a round that is closed is told in the report of its board, one that is open is not', async () => {
  const stage = await voting();
  const { server, boardId, people, anna, ben, cleo, close, cast } = stage;
  const report = async () => {
    const bearer = people.participant.token;
    return (await server.call('GET', `/api/boards/${boardId}/export/md`, { bearer })).text;
  };
  await cast(anna, { 'shape:a': 2, 'shape:b': 1 });
  await cast(ben, { 'shape:b': 2 });
  await cast(cleo, { 'shape:b': 1 });
  expect(await report()).not.toContain('Which causes first?');
  await command(stage, close);
  const told = await report();
  expect(told).toContain('Which causes first?');
  expect(told).toMatch(/3 voters of 2 organisations/);
  expect(told).toMatch(/\| b +\| 4 +\| 1 +\|/);
});

it('[VOT6] of a secret round with one voter nothing is told: not to who reads it, not on the cards, in no export', async () => {
  const stage = await voting();
  const { server, boardId, people, anna, vera, fatima, cast, read, close } = stage;
  await cast(anna, { 'shape:a': 2, 'shape:c': 1 });
  await command(stage, close);
  const [round] = (await read(vera)).rounds;
  expect(round?.tally).toMatchObject({ voters: 1, organisations: 1 });
  const nothing = { people: null, rankPeople: null, rankOrganisations: null, organisations: null, spread: null };
  expect(round?.tally.standings).toEqual(['a', 'b', 'c'].map((name) => ({ id: `shape:${name}`, ...nothing })));
  expect(['a', 'b', 'c'].map((name) => fieldsOf(fatima.doc, `shape:${name}`))).toEqual([{}, {}, {}]);
  const exported = async (format: string) =>
    (await server.call('GET', `/api/boards/${boardId}/export/${format}`, { bearer: people.participant.token })).text;
  expect(await exported('json')).not.toContain('votes_people');
  expect(await exported('md')).toContain('Fewer than three people voted.');
});
