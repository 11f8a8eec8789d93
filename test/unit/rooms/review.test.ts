import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { recordsOf } from '../../../shared/board/document.ts';
import { createGroups, splitRecord } from '../../../shared/board/groups.ts';
import { plainRichText, plainText, type RichText } from '../../../shared/board/rich-text.ts';
import { arrowBinding, note, shape } from '../board/support/records.ts';
import { ann, atMs, ben, documentRecord, fay, Lab, page } from './review-lab.ts';

const frame = shape('frame', 'frame', { isLocked: true, index: 'a1', meta: { template: 'x' } });
const zone = shape('zone', 'zone', { parentId: 'shape:frame', index: 'a1', x: 10, y: 20, isLocked: true });
const card = note('card', 'a card', { index: 'a2', meta: { author: ann.participantId, created: 1 } });
const board = () => new Lab([documentRecord, page(), frame, zone, card]);

const typeInto = (map: Y.Map<Y.Map<unknown>>, id: string, words: string) => {
  const rich = map.get(id)?.get('rich') as Y.XmlFragment;
  ((rich.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, words);
};
const textOf = (lab: Lab, id: string) => plainText((lab.get(id).props as { richText: RichText }).richText);

describe('[REV1] whose a record is', () => {
  it('[REV1] the server says who made a new record and when, whatever its maker says', () => {
    const lab = board();
    const { putBack, changes } = lab.edit(ann, ({ map }) =>
      map.set('shape:n', createGroups(splitRecord(note('n', 'new', { index: 'a3', meta: { author: 'forged' } })))),
    );
    expect(putBack).toEqual([]);
    expect(lab.get('shape:n').meta).toEqual({ author: ann.participantId, created: atMs });
    expect(Object.keys(changes.added)).toEqual(['shape:n']);
    expect(changes.added['shape:n']?.meta).toEqual({ author: ann.participantId, created: atMs });
  });

  it('[REV1] a record that is deleted and made anew in one edit keeps its maker', () => {
    const lab = board();
    const { putBack, changes } = lab.edit(ben, (replica) => {
      replica.remove('shape:card');
      replica.add(note('card', 'another text', { index: 'a2' }));
    });
    expect(putBack).toEqual([]);
    expect(lab.get('shape:card').meta).toEqual(card.meta);
    expect(textOf(lab, 'shape:card')).toBe('another text');
    expect(Object.keys(changes.updated)).toEqual(['shape:card']);
  });

  it('[REV1] what comes back exactly as it went is still its maker’s; with another text it is not', () => {
    const lab = board();
    lab.edit(ben, (replica) => replica.remove('shape:card'));
    lab.edit(ben, (replica) => replica.add(card));
    expect(lab.get('shape:card').meta).toEqual(card.meta);
    lab.edit(ben, (replica) => replica.remove('shape:card'));
    lab.edit(ben, (replica) => replica.add(note('card', 'words put into a mouth', { index: 'a2' })));
    expect(lab.get('shape:card').meta).toEqual({ author: ben.participantId, created: atMs });
  });

  it('[REV1] what the server itself brings back keeps its maker', () => {
    const lab = board();
    lab.edit(ben, (replica) => replica.remove('shape:card'));
    const { putBack } = lab.edit(null, (replica) => replica.add(card));
    expect(putBack).toEqual([]);
    expect(lab.get('shape:card').meta).toEqual(card.meta);
  });

  it('[REV1] what the server writes anew where it is keeps its maker too', () => {
    const lab = board();
    lab.edit(null, (replica) => {
      replica.remove('shape:card');
      replica.add(note('card', 'restored', { index: 'a2' }));
    });
    expect(lab.get('shape:card').meta).toEqual(card.meta);
  });

  it('[REV2] nobody changes the server’s notes on a record, facilitators neither', () => {
    for (const who of [ann, fay]) {
      const lab = board();
      const { putBack, changes } = lab.edit(who, ({ map }) => map.get('shape:card')?.set('meta', { author: 'me' }));
      expect(putBack).toEqual([{ id: 'shape:card', reason: 'not-yours' }]);
      expect(lab.get('shape:card').meta).toEqual(card.meta);
      expect(changes).toEqual({ added: {}, updated: {}, removed: {} });
    }
  });
});

describe('[REV3] what is locked', () => {
  const attempts: Readonly<Record<string, Parameters<Lab['edit']>[1]>> = {
    moved: ({ map }) => map.get('shape:zone')?.set('at', [500, 500, 0]),
    unlocked: (replica) => replica.change('shape:frame', { isLocked: false }),
    deleted: (replica) => replica.remove('shape:frame', 'shape:zone'),
    restyled: (replica) => replica.change('shape:zone', { props: { ...(zone.props as object), title: 'mine' } }),
    'taken out': (replica) => replica.change('shape:zone', { parentId: 'page:page', index: 'a8' }),
    spoilt: ({ map }) => map.get('shape:zone')?.set('at', 'nowhere'),
    replaced: (replica) => {
      replica.remove('shape:zone');
      replica.add(shape('zone', 'zone', { parentId: 'shape:frame', props: { title: 'mine' } }));
    },
  };
  for (const [name, attempt] of Object.entries(attempts))
    it(`[REV3] is not ${name} by a participant`, () => {
      const lab = board();
      const before = new Map(lab.review.records);
      const { putBack, changes } = lab.edit(ann, attempt);
      expect(putBack.length).toBeGreaterThan(0);
      for (const { reason } of putBack) expect(reason).toBe('locked');
      expect(lab.review.records).toEqual(before);
      expect(changes).toEqual({ added: {}, updated: {}, removed: {} });
    });

  it('[REV3] is also what is in something locked', () => {
    const lab = new Lab([documentRecord, page(), frame, note('in', '', { parentId: 'shape:frame' })]);
    const { putBack } = lab.edit(ann, (replica) => replica.change('shape:in', { x: 50 }));
    expect(putBack).toEqual([{ id: 'shape:in', reason: 'locked' }]);
    expect(lab.get('shape:in').x).toBe(0);
  });

  it('[REV3] is the facilitator’s to change', () => {
    for (const attempt of [attempts.moved, attempts.unlocked, attempts.deleted, attempts.restyled]) {
      const lab = board();
      const before = new Map(lab.review.records);
      expect(lab.edit(fay, attempt ?? (() => {})).putBack).toEqual([]);
      expect(lab.review.records).not.toEqual(before);
    }
  });

  it('[REV3] counts as it was before the edit: unlocking and moving at once puts both back', () => {
    const lab = board();
    const { putBack } = lab.edit(ann, (replica) => {
      replica.change('shape:frame', { isLocked: false, x: 7 });
      replica.change('shape:zone', { isLocked: false, x: 7 });
    });
    expect(putBack.map(({ id }) => id).sort()).toEqual(['shape:frame', 'shape:zone']);
    expect(lab.get('shape:frame')).toMatchObject({ isLocked: true, x: 0 });
  });

  it('[REV3] keeps its text, which everybody reads again', () => {
    const lab = new Lab([documentRecord, page(), note('fixed', 'the rules', { isLocked: true })]);
    const { putBack } = lab.edit(ann, ({ map }) => typeInto(map, 'shape:fixed', 'not '));
    expect(putBack).toEqual([{ id: 'shape:fixed', reason: 'locked', words: 'not the rules' }]);
    expect(textOf(lab, 'shape:fixed')).toBe('the rules');
  });

  it('[REV4] the rest of the same edit stands, and so does the next one', () => {
    const lab = board();
    const replica = lab.replica();
    replica.change('shape:frame', { x: 7 });
    replica.change('shape:card', { x: 7 });
    expect(lab.push(replica, ann).putBack).toEqual([{ id: 'shape:frame', reason: 'locked' }]);
    expect(lab.get('shape:card').x).toBe(7);
    replica.change('shape:card', { x: 8 });
    expect(lab.push(replica, ann).putBack).toEqual([]);
    expect(lab.get('shape:card').x).toBe(8);
    replica.pull();
    expect(replica.map.get('shape:frame')?.get('at')).toEqual([0, 0, 0, 'page:page']);
  });

  it('[REV5] takes no shape of a participant in: it stays on the page, where it was put', () => {
    const lab = new Lab([documentRecord, page(), shape('frame', 'frame', { x: 100, y: 50, isLocked: true }), card]);
    const { putBack } = lab.edit(ann, (replica) => {
      replica.add(note('n', 'new', { parentId: 'shape:frame', x: 5, y: 6, index: 'a1' }));
      replica.change('shape:card', { parentId: 'shape:frame', x: 1, y: 2, index: 'a2' });
    });
    expect(putBack).toEqual([]);
    expect(lab.get('shape:n')).toMatchObject({ parentId: 'page:page', x: 105, y: 56 });
    expect(lab.get('shape:card')).toMatchObject({ parentId: 'page:page', x: 101, y: 52 });
    lab.edit(fay, (replica) => replica.change('shape:card', { parentId: 'shape:frame', x: 1, y: 2 }));
    expect(lab.get('shape:card')).toMatchObject({ parentId: 'shape:frame', x: 1, y: 2 });
  });

  it('[REV6] may be pointed at by anybody’s arrow; an arrow that is locked keeps its ends', () => {
    const lab = new Lab([
      documentRecord,
      page(),
      frame,
      zone,
      card,
      shape('fixed', 'arrow', { isLocked: true, index: 'a3' }),
    ]);
    const { putBack } = lab.edit(ann, (replica) =>
      replica.add(shape('arrow', 'arrow', { index: 'a4' }), arrowBinding('arrow', 'end', 'zone')),
    );
    expect(putBack).toEqual([]);
    expect(lab.has('binding:arrow-end')).toBe(true);
    expect(lab.edit(ann, (replica) => replica.add(arrowBinding('fixed', 'end', 'card'))).putBack).toEqual([
      { id: 'binding:fixed-end', reason: 'locked' },
    ]);
    lab.edit(fay, (replica) => replica.add(arrowBinding('fixed', 'end', 'card')));
    expect(lab.edit(ann, (replica) => replica.remove('binding:fixed-end')).putBack).toEqual([
      { id: 'binding:fixed-end', reason: 'locked' },
    ]);
    expect(lab.has('binding:fixed-end')).toBe(true);
    expect(lab.edit(ann, (replica) => replica.remove('binding:fixed-end', 'shape:card')).putBack).toEqual([]);
    expect(lab.has('binding:fixed-end')).toBe(false);
  });
});

describe('[REV7] what participants do not write', () => {
  it('[REV7] locks, pages and the document', () => {
    const lab = board();
    const attempts: readonly (readonly [string, Parameters<Lab['edit']>[1]])[] = [
      ['shape:card', (replica) => replica.change('shape:card', { isLocked: true })],
      ['page:page', (replica) => replica.change('page:page', { name: 'mine' })],
      ['page:new', (replica) => replica.add(page('new', 'a5'))],
      ['page:page', (replica) => replica.remove('page:page')],
      ['document:document', (replica) => replica.change('document:document', { name: 'mine' })],
      ['document:document', (replica) => replica.remove('document:document')],
    ];
    const before = new Map(lab.review.records);
    for (const [id, attempt] of attempts) {
      expect(lab.edit(ann, attempt).putBack).toEqual([{ id, reason: 'not-yours' }]);
      expect(lab.review.records).toEqual(before);
    }
  });

  it('[REV7] a new shape of theirs is not locked', () => {
    const lab = board();
    const { putBack } = lab.edit(ann, (replica) => replica.add(note('n', 'copy', { index: 'a3', isLocked: true })));
    expect(putBack).toEqual([]);
    expect(lab.get('shape:n').isLocked).toBe(false);
    lab.edit(fay, (replica) => replica.add(note('m', 'copy', { index: 'a4', isLocked: true })));
    expect(lab.get('shape:m').isLocked).toBe(true);
  });

  it('[REV7] writing again what stands there is no change', () => {
    const lab = board();
    const { putBack, changes } = lab.edit(ann, ({ map }) => {
      map.get('shape:frame')?.set('flags', { isLocked: true, opacity: 1 });
      map.get('page:page')?.set('base', splitRecord(page()).base);
    });
    expect(putBack).toEqual([]);
    expect(changes).toEqual({ added: {}, updated: {}, removed: {} });
  });
});

describe('[REV8] the board’s own records', () => {
  it('[REV8] the document record and the last page come back, whoever removes them', () => {
    for (const who of [fay, null]) {
      const lab = board();
      lab.edit(who, (replica) => replica.remove('document:document', 'page:page'));
      expect(lab.get('page:page')).toEqual(page());
      expect(lab.get('document:document')).toEqual(documentRecord);
    }
  });

  it('[REV8] a facilitator removes one page of several; what is left on it goes to the first', () => {
    const lab = new Lab([documentRecord, page(), page('two', 'a2'), note('n', '', { parentId: 'page:two', x: 5 })]);
    lab.edit(fay, (replica) => replica.remove('page:two'));
    expect(lab.has('page:two')).toBe(false);
    expect(lab.get('shape:n')).toMatchObject({ parentId: 'page:page', x: 5 });
  });
});

describe('[REV9] one edit, one answer', () => {
  it('[REV9] tells what the edit came to, with what the server mended', () => {
    const lab = board();
    const { changes } = lab.edit(ann, (replica) => {
      replica.change('shape:card', { x: 3 });
      replica.add(note('n', '', { parentId: 'shape:frame', index: 'a1' }));
    });
    expect(changes.updated['shape:card']).toEqual(
      [lab.review.records.get('shape:card'), lab.get('shape:card')].map((record, side) =>
        side === 0 ? { ...record, x: 0 } : record,
      ),
    );
    expect(changes.added['shape:n']).toEqual(lab.get('shape:n'));
  });

  it('[REV9] mends in one transaction, and none where nothing is to be mended', () => {
    const lab = board();
    const transactions: unknown[] = [];
    lab.doc.on('afterTransaction', ({ origin }: Y.Transaction) => transactions.push(origin));
    lab.edit(ann, (replica) => replica.change('shape:card', { x: 3 }));
    expect(transactions).toEqual(['push']);
    transactions.length = 0;
    lab.edit(ann, (replica) => {
      replica.change('shape:frame', { x: 3 });
      replica.change('shape:zone', { x: 3 });
    });
    expect(transactions).toEqual(['push', { by: 'server' }]);
  });

  it('[REV10] a move or a keystroke is taken over as it is', () => {
    const lab = board();
    const moved = lab.edit(ann, ({ map }) => map.get('shape:card')?.set('at', [4, 5, 0.5, 'page:page']));
    expect(moved.changes.updated['shape:card']?.[1]).toMatchObject({ x: 4, y: 5, rotation: 0.5 });
    lab.edit(ben, ({ map }) => typeInto(map, 'shape:card', 'still '));
    expect(textOf(lab, 'shape:card')).toBe('still a card');
  });
});

describe('[REV11] one form of text', () => {
  const stock = (text: unknown) => {
    const { rich: _rich, ...plain } = splitRecord(note('n', '', { index: 'a3' }));
    return createGroups({ ...plain, props: { ...plain.props, richText: text } });
  };

  it('[REV11] a text in the props becomes a fragment, once', () => {
    const lab = board();
    const { putBack } = lab.edit(ann, ({ map }) => map.set('shape:n', stock(plainRichText('stock'))));
    expect(putBack).toEqual([]);
    const groups = recordsOf(lab.doc).get('shape:n');
    expect(groups?.get('rich')).toBeInstanceOf(Y.XmlFragment);
    expect(textOf(lab, 'shape:n')).toBe('stock');
    const fragment = groups?.get('rich');
    lab.edit(ben, ({ map }) => typeInto(map, 'shape:n', 'more '));
    expect(recordsOf(lab.doc).get('shape:n')?.get('rich')).toBe(fragment);
    expect(textOf(lab, 'shape:n')).toBe('more stock');
  });

  it('[REV11] so does one of an older document, with the first look at it', () => {
    const lab = new Lab([documentRecord, page()], { write: (map) => map.set('shape:n', stock(plainRichText('old'))) });
    expect(textOf(lab, 'shape:n')).toBe('old');
    expect(recordsOf(lab.doc).get('shape:n')?.get('rich')).toBeUndefined();
    lab.review.settle(null, atMs);
    lab.expectSound();
    expect(recordsOf(lab.doc).get('shape:n')?.get('rich')).toBeInstanceOf(Y.XmlFragment);
  });

  it('[REV11] beside a fragment it does not count', () => {
    const lab = board();
    lab.edit(ann, ({ map }) => {
      const groups = map.get('shape:card');
      groups?.set('props', { ...(groups.get('props') as object), richText: plainRichText('stale') });
    });
    expect(textOf(lab, 'shape:card')).toBe('a card');
  });

  it('[REV11] of a text that nobody can draw the words are kept; what is none is put back', () => {
    const lab = board();
    const evil = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'hi', marks: [{ type: 'evil' }] }] }],
    };
    lab.edit(ann, ({ map }) => map.set('shape:n', stock(evil)));
    expect(textOf(lab, 'shape:n')).toBe('hi');
    const { putBack } = lab.edit(ann, ({ map }) => map.set('shape:m', stock(7)));
    expect(putBack).toEqual([{ id: 'shape:m', reason: 'invalid' }]);
  });

  it('[REV11] a fragment that was replaced by something else comes back', () => {
    for (const value of ['text', new Y.Map(), undefined]) {
      const lab = board();
      const { putBack } = lab.edit(ann, ({ map }) => {
        if (value === undefined) map.get('shape:card')?.delete('rich');
        else map.get('shape:card')?.set('rich', value);
      });
      expect(putBack).toEqual([{ id: 'shape:card', reason: 'invalid' }]);
      expect(textOf(lab, 'shape:card')).toBe('a card');
    }
  });
});
