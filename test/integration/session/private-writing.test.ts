import { DatabaseSync } from '@photostructure/sqlite';
import { nanoid } from 'nanoid';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { databaseFile } from '../../../server/storage/sqlite/open.ts';
import { CreateBoardResponse } from '../../../shared/api/boards.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { createGroups, joinRecord } from '../../../shared/board/groups.ts';
import { placeOnPage } from '../../../shared/board/place.ts';
import { plainRichText } from '../../../shared/board/rich-text.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { CommandId, Sequence } from '../../../shared/protocol/ids.ts';
import { SyncType } from '../../../shared/protocol/messages.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { privateGraceMs } from '../../../shared/session/rules.ts';
import { noteGroups } from '../../support/notes.ts';
import { SetClock } from '../../support/set-clock.ts';
import { documentShows } from '../../support/wait.ts';
import { shape } from '../../unit/board/support/records.ts';
import { syncFrame } from '../../unit/rooms/peer.ts';
import { join, joinInBrowser, makeBoard, makeWorkshop, problemOf, startServer } from '../http/server.ts';
import { Program } from '../rooms/program.ts';
import { damageRow } from '../storage/subjects.ts';
import {
  isRevealed,
  own,
  pictureAsset,
  putBacks,
  revealing,
  textIn,
  withBen,
  withoutMeta,
  write,
  writing,
} from './private-stage.ts';
import { command, startAgain, startWorkshop } from './support.ts';

const cardAt = (id: string, x: number, y: number) =>
  shape(id, 'card', {
    ...{ x, y, index: 'a5' },
    props: {
      ...{ w: 280, h: 160, kind: 'problem', fields: {}, face: 'card', textSize: 20, pinned: false, placeholder: '' },
      richText: plainRichText(id),
    },
  });

/** Corner of a zone on the page. */
function placeOnPageOf(doc: Y.Doc, zone: string): readonly number[] {
  const get = (id: string) => joinRecord(id, recordsOf(doc).get(id) ?? new Y.Map()) ?? undefined;
  const { x, y } = placeOnPage(get, zone);
  return [x, y];
}

it('[PRW20] an own layer is opened by the one whose it is and by nobody else, not by facilitators and never by viewers', async () => {
  const { boardId, people, enter, enterOwn } = await writing();
  const { participant: anna, facilitator, viewer, ben } = people;
  const room = own(boardId, anna.participant.id);
  expect((await enterOwn(anna)).code).toBeNull();
  for (const { token } of [ben, facilitator, viewer])
    expect((await enter(token, room)).code).toBe(CloseCode.notAllowed);
  expect((await enter(viewer.token, own(boardId, viewer.participant.id))).code).toBe(CloseCode.notAllowed);
  expect((await enter(anna.token, `${room}x`)).code).toBe(CloseCode.noSuchRoom);
});

it('[PRW21] until it is revealed, nothing of what somebody wrote privately is in any frame or answer for anybody else', async () => {
  const canary = 'Kanarienvogel-7f3a';
  const { server, boardId, workshopId, people, enter, enterOwn, ...stage } = await writing();
  const { participant: anna, facilitator, viewer, ben } = people;
  const frames: Buffer[] = [];
  const others: Program[] = [];
  for (const { token } of [ben, viewer, facilitator]) {
    const program = new Program({ address: server.address, room: stage.room, token });
    program.ws.on('message', (frame: Buffer) => frames.push(frame));
    others.push(await program.synced());
  }
  const bens = await enterOwn(ben);
  bens.ws.on('message', (frame: Buffer) => frames.push(frame));
  const annas = await enterOwn(anna);
  await write(annas, `shape:${canary}`, canary);
  await others[0]?.until('the counts', () => (others[0]?.all('private-counts').length ?? 0) > 0);

  const answers: string[] = [];
  const paths = [
    ...['', '/session', '/bin'].map((path) => `/api/workshops/${workshopId}${path}`),
    ...['csv', 'json', 'md', 'tldr'].map((format) => `/api/boards/${boardId}/export/${format}`),
    ...['versions', 'deleted', 'contributors?sinceMs=0', 'comments'].map((path) => `/api/boards/${boardId}/${path}`),
  ];
  for (const path of paths)
    for (const { token } of [ben, viewer, facilitator]) {
      const answer = await server.call('GET', path, { bearer: token });
      answers.push(`${answer.status} ${path} ${answer.text}`);
    }
  expect(answers.filter((answer) => answer.startsWith('200')).length).toBeGreaterThan(20);
  expect(answers.filter((answer) => answer.includes(canary))).toEqual([]);
  expect(frames.filter((frame) => frame.includes(canary))).toEqual([]);

  expect(await command({ server, workshopId, people }, revealing(boardId))).toMatchObject({
    privateWriting: { revealAtMs: expect.any(Number) },
  });
  const [program] = others;
  if (program === undefined) throw new Error('nobody');
  await isRevealed(program);
  expect(textIn(program, `shape:${canary}`)).toContain(canary);
  expect(frames.some((frame) => frame.includes(canary))).toBe(true);
});

