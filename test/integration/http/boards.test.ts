import { describe, expect, it } from 'vitest';
import { CreateBoardResponse } from '../../../shared/api/boards.ts';
import { imagePath, UploadImageResponse } from '../../../shared/api/images.ts';
import { CreateWorkshopResponse, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { type AnyRecord, createGroups, splitRecord } from '../../../shared/board/groups.ts';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { pngOf } from '../../support/pictures.ts';
import { card, relation } from '../../unit/board/support/cards.ts';
import { note, shape, type TestRecord } from '../../unit/board/support/records.ts';
import { join, type MadeWorkshop, makeBoard, makeWorkshop, problemOf, startServer, type TestServer } from './server.ts';
import { connectWriter } from './writer.ts';

async function setUp() {
  const server = await startServer();
  const made = await makeWorkshop(server, 'Clean water', ['Wells', 'Town', 'Farmers']);
  const fay = await join(server, made, 'facilitator', 'Fay', 'Town');
  const ann = await join(server, made, 'participant', 'Ann', 'Farmers');
  const board = await makeBoard(server, made, fay.token);
  return { server, made, fay, ann, board };
}

/** Writes over a socket of its own, as a page does. @returns what the server said of it */
async function write(
  server: TestServer,
  token: string,
  board: BoardId,
  ...records: readonly (TestRecord | AnyRecord)[]
) {
  const room = formatRoomName({ layer: 'shared', boardId: board });
  const writer = connectWriter({ address: server.address, room, token });
  await writer.synced;
  writer.doc.transact(() => {
    for (const record of records) {
      const { meta: _server, ...parts } = splitRecord(record);
      recordsOf(writer.doc).set(record.id, createGroups(parts));
    }
  });
  await writer.settled();
  writer.close();
  return writer.notices;
}

async function boardsOf(server: TestServer, made: Pick<MadeWorkshop, 'workshop'>, bearer: string) {
  const answer = await server.call('GET', `/api/workshops/${made.workshop.id}`, { bearer });
  return GetWorkshopResponse.parse(answer.json()).boards;
}

async function recordsOn(server: TestServer, board: BoardId, bearer: string): Promise<ReadonlyMap<string, AnyRecord>> {
  const file = (await server.call('GET', `/api/boards/${board}/export/json`, { bearer })).json();
  return new Map((file as { records: AnyRecord[] }).records.map((record) => [record.id, record]));
}

async function upload(server: TestServer, board: BoardId, bearer: string) {
  const answer = await server.call('POST', `/api/boards/${board}/images`, {
    raw: Uint8Array.from(pngOf({ width: 30, height: 20 })),
    ...{ bearer, headers: { 'content-type': 'application/octet-stream' } },
  });
  return UploadImageResponse.parse(answer.json()).image;
}

const assetOf = (src: string): AnyRecord =>
  ({
    ...{ typeName: 'asset', type: 'image', id: 'asset:well', meta: {} },
    props: { w: 30, h: 20, name: 'well.png', isAnimated: false, mimeType: 'image/png', src },
  }) as unknown as AnyRecord;
const picture = shape('well', 'image', { index: 'a9', props: { w: 30, h: 20, assetId: 'asset:well' } });

describe('another title, another place', () => {
  it('[BOP1] a board gets another title, which exports bear; what is written on it stays', async () => {
    const { server, made, fay, board } = await setUp();
    const before = await recordsOn(server, board, fay.token);
    const answer = await server.call('PATCH', `/api/boards/${board}`, {
      bearer: fay.token,
      body: { title: ' Wells ' },
    });
    expect(answer.status).toBe(200);
    expect(CreateBoardResponse.parse(answer.json()).board).toMatchObject({ id: board, title: 'Wells' });
    expect((await boardsOf(server, made, fay.token)).map(({ title }) => title)).toEqual(['Wells']);
    expect(await recordsOn(server, board, fay.token)).toEqual(before);
    const file = await server.call('GET', `/api/boards/${board}/export/json`, { bearer: fay.token });
    expect(file.headers.get('content-disposition')).toContain("''Wells.json");
  });

  it('[BOP2] a board is put before another, or last, and the others keep their order', async () => {
    const { server, made, fay, board: a } = await setUp();
    const [b, c, d] = [
      await makeBoard(server, made, fay.token),
      await makeBoard(server, made, fay.token),
      await makeBoard(server, made, fay.token),
    ];
    const put = async (board: BoardId, before: BoardId | null) => {
      const answer = await server.call('PATCH', `/api/boards/${board}`, { bearer: fay.token, body: { before } });
      expect(answer.status).toBe(200);
      return (await boardsOf(server, made, fay.token)).map(({ id }) => id);
    };
    expect(await put(d, b)).toEqual([a, d, b, c]);
    expect(await put(a, null)).toEqual([d, b, c, a]);
    expect(await put(b, b)).toEqual([d, b, c, a]);
    expect(await put(a, d)).toEqual([a, d, b, c]);
    await makeBoard(server, made, fay.token);
    expect((await boardsOf(server, made, fay.token)).slice(0, 4).map(({ id }) => id)).toEqual([a, d, b, c]);
  });

  it('[BOP3] only facilitators do so, and only among the boards of the workshop', async () => {
    const { server, fay, ann, board } = await setUp();
    const other = await makeWorkshop(server);
    const stranger = await join(server, other, 'facilitator');
    const elsewhere = await makeBoard(server, other, stranger.token);
    const patch = (bearer: string, body: object) => server.call('PATCH', `/api/boards/${board}`, { bearer, body });
    expect(problemOf(await patch(ann.token, { title: 'Mine' }))).toBe('403 not-allowed');
    expect(problemOf(await patch(stranger.token, { title: 'Mine' }))).toBe('403 not-allowed');
    expect(problemOf(await patch(fay.token, { title: 'Both', before: elsewhere }))).toBe('400 bad-request');
    expect(problemOf(await patch(fay.token, { title: '' }))).toBe('400 bad-request');
    const duplicate = (bearer: string) => server.call('POST', `/api/boards/${board}/duplicate`, { bearer, body: {} });
    expect(problemOf(await duplicate(ann.token))).toBe('403 not-allowed');
    expect(problemOf(await duplicate(stranger.token))).toBe('403 not-allowed');
  });
});

describe('copies of boards', () => {
  it('[BOP4] a copy stands right behind its board, with the same cards, locks, votes, pictures and authors', async () => {
    const { server, made, fay, ann, board } = await setUp();
    const last = await makeBoard(server, made, fay.token);
    const image = await upload(server, board, ann.token);
    const told = [
      ...(await write(server, ann.token, board, card('a', 'No pump'), card('b', 'No money', {}, { index: 'a2' }))),
      ...(await write(server, ann.token, board, relation('r', 'b', 'a'), assetOf(imagePath(image.id)), picture)),
      ...(await write(
        server,
        fay.token,
        board,
        card('v', 'Voted', { votes_people: 3 }, { index: 'a5', isLocked: true }),
      )),
    ];
    expect(told.filter(({ code }) => code === 'put-back')).toEqual([]);
    const answer = await server.call('POST', `/api/boards/${board}/duplicate`, { bearer: fay.token, body: {} });
    expect(answer.status).toBe(201);
    const copy = CreateBoardResponse.parse(answer.json()).board;
    expect(copy).toMatchObject({ title: 'Blank board 2', template: 'blank', example: false });
    expect((await boardsOf(server, made, fay.token)).map(({ id }) => id)).toEqual([board, copy.id, last]);
    const [original, copied] = [await recordsOn(server, board, fay.token), await recordsOn(server, copy.id, fay.token)];
    expect(copied).toEqual(original);
    expect(copied.get('shape:a')?.meta).toMatchObject({ author: ann.participant.id });
    expect(copied.get('shape:v')).toMatchObject({ isLocked: true, props: { fields: { votes_people: 3 } } });
    // Its own from then on.
    await write(server, ann.token, copy.id, note('later', 'Only here', { index: 'aB' }));
    expect((await recordsOn(server, board, fay.token)).has('shape:later')).toBe(false);
    expect((await server.call('GET', imagePath(image.id), { bearer: ann.token })).status).toBe(200);
  });

  it('[BOP5] copies are numbered, and keep within what a title may be', async () => {
    const { server, fay, board } = await setUp();
    const duplicate = async (id: BoardId, body = {}) => {
      const answer = await server.call('POST', `/api/boards/${id}/duplicate`, { bearer: fay.token, body });
      return CreateBoardResponse.parse(answer.json()).board;
    };
    const second = await duplicate(board);
    expect(second.title).toBe('Blank board 2');
    expect((await duplicate(board)).title).toBe('Blank board 3');
    expect((await duplicate(second.id)).title).toBe('Blank board 4');
    const long = await duplicate(board, { title: '💧'.repeat(60) });
    expect((await duplicate(long.id)).title).toBe(`${'💧'.repeat(59)} 2`);
  });
});

describe('copies of workshops', () => {
  async function copyOf(
    { server, made, fay }: Pick<Awaited<ReturnType<typeof setUp>>, 'server' | 'made' | 'fay'>,
    body: object,
  ) {
    const answer = await server.call('POST', `/api/workshops/${made.workshop.id}/duplicate`, {
      ...{ bearer: fay.token, body },
    });
    expect(answer.status).toBe(201);
    const copy = CreateWorkshopResponse.parse(answer.json());
    // Whoever opens the link is the first one there.
    const next = await join(server, copy, 'facilitator', 'Fay', 'town');
    const data = GetWorkshopResponse.parse(
      (await server.call('GET', `/api/workshops/${copy.workshop.id}`, { bearer: next.token })).json(),
    );
    return { copy, next, data };
  }

  it('[BOP6] organisations go along with their colours, the look of reports, and boards in the wanted order; people and links do not', async () => {
    const all = await setUp();
    const { server, made, fay, board } = all;
    const second = await makeBoard(server, made, fay.token);
    await makeBoard(server, made, fay.token);
    const look = { accent: '#1c3da1', logo: null };
    await server.call('PUT', `/api/workshops/${made.workshop.id}/report-look`, { bearer: fay.token, body: look });
    const { copy, next, data } = await copyOf(all, {
      ...{ title: 'Clean water, day 2', boards: [second, board], withCards: true },
    });
    const path = `/api/workshops/${copy.workshop.id}/report-look`;
    expect((await server.call('GET', path, { bearer: next.token })).json()).toEqual(look);
    expect(copy.workshop).toMatchObject({ title: 'Clean water, day 2', language: 'en' });
    expect(data.organisations.map(({ name, colour }) => `${colour} ${name}`)).toEqual([
      '1 Wells',
      '2 Town',
      '3 Farmers',
    ]);
    expect(data.boards).toHaveLength(2);
    expect(data.people).toEqual([]);
    expect(data.invites).toHaveLength(3);
    expect(problemOf(await server.call('GET', `/api/workshops/${copy.workshop.id}`, { bearer: fay.token }))).toBe(
      '403 not-allowed',
    );
  });

  it('[BOP7] with its cards: whose they are is said in them, and pictures are shown to people of the new workshop', async () => {
    const all = await setUp();
    const { server, made, fay, ann, board } = all;
    const image = await upload(server, board, ann.token);
    const before = GetWorkshopResponse.parse(
      (await server.call('GET', `/api/workshops/${made.workshop.id}`, { bearer: fay.token })).json(),
    ).organisations;
    const idOf = (name: string) => before.find((organisation) => organisation.name === name)?.id ?? '';
    await write(server, ann.token, board, card('a', 'No pump', {}, { index: 'a1' }));
    await write(server, ann.token, board, card('b', 'No money', { org: idOf('Wells') }, { index: 'a2' }));
    await write(server, ann.token, board, card('c', 'No time', { org: 'Somebody else' }, { index: 'a3' }));
    await write(server, ann.token, board, assetOf(imagePath(image.id)), picture);
    const { next, data } = await copyOf(all, { title: 'Day 2', boards: [board], withCards: true });
    const there = (name: string) => data.organisations.find((organisation) => organisation.name === name)?.id;
    const [copy] = data.boards;
    if (copy === undefined) throw new Error('no board');
    const records = await recordsOn(server, copy.id, next.token);
    const orgOf = (id: string) =>
      (records.get(`shape:${id}`)?.props as { fields?: { org?: string } } | undefined)?.fields?.org;
    expect([orgOf('a'), orgOf('b'), orgOf('c')]).toEqual([there('Farmers'), there('Wells'), 'Somebody else']);
    expect(before.map(({ id }) => id)).not.toContain(orgOf('a'));
    const [own] = await server.storage.images.listImages(copy.id);
    expect(own?.id).not.toBe(image.id);
    expect((await server.call('GET', imagePath(own?.id ?? image.id), { bearer: next.token })).status).toBe(200);
    expect((await server.call('GET', imagePath(image.id), { bearer: next.token })).status).toBe(404);
    expect(JSON.stringify([...records.values()])).toContain('data:image/png;base64,');
  });

  it('[BOP8] without them: as the template stands at first, under the title and in the language of the board', async () => {
    const all = await setUp();
    const { server, made, fay } = all;
    const answer = await server.call('POST', `/api/workshops/${made.workshop.id}/boards`, {
      ...{ bearer: fay.token, body: { template: 'root-cause-tree', title: 'Oorzaken', language: 'nl' } },
    });
    const { board } = CreateBoardResponse.parse(answer.json());
    await write(server, fay.token, board.id, card('a', 'No pump'));
    const { next, data } = await copyOf(all, { title: 'Day 2', boards: [board.id], withCards: false });
    expect(data.boards).toMatchObject([{ title: 'Oorzaken', language: 'nl', template: 'root-cause-tree' }]);
    const records = await recordsOn(server, data.boards[0]?.id ?? board.id, next.token);
    expect(records.has('shape:a')).toBe(false);
    const words = JSON.stringify([...records.values()]);
    expect(words).toContain('Day 2');
    expect(words).toContain('Oorzaken');
  });

  it('[BOP9] a board that is not there stops all of it, and so does whoever may not', async () => {
    const { server, made, fay, ann, board } = await setUp();
    const duplicate = (bearer: string, boards: readonly string[]) =>
      server.call('POST', `/api/workshops/${made.workshop.id}/duplicate`, {
        ...{ bearer, body: { title: 'Day 2', boards, withCards: true } },
      });
    const other = await makeWorkshop(server);
    const elsewhere = await makeBoard(server, other, (await join(server, other, 'facilitator')).token);
    expect(problemOf(await duplicate(fay.token, [board, elsewhere]))).toBe('400 bad-request');
    await server.call('DELETE', `/api/boards/${board}`, { bearer: fay.token });
    expect(problemOf(await duplicate(fay.token, [board]))).toBe('400 bad-request');
    expect(problemOf(await duplicate(ann.token, []))).toBe('403 not-allowed');
    expect(server.log()).not.toContain('workshop.duplicated');
  });
});

describe('pictures over a live connection', () => {
  it('[IMG20] participants and facilitators show pictures of this server, and nobody anything else', async () => {
    const { server, fay, ann, board } = await setUp();
    const image = await upload(server, board, ann.token);
    expect(await write(server, ann.token, board, assetOf(imagePath(image.id)), picture)).not.toContainEqual(
      expect.objectContaining({ code: 'put-back' }),
    );
    for (const { token } of [fay, ann])
      for (const src of ['https://example.org/a.png', 'data:image/png;base64,iVBORw0KGgo=']) {
        const other = { ...assetOf(src), id: `asset:other-${src.length}` } as unknown as AnyRecord;
        expect(await write(server, token, board, other)).toContainEqual(expect.objectContaining({ code: 'put-back' }));
      }
    const assets = [...(await recordsOn(server, board, fay.token)).keys()].filter((id) => id.startsWith('asset:'));
    expect(assets).toEqual(['asset:well']);
  });

  it('[IMG21] pictures go along in the files of a board, and come back as pictures of the board that takes them in', async () => {
    const { server, made, fay, ann, board } = await setUp();
    const image = await upload(server, board, ann.token);
    await write(server, ann.token, board, assetOf(imagePath(image.id)), picture);
    const headers = { 'content-type': 'application/octet-stream' };
    for (const format of ['json', 'tldr']) {
      const raw = (await server.call('GET', `/api/boards/${board}/export/${format}`, { bearer: fay.token })).text;
      expect(raw).toContain('data:image/png;base64,');
      expect(raw).not.toContain(imagePath(image.id));
      const into = `/api/boards/${board}/import`;
      const back = await server.call('POST', into, { raw, bearer: fay.token, headers });
      expect(back.json()).toMatchObject({ added: { count: 0 }, changed: { count: 0 }, leftOut: [] });
      expect(await server.storage.images.listImages(board)).toHaveLength(1);
      const path = `/api/boards/import?workshop=${made.workshop.id}`;
      const answer = (await server.call('POST', path, { raw, bearer: fay.token, headers })).json();
      expect(answer).toMatchObject({ leftOut: [] });
      const [copy] = (answer as { made: { id: BoardId }[] }).made;
      if (copy === undefined) throw new Error('no board');
      const [own] = await server.storage.images.listImages(copy.id);
      expect(own).toMatchObject({ width: 30, height: 20, by: fay.participant.id });
      const again = (await server.call('GET', `/api/boards/${copy.id}/export/json`, { bearer: fay.token })).text;
      expect(again).toContain('data:image/png;base64,');
    }
  });

  it('[IMG23] a board that names a picture of another workshop brings nobody that picture, in no file and in no copy', async () => {
    const { server, made, fay, board } = await setUp();
    const theirs = await makeWorkshop(server, 'Elsewhere');
    const { token } = await join(server, theirs, 'facilitator');
    const foreign = imagePath((await upload(server, await makeBoard(server, theirs, token), token)).id);
    expect(await write(server, fay.token, board, assetOf(foreign), picture)).toEqual([]);
    const srcOn = async (id: BoardId, bearer: string) =>
      ((await recordsOn(server, id, bearer)).get('asset:well')?.props as { src: string } | undefined)?.src;
    expect(await srcOn(board, fay.token)).toBe(foreign);
    const tldr = await server.call('GET', `/api/boards/${board}/export/tldr`, { bearer: fay.token });
    expect(tldr.text).not.toContain('base64');
    const copied = await server.call('POST', `/api/workshops/${made.workshop.id}/duplicate`, {
      body: { title: 'Next', withCards: true, boards: [board] },
      bearer: fay.token,
    });
    const next = CreateWorkshopResponse.parse(copied.json());
    const bearer = (await join(server, next, 'facilitator')).token;
    const [copy] = await boardsOf(server, next, bearer);
    const src = await srcOn(copy?.id as BoardId, bearer);
    expect(src).toMatch(/^\/api\/images\//);
    expect(problemOf(await server.call('GET', String(src), { bearer }))).toBe('404 not-found');
  });

  it('[IMG22] a picture that nothing shows any more stays behind', async () => {
    const { server, fay, ann, board } = await setUp();
    const image = await upload(server, board, ann.token);
    await write(server, ann.token, board, assetOf(imagePath(image.id)));
    const file = (await server.call('GET', `/api/boards/${board}/export/json`, { bearer: fay.token })).text;
    expect(file).not.toContain('asset:well');
    expect(file).not.toContain('data:image');
  });
});
