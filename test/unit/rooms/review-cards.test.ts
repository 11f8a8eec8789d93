import { describe, expect, it } from 'vitest';
import { type FieldValue, fieldNames, fieldTypes } from '../../../shared/method/cards/fields.ts';
import { card, mirror, relation } from '../board/support/cards.ts';
import { shape as anyShape, note } from '../board/support/records.ts';
import { board, concurrently, fieldsOf, propsOf, setFields, setProps } from './card-lab.ts';
import { ann, ben, fay, type Replica } from './review-lab.ts';

describe('[SRV1] fields of one card', () => {
  it('[SRV1] two that two people change both survive, for everybody', () => {
    const lab = board(card('a', 'Why', { weight: 1, reach: 1 }));
    const [, { changes }] = concurrently(
      lab,
      (replica) => setFields(replica, { weight: 4 }),
      (replica) => setFields(replica, { reach: 5, note: 'seen twice' }),
    );
    const both = { weight: 4, reach: 5, note: 'seen twice' };
    expect(fieldsOf(lab)).toEqual(both);
    expect(propsOf(lab.replica(), 'shape:a').fields).toEqual(both);
    // What the journal gets of the second is the second’s alone.
    expect(changes.updated['shape:a']).toMatchObject([
      { props: { fields: { weight: 4, reach: 1 } } },
      { props: { fields: both } },
    ]);
  });

  it('[SRV2] of one that two people change one value is there, the same for everybody', () => {
    const lab = board(card('a', 'Why', { weight: 1 }));
    const [one, two] = [lab.replica(), lab.replica()];
    setFields(one, { weight: 4 });
    setFields(two, { weight: 2 });
    lab.push(one, ann);
    lab.push(two, ben);
    const { weight } = fieldsOf(lab);
    expect([4, 2]).toContain(weight);
    for (const replica of [one, two]) {
      replica.pull();
      expect(propsOf(replica, 'shape:a').fields).toEqual({ weight });
    }
  });

  it('[SRV3] one that is taken away is gone, whatever is done to the others', () => {
    const lab = board(card('a', 'Why', { weight: 3, reach: 3 }));
    concurrently(
      lab,
      (replica) => setFields(replica, { weight: null }),
      (replica) => setFields(replica, { reach: 4 }),
    );
    expect(fieldsOf(lab)).toEqual({ reach: 4 });
    expect(propsOf(lab.replica(), 'shape:a').fields).toEqual({ reach: 4 });
  });
});

const long = (length: number) => 'x'.repeat(length);
const illegal: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'a field that nobody knows': { invented: 'x' },
  'a field of every object': Object.fromEntries([['__proto__', { weight: 5 }]]),
  'a number beyond its scale': { weight: 6 },
  'a number between its steps': { interest: 2.5 },
  'no number at all': { weight: Number.NaN },
  'a number as text': { weight: '5' },
  'a choice that is none': { scope: 'everywhere' },
  'a line that is too long': { source: long(201) },
  'a text that is too long': { note: long(2_001) },
  'a tag that is too long': { tags: [long(61)] },
  'too many tags': { tags: Array.from({ length: 21 }, (_, index) => `tag ${index}`) },
  'too many organisations': { orgs_present: Array.from({ length: 61 }, (_, index) => `org ${index}`) },
  'tags that are none': { tags: [{ evil: true }] },
  'a day that is none': { due: '2026-02-30' },
  'a day with a time': { due: '2026-02-03T10:00' },
  'a flag that is a word': { is_root: 'yes' },
  'an organisation without a name': { org: '' },
};