it('[PRW22] revealed under names, everything is on the board at once, under its id and its writer’s name, of those who left too', async () => {
  const { server, boardId, room, people, enter, enterOwn, ...stage } = await writing();
  const { participant: anna, facilitator, ben } = people;
  const [annas, bens] = [await enterOwn(anna), await enterOwn(ben)];
  await write(annas, 'shape:from-anna', 'A');
  await write(bens, 'shape:from-ben', 'B');
  bens.close();
  await bens.closed();
  const reader = await enter(facilitator.token, room);
  await command({ ...stage, server, people }, revealing(boardId));
  await isRevealed(reader);
  const authors = ['shape:from-anna', 'shape:from-ben'].map(
    (id) => (recordsOf(reader.doc).get(id)?.get('meta') as { author?: string } | undefined)?.author,
  );
  expect(authors).toEqual([anna.participant.id, ben.participant.id]);
  expect(await annas.closed()).toBe(CloseCode.refused);
  // Nothing is left where it was, and who wrote what is known to the past as well.
  expect((await enterOwn(anna)).recordIds).toEqual([]);
  const { contributors } = (
    await server.call('GET', `/api/boards/${boardId}/contributors?sinceMs=0`, { bearer: facilitator.token })
  ).json() as { contributors: { participant: { id: string } }[] };
  expect(JSON.stringify(contributors)).toContain(ben.participant.id);
});

it('[PRW23] revealed without names, nothing on the board, in its past or in storage says who wrote it, under no old id', async () => {
  const { server, boardId, room, people, enter, enterOwn, ...stage } = await writing(true);
  const { participant: anna, facilitator, ben } = people;
  const [annas, bens] = [await enterOwn(anna), await enterOwn(ben)];
  await write(annas, 'shape:from-anna', 'A');
  await write(bens, 'shape:from-ben', 'B');
  const before = Y.encodeStateAsUpdate(annas.doc);
  const reader = await enter(facilitator.token, room);
  const count = reader.recordIds.length;
  await command({ ...stage, server, people }, revealing(boardId));
  await isRevealed(reader);
  expect(reader.recordIds).toHaveLength(count + 2);
  expect(reader.recordIds).not.toContain('shape:from-anna');
  const said = JSON.stringify(recordsOf(reader.doc).toJSON());
  for (const { participant } of [anna, ben]) expect(said).not.toContain(participant.id);
  const past = await server.call('GET', `/api/boards/${boardId}/contributors?sinceMs=0`, { bearer: facilitator.token });
  for (const { participant } of [anna, ben]) expect(past.text).not.toContain(participant.id);
  const stored = await server.storage.log.load(own(boardId, anna.participant.id));
  expect(stored).toMatchObject({ status: 'intact', updates: [] });
  // A browser that was away brings nothing of it back.
  const away = await enterOwn(anna);
  away.say(syncFrame(SyncType.step2, before));
  expect(await away.closed()).toBe(CloseCode.refused);
  expect(reader.recordIds).toHaveLength(count + 2);
});

