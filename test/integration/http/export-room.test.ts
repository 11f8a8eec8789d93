import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { nanoid } from 'nanoid';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type FileLeftOut, leftOutHeader, readLeftOut } from '../../../shared/api/boards.ts';
import { imagePath } from '../../../shared/api/images.ts';
import { ImportBoardsResponse } from '../../../shared/api/imports.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { createGroups, splitRecord } from '../../../shared/board/groups.ts';
import type { BoardId, ImageId } from '../../../shared/protocol/ids.ts';
import { fileLimits, imageLimits } from '../../../shared/protocol/limits.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { pngOf } from '../../support/pictures.ts';
import { shape, type TestRecord } from '../../unit/board/support/records.ts';
import { imageAsset } from '../../unit/board/support/tldraw.ts';
import { type Answer, join, makeBoard, makeWorkshop, problemOf, startServer, type TestServer } from './server.ts';

async function setUp() {
  const server = await startServer();
  const made = await makeWorkshop(server);
  const facilitator = await join(server, made, 'facilitator', 'Fay');
  const board = await makeBoard(server, made, facilitator.token);
  return { server, made, facilitator, board };
}

/** Writes past every check, as damage does. */
async function store({ storage }: TestServer, boardId: BoardId, records: readonly TestRecord[]): Promise<void> {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const record of records) recordsOf(doc).set(record.id, createGroups(splitRecord(record)));
  });
  await storage.log.append(formatRoomName({ layer: 'shared', boardId }), [Y.encodeStateAsUpdate(doc)]);
}

/** Puts pictures of these sizes on a board. */
async function hang(server: TestServer, boardId: BoardId, contents: readonly Uint8Array[]): Promise<void> {
  const images = contents.map((content) => ({
    image: {
      ...({ id: nanoid() as ImageId, boardId, type: 'image/png', width: 1, height: 1, isAnimated: false } as const),
      ...{ bytes: content.length, by: null, createdAtMs: Date.now() },
    },
    content,
  }));
  await server.storage.images.putImages(boardId, images, imageLimits);
  const records = images.flatMap(({ image: { id } }, at) => [
    imageAsset(`p${at}`, imagePath(id)) as TestRecord,
    shape(`p${at}`, 'image', { index: `b1${at}`, x: at * 10, props: { assetId: `asset:p${at}` } }),
  ]);
  await store(server, boardId, records);
}

/** The server hears of lines that broke off in its own time. */
async function untilRoom(ask: () => Promise<Answer>): Promise<Answer> {
  let answer = await ask();
  for (let tries = 0; answer.status === 429 && tries < 200; tries++) answer = await ask();
  return answer;
}