describe('[SRV4] what a field cannot hold', () => {
  it.each(Object.entries(illegal))('[SRV4] %s is put back, and what else was in the edit stands', (_name, fields) => {
    const lab = board(card('a', 'Why', { weight: 2, note: 'was' }), card('b', 'And why', {}, { index: 'a2' }));
    const { putBack } = lab.edit(ann, (replica) => {
      replica.doc.transact(() => {
        const groups = replica.map.get('shape:a');
        for (const name of Object.getOwnPropertyNames(fields)) groups?.set(`prop:field:${name}`, fields[name]);
        setFields(replica, { reach: 3 }, 'shape:b');
      });
    });
    expect(putBack).toEqual([{ id: 'shape:a', reason: 'invalid' }]);
    expect(fieldsOf(lab)).toEqual({ weight: 2, note: 'was' });
    expect(Object.getPrototypeOf(fieldsOf(lab))).toBe(Object.prototype);
    expect(fieldsOf(lab, 'shape:b')).toEqual({ reach: 3 });
  });

  it('[SRV4] a new card with it is not there, its neighbour is', () => {
    const lab = board();
    const { putBack } = lab.edit(ann, (replica) =>
      replica.add(card('a', 'Why', { weight: 9 }), card('b', 'And why', { weight: 5 }, { index: 'a2' })),
    );
    expect(putBack).toEqual([{ id: 'shape:a', reason: 'invalid' }]);
    expect(lab.has('shape:a')).toBe(false);
    expect(fieldsOf(lab, 'shape:b')).toEqual({ weight: 5 });
  });

  const broken: Readonly<Record<string, (replica: Replica) => void>> = {
    'a kind that is none': (replica) => setProps(replica, 'shape:a', { kind: 'villain' }),
    'a face that is none': (replica) => setProps(replica, 'shape:a', { face: 'poker' }),
    'an invitation without end': (replica) => setProps(replica, 'shape:a', { placeholder: long(1_001) }),
    'a size of nothing': (replica) => setProps(replica, 'shape:a', { w: 0 }),
    'letters beyond the board': (replica) => setProps(replica, 'shape:a', { textSize: 1e9 }),
    'a strength of four': (replica) => setProps(replica, 'shape:r', { strength: 4 }),
    'a kind of edge that is none': (replica) => setProps(replica, 'shape:r', { kind: 'loves' }),
    'words on an edge without end': (replica) => setProps(replica, 'shape:r', { note: long(2_001) }),
    'an end that is no shape': (replica) => setProps(replica, 'shape:r', { to: 'page:page' }),
    'a mirror of no shape': (replica) => setProps(replica, 'shape:m', { of: 'document:document' }),
    'a picture that is none': (replica) => setProps(replica, 'shape:v', { view: 'webcam' }),
  };
  it.each(Object.entries(broken))('[SRV4] %s is put back, whoever wrote it', (_name, spoil) => {
    const records = [
      ...[card('a', 'Why'), card('b', 'And why', {}, { index: 'a2' }), mirror('m', 'a', { index: 'a3' })],
      ...[relation('r', 'a', 'b', {}, { index: 'a4' })],
      anyShape('v', 'view', { index: 'a5', props: { w: 10, h: 10, view: 'fishbone' } }),
    ];
    const lab = board(...records);
    const before = new Map(lab.review.records);
    for (const who of [ann, fay]) {
      expect(lab.edit(who, spoil).putBack).toMatchObject([{ reason: 'invalid' }]);
      expect(lab.review.records).toEqual(before);
    }
  });

  it('[SRV5] a card with every field as full as it may be stands', () => {
    const full = (name: (typeof fieldNames)[number]): FieldValue => {
      const type = fieldTypes[name];
      switch (type.type) {
        case 'line':
        case 'text':
          return long(type.max);
        case 'choice':
          return type.values[0];
        case 'score':
          return type.max;
        case 'count':
          return 1_000_000;
        case 'date':
          return '2026-10-15';
        case 'flag':
          return true;
        case 'organisation':
          return long(120);
        case 'organisations':
          return Array.from({ length: 60 }, () => long(120));
        case 'tags':
          return Array.from({ length: 20 }, () => long(type.max));
      }
    };
    const lab = board();
    const fields = Object.fromEntries(fieldNames.map((name) => [name, full(name)]));
    expect(lab.edit(fay, (replica) => replica.add(card('a', 'Why', fields))).putBack).toEqual([]);
    expect(fieldsOf(lab)).toEqual(fields);
  });
});

describe('[SRV6] how a document says fields', () => {
  it('[SRV6] those that a program wrote under one key get a key each, and can be taken away again', () => {
    const lab = board(card('a', 'Why', { weight: 2 }));
    lab.edit(ann, ({ map }) => map.get('shape:a')?.set('prop:fields', { reach: 4, scope: 'in' }));
    expect(fieldsOf(lab)).toEqual({ weight: 2, reach: 4, scope: 'in' });
    const { map } = lab.replica();
    expect(map.get('shape:a')?.get('prop:fields')).toBeUndefined();
    lab.edit(ben, (replica) => setFields(replica, { reach: null }));
    expect(fieldsOf(lab)).toEqual({ weight: 2, scope: 'in' });
  });

  it('[SRV6] a shape that has none gets none', () => {
    const lab = board(note('n', 'words'));
    lab.edit(ann, ({ map }) => map.get('shape:n')?.set('prop:field:weight', 3));
    expect(lab.get('shape:n').props).not.toHaveProperty('field:weight');
    expect(lab.replica().map.get('shape:n')?.get('prop:field:weight')).toBeUndefined();
  });
});

