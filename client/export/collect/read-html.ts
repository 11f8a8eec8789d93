import type { BlockRole, PathOp, TextBlock, TextRun } from '../display-list.ts';
import { identity } from '../matrix.ts';
import { type DirectedPiece, directedWords } from '../text/bidi.ts';
import { isLeftward, markLeftward } from '../text/scripts.ts';
import { piecesByLine, type Rect } from './broken-words.ts';
import { paintOf } from './colours.ts';
import { type RunStyle, sameStyle, styleOf } from './text-style.ts';

/** Text as the browser broke and placed it, in the units of its root's box, and what is painted behind it. */
export interface ReadHtml {
  readonly blocks: readonly TextBlock[];
  readonly grounds: readonly PathOp[];
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** @param root laid out, neither turned nor scaled */
export function readHtml(root: HTMLElement): ReadHtml {
  const origin = root.getBoundingClientRect();
  const grounds: PathOp[] = [];
  for (const element of root.querySelectorAll('code, mark')) grounds.push(...readGrounds(element, origin));
  const nodes = new Map<Element, Text[]>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || node.nodeValue === null || node.nodeValue.trim() === '') continue;
    const block = element.closest('p, h1, h2, h3, h4, h5, h6, li') ?? root;
    nodes.set(block, [...(nodes.get(block) ?? []), node as Text]);
  }
  const lines = [...nodes].map(([block, texts]) => [block, readBlock(block, texts, origin)] as const);
  const numbered = new Set<Element>();
  const blocks = lines.map(([block, runs]): TextBlock => {
    const item = block.closest('li');
    if (item === null || !root.contains(item)) return { role: roleOf(block), runs };
    const first = !numbered.has(item);
    numbered.add(item);
    return { role: 'item', runs: first ? [...markerOf(item, runs, origin), ...runs] : runs };
  });
  return { blocks, grounds };
}

const roleOf = (block: Element): BlockRole => (/^H[1-6]$/.test(block.tagName) ? 'heading' : 'paragraph');

function readGrounds(element: Element, origin: DOMRect): PathOp[] {
  const fill = paintOf(getComputedStyle(element).backgroundColor, 1);
  if (fill === null) return [];
  return Array.from(element.getClientRects(), ({ left, top, width, height }) => ({
    op: 'path',
    matrix: identity,
    d: `M${left - origin.left} ${top - origin.top}h${width}v${height}h${-width}Z`,
    fill,
    evenOdd: false,
    stroke: null,
  }));
}

function readBlock(block: Element, texts: readonly Text[], origin: DOMRect): TextRun[] {
  const runs: TextRun[] = [];
  const paragraph = texts.map(({ data }) => data).join('');
  const words = directedWords(paragraph, getComputedStyle(block).direction === 'rtl' ? 'rtl' : 'ltr');
  let from = 0;
  for (const text of texts) {
    readTextNode(text, words(from, from + text.length), from, origin, runs);
    from += text.length;
  }
  return runs;
}

