import { describe, expect, it } from 'vitest';
import { ReportLook } from '../../../shared/api/workshops.ts';
import { logoLimits } from '../../../shared/protocol/limits.ts';
import { dataUrl, jpegOf, noisyPng, pngOf } from '../../support/pictures.ts';
import { join, makeWorkshop, problemOf, startServer } from './server.ts';

async function setUp() {
  const server = await startServer();
  const made = await makeWorkshop(server);
  const { token } = await join(server, made, 'facilitator');
  const path = `/api/workshops/${made.workshop.id}/report-look`;
  const put = (body: unknown) => server.call('PUT', path, { body, bearer: token });
  const get = async (bearer = token) => ReportLook.parse((await server.call('GET', path, { bearer })).json());
  return { server, made, put, get };
}

const none = { accent: null, logo: null };
const png = pngOf({ width: 300, height: 120 });
const jpeg = jpegOf({ width: 300, height: 120 });
const page = Buffer.from('<!doctype html><script>alert(1)</script>');

/** Of five columns and rows, in seven passes. */
const interlacedRows =
  1 * (1 + 3) + 1 * (1 + 3) + 1 * (1 + 2 * 3) + 2 * (1 + 1 * 3) + 1 * (1 + 3 * 3) + 3 * (1 + 2 * 3) + 2 * (1 + 5 * 3);

describe('look of reports', () => {
  it('[CNS7] what a facilitator gives is read by everybody in the workshop, until it is given anew', async () => {
    const { server, made, put, get } = await setUp();
    const viewer = await join(server, made, 'viewer');
    expect(await get(viewer.token)).toEqual(none);
    for (const look of [
      { accent: '#1c3da1', logo: dataUrl('png', png) },
      { accent: null, logo: dataUrl('jpeg', jpeg) },
      { accent: '#47525f', logo: null },
      none,
    ]) {
      expect((await put(look)).status).toBe(204);
      expect(await get(viewer.token)).toEqual(look);
    }
    expect(server.log()).not.toContain(dataUrl('png', png).slice(-40));
  });

  it('[CNS8] of a picture only what draws it is kept', async () => {
    const { put, get } = await setUp();
    const noted = pngOf({ width: 300, height: 120, notes: { tEXt: 'Comment\0<script>', eXIf: 'here', zzZz: 'x' } });
    expect((await put({ accent: null, logo: dataUrl('png', noted) })).status).toBe(204);
    expect((await get()).logo).toBe(dataUrl('png', png));
    const notes = new Map([
      [0xe1, 'Exif\0\0 51.05 N 3.72 E'],
      [0xfe, '<script>alert(1)</script>'],
    ]);
    const told = dataUrl('jpeg', jpegOf({ width: 300, height: 120, notes }));
    expect((await put({ accent: null, logo: told })).status).toBe(204);
    expect((await get()).logo).toBe(dataUrl('jpeg', jpeg));
  });

  const small = { width: 5, height: 5 };
  const { maxWidth: width, maxHeight: height } = logoLimits;
  it.each([
    ['the widest', pngOf({ width, height: 1 })],
    ['the highest', pngOf({ width: 1, height })],
    ['an interlaced one', pngOf({ ...small, interlaced: true, rows: Buffer.alloc(interlacedRows) })],
  ])('[CNS8] %s PNG is taken', async (_what, bytes) => {
    const { put, get } = await setUp();
    const look = { accent: null, logo: dataUrl('png', bytes) };
    expect((await put(look)).status).toBe(204);
    expect(await get()).toEqual(look);
  });

  const sent = {
    'an SVG': `data:image/svg+xml;base64,${Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64')}`,
    'an SVG that says PNG': dataUrl('png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
    'a page that says PNG': dataUrl('png', page),
    'a page behind the first bytes of a PNG': dataUrl('png', Buffer.concat([png.subarray(0, 8), page])),
    'a page behind a PNG': dataUrl('png', Buffer.concat([png, page])),
    'a page behind a JPEG': dataUrl('jpeg', Buffer.concat([jpeg, page])),
    'a JPEG that says PNG': dataUrl('png', jpeg),
    'a PNG that says JPEG': dataUrl('jpeg', png),
    'half a PNG': dataUrl('png', png.subarray(0, png.length / 2)),
    'a JPEG without an end': dataUrl('jpeg', jpegOf({ width: 9, height: 9, end: Buffer.alloc(0) })),
    'a PNG with a wrong checksum': dataUrl('png', png.with(-14, (png.at(-14) ?? 0) ^ 1)),
    'a PNG with fewer rows than it says': dataUrl('png', pngOf({ ...small, rows: Buffer.alloc(16 * 4) })),
    'a PNG that unpacks to far more than it says': dataUrl('png', pngOf({ ...small, rows: Buffer.alloc(50_000_000) })),
    'a PNG without a pixel': dataUrl('png', pngOf({ width: 0, height: 5 })),
    'a GIF': `data:image/gif;base64,${Buffer.from('GIF89a').toString('base64')}`,
    'an address': 'https://evil.example/logo.png',
    'a script': 'javascript:alert(1)',
    'base64 with foreign signs': `${dataUrl('png', png)}" onload="alert(1)`,
    nothing: '',
  };
  it.each(Object.entries(sent))('[CNS9] %s is refused as no picture', async (_what, logo) => {
    const { put, get } = await setUp();
    expect(problemOf(await put({ accent: '#1c3da1', logo }))).toBe('422 picture-unknown');
    expect(await get()).toEqual(none);
  });

  const huge = {
    'of 50,000 × 50,000 pixels': dataUrl('png', pngOf({ width: 50_000, height: 50_000, rows: Buffer.alloc(9) })),
    'a JPEG of 50,000 × 50,000 pixels': dataUrl('jpeg', jpegOf({ width: 50_000, height: 50_000 })),
    'one pixel too wide': dataUrl('png', pngOf({ width: width + 1, height: 1 })),
    'one pixel too high': dataUrl('png', pngOf({ width: 1, height: height + 1 })),
    'of more than 200 kB': dataUrl('png', noisyPng(600, 120)),
  };
  it.each(Object.entries(huge))('[CNS9] a picture %s is refused as too large', async (_what, logo) => {
    const { put, get } = await setUp();
    expect(problemOf(await put({ accent: null, logo }))).toBe('422 picture-too-large');
    expect(await get()).toEqual(none);
  });

  it.each([
    ['a body without end', { accent: null, logo: 'A'.repeat(3 * logoLimits.maxBytes) }, '413 too-large'],
    ['a colour by name', { accent: 'red', logo: null }, '400 bad-request'],
    ['a colour that closes a style', { accent: '#1c3da1;}', logo: null }, '400 bad-request'],
    ['half a look', { accent: null }, '400 bad-request'],
    ['bytes', { accent: null, logo: [1, 2] }, '400 bad-request'],
  ])('[CNS9] %s is refused', async (_what, body, expected) => {
    const { put, get } = await setUp();
    expect(problemOf(await put(body))).toBe(expected);
    expect(await get()).toEqual(none);
  });
});
