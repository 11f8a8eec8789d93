import { expect, it } from 'vitest';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { continuationRecords } from '../../../shared/method/behaviours/scene-continuation.ts';
import { furnitureRecords } from '../../../shared/method/records.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { ann, Lab } from './review-lab.ts';

const template = loadTemplate('actor-map');
const facts = { language: 'en', createdAtMs: 0, partnership: 'Full Plates', boardTitle: 'Who is there' } as const;
const [frame] = template.frames;
const zone = frame?.zones.find(({ id }) => id === 'known');

const continued = (lab: Lab): readonly AnyRecord[] => {
  if (frame === undefined || zone === undefined) throw new Error('no zone');
  return continuationRecords((id) => lab.get(id), template, frame, zone, 1);
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
