import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { mergeTexts, ontoNow, unsentOfCopy } from '../../../client/canvas/binding/recover-diff.ts';
import { createUnsentLog } from '../../../client/canvas/binding/recover-log.ts';
import { type Diff, emptyDiff } from '../../../shared/board/diff.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { type AnyRecord, createGroups, splitRecord } from '../../../shared/board/groups.ts';
import { plainRichText, plainText } from '../../../shared/board/rich-text.ts';

const note = (id: string, more: Record<string, unknown> = {}, text = ''): AnyRecord =>
  ({
    ...{ id: `shape:${id}`, typeName: 'shape', type: 'note', parentId: 'page:page', index: 'a1' },
    ...{ x: 0, y: 0, rotation: 0, isLocked: false, opacity: 1, meta: {} },
    ...more,
    props: { color: 'yellow', size: 'm', ...(more.props as object), richText: plainRichText(text) },
  }) as unknown as AnyRecord;
const update = (from: AnyRecord, to: AnyRecord): Diff => ({ ...emptyDiff(), updated: { [to.id]: [from, to] } });
const props = (record: AnyRecord | undefined) => record?.props as Record<string, unknown>;
const replay = (diff: Diff, now: AnyRecord) =>
  ontoNow((id) => (id === now.id ? now : undefined), diff).updated[now.id]?.[1];

describe('[SYN24] a change of one’s own, on a board that has gone on', () => {
  it('[SYN24] is the last word on what it changed, and leaves the rest as others have made it', () => {
    const diff = update(note('a'), note('a', { x: 50, props: { color: 'red' } }));
    const next = replay(diff, note('a', { x: 10, y: 20, opacity: 0.5, props: { color: 'blue', size: 'xl' } }));
    expect(next).toMatchObject({ x: 50, y: 0, opacity: 0.5 });
    expect(props(next)).toMatchObject({ color: 'red', size: 'xl' });
  });

  it('[SYN24] leaves a shape where it is that somebody has put into another parent', () => {
    const diff = update(note('a'), note('a', { x: 50 }));
    expect(replay(diff, note('a', { x: 3, parentId: 'shape:frame' }))).toMatchObject({ x: 3, parentId: 'shape:frame' });
  });

  it('[SYN24] does nothing to what is gone', () => {
    expect(ontoNow(() => undefined, update(note('a'), note('a', { x: 1 }))).updated).toEqual({});
  });

  it('[SYN25] merges what two people wrote into one text', () => {
    const merged = mergeTexts(
      plainRichText('The city pays'),
      plainRichText('The city of Ghent pays'),
      plainRichText('The city pays twice'),
    );
    expect(merged && plainText(merged)).toBe('The city of Ghent pays twice');
  });

  it('[SYN25] leaves a text alone that says it already, and one that was not changed', () => {
    const [a, b] = [plainRichText('a'), plainRichText('b')];
    expect(mergeTexts(a, b, b)).toBeUndefined();
    expect(mergeTexts(a, a, b)).toBeUndefined();
    expect(mergeTexts(a, b, a)).toEqual(b);
  });
});

describe('[SYN26] what is remembered of one’s own changes', () => {
  const stage = () => {
    const replica = { edits: 0, editsDurable: 0 };
    const log = createUnsentLog(replica);
    const write = (diff: Diff) => {
      replica.edits += 1;
      log.wrote(diff);
    };
    return { replica, log, write };
  };
  const move = (id: string, from: number, to: number) => update(note(id, { x: from }), note(id, { x: to }));
  const moves = (log: ReturnType<typeof createUnsentLog>) =>
    log.list().map(({ diff }) => Object.values(diff.updated).map(([from, to]) => [from.x, to.x]));

  it('[SYN26] one entry for one drag, another for other things and across the changes of others', () => {
    const { log, write } = stage();
    write(move('a', 0, 1));
    write(move('a', 1, 2));
    write(move('b', 0, 5));
    log.cut();
    write(move('b', 5, 6));
    expect(moves(log)).toEqual([[[0, 2]], [[0, 5]], [[5, 6]]]);
  });

  it('[SYN26] is forgotten when it is durable, the last part of an entry included', () => {
    const { replica, log, write } = stage();
    write(move('a', 0, 1));
    write(move('b', 0, 1));
    write(move('b', 1, 2));
    replica.editsDurable = 2;
    expect(moves(log)).toEqual([[[0, 2]]]);
    replica.editsDurable = 3;
    expect(moves(log)).toEqual([]);
  });

  it('[SYN26] keystrokes too, from the text as it was before them', () => {
    const { replica, log } = stage();
    log.saw('shape:a', plainRichText('c'));
    for (const text of ['ca', 'cat']) {
      log.typed(note('a', {}, 'shown late'), plainRichText(text));
      replica.edits += 1;
    }
    const [from, to] = log.list()[0]?.diff.updated['shape:a'] ?? [];
    expect(log.list()).toHaveLength(1);
    expect([props(from as AnyRecord).richText, props(to as AnyRecord).richText]).toEqual([
      plainRichText('c'),
      plainRichText('cat'),
    ]);
    replica.editsDurable = 1;
    expect(log.list()).toHaveLength(1);
    replica.editsDurable = 2;
    expect(log.list()).toHaveLength(0);
  });

  it('[SYN26] a change that says nothing of a text does not swallow one that does', () => {
    const { log, write } = stage();
    const { richText: _text, ...others } = props(note('a', {}, 'words'));
    const silent = (x: number) => ({ ...note('a', { x }), props: others }) as AnyRecord;
    write({ ...emptyDiff(), added: { 'shape:a': note('a', {}, 'words') } });
    write(update(silent(0), silent(1)));
    expect(log.list()).toHaveLength(2);
    expect(props(log.list()[0]?.diff.added['shape:a'] as AnyRecord).richText).toEqual(plainRichText('words'));
  });
});

it('[SYN27] of a copy of which no changes are remembered, what the server lacks is found by comparing', () => {
  const server = new Y.Doc();
  const put = (doc: Y.Doc, record: AnyRecord) => recordsOf(doc).set(record.id, createGroups(splitRecord(record)));
  for (const id of ['same', 'moved', 'removed']) put(server, note(id));
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(server));
  recordsOf(copy).get('shape:moved')?.set('at', [5, 5, 0]);
  recordsOf(copy).delete('shape:removed');
  put(copy, note('child', { parentId: 'shape:parent' }));
  put(copy, note('parent'));
  put(server, note('of-others'));
  const diffs = unsentOfCopy(copy, server);
  expect(diffs.flatMap(({ added }) => Object.keys(added))).toEqual(['shape:parent', 'shape:child']);
  expect(diffs.flatMap(({ removed }) => Object.keys(removed))).toEqual(['shape:removed']);
  expect(diffs.flatMap(({ updated }) => Object.keys(updated))).toEqual(['shape:moved']);
});
