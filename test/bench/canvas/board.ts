import type * as Y from 'yjs';
import { recordsOf } from '../../../shared/board/document.ts';
import { type AnyRecord, createGroups, splitRecord } from '../../../shared/board/groups.ts';
import { indexKeyAt } from '../../../shared/board/order.ts';
import { plainRichText } from '../../../shared/board/rich-text.ts';

export type Subject = 'cards' | 'notes' | 'photographs';

/** Photographs lie at an address of their own, which the page is told, each under its number. */
const photographAt = (n: number): string => `${new URLSearchParams(location.search).get('photographs')}${n}.jpg`;

const kinds = ['cause', 'effect', 'actor', 'impact', 'lesson', 'kpi', 'action', 'risk', 'fact', 'question'];
const words =
  'shops bin good food while households lack fresh meals because nobody can fetch it when the doors close at night'.split(
    ' ',
  );
const cardColumns = 40;
/** A quarter of the board is one frame; the pitch leaves a card of 280 × 160 some air. */
const cardPitch = { x: 320, y: 220 } as const;

const shape = (id: string, type: string, at: { x: number; y: number }, index: number, props: object): AnyRecord =>
  ({
    ...{ typeName: 'shape', id: `shape:${id}`, type, x: at.x, y: at.y, rotation: 0, isLocked: false, opacity: 1 },
    ...{ parentId: 'page:page', index: indexKeyAt(index), meta: {}, props },
  }) as unknown as AnyRecord;

const titleOf = (n: number): string =>
  Array.from({ length: 9 }, (_, word) => words[(n * 7 + word) % words.length]).join(' ');

const note = (n: number, at: { x: number; y: number }, index: number): AnyRecord =>
  shape(`item-${n}`, 'note', at, index, {
    ...{ richText: plainRichText(titleOf(n)), color: 'yellow', labelColor: 'black', size: 's', font: 'sans' },
    ...{ align: 'middle', verticalAlign: 'middle', growY: 0, fontSizeAdjustment: 0, url: '', scale: 1 },
  });

const card = (n: number, at: { x: number; y: number }, index: number): AnyRecord =>
  shape(`item-${n}`, 'card', at, index, {
    ...{ w: 280, h: 160, face: 'card', textSize: 20, pinned: false, kind: kinds[n % kinds.length], placeholder: '' },
    ...{ richText: plainRichText(titleOf(n)) },
    fields: { votes_people: n % 9, org: `Organisation ${n % 12}`, note: 'As told in the first meeting' },
  });

/** Of twelve million pixels. */
const photograph = (n: number, at: { x: number; y: number }, index: number): AnyRecord[] => [
  {
    ...{ typeName: 'asset', id: `asset:photograph-${n}`, type: 'image', meta: {} },
    props: {
      ...{ name: `${n}.jpg`, src: photographAt(n), w: 4_000, h: 3_000 },
      ...{ mimeType: 'image/jpeg', isAnimated: false },
    },
  } as unknown as AnyRecord,
  shape(`item-${n}`, 'image', at, index, {
    ...{ w: 900, h: 675, assetId: `asset:photograph-${n}`, playing: true, url: '', crop: null },
    ...{ flipX: false, flipY: false, altText: `Picture ${n}` },
  }),
];

const frame = (n: number, at: { x: number; y: number }, w: number, h: number): AnyRecord =>
  shape(`frame-${n}`, 'frame', at, 1 + n, { w, h, name: `Page ${n + 1}`, color: 'black' });

/** An edge of the kind that the subject has: a relation between cards, an arrow that is bound to notes. */
function edge(subject: Subject, n: number, from: number, to: number, index: number): AnyRecord[] {
  if (subject === 'cards')
    return [
      shape(`edge-${n}`, 'relation', { x: 0, y: 0 }, index, {
        ...{ from: `shape:item-${from}`, to: `shape:item-${to}`, kind: 'leads_to', tie: 'information', strength: 2 },
        ...{ state: 'working', direction: 'one-way', note: '' },
      }),
    ];
  const ends = { start: { x: 0, y: 0 }, end: { x: 100, y: 0 } };
  const arrow = shape(`edge-${n}`, 'arrow', { x: 0, y: 0 }, index, {
    ...{ kind: 'arc', labelColor: 'black', color: 'black', fill: 'none', dash: 'solid', size: 's', bend: 0, text: '' },
    ...{
      arrowheadStart: 'none',
      arrowheadEnd: 'arrow',
      font: 'sans',
      labelPosition: 0.5,
      scale: 1,
      elbowMidPoint: 0.5,
    },
    ...ends,
  });
  const bind = (terminal: 'start' | 'end', toId: number): AnyRecord =>
    ({
      ...{ typeName: 'binding', type: 'arrow', id: `binding:edge-${n}-${terminal}`, meta: {} },
      ...{ fromId: arrow.id, toId: `shape:item-${toId}` },
      props: { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false, snap: 'none' },
    }) as unknown as AnyRecord;
  return [arrow, bind('start', from), bind('end', to)];
}

const makers: Readonly<Record<Subject, (n: number, at: { x: number; y: number }, index: number) => AnyRecord[]>> = {
  cards: (...given) => [card(...given)],
  notes: (...given) => [note(...given)],
  photographs: photograph,
};

/** Photographs have no edges, and together more pixels than a report takes along. */
const photographColumns = 10;
const photographPitch = { x: 940, y: 715 } as const;

/** A board of so many cards, notes or photographs in four frames, one edge for every ten that can have any. */
export function fillBoard(doc: Y.Doc, subject: Subject, count: number): void {
  const isPhotographs = subject === 'photographs';
  const [columns, pitch] = isPhotographs ? [photographColumns, photographPitch] : [cardColumns, cardPitch];
  const rows = Math.ceil(count / columns);
  const [w, h] = [(columns * pitch.x) / 2, (Math.ceil(rows / 2) + 1) * pitch.y];
  const records: AnyRecord[] = [
    { typeName: 'document', id: 'document:document', gridSize: 10, name: '', meta: {} } as unknown as AnyRecord,
    { typeName: 'page', id: 'page:page', name: '', index: indexKeyAt(1), meta: {} } as unknown as AnyRecord,
  ];
  for (let n = 0; n < 4; n++) records.push(frame(n, { x: (n % 2) * w, y: Math.floor(n / 2) * h }, w - 20, h - 20));
  const edges = isPhotographs ? 0 : Math.floor(count / 10);
  for (let n = 0; n < edges; n++) {
    const from = (n * 37) % count;
    records.push(...edge(subject, n, from, (from + columns + 1) % count, 10 + n));
  }
  for (let n = 0; n < count; n++) {
    const at = { x: (n % columns) * pitch.x + 20, y: Math.floor(n / columns) * pitch.y + 20 };
    records.push(...makers[subject](n, at, 10 + edges + n));
  }
  doc.transact(() => {
    for (const record of records) recordsOf(doc).set(record.id, createGroups(splitRecord(record)));
  });
}
