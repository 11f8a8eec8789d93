import { nanoid } from 'nanoid';
import { describe, expect, it } from 'vitest';
import { CreateBoardResponse } from '../../../shared/api/boards.ts';
import { UpdateMeResponse, UpdateWorkshopResponse } from '../../../shared/api/workshops.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { createGroups, splitRecord } from '../../../shared/board/groups.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import type { ParticipantId } from '../../../shared/protocol/ids.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { card } from '../../unit/board/support/cards.ts';
import { give, look } from './people.ts';
import { join, joinInBrowser, makeBoard, makeWorkshop, problemOf, startServer } from './server.ts';
import { connectWriter } from './writer.ts';

async function started() {
  const server = await startServer();
  const made = await makeWorkshop(server, 'Clean water', ['Aqua', 'Aqua vzw']);
  const ada = await joinInBrowser(server, made, 'facilitator', { name: 'Ada', organisation: 'Aqua' });
  const ben = await joinInBrowser(server, made, 'participant', { name: 'Ben', organisation: 'Aqua vzw' });
  const me = `/api/workshops/${made.workshop.id}/participants/me`;
  return { server, made, ada, ben, me };
}

describe('people', () => {
  it('[PPL12] everybody changes their own name and organisation, and what is left out stays', async () => {
    const { server, made, ada, ben, me } = await started();
    const change = async (body: object) => {
      const answer = await server.call('PATCH', me, { body, cookie: ben.cookie });
      return UpdateMeResponse.parse(answer.json()).participant;
    };
    const { id } = ben.participant;
    expect(await change({ name: ' Ben  Smit ' })).toEqual({
      ...ben.participant,
      name: 'Ben Smit',
      nameInReport: false,
      remote: false,
    });
    expect(await change({ organisation: 'Pumps' })).toMatchObject({ id, name: 'Ben Smit', colour: 3 });
    expect(await change({ nameInReport: true, organisation: 'AQUA' })).toMatchObject({ colour: 1, nameInReport: true });
    expect(await change({})).toMatchObject({ name: 'Ben Smit', nameInReport: true });
    const seen = await look(server, made, ada.cookie);
    expect(seen.people.map(({ name, organisationId }) => [name, organisationId])).toEqual([
      ['Ada', ada.participant.organisationId],
      ['Ben Smit', ada.participant.organisationId],
    ]);
    expect(problemOf(await server.call('PATCH', me, { body: { name: '  ' }, cookie: ben.cookie }))).toBe(
      '400 bad-request',
    );
  });

  it('[PPL12] everybody on the board sees the new name at once', async () => {
    const { server, made, ada, ben, me } = await started();
    const created = await server.call('POST', `/api/workshops/${made.workshop.id}/boards`, {
      body: { template: 'blank' },
      cookie: ada.cookie,
    });
    const { board } = CreateBoardResponse.parse(created.json());
    const room = formatRoomName({ layer: 'shared', boardId: board.id });
    const as = (cookie: string) =>
      connectWriter({
        ...{ address: server.address, room },
        headers: { cookie: `cb_session=${cookie}`, origin: server.address },
      });
    const [watching, named] = [as(ada.cookie), as(ben.cookie)];
    await Promise.all([watching.synced, named.synced]);
    await server.call('PATCH', me, { body: { name: 'Benjamin', organisation: 'Pumps' }, cookie: ben.cookie });
    await watching.rosterShows('the new name', ({ entries }) =>
      entries.some(({ name, organisation }) => name === 'Benjamin' && organisation === 'Pumps'),
    );
    watching.close();
    named.close();
  });

  it('[PPL21] everybody says of themselves that they are not in the room, a facilitator of anybody; boards show it at once', async () => {
    const { server, made, ada, ben, me } = await started();
    const eve = await joinInBrowser(server, made, 'participant', { name: 'Eve', organisation: 'Aqua', remote: true });
    const remote = async () =>
      (await look(server, made, ada.cookie)).people.map((person) => [person.name, person.remote]);
    expect(await remote()).toEqual([
      ['Ada', false],
      ['Ben', false],
      ['Eve', true],
    ]);
    const room = formatRoomName({ layer: 'shared', boardId: await makeBoard(server, made, ada.cookie) });
    const as = (cookie: string) =>
      connectWriter({
        ...{ address: server.address, room },
        headers: { cookie: `cb_session=${cookie}`, origin: server.address },
      });
    const [watching, there] = [as(ada.cookie), as(ben.cookie)];
    await Promise.all([watching.synced, there.synced]);
    const shows = (isRemote: boolean) =>
      watching.rosterShows(`remote ${isRemote}`, ({ entries }) =>
        entries.some((entry) => entry.name === 'Ben' && entry.remote === isRemote),
      );
    const own = await server.call('PATCH', me, { body: { remote: true }, cookie: ben.cookie });
    expect(UpdateMeResponse.parse(own.json()).participant).toMatchObject({ name: 'Ben', remote: true });
    await shows(true);
    const update = (whom: ParticipantId, isRemote: boolean) =>
      ({ type: 'participant.update', participantId: whom, remote: isRemote }) as const;
    await give(server, made, ada.cookie, update(ben.participant.id, false));
    await shows(false);
    await give(server, made, ada.cookie, update(eve.participant.id, false));
    expect((await remote()).every(([, isRemote]) => isRemote === false)).toBe(true);
    const answer = await give(server, made, ben.cookie, update(eve.participant.id, true));
    expect(problemOf(answer)).toBe('403 not-allowed');
    for (const wrong of [{ remote: 'yes' }, { remote: null }])
      expect(problemOf(await server.call('PATCH', me, { body: wrong, cookie: ben.cookie }))).toBe('400 bad-request');
    expect((await remote()).every(([, isRemote]) => isRemote === false)).toBe(true);
    watching.close();
    there.close();
  });

  it('[PPL17] who comes in again under another name is seen so on open boards; with more rights the page comes back', async () => {
    const { server, made, ada, ben } = await started();
    const { cookie } = ben;
    const room = formatRoomName({ layer: 'shared', boardId: await makeBoard(server, made, ada.cookie) });
    const as = (value: string) =>
      connectWriter({
        ...{ address: server.address, room },
        headers: { cookie: `cb_session=${value}`, origin: server.address },
      });
    const [watching, open] = [as(ada.cookie), as(cookie)];
    await Promise.all([watching.synced, open.synced]);
    await joinInBrowser(server, made, 'participant', { cookie, name: 'Benjamin', organisation: 'Pumps' });
    const shows = (name: string, role: string) =>
      watching.rosterShows(name, ({ entries }) => entries.some((entry) => entry.name === name && entry.role === role));
    await shows('Benjamin', 'participant');
    await joinInBrowser(server, made, 'facilitator', { cookie, name: 'Benjamin', organisation: 'Pumps' });
    expect(await open.closed).toBe(CloseCode.restart);
    const again = as(cookie);
    await shows('Benjamin', 'facilitator');
    again.close();
    watching.close();
  });

  it('[PPL13] facilitators change title and language of a workshop, nobody else does', async () => {
    const { server, made, ada, ben } = await started();
    const path = `/api/workshops/${made.workshop.id}`;
    const change = (cookie: string, body: object) => server.call('PATCH', path, { body, cookie });
    const changed = { ...made.workshop, title: 'Water', language: 'fr' };
    expect(UpdateWorkshopResponse.parse((await change(ada.cookie, { title: 'Water', language: 'fr' })).json())).toEqual(
      {
        workshop: changed,
      },
    );
    expect(problemOf(await change(ben.cookie, { title: 'Mine' }))).toBe('403 not-allowed');
    expect(problemOf(await change(ada.cookie, { title: '' }))).toBe('400 bad-request');
    expect((await look(server, made, ben.cookie)).workshop).toEqual(changed);
  });

  it('[PPL14] who was removed stays in the list with the time of it, and comes back as the same person', async () => {
    const { server, made, ada, ben } = await started();
    const remove = { type: 'participant.remove', participantId: ben.participant.id } as const;
    expect((await give(server, made, ada.cookie, remove)).status).toBe(200);
    const gone = (await look(server, made, ada.cookie)).people.find(({ id }) => id === ben.participant.id);
    expect(gone?.removedAtMs).toBeGreaterThan(0);
    const { cookie } = ben;
    expect(problemOf(await server.call('GET', `/api/workshops/${made.workshop.id}`, { cookie }))).toBe(
      '403 not-allowed',
    );
    await give(server, made, ada.cookie, { type: 'door.set', door: 'closed' });
    const body = { token: made.invites.participant.token, name: 'Ben', organisation: 'Aqua' };
    expect(problemOf(await server.call('POST', '/api/sessions', { body, cookie }))).toBe('403 door-closed');
    await give(server, made, ada.cookie, { type: 'door.set', door: 'open' });
    expect((await server.call('POST', '/api/sessions', { body, cookie })).json()).toMatchObject({
      participant: { id: ben.participant.id },
    });
    expect((await look(server, made, ada.cookie)).people.map(({ removedAtMs }) => removedAtMs)).toEqual([null, null]);
  });
});

