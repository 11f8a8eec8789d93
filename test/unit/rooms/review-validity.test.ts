import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Groups } from '../../../shared/board/document.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { createGroups, splitRecord } from '../../../shared/board/groups.ts';
import { plainRichText } from '../../../shared/board/rich-text.ts';
import { shape as anyShape, arrowBinding, note } from '../board/support/records.ts';
import { ann, atMs, documentRecord, fay, Lab, page, type Replica } from './review-lab.ts';

const card = note('card', 'a card', { index: 'a2' });
const board = () => new Lab([documentRecord, page(), card, anyShape('pen', 'draw', { index: 'a3' })]);

type Attempt = (replica: Replica) => void;

/** Spoils a record that is there. */
const spoil =
  (change: (groups: Groups) => void, id = 'shape:card'): Attempt =>
  ({ map }) => {
    const groups = map.get(id);
    if (groups !== undefined) change(groups);
  };
const setProp = (name: string, value: unknown, id = 'shape:card'): Attempt =>
  spoil((groups) => groups.set('props', { ...(groups.get('props') as object), [name]: value }), id);
const setText = (richText: { type: string; content: readonly unknown[] }): Attempt =>
  spoil((groups) => {
    const text = groups.get('rich') as Y.XmlFragment;
    text.delete(0, text.length);
    const write = (parent: Y.XmlFragment, node: { text?: string; marks?: { type: string; attrs: object }[] }) => {
      const words = new Y.XmlText();
      parent.insert(0, [words]);
      words.insert(0, node.text ?? '', Object.fromEntries((node.marks ?? []).map(({ type, attrs }) => [type, attrs])));
    };
    for (const paragraph of richText.content as { content: never[] }[]) {
      const element = new Y.XmlElement('paragraph');
      text.insert(text.length, [element]);
      for (const node of paragraph.content) write(element, node);
    }
  });
const linked = (href: unknown) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ text: 'here', marks: [{ type: 'link', attrs: { href } }] }] }],
});
const points = (count: number) => [
  { type: 'free', points: Array.from({ length: count }, () => ({ x: 0, y: 0, z: 0.5 })) },
];

const invalid: Readonly<Record<string, Attempt>> = {
  'a place beyond the board': spoil((groups) => groups.set('at', [1e308, 0, 0])),
  'a place that is no number': spoil((groups) => groups.set('at', [Number.NaN, 0, 0])),
  'a place of two numbers': spoil((groups) => groups.set('at', [1, 2])),
  'a turn without end': spoil((groups) => groups.set('at', [0, 0, Number.POSITIVE_INFINITY])),
  'no place': spoil((groups) => groups.delete('at')),
  'no base': spoil((groups) => groups.delete('base')),
  'no props': spoil((groups) => groups.delete('props')),
  'flags that are none': spoil((groups) => groups.set('flags', 'locked')),
  'an opacity above one': spoil((groups) => groups.set('flags', { isLocked: false, opacity: 2 })),
  'another type': spoil((groups) => groups.set('base', { ...(groups.get('base') as object), type: 'geo' })),
  'another kind of record': spoil((groups) =>
    groups.set('base', { typeName: 'binding', type: 'arrow', fromId: 'shape:card', toId: 'shape:pen' }),
  ),
  'a kind that no board holds': spoil((groups) => groups.set('base', { typeName: 'camera' })),
  'an order that is none': spoil((groups) => groups.set('base', { ...(groups.get('base') as object), index: 'a!' })),
  'a parent that is none': spoil((groups) => groups.set('base', { ...(groups.get('base') as object), parentId: 7 })),
  'a colour that is none': setProp('color', 'javascript'),
  'a prop that is missing': spoil((groups) => groups.set('props', { color: 'red' })),
  'an address of a script': setProp('url', 'javascript:alert(1)'),
  'a size without end': setProp('scale', 1e7),
  'too many points': setProp('segments', points(20_001), 'shape:pen'),
  'a point beyond the board': setProp('segments', [{ type: 'free', points: [{ x: 1e9, y: 0 }] }], 'shape:pen'),
  'a text of 20,001 characters': setText({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ text: 'x'.repeat(20_001) }] }],
  }),
  'a link that is a script': setText(linked('javascript:alert(1)')),
  'a link that hides a script': setText(linked(' java\tscript:alert(1)')),
  'a link that is data': setText(linked('data:text/html,x')),
  'a link that is no text': setText(linked({})),
  'a mark that nobody knows': setText({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ text: 'x', marks: [{ type: 'evil', attrs: {} }] }] }],
  }),
  'an element that nobody knows': spoil((groups) =>
    (groups.get('rich') as Y.XmlFragment).insert(0, [new Y.XmlElement('script')]),
  ),
};

