import type { TLRecord } from 'tldraw';
import { expect, test } from 'vitest';
import { withoutPrivate } from '../../../client/export/without-private.ts';

const record = (typeName: string, id: string, rest: object = {}): TLRecord =>
  ({ typeName, id: `${typeName}:${id}`, ...rest }) as unknown as TLRecord;
const shape = (id: string, rest: object = {}): TLRecord =>
  record('shape', id, { type: 'card', parentId: 'page:page', meta: {}, props: {}, ...rest });
const mine = { meta: { private: true } };
const left = (...records: readonly TLRecord[]): readonly string[] => [
  ...withoutPrivate(new Map(records.map((each) => [each.id, each]))).keys(),
];

test('[PRW42] what only its writer sees is in no export, nor what is in it or hangs on it', () => {
  expect(
    left(
      record('page', 'page'),
      shape('shared'),
      shape('mine', mine),
      shape('group', { type: 'group', ...mine }),
      shape('member', { parentId: 'shape:group' }),
      shape('arrow', { type: 'arrow' }),
      record('binding', 'to-mine', { fromId: 'shape:arrow', toId: 'shape:mine' }),
      record('binding', 'to-shared', { fromId: 'shape:arrow', toId: 'shape:shared' }),
      shape('line', { type: 'relation', props: { from: 'shape:shared', to: 'shape:mine' } }),
      shape('second', { type: 'mirror', props: { of: 'shape:mine' } }),
      record('binding', 'to-second', { fromId: 'shape:arrow', toId: 'shape:second' }),
      record('asset', 'picture', { meta: {} }),
    ),
  ).toEqual([...['page:page', 'shape:shared', 'shape:arrow'], ...['binding:to-shared', 'asset:picture']]);
});

test('[PRW42] a board on which nobody writes privately is exported as it is', () => {
  const records = new Map([shape('a'), shape('b', { meta: { private: false } })].map((each) => [each.id, each]));
  expect(withoutPrivate(records)).toBe(records);
});
