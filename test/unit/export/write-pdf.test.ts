import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { DisplayList, Op } from '../../../client/export/display-list.ts';
import { fontFamilies } from '../../../client/export/faces.ts';
import type { Matrix } from '../../../client/export/matrix.ts';
import { writePdf } from '../../../client/export/write/write-pdf.ts';
import { hasPdfTools } from '../../support/programs.ts';
import { faceSources } from './support/face-sources.ts';
import { itemOf, listOf, pageOf, runOf, textOp } from './support/lists.ts';
import { expandedPdf, inspectPdf, picturesIn, pixelsOf, structureOf } from './support/pdf-tools.ts';
import { linksOf, outlineOf, tagsOf, targetsOf } from './support/pdf-tree.ts';
import { readXml } from './svg/read-xml.ts';

const write = (list: DisplayList) => writePdf(list, faceSources);
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

const halo = { paint: { colour: '#ffffff', alpha: 1 }, width: 3 };
const label = textOp([runOf('Etikett', { x: 60, y: 60, width: 90 })]);

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

  test('[PDF7] title, author, language, outline and page numbers are there, whatever signs they hold', async () => {
    const title = '2 Ursachen & <Folgen>';
    const list = listOf(
      [
        pageOf([]),
        pageOf([], { title, outline: [{ title, level: 2 }], foot: { text: 'Volle Teller & <mehr>', number: '2 / 2' } }),
      ],
      { title: 'Wurzeln & <Bäume>', author: 'Volle Teller & <mehr>', language: 'de' },
    );
    const { bytes } = await write(list);
    const { info, pages, complaints } = inspectPdf(bytes);
    expect(complaints).toBe('');
    expect(info.get('Title')).toBe('Wurzeln & <Bäume>');
    expect(info.get('Author')).toBe('Volle Teller & <mehr>');
    expect(pages[1]).toContain('Volle Teller & <mehr>');
    expect(pages[1]).toContain('2 / 2');
    const expanded = expandedPdf(bytes);
    expect(expanded).toContain('/Lang (de)');
    expect(outlineOf(bytes)).toEqual([
      { title: '1 Agree the problem', page: 1, below: [{ title, page: 2, below: [] }] },
    ]);
    // The XML beside it says the same and stays XML.
    expect(Buffer.from(expanded, 'latin1').toString('utf8')).toContain('Wurzeln &amp; &lt;Bäume&gt;');
  });

  test('[PDF7] signs that XML has no place for leave the XML beside the title whole', async () => {
    const { bytes } = await write(listOf([pageOf([])], { title: 'Wur\u0001zeln \ud800"&"' }));
    const [xml = ''] = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(expandedPdf(bytes)) ?? [];
    expect(JSON.stringify(readXml(xml))).toContain(JSON.stringify('Wurzeln "&"').slice(1, -1));
  });

  test('[RPT1] a page is as large as its sheet, and what sticks out of a layer is not seen', async () => {
    const red: Op = {
      ...{ op: 'path', matrix: [1, 0, 0, 1, 0, 0], d: 'M0 0H400V400H0Z', evenOdd: false, stroke: null },
      fill: { colour: '#ff0000', alpha: 1 },
    };
    const clip = { x: 0, y: 0, width: 36, height: 36 };
    const page = pageOf([], {
      sheet: { width: 72, height: 144 },
      layers: [{ matrix: [2, 0, 0, 2, 0, 0], clip, items: [itemOf([red])] }],
    });
    const { bytes } = await write(listOf([page]));
    expect(inspectPdf(bytes).info.get('Page size')).toBe('72 x 144 pts');
    // One pixel a point.
    const pixels = pixelsOf(bytes, 1);
    expect(pixels.at(30, 30)).toBe('#ff0000');
    expect(pixels.at(42, 30)).toBe('#ffffff');
    expect(pixels.at(30, 42)).toBe('#ffffff');
  });

  test('[RPT2] steps of one key are one element, on several pages too, and a table has its rows and heads', async () => {
    const cell = (text: string, row: string, tag: 'TH' | 'TD', rank: number) =>
      itemOf([textOp([runOf(text, { x: 60, y: 60 + rank * 30 })])], {
        readingRank: rank,
        structure: [
          { tag: 'Table', key: 't' },
          { tag: 'TR', key: row },
          { tag, key: `${row}${text}` },
        ],
      });
    const part = 'causes';
    const { bytes } = await write(
      listOf([
        pageOf([cell('Cause', 'head', 'TH', 0), cell('Late', 'one', 'TD', 1)], { part }),
        pageOf([cell('Wet', 'two', 'TD', 0)], { part, outline: [] }),
      ]),
    );
    expect(tagsOf(bytes)).toBe('Document(Sect(Table(TR(TH) TR(TD) TR(TD))))');
    expect(expandedPdf(bytes)).toContain('/Scope /Column');
    expect(inspectPdf(bytes).complaints).toBe('');
  });

  test('[RPT3] a figure is told by its words alone, and what repeats is seen but not told', async () => {
    const item = itemOf([curve, textOp([runOf('Inside', { x: 60, y: 60 })])]);
    const { bytes } = await write(
      listOf([
        pageOf([
          { ...item, figure: 'The whole board' },
          { ...item, figure: '' },
        ]),
      ]),
    );
    expect(tagsOf(bytes)).toBe('Document(Sect(Figure))');
    expect(expandedPdf(bytes)).toContain('/Alt (The whole board)');
    expect(times(inspectPdf(bytes).text, 'Inside')).toBe(2);
  });

  test('[RPT4] a link to a part leads to its first page; one to a part that is not there is no link', async () => {
    const link = (target: string, y: number) => textOp([runOf(`to ${target}`, { x: 60, y, link: `#${target}` })]);
    const { bytes } = await write(
      listOf([
        pageOf([itemOf([link('last', 60), link('nowhere', 120)])], { part: 'first' }),
        pageOf([], { part: 'middle' }),
        pageOf([], { part: 'last' }),
        pageOf([], { part: 'last' }),
      ]),
    );
    expect(linksOf(bytes)).toEqual([{ page: 1, to: 3, words: 'to last' }]);
    expect(tagsOf(bytes)).toContain('P(Link) P(Span)');
  });

  test('[PDF9] letters no face has are listed and leave a box, the words around them stay', async () => {
    const { bytes, undrawn } = await write(
      listOf([pageOf([itemOf([textOp([runOf('Idea 𓀀𒀀 done 𓀀', { x: 60, y: 60 })])])])]),
    );
    expect(undrawn.letters).toEqual(['𓀀', '𒀀']);
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
    const [plain, haloed] = await Promise.all([
      write(listOf([pageOf([itemOf([label])])])),
      write(listOf([pageOf([itemOf([{ ...label, halo }])])])),
    ]);
    expect(times(inspectPdf(haloed.bytes).text, 'Etikett')).toBe(1);
    expect(expandedPdf(haloed.bytes).length).toBeGreaterThan(expandedPdf(plain.bytes).length + 200);
  });

  test('[PDF11] the halo of emoji, which have no outline, draws nothing', async () => {
    const strokesOf = async (op: Op): Promise<boolean> =>
      /^S$/m.test(expandedPdf((await write(listOf([pageOf([itemOf([op])])]))).bytes));
    expect(await strokesOf({ ...label, halo })).toBe(true);
    expect(await strokesOf({ ...textOp([runOf('😀', { x: 60, y: 60, width: 20 })]), halo })).toBe(false);
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

  test('[PDF43] what leads somewhere itself is a link over its area, under the links of its words', async () => {
    const words = textOp([runOf('source', { x: 120, y: 150, link: 'tel:+3250123456' })]);
    const link = { url: 'https://example.org/plan', box: { x: 100, y: 50, width: 200, height: 100 } };
    const page = pageOf([itemOf([curve, words], { link })], { sheet: { width: 800, height: 600 } });
    const layers = page.layers.map((layer) => ({ ...layer, matrix: [0.5, 0, 0, 0.5, 10, 20] as const }));
    const { bytes } = await write(listOf([{ ...page, layers }]));
    expect(inspectPdf(bytes).complaints).toBe('');
    const expanded = expandedPdf(bytes);
    expect([...expanded.matchAll(/\/URI \((.+?)\)/g)].map(([, url]) => url).sort()).toEqual([
      link.url,
      'tel:+3250123456',
    ]);
    expect(targetsOf(bytes)).toMatchObject([
      { url: link.url, words: link.url, box: [60, 505, 160, 555] },
      { url: 'tel:+3250123456' },
    ]);
    expect(tagsOf(bytes)).toContain('P(Link) P(Link)');
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

  test('[PDF49] a picture is in the file once however often it is drawn, and the file is hardly larger', async () => {
    const pictures = await Promise.all(
      Array.from({ length: 60 }, (_, at) => {
        const noise = Buffer.from(
          Uint8Array.from({ length: 96 * 72 * 3 }, (_, n) => (n * (at + 7) * 31 + n / 5) % 256),
        );
        return sharp(noise, { raw: { width: 96, height: 72, channels: 3 } })
          .jpeg()
          .toBuffer();
      }),
    );
    const image = (at: number, row: number): Op => ({
      ...{ op: 'image', matrix: [1, 0, 0, 1, at * 10, row * 10], x: 0, y: 0, width: 8, height: 6 },
      ...{ image: `picture ${at}`, alpha: 1, alt: `Picture ${at}` },
    });
    const { bytes, undrawn } = await write(
      listOf(
        [0, 1, 2].map((row) => pageOf([itemOf(pictures.map((_, at) => image(at, row)))])),
        {
          images: Object.fromEntries(
            pictures.map((bytes, at) => [`picture ${at}`, `data:image/jpeg;base64,${bytes.toString('base64')}`]),
          ),
        },
      ),
    );
    expect(undrawn.images).toEqual([]);
    expect(picturesIn(bytes)).toEqual(pictures.map(() => 'jpeg'));
    const weight = pictures.reduce((sum, { length }) => sum + length, 0);
    expect(weight).toBeGreaterThan(200_000);
    expect(bytes.length).toBeLessThan(weight * 1.2);
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
