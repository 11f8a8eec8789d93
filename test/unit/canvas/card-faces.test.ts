import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FaceContent, faceContent } from '../../../client/canvas/card-shapes/face-content.ts';
import type { Detail, Drawn, FaceLayout, FaceText } from '../../../client/canvas/card-shapes/face-layout.ts';
import { layoutFace } from '../../../client/canvas/card-shapes/layout-face.ts';
import { createPeople } from '../../../client/canvas/card-shapes/people.ts';
import { Language } from '../../../shared/api/text.ts';
import type { Organisation } from '../../../shared/api/workshops.ts';
import { type CardFace, type CardShape, cardFaces } from '../../../shared/board/card-shapes.ts';
import { plainRichText } from '../../../shared/board/rich-text.ts';
import type { Fields } from '../../../shared/method/cards/fields.ts';
import { type CardKind, cardKinds } from '../../../shared/method/cards/kinds.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { realMetrics } from '../method/support/metrics.ts';

const languages = Language.options;
const details: readonly Detail[] = ['full', 'less', 'large', 'block'];
const people = createPeople(
  {
    organisations: [{ id: 'o'.repeat(21), name: 'City of Merelbrugge', colour: 3 }] as unknown as Organisation[],
    people: [],
    mergedOrganisations: [],
  },
  [],
);

interface CardSetup {
  readonly kind?: CardKind;
  readonly title?: string;
  readonly fields?: Fields;
  readonly placeholder?: string;
  readonly language?: Language;
}

function contentOf({
  kind = 'cause',
  title = 'Cold rooms are full',
  fields = {},
  placeholder = '',
  language = 'en',
}: CardSetup): FaceContent {
  const props = { kind, richText: plainRichText(title), fields, placeholder } as unknown as CardShape['props'];
  return faceContent(props, { language, people, columns: [], locked: false, example: false, mirror: false });
}

const sizes: Readonly<Record<CardFace, readonly Drawn[]>> = {
  card: [
    { w: 280, h: 160, face: 'card', textSize: 20 },
    { w: 190, h: 112, face: 'card', textSize: 18 },
    { w: 160, h: 82, face: 'card', textSize: 16 },
    { w: 142, h: 92, face: 'card', textSize: 16 },
    { w: 300, h: 190, face: 'card', textSize: 27 },
    { w: 240, h: 118, face: 'card', textSize: 22 },
    { w: 1040, h: 120, face: 'card', textSize: 26 },
  ],
  node: [
    { w: 240, h: 120, face: 'node', textSize: 19 },
    { w: 264, h: 166, face: 'node', textSize: 24 },
    { w: 206, h: 168, face: 'node', textSize: 22 },
    { w: 155, h: 190, face: 'node', textSize: 22 },
  ],
  compact: [
    { w: 150, h: 64, face: 'compact', textSize: 16 },
    { w: 176, h: 64, face: 'compact', textSize: 22 },
  ],
  row: [{ w: 1496, h: 84, face: 'row', textSize: 18 }],
  form: [{ w: 466, h: 452, face: 'form', textSize: 18 }],
  plain: [{ w: 480, h: 80, face: 'plain', textSize: 18 }],
};
const everySize = cardFaces.flatMap((face) => sizes[face]);

const boxOf = ({ block, space, align }: FaceText) => {
  const measure = realMetrics(block.face, block.size);
  const w = Math.max(...block.lines.map(({ text }) => measure(text)));
  const slack = align === 'left' ? 0 : (space.w - w) * (align === 'center' ? 0.5 : 1);
  return { x: space.x + slack, y: block.top, w, h: block.height };
};

/** What stands outside of the card or on other words, or nothing. */
function wrongs({ w, h, texts }: FaceLayout): string[] {
  const boxes = texts.map((text) => ({ said: text.block.lines.map((line) => line.text).join(' '), ...boxOf(text) }));
  const outside = boxes.filter((box) => box.x < -0.5 || box.y < -0.5 || box.x + box.w > w + 2 || box.y + box.h > h + 2);
  const onOthers = boxes.filter((a, index) =>
    boxes
      .slice(index + 1)
      .some((b) => a.x < b.x + b.w - 1 && b.x < a.x + a.w - 1 && a.y < b.y + b.h - 4 && b.y < a.y + a.h - 4),
  );
  return [...outside.map(({ said }) => `outside: ${said}`), ...onOthers.map(({ said }) => `on others: ${said}`)];
}

const fullFields: Fields = {
  ...{ org: 'o'.repeat(21), voice: 'affected', is_root: true, status: 'agreed', agreed_on: '2026-11-14' },
  ...{ votes_people: 128, votes_orgs: 12, evidence_kind: 'assumption', confidence: 'medium' },
};

