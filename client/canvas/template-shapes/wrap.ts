/** Width of a text in its face and size. */
export type Measure = (text: string) => number;

const softHyphen = '\u00ad';
const ellipsis = '…';
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Breaks a text into lines no wider than `width`: at white space, at soft hyphens, and within a word only where the word
 * alone is wider than a line. Beyond `maxLines` the last line ends in an ellipsis.
 */
export function wrapText(text: string, width: number, measure: Measure, maxLines = Number.POSITIVE_INFINITY): string[] {
  const lines = text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, width, measure));
  if (lines.length <= maxLines) return lines;
  const kept = lines.slice(0, Math.max(1, maxLines));
  kept[kept.length - 1] = shorten(kept.at(-1) ?? '', width, measure);
  return kept;
}

function wrapParagraph(paragraph: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  // No-break spaces hold words together.
  for (const word of paragraph.split(/[ \t]+/)) {
    const whole = word.replaceAll(softHyphen, '');
    const candidate = line === '' ? whole : `${line} ${whole}`;
    if (measure(candidate) <= width) {
      line = candidate;
      continue;
    }
    const filled = splitWord(word, line, width, measure);
    line = filled.pop() ?? '';
    lines.push(...filled);
  }
  return [...lines, line];
}

/** @returns the lines that the word makes of the line before it, which it may begin on; the last is still open. */
function splitWord(word: string, before: string, width: number, measure: Measure): string[] {
  const done: string[] = [];
  let line = before === '' ? '' : `${before} `;
  let begun = false;
  const syllables = word.split(softHyphen);
  for (const [index, syllable] of syllables.entries()) {
    const hyphen = index < syllables.length - 1 ? '-' : '';
    if (measure(line + syllable + hyphen) > width) {
      if (line !== '') done.push(begun ? `${line}-` : before);
      const [last, ...full] = splitGraphemes(syllable, width, measure).reverse();
      done.push(...full.reverse());
      line = last ?? '';
    } else line += syllable;
    begun = true;
  }
  return [...done, line];
}

function splitGraphemes(syllable: string, width: number, measure: Measure): string[] {
  const lines = [''];
  for (const { segment } of graphemes.segment(syllable)) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && measure(line + segment) > width) lines.push(segment);
    else lines[lines.length - 1] = line + segment;
  }
  return lines;
}

function shorten(line: string, width: number, measure: Measure): string {
  const parts = Array.from(graphemes.segment(line), ({ segment }) => segment);
  while (parts.length > 0 && measure(parts.join('') + ellipsis) > width) parts.pop();
  return parts.join('').trimEnd() + ellipsis;
}
