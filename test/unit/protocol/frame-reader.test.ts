import { createDecoder, hasContent, readVarString, readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import { expect, it } from 'vitest';
import { FrameReader } from '../../../shared/protocol/frame-reader.ts';
import { frameOf } from '../../../shared/protocol/frame-writer.ts';

it('[PHN22] frames are read and written as lib0 does it, and what is cut or no number is refused', () => {
  const numbers = [0, 1, 127, 128, 300, 2 ** 21 - 1, 2 ** 32, Number.MAX_SAFE_INTEGER];
  const texts = ['', 'one', 'Grüße, 日本語 🎉', 'x'.repeat(5_000)];
  const encoder = createEncoder();
  for (const number of numbers) writeVarUint(encoder, number);
  for (const text of texts) writeVarString(encoder, text);
  const bytes = toUint8Array(encoder);
  const reader = new FrameReader(bytes);
  expect(numbers.map(() => reader.uint())).toEqual(numbers);
  expect(texts.map(() => reader.text())).toEqual(texts);
  expect(() => reader.uint()).toThrow(RangeError);
  expect(() => new FrameReader(Uint8Array.of(5, 65)).text()).toThrow(RangeError);
  expect(() => new FrameReader(new Uint8Array(12).fill(0xff)).uint()).toThrow(RangeError);
  for (const number of numbers) {
    const decoder = createDecoder(frameOf(103, number));
    expect([readVarUint(decoder), readVarUint(decoder), hasContent(decoder)]).toEqual([103, number, false]);
  }
  for (const text of texts) {
    const decoder = createDecoder(frameOf(200, text));
    expect([readVarUint(decoder), readVarString(decoder), hasContent(decoder)]).toEqual([200, text, false]);
  }
  expect(frameOf(104)).toEqual(Uint8Array.of(104));
});
