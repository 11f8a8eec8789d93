import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { plainText, type RichText } from '../../../shared/board/rich-text.ts';
import { noRules, type Rules } from '../../../shared/session/rules.ts';
import { card } from '../board/support/cards.ts';
import { arrowBinding, note, shape } from '../board/support/records.ts';
import { concurrently } from './card-lab.ts';
import { ann, atMs, ben, documentRecord, fay, Lab, page, type Replica } from './review-lab.ts';

/** A frame with two zones side by side; a note in each, one outside, all of Ben's. */
const frame = shape('root-cause-tree/problem', 'frame', {
  ...{ x: 0, y: 0, isLocked: true, meta: { template: 'root-cause-tree/problem' } },
  props: { w: 1000, h: 400 },
});
const zone = (id: string, x: number) =>
  shape(`root-cause-tree/problem/${id}`, 'zone', {
    ...{ parentId: frame.id, x, y: 0, index: x === 0 ? 'a1' : 'a2', isLocked: true },
    ...{ meta: { template: `root-cause-tree/problem/${id}` }, props: { w: 500, h: 400 } },
  });
const bens = { author: ben.participantId, created: 1 };
const anns = { author: ann.participantId, created: 1 };
const there = (id: string, x: number, index: string, meta: object = bens) =>
  note(id, `note ${id}`, { x, y: 100, index, meta });
const records = [
  ...[documentRecord, page(), frame, zone('left', 0), zone('right', 500)],
  ...[there('in', 100, 'a2'), there('right', 600, 'a3'), there('out', 2000, 'a4'), there('mine', 2400, 'a5', anns)],
];

function boardWith(rules: Partial<Rules>, ...more: readonly AnyRecord[]): Lab {
  const lab = new Lab([...records, ...more]);
  lab.rules = { ...noRules, ...rules };
  return lab;
}
const lockedZone = { places: new Set(['problem/left']) };
const lockedFrame = { places: new Set(['problem']) };
const lockedBoard = { whole: 'board-locked' } as const;
const looking = { whole: 'phase-look' } as const;
const ownOnly = { isOwnOnly: true };

