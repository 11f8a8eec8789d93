import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type Diff, emptyDiff, squashDiffs, withoutTexts } from '../../../client/canvas/binding/diff.ts';
import { layerRecords } from '../../../client/canvas/binding/layers.ts';
import { readEvents } from '../../../client/canvas/binding/read-events.ts';
import { writeDiff } from '../../../client/canvas/binding/write.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { type AnyRecord, joinRecord } from '../../../shared/board/groups.ts';
import { plainRichText, plainText, type RichText } from '../../../shared/board/rich-text.ts';

const origin = { name: 'test' };
const note = (text: string, more: object = {}): AnyRecord =>
  ({
    ...{ id: 'shape:n', typeName: 'shape', type: 'note', parentId: 'page:page', index: 'a1', x: 0, y: 0, rotation: 0 },
    ...{ isLocked: false, opacity: 1, meta: { forged: true } },
    props: { color: 'yellow', growY: 12, fontSizeAdjustment: 20, richText: plainRichText(text) },
    ...more,
  }) as unknown as AnyRecord;

function open() {
  const doc = new Y.Doc();
  const layer = { name: 'shared', doc } as const;
  const records = layerRecords([layer], layer);
  const write = (diff: Partial<Diff>) => writeDiff(records, { ...emptyDiff(), ...diff }, origin);
  const touched: string[] = [];
  recordsOf(doc).observeDeep((events) => {
    for (const event of events)
      touched.push(...[...event.changes.keys.keys()].map((key) => [...event.path, key].join(' ')));
  });
  const groups = () => recordsOf(doc).get('shape:n');
  return { doc, write, touched, groups };
}

describe('[CAN50] what a change writes', () => {
  it('[CAN50] a new record without the server’s group and without measurements, its text as a fragment', () => {
    const { write, groups } = open();
    expect([...write({ added: { 'shape:n': note('one') } })]).toEqual(['shape:n']);
    expect([...(groups()?.keys() ?? [])].sort()).toEqual(['at', 'base', 'flags', 'props', 'rich']);
    expect(groups()?.get('props')).toEqual({ color: 'yellow' });
    expect(groups()?.get('rich')).toBeInstanceOf(Y.XmlFragment);
  });

  it('[CAN50] of a changed record only the groups that differ', () => {
    const { write, touched } = open();
    write({ added: { 'shape:n': note('one') } });
    touched.length = 0;
    write({ updated: { 'shape:n': [note('one'), note('one', { x: 5 })] } });
    expect(touched).toEqual(['shape:n at']);
    touched.length = 0;
    const grown = note('one', { props: { ...(note('one').props as object), growY: 99 }, meta: { forged: 2 } });
    write({ updated: { 'shape:n': [note('one'), grown] } });
    expect(touched).toEqual([]);
  });

  it('[CAN50] nothing of a record that is gone', () => {
    const { write, groups } = open();
    write({ updated: { 'shape:n': [note('one'), note('one', { x: 5 })] } });
    expect(groups()).toBeUndefined();
  });

  it('[CAN51] a text of a program’s as the smallest edit, so that what others type at the same time stays', () => {
    const { doc, write, groups } = open();
    write({ added: { 'shape:n': note('one two') } });
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const theirs = recordsOf(other).get('shape:n')?.get('rich') as Y.XmlFragment;
    ((theirs.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'zero ');
    write({ updated: { 'shape:n': [note('one two'), note('one two three')] } });
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    const now = groups();
    if (now === undefined) throw new Error('the record is gone');
    const props = joinRecord('shape:n', now)?.props as { richText: RichText } | undefined;
    expect(props && plainText(props.richText)).toBe('zero one two three');
  });

  it('[CAN53] of what the text editor shows, no text: somebody else may have typed since', () => {
    const { write, groups } = open();
    write({ added: { 'shape:n': note('one') } });
    const [a, b, c] = [note('one'), note('one t', { x: 1 }), note('one tw', { x: 2 })];
    const shows = (from: AnyRecord, to: AnyRecord) =>
      withoutTexts({ ...emptyDiff(), updated: { 'shape:n': [from, to] } });
    const fragment = groups()?.get('rich') as Y.XmlFragment;
    ((fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(3, ' two and theirs');
    write(squashDiffs([shows(a, b), shows(b, c)]));
    expect(String(fragment)).toContain('one two and theirs');
    expect(groups()?.get('at')).toEqual([2, 0, 0]);
  });

  it('[CAN51] of a text that nobody can draw, the words', () => {
    const { write, groups } = open();
    const bad: RichText = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', marks: [{ type: 'evil' }], text: 'kept' }] }],
    };
    const props = { ...(note('').props as object), richText: bad };
    write({ added: { 'shape:n': note('', { props }) } });
    expect(String(groups()?.get('rich'))).toBe('<paragraph dir="auto">kept</paragraph>');
  });
});

describe('[CAN52] what a transaction of somebody else’s changed', () => {
  const read = (change: (records: Y.Map<Y.Map<unknown>>) => void) => {
    const { doc, write } = open();
    write({ added: { 'shape:n': note('one') } });
    const map = recordsOf(doc);
    let seen: ReturnType<typeof readEvents> | undefined;
    map.observeDeep((events) => {
      seen = readEvents(map, events);
    });
    doc.transact(() => change(map));
    if (seen === undefined) throw new Error('nothing changed');
    return Object.fromEntries(Object.entries(seen).map(([name, ids]) => [name, [...(ids as Set<string>)]]));
  };

  it('[CAN52] a move is a record put, worked on, with text and parent as they were', () => {
    const seen = read((records) => records.get('shape:n')?.set('at', [1, 2, 0]));
    expect(seen).toEqual({ put: ['shape:n'], removed: [], texts: [], parents: [], worked: ['shape:n'] });
  });

  it('[CAN52] a keystroke changes the text', () => {
    const seen = read((records) => {
      const rich = records.get('shape:n')?.get('rich') as Y.XmlFragment;
      ((rich.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'x');
    });
    expect(seen).toMatchObject({ put: ['shape:n'], texts: ['shape:n'], worked: ['shape:n'] });
  });

  it('[CAN52] the server’s own notes are no work of a person', () => {
    const seen = read((records) => records.get('shape:n')?.set('meta', { author: 'x' }));
    expect(seen).toMatchObject({ put: ['shape:n'], worked: [] });
  });

  it('[CAN52] a record that goes is removed', () => {
    const seen = read((records) => records.delete('shape:n'));
    expect(seen).toMatchObject({ put: [], removed: ['shape:n'] });
  });
});
