import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { joinDeleted } from '../../../server/rooms/compaction/join-deleted.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { noteGroups } from '../../support/notes.ts';
import { settle } from './manual-clock.ts';
import { createStage } from './stage.ts';

const structsOf = (doc: Y.Doc): number =>
  [...doc.store.clients.values()].reduce((count, structs) => count + structs.length, 0);

const reload = (doc: Y.Doc): Y.Doc => {
  const loaded = new Y.Doc();
  recordsOf(loaded);
  Y.applyUpdate(loaded, Y.encodeStateAsUpdate(doc));
  return loaded;
};

const ids = ['shape:a', 'shape:b', 'shape:c', 'shape:d'] as const;
const step = fc.record({
  does: fc.constantFrom('create', 'move', 'move', 'move', 'type', 'remove', 'join'),
  who: fc.nat({ max: 1 }),
  id: fc.constantFrom(...ids),
  at: fc.nat({ max: 100 }),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function write(doc: Y.Doc, { does, id, at }: Step): void {
  const records = recordsOf(doc);
  if (does === 'create') records.set(id, noteGroups(id, 'words'));
  if (does === 'remove') records.delete(id);
  if (does === 'move') records.get(id)?.set('at', [at, at, 0]);
  const rich = records.get(id)?.get('rich');
  const paragraph = rich instanceof Y.XmlFragment ? rich.get(0) : undefined;
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
  if (does === 'type' && text instanceof Y.XmlText) {
    if (at % 3 === 0 && text.length > 0) text.delete(0, 1);
    else text.insert(at % (text.length + 1), 'x');
  }
}

it('[SOAK1] a document joined now and then is the one that never was, for everybody and for what comes after', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), fc.nat(), (steps, cut) => {
      const writers = [new Y.Doc(), new Y.Doc()];
      writers.forEach((doc, index) => {
        doc.clientID = index + 1;
      });
      const [plain, joined, late] = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
      for (const doc of [...writers, plain, joined, late]) recordsOf(doc);
      for (const [index, one] of steps.entries()) {
        if (one.does === 'join') joinDeleted(joined);
        const writer = writers[one.who] ?? plain;
        const known = Y.encodeStateVector(writer);
        write(writer, one);
        const update = Y.encodeStateAsUpdate(writer, known);
        for (const doc of [...writers, plain, joined]) Y.applyUpdate(doc, update);
        // Somebody who stays away for a while asks the joined document from the middle of what it has joined.
        if (index % 7 === cut % 7) Y.applyUpdate(late, Y.encodeStateAsUpdate(joined, Y.encodeStateVector(late)));
      }
      joinDeleted(joined);
      Y.applyUpdate(late, Y.encodeStateAsUpdate(joined, Y.encodeStateVector(late)));
      for (const doc of [joined, late, reload(joined)]) {
        expect(recordsOf(doc).toJSON()).toEqual(recordsOf(plain).toJSON());
        expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(plain));
      }
      expect(structsOf(joined)).toBe(structsOf(reload(joined)));
      expect(structsOf(joined)).toBeLessThanOrEqual(structsOf(plain));
    }),
    { numRuns: 300 },
  );
});

it('[SOAK1] what Yjs leaves apart of deleted records is joined while people go on', async () => {
  const { open, join, merger } = createStage({ limits: { room: { tailMaxBytes: 2_000 } } });
  const ada = await join(1);
  const doc = await (await open()).read((held) => held);
  ada.create('shape:stays');
  for (let n = 0; n < 30; n++) {
    ada.create('shape:a');
    ada.create('shape:b');
    // By turns, so that the places of the notes that go lie between those of the one that stays.
    for (let at = 0; at < 6; at++)
      for (const id of ['shape:a', 'shape:b', 'shape:stays']) recordsOf(ada.doc).get(id)?.set('at', [at, at, 0]);
    for (const id of ['shape:a', 'shape:b']) recordsOf(ada.doc).delete(id);
    await settle();
  }
  expect(merger.merges.length).toBeGreaterThan(3);
  const apart = structsOf(doc) - structsOf(reload(doc));
  // Only what came since the last snapshot may lie apart.
  expect(apart).toBeLessThan(40);
});
