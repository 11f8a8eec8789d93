import { describe, expect, test } from 'vitest';
import type { TextBlock, TextRun } from '../../../client/export/display-list.ts';
import { fontFamilies } from '../../../client/export/faces.ts';
import { directionOf, visualRuns } from '../../../client/export/text/bidi.ts';
import { isLeftward, markLeftward, mayHaveScripts, scriptOf } from '../../../client/export/text/scripts.ts';
import { FontBook } from '../../../client/export/write/font-book.ts';
import { createPdf } from '../../../client/export/write/pdf-document.ts';
import { writePdf } from '../../../client/export/write/write-pdf.ts';
import { hasPdfTools } from '../../support/programs.ts';
import { faceSources } from './support/face-sources.ts';
import { itemOf, listOf, pageOf, runOf } from './support/lists.ts';
import { inspectPdf, structureOf } from './support/pdf-tools.ts';
import { readAgain } from './support/second-reader.ts';

const size = 20;

/** Lines as the collector hands them on: as wide as the faces set them, word by word where they are read from the right. */
async function linesOf(lines: readonly string[], overrides: Partial<TextRun>) {
  const style = runOf('', overrides);
  const marked = lines.map((line) =>
    visualRuns(line, directionOf(line)).map(({ rtl, text, start }) => ({
      ...{ rtl, start, text: rtl ? markLeftward(text) : text },
    })),
  );
  const pdf = createPdf({ title: '', author: '', language: 'en', createdAtMs: 0 });
  const announced = [' ', ...marked.flat().map(({ text }) => text)].map((text) => ({ ...style, text }));
  const fonts = await FontBook.open(pdf, announced, faceSources);
  const space = fonts.textWidth(' ', style) * size;
  const blocks = marked.map((runs, index): TextBlock => {
    let x = 60;
    const placed = runs.map(({ text, rtl, start }) => {
      const width = fonts.textWidth(text.trimEnd(), style) * size;
      const after = text.endsWith(' ') ? space : 0;
      const run = runOf(text, { x: rtl ? x + after : x, y: 60 + index * 40, width, size, ...overrides });
      x += width + after;
      return { start, run };
    });
    return { role: 'paragraph', runs: placed.toSorted((a, b) => a.start - b.start).map(({ run }) => run) };
  });
  return listOf([pageOf([itemOf([{ op: 'text', matrix: [1, 0, 0, 1, 0, 0], halo: null, blocks }])])]);
}

/** Without marks of direction and the sign that asks for a picture, which readers keep or drop as they like. */
const plain = (text: string): string =>
  text
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]|\ufe0f/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

async function write(lines: readonly string[], overrides: Partial<TextRun> = {}) {
  const asked: string[] = [];
  const { bytes, undrawn } = await writePdf(await linesOf(lines, overrides), {
    ...faceSources,
    loadFace: (face) => {
      asked.push(face);
      return faceSources.loadFace(face);
    },
  });
  return { bytes, undrawn, asked };
}

