import type { PosterBlock } from '../../../shared/board/report/report.ts';
import { type Accent, onPaper } from './accent.ts';
import { breakLines, type Line } from './break-lines.ts';
import { area, type Draft, lineRuns, shapes, text } from './draft.ts';
import type { Measure } from './measure.ts';
import { contentWidth, type Sheet } from './sheet.ts';
import { type Type, type } from './type.ts';

/** Points. */
const largest = 64;
const smallest = 14;
const bar = { width: 56, height: 5, below: 22 } as const;
const aboveBelow = 20;
const belowWidth = 560;
/** Lines of large type shorter than the page, so that the white around them is even. */
const widthShare = 0.9;

interface PosterPlace {
  readonly sheet: Sheet;
  readonly top: number;
  readonly accent: Accent;
  readonly key: string;
}

/** One sentence alone, as large as fits between `top` and the foot, a little above the middle. */
export function posterDrafts(measure: Measure, block: PosterBlock, { sheet, top, accent, key }: PosterPlace): Draft[] {
  const width = contentWidth(sheet) * widthShare;
  const belowLines =
    block.below === null ? [] : breakLines(measure, [{ text: block.below, type: type.below }], belowWidth);
  const belowHeight = belowLines.length === 0 ? 0 : aboveBelow + belowLines.length * type.below.leading;
  const room = sheet.bottom - top - bar.height - bar.below - belowHeight;
  const { lines, look } = fitted(measure, block.text, width, room);
  const textHeight = lines.length * look.leading;
  const height = bar.height + bar.below + textHeight + belowHeight;
  const x = sheet.margin;
  const y = top + Math.max(0, (sheet.bottom - top - height) * 0.42);
  const textTop = y + bar.height + bar.below;
  const belowTop = textTop + textHeight + aboveBelow;
  return [
    shapes(area({ x, y, width: bar.width, height: bar.height }, onPaper(accent))),
    text([{ tag: 'P', key }], set(lines, look, { x, y: textTop })),
    ...(belowLines.length === 0
      ? []
      : [text([{ tag: 'P', key: `${key}below` }], set(belowLines, type.below, { x, y: belowTop }))]),
  ];
}

const set = (lines: readonly Line[], { size, leading }: Type, { x, y }: { readonly x: number; readonly y: number }) =>
  lines.flatMap((line, index) => lineRuns(line, { x, y: y + size * 0.86 + index * leading }));

const looks = (size: number): Type => ({
  ...{ style: type.title.style, colour: type.title.colour },
  ...{ size, leading: size * 1.14 },
});

function fitted(measure: Measure, content: string, width: number, height: number): { lines: Line[]; look: Type } {
  for (let size = largest; size > smallest; size -= 2) {
    const look = looks(size);
    const lines = breakLines(measure, [{ text: content, type: look }], width);
    if (lines.length * look.leading <= height && lines.every(({ cut }) => !cut))
      return { lines: evened(measure, content, look, width), look };
  }
  const look = looks(smallest);
  return { lines: breakLines(measure, [{ text: content, type: look }], width), look };
}

/** As many lines as before, but of like length: the last one is no single word. */
function evened(measure: Measure, content: string, look: Type, width: number): Line[] {
  const at = (limit: number): Line[] => breakLines(measure, [{ text: content, type: look }], limit);
  const widest = at(width);
  let [low, high] = [width / 2, width];
  while (high - low > 4) {
    const middle = (low + high) / 2;
    const lines = at(middle);
    if (lines.length === widest.length && lines.every(({ cut }) => !cut)) high = middle;
    else low = middle;
  }
  return at(high);
}
