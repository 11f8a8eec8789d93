import { defaultShapeSchemas } from '@tldraw/tlschema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { recordsOf } from '../../../shared/board/document.ts';
import { type AnyRecord, createGroups, joinRecord, splitRecord } from '../../../shared/board/groups.ts';
import { canonicalRichText, plainRichText, type RichText } from '../../../shared/board/rich-text.ts';
import { boardSchema } from '../../../shared/board/schema.ts';
import { templateShapeTypes } from '../../../shared/board/template-shapes.ts';
import { defaultProps, note, shape } from './support/records.ts';

/** Another document that got the record over the wire. */
function received(record: AnyRecord): { id: string; groups: Y.Map<unknown> } {
  const [sender, receiver] = [new Y.Doc(), new Y.Doc()];
  recordsOf(sender).set(record.id, createGroups(splitRecord(record)));
  Y.applyUpdate(receiver, Y.encodeStateAsUpdate(sender));
  const groups = recordsOf(receiver).get(record.id);
  if (groups === undefined) throw new Error('the record did not arrive');
  return { id: record.id, groups };
}

const roundTrip = (record: AnyRecord): AnyRecord | null => {
  const { id, groups } = received(record);
  return joinRecord(id, groups);
};

const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 });
const place = fc.record({
  x: number,
  y: number,
  rotation: fc.double({ noNaN: true, min: -7, max: 7 }),
  isLocked: fc.boolean(),
  opacity: fc.double({ noNaN: true, min: 0, max: 1 }),
});
const points = fc.array(fc.record({ x: number, y: number, z: fc.constant(0.5) }), { maxLength: 20 });
const text = fc.string({ unit: 'grapheme', maxLength: 40 }).map(plainRichText);
const size = fc.record({ w: fc.integer({ min: 1, max: 5_000 }), h: fc.integer({ min: 1, max: 5_000 }) });

/** What is varied per kind of shape, beside place, lock and opacity. */
const varied: Readonly<Record<string, fc.Arbitrary<Readonly<Record<string, unknown>>>>> = {
  arrow: fc.record({ text: fc.string(), bend: number, start: fc.record({ x: number, y: number }) }),
  draw: fc.record({ segments: fc.array(fc.record({ type: fc.constant('free'), points }), { maxLength: 3 }) }),
  frame: fc.record({ name: fc.string() }),
  geo: fc.record({ richText: text, geo: fc.constantFrom('rectangle', 'ellipse', 'cloud') }),
  highlight: fc.record({ segments: fc.array(fc.record({ type: fc.constant('free'), points }), { maxLength: 3 }) }),
  image: fc.record({ altText: fc.string() }),
  note: fc.record({ richText: text, color: fc.constantFrom('yellow', 'grey', 'light-blue') }),
  text: fc.record({ richText: text, autoSize: fc.boolean() }),
  heading: fc.record({ title: fc.string(), chips: fc.array(fc.string(), { maxLength: 3 }) }),
  zone: size,
  label: fc.record({ text: fc.string(), weight: fc.constantFrom(500, 700) }),
  mark: size,
};

const canonical = (record: AnyRecord): AnyRecord => {
  const props = record.props as { richText?: RichText };
  return props.richText === undefined
    ? record
    : { ...record, props: { ...props, richText: canonicalRichText(props.richText) } };
};

it('[BRD1] every kind of shape that a board may hold is tried', () => {
  const { embed: _embed, bookmark: _bookmark, ...drawn } = defaultShapeSchemas;
  expect(Object.keys(defaultProps).sort()).toEqual([...Object.keys(drawn), ...templateShapeTypes].sort());
});

describe.each(Object.keys(defaultProps))('%s', (type) => {
  it('[BRD1] a valid record comes back from its groups as it was', () => {
    fc.assert(
      fc.property(place, varied[type] ?? fc.constant({}), (where, props) => {
        const record = shape('one', type, { ...where, props, meta: { author: 'somebody' } });
        boardSchema.types.shape.validate(record);
        const back = roundTrip(record);
        boardSchema.types.shape.validate(back);
        expect(back).toEqual(canonical(record));
      }),
      { numRuns: 30 },
    );
  });
});

it('[BRD2] what a canvas measures for itself is not shared, and the local measure stays', () => {
  const measured = note('one', 'text', { props: { growY: 40, fontSizeAdjustment: 18 } });
  const { id, groups } = received(measured);
  expect(groups.get('props')).not.toHaveProperty('growY');
  expect(joinRecord(id, groups)?.props).toMatchObject({ growY: 0, fontSizeAdjustment: 0 });
  expect(joinRecord(id, groups, measured)?.props).toMatchObject({ growY: 40, fontSizeAdjustment: 18 });
});

it('[BRD3] a move, a colour and words written at the same time all survive', () => {
  const record = note('one', 'cold rooms');
  const [anna, bram] = [new Y.Doc(), new Y.Doc()];
  recordsOf(anna).set(record.id, createGroups(splitRecord(record)));
  Y.applyUpdate(bram, Y.encodeStateAsUpdate(anna));
  const groupsIn = (doc: Y.Doc) => recordsOf(doc).get(record.id) as Y.Map<unknown>;
  const [hers, his] = [groupsIn(anna), groupsIn(bram)];
  hers.set('at', [50, 60, 0]);
  const paragraph = (groups: Y.Map<unknown>) =>
    ((groups.get('rich') as Y.XmlFragment).get(0) as Y.XmlElement).get(0) as Y.XmlText;
  paragraph(hers).insert(10, ' are full');
  his.set('props', { ...(his.get('props') as object), color: 'green' });
  paragraph(his).insert(0, 'The ');
  Y.applyUpdate(anna, Y.encodeStateAsUpdate(bram));
  Y.applyUpdate(bram, Y.encodeStateAsUpdate(anna));
  for (const doc of [anna, bram]) {
    const joined = joinRecord(record.id, groupsIn(doc));
    expect(joined).toMatchObject({
      x: 50,
      y: 60,
      props: { color: 'green', richText: canonicalRichText(plainRichText('The cold rooms are full')) },
    });
  }
});

it('[BRD4] a record without its base, as a concurrent delete leaves it, is no record', () => {
  const torn = new Y.Doc();
  recordsOf(torn).set('shape:one', new Y.Map<unknown>([['at', [1, 2, 0]]]));
  expect(joinRecord('shape:one', recordsOf(torn).get('shape:one') as Y.Map<unknown>)).toBeNull();
});