it('[PRW24] everybody hears how much each organisation has written, and each of their own; nothing once it is revealed', async () => {
  const { boardId, room, people, enter, enterOwn, ...stage } = await writing();
  const { participant: anna, facilitator, ben } = people;
  const reader = await enter(facilitator.token, room);
  const [annas, bens] = [await enterOwn(anna), await enterOwn(ben)];
  await write(annas, 'shape:a1', '');
  await write(annas, 'shape:a2', '');
  await write(bens, 'shape:b1', '');
  const last = () => reader.all('private-counts').at(-1)?.counts;
  const sum = () => (last()?.counts ?? []).reduce((all, { shapes }) => all + shapes, 0);
  await reader.until('three', () => sum() === 3);
  expect(last()).toEqual({
    counts: expect.arrayContaining([
      { organisationId: anna.participant.organisationId, shapes: 2 },
      { organisationId: ben.participant.organisationId, shapes: 1 },
    ]),
    own: 0,
  });
  const late = await enter(anna.token, room);
  await late.until('the own count', () => late.all('private-counts').at(-1)?.counts.own === 2);
  await command({ ...stage, people }, revealing(boardId));
  await isRevealed(reader);
  await reader.until('none', () => sum() === 0 && reader.all('private-counts').length > 0);
  await late.until('none of one’s own', () => late.all('private-counts').at(-1)?.counts.own === 0);
});

it('[PRW25] a server that stops between the command and the revealing reveals once when it is back', async () => {
  const stage = await writing();
  const { boardId, room, people, enter, enterOwn } = stage;
  const annas = await enterOwn(people.participant);
  await write(annas, 'shape:from-anna', 'A');
  await command(stage, revealing(boardId));
  const again = await startAgain(stage);
  const reader = await enter(people.ben.token, room, again.address);
  await isRevealed(reader);
  expect(reader.recordIds).toContain('shape:from-anna');
  expect((await enterOwn(people.participant, again.address)).recordIds).toEqual([]);
});

it('[PRW26] what comes too late stays private until its writer publishes it', async () => {
  const stage = await writing();
  const { server, boardId, room, people, enter, enterOwn } = stage;
  const { participant: anna, ben, viewer } = people;
  const publish = (token: string) => server.call('POST', `/api/boards/${boardId}/private/publish`, { bearer: token });
  expect(problemOf(await publish(anna.token))).toBe('409 private-writing');
  const reader = await enter(ben.token, room);
  await command(stage, revealing(boardId));
  await isRevealed(reader);
  const late = await enterOwn(anna);
  await write(late, 'shape:late', 'L');
  expect(reader.recordIds).not.toContain('shape:late');
  expect(problemOf(await publish(viewer.token))).toBe('403 not-allowed');
  expect((await publish(ben.token)).status).toBe(204);
  expect(reader.recordIds).not.toContain('shape:late');
  expect((await publish(anna.token)).status).toBe(204);
  await documentShows(reader.doc, 'the late note', () => recordsOf(reader.doc).has('shape:late'));
});

it('[PRW27] an own layer holds shapes alone and nothing under the id of what everybody sees; it may refer to that', async () => {
  const { room, people, enter, enterOwn } = await writing();
  const shared = await enter(people.ben.token, room);
  await write(shared, 'shape:shared', 'S');
  const annas = await enterOwn(people.participant);
  recordsOf(annas.doc).set('shape:shared', noteGroups('shape:shared', 'stolen'));
  await annas.until('the notice', () => annas.all('notice').length === 1);
  const told = annas.all('notice').flatMap(({ records = [] }) => records);
  expect(told).toEqual([{ id: 'shape:shared', reason: 'not-yours', words: 'stolen' }]);
  await documentShows(annas.doc, 'it gone', () => !recordsOf(annas.doc).has('shape:shared'));
  const page = new Y.Map<unknown>([
    ['base', { typeName: 'page', name: 'Mine', index: 'a2' }],
    ['meta', {}],
  ]);
  recordsOf(annas.doc).set('page:mine', page);
  await documentShows(annas.doc, 'no page', () => !recordsOf(annas.doc).has('page:mine'));
  // On the page that the board has, which this document has not.
  await write(annas, 'shape:mine', 'M');
  const groups = recordsOf(annas.doc).get('shape:mine');
  expect(groups?.get('base')).toMatchObject({ parentId: 'page:page' });
  expect(textIn(shared, 'shape:shared')).toContain('S');
});

