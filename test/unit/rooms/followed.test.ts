import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { Followed } from '../../../server/rooms/own-layers/followed.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { noteGroups } from '../../support/notes.ts';
import { ManualClock } from './manual-clock.ts';
import { type Id, item, rawUpdate, string } from './raw-update.ts';
import { ann } from './review-lab.ts';

const { participantId } = ann;
const nothing = Y.encodeStateVector(new Y.Doc());

/** A note that was taken back, and whose writer goes on in it. */
function follow() {
  const clock = new ManualClock();
  const followed = new Followed(clock);
  const page = new Y.Doc();
  recordsOf(page).set('shape:a', noteGroups('shape:a', 'A'));
  followed.take(participantId, ['shape:a'], Y.encodeStateAsUpdate(page), nothing);
  const fragment = recordsOf(page).get('shape:a')?.get('rich') as Y.XmlFragment;
  const text = (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText;
  return {
    ...{ clock, followed, page, text },
    parent: [text._item?.id.client ?? 0, text._item?.id.clock ?? 0] satisfies Id as Id,
    write: (update: Uint8Array) => followed.write(participantId, { update, isStep2: false }, nothing).updated,
  };
}

const letters = (client: number, parent: Id, count: number) =>
  rawUpdate([{ client, structs: Array.from({ length: count }, () => item({ parent }, string('a'))) }]);

it('[PRW52] what would be dear in what was taken back is not done there, and nothing is followed any more', () => {
  const { followed, parent, write } = follow();
  expect(Object.keys(write(letters(7, parent, 4_000)))).toEqual(['shape:a']);
  expect(followed.isFollowing(participantId)).toBe(true);
  expect(write(letters(900, parent, 499))).toEqual({});
  expect(followed.isFollowing(participantId)).toBe(false);
});

it('[PRW52] it is followed for as long as something can be on its way', async () => {
  const { followed, clock, page, text, write } = follow();
  await clock.pass(45_000);
  const before = Y.encodeStateVector(page);
  text.insert(1, 'nd more');
  expect(followed.isFollowing(participantId)).toBe(true);
  expect(JSON.stringify(write(Y.encodeStateAsUpdate(page, before))['shape:a']?.[1])).toContain('And more');
  await clock.pass(30_000);
  expect(followed.isFollowing(participantId)).toBe(false);
});

it('[PRW52] what no canvas could show for a moment follows once it is mended', () => {
  const { page, text, write } = follow();
  const step = (change: () => void) => {
    const before = Y.encodeStateVector(page);
    change();
    return write(Y.encodeStateAsUpdate(page, before));
  };
  const groups = recordsOf(page).get('shape:a');
  expect(step(() => groups?.set('opacity', 'none'))).toEqual({});
  expect(step(() => text.insert(1, 'nd'))).toEqual({});
  const [from, to] = step(() => groups?.set('opacity', 0.5))['shape:a'] ?? [];
  expect([from?.opacity, to?.opacity]).toEqual([1, 0.5]);
  expect(JSON.stringify(to)).toContain('And');
});
