import { nanoid } from 'nanoid';
import { expect, it } from 'vitest';
import { recordsOf } from '../../../shared/board/document.ts';
import { createGroups } from '../../../shared/board/groups.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import type { Command } from '../../../shared/session/commands.ts';
import { noteParts } from '../../support/notes.ts';
import { documentShows } from '../../support/wait.ts';
import { makeBoard, problemOf } from '../http/server.ts';
import { Program } from '../rooms/program.ts';
import { command, startWorkshop } from './support.ts';

/** A board with Fatima reading along from before anything is written. Every byte that she is sent is kept. */
async function board() {
  const stage = await startWorkshop();
  const { server, made, people } = stage;
  const boardId = await makeBoard(server, made, people.facilitator.token, 'root-cause-tree');
  const room = formatRoomName({ layer: 'shared', boardId });
  const frames: Buffer[] = [];
  const reader = new Program({ address: server.address, room, token: people.facilitator.token });
  reader.ws.on('message', (frame: Buffer) => frames.push(frame));
  await reader.synced();
  const anna = people.participant;
  const send = (body: object) =>
    server.call('POST', `/api/boards/${boardId}/cards`, { bearer: anna.token, body: { id: nanoid(), ...body } });
  const does = async (what: Command) => {
    const session = await command(stage, what);
    if (typeof session === 'string') throw new Error(`${what.type}: ${session}`);
    return session;
  };
  const begin = (isAnonymous: boolean) => does({ type: 'private-writing.start', boardId, isAnonymous });
  const reveal = async () => {
    await does({ type: 'private-writing.reveal', boardId });
    const isOver = () => reader.all('session').at(-1)?.session.privateWriting === null;
    await reader.until('the end of the round', isOver);
  };
  const own = formatRoomName({ layer: 'own', boardId, participantId: anna.participant.id });
  const enterOwn = () => new Program({ address: server.address, token: anna.token, room: own }).synced();
  const shows = (word: string) => documentShows(reader.doc, word, () => said(reader).includes(word));
  return { ...stage, boardId, anna: anna.participant.id, reader, frames, send, begin, reveal, enterOwn, shows };
}

const said = ({ doc }: Program): string => JSON.stringify(recordsOf(doc).toJSON());

/** As a page writes a note that it was told says no name. */
const nameless = (id: string, text: string) => createGroups({ ...noteParts(id, text), meta: { anonymous: true } });

/** What a note or a card says beside what it is. */
const metaOf = (program: Program, word: string): unknown => {
  const [found] = [...recordsOf(program.doc)].filter(([, groups]) => JSON.stringify(groups.toJSON()).includes(word));
  return found?.[1].get('meta');
};

/** Everything of a board that can be had from the server by whoever leads. */
async function answersOf({ server, boardId, people, anna }: Awaited<ReturnType<typeof board>>): Promise<string> {
  const bearer = people.facilitator.token;
  const paths = [
    ...['json', 'csv', 'md', 'tldr'].map((format) => `export/${format}`),
    ...['versions', 'deleted', 'contributors', 'comments'],
  ];
  const texts: string[] = [];
  // One after the other: nobody has more than two files made at a time.
  for (const path of paths) {
    const answer = await server.call('GET', `/api/boards/${boardId}/${path}`, { bearer });
    expect([path, answer.status]).toEqual([path, 200]);
    texts.push(answer.text);
  }
  const body = { participantId: anna, sinceMs: 0, dryRun: true };
  const undo = await server.call('POST', `/api/boards/${boardId}/undo-person`, { bearer, body });
  expect(undo.json()).toEqual({ added: 0, updated: 0, removed: 0 });
  return texts.join();
}

