import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { createProjector } from '../../../client/canvas/binding/project.ts';
import { Review } from '../../../server/rooms/review.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { type AnyRecord, createGroups, splitRecord } from '../../../shared/board/groups.ts';
import { type Layer, layerRecords } from '../../../shared/board/layers.ts';
import { shape } from '../board/support/records.ts';
import { documentRecord, page } from '../rooms/review-lab.ts';

const frames = ['shape:x', 'shape:y'];
const notes = ['a', 'b', 'c', 'd', 'e', 'f'];
const slot = fc.record({
  parentId: fc.constantFrom('page:page', ...frames),
  // Among them such that nothing fits between.
  index: fc.constantFrom('a1', 'a10', 'a100', 'a1V', 'a2'),
});
const boards = fc.array(slot, { minLength: notes.length, maxLength: notes.length });
const changes = fc.array(fc.record({ at: fc.nat(notes.length - 1), slot: fc.option(slot) }), { maxLength: 12 });

function boardOf(slots: readonly { parentId: string; index: string }[]): Layer {
  const doc = new Y.Doc();
  const shapes = slots.map((slot, n) => shape(notes[n] ?? '', 'note', slot));
  for (const record of [documentRecord, page(), shape('x', 'frame'), shape('y', 'frame', { index: 'a3' }), ...shapes])
    recordsOf(doc).set(record.id, createGroups(splitRecord(record)));
  return { name: 'shared', doc };
}

const open = (layer: Layer) =>
  createProjector(
    layerRecords([layer], () => layer),
    () => 'page:page',
  );
const ids = [...frames, ...notes.map((name) => `shape:${name}`)];
const indices = (projector: ReturnType<typeof open>) =>
  Object.fromEntries(ids.map((id) => [id, projector.project(id, undefined)?.index]));

it('[CAN112] siblings with one index are shown as the server is going to put them', () => {
  fc.assert(
    fc.property(boards, (slots) => {
      const layer = boardOf(slots);
      const shown = indices(open(layer));
      const review = new Review(layer.doc);
      review.settle(null, 0);
      const put = (id: string) => (review.records.get(id) as AnyRecord | undefined)?.index;
      expect(shown).toEqual(Object.fromEntries(ids.map((id) => [id, put(id)])));
    }),
    { numRuns: 60 },
  );
});

it('[CAN113] how they are shown follows from the documents alone, whatever came before, and each change is told', () => {
  fc.assert(
    fc.property(boards, changes, (slots, changes) => {
      const layer = boardOf(slots);
      const [map, projector] = [recordsOf(layer.doc), open(layer)];
      for (const { at, slot } of changes) {
        const id = `shape:${notes[at]}`;
        const before = indices(projector);
        if (slot === null) map.delete(id);
        else if (map.has(id)) map.get(id)?.set('index', slot.index);
        else map.set(id, createGroups(splitRecord(shape(notes[at] ?? '', 'note', slot))));
        const affected = projector.affectedBy([id]).add(id);
        const after = indices(projector);
        expect(after).toEqual(indices(open(layer)));
        expect(ids.filter((id) => before[id] !== after[id] && !affected.has(id))).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});
