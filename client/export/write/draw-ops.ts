import type { DisplayItem, HatchOp, ImageOp, Op, Paint, PathOp } from '../display-list.ts';
import type { Matrix } from '../matrix.ts';
import { plainPath } from '../path-data.ts';
import { drawGreeked, drawTextOp } from './draw-text.ts';
import type { FontBook } from './font-book.ts';
import { artifact, type Element, type Pdf, type PdfImage } from './pdf-document.ts';

export interface Drawing {
  readonly pdf: Pdf;
  readonly fonts: FontBook;
  readonly images: ReadonlyMap<string, PdfImage>;
}

/** @returns what a reader is told of the item, in the item's own order. */
export function drawItem(drawing: Drawing, item: DisplayItem): Element[] {
  if (item.greeked) {
    artifact(drawing.pdf, () => drawSilently(drawing, item.ops));
    return [];
  }
  return drawTagged(drawing, item.ops);
}

function drawTagged(drawing: Drawing, ops: readonly Op[]): Element[] {
  const { pdf, fonts } = drawing;
  const elements: Element[] = [];
  let shapes: Op[] = [];
  // Neighbouring lines and areas share one pair of marks.
  const flush = (): void => {
    const drawn = shapes;
    shapes = [];
    if (drawn.length > 0) artifact(pdf, () => drawSilently(drawing, drawn));
  };
  for (const op of ops) {
    switch (op.op) {
      case 'path':
      case 'hatch':
        shapes.push(op);
        break;
      case 'text':
        flush();
        elements.push(...drawTextOp(pdf, fonts, op));
        break;
      case 'image':
        if (op.alt === '') shapes.push(op);
        else {
          flush();
          elements.push(drawFigure(drawing, op));
        }
        break;
      case 'clip':
        flush();
        pdf.save();
        clip(pdf, op.matrix, op.d, op.evenOdd);
        elements.push(...drawTagged(drawing, op.ops));
        pdf.restore();
        break;
    }
  }
  flush();
  return elements;
}

function drawSilently(drawing: Drawing, ops: readonly Op[]): void {
  const { pdf } = drawing;
  for (const op of ops) {
    switch (op.op) {
      case 'path':
        drawPath(pdf, op);
        break;
      case 'hatch':
        drawHatch(pdf, op);
        break;
      case 'text':
        drawGreeked(pdf, op);
        break;
      case 'image':
        drawImage(drawing, op);
        break;
      case 'clip':
        pdf.save();
        clip(pdf, op.matrix, op.d, op.evenOdd);
        drawSilently(drawing, op.ops);
        pdf.restore();
        break;
    }
  }
}

/** Cuts what follows, and leaves the units as they were. */
function clip(pdf: Pdf, matrix: Matrix, d: string, evenOdd: boolean): void {
  const [a, b, c, dd, e, f] = matrix;
  const determinant = a * dd - b * c;
  if (determinant === 0) return;
  pdf.transform(...matrix);
  // An empty path would leave everything visible.
  pdf.path(plainPath(d === '' ? 'M0 0Z' : d)).clip(evenOdd ? 'even-odd' : undefined);
  pdf.transform(
    dd / determinant,
    -b / determinant,
    -c / determinant,
    a / determinant,
    (c * f - dd * e) / determinant,
    (b * e - a * f) / determinant,
  );
}

function drawPath(pdf: Pdf, { matrix, d, fill, stroke, evenOdd }: PathOp): void {
  const path = plainPath(d);
  if (path === '') return;
  pdf.save();
  pdf.transform(...matrix);
  pdf.path(path);
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
  if (fill !== null && stroke !== null) pdf.fillAndStroke(rule);
  else if (fill !== null) pdf.fill(rule);
  else pdf.stroke();
  pdf.restore();
}

/** One tile of tldraw's pattern, 8 units wide: its three lines, in twelfths of a tile. */
const hatchTile = ((): string => {
  const twelfth = 8 / 12;
  const lines = [1, 5, 9].map((at) => {
    const [near, far] = [(at * twelfth).toFixed(3), ((at + 2) * twelfth).toFixed(3)];
    return `${near} ${far} m ${far} ${near} l S`;
  });
  return `1 J 1.25 w ${lines.join(' ')}`;
})();

function drawHatch(pdf: Pdf, { matrix, d, ground, line }: HatchOp): void {
  const path = plainPath(d);
  pdf.save();
  pdf.transform(...matrix);
  pdf.path(path).fillColor(ground.colour, ground.alpha).fill();
  // The pattern takes the units that hold while it is made.
  const pattern = pdf.pattern([0, 0, 8, 8], 8, 8, hatchTile);
  pdf.path(path).fillColor([pattern, line.colour], line.alpha).fill();
  pdf.restore();
}

function drawFigure(drawing: Drawing, op: ImageOp): Element {
  const { pdf } = drawing;
  const figure = pdf.struct('Figure', { alt: op.alt });
  const content = pdf.markStructureContent('Figure');
  drawImage(drawing, op);
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

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Fills the area as the canvas does: in its own proportions, with what sticks out cut off. */
function cover(pdf: Pdf, picture: PdfImage, { x, y, width, height }: Area): void {
  const scale = Math.max(width / picture.width, height / picture.height);
  const [wide, high] = [picture.width * scale, picture.height * scale];
  if (wide > width + 0.5 || high > height + 0.5) pdf.rect(x, y, width, height).clip();
  pdf.image(picture, x + (width - wide) / 2, y + (height - high) / 2, { width: wide, height: high });
}

const crossedOut: Paint = { colour: '#85857a', alpha: 1 };

/** In place of a picture that cannot be read. */
function emptyPicture(pdf: Pdf, { x, y, width, height }: Area): void {
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
