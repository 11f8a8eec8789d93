import type { CoverContent, CoverOrganisation, TextRun } from '../display-list.ts';
import { drawRun } from './draw-text.ts';
import type { FontBook, TextStyle } from './font-book.ts';
import { artifact, type Element, type Pdf } from './pdf-document.ts';

/** Points; A4 lying down. */
const page = { width: 841.89, height: 595.28, margin: 64 } as const;
const band = { height: 250, colour: '#143F35', text: '#FFFFFF', quiet: '#CFE0D8' } as const;
const ink = '#1C2826';
const quietInk = '#5E6865';

/** Colours of organisations in the order of joining, light theme; the second and seventh are light and take dark letters. */
const organisationColours = [
  '#1C3DA1',
  '#C8690E',
  '#437A63',
  '#6B3A51',
  '#8C5704',
  '#695894',
  '#1F8CB2',
  '#241B6C',
  '#314900',
  '#3E2318',
] as const;
const lightColours: ReadonlySet<string> = new Set(['#C8690E', '#1F8CB2']);

const style = {
  title: { family: 'title', weight: 700, italic: false },
  text: { family: 'text', weight: 400, italic: false },
  strong: { family: 'text', weight: 600, italic: false },
  stamp: { family: 'text', weight: 700, italic: false },
} as const satisfies Readonly<Record<string, TextStyle>>;

/** Everything the cover writes, so that its faces are loaded. */
export function coverTexts(cover: CoverContent): (TextStyle & { readonly text: string })[] {
  return [
    { ...style.strong, text: `${cover.label}${cover.organisationsHeading}` },
    { ...style.title, text: cover.title },
    { ...style.text, text: `${cover.workshop}${cover.date}… ` },
    ...cover.organisations.flatMap(({ name, initials, headCount }) => [
      { ...style.strong, text: `${name}…` },
      { ...style.stamp, text: initials },
      { ...style.text, text: headCount },
    ]),
  ];
}

interface Cover {
  readonly pdf: Pdf;
  readonly fonts: FontBook;
  readonly section: Element;
}

export function drawCover(pdf: Pdf, fonts: FontBook, section: Element, content: CoverContent): void {
  const cover: Cover = { pdf, fonts, section };
  pdf.addPage({ size: [page.width, page.height], margin: 0 });
  artifact(pdf, () => pdf.rect(0, 0, page.width, band.height).fillColor(band.colour, 1).fill());
  write(cover, 'P', content.label, { x: page.margin, y: 78, size: 13, style: style.strong, colour: band.quiet });
  const width = page.width - 2 * page.margin;
  const { lines, size } = fitTitle(fonts, content.title, width);
  const leading = size * 1.12;
  writeLines(cover, 'H1', lines, {
    x: page.margin,
    y: 122 + (lines.length === 1 ? 10 : 0),
    size,
    style: style.title,
    colour: band.text,
    leading,
  });
  write(cover, 'P', shorten(fonts, content.workshop, style.text, 17, width), {
    x: page.margin,
    y: band.height - 32,
    size: 17,
    style: style.text,
    colour: band.quiet,
  });
  write(cover, 'P', content.date, {
    x: page.margin,
    y: band.height + 40,
    size: 13,
    style: style.text,
    colour: quietInk,
  });
  if (content.organisations.length > 0) drawOrganisations(cover, content);
}

function drawOrganisations(cover: Cover, { organisationsHeading, organisations }: CoverContent): void {
  const top = band.height + 84;
  const room = page.height - page.margin + 14 - top;
  write(cover, 'H2', organisationsHeading, {
    x: page.margin,
    y: top,
    size: 13,
    style: style.strong,
    colour: ink,
  });
  // Rows shrink and columns are added as more organisations take part; sixty still fit.
  const columns = organisations.length <= 9 ? 1 : organisations.length <= 24 ? 2 : organisations.length <= 36 ? 3 : 4;
  const rows = Math.ceil(organisations.length / columns);
  const rowHeight = Math.min(28, (room - 14) / rows);
  const columnWidth = (page.width - 2 * page.margin) / columns;
  const list = cover.pdf.struct('L');
  for (const [index, organisation] of organisations.entries()) {
    const x = page.margin + Math.floor(index / rows) * columnWidth;
    const y = top + 14 + (index % rows) * rowHeight;
    list.add(drawOrganisation(cover, organisation, { x, y, width: columnWidth - 16, height: rowHeight }));
  }
  cover.section.add(list);
}

