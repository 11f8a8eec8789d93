import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { noRules, type Rules } from '../../../shared/session/rules.ts';
import { note, shape } from '../board/support/records.ts';
import { ann, ben, documentRecord, fay, Lab, page, type Replica, readAll } from './review-lab.ts';

const frame = shape('root-cause-tree/problem', 'frame', {
  ...{ isLocked: true, meta: { template: 'root-cause-tree/problem' }, props: { w: 1000, h: 400 } },
});
const zone = shape('root-cause-tree/problem/left', 'zone', {
  ...{ parentId: frame.id, isLocked: true, meta: { template: 'root-cause-tree/problem/left' } },
  props: { w: 500, h: 400 },
});
const people = [ann, ben, fay] as const;
const ruleSets: readonly Rules[] = [
  noRules,
  { ...noRules, places: new Set(['problem/left']) },
  { ...noRules, places: new Set(['problem']) },
  { ...noRules, whole: 'board-locked' },
  { ...noRules, whole: 'phase-look' },
  { ...noRules, isOwnOnly: true },
  { ...noRules, isOwnOnly: true, places: new Set(['problem/left']) },
];

const spot = fc.constantFrom(50, 300, 450, 700, 2_000);
const step = fc.record({
  who: fc.nat({ max: 2 }),
  does: fc.constantFrom('add', 'move', 'delete', 'order', 'colour'),
  which: fc.nat({ max: 8 }),
  x: spot,
  rules: fc.nat({ max: ruleSets.length - 1 }),
  /** Whether what others did has reached this person before, and whether what they did goes out now. */
  pulls: fc.boolean(),
  pushes: fc.boolean(),
});

const isNote = (record: AnyRecord): boolean => record.type === 'note';
/** Told from the figures above, not from the geometry that the server uses. */
function isProtected(rules: Rules, record: AnyRecord, participantId: string): boolean {
  if (!isNote(record)) return true;
  if (rules.whole !== null) return true;
  const [middle, height] = [(record.x as number) + 100, (record.y as number) + 100];
  const within = (w: number) => middle >= 0 && middle <= w && height >= 0 && height <= 400;
  if (rules.places.has('problem/left') && within(500)) return true;
  if (rules.places.has('problem') && within(1_000)) return true;
  return rules.isOwnOnly && (record.meta as { author?: string }).author !== participantId;
}

it('[LOK14] whatever people do under changing rules, late and all at once: what is not theirs to change stays as it was, nothing comes where it may not, and every copy agrees', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const start = [100, 600, 2_500].map((x, at) => note(`n${at}`, `${at}`, { x, y: 100, index: `a${at + 2}` }));
      const lab = new Lab([documentRecord, page(), frame, zone, ...start]);
      const replicas = people.map(() => lab.replica());
      let made = 0;
      for (const { who, does, which, x, rules, pulls, pushes } of steps) {
        const [person, replica] = [people[who] ?? fay, replicas[who] as Replica];
        if (pulls) replica.pull();
        const ids = [...replica.map.keys()].filter((id) => /^shape:(n|p)\d/.test(id));
        const id = ids[which % Math.max(1, ids.length)];
        if (does === 'add') {
          made++;
          replica.add(note(`p${made}`, 'new', { x, y: 100, index: `b${made % 10}${made}V` }));
        } else if (id !== undefined) {
          if (does === 'delete') replica.remove(id);
          if (does === 'move') replica.change(id, { x });
          if (does === 'order') replica.change(id, { index: `c${which}V` });
          if (does === 'colour') replica.change(id, { opacity: 0.5 });
        }
        if (!pushes) continue;
        lab.rules = ruleSets[rules] ?? noRules;
        const before = new Map(lab.review.records);
        lab.push(replica, person);
        if (person === fay) continue;
        const after = lab.review.records;
        for (const [stood, record] of before)
          if (isProtected(lab.rules, record, person.participantId))
            expect(withoutOrder(after.get(stood))).toEqual(withoutOrder(record));
        for (const [now, record] of after) {
          const stood = before.get(now);
          if (stood !== undefined && stood.x === record.x) continue;
          const mayStand = !isProtected({ ...lab.rules, isOwnOnly: false }, record, person.participantId);
          expect(mayStand, now).toBe(true);
        }
      }
      for (const [at, replica] of replicas.entries()) {
        lab.rules = noRules;
        lab.push(replica, people[at] ?? fay);
      }
      for (const replica of replicas) {
        replica.pull();
        expect(readAll(replica.doc)).toEqual(Object.fromEntries(lab.review.records));
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);

/** The server gives what shares a place in the order another one. */
const withoutOrder = (record: AnyRecord | undefined) => record && { ...record, index: null };
