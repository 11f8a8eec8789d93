import { expect, it } from 'vitest';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { writeCaret } from '../../../client/canvas/presence/caret.ts';
import { type Presence, presenceIntervalMs, readPresence } from '../../../client/canvas/presence/presence.ts';

const largest: Presence = {
  c: [-123_456, 123_456],
  v: [-123_456, -123_456, 12_345, 12_345],
  s: 999,
  t: 'shape:AbCdEfGhIjKlMnOpQrStU',
};
const pointing: Presence = { ...largest, t: null, l: 1 };
const placeOf = (client: number, clock: number) => new Y.RelativePosition(Y.createID(client, clock), null, null);
const selection = writeCaret({ anchor: placeOf(2 ** 32 - 1, 9_999_999), head: placeOf(2 ** 32 - 2, 9_999_999) });
const writing: Presence = { ...largest, k: selection ?? '' };

for (const [title, presence, maxBytes] of [
  ['a presence takes at most 100 bytes', largest, 100],
  ['a presence takes at most 100 bytes while somebody points', pointing, 100],
  ['a presence takes at most 160 bytes while somebody writes in a text', writing, 160],
] as const)
  it(`[CAN60] ${title}`, () => {
    const awareness = new Awareness(new Y.Doc());
    awareness.setLocalState(presence);
    const bytes = JSON.stringify(presence).length;
    expect(readPresence(presence)).toEqual(presence);
    expect(bytes).toBeLessThanOrEqual(maxBytes);
    expect(encodeAwarenessUpdate(awareness, [awareness.clientID]).length).toBeLessThanOrEqual(bytes + 16);
    awareness.destroy();
  });

it('[CAN61] what no page of ours sends is nobody’s presence', () => {
  expect(readPresence({ c: [1, 2], v: [0, 0, 1, 1], s: 0, t: null })).not.toBeNull();
  for (const bad of [
    undefined,
    {},
    { c: ['1', 2], v: [0, 0, 1, 1], s: 0, t: null },
    { c: null, v: [0], s: 0, t: null },
    { c: null, v: [0, 0, 1, 1], s: 0, t: 'shape:x', k: 'not a place' },
    { c: null, v: [0, 0, 1, 1], s: 0, t: 'shape:x', k: `${'z'.repeat(4_000)}.1` },
  ])
    expect(readPresence(bad)).toBeNull();
});

it('[CAN62] the more people there are, the less often each tells where they are', () => {
  expect(presenceIntervalMs(2)).toBeGreaterThanOrEqual(1000 / 15 - 1);
  expect(presenceIntervalMs(30)).toBeGreaterThan(presenceIntervalMs(16));
  expect(presenceIntervalMs(100)).toBeGreaterThan(presenceIntervalMs(50));
});
