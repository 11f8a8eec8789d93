import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Audience } from '../../../shared/api/boards.ts';
import { TemplateId } from '../../../shared/api/templates.ts';
import type { Board } from '../../../shared/api/workshops.ts';
import type { Records } from '../../../shared/board/containment.ts';
import { isEmptyDiff } from '../../../shared/board/diff.ts';
import { exportJson } from '../../../shared/board/export/export-json.ts';
import { BoardFile } from '../../../shared/board/files/json-file.ts';
import { planImport } from '../../../shared/board/files/plan-import.ts';
import { exportTldraw } from '../../../shared/board/files/tldraw-file.ts';
import { type AnyRecord, unmeasured, withoutMeasured } from '../../../shared/board/groups.ts';
import { indexKeyAt } from '../../../shared/board/order.ts';
import { readBoard } from '../../../shared/board/read-board.ts';
import { boardSchema } from '../../../shared/board/schema.ts';
import { cardKinds } from '../../../shared/method/cards/kinds.ts';
import { relationKinds } from '../../../shared/method/cards/relations.ts';
import { seedBoard } from '../../../shared/method/seed.ts';
import { BoardId } from '../../../shared/protocol/ids.ts';
import { card, mirror, relation } from '../board/support/cards.ts';
import { arrowBinding, note, shape, type TestRecord } from '../board/support/records.ts';
import { documentRecord, imageAsset, pageRecord, pixel } from '../board/support/tldraw.ts';
import { landText } from './land-text.ts';

const board: Board = {
  ...{ id: BoardId.parse('b'.repeat(21)), title: 'Ours', template: 'blank', language: 'de' },
  ...{ createdAtMs: 1_700_000_000_000, example: false },
};

const jsonOf = (records: Records, audience: Audience = 'core') =>
  exportJson({ board, schema: boardSchema.serialize(), records, audience, origin: 'https://boards.example' });
const tldrawOf = (records: Records, audience: Audience = 'core') => exportTldraw({ board, records, audience });

/** A board as rooms hold it. */
type Held = ReadonlyMap<string, AnyRecord>;
const held = (records: Records): Held =>
  new Map([...records].map(([id, record]) => [id, withoutMeasured(record as unknown as AnyRecord)]));
const shown = (records: Held): Records =>
  new Map([...records].map(([id, record]) => [id, unmeasured(record)])) as unknown as Records;

function landed(text: string): Held {
  const { boards, leftOut } = landText(text);
  expect(leftOut).toEqual([]);
  expect(boards).toHaveLength(1);
  return new Map(boards[0]?.records.map((record) => [record.id as string, record]));
}

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('', '=1+1', 'عربي', '日本', 'a\nb'),
);
const place = fc.record({ x: fc.integer({ min: -5_000, max: 5_000 }), y: fc.integer({ min: -5_000, max: 5_000 }) });

const fields = fc.record(
  {
    note: words,
    weight: fc.constantFrom(1, 2.5, 5),
    confidence: fc.constantFrom('low', 'high'),
    tags: fc.array(fc.stringMatching(/^[a-zé]{1,8}$/), { maxLength: 3 }),
    due: fc.constant('2026-10-15'),
    is_root: fc.boolean(),
    sensitivity: fc.constantFrom('public', 'partners', 'core'),
    stance: fc.constantFrom('opposed', 'neutral'),
    org: fc.constant('Wells'),
  },
  { requiredKeys: [] },
);

const cards = fc.array(
  fc.record({ title: words, fields, kind: fc.constantFrom(...cardKinds), place, isLocked: fc.boolean() }),
  { minLength: 2, maxLength: 8 },
);

