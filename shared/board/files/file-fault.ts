import type { LeftOut } from '../../api/imports.ts';

/** Why a file cannot be read at all. Nothing of it is taken then. */
export type FileFault =
  /** Neither a board of ours nor one of tldraw. */
  | 'file-unknown'
  /** It says what it is, and yet cannot be read. */
  | 'file-damaged'
  /** Written by a later version of this programme or of tldraw. */
  | 'file-newer'
  /** Of tldraw's first generation, before 2023: a browser can make one of today's of it. */
  | 'file-legacy'
  /** More records than a board may have, or more pages than anybody would open. */
  | 'file-too-much';

export class FileError extends Error {
  readonly fault: FileFault;

  constructor(fault: FileFault) {
    super(fault);
    this.fault = fault;
  }
}

const KINDS_MAX = 50;
const WORDS_MAX = 5;
const WORDS_MAX_CHARACTERS = 80;

/** Gathers what could not be taken, alike things together. */
export class LeftOutList {
  readonly #entries = new Map<string, LeftOut>();

  add(kind: string, reason: LeftOut['reason'], { isBox = false, words = '' } = {}): void {
    const name = Array.from(kind).slice(0, 60).join('');
    const key = `${reason} ${isBox} ${this.#entries.size < KINDS_MAX ? name : '…'}`;
    const known = this.#entries.get(key) ?? { kind: name, reason, isBox, count: 0, words: [] };
    known.count++;
    const line = Array.from(words.replace(/\s+/gu, ' ').trim()).slice(0, WORDS_MAX_CHARACTERS).join('');
    if (line !== '' && known.words.length < WORDS_MAX) known.words = [...known.words, line];
    this.#entries.set(key, known);
  }

  get entries(): readonly LeftOut[] {
    return [...this.#entries.values()];
  }
}
