import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';

/** As a telephone takes them. */
const photographSize = { width: 4_000, height: 3_000 } as const;

/** Of the noise below the large forms, in the size that it is made. */
const grain = { width: 1_000, height: 750 } as const;

/** A picture of 12 million pixels, each number another one, as heavy as a photograph: forms of light under fine noise. */
async function takePhotograph(number: number): Promise<Buffer> {
  const random = seeded(number + 1);
  const [hue, slope] = [random(), random() * 2 - 1];
  const pixels = Buffer.alloc(grain.width * grain.height * 3);
  for (let at = 0; at < pixels.length; at += 3) {
    const [x, y] = [(at / 3) % grain.width, Math.floor(at / 3 / grain.width)];
    const light = 90 + 70 * Math.sin((x + slope * y) / 140 + hue * 6) + 40 * Math.cos(y / 90 - hue * 6);
    for (let channel = 0; channel < 3; channel++)
      pixels[at + channel] = Math.max(0, Math.min(255, light + 40 * Math.sin(hue * 6 + channel * 2) + 60 * random()));
  }
  return sharp(pixels, { raw: { ...grain, channels: 3 } })
    .resize(photographSize.width, photographSize.height, { kernel: 'cubic' })
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** So many photographs, at `<url>0.jpg` and on; as the product sends them, they need not be asked for twice. */
export async function servePhotographs(count: number): Promise<{ readonly url: string; close(): void }> {
  const photographs: Buffer[] = [];
  for (let n = 0; n < count; n++) photographs.push(await takePhotograph(n));
  const server = createServer(({ url = '' }, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cache-Control', 'private, max-age=31536000, immutable');
    response.setHeader('Content-Type', 'image/jpeg');
    response.end(photographs[Number.parseInt(url.slice(1), 10)]);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** From 0 to 1; mulberry32. */
function seeded(seed: number): () => number {
  let state = seed * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