describe('[SRV7] votes', () => {
  const counted = { votes_people: 7, votes_orgs: 3 };

  it('[SRV7] no participant writes them, and none takes them away', () => {
    for (const changes of [{ votes_people: 8 }, { votes_orgs: null }, { votes_people: null, weight: 5 }]) {
      const lab = board(card('a', 'Why', counted));
      const { putBack } = lab.edit(ann, (replica) => setFields(replica, changes));
      expect(putBack).toEqual([{ id: 'shape:a', reason: 'not-yours' }]);
      expect(fieldsOf(lab)).toEqual(counted);
    }
  });

  it('[SRV7] facilitators and the server do', () => {
    for (const who of [fay, null]) {
      const lab = board(card('a', 'Why'));
      lab.edit(who, (replica) => setFields(replica, counted));
      lab.edit(who, (replica) => replica.add(card('b', 'Because', { votes_people: 2 }, { index: 'a2' })));
      expect([fieldsOf(lab), fieldsOf(lab, 'shape:b')]).toEqual([counted, { votes_people: 2 }]);
    }
  });

  it('[SRV7] a copy of a participant has none', () => {
    const lab = board();
    const { putBack } = lab.edit(ann, (replica) => replica.add(card('copy', 'Why', { ...counted, weight: 3 })));
    expect(putBack).toEqual([]);
    expect(fieldsOf(lab, 'shape:copy')).toEqual({ weight: 3 });
  });

  it('[SRV7] a card that comes back has those with which it went', () => {
    const lab = board(card('a', 'Why', counted));
    lab.edit(ann, (replica) => replica.remove('shape:a'));
    lab.edit(ann, (replica) => replica.add(card('a', 'Why', { votes_people: 99, weight: 2 }, { x: 50 })));
    expect(fieldsOf(lab)).toEqual({ ...counted, weight: 2 });
  });
});

describe('[SRV8] what only a template brings', () => {
  const furniture = [
    anyShape('f', 'heading'),
    anyShape('f', 'zone'),
    anyShape('f', 'label'),
    anyShape('f', 'mark'),
    anyShape('f', 'view', { props: { w: 10, h: 10, view: 'fishbone' } }),
  ];

  it.each(furniture.map((record) => [record.type as string, record] as const))(
    '[SRV8] a participant makes no %s, a facilitator may',
    (_type, record) => {
      const lab = board();
      expect(lab.edit(ann, (replica) => replica.add(record)).putBack).toEqual([{ id: 'shape:f', reason: 'not-yours' }]);
      expect(lab.has('shape:f')).toBe(false);
      expect(lab.edit(fay, (replica) => replica.add(record)).putBack).toEqual([]);
    },
  );

  it('[SRV8] a participant who took one away that was not locked brings it back as it was', () => {
    const zone = anyShape('f', 'zone');
    const lab = board(zone);
    const before = lab.get('shape:f');
    lab.edit(ann, (replica) => replica.remove('shape:f'));
    expect(lab.edit(ann, (replica) => replica.add(zone)).putBack).toEqual([]);
    expect(lab.get('shape:f')).toEqual(before);
  });
});

describe('[SRV12] a locked card', () => {
  const locked = () =>
    board(card('a', 'Agreed', { status: 'agreed' }, { isLocked: true }), card('b', 'Why', {}, { index: 'a2' }));

  it('[SRV12] keeps its fields from participants, not from facilitators', () => {
    const lab = locked();
    const { putBack } = lab.edit(ann, (replica) => {
      setFields(replica, { status: 'draft' });
      setFields(replica, { weight: 4 }, 'shape:b');
    });
    expect(putBack).toEqual([{ id: 'shape:a', reason: 'locked' }]);
    expect([fieldsOf(lab), fieldsOf(lab, 'shape:b')]).toEqual([{ status: 'agreed' }, { weight: 4 }]);
    lab.edit(fay, (replica) => setFields(replica, { status: 'draft' }));
    expect(fieldsOf(lab)).toEqual({ status: 'draft' });
  });

  it('[SRV12] may be linked to and shown elsewhere', () => {
    const lab = locked();
    const { putBack } = lab.edit(ann, (replica) =>
      replica.add(relation('r', 'b', 'a', {}, { index: 'a3' }), mirror('m', 'a', { index: 'a4' })),
    );
    expect(putBack).toEqual([]);
    expect(lab.has('shape:r') && lab.has('shape:m')).toBe(true);
  });
});
