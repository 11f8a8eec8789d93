import { request as httpRequest, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { text as readText } from 'node:stream/consumers';
import { nanoid } from 'nanoid';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readRawBody } from '../../../server/http/raw-body.ts';
import { imagePath, type StoredImage, UploadImageResponse } from '../../../shared/api/images.ts';
import { Problem } from '../../../shared/api/problem.ts';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import { imageLimits } from '../../../shared/protocol/limits.ts';
import { animation, photograph } from '../../support/photographs.ts';
import { pngOf } from '../../support/pictures.ts';
import { join, joinInBrowser, makeBoard, makeWorkshop, problemOf, startServer } from './server.ts';

const rawType = { 'content-type': 'application/octet-stream' };

async function setUp() {
  const server = await startServer();
  const made = await makeWorkshop(server);
  const facilitator = await join(server, made, 'facilitator', 'Fay');
  const participant = await join(server, made, 'participant', 'Ann');
  const viewer = await join(server, made, 'viewer', 'Vic');
  const board = await makeBoard(server, made, facilitator.token);
  const send = (bytes: Uint8Array, bearer = participant.token, to: BoardId = board) =>
    server.call('POST', `/api/boards/${to}/images`, { raw: Uint8Array.from(bytes), bearer, headers: rawType });
  const upload = async (bytes: Uint8Array): Promise<StoredImage> => {
    const answer = await send(bytes);
    if (answer.status !== 201) throw new Error(answer.text);
    return UploadImageResponse.parse(answer.json()).image;
  };
  const read = async (image: StoredImage, bearer = viewer.token) => {
    const response = await fetch(`${server.address}${imagePath(image.id)}`, {
      headers: { authorization: `Bearer ${bearer}` },
    });
    return { response, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  return { server, made, facilitator, participant, viewer, board, send, upload, read };
}

/** @returns the answer, and how long it took in ms */
async function timed<Answer>(answer: Promise<Answer>) {
  const start = performance.now();
  return { answer: await answer, ms: performance.now() - start };
}

const picturesOf = (boardId: BoardId, count: number, createdAtMs: number) =>
  Array.from({ length: count }, () => ({
    image: {
      ...({ id: nanoid() as StoredImage['id'], boardId, type: 'image/png', width: 1, height: 1 } as const),
      ...{ isAnimated: false, bytes: 1, by: null, createdAtMs },
    },
    content: Uint8Array.of(1),
  }));

describe('room for pictures', () => {
  it('[IMG26] a board that has its pictures takes others in the place of those that nothing shows any more', async () => {
    const { server, board, send } = await setUp();
    const { images } = server.storage;
    const long = (hours: number) => Date.now() - hours * 60 * 60 * 1_000;
    await images.putImages(board, picturesOf(board, imageLimits.perBoardMax, long(2)), imageLimits);
    const picture = pngOf({ width: 2, height: 2 });
    expect((await send(picture)).status).toBe(201);
    // Those are on their way to the board, as far as anybody knows.
    await images.putImages(board, picturesOf(board, imageLimits.perBoardMax - 1, long(0)), imageLimits);
    expect(problemOf(await send(picture))).toBe('422 pictures-full');
  });
});

describe('pictures of boards', () => {
  it('[IMG10] a photograph is kept upright and without what its camera wrote beside the pixels', async () => {
    const { upload, read } = await setUp();
    const taken = await photograph();
    expect(taken.includes('TelephoneX')).toBe(true);
    const image = await upload(taken);
    expect(image).toMatchObject({ type: 'image/jpeg', width: 300, height: 400, isAnimated: false });
    const { bytes } = await read(image);
    expect(bytes.length).toBe(image.bytes);
    expect(bytes.includes('TelephoneX')).toBe(false);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 300, height: 400 });
    const { exif, icc, xmp, orientation } = await sharp(bytes).metadata();
    expect({ exif, icc, xmp, orientation }).toEqual({});
  });

  it('[IMG10] a large picture is made smaller, a small one is not made larger, and what is seen through stays so', async () => {
    const { upload } = await setUp();
    expect(await upload(pngOf({ width: 5_000, height: 1_000 }))).toMatchObject({ width: 4_096, height: 819 });
    const clear = await sharp({
      create: { width: 20, height: 10, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0.5 } },
    })
      .webp()
      .toBuffer();
    expect(await upload(clear)).toMatchObject({ type: 'image/webp', width: 20, height: 10 });
  });

  it('[IMG11] what moves goes on moving, unless its frames are too many pixels together', async () => {
    const { upload, read } = await setUp();
    const image = await upload(await animation(5));
    expect(image).toMatchObject({ type: 'image/gif', width: 40, height: 30, isAnimated: true });
    expect((await sharp((await read(image)).bytes).metadata()).pages).toBe(5);
    expect(await upload(await animation(60, 1_000, 900))).toMatchObject({ type: 'image/png', isAnimated: false });
  }, 60_000);

  it('[IMG12] what is no PNG, JPEG, WebP or GIF is refused at once, whatever it calls itself', async () => {
    const { server, send } = await setUp();
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    const html = '<!doctype html><script>alert(1)</script>';
    const others = [svg, `\ufeff<?xml version="1.0"?>${svg}`, html, 'BM6\0\0\0', '%PDF-1.7', 'GIF88a', ''];
    for (const text of others) {
      const { answer, ms } = await timed(send(Buffer.from(text)));
      expect(problemOf(answer)).toBe('415 unsupported-media-type');
      expect(ms).toBeLessThan(1_000);
    }
    expect(server.log()).not.toContain('image.kept');
  });

  it('[IMG12] a body that is said to be a picture is none of this address', async () => {
    const { server, board, participant } = await setUp();
    const answer = await server.call('POST', `/api/boards/${board}/images`, {
      ...{ raw: Uint8Array.from(pngOf({ width: 1, height: 1 })), bearer: participant.token },
      headers: { 'content-type': 'image/png' },
    });
    expect(problemOf(answer)).toBe('415 unsupported-media-type');
  });

  it('[IMG13] a header of 50,000 × 50,000 pixels and a file of more than 10 MB are refused within a second', async () => {
    const { send, upload } = await setUp();
    // The process that draws pictures is there; from its sources it takes its time to start.
    await upload(pngOf({ width: 1, height: 1 }));
    const bomb = await timed(send(pngOf({ width: 50_000, height: 50_000, rows: Buffer.alloc(10) })));
    expect(problemOf(bomb.answer)).toBe('413 too-large');
    const large = await timed(
      send(Buffer.concat([pngOf({ width: 1, height: 1 }), Buffer.alloc(imageLimits.fileMaxBytes)])),
    );
    expect(problemOf(large.answer)).toBe('413 too-large');
    expect(Math.max(bomb.ms, large.ms)).toBeLessThan(1_000);
  });

  it('[IMG13] a picture that is not whole is refused, and the next one is kept', async () => {
    const { send, upload } = await setUp();
    const whole = await photograph();
    expect(problemOf(await send(whole.subarray(0, whole.length / 2)))).toBe('422 picture-unknown');
    expect(problemOf(await send(Buffer.from('\x89PNG\r\n\x1a\n<script>', 'latin1')))).toBe('422 picture-unknown');
    expect((await upload(whole)).width).toBe(300);
  });

  it('[IMG14] whatever hangs on a picture is lost', async () => {
    const { upload, read } = await setUp();
    const tail = '<html><script>alert(document.domain)</script>';
    for (const picture of [pngOf({ width: 9, height: 9, notes: { tEXt: 'Comment\0<b>' } }), await animation(1)]) {
      const { bytes } = await read(await upload(Buffer.concat([picture, Buffer.from(tail)])));
      expect(bytes.includes('script')).toBe(false);
      expect(bytes.includes('Comment')).toBe(false);
    }
  });

  it('[IMG15] a picture comes to whoever reads boards of its workshop, with headers that let it do nothing', async () => {
    const { server, made, upload, read, facilitator, board } = await setUp();
    const image = await upload(await photograph());
    const { response } = await read(image);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, max-age=31536000, immutable',
      etag: `"${image.id}"`,
    });
    const { cookie } = await joinInBrowser(server, made, 'participant');
    expect((await server.call('GET', imagePath(image.id), { cookie })).status).toBe(200);
    const again = await server.call('GET', imagePath(image.id), {
      ...{ cookie, headers: { 'if-none-match': `"${image.id}"` } },
    });
    expect({ status: again.status, text: again.text }).toEqual({ status: 304, text: '' });
    // A copy of the board goes on showing it.
    await server.call('DELETE', `/api/boards/${board}`, { bearer: facilitator.token });
    expect((await read(image)).response.status).toBe(200);
  });

  it('[IMG15] for everybody else there is no such picture', async () => {
    const { server, upload, read } = await setUp();
    const image = await upload(await photograph());
    const stranger = await join(server, await makeWorkshop(server), 'facilitator');
    expect((await read(image, stranger.token)).response.status).toBe(404);
    expect(problemOf(await server.call('GET', imagePath(image.id)))).toBe('404 not-found');
    expect(problemOf(await server.call('GET', `/api/images/${nanoid()}`, { bearer: stranger.token }))).toBe(
      '404 not-found',
    );
  });

  it('[IMG16] facilitators and participants put pictures on a board, viewers and strangers do not', async () => {
    const { server, send, facilitator, viewer } = await setUp();
    const picture = pngOf({ width: 2, height: 2 });
    expect((await send(picture, facilitator.token)).status).toBe(201);
    expect(problemOf(await send(picture, viewer.token))).toBe('403 not-allowed');
    const stranger = await join(server, await makeWorkshop(server), 'facilitator');
    expect(problemOf(await send(picture, stranger.token))).toBe('403 not-allowed');
    expect(problemOf(await send(picture, 'nobody'))).toBe('401 no-session');
  });

  it('[IMG24] somebody who sends many pictures slowly gets six at once, and gives each place back', async () => {
    const { server, board, participant, send } = await setUp();
    const slow = () => {
      const request = httpRequest(`${server.address}/api/boards/${board}/images`, {
        method: 'POST',
        headers: { ...rawType, authorization: `Bearer ${participant.token}` },
      });
      request.on('error', () => {});
      const answered = new Promise((resolve) =>
        request.on('response', async (answer: IncomingMessage) => {
          const { code } = Problem.parse(JSON.parse(await readText(answer)));
          resolve({ status: answer.statusCode, code, again: answer.headers['retry-after'] });
        }),
      );
      request.write('x');
      return { request, answered };
    };
    const requests = Array.from({ length: 7 }, slow);
    const refused = await Promise.race(requests.map(({ answered }) => answered));
    expect(refused).toEqual({ status: 429, code: 'busy', again: '2' });
    for (const { request } of requests) request.destroy();
    const picture = pngOf({ width: 2, height: 2 });
    // The server hears of it in its own time.
    let answer = await send(picture);
    for (let tries = 0; answer.status === 429 && tries < 100; tries++) answer = await send(picture);
    expect(answer.status).toBe(201);
    expect(server.log()).not.toContain('request.failed');
  });

  it('[IMG18] whoever comes while many wait to be drawn is told to come again in two seconds', async () => {
    const { server, made, send } = await setUp();
    const people = await Promise.all(
      ['Bea', 'Cem', 'Dan', 'Eva'].map((name) => join(server, made, 'participant', name)),
    );
    const picture = pngOf({ width: 2, height: 2 });
    // As many as there are places; from its sources the process that draws them takes its time to start.
    const answers = await Promise.all(
      people.flatMap(({ token }) => Array.from({ length: 6 }, () => send(picture, token))),
    );
    const late = answers.filter(({ status }) => status !== 201);
    expect(new Set(late.map((answer) => `${problemOf(answer)} ${answer.headers.get('retry-after')}`))).toEqual(
      new Set(['429 busy 2']),
    );
  });

  it('[IMG25] a body that never ends is given up', async () => {
    const endless = new Readable({ read: () => {} });
    endless.push('x');
    expect(await readRawBody(endless, 10, 20)).toBe('broken-off');
    expect(await readRawBody(Readable.from([Buffer.alloc(6), Buffer.alloc(6)]), 10)).toBe('too-large');
  });

  it('[IMG17] a board that has all the pictures it may have takes no more', async () => {
    const { server, board, send } = await setUp();
    await server.storage.images.putImages(board, picturesOf(board, 299, Date.now()), imageLimits);
    expect((await send(pngOf({ width: 2, height: 2 }))).status).toBe(201);
    expect(problemOf(await send(pngOf({ width: 2, height: 2 })))).toBe('422 pictures-full');
  });
});
