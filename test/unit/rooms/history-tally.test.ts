import { expect, test } from 'vitest';
import { difference } from '../../../server/rooms/history-restore.ts';
import { Tally } from '../../../server/rooms/history-tally.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { plainRichText } from '../../../shared/board/rich-text.ts';
import { card, mirror, relation } from '../board/support/cards.ts';
import { shape } from '../board/support/records.ts';
import { ada, asMap, boardId, createHistoryBoard, note, page } from './history-board.ts';

const invitation = card('ghost', '', {}, { placeholder: 'Why is that so?' });
const template = shape('starter', 'note', {
  ...{ meta: { template: 'a/b', starter: 'Who is missing?' } },
  props: { richText: plainRichText('Who is missing?') },
});

test('[HIS22] cards and notes count in which people have written: no invitation, second place, edge or empty one', () => {
  const tally = new Tally();
  const records = asMap(
    ...[page, card('a', 'Why'), card('b', 'And why'), card('fields', '', { confidence: 'high' }), card('empty', '')],
    ...[invitation, template, mirror('m', 'a'), relation('r', 'a', 'b'), shape('box', 'geo')],
    ...[note('shape:n', { text: 'Ask the city' }), note('shape:blank')],
  );
  expect(tally.read(records)).toEqual({ cards: 3, notes: 1, changedAtMs: null });
});

test('[HIS22] what changes is counted as it comes, to the same as when all is counted anew', () => {
  const tally = new Tally();
  const steps: readonly (readonly AnyRecord[])[] = [
    [page, invitation, template],
    [page, card('ghost', 'Written', {}, { placeholder: 'Why is that so?' }), template],
    [page, card('ghost', 'Written more'), template, card('b', 'Another'), note('shape:n', { text: 'x' })],
    [page, invitation, note('shape:n')],
    [page, card('b', 'Back again')],
  ];
  let before = asMap();
  tally.read(before);
  const counts = steps.map((records, step) => {
    const after = asMap(...records);
    tally.note(step, difference(before, after));
    before = after;
    expect(tally.read(after)).toEqual({ ...new Tally().read(after), changedAtMs: step });
    return tally.read(after).cards;
  });
  expect(counts).toEqual([0, 1, 2, 0, 1]);
});

test('[HIS22] a board at rest leaves behind how much is on it and when it was last changed', async () => {
  const { clock, edit, history, store } = createHistoryBoard(note('shape:a', { text: 'The well' }));
  const kept = () => store.listTallies([boardId]);
  await history.rest();
  expect(await kept()).toEqual([{ boardId, cards: 0, notes: 1, changedAtMs: null }]);
  await clock.pass(5_000);
  const changedAtMs = clock.nowMs();
  edit(ada, note('shape:b', { text: 'is dry' }));
  expect(history.tally).toEqual({ cards: 0, notes: 2, changedAtMs });
  await history.rest();
  expect(await kept()).toEqual([{ boardId, cards: 0, notes: 2, changedAtMs }]);
});
