import { create } from 'fontkit';
import { faces } from '../faces.ts';
import { mirrored } from '../text/bidi.ts';
import { isLeftward } from '../text/scripts.ts';
import { type FaceId, isSlice } from './face-ids.ts';
import type { EngineFont, Pdf } from './pdf-document.ts';
import { prepareSlice, type SliceEngine } from './slice-engine.ts';

/** @param bytes TrueType; WOFF2 for a slice */
export function openFace(pdf: Pdf, id: FaceId, bytes: Uint8Array): EngineFont {
  const font = create(bytes) as SliceEngine;
  if (isSlice(id)) prepareSlice(font, id);
  const leftwards = !isSlice(id) && (faces[id].family === 'arabic' || faces[id].family === 'hebrew');
  if (leftwards) layOutLeftwards(font);
  pdf.registerFont(id, font).font(id);
  const getGlyph = font.getGlyph.bind(font);
  // The engine keeps a glyph that it first met as a part of another without its letters, and the text then has holes
  // when copied: give them back whenever the glyph is asked for with letters.
  font.getGlyph = (glyphId, codePoints = []) => {
    const letters = leftwards ? asRead(codePoints) : codePoints;
    const glyph = getGlyph(glyphId, letters);
    if (letters.length > 0 && glyph.codePoints.length === 0) glyph.codePoints = letters;
    return glyph;
  };
  return font;
}

/** Readers of PDF take a wider gap between letters for that between words, and a deeper overlap too. In ems. */
const widestKern = 0.09;

/** These faces draw what is read from the right, and digits of their scripts, which are not. */
function layOutLeftwards(font: EngineFont): void {
  const layout = font.layout.bind(font);
  const limit = widestKern * font.unitsPerEm;
  font.layout = (text, features) => {
    if (typeof text !== 'string' || isDigits(text)) return layout(text, features, undefined, undefined, 'ltr');
    const run = layout(Array.from(text, mirrored).join(''), features, undefined, undefined, 'rtl');
    for (const [index, position] of run.positions.entries()) {
      const own = run.glyphs[index]?.advanceWidth ?? 0;
      const kern = position.xAdvance - own;
      if (own === 0 || position.xAdvance === 0 || Math.abs(kern) <= limit) continue;
      const excess = kern - Math.sign(kern) * limit;
      position.xAdvance -= excess;
      if (position.xOffset !== 0) position.xOffset -= excess;
    }
    return run;
  };
}

const isDigits = (text: string): boolean => /\p{Nd}/u.test(text) && !isLeftward(text);

/**
 * The letters a glyph stands for, in the order in which readers of PDF meet them: they turn a whole line, and with it the
 * letters within a glyph. A turned bracket is told as what was written.
 */
const asRead = (codePoints: readonly number[]): readonly number[] =>
  codePoints.map((codePoint) => mirrored(String.fromCodePoint(codePoint)).codePointAt(0) ?? codePoint).reverse();