it('[PRW33] a card that was written without names and arrives in a later round under names says none: in no frame, journal, export or history, from a phone or a canvas', async () => {
  const stage = await board();
  const { reader, frames, anna, send, begin, reveal, enterOwn, shows } = stage;
  await begin(true);
  // Whoever was told that it says no name cannot say otherwise.
  await send({ text: 'In-time-2b8e', isPrivate: true, isAnonymous: false });
  await reveal();
  await begin(false);
  expect((await send({ text: 'Phone-7f3a', isPrivate: true, isAnonymous: true })).status).toBe(201);
  const late = await enterOwn();
  recordsOf(late.doc).set('shape:late', nameless('shape:late', 'Canvas-41c9'));
  await late.acknowledged(1);
  await reveal();
  for (const word of ['In-time-2b8e', 'Phone-7f3a', 'Canvas-41c9']) {
    await shows(word);
    expect(metaOf(reader, word)).toEqual({});
  }
  expect(reader.recordIds).not.toContain('shape:late');
  expect(frames.filter((frame) => frame.includes(anna))).toEqual([]);
  expect(await answersOf(stage)).not.toContain(anna);
});

it('[PRW33] where no round is on any more it stays its writer’s, and says no name when they publish it', async () => {
  const stage = await board();
  const { server, boardId, people, reader, frames, anna, send, begin, reveal, shows } = stage;
  await begin(true);
  await reveal();
  // The last round was one under names.
  await begin(false);
  await send({ text: 'Under-names', isPrivate: true });
  await reveal();
  await shows('Under-names');
  expect(metaOf(reader, 'Under-names')).toMatchObject({ author: anna });
  frames.length = 0;
  const late = await send({ text: 'Phone-7f3a', isPrivate: true, isAnonymous: true });
  expect([late.status, late.json()]).toEqual([201, { isPrivate: true }]);
  expect(said(reader)).not.toContain('Phone-7f3a');
  const bearer = people.participant.token;
  expect((await server.call('POST', `/api/boards/${boardId}/private/publish`, { bearer })).status).toBe(204);
  await shows('Phone-7f3a');
  expect(metaOf(reader, 'Phone-7f3a')).toEqual({});
  expect(frames.filter((frame) => frame.includes(anna))).toEqual([]);
});

it('[PRW34] where nobody was ever told so, nothing comes that says that it was written without names', async () => {
  const { reader, send, begin, reveal, enterOwn } = await board();
  expect(problemOf(await send({ text: 'Unsigned', isAnonymous: true }))).toBe('400 bad-request');
  await begin(false);
  expect(problemOf(await send({ text: 'Unsigned', isPrivate: true, isAnonymous: true }))).toBe('400 bad-request');
  const own = await enterOwn();
  recordsOf(own.doc).set('shape:unsigned', nameless('shape:unsigned', 'Unsigned'));
  await own.until('the notice', () => own.all('notice').length === 1);
  expect(JSON.stringify(own.all('notice'))).toContain('Unsigned');
  await documentShows(own.doc, 'it gone', () => own.recordIds.length === 0);
  await reveal();
  expect(said(reader)).not.toContain('Unsigned');
});

it('[PRW35] an anonymous reveal names nobody: neither of what was left of a round under names, nor of what was written into it since', async () => {
  const { reader, frames, anna, begin, reveal, enterOwn, shows } = await board();
  await begin(false);
  await reveal();
  const own = await enterOwn();
  for (const id of ['shape:left', 'shape:changed'])
    recordsOf(own.doc).set(id, createGroups(noteParts(id, `Note-of-${id.slice(6)}`)));
  await own.acknowledged(2);
  expect(recordsOf(own.doc).get('shape:changed')?.get('meta')).toMatchObject({ anonymous: false });
  await begin(true);
  recordsOf(own.doc).get('shape:changed')?.set('prop:color', 'red');
  const isPromised = () => JSON.stringify(recordsOf(own.doc).get('shape:changed')?.get('meta')).includes('true');
  await documentShows(own.doc, 'the promise', isPromised);
  await reveal();
  for (const word of ['Note-of-left', 'Note-of-changed']) {
    await shows(word);
    expect(metaOf(reader, word)).toEqual({});
  }
  expect(frames.filter((frame) => frame.includes(anna))).toEqual([]);
});

