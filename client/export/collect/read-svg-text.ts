import type { TextBlock, TextRun } from '../display-list.ts';
import { directedWords } from '../text/bidi.ts';
import { markLeftward } from '../text/scripts.ts';
import { styleOf } from './text-style.ts';

/**
 * Lines of an SVG text, which stand where its author put them. Every tspan, and text directly inside, is a line or part
 * of one; the baseline is alphabetic.
 */
export function readSvgText(text: SVGTextElement, alpha: number): TextBlock {
  const parts = text.querySelectorAll('tspan');
  const runs = Array.from(parts.length > 0 ? parts : [text], (part) => readPart(part, alpha));
  return { role: 'paragraph', runs: runs.flat() };
}

/** As SVG does it: the spaces of source code become one, all others stay as many as they are, here as plain ones. */
const spacedAsDrawn = (text: string): string => text.replaceAll(/[ \t\n\r]+/g, ' ').replaceAll(/\s/gu, ' ');

function readPart(part: SVGTextContentElement, alpha: number): TextRun[] {
  const written = spacedAsDrawn(part.textContent ?? '');
  // A space that begins a text is not drawn, and not counted.
  const text = (written.length > part.getNumberOfChars() ? written.trimStart() : written).trimEnd();
  if (text.trim() === '') return [];
  const computed = getComputedStyle(part);
  const start = part.getStartPositionOfChar(0);
  const style = styleOf(part, computed, computed.fill);
  const run = { ...style, paint: { ...style.paint, alpha: style.paint.alpha * alpha }, y: start.y, marker: false };
  const pieces = directedWords(text, computed.direction === 'rtl' ? 'rtl' : 'ltr')(0, text.length);
  if (pieces.every(({ rtl }) => !rtl)) {
    const width = part.getEndPositionOfChar(text.length - 1).x - start.x;
    return [{ ...run, text: `${text} `, x: start.x, width }];
  }
  return pieces.map(({ start: from, end, rtl }) => {
    const boxes = Array.from({ length: end - from }, (_, index) => part.getExtentOfChar(from + index));
    const x = Math.min(...boxes.map((box) => box.x));
    const width = Math.max(...boxes.map((box) => box.x + box.width)) - x;
    const word = text.slice(from, end);
    const space = end === text.length || text.charAt(end) === ' ' ? ' ' : '';
    return { ...run, text: `${rtl ? markLeftward(word) : word}${space}`, x, width };
  });
}