describe('facilitators', () => {
  it('[PPL18] two who remove each other at the same moment are not both gone', async () => {
    const { server, made, ada } = await started();
    const fay = await joinInBrowser(server, made, 'facilitator', { name: 'Fay' });
    const remove = (cookie: string, id: ParticipantId) =>
      server.call('POST', `/api/workshops/${made.workshop.id}/commands`, {
        body: { commandId: nanoid(), type: 'participant.remove', participantId: id },
        cookie,
      });
    const answers = await Promise.all([remove(ada.cookie, fay.participant.id), remove(fay.cookie, ada.participant.id)]);
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    const seen = await Promise.all(
      [ada, fay].map(({ cookie }) => server.call('GET', `/api/workshops/${made.workshop.id}`, { cookie })),
    );
    expect(seen.map(({ status }) => status).sort()).toEqual([200, 403]);
  });

  it('[LNK24] nobody revokes the link through which all of them came', async () => {
    const { server, made, ada } = await started();
    const path = `/api/workshops/${made.workshop.id}/invites/${made.invites.facilitator.id}`;
    expect(problemOf(await server.call('DELETE', path, { cookie: ada.cookie }))).toBe('409 last-facilitator');
    expect((await look(server, made, ada.cookie)).invites.map(({ id }) => id)).toContain(made.invites.facilitator.id);
  });
});

