import { expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../../server/observe/log.ts';
import { ImageReader } from '../../../server/pictures/image-reader.ts';
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
