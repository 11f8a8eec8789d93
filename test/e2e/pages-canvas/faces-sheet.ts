import { createShapeId, type TLShapeId, type TLShapePartial, toRichText } from 'tldraw';
import type { CardFace, CardShape, MirrorShape, RelationShape } from '../../../shared/board/card-shapes.ts';
import type { Fields } from '../../../shared/method/cards/fields.ts';
import { type CardKind, cardKinds } from '../../../shared/method/cards/kinds.ts';

/** Names with the initials that the look has for them. */
export const organisations = [
  'Korf Supermarkets',
  'De Schakel Food Aid',
  'City of Merelbrugge',
  'Food Safety Desk',
  'Rondom Kitchen',
  'KoelFiets Couriers',
  'Westhaven College',
  'Voices at the Table',
  'Lumen Fund',
  'De Vore Growers',
  'Merel Radio',
] as const;
/** Ids of organisations, in the order of joining. */
export const organisationId = (place: number): string => `organisation-${place}`.padEnd(21, '0');
const org = (place: number): string => organisationId(place);

interface Sample {
  readonly kind: CardKind;
  readonly title: string;
  readonly fields?: Fields;
  readonly placeholder?: string;
  readonly face?: CardFace;
  readonly w?: number;
  readonly h?: number;
  readonly textSize?: number;
  readonly locked?: boolean;
}

const titles: Readonly<Partial<Record<CardKind, string>>> = {
  problem: 'Shops bin 310 t of good food a year while 1,900 households lack fresh food',
  cause: 'Guidance is written for producers, not for shops and aid points',
  effect: 'Korf pays about €56,000 a year to have good food taken away',
  impact: 'Households on food aid eat fresh food three times a week',
  lesson: 'Evening routes work when the shop calls before six',
  action: 'Test one evening route with two couriers',
  decision: 'We start in three shops and two aid points in January',
};

const facts: Readonly<Partial<Record<CardKind, Fields>>> = {
  problem: { size: 'Size 310 t a year' },
  fact: { evidence_kind: 'data', source: 'Shop logs 2025' },
  cause: { evidence_kind: 'story', confidence: 'medium', votes_people: 6 },
  effect: { evidence_kind: 'data' },
  question: { due: '2026-12-01' },
  actor: { org_type: 'S', engagement: 'active' },
  quote: { speaker: 'A user of the aid point', consent: true, voice: 'affected' },
  kpi: { baseline: '0.8', target: '3 meals' },
  impact: { baseline: '0.8', target: '3', by_when: '2029-12-31' },
  event: { date: '2026-04-02' },
  risk: { review_on: '2026-11-30' },
  action: { due: '2027-01-15', progress: 'doing' },
  lesson: { verdict: 'keep', lands_on: 'plan' },
  decision: { mode: 'consent', support: 4.1 },
};

const cold = 'Cold rooms are full by Tuesday';

const states: readonly Sample[] = [
  { kind: 'cause', title: cold, fields: { org: org(5), confidence: 'high' } },
  { kind: 'cause', title: '', placeholder: 'Why does this happen?' },
  {
    kind: 'cause',
    title: 'Routes rest on six retired volunteers and one van',
    fields: { org: org(6), status: 'agreed', votes_people: 9 },
  },
  { kind: 'problem', title: 'Shops bin good food', fields: { org: org(3), status: 'agreed', agreed_on: '2026-11-14' } },
  {
    kind: 'cause',
    title: 'Three partners read the food-safety rules in three ways',
    fields: { org: org(4), votes_people: 8, votes_orgs: 5 },
  },
  {
    kind: 'cause',
    title: 'Pick-up hour clashes with school runs and shifts',
    fields: { org: org(8), voice: 'affected', votes_people: 5 },
  },
  {
    kind: 'cause',
    title: 'Opening hours were set around volunteers; users were never asked',
    fields: { org: org(11), is_root: true, voice: 'heard', votes_people: 7 },
  },
  { kind: 'cause', title: 'Locked: nobody may move it', fields: { org: org(10) }, locked: true },
  {
    kind: 'cause',
    title:
      'Lebensmittelsicherheitsvorschriften werden von Bezirksgesundheitsämtern und Wohlfahrtsverbänden unterschiedlich ausgelegt und nirgends gesammelt',
    fields: { org: org(7) },
  },
];

const node = { face: 'node', w: 240, h: 120, textSize: 19 } as const;
const large = { face: 'node', w: 264, h: 166, textSize: 24 } as const;
const narrow = { face: 'node', w: 155, h: 190, textSize: 22 } as const;
const nodes: readonly Sample[] = [
  { ...node, kind: 'cause', title: cold, fields: { org: org(5), votes_people: 3 } },
  {
    ...node,
    kind: 'effect',
    title: 'Shop staff hate binning good food; two asked for a transfer',
    fields: { org: org(1) },
  },
  {
    ...large,
    kind: 'cause',
    title: 'Guidance is written for producers, not for shops and aid points',
    fields: { org: org(4), is_root: true, votes_people: 6 },
  },
  {
    ...large,
    kind: 'cause',
    title: 'Families do not come on the fixed fresh-food day',
    fields: { org: org(8), voice: 'affected', evidence_kind: 'story', votes_people: 6 },
  },
  {
    ...narrow,
    kind: 'cause',
    title: 'Discounts are set weekly at head office, not per shop',
    fields: { org: org(1), voice: 'heard' },
  },
  { ...narrow, kind: 'cause', title: 'Routes rest on six retired volunteers', fields: { org: org(6), is_root: true } },
  {
    face: 'card',
    w: 160,
    h: 82,
    textSize: 16,
    kind: 'idea',
    title: 'Swap keys between shops and aid points',
    fields: { org: org(10) },
  },
  {
    face: 'card',
    w: 142,
    h: 92,
    textSize: 16,
    kind: 'idea',
    title: 'Swap keys between shops and aid points',
    fields: { org: org(10) },
  },
];

