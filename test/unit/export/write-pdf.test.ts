import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { DisplayList, Op } from '../../../client/export/display-list.ts';
import { fontFamilies } from '../../../client/export/faces.ts';
import type { Matrix } from '../../../client/export/matrix.ts';
import { writePdf } from '../../../client/export/write/write-pdf.ts';
import { readFace } from '../../../deploy/pdf-faces.ts';
import { hasPdfTools } from '../../support/programs.ts';
import { itemOf, listOf, pageOf, runOf, textOp } from './support/lists.ts';
import { expandedPdf, inspectPdf, structureOf } from './support/pdf-tools.ts';

const write = (list: DisplayList) => writePdf(list, { loadFace: readFace });
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const times = (text: string, part: string): number => text.split(part).length - 1;

const everyScript = 'Größe élève Łódź Ωμέγα Αθήνα Я согласен';
const scripts = fontFamilies.flatMap((family, index) => [
  runOf(`${family} ${everyScript}`, { family, y: 60 + index * 160, x: 60 }),
  runOf(`bold ${family} cloud fi ffl`, { family, weight: 700, y: 100 + index * 160, x: 60 }),
  runOf(`slanted ${family} Ω`, { family, italic: true, y: 140 + index * 160, x: 60 }),
]);
const curve: Op = {
  op: 'path',
  matrix: [1, 0, 0, 1, 900, 200],
  d: 'M0 0 q 50 -80 100 0 t 100 0',
  fill: null,
  evenOdd: false,
  stroke: {
    paint: { colour: '#ff0000', alpha: 1 },
    width: 4,
    dash: [8, 0],
    dashOffset: 2,
    cap: 'round',
    join: 'round',
  },
};

