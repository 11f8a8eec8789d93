import { readdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../../server/observe/log.ts';
import { ImageReader } from '../../../server/pictures/image-reader.ts';
import { imageLimits } from '../../../shared/protocol/limits.ts';
import { pngOf } from '../../support/pictures.ts';

const png = (last: number): Uint8Array => Uint8Array.from([...pngOf({ width: 1, height: 1 }), last]);

test('[IMG18] a decoder that breaks down takes nothing else along: that picture is broken, the next one has its turn', async () => {
  let logged = '';
  const write = (line: string) => {
    logged += line;
  };
  const log = createLog('warn', { write });
  const reader = new ImageReader(log, new URL('./child-dying-decoder.ts', import.meta.url));
  onTestFinished(() => reader.close());
  const answers = await Promise.all([
    reader.read(png(1)),
    reader.read(png(0)),
    reader.read(png(1)),
    reader.read(png(0)),
  ]);
  const [broken, refused] = [
    { status: 'refused', fault: 'broken' },
    { status: 'refused', fault: 'too-large' },
  ];
  expect(answers).toMatchObject([broken, refused, broken, refused]);
  expect(logged).toContain('image.too-much');
});

test('[IMG18] whoever comes while many wait is asked to come again', async () => {
  const reader = new ImageReader(createLog('silent'), new URL('./child-dying-decoder.ts', import.meta.url));
  onTestFinished(() => reader.close());
  const answers = await Promise.all(Array.from({ length: 20 }, () => reader.read(png(0))));
  expect(answers.filter(({ status }) => status === 'busy')).toHaveLength(4);
});

/** The most that a child of this process has held, by the file that it runs. */
function peakBytesOf(file: string): number {
  const ids = readdirSync('/proc/self/task').flatMap((task) =>
    readFileSync(`/proc/self/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean),
  );
  const id = ids.find((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes(file));
  if (id === undefined) throw new Error(`no process runs ${file}`);
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]) * 1_024;
}

test.skipIf(process.platform !== 'linux')(
  '[IMG19] the largest pictures take a bounded amount of memory, and many of them no more than one',
  { timeout: 90_000 },
  async () => {
    const reader = new ImageReader(createLog('silent'));
    onTestFinished(() => reader.close());
    const [width, height] = [8_660, 5_770];
    expect(width * height).toBeGreaterThan(0.99 * imageLimits.pixelsMax);
    const largest = sharp({ create: { width, height, channels: 3, background: '#2c6e8f' } });
    const [plain, bitByBit] = await Promise.all([
      largest.clone().jpeg().toBuffer(),
      largest.clone().jpeg({ progressive: true }).toBuffer(),
    ]);
    const read = async (bytes: Uint8Array) => {
      expect(await reader.read(bytes)).toMatchObject({ status: 'kept', image: { width: 4_096, height: 2_729 } });
      return peakBytesOf('recode-process') / 1e6;
    };
    const first = await read(plain);
    for (let n = 0; n < 5; n++) await read(plain);
    const sixth = await read(plain);
    expect(sixth).toBeLessThan(first + 100);
    expect(await read(bitByBit)).toBeLessThan(450);
  },
);