it('[PRW28] only facilitators begin and end it, once at a time and on a board that people write on', async () => {
  const stage = await startWorkshop();
  const { server, boardId, people } = stage;
  const start = { type: 'private-writing.start', boardId, isAnonymous: false } as const;
  for (const role of ['participant', 'viewer'] as const) {
    expect(await command(stage, start, role)).toBe('403 not-allowed');
    expect(await command(stage, revealing(boardId), role)).toBe('403 not-allowed');
  }
  const elsewhere = await startServer();
  const made = await makeWorkshop(elsewhere);
  const foreign = await makeBoard(elsewhere, made, (await join(elsewhere, made, 'facilitator')).token);
  expect(await command(stage, { ...start, boardId: foreign })).toBe('404 not-found');
  expect(await command(stage, start, 'facilitator', CommandId.parse(nanoid()))).toMatchObject({
    privateWriting: { boardId, isAnonymous: false, revealAtMs: null },
  });
  // What was announced when people began stays so.
  expect(await command(stage, { ...start, isAnonymous: true })).toBe('409 private-writing');
  expect(await command(stage, { type: 'workshop.close' })).toBe('409 private-writing');
  const binned = await server.call('DELETE', `/api/boards/${boardId}`, { bearer: people.facilitator.token });
  expect(problemOf(binned)).toBe('409 private-writing');
});

it('[PRW30] what several people put at one place of a zone lies side by side when it is revealed', async () => {
  const stage = await startWorkshop();
  const { server, workshopId, people } = stage;
  const made = await server.call('POST', `/api/workshops/${workshopId}/boards`, {
    body: { template: 'root-cause-tree' },
    bearer: people.facilitator.token,
  });
  const boardId = CreateBoardResponse.parse(made.json()).board.id;
  await command(stage, { type: 'private-writing.start', boardId, isAnonymous: false });
  const enter = (token: string, room: string) => new Program({ address: server.address, room, token }).synced();
  const reader = await enter(people.viewer.token, formatRoomName({ layer: 'shared', boardId }));
  const zone = 'shape:root-cause-tree/problem/drafts';
  const [zx = 0, zy = 0] = placeOnPageOf(reader.doc, zone);
  const ids: string[] = [];
  for (const person of [people.participant, people.facilitator]) {
    const program = await enter(person.token, own(boardId, person.participant.id));
    for (const number of [1, 2, 3]) {
      const id = `${person.participant.id}-${number}`;
      ids.push(`shape:${id}`);
      recordsOf(program.doc).set(`shape:${id}`, createGroups(withoutMeta(cardAt(id, zx + 60, zy + 120))));
    }
    await program.acknowledged(3);
  }
  await command(stage, revealing(boardId));
  await isRevealed(reader);
  const boxes = ids.map((id) => {
    const [x = 0, y = 0] = (recordsOf(reader.doc).get(id)?.get('at') ?? []) as readonly number[];
    const { w, h } = (recordsOf(reader.doc).get(id)?.get('props') ?? { w: 0, h: 0 }) as { w: number; h: number };
    return { x, y, w, h };
  });
  expect(boxes).toHaveLength(6);
  for (const [at, a] of boxes.entries())
    for (const b of boxes.slice(at + 1))
      expect(a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y, JSON.stringify([a, b])).toBe(
        true,
      );
});

