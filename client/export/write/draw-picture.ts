import type { FaceId } from './face-ids.ts';
import type { Pdf } from './pdf-document.ts';

const hex = (part: number): string => part.toString(16).padStart(2, '0');

/** The areas of an emoji. Its glyph itself is empty: set as text it is found and copied, and nothing is drawn twice. */
export function drawPicture(
  pdf: Pdf,
  face: FaceId,
  text: string,
  { x, y, size, scale, alpha }: { x: number; y: number; size: number; scale: number; alpha: number },
): void {
  const { font } = pdf.font(face)._font;
  const unit = size / font.unitsPerEm;
  const { glyphs, positions } = font.layout(text);
  let pen = x;
  for (const [index, { layers = [] }] of glyphs.entries()) {
    const advance = positions[index]?.xAdvance ?? 0;
    // What the face has no picture for, such as a joiner, has no width either.
    for (const { glyph, color } of advance === 0 ? [] : layers) {
      const outline = glyph.path
        .scale(unit * scale, -unit)
        .translate(pen, y)
        .toSVG();
      if (outline === '') continue;
      pdf
        .path(outline)
        .fillColor(`#${hex(color.red)}${hex(color.green)}${hex(color.blue)}`, (color.alpha / 255) * alpha)
        .fill();
    }
    pen += advance * unit * scale;
  }
}
