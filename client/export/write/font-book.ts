import { type FaceName, faceChain, faceFor, type TextStyle } from '../faces.ts';
import { holds, type Slice, type SliceName } from '../text/script-slices.ts';
import { isLeftward, isPicture, type Script, scriptOf } from '../text/scripts.ts';
import { type FaceId, isEmojiFace, isSlice, type SliceId, sliceOf } from './face-ids.ts';
import { openFace } from './open-face.ts';
import type { EngineFont, Pdf } from './pdf-document.ts';

/** Where faces come from: the server in a page, the packages in tests. */
export interface FaceSources {
  /** TrueType or OpenType; WOFF2 for a slice. */
  loadFace(face: FaceName | SliceName): Promise<Uint8Array>;
  /** What letters each slice has; not asked for before a text needs one. */
  loadSlices(): Promise<readonly Slice[]>;
}

/** A piece of a text that one face draws; face null where none can. */
export interface Segment {
  readonly face: FaceId | null;
  readonly text: string;
  /** For a size of 1. */
  readonly width: number;
}

/** Signs that steer text and have no picture: marks of direction, variation selectors, soft hyphens. */
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ufe00-\ufe0f]/gu;
/** Join or part letters; of use only to faces that know what to do with them. */
const joiners = /[\u200c\u200d]/gu;
const tags = /[\u{e0020}-\u{e007f}]/gu;
/** Width of the box in place of a letter that no face has. */
const boxWidth = 0.7;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Here every sign is a letter of its own; asking for where letters end takes long. */
const plain = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff]*$/;
export const lettersOf = (text: string): readonly string[] =>
  plain.test(text)
    ? Array.from(text)
    : Array.from(graphemes.segment(text.normalize('NFC')), ({ segment }) => segment)
        .map((letter) => (/^\s+$/u.test(letter) ? ' ' : letter))
        .filter((letter) => bare(letter) !== '');

/** What a face has to have of a letter. */
const bare = (letter: string): string => letter.replace(invisible, '').replace(joiners, '').replace(tags, '');

const styleKey = ({ family, weight, italic }: TextStyle): string => `${family} ${weight} ${italic}`;

/** A letter where it stands: signs between letters that are read from the right are drawn by the face of those. */
interface Place {
  readonly letter: string;
  readonly leftwards: 'arabic' | 'hebrew' | null;
}
const placeKey = ({ letter, leftwards }: Place): string => (leftwards === null ? letter : `${leftwards} ${letter}`);

function placesOf(text: string): Place[] {
  const leftwards = isLeftward(text) ? (/\p{Script=Arabic}/u.test(text) ? 'arabic' : 'hebrew') : null;
  return lettersOf(text).map((letter) => ({ letter, leftwards }));
}

const others = ({ letter, leftwards }: Place): Place[] =>
  leftwards === null ? [] : (['arabic', 'hebrew', null] as const).map((each) => ({ letter, leftwards: each }));

/** The faces one document needs, and which of them draws which letter. */
export class FontBook {
  /** Letters that no face has, in the order they were met. */
  readonly undrawn = new Set<string>();
  private readonly pdf: Pdf;
  private readonly faceOfPlace = new Map<string, Map<string, FaceId | null>>();
  private readonly widths = new Map<string, number>();
  private readonly pictures = new Map<string, string>();

  private constructor(pdf: Pdf) {
    this.pdf = pdf;
  }

  /** Loads no face that no text needs, which keeps the file small and the wait short. */
  static async open(
    pdf: Pdf,
    texts: Iterable<TextStyle & { readonly text: string }>,
    sources: FaceSources,
  ): Promise<FontBook> {
    const book = new FontBook(pdf);
    const styles = new Map<string, { readonly style: TextStyle; readonly places: Map<string, Place> }>();
    for (const each of texts) {
      const key = styleKey(each);
      const known = styles.get(key) ?? { style: each, places: new Map<string, Place>() };
      styles.set(key, known);
      for (const place of placesOf(each.text)) known.places.set(placeKey(place), place);
    }
    const shelf = new Shelf(pdf, sources);
    for (const { style, places } of styles.values()) await shelf.order(style, places.values());
    for (const [key, { style, places }] of styles) {
      const faceOf = new Map<string, FaceId | null>();
      for (const [letterKey, place] of places) faceOf.set(letterKey, await shelf.faceOf(place, style));
      book.faceOfPlace.set(key, faceOf);
    }
    return book;
  }

  /** In the order of reading. Every text has to have been among those the book was opened with. */
  segments(text: string, style: TextStyle): Segment[] {
    const pieces: { face: FaceId | null; text: string }[] = [];
    for (const place of placesOf(text)) {
      const face = this.faceAt(place, style);
      if (face === null) this.undrawn.add(place.letter);
      const last = pieces.at(-1);
      const drawn = face === null ? place.letter : this.drawnBy(face, place.letter);
      // Spaces stay with the word before, whichever face that has, so that words keep together.
      const goesOn =
        last !== undefined &&
        last.face !== null &&
        face !== null &&
        !isEmojiFace(face) &&
        (last.face === face || (place.letter === ' ' && !isSlice(last.face)));
      if (goesOn) last.text += drawn;
      else pieces.push({ face, text: drawn });
    }
    return pieces.map((piece) => ({ ...piece, width: this.width(piece.face, piece.text) }));
  }

