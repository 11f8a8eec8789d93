import type { TextBlock, TextRun } from '../display-list.ts';
import { styleOf } from './text-style.ts';

/**
 * Lines of an SVG text, which stand where its author put them. Every tspan, and text directly inside, is a line or part
 * of one; the baseline is alphabetic.
 */
export function readSvgText(text: SVGTextElement, alpha: number): TextBlock {
  const runs: TextRun[] = [];
  const parts = text.querySelectorAll('tspan');
  for (const part of parts.length > 0 ? parts : [text]) {
    const run = readPart(part, alpha);
    if (run !== null) runs.push(run);
  }
  return { role: 'paragraph', runs };
}

function readPart(part: SVGTextContentElement, alpha: number): TextRun | null {
  const text = (part.textContent ?? '').replaceAll(/\s+/gu, ' ');
  const count = part.getNumberOfChars();
  if (text.trim() === '' || count === 0) return null;
  const computed = getComputedStyle(part);
  const start = part.getStartPositionOfChar(0);
  const style = styleOf(part, computed, computed.fill);
  return {
    ...style,
    paint: { ...style.paint, alpha: style.paint.alpha * alpha },
    text: `${text.trimEnd()} `,
    x: start.x,
    y: start.y,
    width: part.getEndPositionOfChar(text.trimEnd().length - 1).x - start.x,
    marker: false,
  };
}