describe('organisations that became one', () => {
  it('[PPL15] cards, tables and reports name the one they are part of now, and heads are counted there', async () => {
    const { server, made, ada, ben } = await started();
    const program = await join(server, made, 'facilitator', 'Robot', 'Robots');
    const { board } = CreateBoardResponse.parse(
      (
        await server.call('POST', `/api/workshops/${made.workshop.id}/boards`, {
          body: { template: 'root-cause-tree', title: 'Why', language: 'en' },
          bearer: program.token,
        })
      ).json(),
    );
    const [aqua, vzw] = [ada.participant.organisationId, ben.participant.organisationId];
    const room = formatRoomName({ layer: 'shared', boardId: board.id });
    const writer = connectWriter({
      ...{ address: server.address, room },
      headers: { cookie: `cb_session=${ada.cookie}`, origin: server.address },
    });
    await writer.synced;
    for (const [id, fields] of [
      ['said', { org: aqua }],
      ['plain', {}],
    ] as const) {
      const record = card(id, `Card ${id}`, fields, { x: 100_000, index: id === 'said' ? 'a1' : 'a2' });
      const { meta: _server, ...parts } = splitRecord(record);
      recordsOf(writer.doc).set(record.id, createGroups(parts));
    }
    await writer.settled();
    writer.close();
    const merge = { type: 'organisation.merge', organisationId: aqua, into: vzw } as const;
    expect((await give(server, made, ada.cookie, merge)).status).toBe(200);

    const seen = await look(server, made, ada.cookie);
    expect(seen.organisations.map(({ name }) => name)).toEqual(['Aqua vzw', 'Robots']);
    expect(seen.mergedOrganisations).toEqual([{ id: aqua, into: vzw }]);
    expect(seen.me.participant).toMatchObject({ organisationId: vzw, colour: 2 });

    const read = async (format: string) =>
      (await server.call('GET', `/api/boards/${board.id}/export/${format}`, { bearer: program.token })).text;
    const rows = (await read('csv')).split('\n').filter((line) => line.includes('Card '));
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(row).toContain('Aqua vzw');
      expect(row).not.toContain(aqua);
    }
    const report = await read('md');
    expect(report).toMatch(/Aqua vzw.*2 people/);
    expect(report).not.toContain(aqua);
    await give(server, made, ada.cookie, { type: 'participant.remove', participantId: ben.participant.id });
    expect(await read('md')).toMatch(/Aqua vzw.*1 person/);
  });
});