describe.each(languages)('in %s', (language) => {
  it('[CARD1] every face keeps its words inside the card and apart from each other, whatever it says', () => {
    const word = fc.constantFrom(
      'Wir',
      'Lebensmittelsicherheit',
      'a',
      'Bezirksgesundheitsämter',
      'of',
      'evening',
      '310 t',
    );
    const title = fc.array(word, { maxLength: 24 }).map((words) => words.join(' '));
    const fields = fc.record(
      Object.fromEntries(Object.entries(fullFields).map(([name, value]) => [name, fc.constant(value)])),
      { requiredKeys: [] },
    );
    const setups = fc.tuple(
      fc.constantFrom(...cardKinds),
      title,
      fields,
      fc.constantFrom(...everySize),
      fc.constantFrom(...details),
    );
    fc.assert(
      fc.property(setups, ([kind, said, held, drawn, detail]) => {
        const content = contentOf({
          kind,
          title: said,
          fields: held as Fields,
          language,
          placeholder: 'Why does this happen?',
        });
        expect(wrongs(layoutFace(content, drawn, detail, realMetrics))).toEqual([]);
      }),
      { seed: 7, numRuns: 600 },
    );
  });
});

it('[CARD2] a title shrinks unit by unit to 16 u, on large sheets to 22 u, and is cut only there', () => {
  const sizeOf = (title: string, drawn: Drawn) => {
    const { title: slot } = layoutFace(contentOf({ title }), drawn, 'full', realMetrics);
    return { size: slot.text?.block.size, cut: slot.text?.block.cut };
  };
  const [card, node] = [sizes.card[0], sizes.node[1]] as [Drawn, Drawn];
  const long =
    'Guidance is written for producers and not for shops and aid points that hand out food in the evening when the shops have closed'.split(
      ' ',
    );
  const shrinking = long.map((_, index) => sizeOf(long.slice(0, index + 1).join(' '), card));
  expect(shrinking[0]).toEqual({ size: 20, cut: false });
  expect(shrinking.at(-1)?.size).toBeLessThan(20);
  expect(shrinking.every(({ cut }) => cut === false)).toBe(true);
  const much = [...long, ...long, ...long].join(' ');
  expect(sizeOf(much, card)).toEqual({ size: 16, cut: true });
  expect(sizeOf(much, node)).toEqual({ size: 22, cut: true });
});

it('[CARD2] a word that is too long for a line makes the title smaller before it is broken', () => {
  const drawn = { w: 176, h: 64, face: 'compact', textSize: 30 } as const;
  const { title } = layoutFace(contentOf({ kind: 'actor', title: 'Supermärkte Korf' }), drawn, 'full', realMetrics);
  expect(title.text?.block.size).toBeLessThan(30);
  expect(title.text?.block.lines.map(({ text }) => text)).toEqual(['Supermärkte', 'Korf']);
});

it('[CARD3] nothing that is read is below 16 u, on large sheets below 22 u', () => {
  for (const drawn of everySize) {
    const content = contentOf({ fields: fullFields, title: 'Pick-up hour clashes with school runs' });
    const { texts } = layoutFace(content, drawn, 'full', realMetrics);
    const least = Math.min(...texts.map(({ block }) => block.size));
    expect(least, JSON.stringify(drawn)).toBeGreaterThanOrEqual(drawn.textSize >= 22 ? 22 : 16);
  }
});

it('[CARD4] each state has a form or a word beside its colour', () => {
  const drawn = sizes.card[0] as Drawn;
  const faceOf = (setup: CardSetup, more: Partial<FaceContent> = {}) =>
    layoutFace({ ...contentOf(setup), ...more }, drawn, 'full', realMetrics);
  const said = ({ texts }: FaceLayout) => texts.flatMap(({ block }) => block.lines.map(({ text }) => text));
  const plain = faceOf({});
  const ghost = faceOf({ title: '', placeholder: 'Why?' });
  expect([ghost.sheet.rule?.dashed, ghost.texts.at(-1)?.block.face, ghost.patches.length]).toEqual([
    true,
    'invitation',
    0,
  ]);
  const agreed = faceOf({ fields: { status: 'agreed', agreed_on: '2026-11-14' } });
  expect(said(agreed)).toContain('Agreed 14 Nov');
  expect(agreed.icons.length).toBe(plain.icons.length + 1);
  const voice = faceOf({ fields: { voice: 'heard' } });
  expect(said(voice)).toContain('Voice');
  expect(voice.sheet.rule?.width).toBeGreaterThan(plain.sheet.rule?.width ?? 0);
  expect(said(faceOf({ fields: { voice: 'work' } }))).not.toContain('Voice');
  const root = faceOf({ fields: { is_root: true } });
  expect([said(root).includes('ROOT'), root.sheet.rule?.width]).toEqual([true, 4]);
  const example = faceOf({}, { example: true });
  expect([example.sheet.stripe !== null, example.icons.length]).toEqual([true, plain.icons.length + 1]);
  expect(faceOf({}, { mirror: true }).icons.length).toBe(plain.icons.length + 1);
  expect(said(faceOf({ fields: { votes_people: 8, votes_orgs: 5 } }))).toContain('8 · 5 org.');
});

