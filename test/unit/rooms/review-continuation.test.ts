import { expect, it } from 'vitest';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { continuationRecords } from '../../../shared/method/behaviours/scene-continuation.ts';
import { cardRecord } from '../../../shared/method/card-records.ts';
import { furnitureRecords } from '../../../shared/method/records.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { ann, ben, fay, Lab } from './review-lab.ts';

const template = loadTemplate('actor-map');
const facts = { language: 'en', createdAtMs: 0, partnership: 'Full Plates', boardTitle: 'Who is there' } as const;
const [frame] = template.frames;
const zone = frame?.zones.find(({ id }) => id === 'known');

const continued = (lab: Lab): readonly AnyRecord[] => {
  if (frame === undefined || zone === undefined) throw new Error('no zone');
  return continuationRecords((id) => lab.review.records.get(id), template, frame, zone, 1);
};
const idsOf = (records: readonly AnyRecord[]) => records.map(({ id }) => id);

it('[ARR13] whoever writes a card too many may bring the page that it goes to', () => {
  const lab = new Lab(furnitureRecords(template, facts));
  const records = continued(lab);
  expect(lab.edit(ann, (replica) => replica.add(...records)).putBack).toEqual([]);
  for (const { id } of records) expect(lab.get(id)).toMatchObject({ id, isLocked: true });
});

it('[ARR13] and nothing else that only a template brings', () => {
  for (const change of [{ x: 5 }, { opacity: 0.5 }, { isLocked: false }]) {
    const lab = new Lab(furnitureRecords(template, facts));
    const [page, ...parts] = continued(lab);
    const forged = parts.map((part) => ({ ...part, ...change }));
    const { putBack } = lab.edit(ann, (replica) =>
      replica.add(...(page === undefined ? [] : [page]), ...(forged as unknown as AnyRecord[])),
    );
    expect(putBack.map(({ id }) => id).sort()).toEqual(idsOf(parts).sort());
  }
});

const card = (lab: Lab, y: number): AnyRecord => {
  const [page] = continued(lab);
  if (page === undefined) throw new Error('no page');
  const box = { x: (page.x as number) + 400, y: (page.y as number) + y, w: 280, h: 160 };
  const said = { kind: 'actor', title: 'City', fields: {}, placeholder: '' } as const;
  return cardRecord({
    ...{ id: 'shape:city', position: 900, meta: {} },
    ...{ ...said, box, face: 'card', textSize: 20 },
  });
};

it('[CRD2] whoever may bring a page may take it away again, and nothing else of a template', () => {
  const lab = new Lab(furnitureRecords(template, facts));
  const ids = idsOf(continued(lab));
  lab.edit(ann, (replica) => replica.add(...continued(lab)));
  expect(lab.edit(ben, (replica) => replica.remove(...ids)).putBack).toEqual([]);
  expect(ids.filter((id) => lab.review.records.has(id))).toEqual([]);
  const own = `shape:${template.id}/${frame?.id}`;
  expect(lab.edit(ben, (replica) => replica.remove(own)).putBack).toEqual([{ id: own, reason: 'locked' }]);
});

it('[CRD2] a page on which somebody else has put a card stays, whoever takes it away', () => {
  for (const person of [ann, fay]) {
    const lab = new Lab(furnitureRecords(template, facts));
    const ids = idsOf(continued(lab));
    lab.edit(ann, (replica) => replica.add(...continued(lab)));
    const before = ids.map((id) => lab.get(id));
    lab.edit(ben, (replica) => replica.add(card(lab, 500)));
    lab.edit(person, (replica) => replica.remove(...ids));
    expect(ids.map((id) => lab.review.records.get(id))).toEqual(before);
    lab.edit(ben, (replica) => replica.remove('shape:city'));
    lab.edit(person, (replica) => replica.remove(...ids));
    expect(ids.filter((id) => lab.review.records.has(id))).toEqual([]);
  }
});
