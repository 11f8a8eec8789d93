import type { TLRecord } from '@tldraw/tlschema';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { recordsOf } from '../../../shared/board/document.ts';
import { type AnyRecord, createGroups, splitRecord } from '../../../shared/board/groups.ts';
import { indexKeyAt } from '../../../shared/board/order.ts';
import { readBoard } from '../../../shared/board/read-board.ts';
import { plainRichText } from '../../../shared/board/rich-text.ts';
import { isUntouchedStarter } from '../../../shared/board/starter.ts';
import { markProps } from '../../../shared/board/template-shapes.ts';
import { cardRecord } from '../../../shared/method/card-records.ts';
import { note, shape } from './support/records.ts';

function docWith(...records: readonly AnyRecord[]): Y.Doc {
  const doc = new Y.Doc();
  for (const record of records) recordsOf(doc).set(record.id, createGroups(splitRecord(record)));
  return doc;
}

it('[BRD5] reading gives what is valid and lists the rest apart, with the reason', () => {
  const wrong = shape('wrong', 'note', { props: { color: 'pink' } });
  const unknown = { ...shape('unknown', 'note'), typeName: 'instance', id: 'instance:one' } as unknown as AnyRecord;
  const doc = docWith(note('good', 'text'), wrong, unknown);
  recordsOf(doc).set('shape:torn', new Y.Map<unknown>([['at', [1, 2, 0]]]));
  const { records, unreadable } = readBoard(doc);
  expect([...records.keys()]).toEqual(['shape:good']);
  expect([...unreadable.keys()].sort()).toEqual(['instance:one', 'shape:torn', 'shape:wrong']);
  expect(unreadable.get('shape:wrong')).toContain('pink');
});

it('[BRD5] reading never writes', () => {
  const doc = docWith(note('one', 'text'));
  const before = Y.encodeStateAsUpdate(doc);
  readBoard(doc);
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
});

it('[BRD5] whatever a program writes into a record, reading does not throw', () => {
  const anything = fc.dictionary(fc.constantFrom('base', 'at', 'flags', 'props', 'rich', 'meta'), fc.jsonValue());
  fc.assert(
    fc.property(anything, (groups) => {
      const doc = new Y.Doc();
      recordsOf(doc).set('shape:one', new Y.Map(Object.entries(groups)));
      const { records, unreadable } = readBoard(doc);
      expect(records.size + unreadable.size).toBe(1);
    }),
  );
});

it('[BRD6] a starter is untouched until its words change; moving it is no change', () => {
  const meta = { starter: 'Why does this happen?' };
  expect(isUntouchedStarter(note('one', meta.starter, { meta }))).toBe(true);
  expect(isUntouchedStarter(note('one', meta.starter, { meta, x: 900 }))).toBe(true);
  expect(isUntouchedStarter(note('one', 'Nobody can fetch it', { meta }))).toBe(false);
  expect(isUntouchedStarter(note('one', '', { meta }))).toBe(false);
  expect(isUntouchedStarter(note('one', meta.starter))).toBe(false);
});

it('[ARR15] a card is an untouched starter while it invites and has no words', () => {
  const card = (placeholder: string, words: string) =>
    cardRecord({
      ...{ id: 'shape:c', position: 1, kind: 'cause', title: words, fields: {}, placeholder },
      ...{ box: { x: 0, y: 0, w: 200, h: 150 }, face: 'card', textSize: 20 },
    }) as unknown as TLRecord;
  expect(isUntouchedStarter(card('Why?', ''))).toBe(true);
  expect(isUntouchedStarter(card('Why?', 'Nobody can fetch it'))).toBe(false);
  expect(isUntouchedStarter(card('', ''))).toBe(false);
});

it('[BRD7] places of a sequence are valid index keys in rising order', () => {
  const keys = Array.from({ length: 3_906 }, (_, position) => indexKeyAt(position));
  expect([...keys].sort()).toEqual(keys);
  expect(new Set(keys).size).toBe(keys.length);
  const doc = docWith(
    ...[0, 1, 61, 62, 123, 124, 3_905].map((at) => shape(`at-${at}`, 'frame', { index: indexKeyAt(at) })),
  );
  expect([...readBoard(doc).unreadable]).toEqual([]);
  expect(() => indexKeyAt(3_906)).toThrow(RangeError);
});

it('[BRD8] the path of a mark holds path commands and numbers only', () => {
  expect(markProps.path.validate('M0 0L10.5 -3A5 5 0 0 1 7 7Z')).toBe('M0 0L10.5 -3A5 5 0 0 1 7 7Z');
  for (const path of ['M0 0"/><script>', 'url(#a)', 'm0 0', 'M0,0'])
    expect(() => markProps.path.validate(path)).toThrow();
});

it('[BRD5] a text that the schema of rich text does not know is listed apart', () => {
  const doc = docWith(shape('odd', 'note', { props: { richText: plainRichText('a') } }));
  const rich = recordsOf(doc).get('shape:odd')?.get('rich') as Y.XmlFragment;
  rich.insert(0, [new Y.XmlElement('iframe')]);
  expect([...readBoard(doc).unreadable.keys()]).toEqual(['shape:odd']);
});
