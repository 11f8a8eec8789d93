import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createMemoryStorage } from '../../../server/storage/memory/memory-storage.ts';
import { CreateBoardResponse } from '../../../shared/api/boards.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { type AnyRecord, createGroups, splitRecord } from '../../../shared/board/groups.ts';
import { Sequence } from '../../../shared/protocol/ids.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { card, relation } from '../../unit/board/support/cards.ts';
import { join, makeBoard, makeWorkshop, problemOf, startServer } from './server.ts';
import { connectWriter } from './writer.ts';

const note = (id: string, text: string): AnyRecord => ({
  id: id as AnyRecord['id'],
  typeName: 'shape',
  type: 'note',
  parentId: 'page:page',
  index: 'a1',
  x: 10,
  y: 20,
  rotation: 0,
  isLocked: false,
  opacity: 1,
  meta: {},
  props: {
    color: 'yellow',
    labelColor: 'black',
    size: 'm',
    font: 'draw',
    fontSizeAdjustment: 0,
    align: 'middle',
    verticalAlign: 'middle',
    growY: 0,
    url: '',
    scale: 1,
    richText: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
  },
});

describe('exports', () => {
  it('[HTTP8] a board is exported as it is on the canvases at that moment, for every role', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const facilitator = await join(server, made, 'facilitator');
    const participant = await join(server, made, 'participant', 'Ben', 'Pumps & Co');
    const viewer = await join(server, made, 'viewer');
    const created = await server.call('POST', `/api/workshops/${made.workshop.id}/boards`, {
      body: { template: 'blank', title: "D'où? (a/b) déjà" },
      bearer: facilitator.token,
    });
    const { board } = CreateBoardResponse.parse(created.json());
    const room = formatRoomName({ layer: 'shared', boardId: board.id });
    const writer = connectWriter({ address: server.address, room, token: participant.token });
    await writer.synced;
    recordsOf(writer.doc).set('shape:mine', createGroups(splitRecord(note('shape:mine', 'The well is dry'))));
    await writer.settled();

    for (const { token: bearer } of [viewer, participant, facilitator]) {
      const csv = await server.call('GET', `/api/boards/${board.id}/export/csv`, { bearer });
      expect(csv.status).toBe(200);
      expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(csv.headers.get('content-disposition')).toBe(
        "attachment; filename*=UTF-8''D%27o%C3%B9%3F%20%28a%20b%29%20d%C3%A9j%C3%A0.csv",
      );
      expect(csv.headers.get('cache-control')).toBe('no-store');
      const [, row] = csv.text.split('\r\n');
      // A note cannot say that it is public.
      if (bearer === viewer.token) expect(row).toBe('');
      else expect(row).toMatch(/^D'où\? \(a\/b\) déjà,.*,shape:mine,note,The well is dry,,Pumps & Co,/);

      const json = await server.call('GET', `/api/boards/${board.id}/export/json`, { bearer });
      expect(json.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(json.json()).toMatchObject({
        format: 'commonboard',
        board,
      });
      expect(json.text.includes('"id": "shape:mine"')).toBe(bearer !== viewer.token);
      expect(json.text).not.toContain(made.workshop.id);
    }
    writer.close();
  });

  it('[SRV36] cards go to each role as far as its audience goes, their relations as a table of their own', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const facilitator = await join(server, made, 'facilitator');
    const participant = await join(server, made, 'participant', 'Ben', 'Pumps & Co');
    const viewer = await join(server, made, 'viewer');
    const created = await server.call('POST', `/api/workshops/${made.workshop.id}/boards`, {
      body: { template: 'actor-map', title: 'Actors' },
      bearer: facilitator.token,
    });
    const { board } = CreateBoardResponse.parse(created.json());
    const room = formatRoomName({ layer: 'shared', boardId: board.id });
    const writer = connectWriter({ address: server.address, room, token: participant.token });
    await writer.synced;
    const actor = { kind: 'actor' } as const;
    const org = participant.participant.organisationId;
    writer.doc.transact(() => {
      for (const record of [
        card('a', 'Shop', { sensitivity: 'public', org, influence: 4 }, actor),
        card('b', 'Bank', {}, { ...actor, x: 300, index: 'a2' }),
        card('c', 'Critic', { sensitivity: 'core' }, { ...actor, x: 600, index: 'a3' }),
        relation('r', 'a', 'b', { kind: 'relates', tie: 'money' }, { index: 'a4' }),
        relation('s', 'a', 'c', { kind: 'relates' }, { index: 'a5' }),
      ]) {
        const { meta: _server, ...parts } = splitRecord(record);
        recordsOf(writer.doc).set(record.id, createGroups(parts));
      }
    });
    await writer.settled();

    const ask = (bearer: string, query = '') =>
      server.call('GET', `/api/boards/${board.id}/export/csv${query}`, { bearer });
    const idsIn = async (bearer: string, query = '') =>
      [...(await ask(bearer, query)).text.matchAll(/shape:[abcrs](?=[,\r])/g)].map(([id]) => id.slice(-1)).join('');
    expect(await idsIn(viewer.token)).toBe('a');
    expect(await idsIn(participant.token)).toBe('ab');
    expect(await idsIn(facilitator.token)).toBe('abc');
    expect(await idsIn(facilitator.token, '?audience=public')).toBe('a');
    expect(problemOf(await ask(viewer.token, '?audience=partners'))).toBe('403 not-allowed');
    expect((await ask(facilitator.token)).text).toContain(',Pumps & Co,');
    expect((await ask(facilitator.token)).text.split('\r\n')[0]).toContain(',influence,');
    expect((await ask(participant.token)).text).not.toContain('influence');

    expect(await idsIn(participant.token, '?part=relations')).toBe('abr');
    expect(await idsIn(viewer.token, '?part=relations')).toBe('');
    const relations = await ask(facilitator.token, '?part=relations');
    expect(relations.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''Actors%20relations.csv");
    expect(problemOf(await ask(facilitator.token, '?part=everything'))).toBe('400 bad-request');
    writer.close();
  });

  it('[TRV12] the tables of a board go out as one archive, for each role what it may have, equal boards as equal bytes', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const facilitator = await join(server, made, 'facilitator');
    const viewer = await join(server, made, 'viewer');
    const board = await makeBoard(server, made, facilitator.token);
    const room = formatRoomName({ layer: 'shared', boardId: board });
    const writer = connectWriter({ address: server.address, room, token: facilitator.token });
    await writer.synced;
    writer.doc.transact(() => {
      for (const record of [
        card('a', 'Shop', { sensitivity: 'public', stance: 'neutral', contact_owner: 'Ada' }, { kind: 'actor' }),
        card('b', 'Bank', { sensitivity: 'core' }, { kind: 'actor', x: 300, index: 'a2' }),
        card('c', 'No pump', { sensitivity: 'public' }, { x: 600, index: 'a3' }),
        relation('r', 'a', 'b', { kind: 'relates' }, { index: 'a4' }),
        note('shape:n', 'Just words'),
      ]) {
        const { meta: _server, ...parts } = splitRecord(record);
        recordsOf(writer.doc).set(record.id, createGroups(parts));
      }
    });
    await writer.settled();
    const ask = async (bearer: string) => {
      const answer = await fetch(`${server.address}/api/boards/${board}/export/csv-zip`, {
        headers: { authorization: `Bearer ${bearer}` },
      });
      expect(answer.headers.get('content-type')).toBe('application/zip');
      expect(answer.headers.get('content-disposition')).toContain('Blank%20board.zip');
      return new Uint8Array(await answer.arrayBuffer());
    };
    const bytes = await ask(facilitator.token);
    expect(await ask(facilitator.token)).toEqual(bytes);
    const tables = unzipSync(bytes);
    expect(Object.keys(tables)).toEqual(['cards-cause.csv', 'cards-actor.csv', 'other-words.csv', 'relations.csv']);
    const actors = strFromU8(tables['cards-actor.csv'] ?? new Uint8Array());
    expect(actors).toMatch(/^\ufeff?board,frame,zone,id,type,title,.*,stance,.*,contact_owner,/);
    expect(actors.split('\r\n')).toHaveLength(4);
    const open = unzipSync(await ask(viewer.token));
    expect(Object.keys(open)).toEqual(['cards-cause.csv', 'cards-actor.csv']);
    const shown = strFromU8(open['cards-actor.csv'] ?? new Uint8Array());
    expect(shown).not.toMatch(/stance|contact_owner|Bank|Ada/);
    writer.close();
  });

  it('[HTTP8] a board that is damaged in storage is not exported as if it were whole', async () => {
    const storage = createMemoryStorage();
    const server = await startServer({ storage });
    const made = await makeWorkshop(server);
    const { token: bearer } = await join(server, made, 'facilitator');
    const boardId = await makeBoard(server, made, bearer);
    const document = formatRoomName({ layer: 'shared', boardId });
    storage.damage({ kind: 'update', document, sequence: Sequence.parse(1) });
    const answer = await server.call('GET', `/api/boards/${boardId}/export/csv`, { bearer });
    expect(problemOf(answer)).toBe('503 not-ready');
    expect((await server.call('GET', `/api/workshops/${made.workshop.id}`, { bearer })).status).toBe(200);
  });
});
