import bidiFactory from 'bidi-js';

/** Text of one direction; of text read from the right, one word, which is what readers of PDF put in order again. */
export interface VisualRun {
  /** In the order of reading, without mirroring, with the space that follows it in reading. */
  readonly text: string;
  readonly rtl: boolean;
  /** Where it begins in the line: sorted by it, runs stand in the order of reading. */
  readonly start: number;
}

const bidi = bidiFactory();

/** Nothing outside these asks for the algorithm: Hebrew, Arabic and their neighbours, and marks of direction. */
const mayTurn =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]|[\ud802\ud803\ud83a\ud83b]/;

/** A text's direction by its first strong letter, as browsers do for `dir="auto"`. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  if (!mayTurn.test(text)) return 'ltr';
  const [first] = bidi.getEmbeddingLevels(text, 'auto').paragraphs;
  return first !== undefined && first.level % 2 === 1 ? 'rtl' : 'ltr';
}

/**
 * The runs of one line from left to right (Unicode bidirectional algorithm). For a line of a longer paragraph pass the
 * paragraph's direction, not `auto`.
 */
export function visualRuns(line: string, base: 'ltr' | 'rtl' | 'auto'): VisualRun[] {
  if (line === '') return [];
  if (base !== 'rtl' && !mayTurn.test(line)) return [{ text: line, rtl: false, start: 0 }];
  const embedding = bidi.getEmbeddingLevels(line, base);
  const rest = logicalRuns(line, embedding.levels);
  const placeOf = new Map(bidi.getReorderedIndices(line, embedding).map((index, place) => [index, place]));
  const place = ({ start, text }: VisualRun): number => placeOf.get(start + text.search(/\S|$/u)) ?? 0;
  return rest.sort((a, b) => place(a) - place(b));
}

function logicalRuns(line: string, levels: Uint8Array): VisualRun[] {
  const runs: VisualRun[] = [];
  for (const { 0: word, index } of line.matchAll(/\S+\s*|\s+/gu)) {
    for (let from = 0; from < word.length; ) {
      const level = levels[index + from] ?? 0;
      let to = from + 1;
      while (to < word.length && (levels[index + to] === level || /\s/u.test(word.charAt(to)))) to += 1;
      const run: VisualRun = { text: word.slice(from, to), rtl: level % 2 === 1, start: index + from };
      const last = runs.at(-1);
      // Words from left to right stay together: they stand side by side in the order of reading.
      if (last !== undefined && !last.rtl && !run.rtl && levels[last.start] === level)
        runs[runs.length - 1] = { ...last, text: last.text + run.text };
      else runs.push(run);
      from = to;
    }
  }
  return runs;
}

/** Pieces of one direction, text read from the right word by word, in the order of reading. */
export interface DirectedPiece {
  readonly start: number;
  readonly end: number;
  readonly rtl: boolean;
}

/**
 * The words of a paragraph, each cut where its direction changes; where nothing turns, the words as they are.
 * @returns for a part of the paragraph: the pieces in it, without the spaces
 */
export function directedWords(paragraph: string, base: 'ltr' | 'rtl'): (from: number, to: number) => DirectedPiece[] {
  const turns = base === 'rtl' || mayTurn.test(paragraph);
  const levels = turns ? bidi.getEmbeddingLevels(paragraph, base).levels : null;
  const leftwards = (index: number): boolean => (levels?.[index] ?? 0) % 2 === 1;
  return (from, to) => {
    const pieces: DirectedPiece[] = [];
    for (const { 0: word, index } of paragraph.slice(from, to).matchAll(/\S+/gu)) {
      let start = from + index;
      const end = start + word.length;
      for (let at = start + 1; at <= end; at += 1) {
        if (at < end && leftwards(at) === leftwards(start)) continue;
        pieces.push({ start, end: at, rtl: leftwards(start) });
        start = at;
      }
    }
    return pieces;
  };
}

/** What is drawn for a sign that is read from the right: an opening bracket looks like a closing one. */
export const mirrored = (sign: string): string => bidi.getMirroredCharacter(sign) ?? sign;