const type = (id: string) => (replica: Replica) => {
  const rich = replica.map.get(`shape:${id}`)?.get('rich') as Y.XmlFragment;
  ((rich.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'more of ');
};
const move = (id: string, x: number) => (replica: Replica) => replica.change(`shape:${id}`, { x });
const add = (id: string, x: number) => (replica: Replica) =>
  replica.add(note(id, `new ${id}`, { x, y: 100, index: 'a9' }));
const remove = (id: string) => (replica: Replica) => replica.remove(`shape:${id}`);
const group = (replica: Replica) => {
  replica.add(shape('group', 'group', { x: 100, y: 100, index: 'a9' }));
  replica.change('shape:in', { parentId: 'shape:group', x: 0, y: 0 });
  replica.change('shape:out', { parentId: 'shape:group', x: 1900, y: 0 });
};

/** Every kind of edit; what each comes to by lock. */
const edits = {
  'adds where it is locked': add('new', 100),
  'adds elsewhere': add('new', 3000),
  'moves within': move('in', 150),
  'moves out': move('in', 3000),
  'moves in': move('mine', 100),
  'moves elsewhere': move('mine', 3000),
  'types within': type('in'),
  'deletes within': remove('in'),
  'groups across': group,
  'changes what is of somebody else': move('out', 2100),
  'changes their own': type('mine'),
  'deletes their own': remove('mine'),
} as const;
type Kind = keyof typeof edits;

const inLocked: readonly Kind[] = [
  ...(['adds where it is locked', 'moves within', 'moves out', 'moves in'] as const),
  ...(['types within', 'deletes within', 'groups across'] as const),
];
const ofOthers: readonly Kind[] = [
  ...(['moves within', 'moves out', 'types within', 'deletes within', 'groups across'] as const),
  'changes what is of somebody else',
];
const everything = Object.keys(edits) as Kind[];
const cases: readonly (readonly [string, Partial<Rules>, string, readonly Kind[]])[] = [
  ['a locked zone', lockedZone, 'place-locked', inLocked],
  ['a locked frame', lockedFrame, 'place-locked', inLocked],
  ['a locked board', lockedBoard, 'board-locked', everything],
  ['a phase in which all look', looking, 'phase-look', everything],
  ['a phase in which all change their own', ownOnly, 'phase-own', ofOthers],
];

describe('[LOK2] what a participant may do', () => {
  for (const [name, rules, reason, refused] of cases)
    it(`[LOK2] ${name}: each kind of edit is refused as a whole or stands as a whole, and a facilitator's stands`, () => {
      for (const kind of everything) {
        const lab = boardWith(rules);
        const before = Object.fromEntries(lab.review.records);
        const { putBack, changes } = lab.edit(ann, edits[kind]);
        const isRefused = refused.includes(kind);
        expect(
          putBack.every((finding) => finding.reason === reason),
          kind,
        ).toBe(true);
        expect(putBack.length > 0, `${name}: ${kind}`).toBe(isRefused);
        if (isRefused && kind !== 'groups across') {
          expect(Object.fromEntries(lab.review.records), kind).toEqual(before);
          expect(changes, kind).toEqual({ added: {}, updated: {}, removed: {} });
        }
        const led = boardWith(rules);
        expect(led.edit(fay, edits[kind]).putBack, `${name}: ${kind}, who leads`).toEqual([]);
        expect(Object.fromEntries(led.review.records), kind).not.toEqual(before);
      }
    });

  it('[LOK2] what was grouped across the edge of a locked zone lies where it lay', () => {
    const lab = boardWith(lockedZone);
    lab.edit(ann, group);
    expect(lab.has('shape:group')).toBe(false);
    for (const [id, x] of [
      ['shape:in', 100],
      ['shape:out', 2000],
    ] as const)
      expect(lab.get(id)).toMatchObject({ parentId: 'page:page', x, y: 100 });
  });

  it('[LOK2] what carries something into a locked zone, or out of it, stays; so does what was put in it meanwhile', () => {
    const box = shape('box', 'frame', { x: 1500, y: 0, index: 'a8', meta: anns, props: { w: 100, h: 100 } });
    const inside = note('inside', 'in the box', { parentId: box.id, index: 'a1', meta: anns });
    const lab = boardWith(lockedZone, box, inside);
    const { putBack } = lab.edit(ann, (replica) => {
      move('box', 50)(replica);
      replica.add(note('later', 'put in on the way', { parentId: box.id, index: 'a2' }));
    });
    expect(putBack.map(({ id }) => id).sort()).toEqual(['shape:box', 'shape:later']);
    expect(lab.get('shape:box').x).toBe(1500);
    expect(lab.edit(ann, move('box', 1700)).putBack).toEqual([]);
  });

  it('[LOK2] an arrow is where it points: between two things in a locked zone it stays, from outside it may point at one', () => {
    const other = there('other', 300, 'a6');
    const arrow = shape('arrow', 'arrow', { index: 'a7', meta: anns });
    const ends = [arrowBinding('arrow', 'start', 'in'), arrowBinding('arrow', 'end', 'other')];
    const lab = boardWith(lockedZone, other, arrow, ...ends);
    const bent = (replica: Replica) =>
      replica.change('shape:arrow', { props: { ...(lab.get('shape:arrow').props as object), bend: 40 } });
    expect(lab.edit(ann, bent).putBack).toEqual([{ id: 'shape:arrow', reason: 'place-locked' }]);
    const { putBack } = lab.edit(ann, (replica) => {
      replica.add(
        shape('pointer', 'arrow', { x: 2000, y: 0, index: 'a9' }),
        arrowBinding('pointer', 'start', 'out'),
        arrowBinding('pointer', 'end', 'in'),
      );
    });
    expect(putBack).toEqual([]);
  });

  it('[LOK2] a page that a full zone goes on at is as locked as its zone', () => {
    const next = (...path: readonly string[]) => path.join('/').replace('/problem', '/problemb');
    const below = [
      shape(next('root-cause-tree/problem'), 'frame', { y: 2000, isLocked: true, index: 'a7', props: { w: 1000 } }),
      shape(next('root-cause-tree/problem/left'), 'zone', {
        ...{ parentId: 'shape:root-cause-tree/problemb', isLocked: true, props: { w: 500, h: 400 } },
      }),
    ];
    const lab = boardWith({ places: new Set(['problem']) }, ...below);
    const { putBack } = lab.edit(ann, (replica) => replica.add(note('new', 'new', { x: 100, y: 2100, index: 'a9' })));
    expect(putBack).toEqual([{ id: 'shape:new', reason: 'place-locked', words: 'new' }]);
  });

  it('[LOK2] a frame that somebody drew is locked by its own id, with itself', () => {
    const drawn = shape('drawn', 'frame', { x: 4000, y: 0, index: 'a8', meta: anns, props: { w: 500, h: 500 } });
    const lab = boardWith({ places: new Set(['shape:drawn']) }, drawn);
    expect(lab.edit(ann, move('drawn', 4100)).putBack).toEqual([{ id: 'shape:drawn', reason: 'place-locked' }]);
    expect(lab.edit(ann, add('new', 4100)).putBack).toHaveLength(1);
    expect(lab.edit(ann, remove('drawn')).putBack).toHaveLength(1);
  });
});

describe('[LOK3] one’s own', () => {
  it('[LOK3] whose something is goes by the server’s note, whatever a page claims', () => {
    const lab = boardWith(ownOnly);
    const { putBack } = lab.edit(ann, (replica) => {
      replica.map.get('shape:out')?.set('meta', { author: ann.participantId });
      move('out', 10)(replica);
    });
    expect(putBack).toHaveLength(1);
    expect(lab.get('shape:out')).toMatchObject({ x: 2000, meta: bens });
  });

  it('[LOK3] taking back one’s own deletion is allowed; bringing back what somebody else made is not', () => {
    const lab = boardWith(ownOnly);
    const [mine, bensNote] = [lab.get('shape:mine'), lab.get('shape:out')];
    lab.edit(ann, remove('mine'));
    expect(lab.edit(ann, (replica) => replica.add(mine)).putBack).toEqual([]);
    expect(lab.get('shape:mine').meta).toEqual(anns);
    lab.edit(ben, remove('out'));
    expect(lab.edit(ann, (replica) => replica.add(bensNote)).putBack).toMatchObject([{ reason: 'phase-own' }]);
    expect(lab.edit(ben, (replica) => replica.add(bensNote)).putBack).toEqual([]);
  });

  it('[LOK3] what hangs on one’s own goes with it, whoever made it', () => {
    const arrow = shape('arrow', 'arrow', { x: 2000, index: 'a7', meta: bens });
    const lab = boardWith(ownOnly, arrow, arrowBinding('arrow', 'end', 'mine'));
    const { putBack } = lab.edit(ann, (replica) => {
      replica.map.delete('binding:arrow-end');
      remove('mine')(replica);
    });
    expect(putBack).toEqual([]);
    expect(lab.has('binding:arrow-end')).toBe(false);
    expect(lab.has('shape:arrow')).toBe(true);
  });

  it('[LOK3] nobody carries off with their own group what is of somebody else', () => {
    const own = shape('group', 'group', { x: 2000, y: 100, index: 'a7', meta: anns });
    const members = [there('a', 0, 'a1', anns), there('b', 300, 'a2', bens)].map((member) => ({
      ...member,
      parentId: own.id,
    }));
    const lab = boardWith(ownOnly, own, ...(members as unknown as AnyRecord[]));
    expect(lab.edit(ann, move('group', 5000)).putBack).toEqual([{ id: 'shape:group', reason: 'phase-own' }]);
  });

  it('[LOK3] a starter is whose who writes in it first, and theirs alone from then on', () => {
    const starter = note('starter', 'Write here', { x: 2800, index: 'a7', meta: { starter: 'Write here' } });
    const lab = boardWith(ownOnly, starter);
    expect(lab.edit(ann, type('starter')).putBack).toEqual([]);
    expect(lab.get('shape:starter').meta).toEqual({ starter: 'Write here', author: ann.participantId, created: atMs });
    expect(lab.edit(ann, type('starter')).putBack).toEqual([]);
    expect(lab.edit(ben, type('starter')).putBack).toHaveLength(1);
  });

  it('[LOK3] what says nobody’s name is nobody’s to change', () => {
    const lab = boardWith(ownOnly, there('anonymous', 2800, 'a7', {}));
    expect(lab.edit(ann, type('anonymous')).putBack).toHaveLength(1);
  });
});

describe('[LOK4] words that were refused', () => {
  const textOf = (lab: Lab, id: string) => plainText((lab.get(id).props as { richText: RichText }).richText);

  it('[LOK4] are told to whoever wrote them, whole, with nothing of what stands there still', () => {
    const lab = boardWith(lockedZone);
    expect(lab.edit(ann, add('new', 100)).putBack).toEqual([
      { id: 'shape:new', reason: 'place-locked', words: 'new new' },
    ]);
    expect(lab.edit(ann, type('in')).putBack).toEqual([
      { id: 'shape:in', reason: 'place-locked', words: 'more of note in' },
    ]);
    expect(lab.edit(ann, move('in', 3000)).putBack).toEqual([{ id: 'shape:in', reason: 'place-locked' }]);
    expect(textOf(lab, 'shape:in')).toBe('note in');
  });

  it('[LOK4] of a card are its title and what was written in its fields, not what was picked', () => {
    const made = card('card', 'A cause', { note: 'before', voice: 'heard' });
    const at = { ...made, x: 100, y: 0, index: 'a7', meta: bens } as unknown as AnyRecord;
    const lab = boardWith(lockedZone, at);
    const props = lab.get('shape:card').props as object;
    const { putBack } = lab.edit(ann, (replica) =>
      replica.change('shape:card', { props: { ...props, fields: { note: 'Seen on Monday', voice: 'work' } } }),
    );
    expect(putBack).toEqual([{ id: 'shape:card', reason: 'place-locked', words: 'Seen on Monday' }]);
  });
});

it('[LOK5] of two at once, one who leads and one who does not, what stands is sound in either order', () => {
  for (const order of [0, 1]) {
    const lab = boardWith(lockedZone);
    const who = order === 0 ? ([ann, fay] as const) : ([fay, ann] as const);
    const byWhom = { [ann.participantId]: move('in', 3000), [fay.participantId]: move('in', 200) };
    const acts = who.map(({ participantId }) => byWhom[participantId]) as [(r: Replica) => void, (r: Replica) => void];
    concurrently(lab, acts[0], acts[1], who);
    expect([100, 200]).toContain(lab.get('shape:in').x);
  }
});
