import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { recordsOf } from '../../../shared/board/document.ts';
import { type AnyRecord, changeGroups, createGroups, joinRecord, splitRecord } from '../../../shared/board/groups.ts';
import { cardRecord } from '../../../shared/method/card-records.ts';
import type { Fields } from '../../../shared/method/cards/fields.ts';

/** One card per letter of the cluster that it is in, `-` for none, on a board that two people have open. */
function twoCanvases(letters: string, firstWins: boolean) {
  const docs = [firstWins ? 9 : 4, firstWins ? 4 : 9].map((clientId) => {
    const doc = new Y.Doc();
    doc.clientID = clientId;
    return doc;
  });
  const [a, b] = docs as [Y.Doc, Y.Doc];
  for (const [number, letter] of letters.split('').entries()) {
    const fields = letter === '-' ? {} : { cluster: letter };
    const look = { kind: 'idea', face: 'card', textSize: 20, placeholder: '', title: `card ${number}` } as const;
    const record = cardRecord({
      ...look,
      id: `shape:${number}`,
      position: number,
      fields,
      box: { x: 0, y: 0, w: 9, h: 9 },
    });
    recordsOf(a).set(record.id, createGroups(splitRecord(record)));
  }
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  const recordIn = (doc: Y.Doc, id: string): AnyRecord => {
    const groups = recordsOf(doc).get(id);
    const record = groups === undefined ? null : joinRecord(id, groups);
    if (groups === undefined || record === null) throw new Error(`no ${id}`);
    return record;
  };
  const fieldsOf = (record: AnyRecord) => (record.props as { readonly fields: Fields }).fields;
  return {
    /** Somebody gives these cards a name, without knowing what the other does. */
    name(who: 0 | 1, cards: readonly number[], cluster: string | null) {
      const doc = docs[who] as Y.Doc;
      for (const number of cards) {
        const record = recordIn(doc, `shape:${number}`);
        const { cluster: _before, ...others } = fieldsOf(record);
        const fields = cluster === null ? others : { ...others, cluster };
        const props = { ...(record.props as object), fields };
        const groups = recordsOf(doc).get(record.id);
        if (groups !== undefined)
          changeGroups(groups, splitRecord(record), splitRecord({ ...record, props } as AnyRecord));
      }
    },
    /** The clusters on both, once each has what the other did. */
    meet(): readonly string[] {
      const [fromA, fromB] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)];
      Y.applyUpdate(a, fromB);
      Y.applyUpdate(b, fromA);
      return docs.map((doc) =>
        letters
          .split('')
          .map((_, number) => String(fieldsOf(recordIn(doc, `shape:${number}`)).cluster ?? '-'))
          .join(''),
      );
    },
  };
}

it.each([true, false])('[CLU20] of two names for the same cards one is on all of them (%s)', (firstWins) => {
  const board = twoCanvases('---', firstWins);
  board.name(0, [0, 1, 2], 'x');
  board.name(1, [0, 1, 2], 'z');
  const name = firstWins ? 'x' : 'z';
  expect(board.meet()).toEqual([name.repeat(3), name.repeat(3)]);
});

it.each([true, false])(
  '[CLU20] where two clusters share a card, it is in one of them and the others keep theirs (%s)',
  (firstWins) => {
    const board = twoCanvases('---', firstWins);
    board.name(0, [0, 1], 'x');
    board.name(1, [1, 2], 'z');
    const both = firstWins ? 'xxz' : 'xzz';
    expect(board.meet()).toEqual([both, both]);
  },
);

it.each([true, false])(
  '[CLU21] a card that is added while its cluster is renamed keeps the name that it was added under (%s)',
  (firstWins) => {
    const board = twoCanvases('xx-', firstWins);
    board.name(0, [0, 1], 'z');
    board.name(1, [2], 'x');
    expect(board.meet()).toEqual(['zzx', 'zzx']);
  },
);

it.each([true, false])(
  '[CLU21] a card that is taken out while its cluster is renamed is out or in the renamed one, for both alike (%s)',
  (firstWins) => {
    const board = twoCanvases('xxx', firstWins);
    board.name(0, [0, 1, 2], 'z');
    board.name(1, [2], null);
    const both = firstWins ? 'zzz' : 'zz-';
    expect(board.meet()).toEqual([both, both]);
  },
);
