import { expect, test } from 'vitest';
import { type PictureDetail, pictureWidths } from '../../../client/export/stage/picture-widths.ts';
import type { Records } from '../../../shared/board/containment.ts';
import { shape, type TestRecord } from '../board/support/records.ts';

const detail: PictureDetail = { perUnit: 2, perUnitLeast: 0.5, pixelsMax: 1_000_000 };

const asset = (id: string, w: number, h: number) =>
  ({
    ...{ typeName: 'asset', id: `asset:${id}`, type: 'image', meta: {} },
    props: { name: '', src: `/api/images/${id}`, w, h, mimeType: 'image/jpeg', isAnimated: false, fileSize: 1 },
  }) as unknown as TestRecord;
const image = (id: string, of: string, w: number, crop: object | null = null) =>
  shape(id, 'image', { props: { assetId: `asset:${of}`, w, h: w / 2, crop } });
const widths = (...records: readonly TestRecord[]) =>
  Object.fromEntries(
    pictureWidths(new Map(records.map((record) => [record.id, record])) as unknown as Records, detail),
  );

test('[PDF46] a picture is taken along as fine as it is seen, where it is largest, and uncut', () => {
  expect(widths(asset('a', 4_000, 2_000), image('1', 'a', 100), image('2', 'a', 300))).toEqual({ 'asset:a': 600 });
  const half = { topLeft: { x: 0.25, y: 0 }, bottomRight: { x: 0.75, y: 1 } };
  expect(widths(asset('a', 4_000, 2_000), image('1', 'a', 100, half))).toEqual({ 'asset:a': 400 });
});

test('[PDF46] a picture that is hardly too fine, or too coarse already, stays as it is', () => {
  expect(widths(asset('a', 700, 350), image('1', 'a', 300))).toEqual({});
  expect(widths(asset('a', 100, 50), image('1', 'a', 300))).toEqual({});
  // Shown by nothing, or of nothing.
  expect(widths(asset('a', 4_000, 2_000), image('1', 'other', 300))).toEqual({});
});

test('[PDF46] many large pictures together come to no more than was said, down to the least that is legible', () => {
  const board = (count: number, w: number) =>
    Array.from({ length: count }, (_, n) => [asset(`${n}`, 4_000, 2_000), image(`${n}`, `${n}`, w)]).flat();
  const pixels = (found: Readonly<Record<string, number>>) =>
    Object.values(found).reduce((sum, width) => sum + (width * width) / 2, 0);
  expect(pixels(widths(...board(3, 300)))).toBe((3 * 600 ** 2) / 2);
  expect(pixels(widths(...board(20, 300)))).toBeLessThanOrEqual(1_010_000);
  expect(pixels(widths(...board(20, 300)))).toBeGreaterThan(990_000);
  expect(widths(...board(300, 300))['asset:7']).toBe(150);
});
