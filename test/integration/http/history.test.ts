import { describe, expect, it } from 'vitest';
import { createLog } from '../../../server/observe/log.ts';
import { createMemoryStorage } from '../../../server/storage/memory/memory-storage.ts';
import { openSqliteStorage } from '../../../server/storage/sqlite/sqlite-storage.ts';
import type { Role } from '../../../shared/access/capabilities.ts';
import {
  CreateVersionResponse,
  GetVersionResponse,
  ListContributorsResponse,
  ListDeletedResponse,
  ListVersionsResponse,
  RestoreResponse,
} from '../../../shared/api/history.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { createGroups, joinRecord, splitRecord } from '../../../shared/board/groups.ts';
import { fragmentToRichText, plainRichText, plainText } from '../../../shared/board/rich-text.ts';
import { writeText } from '../../../shared/board/write.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { noteGroups } from '../../support/notes.ts';
import { createTempFolder } from '../../support/temp-folder.ts';
import { documentShows } from '../../support/wait.ts';
import { card, mirror, relation } from '../../unit/board/support/cards.ts';
import type { TestRecord } from '../../unit/board/support/records.ts';
import { join, makeBoard, makeWorkshop, problemOf, startServer } from './server.ts';
import { connectWriter, type Writer } from './writer.ts';

/** A board with people on it, and ways to ask about it. */
async function liveBoard() {
  const storage = createMemoryStorage();
  const server = await startServer({ storage });
  const made = await makeWorkshop(server);
  const facilitator = await join(server, made, 'facilitator', 'Fay');
  const boardId = await makeBoard(server, made, facilitator.token);
  const room = formatRoomName({ layer: 'shared', boardId });
  const enter = async (role: Role, name: string, organisation?: string) => {
    const person = await join(server, made, role, name, organisation);
    const writer = connectWriter({ address: server.address, room, token: person.token });
    await writer.synced;
    return { ...person, writer };
  };
  const ask = async (method: string, path: string, body?: unknown, bearer = facilitator.token) => {
    const answer = await server.call(method, `/api/boards/${boardId}/${path}`, {
      bearer,
      ...(body !== undefined && { body }),
    });
    if (answer.status >= 400) throw new Error(problemOf(answer));
    return answer.json();
  };
  return {
    ...{ server, storage, made, facilitator, boardId, enter, ask },
    keep: async (name: string) => CreateVersionResponse.parse(await ask('POST', 'versions', { name })).version,
    versions: async () => ListVersionsResponse.parse(await ask('GET', 'versions')).versions,
    deleted: async () => ListDeletedResponse.parse(await ask('GET', 'deleted')).deleted,
    restore: async (path: string, body?: unknown) => RestoreResponse.parse(await ask('POST', path, body)),
  };
}

async function put(writer: Writer, id: string, text: string): Promise<void> {
  recordsOf(writer.doc).set(id, noteGroups(id, text));
  await writer.settled();
}

async function say(writer: Writer, id: string, text: string): Promise<void> {
  const fragment = recordsOf(writer.doc).get(id)?.get('rich');
  writer.doc.transact(() => writeText(fragment as never, plainRichText(text)));
  await writer.settled();
}

async function drop(writer: Writer, ...ids: string[]): Promise<void> {
  writer.doc.transact(() => {
    for (const id of ids) recordsOf(writer.doc).delete(id);
  });
  await writer.settled();
}

const textOf = (writer: Writer, id: string): string | null => {
  const fragment = recordsOf(writer.doc).get(id)?.get('rich');
  return fragment === undefined ? null : plainText(fragmentToRichText(fragment as never));
};

const shows = (writer: Writer, texts: Readonly<Record<string, string | null>>) =>
  documentShows(writer.doc, JSON.stringify(texts), () =>
    Object.entries(texts).every(([id, text]) => textOf(writer, id) === text),
  );