it('[CARD4] a narrow node keeps its states without a foot: a bar for voice, a heavy line for root', () => {
  const drawn = sizes.node[3] as Drawn;
  const { patches, sheet } = layoutFace(
    contentOf({ fields: { voice: 'affected', is_root: true } }),
    drawn,
    'full',
    realMetrics,
  );
  expect(patches.filter(({ fill }) => fill?.token === 'voice')).toHaveLength(1);
  expect(sheet.rule?.width).toBe(4);
});

it('[CARD5] the farther away, the less is drawn', () => {
  const content = contentOf({ fields: fullFields });
  const counts = details.map((detail) => {
    const { texts, patches, icons } = layoutFace(content, sizes.card[0] as Drawn, detail, realMetrics);
    return texts.length + patches.length + icons.length;
  });
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  const block = layoutFace(content, sizes.card[0] as Drawn, 'block', realMetrics);
  expect([block.texts, block.icons, block.patches.length]).toEqual([[], [], 2]);
  const large = layoutFace(content, sizes.card[0] as Drawn, 'large', realMetrics);
  expect(large.title.size).toBe(30);
  expect(large.title.text?.block.lines.length).toBeLessThanOrEqual(2);
});

it('[CARD6] a row and a form say what their zone’s columns ask for, in the zone’s words', () => {
  const columnsOf = (board: 'visioning' | 'lessons-learnt', face: CardFace) =>
    loadTemplate(board)
      .frames.flatMap(({ zones }) => zones)
      .find((zone) => zone.face === face)?.columns ?? [];
  const said = (kind: CardKind, face: 'row' | 'form', columns: ReturnType<typeof columnsOf>, fields: Fields) => {
    const props = {
      kind,
      richText: plainRichText('Fresh food'),
      fields,
      placeholder: '',
    } as unknown as CardShape['props'];
    const content = faceContent(props, {
      language: 'de',
      people,
      columns,
      locked: false,
      example: false,
      mirror: false,
    });
    const layout = layoutFace(content, sizes[face][0] as Drawn, 'full', realMetrics);
    expect(wrongs(layout)).toEqual([]);
    return layout.texts.flatMap(({ block }) => block.lines.map(({ text }) => text));
  };
  const row = said('impact', 'row', columnsOf('visioning', 'row'), {
    for_whom: 'Haushalte',
    by_when: '2030-12-31',
    ambitious: 4,
  });
  expect(row).toEqual(expect.arrayContaining(['Haushalte', 'Fresh food', '31. Dez.']));
  const form = said('lesson', 'form', columnsOf('lessons-learnt', 'form'), {
    what_happened: '60 kg verloren',
    verdict: 'change',
  });
  expect(form).toEqual(expect.arrayContaining(['Bei', 'Fresh food', 'sahen wir', '60 kg verloren', 'Nächstes Mal']));
});

it('[CARD7] a card tells one or two facts that matter for its kind', () => {
  const facts = (kind: CardKind, fields: Fields, language: Language = 'en') =>
    contentOf({ kind, fields, language }).facts;
  expect(facts('cause', { evidence_kind: 'story', confidence: 'medium' })).toEqual(['Story', 'Medium']);
  expect(facts('actor', { org_type: 'S', engagement: 'active' }, 'de')).toEqual(['Sozialbetriebe', 'Aktiv']);
  expect(facts('action', { due: '2027-01-15', progress: 'doing' })).toEqual(['15 Jan', 'Doing']);
  expect(facts('impact', { baseline: '0.8', target: '3', by_when: '2029-12-31' })).toEqual(['0.8 → 3', 'by 2029']);
  expect(facts('lesson', { verdict: 'keep' })).toEqual(['Keep']);
  expect(facts('quote', { speaker: 'Latifa' })).toEqual([]);
  expect(facts('quote', { speaker: 'Latifa', consent: true })).toEqual(['Latifa']);
});

it('[CRD5] the words of a low broad card, as the trunk of a tree is, stand clear of its edges and of its foot', () => {
  const title =
    'Jedes Jahr werfen die 14 Korf-Läden in Merelbrugge rund 310 t noch gute Lebensmittel weg, während 1.900 Haushalte mit Lebensmittelhilfe weniger als einmal pro Woche Frisches bekommen.';
  const fields = { org: 'o'.repeat(21), status: 'agreed', agreed_on: '2026-11-14' } as const;
  const drawn = { w: 1040, h: 120, face: 'node', textSize: 26 } as const;
  const layout = layoutFace(contentOf({ kind: 'problem', title, fields }), drawn, 'full', realMetrics);
  const text = layout.title.text;
  if (text === null) throw new Error('no title');
  const { x, y, w, h } = boxOf(text);
  const footTop = Math.min(...layout.patches.filter((patch) => patch.y > 60).map((patch) => patch.y));
  expect(text.block).toMatchObject({ cut: false });
  expect(Math.min(x, drawn.w - x - w)).toBeGreaterThanOrEqual(14);
  expect(y).toBeGreaterThanOrEqual(8);
  expect(footTop - y - h).toBeGreaterThanOrEqual(4);
});
