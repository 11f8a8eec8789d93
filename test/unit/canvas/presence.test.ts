import { expect, it } from 'vitest';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { type Presence, presenceIntervalMs, readPresence } from '../../../client/canvas/presence/presence.ts';

it('[CAN60] a presence takes at most 100 bytes', () => {
  const presence: Presence = {
    c: [-123_456, 123_456],
    v: [-123_456, -123_456, 12_345, 12_345],
    s: 999,
    t: 'shape:AbCdEfGhIjKlMnOpQrStU',
  };
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState(presence);
  const bytes = JSON.stringify(presence).length;
  expect(bytes).toBeLessThanOrEqual(100);
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
  ])
    expect(readPresence(bad)).toBeNull();
});

it('[CAN62] the more people there are, the less often each tells where they are', () => {
  expect(presenceIntervalMs(2)).toBeGreaterThanOrEqual(1000 / 15 - 1);
  expect(presenceIntervalMs(30)).toBeGreaterThan(presenceIntervalMs(16));
  expect(presenceIntervalMs(100)).toBeGreaterThan(presenceIntervalMs(50));
});
