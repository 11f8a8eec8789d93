import { shorten } from '../compose/measure.ts';
import type { DisplayPage, TextRun } from '../display-list.ts';
import { pageFoot } from '../page-foot.ts';
import { drawItem } from './draw-ops.ts';
import { drawRun } from './draw-text.ts';
import type { Drawing } from './drawing.ts';
import type { Told } from './page-tags.ts';
import { artifact } from './pdf-document.ts';

/** Begins a page and draws it. */
export function drawPage(drawing: Drawing, page: DisplayPage): Told[] {
  const { pdf } = drawing;
  pdf.addPage({ size: [page.sheet.width, page.sheet.height], margin: 0 });
  // Links are then reached in the order of the tags.
  pdf.page.dictionary.data.Tabs = 'S';
  const told: Told[] = [];
  for (const { matrix, clip, items } of page.layers) {
    pdf.save();
    if (clip !== null) pdf.rect(clip.x, clip.y, clip.width, clip.height).clip();
    pdf.transform(...matrix);
    for (const item of items) told.push({ item, children: drawItem(drawing, item, matrix) });
    pdf.restore();
  }
  if (page.foot !== null) drawFoot(drawing, page.foot, page.sheet);
  return told;
}

function drawFoot(
  { pdf, fonts }: Drawing,
  foot: NonNullable<DisplayPage['foot']>,
  { width, height }: DisplayPage['sheet'],
): void {
  const { size, side, up, style } = pageFoot;
  const numberWidth = fonts.textWidth(foot.number, style) * size;
  const text = shorten(
    (each, of) => fonts.textWidth(each, of),
    foot.text,
    style,
    (width - 2 * side - numberWidth - 24) / size,
  );
  artifact(
    pdf,
    () => {
      drawRun(pdf, fonts, footRun(text, side, height - up));
      drawRun(pdf, fonts, footRun(foot.number, width - side - numberWidth, height - up));
    },
    { type: 'Pagination' },
  );
}

const footRun = (text: string, x: number, y: number): TextRun => ({
  ...pageFoot.style,
  text,
  x,
  y,
  width: null,
  size: pageFoot.size,
  paint: { colour: pageFoot.colour, alpha: 1 },
  underline: false,
  strike: false,
  link: null,
  marker: false,
});