  /** The face of the space behind a text, where the last face of the text has none. */
  spaceFace(style: TextStyle): FaceId | null {
    return this.faceAt({ letter: ' ', leftwards: null }, style);
  }

  private faceAt(place: Place, style: TextStyle): FaceId | null {
    const faceOf = this.faceOfPlace.get(styleKey(style));
    if (faceOf === undefined) throw new Error(`no face was opened for ${styleKey(style)}`);
    // Signs alone do not tell between which letters they stand.
    const known = [place, ...others(place)].find((each) => faceOf.has(placeKey(each)));
    const face = known === undefined ? undefined : faceOf.get(placeKey(known));
    if (face === undefined) throw new Error('a text was not announced to the font book');
    return face;
  }

  width(face: FaceId | null, text: string): number {
    if (face === null) return boxWidth;
    const key = `${face} ${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      width = this.pdf.font(face).fontSize(1000).widthOfString(text) / 1000;
      this.widths.set(key, width);
    }
    return width;
  }

  /** How a letter is given to its face. */
  private drawnBy(face: FaceId, letter: string): string {
    if (!isEmojiFace(face)) {
      const seen = letter.replace(invisible, '');
      return face.startsWith('arabic') ? seen : seen.replace(joiners, '');
    }
    const known = this.pictures.get(letter);
    if (known !== undefined) return known;
    // The face joins some pictures with their variation sign and some without it.
    const { font } = this.pdf.font(face)._font;
    const [best = letter] = [letter, letter.replace(invisible, '')].sort(
      (a, b) => font.layout(a).glyphs.length - font.layout(b).glyphs.length,
    );
    this.pictures.set(letter, best);
    return best;
  }

  textWidth(text: string, style: TextStyle): number {
    return this.segments(text, style).reduce((sum, { width }) => sum + width, 0);
  }
}

/** Where faces are looked up and opened, each once. */
class Shelf {
  private readonly pdf: Pdf;
  private readonly sources: FaceSources;
  private readonly loading = new Map<FaceName | SliceName, Promise<Uint8Array>>();
  private readonly opened = new Map<FaceId, EngineFont>();
  private slices: Promise<readonly Slice[]> | null = null;

  constructor(pdf: Pdf, sources: FaceSources) {
    this.pdf = pdf;
    this.sources = sources;
  }

  /** Starts to fetch the slices that are needed for sure, all at once. */
  async order(style: TextStyle, places: Iterable<Place>): Promise<void> {
    for (const { letter } of places) {
      if (!isSliced(letter)) continue;
      const [first] = await this.slicesFor(letter, style);
      // Whoever asks for it later is told.
      if (first !== undefined) this.load(sliceOf(first)).catch(() => undefined);
    }
  }

  async faceOf(place: Place, style: TextStyle): Promise<FaceId | null> {
    const tried = new Set<FaceId>();
    for await (const id of this.candidates(place, style)) {
      if (tried.has(id)) continue;
      tried.add(id);
      if (covers(await this.open(id), place.letter)) return id;
    }
    return null;
  }

  private async *candidates({ letter, leftwards }: Place, style: TextStyle): AsyncGenerator<FaceId> {
    const script = ownScript(letter);
    if (script === 'arabic' || script === 'hebrew') yield faceFor(script, scriptWeight(style), false);
    if (isSliced(letter)) yield* await this.slicesFor(letter, style);
    if (leftwards !== null) yield faceFor(leftwards, scriptWeight(style), false);
    yield* faceChain(style.family, style.weight, style.italic);
    yield* await this.slicesFor(letter, style);
  }

  private async slicesFor(letter: string, { weight }: TextStyle): Promise<SliceId[]> {
    this.slices ??= this.sources.loadSlices();
    const [first] = bare(letter);
    const codePoint = first?.codePointAt(0) ?? 0;
    const isKeycap = letter.includes('\u20e3');
    return (await this.slices)
      .filter((slice) => holds(slice.ranges, codePoint) || (isKeycap && slice.name.startsWith('emoji-')))
      .map(({ name }) => ({ name, own: name.startsWith(`${ownScript(letter)}-`) }))
      .sort((a, b) => Number(b.own) - Number(a.own))
      .map(({ name }) => `${name}@${name.startsWith('emoji-') ? 400 : weight}` as const);
  }

  private load(face: FaceName | SliceName): Promise<Uint8Array> {
    const known = this.loading.get(face) ?? this.sources.loadFace(face);
    this.loading.set(face, known);
    return known;
  }

  private async open(id: FaceId): Promise<EngineFont> {
    const known = this.opened.get(id);
    if (known !== undefined) return known;
    const font = openFace(this.pdf, id, await this.load(isSlice(id) ? sliceOf(id) : id));
    this.opened.set(id, font);
    return font;
  }
}

/** Beside our own families, which are of any weight in one, a page can declare these scripts at one weight only. */
const scriptWeight = ({ family, weight }: TextStyle): number =>
  family === 'text' || family === 'title' ? 400 : weight;

const ownScript = (letter: string): Script | null =>
  isPicture(letter) ? 'emoji' : scriptOf(bare(letter).codePointAt(0) ?? 0);

function isSliced(letter: string): boolean {
  const script = ownScript(letter);
  return script === 'han' || script === 'hangul' || script === 'emoji';
}

const covers = (font: EngineFont, letter: string): boolean =>
  Array.from(bare(letter)).every((sign) => font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));
