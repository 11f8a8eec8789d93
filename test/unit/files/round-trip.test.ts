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
import { type AnyRecord, withoutMeasured } from '../../../shared/board/groups.ts';
import { indexKeyAt } from '../../../shared/board/order.ts';
import { readBoard } from '../../../shared/board/read-board.ts';
import { boardSchema } from '../../../shared/board/schema.ts';
import { cardKinds } from '../../../shared/method/cards/kinds.ts';
import { relationKinds } from '../../../shared/method/cards/relations.ts';
import { seedBoard } from '../../../shared/method/seed.ts';
import { BoardId } from '../../../shared/protocol/ids.ts';
import { card, mirror, relation } from '../board/support/cards.ts';
import { fileText } from '../board/support/file-text.ts';
import { arrowBinding, note, shape, type TestRecord } from '../board/support/records.ts';
import { documentRecord, imageAsset, pageRecord, pixel } from '../board/support/tldraw.ts';
import { landText } from './land-text.ts';

const board: Board = {
  ...{ id: BoardId.parse('b'.repeat(21)), title: 'Ours', template: 'blank', language: 'de' },
  ...{ createdAtMs: 1_700_000_000_000, example: false },
};

const jsonOf = (records: Records, audience: Audience = 'core') =>
  fileText(exportJson({ board, schema: boardSchema.serialize(), records, audience, origin: 'https://boards.example' }));
const tldrawOf = (records: Records, audience: Audience = 'core') =>
  fileText(exportTldraw({ board, records, audience }));

/** A board as rooms hold it. */
type Held = ReadonlyMap<string, AnyRecord>;
const held = (records: Records): Held =>
  new Map([...records].map(([id, record]) => [id, withoutMeasured(record as unknown as AnyRecord)]));

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

const plainMarks = fc
  .subarray(['highlight', 'bold', 'code', 'italic', 'strike'])
  .map((types) => types.map((type) => ({ type })));
const link = {
  type: 'link',
  attrs: { href: 'https://wells.example/', target: '_blank', rel: 'noopener', class: null },
};
const marked = fc.record({
  text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  marks: fc.oneof(plainMarks, fc.constant([link])),
});
/** As editors spell them: neighbours of the same marks are one, and of what is empty nothing is said. */
const line = fc.array(fc.oneof(marked, fc.constant(null)), { maxLength: 4 }).map((runs) => {
  const apart = runs.filter(
    (run, at) => run === null || JSON.stringify(run.marks) !== JSON.stringify(runs[at - 1]?.marks),
  );
  const content = apart.map((run) =>
    run === null
      ? { type: 'hardBreak' }
      : { type: 'text', text: run.text, ...(run.marks.length > 0 && { marks: run.marks }) },
  );
  return content.length > 0 ? { content } : {};
});
const dir = fc.constantFrom('auto', 'rtl');
const paragraph = fc.tuple(dir, line).map(([dir, content]) => ({ type: 'paragraph', attrs: { dir }, ...content }));
const heading = fc
  .tuple(dir, fc.integer({ min: 1, max: 6 }), line)
  .map(([dir, level, content]) => ({ type: 'heading', attrs: { dir, level }, ...content }));
const { block } = fc.letrec<{ block: unknown; item: unknown }>((tie) => ({
  item: fc.record({
    type: fc.constant('listItem'),
    content: fc.tuple(paragraph, fc.array(tie('block'), { maxLength: 1 })).map(([first, rest]) => [first, ...rest]),
  }),
  block: fc.oneof(
    { depthSize: 'small' },
    paragraph,
    heading,
    fc.record({ type: fc.constant('bulletList'), content: fc.array(tie('item'), { minLength: 1, maxLength: 2 }) }),
    fc.record({
      type: fc.constant('orderedList'),
      attrs: fc.record({ start: fc.integer({ min: 1, max: 9 }), type: fc.constantFrom(null, 'a') }),
      content: fc.array(tie('item'), { minLength: 1, maxLength: 2 }),
    }),
  ),
}));
const richText = fc.array(block, { minLength: 1, maxLength: 3 }).map((content) => ({ type: 'doc', content }));

