import type { DisplayItem, HatchOp, ImageOp, Op, Paint, PathOp } from '../display-list.ts';
import { hatch } from '../hatch.ts';
import { type Box, invert, type Matrix, mapBox, multiply } from '../matrix.ts';
import { plainPath } from '../path-data.ts';
import { drawBareText, drawGreeked, drawTextContent, drawTextOp } from './draw-text.ts';
import type { Drawing } from './drawing.ts';
import { areaLink } from './link-element.ts';
import { artifact, type Element, type MarkedContent, type Pdf, type PdfImage } from './pdf-document.ts';

/**
 * @param layer takes the item's units to points of the sheet
 * @returns what a reader is told of the item, in the item's own order.
 */
export function drawItem(drawing: Drawing, item: DisplayItem, layer: Matrix): (Element | MarkedContent)[] {
  const { figure, structure, ops } = item;
  const draw = (): void => drawSilently(drawing, ops, item.greeked);
  if (figure === '' || (figure === null && item.greeked)) {
    artifact(drawing.pdf, draw);
    return [];
  }
  // First, and so under the links of the item's words.
  const link = item.link === undefined ? [] : [areaLink(drawing.pdf, item.link)];
  if (figure !== null) return [figureElement(drawing.pdf, { alt: figure, box: null }, draw), ...link];
  return [...drawTagged(drawing, ops, layer, structure.at(-1)?.tag ?? null), ...link];
}

/** @param tag of the element that the texts belong into; null gives each the one that its role asks for. */
function drawTagged(
  drawing: Drawing,
  ops: readonly Op[],
  layer: Matrix,
  tag: string | null,
): (Element | MarkedContent)[] {
  const { pdf } = drawing;
  const children: (Element | MarkedContent)[] = [];
  let shapes: Op[] = [];
  // Neighbouring lines and areas share one pair of marks.
  const flush = (): void => {
    const drawn = shapes;
    shapes = [];
    if (drawn.length > 0) artifact(pdf, () => drawSilently(drawing, drawn, true));
  };
  for (const op of ops) {
    switch (op.op) {
      case 'path':
      case 'hatch':
        shapes.push(op);
        break;
      case 'text':
        flush();
        children.push(...(tag === null ? drawTextOp(drawing, op) : drawTextContent(drawing, op, tag)));
        break;
      case 'image':
        if (op.alt === '') shapes.push(op);
        else {
          flush();
          const box = mapBox(multiply(layer, op.matrix), op);
          children.push(figureElement(pdf, { alt: op.alt, box }, () => drawImage(drawing, op)));
        }
        break;
      case 'clip':
        flush();
        pdf.save();
        clip(pdf, op.matrix, op.d, op.evenOdd);
        children.push(...drawTagged(drawing, op.ops, layer, tag));
        pdf.restore();
        break;
    }
  }
  flush();
  return children;
}

/** @param greeked words become bars */
function drawSilently(drawing: Drawing, ops: readonly Op[], greeked: boolean): void {
  const { pdf } = drawing;
  for (const op of ops) {
    switch (op.op) {
      case 'path':
        drawPath(drawing, op);
        break;
      case 'hatch':
        drawHatch(pdf, op);
        break;
      case 'text':
        if (greeked) drawGreeked(pdf, op);
        else drawBareText(drawing, op);
        break;
      case 'image':
        drawImage(drawing, op);
        break;
      case 'clip':
        pdf.save();
        clip(pdf, op.matrix, op.d, op.evenOdd);
        drawSilently(drawing, op.ops, greeked);
        pdf.restore();
        break;
    }
  }
}

/** Cuts what follows, and leaves the units as they were. */
function clip(pdf: Pdf, matrix: Matrix, d: string, evenOdd: boolean): void {
  const [a, b, c, dd] = matrix;
  if (a * dd - b * c === 0) return;
  pdf.transform(...matrix);
  // An empty path would leave everything visible.
  pdf.path(plainPath(d === '' ? 'M0 0Z' : d)).clip(evenOdd ? 'even-odd' : undefined);
  pdf.transform(...invert(matrix));
}