/** Boards with every kind of shape, as rooms would hold them. */
const boards = fc
  .record({
    cards,
    edges: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(...relationKinds)), { maxLength: 6 }),
    texts: fc.array(words, { maxLength: 4 }),
  })
  .map(({ cards: made, edges, texts }): Records => {
    let count = 1;
    const index = () => indexKeyAt(count++);
    const at = (number: number) => `c${number % made.length}`;
    const keys = new Set<string>();
    const drawn: TestRecord[] = [
      shape('frame', 'frame', { index: index() }),
      shape('zone', 'zone', { parentId: 'shape:frame', props: { title: 'Z', prompt: 'What?' } }),
      shape('heading', 'heading', { parentId: 'shape:frame', index: 'a2', props: { title: 'H', chips: ['one'] } }),
      shape('label', 'label', { parentId: 'shape:frame', index: 'a3', rotation: 1, props: { text: 'Axis' } }),
      shape('mark', 'mark', { parentId: 'shape:frame', index: 'a4', props: { path: 'M0 0L10 10M5 5A3 3 0 0 1 9 9Z' } }),
      shape('view', 'view', { parentId: 'shape:frame', index: 'a5', props: { w: 10, h: 10, view: 'fishbone' } }),
      ...made.map(({ title, fields: said, kind, place: { x, y }, isLocked }, number) =>
        card(`c${number}`, title, said, {
          kind,
          x,
          y,
          isLocked,
          index: index(),
          meta: { author: 'p'.repeat(21), created: 5 },
        }),
      ),
      mirror('m', 'c0', { index: index(), x: 50 }),
      ...edges.flatMap(([from, to, kind], number) => {
        const key = `${at(from)} ${at(to)} ${kind}`;
        if (at(from) === at(to) || keys.has(key)) return [];
        keys.add(key);
        return [
          relation(`r${number}`, at(from), at(to), { kind, note: number === 0 ? 'why' : '' }, { index: index() }),
        ];
      }),
      ...texts.map((text, number) => note(`n${number}`, text, { index: index(), x: number * 10 })),
      shape('arrow', 'arrow', { index: index() }),
      arrowBinding('arrow', 'end', 'c0'),
      imageAsset('picture', pixel) as TestRecord,
      shape('image', 'image', { index: index(), props: { assetId: 'asset:picture' } }),
    ];
    const roots = [documentRecord('Ours'), pageRecord('page', 'Ours')];
    // A room spells texts in its own way.
    return shown(
      landed(jsonOf(new Map([...roots, ...drawn].map((record) => [record.id as string, record as TestRecord])))),
    );
  });

const runs = { numRuns: 60, seed: 20_261_128 };

test('[TRV1] every board comes back from its JSON and from its .tldr as it was', () => {
  fc.assert(
    fc.property(boards, (records) => {
      const json = jsonOf(records);
      expect(BoardFile.safeParse(JSON.parse(json)).success).toBe(true);
      for (const file of [json, tldrawOf(records)]) expect(landed(file)).toEqual(held(records));
    }),
    runs,
  );
}, 120_000);

test('[TRV2] bringing a file back into its board changes nothing, whomever it was written for', () => {
  fc.assert(
    fc.property(boards, fc.constantFrom<Audience>('public', 'partners', 'core'), (records, audience) => {
      for (const file of [jsonOf(records, audience), tldrawOf(records, audience)]) {
        const plan = planImport(held(records), { records: landed(file), audience });
        expect(isEmptyDiff(plan.diff)).toBe(true);
        expect(plan.refused).toEqual([]);
      }
    }),
    runs,
  );
}, 120_000);

test('[TRV2] a card that was rewritten for narrower readers keeps what they never saw', () => {
  const kept = card('a', 'Bank', { stance: 'neutral', wants: 'calm', sensitivity: 'public' }, { kind: 'actor' });
  const records = new Map([[kept.id, kept]]) as unknown as Records;
  const told = JSON.parse(jsonOf(records, 'public'));
  expect(told.records[0].props.fields).toEqual({ wants: 'calm', sensitivity: 'public' });
  told.records[0].props.fields.wants = 'more calm';
  const file = {
    records: new Map(told.records.map((record: AnyRecord) => [record.id, record])),
    audience: 'public',
  } as const;
  const { diff } = planImport(held(records), file as Parameters<typeof planImport>[1]);
  expect(diff.updated['shape:a']?.[1].props).toMatchObject({
    fields: { stance: 'neutral', wants: 'more calm', sensitivity: 'public' },
  });
});

test('[TRV2] what has the id of something of another kind is refused, the rest is taken', () => {
  const now = held(new Map([['shape:x', note('x', 'a note')]]) as unknown as Records);
  const records = held(
    new Map([
      ['shape:x', card('x', 'a card')],
      ['shape:y', card('y', 'new')],
    ]) as unknown as Records,
  );
  const plan = planImport(now, { records, audience: 'core' });
  expect([Object.keys(plan.diff.added), plan.refused.map(({ id }) => id)]).toEqual([['shape:y'], ['shape:x']]);
});

test('[TRV1] every template and every example comes back as it was', () => {
  for (const template of TemplateId.options)
    for (const example of template === 'blank' ? [false] : [true, false]) {
      const doc = new Y.Doc();
      Y.applyUpdate(
        doc,
        seedBoard({ template, language: 'fr', createdAtMs: 5, partnership: 'P', boardTitle: 'B', example }),
      );
      const { records } = readBoard(doc);
      for (const file of [jsonOf(records), tldrawOf(records)]) expect(landed(file)).toEqual(held(records));
      const told = { records: landed(jsonOf(records, 'public')), audience: 'public' } as const;
      expect(isEmptyDiff(planImport(held(records), told).diff)).toBe(true);
    }
}, 60_000);