describe('versions', () => {
  it('[HTTP20] a version has a name, whose it is and what was on the board', async () => {
    const board = await liveBoard();
    const { writer } = await board.enter('participant', 'Ben');
    await put(writer, 'shape:a', 'Dry well');
    const version = await board.keep('  Before \n lunch ');
    expect(version).toMatchObject({ kind: 'named', name: 'Before lunch' });
    expect(version.by).toEqual({ id: board.facilitator.participant.id, name: 'Fay' });
    await drop(writer, 'shape:a');
    expect(await board.versions()).toEqual([version]);
    const preview = GetVersionResponse.parse(await board.ask('GET', `versions/${version.id}`));
    expect(preview.version).toEqual(version);
    expect(preview.records).toHaveLength(version.recordCount);
    const note = preview.records.find(({ id }) => id === 'shape:a');
    expect(note).toMatchObject({ type: 'note', meta: { author: expect.any(String) } });
    expect(JSON.stringify(note)).toContain('Dry well');
    expect(note?.props).not.toHaveProperty('growY');
  });

  it('[HTTP21] going back is one live edit for everybody, and what was there is kept as a version', async () => {
    const board = await liveBoard();
    const ben = await board.enter('participant', 'Ben');
    const eve = await board.enter('viewer', 'Eve');
    await put(ben.writer, 'shape:a', 'Dry well');
    await put(ben.writer, 'shape:b', 'Broken pump');
    const version = await board.keep('Good');
    const text = recordsOf(ben.writer.doc).get('shape:a')?.get('rich');
    await say(ben.writer, 'shape:a', 'Dry swell');
    await drop(ben.writer, 'shape:b');
    await put(ben.writer, 'shape:c', 'Later');
    let edits = 0;
    eve.writer.doc.on('update', () => edits++);
    expect(await board.restore(`versions/${version.id}/restore`)).toEqual({ added: 1, updated: 1, removed: 1 });
    const expected = { 'shape:a': 'Dry well', 'shape:b': 'Broken pump', 'shape:c': null };
    await Promise.all([shows(ben.writer, expected), shows(eve.writer, expected)]);
    expect(edits).toBe(1);
    expect(recordsOf(ben.writer.doc).get('shape:a')?.get('rich')).toBe(text);
    expect(recordsOf(ben.writer.doc).get('shape:b')?.get('meta')).toMatchObject({ author: ben.participant.id });
    const [before] = await board.versions();
    expect(before).toMatchObject({ kind: 'before-restore', by: { name: 'Fay' }, recordCount: version.recordCount });
    // Everybody is told whose doing it is, before anything that comes after it.
    await put(ben.writer, 'shape:d', 'On we go');
    expect(ben.writer.notices).toContainEqual({ code: 'restored', what: 'version', by: 'Fay' });
    // And it can be taken back the same way.
    await board.restore(`versions/${before?.id}/restore`);
    await shows(ben.writer, { 'shape:a': 'Dry swell', 'shape:b': null, 'shape:c': 'Later' });
  });

  it('[HTTP21] what a version restores is stored when the answer comes', async () => {
    const board = await liveBoard();
    const { writer } = await board.enter('participant', 'Ben');
    await put(writer, 'shape:a', 'Dry well');
    const version = await board.keep('Good');
    await drop(writer, 'shape:a');
    await board.restore(`versions/${version.id}/restore`);
    const exported = await board.server.call('GET', `/api/boards/${board.boardId}/export/csv`, {
      bearer: board.facilitator.token,
    });
    expect(exported.text).toContain('Dry well');
  });

  it('[HTTP22][RELY8] a version that is damaged in storage changes nothing', async () => {
    const board = await liveBoard();
    const { writer } = await board.enter('participant', 'Ben');
    const version = await board.keep('Good');
    await put(writer, 'shape:a', 'Dry well');
    board.storage.damage({ kind: 'version', boardId: board.boardId, id: version.id });
    await expect(board.ask('GET', `versions/${version.id}`)).rejects.toThrow('503 not-ready');
    await expect(board.ask('POST', `versions/${version.id}/restore`)).rejects.toThrow('503 not-ready');
    expect(await board.versions()).toHaveLength(1);
    await put(writer, 'shape:b', 'Pump');
    expect(textOf(writer, 'shape:a')).toBe('Dry well');
  });

  it('[HTTP22] a version of another board is none of this one', async () => {
    const board = await liveBoard();
    const version = await board.keep('Good');
    const other = await makeBoard(board.server, board.made, board.facilitator.token);
    const path = `/api/boards/${other}/versions/${version.id}`;
    const bearer = board.facilitator.token;
    expect(problemOf(await board.server.call('GET', path, { bearer }))).toBe('404 not-found');
    expect(problemOf(await board.server.call('POST', `${path}/restore`, { bearer }))).toBe('404 not-found');
  });
});

