import { isUtf8 } from 'node:buffer';
import { refuse } from './refusal.ts';

/** Client ids of Yjs are random 32-bit numbers. */
const CLIENT_ID_MAX = 0xffff_ffff;

/** Several times as fast as a TextDecoder, and every cursor that moves comes through here. */
export const decodeText = (bytes: Uint8Array): string =>
  isUtf8(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString() : refuse('text');

export interface Id {
  readonly client: number;
  readonly clock: number;
}

/** Reads lib0's encoding like Yjs does, but never past the end and never more than it was told to. */
export class Bytes {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  byte(): number {
    const byte = this.#bytes[this.#at++];
    return byte === undefined ? refuse('truncated') : byte;
  }

  skip(bytes: number): void {
    if (bytes > this.left) refuse('truncated');
    this.#at += bytes;
  }

  uint(): number {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = this.byte();
      value += (byte & 127) * unit;
      if (value > Number.MAX_SAFE_INTEGER) refuse('number');
      if (byte < 128) return value;
    }
  }

  /** Passes over a signed number; its value does not matter here. */
  skipInt(): void {
    if (this.byte() < 128) return;
    // The first byte holds 6 bits, the rest 7 each: eight bytes are more than 53 bits.
    for (let bytes = 1; this.byte() >= 128; bytes++) if (bytes > 8) refuse('number');
  }

  /**
   * A number of things that follow.
   * @param bytesEach the fewest bytes one of them takes: a count that the rest cannot hold is refused before any work.
   */
  count(bytesEach: number): number {
    const count = this.uint();
    if (count * bytesEach > this.left) refuse('truncated');
    return count;
  }

  /** Bytes behind their length: a view, not a copy. */
  block(): Uint8Array {
    const length = this.count(1);
    const block = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return block;
  }

  text(maxBytes: number): string {
    const block = this.block();
    return block.length > maxBytes ? refuse('too-long') : decodeText(block);
  }

  clientId(): number {
    const client = this.uint();
    return client > CLIENT_ID_MAX ? refuse('client-id') : client;
  }

  id(): Id {
    return { client: this.clientId(), clock: this.uint() };
  }
}