/** @param from where the text begins in what the words were found in */
function readTextNode(
  node: Text,
  words: readonly DirectedPiece[],
  from: number,
  origin: DOMRect,
  runs: TextRun[],
): void {
  const element = node.parentElement;
  if (element === null) return;
  const computed = getComputedStyle(element);
  const style = styleOf(element, computed, computed.color);
  const ascent = ascentOf(element, computed);
  const range = document.createRange();
  const rectOf = (start: number, end: number): DOMRect[] => {
    range.setStart(node, start);
    range.setEnd(node, end);
    return Array.from(range.getClientRects());
  };
  const place = (text: string, { left, top, width }: Rect, rtl: boolean): void => {
    const placed = { x: left - origin.left, y: top - origin.top + ascent, width };
    if (rtl) runs.push({ ...style, text: markLeftward(text), ...placed, marker: false });
    else append(runs, style, text, placed);
  };
  let read = 0;
  for (const { start, end, rtl } of words) {
    const at = start - from;
    const word = node.data.slice(at, end - from);
    if (/\s/u.test(node.data.slice(read, at))) appendSpace(runs, style);
    read = end - from;
    const rects = rectOf(at, read);
    if (rects.length === 1 && rects[0] !== undefined) place(word, rects[0], rtl);
    else {
      const ends = Array.from(graphemes.segment(word), ({ segment, index }) => index + segment.length);
      const pieces = piecesByLine(ends, (from, to) => rectOf(at + from, at + to));
      for (const piece of pieces) place(word.slice(piece.start, piece.end), piece.rect, rtl);
    }
  }
  if (/\s/u.test(node.data.slice(read))) appendSpace(runs, style);
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Text that goes on where the last run ended, in its style and on its line, makes that run longer. */
function append(runs: TextRun[], style: RunStyle, text: string, { x, y, width }: Placed): void {
  const last = runs.at(-1);
  // Up to a wide space apart: what the browser put between two words of one line.
  const goesOn =
    last !== undefined &&
    last.width !== null &&
    !isLeftward(last.text) &&
    sameStyle(last, style) &&
    Math.abs(last.y - y) < 1 &&
    x >= last.x + last.width - 1 &&
    x - last.x - last.width < (last.text.endsWith(' ') ? style.size : 1.5);
  if (goesOn) runs[runs.length - 1] = { ...last, text: last.text + text, width: x + width - last.x };
  else runs.push({ ...style, text, x, y, width, marker: false });
}

/** A space widens nothing: at the end of a line it has no room of its own. */
function appendSpace(runs: TextRun[], style: RunStyle): void {
  const last = runs.at(-1);
  if (last !== undefined && sameStyle(last, style) && !last.text.endsWith(' '))
    runs[runs.length - 1] = { ...last, text: `${last.text} ` };
  else if (last !== undefined && !last.text.endsWith(' ')) runs[runs.length - 1] = { ...last, text: `${last.text} ` };
}

/** The browser draws bullets and numbers itself and tells nobody where; these are Chromium's rules for them. */
function markerOf(item: Element, runs: readonly TextRun[], origin: DOMRect): TextRun[] {
  const [first] = runs;
  if (first === undefined) return [];
  const computed = getComputedStyle(item);
  const rtl = computed.direction === 'rtl';
  const box = item.getBoundingClientRect();
  const edge = rtl
    ? box.right - Number.parseFloat(computed.paddingRight)
    : box.left + Number.parseFloat(computed.paddingLeft);
  /** @param distance of the mark's nearer end from the content */
  const mark = (text: string, distance: number, width: number): TextRun => ({
    ...first,
    text,
    x: edge - origin.left + (rtl ? distance : -distance - width),
    width: null,
    underline: false,
    strike: false,
    link: null,
    marker: true,
  });
  const listed = item.parentElement;
  if (listed?.tagName === 'OL') {
    const number = String(Number(listed.getAttribute('start') ?? 1) + Array.from(listed.children).indexOf(item));
    if (!rtl) return [mark(`${number}.`, 0, widthOf(`${number}. `, computed))];
    // The point stands left of the number.
    const point = widthOf(' ', computed);
    const width = widthOf('.', computed);
    return [mark(number, point + width, widthOf(number, computed)), mark('.', point, width)];
  }
  const ascent = ascentOf(item, computed);
  const bullet = widthOf('•', computed);
  const diameter = ((ascent * 2) / 3 + 1) / 2;
  return [mark('•', (ascent * 2) / 3 + 8 - 1 - diameter / 2 - bullet / 2, bullet)];
}

/** By the place that they were measured in, which goes with its export: faces that failed to come may be there the next time. */
const ascents = new WeakMap<Element, Map<string, number>>();
const fontKey = (style: CSSStyleDeclaration): string =>
  `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;

/** From the top of a line's letters to their baseline; the browser rounds it, so it is asked. */
function ascentOf(element: Element, style: CSSStyleDeclaration): number {
  // Beside the text, so that no transform differs.
  const place = element.closest('[data-measured]') ?? document.body;
  const knownHere = ascents.get(place) ?? new Map<string, number>();
  ascents.set(place, knownHere);
  const key = fontKey(style);
  const known = knownHere.get(key);
  if (known !== undefined) return known;
  const line = document.createElement('div');
  line.style.cssText = 'position:absolute;left:0;top:0;white-space:nowrap;margin:0;padding:0';
  line.style.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize}/2 ${style.fontFamily}`;
  const letters = document.createTextNode('Hxg');
  const baseline = document.createElement('span');
  baseline.style.cssText = 'display:inline-block;width:0;height:0';
  line.append(letters, baseline);
  place.append(line);
  const range = document.createRange();
  range.selectNodeContents(letters);
  const top = range.getClientRects()[0]?.top ?? 0;
  const ascent = baseline.getBoundingClientRect().bottom - top;
  line.remove();
  knownHere.set(key, ascent);
  return ascent;
}

let canvas: CanvasRenderingContext2D | null = null;

function widthOf(text: string, style: CSSStyleDeclaration): number {
  canvas ??= document.createElement('canvas').getContext('2d');
  if (canvas === null) throw new Error('no canvas');
  canvas.font = fontKey(style);
  return canvas.measureText(text).width;
}
