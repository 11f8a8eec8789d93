import type { Paint, TextBlock, TextOp, TextRun } from '../display-list.ts';
import type { FontBook, Segment } from './font-book.ts';
import { artifact, type Element, type MarkedContent, type Pdf } from './pdf-document.ts';

/** Beyond this the browser and we do not mean the same face, and squeezing would hide it. */
const narrowest = 0.6;
const widest = 1.7;

const round = (value: number): number => Math.round(value * 100) / 100;

/** Text with its tags; the caller puts the elements where they belong in reading order. */
export function drawTextOp(pdf: Pdf, fonts: FontBook, op: TextOp): Element[] {
  pdf.save();
  pdf.transform(...op.matrix);
  const { halo } = op;
  if (halo !== null)
    artifact(pdf, () => {
      for (const { runs } of op.blocks) for (const run of runs) drawHalo(pdf, fonts, run, halo);
    });
  const elements: Element[] = [];
  let list: Element | null = null;
  for (const block of op.blocks) {
    if (block.role === 'item') {
      if (list === null) {
        list = pdf.struct('L');
        elements.push(list);
      }
      list.add(drawItem(pdf, fonts, block));
    } else {
      list = null;
      elements.push(drawBlock(pdf, fonts, block));
    }
  }
  pdf.restore();
  return elements;
}

/** A shape that is readable elsewhere: each line as a bar. */
export function drawGreeked(pdf: Pdf, op: TextOp): void {
  pdf.save();
  pdf.transform(...op.matrix);
  for (const { runs } of op.blocks)
    for (const run of runs)
      pdf
        .rect(run.x, round(run.y - run.size * 0.48), run.width ?? run.size * 0.3, round(run.size * 0.46))
        .fillColor(run.paint.colour, run.paint.alpha * 0.4)
        .fill();
  pdf.restore();
}

const tags = { title: 'H1', heading: 'H2', paragraph: 'P', item: 'LBody' } as const;

function drawBlock(pdf: Pdf, fonts: FontBook, { role, runs }: TextBlock): Element {
  const element = pdf.struct(tags[role]);
  for (const [link, linked] of byLink(runs)) {
    const content = pdf.markStructureContent(link === null ? tags[role] : 'Link');
    for (const run of linked) drawRun(pdf, fonts, run);
    pdf.endMarkedContent();
    if (link === null) element.add(content);
    else element.add(linkElement(pdf, link, linked, content));
  }
  return element;
}

function drawItem(pdf: Pdf, fonts: FontBook, block: TextBlock): Element {
  const item = pdf.struct('LI');
  const markers = block.runs.filter((run) => run.marker);
  if (markers.length > 0) {
    const label = pdf.struct('Lbl');
    const content = pdf.markStructureContent('Lbl');
    for (const run of markers) drawRun(pdf, fonts, run);
    pdf.endMarkedContent();
    label.add(content);
    item.add(label);
  }
  item.add(drawBlock(pdf, fonts, { ...block, runs: block.runs.filter((run) => !run.marker) }));
  return item;
}

/** Neighbours with the same target, in order. */
function byLink(runs: readonly TextRun[]): [string | null, TextRun[]][] {
  const groups: [string | null, TextRun[]][] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last !== undefined && last[0] === run.link) last[1].push(run);
    else groups.push([run.link, [run]]);
  }
  return groups;
}

function linkElement(pdf: Pdf, link: string, runs: readonly TextRun[], content: MarkedContent): Element {
  const element = pdf.struct('Link');
  element.add(content);
  for (const { x, y, width, size, text } of runs)
    pdf.link(x, y - size, width ?? size * text.length * 0.5, size * 1.3, link, {
      structParent: element,
      Contents: new String(link),
    });
  return element;
}

/** How much the face has to be stretched to fill what the browser measured. */
function stretch(run: TextRun, segments: readonly Segment[]): number {
  const natural = segments.reduce((sum, { width }) => sum + width, 0);
  if (run.width === null || natural === 0) return 1;
  return Math.min(widest, Math.max(narrowest, run.width / (natural * run.size)));
}

/** Draws the text and what is under or through it. */
export function drawRun(pdf: Pdf, fonts: FontBook, run: TextRun): void {
  const segments = fonts.segments(run.text.trimEnd(), run);
  const scale = stretch(run, segments);
  // Without the space at the end a reader would join the last word of a line to the first of the next.
  const trailing = run.text !== run.text.trimEnd();
  let x = run.x;
  for (const [index, { face, text, width }] of segments.entries()) {
    pdf.fillColor(run.paint.colour, run.paint.alpha);
    const space = trailing && index === segments.length - 1 ? ' ' : '';
    if (face === null) drawBox(pdf, x, run, scale);
    else
      pdf
        .font(face)
        .fontSize(run.size)
        .text(text + space, round(x), round(run.y), {
          lineBreak: false,
          baseline: 'alphabetic',
          horizontalScaling: round(scale * 100),
        });
    x += width * run.size * scale;
  }
  const line = (offset: number): void => {
    pdf.rect(run.x, round(run.y + offset * run.size), round(x - run.x), round(run.size * 0.06)).fill();
  };
  if (run.underline) line(0.12);
  if (run.strike) line(-0.28);
}

/** In place of a letter that no face has: visible, so that nobody takes the text for complete. */
function drawBox(pdf: Pdf, x: number, { y, size, paint }: TextRun, scale: number): void {
  pdf
    .rect(round(x + size * 0.08), round(y - size * 0.7), round(size * 0.54 * scale), round(size * 0.74))
    .lineWidth(round(size * 0.05))
    .strokeColor(paint.colour, paint.alpha)
    .stroke();
}

/** Outlines of the letters as drawing: text set twice would be found twice. */
function drawHalo(
  pdf: Pdf,
  fonts: FontBook,
  run: TextRun,
  { paint, width }: { readonly paint: Paint; readonly width: number },
): void {
  const segments = fonts.segments(run.text.trimEnd(), run);
  const scale = stretch(run, segments);
  let x = run.x;
  pdf.lineWidth(width).lineJoin('round').strokeColor(paint.colour, paint.alpha);
  for (const { face, text, width: advance } of segments) {
    if (face !== null) {
      const { font } = pdf.font(face)._font;
      const unit = run.size / font.unitsPerEm;
      const { glyphs, positions } = font.layout(text);
      let pen = x;
      for (const [index, glyph] of glyphs.entries()) {
        const at = positions[index];
        if (at === undefined) continue;
        const outline = glyph.path
          .scale(unit * scale, -unit)
          .translate(pen + at.xOffset * unit * scale, run.y - at.yOffset * unit)
          .toSVG();
        if (outline !== '') pdf.path(outline);
        pen += at.xAdvance * unit * scale;
      }
    }
    x += advance * run.size * scale;
  }
  pdf.stroke();
}