function drawPath({ pdf, forms }: Drawing, op: PathOp): void {
  const { matrix, d, fill, stroke, evenOdd } = op;
  if (d.trim() === '') return;
  pdf.save();
  pdf.transform(...matrix);
  if (stroke !== null) {
    pdf.lineWidth(stroke.width).lineCap(stroke.cap).lineJoin(stroke.join);
    if (stroke.dash.length > 0)
      // A dash of no length has no direction and some readers leave it out; a round cap makes it a dot all the same.
      pdf.dash(
        stroke.dash.map((length) => Math.max(length, 0.01)),
        { phase: stroke.dashOffset },
      );
    pdf.strokeColor(stroke.paint.colour, stroke.paint.alpha);
  }
  if (fill !== null) pdf.fillColor(fill.colour, fill.alpha);
  const rule = evenOdd ? 'even-odd' : 'non-zero';
  forms.draw(op, () => {
    pdf.path(plainPath(d));
    if (fill !== null && stroke !== null) pdf.fillAndStroke(rule);
    else if (fill !== null) pdf.fill(rule);
    else pdf.stroke();
  });
  pdf.restore();
}

const hatchTile = `1 J ${hatch.lineWidth} w ${hatch.lines
  .map(([from, to]) => `${point(from)} m ${point(to)} l S`)
  .join(' ')}`;

function point(at: readonly [number, number]): string {
  return at.map((value) => value.toFixed(3)).join(' ');
}

function drawHatch(pdf: Pdf, { matrix, d, ground, line }: HatchOp): void {
  const path = plainPath(d);
  pdf.save();
  pdf.transform(...matrix);
  pdf.path(path).fillColor(ground.colour, ground.alpha).fill();
  // The pattern takes the units that hold while it is made.
  const pattern = pdf.pattern([0, 0, hatch.side, hatch.side], hatch.side, hatch.side, hatchTile);
  pdf.path(path).fillColor([pattern, line.colour], line.alpha).fill();
  pdf.restore();
}

interface FigureFacts {
  readonly alt: string;
  /** Points of the sheet; null where it is not known. */
  readonly box: Box | null;
}

function figureElement(pdf: Pdf, { alt, box }: FigureFacts, draw: () => void): Element {
  const figure = pdf.struct('Figure', {
    alt,
    ...(box && { bbox: [box.x, box.y, box.x + box.width, box.y + box.height] as const }),
  });
  const content = pdf.markStructureContent('Figure');
  draw();
  pdf.endMarkedContent();
  figure.add(content);
  return figure;
}

function drawImage({ pdf, images }: Drawing, { matrix, x, y, width, height, image, alpha }: ImageOp): void {
  const picture = images.get(image);
  pdf.save();
  pdf.transform(...matrix);
  if (alpha < 1) pdf.fillOpacity(alpha);
  if (picture === undefined) emptyPicture(pdf, { x, y, width, height });
  else cover(pdf, picture, { x, y, width, height });
  pdf.restore();
}

/** Fills the area as the canvas does: in its own proportions, with what sticks out cut off. */
function cover(pdf: Pdf, picture: PdfImage, { x, y, width, height }: Box): void {
  const scale = Math.max(width / picture.width, height / picture.height);
  const [wide, high] = [picture.width * scale, picture.height * scale];
  if (wide > width + 0.5 || high > height + 0.5) pdf.rect(x, y, width, height).clip();
  pdf.image(picture, x + (width - wide) / 2, y + (height - high) / 2, { width: wide, height: high });
}

const crossedOut: Paint = { colour: '#85857a', alpha: 1 };

/** In place of a picture that cannot be read. */
function emptyPicture(pdf: Pdf, { x, y, width, height }: Box): void {
  pdf
    .rect(x, y, width, height)
    .moveTo(x, y)
    .lineTo(x + width, y + height)
    .moveTo(x + width, y)
    .lineTo(x, y + height)
    .lineWidth(1)
    .strokeColor(crossedOut.colour, crossedOut.alpha)
    .stroke();
}
