import { scriptOfSlice } from '../text/script-slices.ts';
import { encodeOutline } from './encode-outline.ts';
import { isEmojiFace, type SliceId, sliceOf, weightOf } from './face-ids.ts';
import type { EngineFont, EngineGlyph } from './pdf-document.ts';

/** What of the font engine has to be put right from within: of WOFF2 it can show glyphs, but neither vary nor cut out. */
export interface SliceEngine extends EngineFont {
  variationCoords: readonly number[] | null;
  readonly variationAxes: Readonly<Record<string, unknown>>;
  readonly _variationProcessor: { transformPoints(id: number, points: readonly Point[]): void } | null;
  readonly _glyphs: Readonly<Record<number, BaseGlyph>>;
  /** Unpacked with the first glyph. */
  readonly _transformedGlyphs: readonly Unpacked[];
  /** As decoded so far. */
  readonly _tables: { loca?: { readonly version: 1 } };
  glyphForCodePoint(codePoint: number): EngineGlyph;
  _getBaseGlyph(id: number, codePoints?: readonly number[]): BaseGlyph;
  createSubset(): Subset;
}
interface Point {
  x: number;
  y: number;
  endContour: boolean;
  copy(): Point;
}
interface Unpacked {
  readonly points?: readonly Point[];
}
interface BaseGlyph extends EngineGlyph {
  _decode(): Unpacked | undefined;
}
interface Subset {
  readonly glyf: Uint8Array[];
  readonly loca: { readonly offsets: number[] };
  readonly hmtx: { readonly metrics: { readonly advance: number; readonly bearing: number }[] };
  offset: number;
  _addGlyph(id: number): number;
}

const postScriptNames = { han: 'NotoSansSC', hangul: 'NotoSansKR', emoji: 'TwemojiMozilla' } as const;

export function prepareSlice(font: SliceEngine, id: SliceId): void {
  const slice = sliceOf(id);
  const script = scriptOfSlice(slice);
  // pdfkit takes faces of one name for the same.
  const name = `${postScriptNames[script]}-${weightOf(id)}-${slice.slice(script.length + 1)}`;
  Object.defineProperty(font, 'postscriptName', { value: name });
  if ('wght' in font.variationAxes) font.variationCoords = [weightOf(id)];
  varyGlyphs(font);
  writeGlyphsAnew(font);
  if (isEmojiFace(id)) joinByVariationSigns(font);
}

function varyGlyphs(font: SliceEngine): void {
  const getBaseGlyph = font._getBaseGlyph.bind(font);
  font._getBaseGlyph = (id, codePoints) => {
    // The engine gives each only once.
    const known = font._glyphs[id];
    if (known !== undefined) return known;
    const glyph = getBaseGlyph(id, codePoints);
    let varied: Unpacked | undefined;
    glyph._decode = () => {
      varied ??= vary(font, id);
      return varied;
    };
    return glyph;
  };
}

function vary(font: SliceEngine, id: number): Unpacked | undefined {
  const unpacked = font._transformedGlyphs[id];
  const processor = font._variationProcessor;
  if (unpacked?.points === undefined || unpacked.points.length === 0 || processor === null) return unpacked;
  const points = unpacked.points.map((point) => point.copy());
  // Four more stand for the glyph's metrics, which a table of its own varies.
  const metrics = points.slice(0, 1).flatMap((point) => [point.copy(), point.copy(), point.copy(), point.copy()]);
  for (const point of metrics) Object.assign(point, { x: 0, y: 0, endContour: true });
  processor.transformPoints(id, [...points, ...metrics]);
  return { ...unpacked, points };
}

function writeGlyphsAnew(font: SliceEngine): void {
  font._tables.loca = { version: 1 };
  const createSubset = font.createSubset.bind(font);
  font.createSubset = () => {
    const subset = createSubset();
    subset._addGlyph = (id) => {
      const { path, advanceWidth } = font.getGlyph(id);
      // The glyph of no letter, which is in every subset, is a box: where all others are empty, as those of emoji, some
      // readers miss the table of outlines.
      const outline = encodeOutline(id === 0 ? box : path);
      subset.glyf.push(outline);
      subset.loca.offsets.push(subset.offset);
      subset.hmtx.metrics.push({ advance: Math.round(advanceWidth), bearing: Math.round(path.bbox.minX) || 0 });
      subset.offset += outline.length;
      return subset.glyf.length - 1;
    };
    return subset;
  };
}

const box = {
  commands: [
    { command: 'moveTo', args: [0, 0] },
    { command: 'lineTo', args: [0, 100] },
    { command: 'lineTo', args: [100, 100] },
    { command: 'lineTo', args: [100, 0] },
  ],
};

/** The engine swallows variation signs; this face joins keycaps and flags by them. */
function joinByVariationSigns(font: SliceEngine): void {
  const layout = font.layout.bind(font);
  const glyphOf = (sign: string): EngineGlyph => font.glyphForCodePoint(sign.codePointAt(0) ?? 0);
  font.layout = (text, features) => layout(typeof text === 'string' ? Array.from(text, glyphOf) : text, features);
}
