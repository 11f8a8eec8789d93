import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { carriedOver, revived, withoutKnownTexts } from '../../../client/canvas/binding/carry-over.ts';
import { isPrivate, withPrivacy } from '../../../client/canvas/private-shapes.ts';
import { type Diff, emptyDiff } from '../../../shared/board/diff.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { type AnyRecord, createGroups, splitRecord } from '../../../shared/board/groups.ts';
import { type Layer, layerRecords } from '../../../shared/board/layers.ts';
import { plainRichText } from '../../../shared/board/rich-text.ts';

const record = (id: string, more: object = {}): AnyRecord =>
  ({
    ...{ id, typeName: 'shape', type: 'note', parentId: 'page:page', index: 'a1', x: 0, y: 0, rotation: 0 },
    ...{ isLocked: false, opacity: 1, meta: {}, props: { color: 'red', richText: plainRichText('') } },
    ...more,
  }) as unknown as AnyRecord;
const said = (id: string, text: string, more: object = {}): AnyRecord =>
  record(id, { props: { color: 'red', richText: plainRichText(text), ...more } });
const updated = (from: AnyRecord, to: AnyRecord): Diff => ({ ...emptyDiff(), updated: { [to.id]: [from, to] } });
const added = (...records: AnyRecord[]): Diff => ({
  ...emptyDiff(),
  added: Object.fromEntries(records.map((each) => [each.id, each])),
});

describe('[PRW10] what is new goes to the layer that takes it', () => {
  const layers: readonly Layer[] = [
    { name: 'shared', doc: new Y.Doc() },
    { name: 'own', doc: new Y.Doc() },
  ];
  const [shared, own] = layers as [Layer, Layer];
  recordsOf(shared.doc).set('shape:open', createGroups(splitRecord(record('shape:open'))));
  recordsOf(own.doc).set('shape:mine', createGroups(splitRecord(record('shape:mine'))));
  const placesOf = (active: Layer, diff: Diff) => {
    const home = layerRecords(layers, () => active).homesOf(diff);
    return Object.keys(diff.added).map((id) => (home(id) === recordsOf(own.doc) ? 'own' : 'shared'));
  };
  const binding = (fromId: string, toId: string) =>
    ({
      id: 'binding:1',
      typeName: 'binding',
      type: 'arrow',
      fromId,
      toId,
      props: {},
      meta: {},
    }) as unknown as AnyRecord;
  const relation = (from: string, to: string) => record('shape:edge', { type: 'relation', props: { from, to } });

  it('[PRW10] the active one where nothing speaks against it', () => {
    expect(placesOf(own, added(record('shape:new')))).toEqual(['own']);
    expect(placesOf(shared, added(record('shape:new')))).toEqual(['shared']);
  });

  it('[PRW10] the narrower one of its ends or its parent, whichever is active', () => {
    for (const [from, to] of [
      ['shape:open', 'shape:mine'],
      ['shape:mine', 'shape:open'],
    ] as const) {
      expect(placesOf(shared, added(binding(from, to)))).toEqual(['own']);
      expect(placesOf(shared, added(relation(from, to)))).toEqual(['own']);
    }
    expect(placesOf(shared, added(record('shape:new', { parentId: 'shape:mine' })))).toEqual(['own']);
    expect(placesOf(shared, added(relation('shape:open', 'shape:open')))).toEqual(['shared']);
  });

  it('[PRW10] the wider one where something in it is put into what is new', () => {
    const [from, to] = [record('shape:open'), record('shape:open', { parentId: 'shape:group' })];
    const diff = { ...updated(from, to), added: added(record('shape:group', { type: 'group' })).added };
    expect(placesOf(own, diff)).toEqual(['shared']);
  });
});

describe('[PRW11] what comes from a layer that has ended', () => {
  const none = new Map<string, AnyRecord>();

  it('[PRW11] carries over what the card that came does not say yet, and nothing else', () => {
    const [first, last] = [said('shape:a', 'one'), said('shape:a', 'one two', { color: 'blue' })];
    const now = record('shape:a', { index: 'a9', props: said('shape:a', 'one').props, meta: { author: 'p' } });
    const diff = carriedOver([updated(first, last)], last, now);
    expect(diff.updated['shape:a']?.[1]).toMatchObject({
      ...{ index: 'a9', meta: { author: 'p' } },
      props: { color: 'blue', richText: plainRichText('one two') },
    });
    expect(carriedOver([updated(first, last)], last, { ...now, props: last.props })).toEqual(emptyDiff());
    expect(carriedOver([added(last)], last, now).updated['shape:a']?.[1]).toMatchObject({ props: last.props });
  });

  it('[PRW11] keeps the words of a card that is nowhere, and lets its place go', () => {
    const [from, to] = [said('shape:a', 'one'), said('shape:a', 'one two')];
    const graves = new Map([['shape:a', to]]);
    expect(revived(() => undefined, updated(from, to), graves)).toEqual(added(to));
    const moved = updated(to, { ...to, x: 9 } as AnyRecord);
    expect(revived(() => undefined, moved, graves)).toEqual(moved);
    expect(revived(() => from, updated(from, to), graves)).toEqual(updated(from, to));
    expect(revived(() => undefined, updated(from, to), none)).toEqual(updated(from, to));
  });

  it('[PRW11] writes no words again that came through unsaid', () => {
    const [one, two, three] = ['a', 'ab', 'abc'].map((text) => said('shape:a', text)) as [
      AnyRecord,
      AnyRecord,
      AnyRecord,
    ];
    const left = withoutKnownTexts(() => three, updated(one, two), [updated(two, three)]);
    expect(left).toEqual(updated(three, three));
    expect(withoutKnownTexts(() => one, updated(one, two), [updated(two, three)])).toEqual(updated(one, two));
  });

  it('[PRW6] a shape says whether its writer alone sees it, and says nothing where everybody does', () => {
    const plain = record('shape:a', { meta: { author: 'p' } });
    const marked = withPrivacy(plain, true);
    expect([isPrivate(plain), isPrivate(marked), marked.meta]).toEqual([false, true, { author: 'p', private: true }]);
    expect(withPrivacy(marked, true)).toBe(marked);
    expect(withPrivacy(plain, false)).toBe(plain);
    expect(withPrivacy(marked, false)).toEqual(plain);
  });
});
