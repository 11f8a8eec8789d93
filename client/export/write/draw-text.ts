import type { Paint, TextBlock, TextOp, TextRun } from '../display-list.ts';
import { faces } from '../faces.ts';
import { isLeftward } from '../text/scripts.ts';
import { wordBars } from '../text/word-bars.ts';
import { drawPicture } from './draw-picture.ts';
import type { Drawing } from './drawing.ts';
import { type FaceId, isEmojiFace, isSlice } from './face-ids.ts';
import type { FontBook, Segment } from './font-book.ts';
import { linkElement } from './link-element.ts';
import { artifact, type Element, type MarkedContent, type Pdf } from './pdf-document.ts';

/** Beyond this the browser and we do not mean the same face, and squeezing would hide it. */
const narrowest = 0.6;
const widest = 1.7;

const round = (value: number): number => Math.round(value * 100) / 100;

/** Text with its tags; the caller puts the elements where they belong in reading order. */
export function drawTextOp(drawing: Drawing, op: TextOp): Element[] {
  const { pdf } = drawing;
  pdf.save();
  pdf.transform(...op.matrix);
  drawHalos(drawing, op);
  const elements: Element[] = [];
  let list: Element | null = null;
  for (const block of op.blocks) {
    if (block.role === 'item') {
      if (list === null) {
        list = pdf.struct('L');
        elements.push(list);
      }
      list.add(drawItem(drawing, block));
    } else {
      list = null;
      elements.push(drawBlock(drawing, block));
    }
  }
  pdf.restore();
  return elements;
}

/** Text whose element is somebody else's: what belongs into that. */
export function drawTextContent(drawing: Drawing, op: TextOp, tag: string): (Element | MarkedContent)[] {
  const { pdf } = drawing;
  pdf.save();
  pdf.transform(...op.matrix);
  drawHalos(drawing, op);
  const children = drawLinkedRuns(
    drawing,
    op.blocks.flatMap(({ runs }) => runs),
    tag,
  );
  pdf.restore();
  return children;
}

/** Text without tags of its own, within somebody else's mark. */
export function drawBareText({ pdf, fonts }: Drawing, op: TextOp): void {
  pdf.save();
  pdf.transform(...op.matrix);
  for (const { runs } of op.blocks) for (const run of runs) drawRun(pdf, fonts, run);
  pdf.restore();
}

/** A shape that is readable elsewhere: each line as a bar. */
export function drawGreeked(pdf: Pdf, op: TextOp): void {
  pdf.save();
  pdf.transform(...op.matrix);
  for (const { box, paint } of wordBars(op))
    pdf.rect(box.x, round(box.y), box.width, round(box.height)).fillColor(paint.colour, paint.alpha).fill();
  pdf.restore();
}

const tags = { title: 'H1', heading: 'H2', paragraph: 'P', item: 'LBody' } as const;

function drawBlock(drawing: Drawing, { role, runs }: TextBlock): Element {
  const element = drawing.pdf.struct(tags[role]);
  for (const child of drawLinkedRuns(drawing, runs, tags[role])) element.add(child);
  return element;
}

function drawLinkedRuns(drawing: Drawing, runs: readonly TextRun[], tag: string): (Element | MarkedContent)[] {
  const { pdf, fonts } = drawing;
  return byLink(runs).flatMap(([link, linked]): (Element | MarkedContent)[] => {
    if (linked.every(({ unread }) => unread)) {
      artifact(pdf, () => {
        for (const run of linked) drawRun(pdf, fonts, run);
      });
      return [];
    }
    const content = pdf.markStructureContent(link === null ? tag : 'Link');
    for (const run of linked) drawRun(pdf, fonts, run);
    pdf.endMarkedContent();
    return [link === null ? content : linkElement(drawing, link, linked, content)];
  });
}

function drawItem(drawing: Drawing, block: TextBlock): Element {
  const { pdf, fonts } = drawing;
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
  item.add(drawBlock(drawing, { ...block, runs: block.runs.filter((run) => !run.marker) }));
  return item;
}

/** Neighbours with the same target, in order; what is not read stands by itself. */
function byLink(runs: readonly TextRun[]): [string | null, TextRun[]][] {
  const groups: [string | null, TextRun[]][] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last !== undefined && last[0] === run.link && last[1].at(-1)?.unread === run.unread) last[1].push(run);
    else groups.push([run.link, [run]]);
  }
  return groups;
}

