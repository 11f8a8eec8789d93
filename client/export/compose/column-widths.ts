import type { UnbrokenWidth } from './break-lines.ts';
import { type Candidate, lowestWidths } from './lowest-widths.ts';

/** A text in a cell, with what the cell adds to its width left out. */
export type CellText = readonly UnbrokenWidth[];

export interface ColumnNeed {
  /** Of the labels and the cells, row by row; every column has as many. */
  readonly texts: readonly CellText[];
  /** Points on both sides of its texts together. */
  readonly pad: number;
  /** Share of the width that is left when every row is as low as it gets; 0 keeps the column tight. */
  readonly share: number;
}

/** Widths that are tried for a column between its narrowest and its widest. */
const steps = 48;
/** Rows that are looked at; of more, as many at even distances. */
const mostRows = 120;
/** Lines are counted with what rounding of widths may take. Points. */
const slack = 0.1;
/** Of a column whose words are parted, without what its cells add: narrower ones are read letter by letter. Points. */
const narrowestParted = 46;

/** Whether each column has room for its longest line. */
export const fitsUnbroken = (needs: readonly ColumnNeed[], width: number): boolean => sum(mostWidths(needs)) <= width;

/**
 * Widths of `width` together, with which the rows come out as low as they can. No column is narrower than its longest
 * word as long as all of these fit; where they do not, the widest of them give way.
 */
export function columnWidths(needs: readonly ColumnNeed[], width: number): number[] {
  const least = leastWidths(needs);
  if (sum(least) >= width) return capped(least, width);
  const most = mostWidths(needs);
  const spare = width - sum(most);
  const widths = spare >= 0 ? most : lowestWidths(candidatesOf(needs, least, most), width);
  return widened(widths, needs, width - sum(widths));
}

/** With which no word is cut but between its syllables. */
export const leastWidths = (needs: readonly ColumnNeed[]): number[] =>
  needs.map(
    ({ texts, pad }) => texts.flat().reduce((widest, word) => Math.max(widest, leastWidth(word)), 0) + pad + slack,
  );

const leastWidth = ({ width, parts, hyphen }: UnbrokenWidth): number =>
  Math.min(width, Math.max(narrowestParted, ...parts.map((part) => part + hyphen)));

const mostWidths = (needs: readonly ColumnNeed[]): number[] =>
  needs.map(({ texts, pad }) => texts.reduce((widest, text) => Math.max(widest, naturalWidth(text)), 0) + pad + slack);

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** Of the line that is the longest where nothing is broken but at the text's own breaks. */
function naturalWidth(text: CellText): number {
  let [longest, used] = [0, 0];
  for (const word of text) {
    longest = Math.max(longest, used + word.width);
    used = word.endsLine ? 0 : used + word.width + word.space;
  }
  return longest;
}

interface Broken {
  readonly lines: number;
  /** Words that go on on another line. */
  readonly parted: number;
}

/** As lines are broken: each as full as it can be. */
function linesIn(text: CellText, width: number): Broken {
  let [lines, used, isEmpty, parted] = [1, 0, true, 0];
  for (const word of text) {
    if (!isEmpty && used + word.width > width + 0.01) {
      lines += 1;
      used = 0;
    }
    if (word.width > width + 0.01) {
      const pieces = linesOfWord(word, width);
      lines += pieces.lines - 1;
      parted += 1;
      used = pieces.used + word.space;
    } else used += word.width + word.space;
    isEmpty = false;
    if (!word.endsLine) continue;
    lines += 1;
    used = 0;
    isEmpty = true;
  }
  return { lines, parted };
}

/** @returns with what the last line has of it. Points. */
function linesOfWord(
  { parts, hyphen }: UnbrokenWidth,
  width: number,
): { readonly lines: number; readonly used: number } {
  let [lines, used] = [1, 0];
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    if (used > 0 && used + part + (isLast ? 0 : hyphen) > width + 0.01) {
      lines += 1;
      used = 0;
    }
    used += part;
  }
  return { lines, used };
}

/** What is wider than all can be gives way, to one width. */
function capped(least: readonly number[], width: number): number[] {
  const rising = least.toSorted((a, b) => a - b);
  let left = width;
  for (const [index, each] of rising.entries()) {
    const cap = left / (rising.length - index);
    if (each > cap) return least.map((own) => Math.min(own, cap));
    left -= each;
  }
  return [...least];
}

/** What is left over goes to the columns of words, in relation to what they have and are worth. */
function widened(widths: readonly number[], needs: readonly ColumnNeed[], spare: number): number[] {
  const claims = needs.map(({ share }, column) => Math.sqrt(share * (widths[column] ?? 0)));
  const total = sum(claims);
  return widths.map((width, column) =>
    total > 0 ? width + (spare * (claims[column] ?? 0)) / total : width + spare / widths.length,
  );
}

/** For each column, from the widest down: of widths that all texts take as many lines in, the narrowest. */
function candidatesOf(needs: readonly ColumnNeed[], least: readonly number[], most: readonly number[]): Candidate[][] {
  return needs.map(({ texts, pad }, column) => {
    const [low, high] = [least[column] ?? 0, most[column] ?? 0];
    const every = Math.ceil(texts.length / mostRows);
    const sampled = texts.filter((_, row) => row % every === 0);
    const found: Candidate[] = [];
    for (let step = 0; step <= steps; step += 1) {
      const width = high - ((high - low) * step) / steps;
      const broken = sampled.map((text) => linesIn(text, width - pad));
      const lines = broken.map((each) => each.lines);
      const parted = sum(broken.map((each) => each.parted));
      const isSame = found.at(-1)?.parted === parted && found.at(-1)?.lines.every((own, row) => own === lines[row]);
      if (isSame) found.pop();
      found.push({ width, lines, parted });
    }
    return found;
  });
}
