import type { TextStyle } from '../faces.ts';
import { directionOf, visualRuns } from '../text/bidi.ts';
import { markLeftward } from '../text/scripts.ts';
import { type Hyphenate, unparted } from './hyphenate.ts';
import type { Measure } from './measure.ts';

/** Text of one look within a paragraph. */
export interface Span {
  readonly text: string;
  readonly type: SpanType;
}

export interface SpanType {
  readonly style: TextStyle;
  /** Points. */
  readonly size: number;
  readonly colour: string;
}

export interface Line {
  /** In the order of reading. */
  readonly pieces: readonly Piece[];
  readonly width: number;
  /** Ends within a word, for want of room. */
  readonly cut: boolean;
  /** Of a paragraph that is read from the right, and so begins there. */
  readonly leftwards: boolean;
}

/** Text of one look and one direction. */
interface Piece {
  readonly text: string;
  readonly type: SpanType;
  /** From the left end of the line to that of the piece. Points. */
  readonly x: number;
  /** The hyphen of a word that goes on on the next line: no part of the text. */
  readonly unread: boolean;
}

const hyphen = '-';

/** What stays together on a line. */
interface Chunk {
  readonly text: string;
  readonly type: SpanType;
  /** The space behind it, which a line's end swallows. */
  readonly space: ' ' | '';
  /** Nothing may come between this and what follows. */
  readonly glued: boolean;
  readonly endsLine: boolean;
  readonly cut: boolean;
  /** Goes on on the next line, behind a hyphen. */
  readonly hyphened: boolean;
}

/** Spaces that a line may end at; those that hold words together are not among them. */
const spaces = /[ \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+/gu;
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303f\uff01-\uff60]/u;
const neverFirst = /[\p{Pe}\p{Pf}\p{M}、。，．：；！？ー々〜・…!?:;,.%’”'"]/u;
const neverLast = /[\p{Ps}\p{Pi}]/u;
const joins = /[-‐–—/]/u;
const letter = /[\p{L}\p{N}]/u;
/** Scripts that write no spaces between words and need a dictionary. */
const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const words = new Intl.Segmenter('th', { granularity: 'word' });
const parts = (segmenter: Intl.Segmenter, text: string): string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);

const thousands = /(?<![\d.,])\d{1,3}(?: \d{3}){1,3}(?!\d)/gu;

/**
 * French sets a space before its high marks and within its quotation marks, many languages between thousands and before
 * signs of measure, and no line may end there. A dot that parts facts ends a line and begins none.
 */
const holdTogether = (text: string): string =>
  text
    .replace(/ (?=·(?:\s|$))/gu, '\u00a0')
    .replace(/(?<=\d) (?=[%‰€$£°](?!\p{L}))/gu, '\u00a0')
    .replace(/ (?=[:;?!»](?:\s|$))/gu, '\u00a0')
    .replace(/« /gu, '«\u00a0')
    .replace(thousands, (number) => number.replaceAll(' ', '\u00a0'));

function mayBreak(before: string, a: string, b: string): boolean {
  if (a === '\u200b') return true;
  if (neverFirst.test(b) || neverLast.test(a)) return false;
  if (ideograph.test(a) || ideograph.test(b)) return true;
  // Before a digit a hyphen may be a minus, or the range would lose its end.
  return joins.test(a) && letter.test(before) && /\p{L}/u.test(b);
}

function splitWord(word: string): string[] {
  if (unspaced.test(word)) return parts(words, word);
  const signs = parts(graphemes, word);
  const pieces: string[] = [];
  for (const [index, sign] of signs.entries()) {
    const last = signs[index - 1];
    if (last === undefined || mayBreak(signs[index - 2] ?? '', last, sign)) pieces.push(sign);
    else pieces[pieces.length - 1] += sign;
  }
  return pieces;
}

/** @param lineStart of the line's first chunk: a space that a line begins with is none */
function spaceBehind(chunks: Chunk[], lineStart: number): void {
  const last = chunks[chunks.length - 1];
  if (last !== undefined && chunks.length >= lineStart && !last.endsLine)
    chunks[chunks.length - 1] = { ...last, space: ' ', glued: false };
}