it('[PRW38] words for what was left under a name, written while names were promised to be left out, take the name away however late they arrive', async () => {
  const { reader, frames, anna, begin, reveal, enterOwn, shows } = await board();
  await begin(false);
  await reveal();
  await begin(true);
  await reveal();
  const own = await enterOwn();
  const add = (id: string) => recordsOf(own.doc).set(id, createGroups(noteParts(id, `Note-of-${id.slice(6)}`)));
  await begin(false);
  for (const id of ['shape:changed', 'shape:anew', 'shape:kept']) add(id);
  await own.acknowledged(3);
  const groupsOf = (id: string) => recordsOf(own.doc).get(id);
  expect(groupsOf('shape:changed')?.get('meta')).toMatchObject({ author: anna, anonymous: false });
  own.doc.transact(() => {
    groupsOf('shape:changed')?.set('prop:color', 'red');
    groupsOf('shape:changed')?.set('meta', { ...(groupsOf('shape:changed')?.get('meta') as object), anonymous: true });
    // Before the server’s own stamp had come.
    groupsOf('shape:anew')?.set('meta', { anonymous: true });
  });
  await own.acknowledged(4);
  expect(own.all('notice')).toEqual([]);
  expect(groupsOf('shape:anew')?.get('meta')).toMatchObject({ author: anna, anonymous: true });
  frames.length = 0;
  await reveal();
  for (const word of ['Note-of-changed', 'Note-of-anew', 'Note-of-kept']) await shows(word);
  for (const word of ['Note-of-changed', 'Note-of-anew']) expect(metaOf(reader, word)).toEqual({});
  expect(metaOf(reader, 'Note-of-kept')).toMatchObject({ author: anna });
  const told = frames.filter((frame) => frame.includes(anna)).map(String);
  expect(told.some((frame) => /Note-of-(changed|anew)/.test(frame))).toBe(false);
});

it('[PRW38] nothing else of what the server notes is written, and where nobody was told so not that either', async () => {
  const { anna, begin, enterOwn } = await board();
  await begin(false);
  const own = await enterOwn();
  recordsOf(own.doc).set('shape:mine', createGroups(noteParts('shape:mine', 'Mine')));
  await own.acknowledged(1);
  const groups = () => recordsOf(own.doc).get('shape:mine');
  const wrong = [{ anonymous: true }, { author: 'n'.repeat(21), created: 1, anonymous: false }, {}];
  for (const [count, meta] of wrong.entries()) {
    groups()?.set('meta', meta);
    await own.until('the notice', () => own.all('notice').length === count + 1);
    const isBack = () => JSON.stringify(groups()?.get('meta')).includes(anna);
    await documentShows(own.doc, 'it as it was', isBack);
    expect(groups()?.get('meta')).toMatchObject({ author: anna, anonymous: false });
  }
});

it('[PRW37] neither the group that its writer puts such a card in nor what they publish beside it tells whose it is', async () => {
  const { server, boardId, people, reader, frames, anna, send, begin, reveal, enterOwn, shows } = await board();
  await begin(true);
  await reveal();
  await begin(false);
  const own = await enterOwn();
  const { rich: _, ...plain } = noteParts('shape:group');
  const inside = (id: string, text: string) => {
    const note = noteParts(id, text);
    return { ...note, base: { ...note.base, parentId: 'shape:group' }, at: [0, 0, 0, 'shape:group'] as const };
  };
  own.doc.transact(() => {
    const records = recordsOf(own.doc);
    records.set('shape:group', createGroups({ ...plain, base: { ...plain.base, type: 'group' }, props: {} }));
    const late = { ...inside('shape:inside', 'Inside-5d2f'), meta: { anonymous: true } };
    records.set('shape:inside', createGroups(late));
    // A group of one is none.
    records.set('shape:beside', createGroups(inside('shape:beside', 'Beside-5d2f')));
  });
  await own.acknowledged(1);
  await reveal();
  await shows('Inside-5d2f');
  expect(said(reader)).toContain('"type":"group"');
  expect(frames.filter((frame) => frame.includes(anna))).toEqual([]);
  for (const isAnonymous of [false, true]) await send({ text: `Left-${isAnonymous}`, isPrivate: true, isAnonymous });
  const bearer = people.participant.token;
  expect((await server.call('POST', `/api/boards/${boardId}/private/publish`, { bearer })).status).toBe(204);
  for (const word of ['Left-true', 'Left-false']) await shows(word);
  expect(frames.filter((frame) => frame.includes(anna))).toEqual([]);
});