/** The kinds of shapes that people draw with tldraw's own tools. */
const coordinate = fc.integer({ min: -90_000, max: 90_000 }).map((value) => value / 8);
const stroke = fc.array(
  fc.record({
    type: fc.constantFrom('free', 'straight'),
    points: fc.array(fc.record({ x: coordinate, y: coordinate, z: fc.constant(0.5) }), {
      minLength: 1,
      maxLength: 5,
    }),
  }),
  { minLength: 1, maxLength: 2 },
);
const colour = fc.constantFrom('black', 'light-violet', 'white');
const size = fc.integer({ min: 1, max: 900 });
const drawings = fc.array(
  fc.oneof(
    fc.record({
      type: fc.constant('geo'),
      props: fc.record({
        ...{ richText, color: colour, w: size, h: size, geo: fc.constantFrom('ellipse', 'cloud', 'check-box') },
        ...{
          fill: fc.constantFrom('none', 'pattern', 'semi'),
          url: fc.constantFrom('', 'https://wells.example/'),
        },
      }),
    }),
    fc.record({
      type: fc.constant('text'),
      props: fc.record({ richText, color: colour, w: size, autoSize: fc.boolean(), textAlign: fc.constant('end') }),
    }),
    fc.record({
      type: fc.constant('note'),
      props: fc.record({ richText, color: colour, font: fc.constantFrom('draw', 'mono'), url: fc.constant('') }),
    }),
    fc.record({
      type: fc.constant('draw'),
      props: fc.record({ segments: stroke, color: colour, isClosed: fc.boolean(), isPen: fc.boolean() }),
    }),
    fc.record({ type: fc.constant('highlight'), props: fc.record({ segments: stroke, isPen: fc.boolean() }) }),
    fc.record({
      type: fc.constant('line'),
      props: fc.record({
        spline: fc.constantFrom('line', 'cubic'),
        points: fc.array(place, { minLength: 2, maxLength: 4 }).map((points) =>
          Object.fromEntries(
            points.map((point, at) => {
              const index = indexKeyAt(at + 1);
              return [index, { ...point, id: index, index }];
            }),
          ),
        ),
      }),
    }),
    fc.record({ type: fc.constant('frame'), props: fc.record({ w: size, h: size, name: words }) }),
  ),
  { maxLength: 6 },
);
const looks = fc.record({
  rotation: fc.constantFrom(0, 0.5, -2),
  opacity: fc.constantFrom(1, 0.25),
  isLocked: fc.boolean(),
});
/** Where each of the cards and drawings is: on the page, in a group, or in a group within that one. */
const homes = fc.array(fc.constantFrom('page', 'outer', 'inner'), { minLength: 14, maxLength: 14 });

/** Into groups of two or more: of fewer there are none. */
function inGroups(members: readonly TestRecord[], wanted: readonly string[], index: () => string): TestRecord[] {
  const count = (home: string) => members.filter((_, at) => wanted[at] === home).length;
  const hasInner = count('inner') > 1;
  const hasOuter = count('outer') + (hasInner ? 1 : count('inner')) > 1;
  const outer = hasOuter ? 'shape:outer' : 'page:page';
  const homeOf = { page: 'page:page', outer, inner: hasInner ? 'shape:inner' : outer };
  return [
    ...(hasOuter ? [shape('outer', 'group', { index: index(), x: 7, y: -3, rotation: 0.25 })] : []),
    ...(hasInner ? [shape('inner', 'group', { index: index(), x: 11, parentId: outer })] : []),
    ...members.map((member, at) => ({ ...member, parentId: homeOf[wanted[at] as keyof typeof homeOf] }) as TestRecord),
  ];
}

/** Boards with every kind of shape, as rooms would hold them. */
const boards = fc
  .record({
    cards,
    edges: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(...relationKinds)), { maxLength: 6 }),
    texts: fc.array(words, { maxLength: 4 }),
    drawings,
    looks: fc.array(looks, { minLength: 1, maxLength: 4 }),
    homes,
  })
  .map(({ cards: made, edges, texts, drawings, looks, homes }): Records => {
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
      ...inGroups(
        [
          ...made.map(({ title, fields: said, kind, place: { x, y }, isLocked }, number) =>
            card(`c${number}`, title, said, {
              ...{ kind, x, y, isLocked, index: index() },
              meta: { author: 'p'.repeat(21), created: 5 },
            }),
          ),
          ...drawings.map(({ type, props }, number) =>
            shape(`d${number}`, type, { ...looks[number % looks.length], props, index: index(), y: number }),
          ),
        ],
        homes,
        index,
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
    return new Map([...roots, ...drawn].map((record) => [record.id as string, record as TestRecord]));
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