describe('[REV12] what no canvas could bear is put back', () => {
  for (const [name, attempt] of Object.entries(invalid))
    it(`[REV12] ${name}`, () => {
      for (const who of [ann, fay, null]) {
        const lab = board();
        const before = new Map(lab.review.records);
        const { putBack, changes } = lab.edit(who, attempt);
        expect(putBack).toEqual([{ id: name.includes('point') ? 'shape:pen' : 'shape:card', reason: 'invalid' }]);
        expect(lab.review.records).toEqual(before);
        expect(changes).toEqual({ added: {}, updated: {}, removed: {} });
      }
    });

  it('[REV12] a new record that is bad goes, and so does what hangs on it; the rest stands', () => {
    const lab = board();
    const { putBack } = lab.edit(ann, (replica) => {
      replica.add(
        anyShape('bad', 'geo', { index: 'a5', props: { w: -1 } }),
        anyShape('arrow', 'arrow', { index: 'a6' }),
        arrowBinding('arrow', 'end', 'bad'),
        note('in', 'inside', { parentId: 'shape:bad', x: 9 }),
      );
    });
    expect(putBack).toEqual([{ id: 'shape:bad', reason: 'invalid' }]);
    expect(lab.has('shape:bad')).toBe(false);
    expect(lab.has('binding:arrow-end')).toBe(false);
    expect(lab.get('shape:in')).toMatchObject({ parentId: 'page:page', x: 9 });
  });

  it('[REV12] new shapes that are too large, hold too much, or stand nowhere in the order', () => {
    const strokes = Array.from({ length: 12_000 }, () => ({ type: 'free', points: [{ x: 0, y: 0 }] }));
    for (const bad of [
      anyShape('n', 'geo', { index: 'a9', props: { w: 100_001 } }),
      anyShape('n', 'arrow', { index: 'a9', props: { text: 'x'.repeat(20_001) } }),
      anyShape('n', 'draw', { index: 'a9', props: { segments: strokes } }),
      anyShape('n', 'mark', { index: 'a9', props: { path: ' '.repeat(100_001) } }),
      anyShape('n', 'frame', { index: 'a9', props: { name: 'x'.repeat(20_001) } }),
      note('n', '', { index: 'a9!' }),
      anyShape('n', 'note', { index: 'a9', props: { scale: 501 } }),
      anyShape('n', 'text', { index: 'a9', props: { w: 1_001, scale: 100 } }),
    ])
      expect(board().edit(ann, (replica) => replica.add(bad)).putBack).toEqual([{ id: 'shape:n', reason: 'invalid' }]);
  });

  it('[REV12] a record that comes anew as something else', () => {
    const lab = board();
    const { putBack } = lab.edit(fay, (replica) => {
      replica.remove('shape:card');
      replica.add(anyShape('card', 'frame', { index: 'a2' }));
    });
    expect(putBack).toEqual([{ id: 'shape:card', reason: 'invalid' }]);
    expect(lab.get('shape:card').type).toBe('note');
  });

  it('[REV12] ids that are none, or another kind’s', () => {
    const lab = board();
    for (const id of ['card', 'shape:', 'binding:x', 'shape:with space', 'page:x']) {
      const { putBack } = lab.edit(ann, ({ map }) => map.set(id, createGroups(splitRecord(note('x', 'x')))));
      expect(putBack).toEqual([{ id, reason: 'invalid' }]);
    }
  });

  it('[REV12] links to the web, to mail and to telephones stay', () => {
    for (const href of ['https://example.org', 'http://x', 'mailto:a@b', 'tel:+32', '/here', null]) {
      const lab = board();
      expect(lab.edit(ann, setText(linked(href))).putBack).toEqual([]);
    }
  });

  it('[REV12] more records than a board may hold; those that are there can still be changed', () => {
    const lab = new Lab([documentRecord, page(), card], { recordsMax: 4 });
    const { putBack } = lab.edit(ann, (replica) =>
      replica.add(note('b', '', { index: 'a3' }), note('c', 'One too many', { index: 'a4' })),
    );
    expect(putBack).toEqual([{ id: 'shape:c', reason: 'invalid', words: 'One too many' }]);
    expect(lab.edit(ann, (replica) => replica.change('shape:b', { x: 4 })).putBack).toEqual([]);
    lab.edit(ann, (replica) => replica.remove('shape:b'));
    expect(lab.edit(ann, (replica) => replica.add(note('c', '', { index: 'a4' }))).putBack).toEqual([]);
  });

  it('[REV12] new assets of people; what the server brings stays', () => {
    const asset = {
      ...{ typeName: 'asset', type: 'image', id: 'asset:a', meta: {} },
      props: { w: 1, h: 1, name: 'a', isAnimated: false, mimeType: 'image/png', src: null },
    } as never;
    const lab = board();
    expect(lab.edit(fay, (replica) => replica.add(asset)).putBack).toEqual([{ id: 'asset:a', reason: 'invalid' }]);
    expect(lab.edit(null, (replica) => replica.add(asset)).putBack).toEqual([]);
    expect(lab.edit(ann, (replica) => replica.remove('asset:a')).putBack).toEqual([
      { id: 'asset:a', reason: 'not-yours' },
    ]);
  });
});

