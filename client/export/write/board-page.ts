import type { DisplayPage, Paper } from '../display-list.ts';
import { runOf, shorten } from './cover.ts';
import { type Drawing, drawItem } from './draw-ops.ts';
import { drawRun } from './draw-text.ts';
import type { TextStyle } from './font-book.ts';
import { artifact, type Element, type Pdf } from './pdf-document.ts';

/** Points, long side first. */
const paperSizes: Readonly<Record<Paper, readonly [long: number, short: number]>> = {
  A4: [841.89, 595.28],
  A3: [1190.55, 841.89],
};

/** Points. What most printers leave white is within the margin. */
const margin = { side: 18, top: 16, topWithHeading: 44, bottom: 24 } as const;
const footerSize = 8;
const headingSize = 15;

export const pageStyles = {
  heading: { family: 'title', weight: 700, italic: false },
  footer: { family: 'text', weight: 400, italic: false },
} as const satisfies Readonly<Record<string, TextStyle>>;

interface PageFacts {
  readonly footer: string;
  /** "3 / 8". */
  readonly number: string;
}

export function drawBoardPage(drawing: Drawing, section: Element, page: DisplayPage, facts: PageFacts): void {
  const { pdf } = drawing;
  const [long, short] = paperSizes[page.paper];
  const [width, height] = page.view.width >= page.view.height ? [long, short] : [short, long];
  pdf.addPage({ size: [width, height], margin: 0 });
  // Links are then reached in the order of the tags.
  pdf.page.dictionary.data.Tabs = 'S';
  if (page.heading !== null) drawHeading(drawing, section, page.heading, width);

  const top = page.heading === null ? margin.top : margin.topWithHeading;
  const roomWidth = width - 2 * margin.side;
  const roomHeight = height - top - margin.bottom;
  const scale = Math.min(roomWidth / page.view.width, roomHeight / page.view.height);
  const left = margin.side + (roomWidth - page.view.width * scale) / 2;
  const down = top + (roomHeight - page.view.height * scale) / 2;

  pdf.save();
  // What sticks out of a frame runs on to the edge of the paper, not into the footer.
  pdf.rect(0, page.heading === null ? 0 : top - 6, width, height - (page.heading === null ? 0 : top - 6) - 20).clip();
  pdf.translate(left, down).scale(scale);
  if (page.framed) artifact(pdf, () => drawSheet(pdf, page));
  pdf.transform(...page.view.matrix);
  const told: { readonly rank: number; readonly element: Element }[] = [];
  for (const item of page.items)
    for (const element of drawItem(drawing, item)) told.push({ rank: item.readingRank, element });
  pdf.restore();
  told.sort((a, b) => a.rank - b.rank);
  for (const { element } of told) section.add(element);
  drawFooter(drawing, facts, width, height);
}

function drawSheet(pdf: Pdf, { view }: DisplayPage): void {
  pdf
    .rect(0, 0, view.width, view.height)
    .lineWidth(1)
    .fillColor('#FFFFFF', 1)
    .strokeColor('#D5D3C8', 1)
    .fillAndStroke();
}

function drawHeading({ pdf, fonts }: Drawing, section: Element, heading: string, width: number): void {
  const element = pdf.struct('H1');
  element.add(pdf.markStructureContent('H1'));
  const shown = shorten(fonts, heading, pageStyles.heading, headingSize, width - 2 * margin.side);
  drawRun(
    pdf,
    fonts,
    runOf(shown, { x: margin.side, y: 30, size: headingSize, style: pageStyles.heading, colour: '#1C2826' }),
  );
  pdf.endMarkedContent();
  section.add(element);
}

function drawFooter({ pdf, fonts }: Drawing, facts: PageFacts, width: number, height: number): void {
  const y = height - 10;
  const placed = { y, size: footerSize, style: pageStyles.footer, colour: '#5E6865' };
  const numberWidth = fonts.textWidth(facts.number, pageStyles.footer) * footerSize;
  artifact(
    pdf,
    () => {
      const footer = shorten(
        fonts,
        facts.footer,
        pageStyles.footer,
        footerSize,
        width - 2 * margin.side - numberWidth - 24,
      );
      drawRun(pdf, fonts, runOf(footer, { ...placed, x: margin.side }));
      drawRun(pdf, fonts, runOf(facts.number, { ...placed, x: width - margin.side - numberWidth }));
    },
    { type: 'Pagination' },
  );
}