const eastern = ['中文便签 协作白板', '日本語のメモ。カタカナ', '한국어 메모 보드'];
const leftward = ['العربية نص تجريبي على اللوحة', 'עברית טקסט לדוגמה'];
const pictures = ['🙂', '👩‍👩‍👧', '🇧🇪', '1️⃣', '👍🏽', '❤️', '🏳️‍🌈', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'];

describe.skipIf(!hasPdfTools)('scripts in the PDF', { timeout: 60_000 }, () => {
  test.each(fontFamilies)('[SCR2] two readers find the words of every script in %s, in order', async (family) => {
    for (const weight of [400, 700]) {
      const { bytes, undrawn } = await write([...eastern, ...leftward, 'Größe Ωμέγα Я'], { family, weight });
      expect(undrawn.letters).toEqual([]);
      const { text, fonts, complaints } = inspectPdf(bytes);
      expect(complaints).toBe('');
      for (const font of fonts)
        expect(font).toMatchObject({ type: 'CID TrueType', embedded: true, subset: true, unicode: true });
      const again = plain(readAgain(bytes).join(' '));
      for (const line of [...eastern, ...leftward, 'Größe Ωμέγα Я']) {
        expect(plain(text)).toContain(line);
        expect(again).toContain(line);
      }
      // The tags have the words in the order of reading. This reader tells letters as they stand.
      const turned = (line: string): string =>
        line
          .split(' ')
          .map((each) => [...each].reverse().join(''))
          .join(' ');
      for (const line of leftward) expect(plain(structureOf(bytes))).toContain(turned(line));
    }
  });

  test('[SCR3] words of both directions on one line are found, and so are digits and brackets between them', async () => {
    const lines = ['Mixed: the word שלום עולם and مرحبا بالعالم in one line.', 'قال 2026 (في البيت) سنة ١٢٣.'];
    const { bytes, undrawn } = await write(lines);
    expect(undrawn.letters).toEqual([]);
    for (const text of [inspectPdf(bytes).text, readAgain(bytes).join(' ')])
      for (const word of ['Mixed: the word', 'שלום', 'עולם', 'مرحبا', 'بالعالم', 'in one line.', '2026', 'قال', 'سنة'])
        expect(plain(text)).toContain(word);
    expect(plain(inspectPdf(bytes).text)).toContain('١٢٣');
    expect(plain(inspectPdf(bytes).text)).toContain('(في');
  });

  test('[SCR4] an emoji of several signs is one picture and is found whole', async () => {
    const { bytes, undrawn, asked } = await write([`Idea ${pictures.join(' ')} done`]);
    expect(undrawn.letters).toEqual([]);
    expect(asked.filter((face) => face.startsWith('emoji'))).toEqual(['emoji-0']);
    const { text, fonts, complaints } = inspectPdf(bytes);
    expect(complaints).toBe('');
    expect(fonts.map(({ type }) => type)).not.toContain('Type 3');
    for (const found of [plain(text), plain(readAgain(bytes).join(' '))])
      expect(found).toContain(plain(`Idea ${pictures.join(' ')} done`));
  });

  test('[SCR5] only the files that the letters need are loaded, none for Latin, Greek and Cyrillic', async () => {
    expect((await write(['Größe Ωμέγα Я → ± …'])).asked.toSorted()).toEqual(['sans', 'text']);
    const { asked, bytes } = await write(['中文 한국']);
    expect(asked.filter((face) => face.startsWith('han-')).length).toBeLessThanOrEqual(2);
    expect(asked.filter((face) => face.startsWith('hangul-')).length).toBeLessThanOrEqual(2);
    expect(asked.some((face) => face.startsWith('arabic') || face.startsWith('hebrew'))).toBe(false);
    expect(bytes.length).toBeLessThan(60_000);
  });

  test('[SCR6] letters that no face has are still listed', async () => {
    const { undrawn } = await write(['Idea ހެޔޮ 中 ᏣᎳᎩ done']);
    expect(undrawn.letters).toEqual(['ހެ', 'ޔޮ', 'Ꮳ', 'Ꮃ', 'Ꭹ']);
  });

  test('[SCR7] points of Hebrew and joiners of Persian leave the letters findable', async () => {
    const { bytes, undrawn } = await write(['שָׁלוֹם', 'می‌خواهم']);
    expect(undrawn.letters).toEqual([]);
    expect(plain(readAgain(bytes).join(' '))).toContain('שָׁלוֹם'.normalize('NFC'));
    expect(plain(inspectPdf(bytes).text)).toContain('خواهم');
  });

  test('[SCR8] the same list gives the same bytes with every script', async () => {
    const lines = [...eastern, ...leftward, ...pictures];
    const [first, second] = [await write(lines), await write(lines)];
    expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true);
  });
});

describe('letters and their scripts', () => {
  test('[SCR9] digits, punctuation and arrows belong to no script of their own', () => {
    for (const sign of '09#*.,()→↔©™…–') expect(scriptOf(sign.codePointAt(0) ?? 0), sign).toBeNull();
    const scripts = ['ع', 'ש', '中', 'か', '。', '한', '🙂', '❤'].map((sign) => scriptOf(sign.codePointAt(0) ?? 0));
    expect(scripts).toEqual(['arabic', 'hebrew', 'han', 'han', 'han', 'hangul', 'emoji', 'emoji']);
  });

  test('[SCR9] a text of Latin, Greek and Cyrillic asks for nothing', () => {
    expect(mayHaveScripts('Größe Ωμέγα Я “ok” — 12 € → ±')).toBe(false);
    for (const sign of ['ع', 'ש', '中', '。', '한', '🙂', '1️⃣', '𠀀']) expect(mayHaveScripts(sign), sign).toBe(true);
  });

  test('[SCR9] what is read from the right is told by its letters, or by a mark where it has none', () => {
    expect(isLeftward('שלום')).toBe(true);
    expect(isLeftward('١٢٣')).toBe(false);
    expect(isLeftward('(')).toBe(false);
    expect(isLeftward(markLeftward('('))).toBe(true);
    expect(markLeftward('שלום')).toBe('שלום');
  });
});
