import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { recordsOf } from '../../../shared/board/document.ts';
import {
  type AnyRecord,
  changeGroups,
  createGroups,
  foldGroups,
  joinRecord,
  placedIn,
  rewriteGroups,
  splitRecord,
} from '../../../shared/board/groups.ts';
import { keepOnPage } from '../../../shared/board/place.ts';
import { shape } from './support/records.ts';

/** The groups of one record in two replicas, and a way to bring them together. */
function apart(record: AnyRecord) {
  const docs = [new Y.Doc(), new Y.Doc()] as const;
  recordsOf(docs[0]).set(record.id, createGroups(splitRecord(record)));
  Y.applyUpdate(docs[1], Y.encodeStateAsUpdate(docs[0]));
  const groups = docs.map((doc) => recordsOf(doc).get(record.id) as Y.Map<unknown>);
  const [hers, his] = groups as [Y.Map<unknown>, Y.Map<unknown>];
  return {
    hers,
    his,
    together() {
      Y.applyUpdate(docs[0], Y.encodeStateAsUpdate(docs[1]));
      Y.applyUpdate(docs[1], Y.encodeStateAsUpdate(docs[0]));
      const [first, second] = groups.map((found) => joinRecord(record.id, found));
      expect(first).toEqual(second);
      return first as AnyRecord;
    },
  };
}

const box = shape('one', 'geo', { x: 10, y: 20 });
const props = box.props as Record<string, unknown>;
const changed = (more: object): AnyRecord => ({ ...box, ...more }) as AnyRecord;
const change = (groups: Y.Map<unknown>, to: AnyRecord) => changeGroups(groups, splitRecord(box), splitRecord(to));

it('[CAN103] a size and a colour, a parent and an order, a lock and an opacity of two people all survive', () => {
  const { hers, his, together } = apart(box);
  change(hers, changed({ parentId: 'shape:frame', isLocked: true, props: { ...props, w: 300 } }));
  change(his, changed({ index: 'a9', opacity: 0.5, props: { ...props, color: 'red' } }));
  expect(together()).toMatchObject({
    ...{ parentId: 'shape:frame', index: 'a9', isLocked: true, opacity: 0.5 },
    props: { w: 300, color: 'red' },
  });
});

it('[CAN103] a change writes its own keys and nothing else, and a prop that vanishes is gone', () => {
  const { hers } = apart(box);
  const keys = new Set(hers.keys());
  change(hers, changed({ opacity: 0.5, props: { ...props, w: 300, url: undefined } }));
  expect([...hers.keys()].filter((key) => !keys.has(key)).sort()).toEqual(['opacity', 'prop:url', 'prop:w']);
  expect(joinRecord(box.id, hers)?.props).not.toHaveProperty('url');
});

it('[CAN103] names that mean something to JavaScript are props like others', () => {
  const { hers } = apart(box);
  hers.set('prop:__proto__', { polluted: true });
  const folded = foldGroups(hers).get('props') as object;
  expect(Object.hasOwn(folded, '__proto__')).toBe(true);
  expect(joinRecord(box.id, hers)?.props).not.toHaveProperty('polluted');
});

it('[CAN103] rewriting clears away what no canvas writes and takes back what was changed', () => {
  const { hers } = apart(box);
  hers.set('prop:w', 300);
  hers.set('prop:nothing', 'of ours');
  hers.set('index', 'zz');
  hers.set('junk', 1);
  hers.set('flags', 'broken');
  const { rich: _rich, ...plain } = splitRecord(box);
  rewriteGroups(hers, plain);
  expect(joinRecord(box.id, hers)).toEqual(box);
  expect(hers.has('junk')).toBe(false);
});

it('[CAN100] a move for the old parent keeps the shape where it was moved to', () => {
  const frame = shape('frame', 'frame', { x: 500, y: 400 });
  const { hers, his } = apart(box);
  change(hers, changed({ x: 60, y: 20 }));
  expect(placedIn(hers)).toBe('page:page');
  his.set('base', { ...(his.get('base') as object), parentId: frame.id });
  const records = new Map<string, AnyRecord>([
    [frame.id, frame],
    ['page:page', { id: 'page:page', typeName: 'page' } as unknown as AnyRecord],
  ]);
  const get = (id: string) => records.get(id);
  const inFrame = changed({ x: 60, y: 20, parentId: frame.id });
  expect(keepOnPage(get, inFrame, 'page:page')).toMatchObject({ x: -440, y: -380, parentId: frame.id });
  expect(keepOnPage(get, inFrame, 'shape:unknown')).toBeUndefined();
});