function drawOrganisation(
  { pdf, fonts }: Cover,
  { name, initials, headCount, colour }: CoverOrganisation,
  row: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Element {
  const size = Math.min(13, row.height * 0.5);
  const stampHeight = Math.min(18, row.height * 0.72);
  const stampWidth = stampHeight * 1.4;
  const baseline = row.y + row.height / 2 + size * 0.33;
  const fill = organisationColours[(colour - 1) % organisationColours.length] ?? ink;
  const letters = lightColours.has(fill) ? '#101816' : '#FFFFFF';
  artifact(pdf, () => {
    const top = row.y + (row.height - stampHeight) / 2;
    pdf.roundedRect(row.x, top, stampWidth, stampHeight, 3).fillColor(fill, 1).fill();
    // From the eleventh organisation on the colours repeat and a ring tells them apart.
    if (colour > organisationColours.length)
      pdf
        .roundedRect(row.x + 1.5, top + 1.5, stampWidth - 3, stampHeight - 3, 2)
        .lineWidth(1)
        .strokeColor(letters, 1)
        .stroke();
    const stampSize = stampHeight * 0.56;
    const stampText = fonts.textWidth(initials, style.stamp) * stampSize;
    drawRun(
      pdf,
      fonts,
      runOf(initials, {
        x: row.x + (stampWidth - stampText) / 2,
        y: top + stampHeight / 2 + stampSize * 0.33,
        size: stampSize,
        style: style.stamp,
        colour: letters,
      }),
    );
  });
  const item = pdf.struct('LI');
  const body = pdf.struct('LBody');
  body.add(pdf.markStructureContent('LBody'));
  const x = row.x + stampWidth + 8;
  const countWidth = fonts.textWidth(headCount, style.text) * size;
  const nameWidth = row.width - stampWidth - 16 - countWidth;
  const nameSize = Math.max(6, Math.min(size, nameWidth / fonts.textWidth(name, style.strong)));
  const shown = shorten(fonts, name, style.strong, nameSize, nameWidth);
  drawRun(pdf, fonts, runOf(`${shown} `, { x, y: baseline, size: nameSize, style: style.strong, colour: ink }));
  drawRun(
    pdf,
    fonts,
    runOf(headCount, {
      x: x + fonts.textWidth(shown, style.strong) * nameSize + 8,
      y: baseline,
      size,
      style: style.text,
      colour: quietInk,
    }),
  );
  pdf.endMarkedContent();
  item.add(body);
  return item;
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly style: TextStyle;
  readonly colour: string;
}

export function runOf(text: string, { x, y, size, style: textStyle, colour }: Placed): TextRun {
  return {
    ...textStyle,
    text,
    x,
    y,
    size,
    width: null,
    paint: { colour, alpha: 1 },
    underline: false,
    strike: false,
    link: null,
    marker: false,
  };
}

function write(cover: Cover, tag: string, text: string, placed: Placed): void {
  writeLines(cover, tag, [text], { ...placed, leading: 0 });
}

function writeLines(
  { pdf, fonts, section }: Cover,
  tag: string,
  lines: readonly string[],
  { leading, ...placed }: Placed & { readonly leading: number },
): void {
  const element = pdf.struct(tag);
  element.add(pdf.markStructureContent(tag));
  for (const [index, line] of lines.entries())
    drawRun(pdf, fonts, runOf(`${line} `, { ...placed, y: placed.y + placed.size * 0.5 + index * leading }));
  pdf.endMarkedContent();
  section.add(element);
}

/** The largest size at which the title takes at most two lines. */
function fitTitle(
  fonts: FontBook,
  title: string,
  width: number,
): { readonly lines: readonly string[]; readonly size: number } {
  for (let size = 40; size > 14; size -= 2) {
    const lines = breakLines(fonts, title, style.title, width / size);
    if (lines.length <= 2) return { lines, size };
  }
  return { lines: [shorten(fonts, title, style.title, 14, width)], size: 14 };
}

/** @param width for a size of 1 */
function breakLines(fonts: FontBook, text: string, textStyle: TextStyle, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && fonts.textWidth(`${last} ${word}`, textStyle) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else if (fonts.textWidth(word, textStyle) <= width) lines.push(word);
    // A word wider than the page: no number of lines will do at this size.
    else return Array.from(text);
  }
  return lines;
}

/** Cut with an ellipsis where it does not fit. */
export function shorten(fonts: FontBook, text: string, textStyle: TextStyle, size: number, width: number): string {
  if (fonts.textWidth(text, textStyle) * size <= width) return text;
  const letters = Array.from(text);
  let [low, high] = [0, letters.length];
  const cut = (length: number): string => `${letters.slice(0, length).join('').trimEnd()}…`;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fonts.textWidth(cut(middle), textStyle) * size <= width) low = middle;
    else high = middle - 1;
  }
  return cut(low);
}