describe('what was deleted', () => {
  it('[SRV19] a deleted card is listed by its title, and a relation by those of its cards', async () => {
    const board = await liveBoard();
    const { writer } = await board.enter('participant', 'Ben');
    const add = (...records: readonly TestRecord[]) =>
      writer.doc.transact(() => {
        for (const record of records) {
          const { meta: _server, ...parts } = splitRecord(record);
          recordsOf(writer.doc).set(record.id, createGroups(parts));
        }
      });
    add(
      ...[card('a', 'Leftovers at closing time'), card('b', 'Good food is binned', { weight: 4 }, { index: 'a2' })],
      ...[relation('r', 'a', 'b', {}, { index: 'a3' }), mirror('m', 'b', { index: 'a4' })],
      card('ghost', '', {}, { index: 'a5', placeholder: 'Why does this happen?' }),
    );
    await writer.settled();
    await drop(writer, 'shape:r', 'shape:ghost');
    expect((await board.deleted()).map(({ type, text }) => [type, text]).sort()).toEqual([
      ['card', 'Why does this happen?'],
      ['relation', 'Leftovers at closing time → Good food is binned'],
    ]);
    await board.restore('deleted/restore', { recordIds: ['shape:r', 'shape:ghost'] });
    await drop(writer, 'shape:b');
    expect((await board.deleted()).map(({ type, text }) => [type, text])).toEqual([['card', 'Good food is binned']]);
    expect(await board.restore('deleted/restore', { recordIds: ['shape:b'] })).toMatchObject({ added: 3 });
    expect(await board.deleted()).toEqual([]);
    await documentShows(writer.doc, 'the card with its fields', () => {
      const groups = recordsOf(writer.doc).get('shape:b');
      const props = groups && joinRecord('shape:b', groups)?.props;
      return (props as { fields?: { weight?: number } } | undefined)?.fields?.weight === 4;
    });
  });

  it('[HTTP23] it is listed with its words and by whom, the newest first, until it is back', async () => {
    const board = await liveBoard();
    const { writer, participant } = await board.enter('participant', 'Ben');
    await put(writer, 'shape:a', 'Dry well');
    await put(writer, 'shape:b', '🌊'.repeat(300));
    await put(writer, 'shape:c', 'stays');
    expect(await board.deleted()).toEqual([]);
    await drop(writer, 'shape:a');
    await drop(writer, 'shape:b');
    const by = { id: participant.id, name: 'Ben' };
    expect(await board.deleted()).toMatchObject([
      { recordId: 'shape:b', type: 'note', text: '🌊'.repeat(200), by },
      { recordId: 'shape:a', type: 'note', text: 'Dry well', by },
    ]);
    expect(await board.restore('deleted/restore', { recordIds: ['shape:a'] })).toEqual({
      ...{ added: 1, updated: 0, removed: 0 },
    });
    await shows(writer, { 'shape:a': 'Dry well' });
    expect(recordsOf(writer.doc).get('shape:a')?.get('meta')).toMatchObject({ author: participant.id });
    expect(await board.deleted()).toMatchObject([{ recordId: 'shape:b' }]);
    await put(writer, 'shape:d', '');
    expect(writer.notices).toContainEqual({ code: 'restored', what: 'deleted', by: 'Fay' });
  });

  it('[HTTP23] bringing back what is not gone changes nothing and tells nobody', async () => {
    const board = await liveBoard();
    const { writer } = await board.enter('participant', 'Ben');
    await put(writer, 'shape:a', 'Dry well');
    const recordIds = ['shape:a', 'shape:never'];
    expect(await board.restore('deleted/restore', { recordIds })).toEqual({ added: 0, updated: 0, removed: 0 });
    await put(writer, 'shape:b', '');
    expect(writer.notices).toEqual([]);
  });
});

