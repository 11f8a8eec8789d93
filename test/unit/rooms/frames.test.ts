import { expect, it } from 'vitest';
import { concat, frame } from '../../../server/rooms/frames.ts';
import { messagesIn } from './peer.ts';

it('[ROOM36] messages of every size are whole WebSocket frames, and several of them one buffer', () => {
  const sizes = [0, 1, 125, 126, 127, 65_535, 65_536, 1_000_000];
  const messages = sizes.map((size) => new Uint8Array(size).fill(size % 251));
  const headers = messages.map((message) => frame(message).length - message.length);
  expect(headers).toEqual([2, 2, 2, 4, 4, 4, 10, 10]);
  const together = concat(messages.map((message) => frame(message)));
  const read = messagesIn(together);
  expect(read).toHaveLength(messages.length);
  expect(read.every((message, n) => Buffer.compare(message, messages[n] ?? new Uint8Array()) === 0)).toBe(true);
  expect(frame(Uint8Array.of(1), Uint8Array.of(2, 3))).toEqual(frame(Uint8Array.of(1, 2, 3)));
});