function chunksOf(spans: readonly Span[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (const [index, { text, type }] of spans.entries()) {
    const lines = holdTogether(text.normalize('NFC')).split(/\r\n|[\n\r\u2028\u2029]/u);
    for (const [lineIndex, line] of lines.entries()) {
      const endsLine = lineIndex < lines.length - 1;
      const found = line.split(spaces);
      const before = chunks.length;
      for (const [wordIndex, word] of found.entries()) {
        const space = wordIndex < found.length - 1 ? ' ' : '';
        // The text begins with a space: it parts what came before from what comes.
        if (word === '' && space === ' ') spaceBehind(chunks, before);
        const pieces = splitWord(word);
        for (const [pieceIndex, piece] of pieces.entries()) {
          const last = pieceIndex === pieces.length - 1;
          const glued = last && space === '' && !endsLine && index < spans.length - 1;
          chunks.push({
            text: piece,
            type,
            space: last ? space : '',
            glued,
            endsLine: false,
            cut: false,
            hyphened: false,
          });
        }
      }
      if (!endsLine) continue;
      const last = chunks.length > before ? chunks.pop() : undefined;
      chunks.push({ text: '', type, space: '', glued: false, cut: false, hyphened: false, ...last, endsLine: true });
    }
  }
  return chunks;
}

/** Word by word, as the font engine sets it, so that words measured once serve again. Points. */
function textWidth(measure: Measure, { text, type }: Span): number {
  let width = 0;
  for (const [index, word] of text.split(/[ \u00a0]/u).entries())
    width += (index === 0 ? 0 : measure(' ', type.style)) + (word === '' ? 0 : measure(word, type.style));
  return width * type.size;
}

/** What a line does not end within as long as it fits one. Points. */
export interface UnbrokenWidth {
  readonly width: number;
  /** Of the space behind it. */
  readonly space: number;
  /** A line ends behind it of itself. */
  readonly endsLine: boolean;
  /** Of what it is parted into where it fits no line, and of the hyphen behind each but the last; one where it is not. */
  readonly parts: readonly number[];
  readonly hyphen: number;
}

/** Of a text of one look, in the order of reading: enough to know how many lines it takes in any width. */
export const unbrokenWidths = (measure: Measure, span: Span, hyphenate: Hyphenate = unparted): UnbrokenWidth[] =>
  chunksOf([span]).map(({ text, type, space, endsLine }) => {
    const widthOf = (part: string): number => textWidth(measure, { text: part, type });
    const parts = hyphenate(text).map(widthOf);
    return {
      ...{ width: widthOf(text), space: widthOf(space), endsLine, parts },
      hyphen: parts.length > 1 ? widthOf(hyphen) : 0,
    };
  });

/**
 * Lines no wider than `width` points, each as full as it can be. Only a word that is wider than a whole line is parted,
 * between its syllables where they are known. A text without letters has no lines; a line break of its own is kept.
 */
export function breakLines(
  measure: Measure,
  spans: readonly Span[],
  width: number,
  hyphenate: Hyphenate = unparted,
): Line[] {
  if (spans.every(({ text }) => text.trim() === '')) return [];
  const leftwards = directionOf(spans.map(({ text }) => text).join('')) === 'rtl';
  const cutting: Cutting = { measure, width, hyphenate: leftwards ? unparted : hyphenate };
  const widthOf = (chunk: Span): number => textWidth(measure, chunk);
  const lines: Chunk[][] = [[]];
  let used = 0;
  // Chunks that nothing may come between are placed as one.
  let held: Chunk[] = [];
  const place = (group: readonly Chunk[]): void => {
    let line = lines.at(-1) ?? [];
    const groupWidth = group.reduce((sum, chunk) => sum + widthOf(chunk), 0);
    if (used + groupWidth > width + 0.01 && line.length > 0) {
      line = [];
      lines.push(line);
      used = 0;
    }
    for (const chunk of groupWidth > width ? group.flatMap((each) => cutToWidth(each, cutting)) : group) {
      const own = widthOf(chunk.hyphened ? { ...chunk, text: chunk.text + hyphen } : chunk);
      if (line.at(-1)?.hyphened || (used + own > width + 0.01 && line.length > 0)) {
        line = [];
        lines.push(line);
        used = 0;
      }
      line.push(chunk);
      used += own + textWidth(measure, { text: chunk.space, type: chunk.type });
    }
    if (!group.at(-1)?.endsLine) return;
    lines.push([]);
    used = 0;
  };
  for (const chunk of chunksOf(spans)) {
    held.push(chunk);
    if (chunk.glued) continue;
    place(held);
    held = [];
  }
  if (held.length > 0) place(held);
  while (lines.at(-1)?.length === 0) lines.pop();
  return lines.map((line) => setLine(measure, line, leftwards));
}

interface Cutting {
  readonly measure: Measure;
  /** Points. */
  readonly width: number;
  readonly hyphenate: Hyphenate;
}

/** Pieces that fit by themselves, as long as can be. */
function cutToWidth(chunk: Chunk, cutting: Cutting): Chunk[] {
  const { measure, width, hyphenate } = cutting;
  const fits = (text: string): boolean => textWidth(measure, { text, type: chunk.type }) <= width + 0.01;
  if (fits(chunk.text)) return [chunk];
  const parted = hyphenate(chunk.text);
  const pieces: string[] = [];
  for (const [index, part] of parted.entries()) {
    const grown = (pieces.at(-1) ?? '') + part;
    if (pieces.length > 0 && fits(index === parted.length - 1 ? grown : grown + hyphen))
      pieces[pieces.length - 1] = grown;
    else pieces.push(part);
  }
  return pieces.flatMap((text, index): Chunk[] => {
    const isLast = index === pieces.length - 1;
    const piece = isLast ? { ...chunk, text } : { ...chunk, text, space: '' as const, endsLine: false, cut: true };
    if (fits(isLast ? text : text + hyphen)) return [{ ...piece, hyphened: !isLast }];
    return cutBetweenSigns(piece, cutting);
  });
}

function cutBetweenSigns(chunk: Chunk, { measure, width }: Cutting): Chunk[] {
  const cut: string[] = [];
  for (const sign of parts(graphemes, chunk.text)) {
    const grown = (cut.at(-1) ?? '') + sign;
    if (cut.length > 0 && measure(grown, chunk.type.style) * chunk.type.size <= width) cut[cut.length - 1] = grown;
    else cut.push(sign);
  }
  return cut.map((text, index) =>
    index === cut.length - 1 ? { ...chunk, text } : { ...chunk, text, space: '', endsLine: false, cut: true },
  );
}

interface Styled {
  readonly text: string;
  readonly type: SpanType;
}

interface PlacedRun {
  readonly parts: readonly (Styled & { readonly start: number })[];
  readonly rtl: boolean;
  readonly start: number;
  readonly endsInSpace: boolean;
}

function setLine(measure: Measure, chunks: readonly Chunk[], leftwards: boolean): Line {
  const styled: { text: string; readonly type: SpanType }[] = [];
  for (const { text, type, space } of chunks) {
    const last = styled.at(-1);
    if (last !== undefined && last.type === type) last.text += text + space;
    else styled.push({ text: text + space, type });
  }
  const line = styled.map(({ text }) => text).join('');
  const runs = visualRuns(line, leftwards ? 'rtl' : 'ltr').map(({ text, rtl, start }): PlacedRun => {
    const parts = styledParts(styled, start, start + text.length);
    return { parts: rtl ? parts.reverse() : parts, rtl, start, endsInSpace: /\s$/u.test(text) };
  });
  const found: (Omit<Piece, 'unread'> & { readonly start: number })[] = [];
  let x = 0;
  for (const [index, run] of runs.entries()) {
    for (const [partIndex, part] of run.parts.entries()) {
      found.push({ ...part, text: run.rtl ? markLeftward(part.text) : part.text, x });
      const inner = !run.rtl && partIndex < run.parts.length - 1;
      x += textWidth(measure, inner ? part : { ...part, text: part.text.trimEnd() });
    }
    const next = runs[index + 1];
    const [last] = run.parts.slice(-1);
    if (next !== undefined && last !== undefined && spaceBetween(runs, run, next, leftwards))
      x += textWidth(measure, { text: ' ', type: last.type });
  }
  const last = chunks.at(-1);
  const pieces = found
    .sort((a, b) => a.start - b.start)
    .map(({ text, type, x: left }): Piece => ({ text, type, x: left, unread: false }));
  const end = { pieces, width: x, cut: last?.cut ?? false, leftwards };
  if (last === undefined || !last.hyphened) return end;
  const mark: Piece = { text: hyphen, type: last.type, x, unread: true };
  return { ...end, pieces: [...pieces, mark], width: x + textWidth(measure, mark) };
}

/** Whether a space stands between neighbours on the line: it belongs to what is read before it. */
function spaceBetween(runs: readonly PlacedRun[], left: PlacedRun, right: PlacedRun, leftwards: boolean): boolean {
  if (leftwards || (left.rtl && right.rtl)) return right.endsInSpace;
  if (!left.rtl) return left.endsInSpace;
  const before = runs.filter(({ start }) => start < right.start).sort((a, b) => b.start - a.start)[0];
  return before?.endsInSpace ?? false;
}

/** What of a line's looks lies between two places in it. */
function styledParts(styled: readonly Styled[], from: number, to: number): (Styled & { readonly start: number })[] {
  let at = 0;
  return styled.flatMap(({ text, type }) => {
    const start = Math.max(from, at);
    const part = text.slice(start - at, Math.max(0, to - at));
    at += text.length;
    return part === '' ? [] : [{ text: part, type, start }];
  });
}
