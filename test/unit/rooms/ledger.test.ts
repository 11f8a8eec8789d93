import { expect, it } from 'vitest';
import { Ledger } from '../../../server/rooms/review/ledger.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { note } from '../board/support/records.ts';

const buried = (records: readonly AnyRecord[]): readonly string[] => {
  const ledger = new Ledger();
  for (const record of records) {
    ledger.put(record);
    ledger.takeChanges();
    ledger.remove(record.id);
    ledger.takeChanges();
  }
  return records.map(({ id }) => id).filter((id) => ledger.grave(id) !== undefined);
};
const withUrl = (id: string, url: string): AnyRecord => note(id, '', { props: { url } }) as unknown as AnyRecord;

it('[SOAK2] of what is removed the newest are remembered, so many of them', () => {
  const records = Array.from({ length: 2_100 }, (_, n) => withUrl(`${n}`, ''));
  expect(buried(records)).toEqual(records.slice(-2_000).map(({ id }) => id));
});

it('[SOAK2] large ones are remembered in no more memory than small ones', () => {
  const records = Array.from({ length: 40 }, (_, n) => withUrl(`${n}`, 'x'.repeat(500_000)));
  expect(buried(records)).toEqual(records.slice(-15).map(({ id }) => id));
});

it('[SOAK2] what comes back is no longer counted among the removed', () => {
  const ledger = new Ledger();
  for (let n = 0; n < 100; n++) {
    ledger.put(withUrl('back', 'x'.repeat(500_000)));
    ledger.takeChanges();
    ledger.remove('shape:back');
    ledger.takeChanges();
  }
  expect(ledger.grave('shape:back')).toBeDefined();
  ledger.put(withUrl('small', ''));
  ledger.remove('shape:small');
  expect(ledger.grave('shape:back')).toBeDefined();
});

it('[PRW55] what came and went in one turn is not remembered, and what was before is', () => {
  const ledger = new Ledger();
  const turn = (...steps: readonly (() => void)[]) => {
    for (const step of steps) step();
    ledger.takeChanges();
  };
  const put = (url: string) => () => ledger.put(withUrl('a', url));
  const remove = () => ledger.remove('shape:a');
  turn(put('never'), remove);
  expect(ledger.grave('shape:a')).toBeUndefined();
  turn(put('was'));
  turn(remove);
  turn(put('never'), remove, put('never again'), remove);
  expect(ledger.grave('shape:a')).toMatchObject({ props: { url: 'was' } });
  turn(remove, put('back'));
  expect(ledger.grave('shape:a')).toBeUndefined();
});
