const group = 7;

/**
 * Reads what lib0 writes: numbers in groups of seven bits, the lowest first, and texts behind their length. By itself,
 * because a page that shows no document does without the rest of lib0.
 */
export class FrameReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** @throws RangeError at the end of the bytes, and for what is no safe integer. */
  uint(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 2 ** group) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new RangeError('the frame ends in the middle');
      value += (byte & 0x7f) * factor;
      if (!Number.isSafeInteger(value)) throw new RangeError('a number too large');
      if (byte < 0x80) return value;
    }
  }

  /** @throws RangeError at the end of the bytes. */
  text(): string {
    const length = this.uint();
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new RangeError('the frame ends in the middle');
    const text = new TextDecoder().decode(this.#bytes.subarray(this.#at, end));
    this.#at = end;
    return text;
  }
}