describe('[REV13] what a record does not have', () => {
  const groupsOf = (lab: Lab, id: string) => recordsOf(lab.doc).get(id);

  it('[REV13] unknown groups and keys are taken out, the record stands', () => {
    const lab = board();
    const { putBack } = lab.edit(ann, ({ map }) => {
      const groups = map.get('shape:card');
      groups?.set('junk', 'x'.repeat(100));
      groups?.set('prop:junk', 1);
      groups?.set('props', { ...(groups.get('props') as object), color: 'red', extra: 1 });
      groups?.set('flags', { isLocked: false, opacity: 0.5, id: 'shape:other', x: 7 });
      groups?.set('base', { ...(groups.get('base') as object), x: 7, unknown: true });
      map.get('page:page')?.set('at', [0, 0, 0]);
    });
    expect(putBack).toEqual([]);
    expect(lab.get('shape:card')).toMatchObject({ id: 'shape:card', x: 0, opacity: 0.5, props: { color: 'red' } });
    expect([...(groupsOf(lab, 'shape:card')?.keys() ?? [])]).not.toContain('junk');
    expect(groupsOf(lab, 'shape:card')?.get('flags')).toEqual({ isLocked: false, opacity: 0.5 });
    expect(groupsOf(lab, 'page:page')?.has('at')).toBe(false);
  });

  it('[REV13] so are a text where there is none, and groups of another kind of record', () => {
    const lab = board();
    lab.edit(ann, ({ map }) => map.get('shape:pen')?.set('rich', new Y.XmlFragment()));
    expect(groupsOf(lab, 'shape:pen')?.has('rich')).toBe(false);
  });
});

describe('[REV14] what was bad before', () => {
  const bad = (map: Y.Map<Groups>) => {
    const { props: _props, ...torn } = splitRecord(card);
    map.set('shape:bad', createGroups(torn));
  };

  it('[REV14] is left and named, hurts nothing, and counts once somebody has mended it', () => {
    const lab = new Lab([documentRecord, page(), card], { write: bad });
    lab.review.settle(null, atMs);
    expect([...lab.review.unreadable.keys()]).toEqual(['shape:bad']);
    lab.edit(
      ann,
      spoil((groups) => groups.set('at', [1, 1, 0]), 'shape:bad'),
    );
    expect([...lab.review.unreadable.keys()]).toEqual(['shape:bad']);
    lab.edit(
      ann,
      spoil((groups) => groups.set('props', splitRecord(card).props), 'shape:bad'),
    );
    expect(lab.review.unreadable.size).toBe(0);
    expect(lab.get('shape:bad').x).toBe(1);
  });

  it('[REV14] and can be removed', () => {
    const lab = new Lab([documentRecord, page(), card], { write: bad });
    expect(lab.edit(ann, (replica) => replica.remove('shape:bad')).putBack).toEqual([]);
    expect(lab.review.unreadable.size).toBe(0);
  });

  it('[REV14] the first look mends a board that was left unsound', () => {
    const lab = new Lab([
      ...[documentRecord, page(), card],
      note('orphan', '', { parentId: 'shape:gone', index: 'a2' }),
      anyShape('a', 'frame', { parentId: 'shape:b' }),
      anyShape('b', 'frame', { parentId: 'shape:a' }),
      arrowBinding('gone', 'end', 'card'),
    ]);
    lab.review.settle(null, atMs);
    lab.expectSound();
    expect(lab.get('shape:orphan').parentId).toBe('page:page');
    expect(lab.get('shape:a').parentId).toBe('page:page');
    expect(lab.get('shape:b').parentId).toBe('shape:a');
    expect(lab.has('binding:gone-end')).toBe(false);
  });
});

it('[REV12] a text in a canvas’s own form passes', () => {
  expect(board().edit(ann, (replica) => replica.add(note('n', 'ü\nö', { index: 'a7' }))).putBack).toEqual([]);
  expect(plainRichText('ü\nö').content).toHaveLength(2);
});