it('[PRW31] what was written without names says none whenever it is revealed, also in a round under names', async () => {
  const stage = await writing(true);
  const { boardId, room, people, enter, enterOwn } = stage;
  const reader = await enter(people.facilitator.token, room);
  await command(stage, revealing(boardId));
  await isRevealed(reader);
  // Too late for the anonymous round, and kept.
  const before = reader.recordIds;
  const late = await enterOwn(people.participant);
  await write(late, 'shape:late', 'L');
  await command(stage, { type: 'private-writing.start', boardId, isAnonymous: false });
  await write(late, 'shape:named', 'N');
  await command(stage, revealing(boardId));
  await reader.until('the second revealing', () => reader.recordIds.length === before.length + 2);
  const meta = (id: string) => recordsOf(reader.doc).get(id)?.get('meta');
  expect(meta('shape:named')).toEqual({ author: people.participant.participant.id, created: expect.any(Number) });
  expect(reader.recordIds).not.toContain('shape:late');
  const others = reader.recordIds.filter((id) => !before.includes(id) && id !== 'shape:named');
  expect(others.map(meta)).toEqual([{}]);
});

it('[PRW32] publishing twice at once puts everything on the board once', async () => {
  const stage = await writing();
  const { server, boardId, room, people, enter, enterOwn } = stage;
  const reader = await enter(people.ben.token, room);
  await command(stage, revealing(boardId));
  await isRevealed(reader);
  const late = await enterOwn(people.participant);
  await write(late, 'shape:late', 'L');
  const before = reader.recordIds.length;
  const publish = () =>
    server.call('POST', `/api/boards/${boardId}/private/publish`, { bearer: people.participant.token });
  const answers = await Promise.all([publish(), publish(), publish()]);
  expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
  await documentShows(reader.doc, 'the late note', () => recordsOf(reader.doc).has('shape:late'));
  expect(reader.recordIds).toHaveLength(before + 1);
});

it('[PRW39] what cannot be read is not published as if it were there: its writer is told, and it stays as it is', async () => {
  const stage = await writing();
  const { boardId, room, people, enter, enterOwn, folder } = stage;
  const { participant: anna, ben } = people;
  const reader = await enter(ben.token, room);
  await command(stage, revealing(boardId));
  await isRevealed(reader);
  for (const person of [anna, ben]) await write(await enterOwn(person), `shape:of-${person.participant.id}`, 'L');
  await stage.server.close();
  const document = own(boardId, anna.participant.id);
  const db = new DatabaseSync(databaseFile(folder.path));
  damageRow(db, { document, kind: 'update', sequence: Sequence.parse(1) });
  db.close();
  const server = await startAgain(stage);
  const publish = ({ token }: typeof ben) =>
    server.call('POST', `/api/boards/${boardId}/private/publish`, { bearer: token });
  const stored = async () => server.storage.log.load(document);
  const before = await stored();
  expect(before.status).toBe('damaged');
  for (let times = 0; times < 2; times++) expect(problemOf(await publish(anna))).toBe('503 not-ready');
  expect(await stored()).toEqual(before);
  // It keeps nobody else's from coming.
  expect((await publish(ben)).status).toBe(204);
  const again = await enter(ben.token, room, server.address);
  const notes = again.recordIds.filter((id) => id.startsWith('shape:of-'));
  expect(notes).toEqual([`shape:of-${ben.participant.id}`]);
});