describe('room for files that go out and come in', () => {
  it('[TRV18] two files at once for a session and four for all; whoever comes then is told when to come again', async () => {
    const { server, made, facilitator, board } = await setUp();
    // More than lines hold of it while nobody reads.
    await hang(
      server,
      board,
      Array.from({ length: 6 }, () => new Uint8Array(6_000_000)),
    );
    const stalled: ClientRequest[] = [];
    const stall = async (bearer: string): Promise<number | undefined> => {
      const request = httpRequest(`${server.address}/api/boards/${board}/export/json`, {
        headers: { authorization: `Bearer ${bearer}` },
      });
      stalled.push(request.on('error', () => undefined).end());
      const response = await new Promise<IncomingMessage>((resolve) => request.on('response', resolve));
      return response.statusCode;
    };
    const [one, two, three] = [
      await join(server, made, 'participant'),
      await join(server, made, 'participant'),
      facilitator,
    ];
    expect([await stall(one.token), await stall(one.token)]).toEqual([200, 200]);
    for (const path of [
      `boards/${board}/export/csv`,
      `boards/${board}/export/md`,
      `workshops/${made.workshop.id}/export/md`,
    ]) {
      const late = await server.call('GET', `/api/${path}`, { bearer: one.token });
      expect([problemOf(late), late.headers.get('retry-after')]).toEqual(['429 busy', '2']);
    }
    expect([await stall(two.token), await stall(two.token)]).toEqual([200, 200]);
    const ask = () => server.call('GET', `/api/boards/${board}/export/tldr`, { bearer: three.token });
    expect(problemOf(await ask())).toBe('429 busy');
    for (const request of stalled) request.destroy();
    expect((await untilRoom(ask)).status).toBe(200);
    expect(server.log()).not.toContain('request.failed');
  });

  it('[TRV18] nobody asks for the head of a file alone: the whole of it would be made, and in no place', async () => {
    const { server, made, facilitator, board } = await setUp();
    const paths = [
      ...['csv', 'csv-zip', 'json', 'tldr', 'md'].map((format) => `/api/boards/${board}/export/${format}`),
      `/api/workshops/${made.workshop.id}/export/md`,
    ];
    for (const path of paths) {
      const { status } = await server.call('HEAD', path, { bearer: facilitator.token });
      expect([path, status]).toEqual([path, 404]);
    }
    expect(server.log()).not.toContain('board.exported');
  });

  it('[HTTP18] files of boards may be asked for as often as what reads a whole past', async () => {
    const { server, made, facilitator, board } = await setUp();
    const paths = [
      ...['csv', 'csv-zip', 'json', 'tldr', 'md'].map((format) => `/api/boards/${board}/export/${format}`),
      `/api/workshops/${made.workshop.id}/export/md`,
    ];
    const ask = (path: string) => server.call('GET', path, { bearer: facilitator.token });
    for (let n = 0; n < 60; n++) expect((await ask(paths[n % paths.length] ?? '')).status).toBe(200);
    for (const path of paths) expect(problemOf(await ask(path))).toBe('429 too-many-requests');
  });

  it('[TRV20] a session sends one file at a time and the server takes four; places of those that break off are free again', async () => {
    const { server, made, facilitator, board } = await setUp();
    const others = await Promise.all(
      ['Ann', 'Ben', 'Cas', 'Dee'].map((name) => join(server, made, 'facilitator', name)),
    );
    const slow = (bearer: string) => {
      const request = httpRequest(`${server.address}/api/boards/import?workshop=${made.workshop.id}&plan=1`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${bearer}` },
      });
      const answered = new Promise<number | undefined>((resolve) =>
        request.on('error', () => undefined).on('response', ({ statusCode }) => resolve(statusCode)),
      );
      request.write('{');
      return { request, answered };
    };
    const twice = [slow(facilitator.token), slow(facilitator.token)];
    expect(await Promise.race(twice.map(({ answered }) => answered))).toBe(429);
    const rest = others.map(({ token }) => slow(token));
    expect(await Promise.race(rest.map(({ answered }) => answered))).toBe(429);
    const send = () =>
      server.call('POST', `/api/boards/${board}/import`, {
        ...{ raw: '{}', bearer: facilitator.token, headers: { 'content-type': 'application/octet-stream' } },
      });
    const late = await send();
    expect([problemOf(late), late.headers.get('retry-after')]).toEqual(['429 busy', '2']);
    for (const { request } of [...twice, ...rest]) request.destroy();
    expect(problemOf(await untilRoom(send))).toBe('422 file-unknown');
  });

  it('[TRV19] a file holds as many pictures as can be brought in again, and says how many it does not hold', async () => {
    const { server, made, facilitator, board } = await setUp();
    const picture = pngOf({ width: 3, height: 2 });
    const large = new Uint8Array(8_000_000);
    // One of four has no room, a small one after it has.
    await hang(server, board, [large, large, large, large, large, picture]);
    const get = async (format: string) => {
      const answer = await server.call('GET', `/api/boards/${board}/export/${format}`, { bearer: facilitator.token });
      expect(answer.status).toBe(200);
      expect(readLeftOut(answer.headers.get(leftOutHeader))).toEqual({ pictures: 1, records: 0 } satisfies FileLeftOut);
      const { records } = answer.json() as { records: { id: string; props?: { src?: string } }[] };
      const kept = records.filter(({ props }) => props?.src?.startsWith('data:image/png;base64,')).map(({ id }) => id);
      expect(kept).toEqual(['asset:p0', 'asset:p1', 'asset:p2', 'asset:p3', 'asset:p5']);
      expect(Buffer.byteLength(answer.text)).toBeLessThanOrEqual(fileLimits.fileMaxBytes);
      return answer.text;
    };
    await get('tldr');
    const text = await get('json');
    const imported = await server.call('POST', `/api/boards/import?workshop=${made.workshop.id}&plan=1`, {
      ...{ raw: text, bearer: facilitator.token, headers: { 'content-type': 'application/octet-stream' } },
    });
    const { leftOut } = ImportBoardsResponse.parse(imported.json());
    // Four are no pictures in truth, and one is named only.
    expect(leftOut.map(({ reason, count }) => [reason, count])).toEqual([
      ['picture-elsewhere', 1],
      ['picture-kind', 4],
    ]);
  }, 60_000);

  it('[TRV19] what no canvas can show is counted in every format', async () => {
    const { server, facilitator, board } = await setUp();
    await store(server, board, [shape('odd', 'note', { props: { color: 'ultraviolet' } })]);
    for (const format of ['csv', 'csv-zip', 'json', 'tldr', 'md']) {
      const path = `/api/boards/${board}/export/${format}`;
      const answer = await server.call('GET', path, { bearer: facilitator.token });
      expect(readLeftOut(answer.headers.get(leftOutHeader))).toEqual({ pictures: 0, records: 1 });
    }
  });
});