describe.skipIf(!hasPdfTools)('the PDF writer', { timeout: 60_000 }, () => {
  test('[PDF4] a file of every face is sound, tagged PDF 1.7 with all fonts embedded, subset and readable', async () => {
    const { bytes, undrawn } = await write(listOf([pageOf([itemOf([curve, textOp(scripts)])])]));
    const { complaints, info, fonts, text } = inspectPdf(bytes);
    expect(complaints).toBe('');
    expect(info.get('PDF version')).toBe('1.7');
    expect(info.get('Tagged')).toBe('yes');
    expect(fonts.length).toBeGreaterThan(10);
    for (const font of fonts)
      expect(font).toMatchObject({ type: 'CID TrueType', embedded: true, subset: true, unicode: true });
    for (const family of fontFamilies) {
      expect(text).toContain(`${family} ${everyScript}`);
      // Words of letters that were met before inside other glyphs keep every letter.
      expect(text).toContain(`bold ${family} cloud fi ffl`);
    }
    expect(undrawn).toEqual({ letters: [], images: [] });
  });

  test('[PDF5] the same list gives the same bytes, another date others', async () => {
    const list = listOf([pageOf([itemOf([curve, textOp(scripts.slice(0, 4))])])]);
    const [first, second] = [await write(list), await write(structuredClone(list))];
    expect(sha256(second.bytes)).toBe(sha256(first.bytes));
    const later = await write({ ...list, createdAtMs: list.createdAtMs + 1000 });
    expect(sha256(later.bytes)).not.toBe(sha256(first.bytes));
  });

  test('[PDF6] pages have the paper of their frame, lying or standing', async () => {
    const { bytes } = await write(
      listOf([
        pageOf([]),
        pageOf([], { paper: 'A3' }),
        pageOf([], { view: { matrix: [1, 0, 0, 1, 0, 0], width: 800, height: 1131 } }),
      ]),
    );
    const { info } = inspectPdf(bytes);
    expect(info.get('Pages')).toBe('4');
    const boxes = [...expandedPdf(bytes).matchAll(/\/MediaBox \[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g)];
    expect(boxes.map(([, width, height]) => [Number(width), Number(height)])).toEqual([
      [841.89, 595.28],
      [841.89, 595.28],
      [1190.55, 841.89],
      [595.28, 841.89],
    ]);
  });

  test('[PDF7] title, language, outline and page numbers are there, whatever signs they hold', async () => {
    const list = listOf(
      [pageOf([]), pageOf([], { title: '2 Ursachen & <Folgen>', heading: '2 Ursachen & <Folgen>' })],
      {
        title: 'Wurzeln & <Bäume>',
        language: 'de',
      },
    );
    const { bytes } = await write(list);
    const { info, pages, complaints } = inspectPdf(bytes);
    expect(complaints).toBe('');
    expect(info.get('Title')).toBe('Wurzeln & <Bäume>');
    expect(pages[1]).toContain('2 / 3');
    expect(pages[2]).toContain('2 Ursachen & <Folgen>');
    const expanded = expandedPdf(bytes);
    expect(expanded).toContain('/Lang (de)');
    expect(times(expanded, '/Title ')).toBe(1 + 3);
    // The XML beside it says the same and stays XML.
    expect(Buffer.from(expanded, 'latin1').toString('utf8')).toContain('Wurzeln &amp; &lt;Bäume&gt;');
  });

  test('[PDF8] the cover counts heads and names organisations, and pages with a foot of their own repeat only the date', async () => {
    const { pages } = inspectPdf((await write(listOf([pageOf([]), pageOf([], { heading: 'Outside' })]))).bytes);
    expect(pages[0]).toContain('Root cause tree');
    expect(pages[0]).toContain('Full Plates');
    expect(pages[0]).toMatch(/Korf Supermarkets\s+3 people/);
    expect(pages[0]).toMatch(/De Schakel Food Aid\s+1 person/);
    expect(pages[1]).not.toContain('Full Plates');
    expect(pages[1]).toContain('25 November 2026');
    expect(pages[2]).toContain('Full Plates · Root cause tree · 25 November 2026');
  });

  test('[PDF8] sixty organisations with long names fit on the cover, none cut', async () => {
    const organisations = Array.from({ length: 60 }, (_, index) => ({
      name: `Organisation for Something ${index + 1}`,
      initials: `O${index + 1}`,
      headCount: '2 people',
      colour: index + 1,
    }));
    const list = listOf([]);
    const { pages } = inspectPdf((await write({ ...list, cover: { ...list.cover, organisations } })).bytes);
    for (const { name } of organisations) expect(pages[0]).toContain(name);
    expect(pages[0]).not.toContain('…');
  });

  test('[PDF9] letters no face has are listed and leave a box, the words around them stay', async () => {
    const { bytes, undrawn } = await write(
      listOf([pageOf([itemOf([textOp([runOf('Idea 中文 👩‍🚀 done 中', { x: 60, y: 60 })])])])]),
    );
    expect(undrawn.letters).toEqual(['中', '文', '👩‍🚀']);
    const { text, fonts } = inspectPdf(bytes);
    expect(text).toContain('Idea');
    expect(text).toContain('done');
    expect(fonts.every(({ embedded }) => embedded)).toBe(true);
  });

  test('[PDF10] words of a shape that can be read elsewhere are drawn as bars and not found twice', async () => {
    const item = itemOf([textOp([runOf('Marker', { x: 60, y: 60, width: 80 })])]);
    const { text } = inspectPdf((await write(listOf([pageOf([item]), pageOf([{ ...item, greeked: true }])]))).bytes);
    expect(times(text, 'Marker')).toBe(1);
  });

  test('[PDF11] a halo is drawn, not written', async () => {
    const op = textOp([runOf('Etikett', { x: 60, y: 60, width: 90 })]);
    if (op.op !== 'text') throw new Error('no text');
    const halo = { paint: { colour: '#ffffff', alpha: 1 }, width: 3 };
    const [plain, haloed] = await Promise.all([
      write(listOf([pageOf([itemOf([op])])])),
      write(listOf([pageOf([itemOf([{ ...op, halo }])])])),
    ]);
    expect(times(inspectPdf(haloed.bytes).text, 'Etikett')).toBe(1);
    expect(expandedPdf(haloed.bytes).length).toBeGreaterThan(expandedPdf(plain.bytes).length + 200);
  });

  test('[PDF12] the tags follow the order of reading, not that of drawing', async () => {
    const at = (text: string, rank: number) => ({
      ...itemOf([textOp([runOf(text, { x: 60, y: 60 + rank * 60 })])]),
      readingRank: rank,
    });
    const { bytes } = await write(listOf([pageOf([at('third', 3), at('first', 1), at('second', 2)])]));
    expect(structureOf(bytes).match(/first|second|third/g)).toEqual(['first', 'second', 'third']);
  });

  test('[PDF12] lists, headings, links and pictures are tagged as what they are', async () => {
    const matrix: Matrix = [1, 0, 0, 1, 60, 60];
    const ops: Op[] = [
      {
        op: 'text',
        matrix,
        halo: null,
        blocks: [
          { role: 'title', runs: [runOf('Agree')] },
          { role: 'item', runs: [runOf('•', { marker: true, y: 60 }), runOf('one', { x: 20, y: 60 })] },
          { role: 'item', runs: [runOf('•', { marker: true, y: 90 }), runOf('two', { x: 20, y: 90 })] },
          { role: 'paragraph', runs: [runOf('source', { y: 120, link: 'https://example.org/?a=1&b=2' })] },
        ],
      },
      { op: 'image', matrix, x: 0, y: 200, width: 10, height: 10, image: 'dot', alpha: 1, alt: 'A dot' },
    ];
    const { bytes, undrawn } = await write(listOf([pageOf([itemOf(ops)])], { images: { dot: onePixel } }));
    expect(undrawn.images).toEqual([]);
    const structure = structureOf(bytes);
    expect(structure.replace(/ \(\w+\)/g, '')).toMatch(
      /H1\s+"Agree"\s+L\s+LI\s+Lbl\s+"•"\s+LBody\s+"one"\s+LI\s+Lbl\s+"•"\s+LBody\s+"two"\s+P\s+Link/,
    );
    expect(structure).toContain('Figure');
    const expanded = expandedPdf(bytes);
    expect(expanded).toContain('/URI (https://example.org/?a=1&b=2)');
    expect(expanded).toContain('/Alt (A dot)');
  });

  test('[PDF13] a picture that cannot be read leaves a crossed box and is named; the file stays sound', async () => {
    const image: Op = {
      ...{ op: 'image', matrix: [1, 0, 0, 1, 60, 60], x: 0, y: 0, width: 100, height: 80 },
      ...{ image: 'broken', alpha: 0.5, alt: 'Broken' },
    };
    const list = listOf([pageOf([itemOf([image])])], { images: { broken: 'data:image/jpeg;base64,AAAA' } });
    const { bytes, undrawn } = await write(list);
    expect(undrawn.images).toEqual(['broken']);
    expect(inspectPdf(bytes).complaints).toBe('');
  });

  test('[PDF14] a width that the browser measured is kept to, within what is still the same face', async () => {
    const { bytes } = await write(
      listOf([
        pageOf([
          itemOf([
            textOp([runOf('measured', { x: 60, y: 60, width: 100 }), runOf('absurd', { x: 60, y: 120, width: 2000 })]),
          ]),
        ]),
      ]),
    );
    const scales = [...expandedPdf(bytes).matchAll(/([\d.]+) Tz/g)].map(([, scale]) => Number(scale));
    expect(scales.some((scale) => scale > 90 && scale < 140 && scale !== 100)).toBe(true);
    expect(Math.max(...scales)).toBe(170);
  });
});

const onePixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
