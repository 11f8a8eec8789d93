import { resolveObjectURL } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import type { TextRun } from '../../../../client/export/display-list.ts';
import { facesOfPage } from '../../../../client/export/picture/faces-of-page.ts';
import { pngSize } from '../../../../client/export/picture/png-size.ts';
import { webFaces } from '../../../../client/export/picture/web-faces.ts';
import { openImageUrls } from '../../../../client/export/print/image-urls.ts';
import { pageName, pageStyles } from '../../../../client/export/print/page-sizes.ts';
import { displayPage, pictureItem, textOf, textRun } from './pages.ts';

const facesOf = (...runs: readonly TextRun[]): string[] =>
  facesOfPage(displayPage([textOf(...runs)]), webFaces).map(
    ({ family, weight, italic, url }) => `${family} ${weight}${italic ? ' italic' : ''} ${url.replace(/.*\//, '')}`,
  );
const families = (names: readonly string[]): string[] => [...new Set(names.map((name) => name.split(' ')[0] ?? ''))];

describe('what a picture brings along', () => {
  test('[PIC10] the faces that its texts are set in and no other, cut to their scripts', () => {
    expect(facesOf(textRun('plain'))).toEqual(['text 200 900 source-sans-3-latin-wght-normal.woff2']);
    expect(facesOf(textRun('Łódź'))).toHaveLength(2);
    expect(facesOf(textRun('Я', { italic: true }))).toEqual([
      'text 200 900 italic source-sans-3-cyrillic-wght-italic.woff2',
    ]);
    expect(facesOf(textRun('note', { family: 'draw', weight: 700 }))).toEqual([
      'draw 700 Shantell_Sans-Informal_Bold.woff2',
    ]);
    expect(facesOf()).toEqual([]);
  });

  test('[PIC11] letters that a family lacks bring the face that stands in for it', () => {
    expect(families(facesOf(textRun('a', { family: 'draw' })))).toEqual(['draw']);
    expect(families(facesOf(textRun('aΩ', { family: 'draw' })))).toEqual(['draw', 'sans']);
    expect(families(facesOf(textRun('Я', { family: 'title', weight: 700 })))).toEqual(['text']);
  });

  test('[PIC12] bars bring no face', () => {
    const greeked = pictureItem([textOf(textRun('elsewhere'))], { greeked: true });
    const page = displayPage([], { layers: [{ matrix: [1, 0, 0, 1, 0, 0], clip: null, items: [greeked] }] });
    expect(facesOfPage(page, webFaces)).toEqual([]);
  });

  test('[PIC13] letters of another script bring its slices in the nearest weight', () => {
    const script = (family: 'han' | 'arabic', weight: string, ranges: string) => ({
      ...{ family, weight, italic: false, url: `${family} ${weight} ${ranges}`, ranges },
    });
    const all = [
      ...webFaces,
      ...[script('han', '100 900', 'U+4e00-4fff'), script('han', '100 900', 'U+5000-5fff')],
      ...[script('arabic', '400', 'U+600-6ff'), script('arabic', '700', 'U+600-6ff')],
    ];
    const page = displayPage([textOf(textRun('中', { weight: 600 }), textRun('سلام', { weight: 600 }))]);
    expect(facesOfPage(page, all).map(({ url }) => url)).toEqual(['han 100 900 U+4e00-4fff', 'arabic 700 U+600-6ff']);
  });
});

describe('the size of a PNG', () => {
  test('[PIC14] is as asked for, and lowered to what browsers can paint', () => {
    expect(pngSize({ width: 1600, height: 1131 }, 4)).toEqual({ width: 6400, height: 4524, scale: 4, lowered: false });
    for (const [sheet, wanted] of [
      [{ width: 6000, height: 5000 }, 4],
      [{ width: 40_000, height: 20 }, 1],
      [{ width: 3, height: 90_000 }, 4],
    ] as const) {
      const { width, height, lowered } = pngSize(sheet, wanted);
      expect(lowered).toBe(true);
      expect(Math.max(width, height)).toBeLessThanOrEqual(16_384);
      expect(width * height).toBeLessThanOrEqual(8_192 * 8_192);
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(1);
    }
  });
});

describe('the sheets of a print', () => {
  test('[PIC15] are named by their sizes, each once, the first for browsers that know no names', () => {
    const sheets = [
      { width: 841.89, height: 595.28 },
      { width: 595.28, height: 841.89 },
      { width: 841.89, height: 595.28 },
    ];
    const css = pageStyles(sheets.map((sheet) => ({ sheet })));
    expect(css.match(/@page/g)).toHaveLength(3);
    expect(css).toMatch(/^@page \{ size: 841\.89pt 595\.28pt; margin: 0; \}/);
    for (const sheet of sheets) expect(css).toContain(`@page ${pageName(sheet)} {`);
    expect(pageStyles([])).not.toContain('@page');
  });
});

describe('addresses of pictures on a page', () => {
  test('[PIC16] a data URL gets a short address with the same bytes until it is closed; any other stays', async () => {
    const data = 'data:image/png;base64,iVBORw==';
    const { urls, close } = openImageUrls({
      one: data,
      far: 'https://example.org/a.png',
      odd: 'data:image/svg+xml,<svg/>',
    });
    expect(urls.far).toBe('https://example.org/a.png');
    expect(urls.odd).toBe('data:image/svg+xml,<svg/>');
    expect(urls.one).toMatch(/^blob:/);
    const blob = resolveObjectURL(urls.one ?? '');
    expect(blob?.type).toBe('image/png');
    expect([...new Uint8Array((await blob?.arrayBuffer()) ?? [])]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    close();
    expect(resolveObjectURL(urls.one ?? '')).toBeUndefined();
  });
});
