import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DisplayPage, Op } from '../../../../client/export/display-list.ts';
import { fontFamilies } from '../../../../client/export/faces.ts';
import { svgPage } from '../../../../client/export/svg/svg-page.ts';
import { black, displayPage, pictureItem, textOf, textRun } from './pages.ts';
import { everyElement, named, readXml } from './read-xml.ts';

const options = { idPrefix: 'a', ground: '#ffffff', barsBelow: 0, withLinks: true, css: '' } as const;
const draw = (page: DisplayPage, images: Readonly<Record<string, string>> = {}, more = {}) =>
  readXml(svgPage(page, images, { ...options, ...more }));

/** Any text, among it what XML forbids, escapes, and halves of surrogate pairs. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('<', '>', '&', '"', "'", ']]>', '\0', '\ud800', '\udc00', '\uffff', '\n', 'é', '🙂'),
  }),
);
const anyNumber = fc.double({ min: -1e4, max: 1e4, noNaN: true });
const anyRun = fc.record(
  {
    ...{ text: anyText, x: anyNumber, y: anyNumber, link: fc.option(anyText) },
    ...{
      width: fc.option(fc.double({ min: 0, max: 900, noNaN: true })),
      size: fc.double({ min: 1, max: 80, noNaN: true }),
    },
    ...{ family: fc.constantFrom(...fontFamilies), weight: fc.constantFrom(400, 600, 700) },
    ...{ italic: fc.boolean(), underline: fc.boolean(), strike: fc.boolean() },
  },
  { requiredKeys: ['text'] },
);
const anyMatrix = fc.tuple(anyNumber, anyNumber, anyNumber, anyNumber, anyNumber, anyNumber);
const anyOp = fc.letrec<{ op: Op; clip: Op }>((tie) => ({
  clip: fc.record({
    ...{ op: fc.constant('clip' as const), matrix: anyMatrix, d: fc.constant('M0 0H9V9Z'), evenOdd: fc.boolean() },
    ops: fc.array(tie('op'), { maxLength: 3 }),
  }),
  op: fc.oneof(
    { depthSize: 'small' },
    fc
      .array(anyRun, { minLength: 1, maxLength: 3 })
      .map((runs) => textOf(...runs.map((run) => textRun(run.text, run)))),
    fc.record({
      ...{ op: fc.constant('image' as const), matrix: anyMatrix, x: anyNumber, y: anyNumber, width: anyNumber },
      ...{ height: anyNumber, image: fc.constantFrom('one', '__proto__', 'gone'), alpha: fc.constant(1), alt: anyText },
    }),
    fc.record({
      ...{ op: fc.constant('hatch' as const), matrix: anyMatrix, d: fc.constant('M0 0h9v9Z') },
      ...{ ground: fc.constant(black), line: fc.constant({ colour: '#ff0000', alpha: 0.5 }) },
    }),
    tie('clip'),
  ),
})).op;

describe('a page as SVG', () => {
  test('[PIC1] is XML whatever its texts hold, and the same page gives the same string', () => {
    fc.assert(
      fc.property(fc.array(anyOp, { maxLength: 5 }), anyText, (ops, text) => {
        const page = displayPage(ops, { title: text, foot: { text, number: text } });
        const images = { one: 'data:image/png;base64,AAAA' };
        const svg = svgPage(page, images, { ...options, css: 'a > b { content: "<&" }' });
        readXml(svg);
        expect(svgPage(structuredClone(page), images, { ...options, css: 'a > b { content: "<&" }' })).toBe(svg);
        expect(svg).not.toMatch(/NaN|Infinity|undefined|\de[-+]?\d/);
      }),
      { seed: 51, numRuns: 300 },
    );
  });

  test('[PIC2] holds every text of the page once, as text, whatever its letters', () => {
    const written = fc.string({
      unit: fc.constantFrom('a', 'é', 'Ω', 'я', '中', 'ع', '<', '&', '"', ' '),
      minLength: 1,
    });
    fc.assert(
      fc.property(fc.array(written, { maxLength: 12 }), (texts) => {
        const page = displayPage([textOf(...texts.map((text) => textRun(text)))]);
        const drawn = named(draw(page), 'text').map(({ text }) => text);
        expect(drawn).toEqual(texts.map((text) => text.trimEnd()).filter((text) => text !== ''));
      }),
      { seed: 52 },
    );
  });

  test('[PIC3] a text keeps its place, width, face, style, rim and target', () => {
    const run = textRun('Größe ', {
      ...{ x: 1.23456, y: 7, width: 40, size: 16, family: 'serif', weight: 700, italic: true },
      ...{ underline: true, strike: true, link: 'https://example.org/?a=1&b=2' },
    });
    const op = { ...textOf(run), halo: { paint: { colour: '#ffffff', alpha: 1 }, width: 3 } };
    const root = draw(displayPage([op]));
    expect(named(root, 'a')[0]?.attributes.href).toBe('https://example.org/?a=1&b=2');
    expect(named(root, 'text')[0]?.attributes).toMatchObject({
      ...{ x: '1.235', y: '7', textLength: '40', 'font-size': '16', 'font-weight': '700', 'font-style': 'italic' },
      ...{
        'text-decoration': 'underline line-through',
        'paint-order': 'stroke',
        stroke: '#ffffff',
        'stroke-width': '3',
      },
    });
    const name = named(root, 'text')[0]?.attributes.class;
    expect(named(root, 'style')[0]?.text).toContain(`.${name}{font-family:commonboard-serif,`);
    expect(named(draw(displayPage([op]), {}, { withLinks: false }), 'a')).toEqual([]);
    // A target within the file is none for a page that stands alone.
    expect(named(draw(displayPage([textOf(textRun('x', { link: '#cover' }))])), 'a')).toEqual([]);
  });

  test('[PDF44] what leads somewhere itself is a link on all of its area, its words included', () => {
    const link = { url: 'https://example.org/?a=1&b=2', box: { x: 1, y: 2, width: 30, height: 40 } };
    const page = displayPage([textOf(textRun('plan')), textOf(textRun('call', { link: 'tel:+3250' }))]);
    const linked = {
      ...page,
      layers: page.layers.map((layer) => ({ ...layer, items: layer.items.map((item) => ({ ...item, link })) })),
    };
    const root = draw(linked);
    expect(named(root, 'a').map(({ attributes }) => attributes.href)).toEqual([link.url, 'tel:+3250']);
    expect(named(root, 'rect')[0]?.attributes).toMatchObject({ x: '1', y: '2', width: '30', height: '40' });
    expect(named(draw(linked, {}, { withLinks: false }), 'a')).toEqual([]);
  });

  test('[PIC4] text that runs to the left begins at its right end', () => {
    const [hebrew, latin] = named(draw(displayPage([textOf(textRun('שלום!'), textRun('peace!'))])), 'text');
    expect(hebrew?.attributes).toMatchObject({ direction: 'rtl', 'text-anchor': 'end' });
    expect(latin?.attributes).not.toHaveProperty('direction');
  });

  test('[PIC5] words that stand elsewhere, and letters too small to read, are bars', () => {
    const [elsewhere, here] = [textOf(textRun('elsewhere', { width: 50 })), textOf(textRun('here', { size: 12 }))];
    const page = displayPage([], {
      layers: [
        {
          matrix: [0.5, 0, 0, 0.5, 0, 0],
          clip: null,
          items: [pictureItem([elsewhere], { greeked: true }), pictureItem([here])],
        },
      ],
    });
    const large = draw(page);
    expect(named(large, 'text').map(({ text }) => text)).toEqual(['here']);
    expect(named(large, 'rect').map(({ attributes }) => attributes.width)).toEqual(['50']);
    // 12 units at a scale of a half are 6 points.
    expect(named(draw(page, {}, { barsBelow: 6 }), 'text')).toHaveLength(1);
    expect(named(draw(page, {}, { barsBelow: 6.01 }), 'text')).toHaveLength(0);
  });

  test('[PIC6] ids are used where they are defined and begin as the page asks', () => {
    const hatch: Op = { op: 'hatch', matrix: [1, 0, 0, 1, 0, 0], d: 'M0 0h9v9Z', ground: black, line: black };
    const clip: Op = { op: 'clip', matrix: [2, 0, 0, 2, 0, 0], d: 'M0 0H5V5Z', evenOdd: true, ops: [hatch, hatch] };
    const root = draw(displayPage([clip, hatch], {}), {}, { idPrefix: 'page-7-' });
    const ids = [...everyElement(root)].flatMap(({ attributes }) => attributes.id ?? []);
    const used = [...everyElement(root)].flatMap(({ attributes }) =>
      Object.values(attributes).flatMap((value) => /^url\(#(.*)\)$/.exec(value)?.[1] ?? []),
    );
    expect(ids).toHaveLength(2);
    expect(ids.every((id) => id.startsWith('page-7-'))).toBe(true);
    expect(new Set(used)).toEqual(new Set(ids));
  });

  test('[PIC7] pictures are told by their words; one that is not there leaves a crossed box', () => {
    const image = (name: string, alt: string): Op => ({
      ...{ op: 'image', matrix: [1, 0, 0, 1, 0, 0], x: 1, y: 2, width: 30, height: 20, image: name, alpha: 1, alt },
    });
    const figure = pictureItem([textOf(textRun('word'))], { figure: 'Map of six actors' });
    const root = draw(
      displayPage([], {
        layers: [
          {
            ...{ matrix: [1, 0, 0, 1, 0, 0], clip: { x: 0, y: 0, width: 10, height: 10 } },
            items: [pictureItem([image('one', 'A bridge'), image('gone', ''), image('toString', 'Lost')]), figure],
          },
        ],
      }),
      { one: 'data:image/png;base64,AAAA' },
    );
    expect(named(root, 'image').map(({ attributes }) => attributes['aria-label'])).toEqual(['A bridge']);
    const labels = [...everyElement(root)].flatMap(({ attributes }) => attributes['aria-label'] ?? []);
    expect(labels).toEqual(['A bridge', 'Lost', 'Map of six actors']);
    expect(named(root, 'path').filter(({ attributes }) => attributes.stroke === '#85857a')).toHaveLength(2);
  });

  test('[PIC8] a sheet has its size, its ground or none, and its foot', () => {
    const page = displayPage([], { foot: { text: 'Full Plates', number: '3 / 8' } });
    const root = draw(page);
    expect(root.attributes).toMatchObject({ width: '300', height: '200', viewBox: '0 0 300 200' });
    expect(named(root, 'text').map(({ text }) => text)).toEqual(['Full Plates', '3 / 8']);
    expect(named(root, 'path')[0]?.attributes.fill).toBe('#ffffff');
    expect(named(draw(page, {}, { ground: null }), 'path')).toEqual([]);
  });
});