it('[HTTP26] journal and versions outlive the server', async () => {
  using folder = createTempFolder();
  const openStorage = () => openSqliteStorage({ dataDir: folder.path, log: createLog('silent') });
  const first = await startServer({ storage: await openStorage() });
  const made = await makeWorkshop(first);
  const { token } = await join(first, made, 'facilitator', 'Fay');
  const boardId = await makeBoard(first, made, token);
  const room = formatRoomName({ layer: 'shared', boardId });
  const writer = connectWriter({ address: first.address, room, token });
  await writer.synced;
  await put(writer, 'shape:a', 'Dry well');
  await put(writer, 'shape:b', 'Pump');
  await drop(writer, 'shape:a');
  await first.close();
  const second = await startServer({ storage: await openStorage() });
  const ask = async (method: string, path: string, body?: unknown) =>
    (await second.call(method, `/api/boards/${boardId}/${path}`, { bearer: token, ...(body ? { body } : {}) })).json();
  const { versions } = ListVersionsResponse.parse(await ask('GET', 'versions'));
  expect(versions).toMatchObject([{ kind: 'session-end' }]);
  const { deleted } = ListDeletedResponse.parse(await ask('GET', 'deleted'));
  expect(deleted).toMatchObject([{ recordId: 'shape:a', text: 'Dry well', by: { name: 'Fay' } }]);
  expect(await ask('POST', 'deleted/restore', { recordIds: ['shape:a'] })).toMatchObject({ added: 1 });
  const { contributors } = ListContributorsResponse.parse(await ask('GET', 'contributors'));
  expect(contributors).toMatchObject([{ name: 'Fay', recordCount: 2 }]);
});

describe('what one person did', () => {
  it('[HTTP24] contributors are those who changed something, the most recent first', async () => {
    const board = await liveBoard();
    const ben = await board.enter('participant', 'Ben', 'Pumps & Co');
    const cleo = await board.enter('participant', 'Cleo');
    await put(ben.writer, 'shape:a', 'Dry well');
    await put(ben.writer, 'shape:b', 'Pump');
    await board.ask('GET', 'contributors');
    await documentShows(cleo.writer.doc, 'the note', () => recordsOf(cleo.writer.doc).has('shape:a'));
    await say(cleo.writer, 'shape:a', 'A dry well');
    const { contributors } = ListContributorsResponse.parse(await board.ask('GET', 'contributors'));
    expect(contributors).toMatchObject([
      { id: cleo.participant.id, name: 'Cleo', organisation: 'Wells', recordCount: 1 },
      { id: ben.participant.id, name: 'Ben', organisation: 'Pumps & Co', recordCount: 2 },
    ]);
  });

  it('[HTTP25] a person is undone as far as nobody has gone on from it, and a try changes nothing', async () => {
    const board = await liveBoard();
    const ben = await board.enter('participant', 'Ben');
    const cleo = await board.enter('participant', 'Cleo');
    await put(cleo.writer, 'shape:hers', 'Hers');
    await put(cleo.writer, 'shape:hers2', 'Hers too');
    await shows(ben.writer, { 'shape:hers': 'Hers', 'shape:hers2': 'Hers too' });
    await say(ben.writer, 'shape:hers', 'Scribbled over');
    await drop(ben.writer, 'shape:hers2');
    await put(ben.writer, 'shape:his', 'His');
    await put(ben.writer, 'shape:shared', 'His at first');
    await shows(cleo.writer, { 'shape:shared': 'His at first' });
    await say(cleo.writer, 'shape:shared', 'And hers');
    const body = { participantId: ben.participant.id, sinceMs: 0 };
    const counts = { added: 1, updated: 1, removed: 1 };
    expect(await board.restore('undo-person', { ...body, dryRun: true })).toEqual(counts);
    expect(await board.versions()).toEqual([]);
    expect(await board.restore('undo-person', body)).toEqual(counts);
    await shows(cleo.writer, {
      ...{ 'shape:hers': 'Hers', 'shape:hers2': 'Hers too', 'shape:his': null, 'shape:shared': 'And hers' },
    });
    expect(await board.versions()).toMatchObject([{ kind: 'before-restore' }]);
    await put(cleo.writer, 'shape:d', '');
    expect(cleo.writer.notices).toContainEqual({ code: 'restored', what: 'person', by: 'Fay' });
    expect(await board.restore('undo-person', body)).toEqual({ added: 0, updated: 0, removed: 0 });
    expect(await board.versions()).toHaveLength(1);
  });
});
