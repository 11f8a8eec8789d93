import { DatabaseSync } from '@photostructure/sqlite';
import { nanoid } from 'nanoid';
import { expect, it } from 'vitest';
import { databaseFile } from '../../../server/storage/sqlite/open.ts';
import { StorageError, type UpdateLog } from '../../../server/storage/update-log.ts';
import { ListVersionsResponse } from '../../../shared/api/history.ts';
import { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { createGeometry } from '../../../shared/board/containment.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { type AnyRecord, createGroups, joinRecord, splitRecord } from '../../../shared/board/groups.ts';
import { plainRichText, plainText } from '../../../shared/board/rich-text.ts';
import { isUntouchedStarter } from '../../../shared/board/starter.ts';
import { writeText } from '../../../shared/board/write.ts';
import { type BoardId, Sequence } from '../../../shared/protocol/ids.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import type { Command } from '../../../shared/session/commands.ts';
import type { Session } from '../../../shared/session/session.ts';
import { card, relation } from '../../unit/board/support/cards.ts';
import { shape } from '../../unit/board/support/records.ts';
import { makeBoard } from '../http/server.ts';
import { Program } from '../rooms/program.ts';
import { damageRow } from '../storage/subjects.ts';
import { personIn, type SomePerson, sessionOf, startAgain, startWorkshop } from './support.ts';

const roomOf = (boardId: BoardId) => formatRoomName({ layer: 'shared', boardId });
type Stage = Awaited<ReturnType<typeof startGroups>>;

const board = (program: Program): Map<string, AnyRecord> =>
  new Map(
    [...recordsOf(program.doc)].flatMap(([id, groups]) => {
      const record = joinRecord(id, groups);
      return record === null ? [] : [[id, record]];
    }),
  );
const textOf = ({ props }: AnyRecord): string => {
  const { richText } = (props ?? {}) as { richText?: Parameters<typeof plainText>[0] };
  return richText === undefined ? '' : plainText(richText);
};
const saying = (program: Program, text: string) =>
  [...board(program).values()].filter((record) => textOf(record) === text);
const authorOf = (record: AnyRecord | undefined) => (record?.meta as { author?: string } | undefined)?.author;

let written = 0;
async function put(program: Program, record: AnyRecord): Promise<void> {
  const { meta: _, rich, ...plain } = splitRecord({ ...record, index: `a${++written + 1}` } as AnyRecord);
  recordsOf(program.doc).set(record.id, createGroups(rich === undefined ? plain : { ...plain, rich }));
  await program.acknowledged(program.acks + 1);
}
async function rewrite(program: Program, id: string, text: string): Promise<void> {
  program.doc.transact(() => writeText(recordsOf(program.doc).get(id)?.get('rich') as never, plainRichText(text)));
  await program.acknowledged(program.acks + 1);
}

/** A root cause tree with a card of Ana's in its first frame, and a facilitator, Ana and Ben of two organisations. */
async function startGroups() {
  const stage = await startWorkshop();
  const lead = await personIn(stage, 'facilitator', 'Lea', 'Wells');
  const ana = await personIn(stage, 'participant', 'Ana', 'Aqua');
  const ben = await personIn(stage, 'participant', 'Ben', 'Bore');
  const parent = await makeBoard(stage.server, stage.made, stage.people.facilitator.token, 'root-cause-tree');
  const enter = async ({ cookie }: Pick<SomePerson, 'cookie'>, boardId: BoardId, address = stage.server.address) =>
    new Program({
      address,
      room: roomOf(boardId),
      headers: { cookie: `cb_session=${cookie}`, origin: address },
    }).synced();
  const main = await enter(ana, parent);
  const frame = [...board(main).values()].filter(({ type }) => type === 'frame')[0];
  if (frame === undefined) throw new Error('no frame');
  const inFrame = (id: string, text: string, dx = 200, dy = 300) =>
    card(id, text, {}, { kind: 'problem', x: Number(frame.x) + dx, y: Number(frame.y) + dy });
  await put(main, inFrame('ours', 'Ours'));
  const start: Extract<Command, { type: 'breakouts.start' }> = {
    ...{ type: 'breakouts.start', boardId: parent, frameId: frame.id, groups: [[ana.id], [ben.id]] },
  };
  return { ...stage, lead, ana, ben, parent, main, frame, inFrame, start, enter };
}

async function begun(stage: Stage) {
  const session = await stage.lead.does(stage.start);
  const breakout = session.breakouts.at(-1);
  const [a, b] = breakout?.groups ?? [];
  if (breakout === undefined || a === undefined || b === undefined) throw new Error('no groups');
  return { session, breakout, a: a.boardId, b: b.boardId };
}
const merge = ({ breakouts }: Pick<Session, 'breakouts'>, isLast = false) => ({
  ...{ type: 'breakouts.merge' as const, id: breakouts.at(-1)?.id as never, isLast },
});
/** Until what was asked for has come to the main board. */
const together = (stage: Pick<Stage, 'server' | 'workshopId' | 'people'>) =>
  expect
    .poll(async () => (await sessionOf(stage)).breakouts.at(-1)?.bringing, { timeout: 20_000, interval: 200 })
    .toBeNull();
const boardsOf = async ({ server, workshopId, people }: Pick<Stage, 'server' | 'workshopId' | 'people'>) =>
  GetWorkshopResponse.parse(
    (await server.call('GET', `/api/workshops/${workshopId}`, { bearer: people.viewer.token })).json(),
  ).boards;

it('[BRK20] facilitators start groups and bring them together; participants join one, viewers nothing', async () => {
  const stage = await startGroups();
  const { ana, ben, lead, start } = stage;
  const vic = await personIn(stage, 'viewer', 'Vic', 'Bore');
  for (const other of [ana, vic]) expect(await other.asks(start)).toBe('403 not-allowed');
  const { session, a, b } = await begun(stage);
  for (const other of [ana, vic]) expect(await other.asks(merge(session))).toBe('403 not-allowed');
  expect(await vic.asks({ type: 'breakouts.join', boardId: a })).toBe('403 not-allowed');
  // Oneself alone, whatever is sent.
  const moved = await ana.does({ type: 'breakouts.join', boardId: b, participantId: ben.id } as never);
  expect(moved.breakouts[0]?.groups.map(({ people }) => people)).toEqual([[], [ben.id, ana.id]]);
  expect(await lead.asks(start)).toBe('409 breakouts');
  expect(await lead.asks({ ...merge(session), id: 'n'.repeat(21) })).toBe('404 not-found');
});

it('[BRK21] each group has the frame with its zones and cards on a board of its own, with who wrote what', async () => {
  const stage = await startGroups();
  const { ana, lead, main, frame, start, parent, enter } = stage;
  const elsewhere = [...board(main).values()].filter(({ type }) => type === 'frame')[1];
  await put(main, card('other', 'Elsewhere', {}, { x: Number(elsewhere?.x) + 300, y: Number(elsewhere?.y) + 300 }));
  await put(main, relation('edge', 'ours', 'other'));
  expect(await lead.asks({ ...start, frameId: 'shape:none' })).toBe('400 bad-request');
  const before = await boardsOf(stage);
  const id = nanoid();
  const session = await lead.does(start, id);
  // Sent again it makes no more boards.
  expect(await lead.does(start, id)).toEqual(session);
  // Right behind the board that they come back to.
  const all = await boardsOf(stage);
  const at = all.findIndex((one) => one.id === parent);
  const boards = all.slice(at + 1, at + 3);
  expect(all).toHaveLength(before.length + 2);
  const { name } = frame.props as unknown as { name: string };
  expect(boards.map(({ title }) => title)).toEqual([`${name} – Group A`, `${name} – Group B`]);
  expect(boards.map((made) => made.id)).toEqual(session.breakouts[0]?.groups.map(({ boardId }) => boardId));
  const group = await enter(ana, boards[0]?.id as BoardId);
  const records = board(group);
  expect(authorOf(records.get('shape:ours'))).toBe(ana.id);
  expect([records.has('shape:other'), records.has('shape:edge')]).toEqual([false, false]);
  expect(records.get(frame.id)?.props).toMatchObject({ name: name.replace('1', '1a') });
  const zones = (of: Map<string, AnyRecord>) =>
    [...of.values()].filter(({ type, parentId }) => type === 'zone' && parentId === frame.id).map((zone) => zone.id);
  expect(zones(records).toSorted()).toEqual(zones(board(await enter(ana, parent))).toSorted());
});

it('[BRK22] what groups wrote comes to the zones of the board by its authors, once; what was copied stays as it is', async () => {
  const stage = await startGroups();
  const { ana, ben, lead, main, parent, enter, inFrame, server } = stage;
  const { session, a, b } = await begun(stage);
  const [annas, bens] = [await enter(ana, a), await enter(ben, b)];
  await put(annas, inFrame('a1', 'From A', 220, 330));
  await put(bens, inFrame('b1', 'From B', 220, 330));
  await put(bens, relation('edge', 'b1', 'ours'));
  const noteShape = shape('note', 'note', { x: Number(stage.frame.x) + 220, y: Number(stage.frame.y) + 330 });
  await put(bens, {
    ...noteShape,
    props: { ...(noteShape.props as object), richText: plainRichText('A note') },
  } as AnyRecord);
  await rewrite(bens, 'shape:ours', 'Ours, said better');
  const asked = await lead.does(merge(session));
  expect(asked.breakouts[0]?.bringing).toMatchObject({ by: lead.id, isLast: false });
  // There is a moment left to end the word.
  await rewrite(annas, 'shape:a1', 'From A, to its end');
  await together(stage);
  await main.until(
    'what groups wrote',
    () => saying(main, 'Ours, said better').length > 0 && saying(main, 'A note').length > 0,
  );
  const all = board(main);
  expect(authorOf(saying(main, 'From A, to its end')[0])).toBe(ana.id);
  expect(authorOf(saying(main, 'From B')[0])).toBe(ben.id);
  expect([authorOf(saying(main, 'Ours')[0]), authorOf(saying(main, 'Ours, said better')[0])]).toEqual([ana.id, ben.id]);
  expect(saying(main, 'Ours')[0]?.id).toBe('shape:ours');
  const edges = [...all.values()].filter(
    ({ type, meta }) => type === 'relation' && authorOf({ meta } as never) === ben.id,
  );
  expect(edges.map(({ props }) => (props as unknown as { from: string }).from)).toEqual([
    saying(main, 'From B')[0]?.id,
  ]);
  const { placeOf } = createGeometry(all as never);
  for (const text of ['From A, to its end', 'From B', 'Ours, said better'])
    expect(placeOf(saying(main, text)[0] as never).zone, text).not.toBeNull();
  const places = ['From A, to its end', 'From B', 'Ours', 'Ours, said better'].map((text) => {
    const [found] = saying(main, text);
    return `${found?.x} ${found?.y}`;
  });
  expect(new Set(places).size).toBe(4);
  const [note] = saying(main, 'A note');
  const boxes = [...all.values()]
    .filter((record) => record.type === 'card' && !isUntouchedStarter(record as never))
    .map((record) => ({
      ...(record as unknown as { x: number; y: number }),
      ...(record.props as { w: number; h: number }),
    }));
  const [left, top] = [Number(note?.x), Number(note?.y)];
  const under = boxes.filter(({ x, y, w, h }) => x < left + 200 && left < x + w && y < top + 200 && top < y + h);
  expect(under).toEqual([]);
  const versions = ListVersionsResponse.parse(
    (await server.call('GET', `/api/boards/${parent}/versions`, { cookie: lead.cookie })).json(),
  ).versions;
  expect(versions.map(({ kind }) => kind)).toContain('before-restore');

  // Again it brings what came since, and nothing twice; what was deleted meanwhile stays away.
  recordsOf(main.doc).delete(String(saying(main, 'From A, to its end')[0]?.id));
  await main.acknowledged(main.acks + 1);
  await put(annas, inFrame('a2', 'Later from A', 500, 400));
  await lead.does(merge(session, true));
  await together(stage);
  await main.until('what came since', () => saying(main, 'Later from A').length > 0);
  for (const [text, count] of Object.entries({
    'From A': 0,
    'From A, to its end': 0,
    'From B': 1,
    'Ours, said better': 1,
    'A note': 1,
    'Later from A': 1,
  }))
    expect(saying(main, text), text).toHaveLength(count);
  expect((await sessionOf(stage)).breakouts[0]?.endedAtMs).not.toBeNull();
  // The boards of groups stay, and are read.
  expect(saying(await enter(ana, a), 'From A, to its end')).toHaveLength(1);
});

it('[BRK23] while a group writes privately nothing is brought, and what it wrote under no name says none', async () => {
  const stage = await startGroups();
  const { ana, lead, main, enter, inFrame, server } = stage;
  const { session, a } = await begun(stage);
  await lead.does({ type: 'private-writing.start', boardId: a, isAnonymous: true });
  const headers = { cookie: `cb_session=${ana.cookie}`, origin: server.address };
  const room = formatRoomName({ layer: 'own', boardId: a, participantId: ana.id });
  const own = await new Program({ address: server.address, room, headers }).synced();
  await put(own, inFrame('secret', 'No name on it', 400, 400));
  expect(await lead.asks(merge(session))).toBe('409 private-writing');
  await lead.does({ type: 'private-writing.reveal', boardId: a });
  const group = await enter(ana, a);
  await group.until('the revealing', () => saying(group, 'No name on it').length > 0);
  await expect.poll(async () => (await sessionOf(stage)).privateWriting, { timeout: 20_000 }).toBeNull();
  await lead.does(merge(session));
  await main.until('the card', () => saying(main, 'No name on it').length > 0);
  expect(authorOf(saying(main, 'No name on it')[0])).toBeUndefined();
});

it('[BRK24] an invitation that a group wrote into comes as its card; those that nobody touched do not', async () => {
  const stage = await startGroups();
  const { ben, lead, main, enter } = stage;
  const { session, b } = await begun(stage);
  const group = await enter(ben, b);
  const ghosts = [...board(group).values()].filter(
    (record) => record.type === 'card' && isUntouchedStarter(record as never),
  );
  const [ghost] = ghosts;
  if (ghost === undefined) throw new Error('no ghost');
  await rewrite(group, ghost.id, 'Into the ghost');
  const before = [...board(main).values()].filter(({ type }) => type === 'card').length;
  await lead.does(merge(session));
  await main.until('the card', () => saying(main, 'Into the ghost').length > 0);
  expect(authorOf(saying(main, 'Into the ghost')[0])).toBe(ben.id);
  expect([...board(main).values()].filter(({ type }) => type === 'card').length).toBeLessThanOrEqual(before + 1);
});

it('[BRK25] a server that stops in the middle of bringing goes on where it was: nothing is lost and nothing comes twice', async () => {
  const stage = await startGroups();
  const { ana, lead, parent, enter, inFrame } = stage;
  const { session, a } = await begun(stage);
  const group = await enter(ana, a);
  await put(group, inFrame('a1', 'From A'));
  // The server goes down between the two: what the group's board was to note is nowhere.
  const { log } = stage.server.storage as { log: { append: UpdateLog['append'] } };
  const append = log.append.bind(log);
  log.append = (...args) =>
    args[0] === roomOf(a) ? Promise.reject(new StorageError('closed', 'going down')) : append(...args);
  await lead.does(merge(session));
  await stage.main.until('what the group wrote', () => saying(stage.main, 'From A').length > 0);
  const server = await startAgain(stage);
  const again = { ...stage, server };
  const leadAgain = await personIn(again, 'facilitator', 'Lea two', 'Wells');
  // What was asked for goes on by itself.
  await leadAgain.does(merge(session, true));
  await together(again);
  const main = await enter(ana, parent, server.address);
  expect(saying(main, 'From A')).toHaveLength(1);
  expect((await sessionOf(again)).breakouts[0]?.endedAtMs).not.toBeNull();
});

it('[BRK30] a group’s board that is damaged stays as it is and is named; what the others wrote comes, and their time ends', async () => {
  const stage = await startGroups();
  const { ana, lead, main, enter, inFrame, folder, server } = stage;
  const { session, a, b } = await begun(stage);
  await put(await enter(ana, a), inFrame('a1', 'From A'));
  const db = new DatabaseSync(databaseFile(folder.path), { timeout: 10_000 });
  damageRow(db, { document: roomOf(b), kind: 'update', sequence: Sequence.parse(1) });
  db.close();
  const stored = () => server.storage.log.load(roomOf(b));
  const before = await stored();
  expect(before.status).toBe('damaged');
  await lead.does(merge(session));
  await together(stage);
  await main.until('what the other group wrote', () => saying(main, 'From A').length === 1);
  expect((await sessionOf(stage)).breakouts[0]).toMatchObject({ unread: [b], endedAtMs: null });
  await lead.does(merge(session, true));
  await together(stage);
  expect((await sessionOf(stage)).breakouts[0]).toMatchObject({ unread: [b], endedAtMs: expect.any(Number) as number });
  expect(saying(main, 'From A')).toHaveLength(1);
  expect(await stored()).toEqual(before);
});

it('[BRK26] locks and phases of the main board hold over the socket of a group’s board too, and the zone beside it is written in', async () => {
  const stage = await startGroups();
  const { ana, lead, parent, enter, inFrame } = stage;
  const { a } = await begun(stage);
  const group = await enter(ana, a);
  await lead.does({ type: 'lock.set', boardId: parent, place: 'problem/drafts', isLocked: true });
  const zone = [...board(group).values()].find(({ id }) => id.endsWith('problem/drafts'));
  const inZone = (id: string) => inFrame(id, id, Number(zone?.x) + 60, Number(zone?.y) + 120);
  await put(group, inZone('drafted'));
  await group.until('the notice', () => JSON.stringify(group.all('notice')).includes('place-locked'));
  await lead.does({ type: 'lock.set', boardId: parent, place: 'problem/drafts', isLocked: false });
  await put(group, inZone('again'));
  const leads = await enter(lead, a);
  expect([saying(leads, 'drafted').length, saying(leads, 'again').length]).toEqual([0, 1]);
});

it('[BRK27] once it was brought back nobody but who leads writes on a group’s board: the words go back to whoever wrote them, until it is opened again', async () => {
  const stage = await startGroups();
  const { ana, lead, main, enter, inFrame } = stage;
  const { session, a } = await begun(stage);
  const group = await enter(ana, a);
  await put(group, inFrame('soon', 'In time'));
  await lead.does(merge(session, true));
  await together(stage);
  await put(group, inFrame('late', 'Too late'));
  await group.until('the notice', () => JSON.stringify(group.all('notice')).includes('board-locked'));
  expect(JSON.stringify(group.all('notice'))).toContain('Too late');
  const leads = await enter(lead, a);
  expect(saying(leads, 'Too late')).toEqual([]);
  await lead.does({ type: 'lock.set', boardId: a, place: null, isLocked: false });
  await put(group, inFrame('again', 'Once more'));
  await lead.does(merge(session));
  await main.until('what came since', () => saying(main, 'Once more').length > 0);
  expect(saying(main, 'In time')).toHaveLength(1);
});