it('[PRW50] while people write privately nothing new of a participant comes to the board: it is kept among what they alone see', async () => {
  const clock = new SetClock();
  const stage = await withBen(clock);
  const { server, boardId, workshopId, people, room, enter, enterOwn } = stage;
  const { participant: anna, facilitator, viewer } = people;
  const frames: Buffer[] = [];
  const reader = new Program({ address: server.address, room, token: viewer.token });
  reader.ws.on('message', (frame: Buffer) => frames.push(frame));
  await reader.synced();
  const [annas, fatimas] = [await enter(anna.token), await enter(facilitator.token)];
  await command(stage, { type: 'private-writing.start', boardId, isAnonymous: false });
  // What was on its way when the word came arrives.
  await write(annas, 'shape:before', 'Before the word');
  await reader.until('what was on its way', () => textIn(reader, 'shape:before').includes('Before'));
  clock.pass(privateGraceMs);

  await write(annas, 'shape:canary', 'Kanarienvogel');
  await annas.until('the word of it', () => putBacks(annas).length > 0);
  expect(putBacks(annas)).toEqual([{ id: 'shape:canary', reason: 'private-writing' }]);
  expect(recordsOf(annas.doc).has('shape:canary')).toBe(false);
  const own = await enterOwn(anna);
  expect(textIn(own, 'shape:canary')).toContain('Kanarienvogel');

  // Nor does the picture of a shape come alone, with the name of its file and of whoever put it there.
  annas.doc.transact(() => {
    recordsOf(annas.doc).set('asset:late', createGroups(withoutMeta(pictureAsset('late', 'Kanarienvogel.png'))));
    const shown = shape('late', 'image', { index: 'a9', props: { assetId: 'asset:late' } });
    recordsOf(annas.doc).set('shape:late', createGroups(withoutMeta(shown)));
  });
  const ofPicture = () => putBacks(annas).filter(({ id }) => id.endsWith(':late'));
  await annas.until('the word of the picture', () => ofPicture().length > 0);
  expect(ofPicture()).toEqual([
    { id: 'shape:late', reason: 'private-writing' },
    { id: 'asset:late', reason: 'private-writing' },
  ]);
  expect(annas.recordIds.filter((id) => id.endsWith(':late'))).toEqual([]);
  await own.until('the picture', () => textIn(own, 'asset:late').includes('Kanarienvogel'));
  expect(own.recordIds).toContain('shape:late');

  // What is there is changed, and comes back as it went; whoever leads writes for all.
  recordsOf(annas.doc).get('shape:before')?.set('at', [500, 0, 0]);
  await write(fatimas, 'shape:task', 'The task');
  await reader.until('what may be', () => textIn(reader, 'shape:task').includes('The task'));
  expect(textIn(reader, 'shape:before')).toContain('500');
  expect(frames.filter((frame) => frame.includes('Kanarienvogel'))).toEqual([]);
  const late = await enter(viewer.token);
  expect(recordsOf(late.doc).has('shape:canary')).toBe(false);

  // What was made without a connection before the word came is not lost either.
  const offline = new Y.Doc();
  Y.applyUpdate(offline, Y.encodeStateAsUpdate(annas.doc));
  annas.close();
  recordsOf(offline).set('shape:offline', noteGroups('shape:offline', 'Made on the train'));
  const back = await enter(anna.token);
  back.say(syncFrame(SyncType.step2, Y.encodeStateAsUpdate(offline, Y.encodeStateVector(back.doc))));
  await own.until('the card of the train', () => textIn(own, 'shape:offline').includes('train'));

  await command({ server, workshopId, people }, revealing(boardId));
  await isRevealed(reader);
  for (const [id, words] of [
    ['shape:canary', 'Kanarienvogel'],
    ['shape:offline', 'train'],
    ['asset:late', 'Kanarienvogel'],
  ] as const)
    expect(textIn(reader, id)).toContain(words);
});

it('[PRW51] what somebody wrote privately who was sent out since is not revealed', async () => {
  const { server, made, boardId, workshopId, people, enter, enterOwn } = await writing(true);
  const rude = await joinInBrowser(server, made, 'participant', { name: 'Rudi', organisation: 'Roads' });
  const theirs = new Program({
    ...{ address: server.address, room: own(boardId, rude.participant.id) },
    headers: { cookie: `cb_session=${rude.cookie}`, origin: server.address },
  });
  await write(await theirs.synced(), 'shape:rude', 'Not fit to be shown');
  await write(await enterOwn(people.participant), 'shape:fine', 'A thought');
  const leads = { server, workshopId, people };
  expect(await command(leads, { type: 'participant.remove', participantId: rude.participant.id })).toMatchObject({});
  const reader = await enter(people.viewer.token);
  await command(leads, revealing(boardId));
  await isRevealed(reader);
  const shown = JSON.stringify(recordsOf(reader.doc).toJSON());
  expect([shown.includes('A thought'), shown.includes('Not fit')]).toEqual([true, false]);
});