const compact = { face: 'compact', w: 150, h: 64, textSize: 16, kind: 'actor' } as const;
const onMap = { face: 'compact', w: 176, h: 64, textSize: 22, kind: 'actor' } as const;
const actors: readonly Sample[] = [
  { ...compact, title: 'KoelFiets Couriers', fields: { org_type: 'S', engagement: 'active' } },
  { ...compact, title: 'City of Merelbrugge', fields: { org_type: 'P', engagement: 'committed' } },
  { ...compact, title: '', placeholder: 'Who else?' },
  { ...onMap, title: 'Korf Supermarkets', fields: { org_type: 'B', engagement: 'committed' } },
  { ...onMap, title: 'Voices at the Table', fields: { org_type: 'C', engagement: 'active' } },
  {
    face: 'plain',
    w: 480,
    h: 80,
    textSize: 18,
    kind: 'problem',
    title: '1,900 households on food aid in Merelbrugge; 14 shop teams',
  },
  { face: 'plain', w: 480, h: 80, textSize: 18, kind: 'problem', title: '', placeholder: 'Who is affected?' },
];

const trunk: Sample = {
  ...{ face: 'card', w: 720, h: 150, textSize: 24, kind: 'problem' },
  title: 'Each year the 14 Korf shops in Merelbrugge bin about 310 t of food that is still good',
  fields: { org: org(3), size: '310 t a year' },
};

/** Every kind, state and face, in rows below each other. */
export function cardSheet(): TLShapePartial[] {
  const rows: readonly (readonly Sample[])[] = [
    cardKinds.slice(0, 6).map(kindSample),
    cardKinds.slice(6, 12).map(kindSample),
    cardKinds.slice(12).map(kindSample),
    states.slice(0, 6),
    [...states.slice(6), trunk],
    nodes,
    actors,
  ];
  const shapes: TLShapePartial[] = [];
  let y = 40;
  for (const [row, samples] of rows.entries()) {
    let x = 40;
    for (const [place, sample] of samples.entries()) {
      shapes.push(cardPartial(`${row}-${place}`, sample, x, y));
      x += (sample.w ?? 280) + 20;
    }
    y += Math.max(...samples.map(({ h = 160 }) => h)) + 20;
  }
  return [...shapes, ...secondPlaces(y)];
}

const kindSample = (kind: CardKind, index: number): Sample => ({
  ...{ kind, title: titles[kind] ?? `What people write on a card of the kind ${kind}` },
  fields: { org: org(1 + ((index * 3) % 11)), ...facts[kind] },
});

export const sheetId = (row: number, place: number): TLShapeId => createShapeId(`${row}-${place}`);

function cardPartial(name: string, sample: Sample, x: number, y: number): TLShapePartial<CardShape> {
  const {
    kind,
    title,
    fields = {},
    placeholder = '',
    face = 'card',
    w = 280,
    h = 160,
    textSize = 20,
    locked = false,
  } = sample;
  return {
    ...{ id: createShapeId(name), type: 'card', x, y, isLocked: locked },
    props: { kind, richText: toRichText(title), fields, placeholder, face, w, h, textSize, pinned: false },
  };
}

/** Second places of a card and of an actor, and an edge of each state between actors. */
function secondPlaces(y: number): TLShapePartial[] {
  const mirror = (
    name: string,
    of: TLShapeId,
    x: number,
    props: Partial<MirrorShape['props']>,
  ): TLShapePartial<MirrorShape> => ({
    ...{ id: createShapeId(name), type: 'mirror', x, y },
    props: { w: 280, h: 160, face: 'card', textSize: 20, pinned: false, of, ...props },
  });
  const states = ['working', 'weak', 'broken', 'new'] as const;
  const actors = states.flatMap((_, index) => [
    cardPartial(`from-${index}`, { ...onMap, title: 'Food Safety Desk' }, 40, y + 200 + 110 * index),
    cardPartial(`to-${index}`, { ...onMap, title: 'Rondom Kitchen' }, 700, y + 240 + 110 * index),
  ]);
  const edges = states.map(
    (state, index): TLShapePartial<RelationShape> => ({
      ...{ id: createShapeId(`edge-${index}`), type: 'relation', x: 0, y: 0 },
      props: {
        ...{ from: createShapeId(`from-${index}`), to: createShapeId(`to-${index}`), kind: 'relates', state, note: '' },
        ...{
          tie: (['money', 'service', 'rules', 'collaboration'] as const)[index] ?? 'money',
          strength: 1 + (index % 3),
        },
        direction: index === 3 ? 'both' : 'one-way',
      },
    }),
  );
  return [
    mirror('mirror-card', sheetId(3, 0), 40, {}),
    mirror('mirror-node', sheetId(3, 5), 340, { face: 'node', w: 240, h: 120 }),
    mirror('mirror-actor', sheetId(6, 0), 600, { face: 'compact', w: 150, h: 64, textSize: 16 }),
    ...edges,
    ...actors,
  ];
}