/** How much the face has to be stretched to fill what the browser measured. */
function stretch(run: TextRun, segments: readonly Segment[]): number {
  const natural = segments.reduce((sum, { width }) => sum + width, 0);
  if (run.width === null || natural === 0) return 1;
  return Math.min(widest, Math.max(narrowest, run.width / (natural * run.size)));
}

/** A piece of a run with its left end. */
interface PlacedSegment extends Segment {
  readonly x: number;
}

/** From left to right as they stand. */
function placeSegments(run: TextRun, segments: readonly Segment[], scale: number): PlacedSegment[] {
  let x = run.x;
  return (isLeftward(run.text) ? segments.toReversed() : segments).map((segment) => {
    const placed = { ...segment, x };
    x += segment.width * run.size * scale;
    return placed;
  });
}

/** As browsers slant a face that has no slanted form. */
const slantDegrees = Math.atan(1 / 4) * (180 / Math.PI);
/** Letters of other scripts stay upright among slanted letters of tldraw's families, where they are declared as such. */
const slantOf = (face: FaceId, { family, italic }: TextRun): number =>
  italic && (family === 'text' || family === 'title') && (isSlice(face) || !faces[face].italic) ? slantDegrees : 0;

/** Draws the text and what is under or through it. */
export function drawRun(pdf: Pdf, fonts: FontBook, run: TextRun): void {
  const segments = fonts.segments(run.text.trimEnd(), run);
  const scale = stretch(run, segments);
  const placed = placeSegments(run, segments, scale);
  for (const { face, text, x } of placed) {
    pdf.fillColor(run.paint.colour, run.paint.alpha);
    if (face === null) drawBox(pdf, x, run, scale);
    else {
      if (isEmojiFace(face))
        drawPicture(pdf, face, text, { x, y: run.y, size: run.size, scale, alpha: run.paint.alpha });
      drawLetters(pdf, face, text, run, x, scale);
    }
  }
  const last = placed.at(-1);
  const end = last === undefined ? run.x : last.x + last.width * run.size * scale;
  if (run.text !== run.text.trimEnd()) drawSpace(pdf, fonts, run, end);
  const line = (offset: number): void => {
    pdf.fillColor(run.paint.colour, run.paint.alpha);
    pdf.rect(run.x, round(run.y + offset * run.size), round(end - run.x), round(run.size * 0.06)).fill();
  };
  if (run.underline) line(0.12);
  if (run.strike) line(-0.28);
}

function drawLetters(pdf: Pdf, face: FaceId, text: string, run: TextRun, x: number, scale: number): void {
  const slant = slantOf(face, run);
  pdf
    .font(face)
    .fontSize(run.size)
    .text(text, round(x), round(run.y), {
      lineBreak: false,
      baseline: 'alphabetic',
      horizontalScaling: round(scale * 100),
      ...(slant > 0 && { oblique: slant }),
    });
}

/** Without the space at the end a reader would join the last word of a line to the first of the next. */
function drawSpace(pdf: Pdf, fonts: FontBook, run: TextRun, end: number): void {
  const face = fonts.spaceFace(run);
  if (face === null) return;
  const x = isLeftward(run.text) ? run.x - fonts.width(face, ' ') * run.size : end;
  drawLetters(pdf, face, ' ', run, x, 1);
}

/** In place of a letter that no face has: visible, so that nobody takes the text for complete. */
function drawBox(pdf: Pdf, x: number, { y, size, paint }: TextRun, scale: number): void {
  pdf
    .rect(round(x + size * 0.08), round(y - size * 0.7), round(size * 0.54 * scale), round(size * 0.74))
    .lineWidth(round(size * 0.05))
    .strokeColor(paint.colour, paint.alpha)
    .stroke();
}

function drawHalos({ pdf, fonts }: Drawing, { halo, blocks }: TextOp): void {
  if (halo === null) return;
  artifact(pdf, () => {
    for (const { runs } of blocks) for (const run of runs) drawHalo(pdf, fonts, run, halo);
  });
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
  const outlines: string[] = [];
  for (const { face, text, x } of placeSegments(run, segments, scale)) {
    if (face === null || isEmojiFace(face)) continue;
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
      if (outline !== '') outlines.push(outline);
      pen += at.xAdvance * unit * scale;
    }
  }
  // Of emoji alone there are none, and to draw nothing is no PDF.
  if (outlines.length === 0) return;
  pdf.lineWidth(width).lineJoin('round').strokeColor(paint.colour, paint.alpha);
  for (const outline of outlines) pdf.path(outline);
  pdf.stroke();
}
