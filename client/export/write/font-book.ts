import { type FaceName, type FontFamily, faceChain } from '../faces.ts';
import type { EngineFont, Pdf } from './pdf-document.ts';

export interface TextStyle {
  readonly family: FontFamily;
  readonly weight: number;
  readonly italic: boolean;
}

/** A piece of a text that one face draws; face null where none can. */
export interface Segment {
  readonly face: FaceName | null;
  readonly text: string;
  /** For a size of 1. */
  readonly width: number;
}

/** Signs that steer text and have no picture: joiners, marks of direction, variation selectors, soft hyphens. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ufe00-\ufe0f]/gu;
/** Width of the box in place of a letter that no face has. */
const boxWidth = 0.7;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const lettersOf = (text: string): string[] =>
  Array.from(graphemes.segment(text.normalize('NFC')), ({ segment }) => segment)
    .map((letter) => (/^\s+$/u.test(letter) ? ' ' : letter))
    .filter((letter) => letter.replace(invisible, '') !== '');

const styleKey = ({ family, weight, italic }: TextStyle): string => `${family} ${weight} ${italic}`;

/** The faces one document needs, and which of them draws which letter. */
export class FontBook {
  /** Letters that no face has, in the order they were met. */
  readonly undrawn = new Set<string>();
  private readonly pdf: Pdf;
  private readonly faceOfLetter = new Map<string, Map<string, FaceName | null>>();
  private readonly widths = new Map<string, number>();

  private constructor(pdf: Pdf) {
    this.pdf = pdf;
  }

  /** Loads no face that no text needs, which keeps the file small and the wait short. */
  static async open(
    pdf: Pdf,
    texts: Iterable<TextStyle & { readonly text: string }>,
    loadFace: (face: FaceName) => Promise<Uint8Array>,
  ): Promise<FontBook> {
    const book = new FontBook(pdf);
    const styles = new Map<string, { readonly style: TextStyle; readonly letters: Set<string> }>();
    for (const each of texts) {
      const key = styleKey(each);
      const known = styles.get(key) ?? { style: each, letters: new Set<string>() };
      styles.set(key, known);
      for (const letter of lettersOf(each.text)) known.letters.add(letter);
    }
    const opened = new Map<FaceName, EngineFont>();
    for (const [key, { style, letters }] of styles) {
      const faceOf = new Map<string, FaceName | null>();
      for (const face of faceChain(style.family, style.weight, style.italic)) {
        if (faceOf.size === letters.size) break;
        const font = opened.get(face) ?? openFace(pdf, face, await loadFace(face));
        opened.set(face, font);
        for (const letter of letters) if (!faceOf.has(letter) && covers(font, letter)) faceOf.set(letter, face);
      }
      for (const letter of letters) if (!faceOf.has(letter)) faceOf.set(letter, null);
      book.faceOfLetter.set(key, faceOf);
    }
    return book;
  }

  /** Every text has to have been among those the book was opened with. */
  segments(text: string, style: TextStyle): Segment[] {
    const faceOf = this.faceOfLetter.get(styleKey(style));
    if (faceOf === undefined) throw new Error(`no face was opened for ${styleKey(style)}`);
    const pieces: { face: FaceName | null; text: string }[] = [];
    for (const letter of lettersOf(text)) {
      const face = faceOf.get(letter);
      if (face === undefined) throw new Error('a text was not announced to the font book');
      if (face === null) this.undrawn.add(letter);
      const last = pieces.at(-1);
      // Spaces stay with the word before, whichever face that has, so that words keep together.
      if (last !== undefined && face !== null && (last.face === face || (letter === ' ' && last.face !== null)))
        last.text += letter.replace(invisible, '');
      else pieces.push({ face, text: face === null ? letter : letter.replace(invisible, '') });
    }
    return pieces.map((piece) => ({ ...piece, width: this.width(piece.face, piece.text) }));
  }

  width(face: FaceName | null, text: string): number {
    if (face === null) return boxWidth;
    const key = `${face} ${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      width = this.pdf.font(face).fontSize(1000).widthOfString(text) / 1000;
      this.widths.set(key, width);
    }
    return width;
  }

  textWidth(text: string, style: TextStyle): number {
    return this.segments(text, style).reduce((sum, { width }) => sum + width, 0);
  }
}

function openFace(pdf: Pdf, face: FaceName, bytes: Uint8Array): EngineFont {
  pdf.registerFont(face, bytes).font(face);
  const { font } = pdf._font;
  const getGlyph = font.getGlyph.bind(font);
  // The engine keeps a glyph that it first met as a part of another without its letters, and the text then has holes
  // when copied: give them back whenever the glyph is asked for with letters.
  font.getGlyph = (id, codePoints = []) => {
    const glyph = getGlyph(id, codePoints);
    if (codePoints.length > 0 && glyph.codePoints.length === 0) glyph.codePoints = codePoints;
    return glyph;
  };
  return font;
}

const covers = (font: EngineFont, letter: string): boolean =>
  Array.from(letter.replace(invisible, '')).every((sign) => font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));
