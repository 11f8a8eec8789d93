import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readEvents } from '../../../client/canvas/binding/read-events.ts';
import { type Diff, emptyDiff, squashDiffs, withoutTexts } from '../../../shared/board/diff.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { type AnyRecord, joinRecord } from '../../../shared/board/groups.ts';
import { layerRecords } from '../../../shared/board/layers.ts';
import { plainRichText, plainText, type RichText } from '../../../shared/board/rich-text.ts';
import { writeDiff } from '../../../shared/board/write.ts';

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
  const records = layerRecords([layer], () => layer);
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
    expect(groups()?.get('at')).toEqual([2, 0, 0, 'page:page']);
  });

  it('[CAN84] a text of a program’s does not take away what somebody else typed since the program looked', () => {
    const { write, groups } = open();
    write({ added: { 'shape:n': note('one two') } });
    const fragment = groups()?.get('rich') as Y.XmlFragment;
    ((fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(3, ' and theirs');
    expect([...write({ updated: { 'shape:n': [note('one two'), note('one two and mine')] } })]).toEqual(['shape:n']);
    expect(String(fragment)).toBe('<paragraph dir="auto">one and theirs two and mine</paragraph>');
  });

  it('[CAN84] a text that a program sets in one breath with what the text editor showed counts from what it showed', () => {
    const { write, groups } = open();
    write({ added: { 'shape:n': note('one') } });
    const fragment = groups()?.get('rich') as Y.XmlFragment;
    const words = (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText;
    words.insert(3, ' two');
    const shown = withoutTexts({ ...emptyDiff(), updated: { 'shape:n': [note('one'), note('one two')] } });
    const set = { ...emptyDiff(), updated: { 'shape:n': [note('one two'), note('one two three')] } } as Diff;
    words.insert(0, 'theirs ');
    write(squashDiffs([shown, set]));
    expect(String(fragment)).toBe('<paragraph dir="auto">theirs one two three</paragraph>');
  });

  it('[CAN84] a change beside what the text editor showed says nothing of the text', () => {
    const { write, groups } = open();
    write({ added: { 'shape:n': note('one') } });
    const fragment = groups()?.get('rich') as Y.XmlFragment;
    const words = (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText;
    const shown = withoutTexts({ ...emptyDiff(), updated: { 'shape:n': [note('one'), note('one t')] } });
    const moved = { ...emptyDiff(), updated: { 'shape:n': [note('one t'), note('one t', { x: 9 })] } } as Diff;
    words.insert(3, ' t and theirs');
    write(squashDiffs([shown, moved]));
    expect(String(fragment)).toContain('one t and theirs');
    expect(groups()?.get('at')).toEqual([9, 0, 0, 'page:page']);
  });

  it('[CAN88] a text that is no fragment yet is neither made one nor lost', () => {
    const { doc, write, groups } = open();
    write({ added: { 'shape:n': note('one') } });
    const old = plainRichText('old');
    doc.transact(() => {
      groups()?.delete('rich');
      groups()?.set('props', { color: 'yellow', richText: old });
    });
    const red = { ...(note('old').props as object), color: 'red' };
    const [was, is] = [note('old'), note('old', { props: red })];
    write({ updated: { 'shape:n': [was, is] } });
    expect([
      ...write({ updated: { 'shape:n': [is, note('mine', { props: { ...red, richText: plainRichText('mine') } })] } }),
    ]).toEqual(['shape:n']);
    const now = groups();
    expect(now?.has('rich')).toBe(false);
    expect(now && joinRecord('shape:n', now)?.props).toMatchObject({ color: 'red', richText: old });
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
    expect(seen).toEqual({ put: ['shape:n'], removed: [], texts: [], slots: [], worked: ['shape:n'] });
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
