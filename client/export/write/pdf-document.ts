import PDFDocument from 'pdfkit';
import { escapeXml } from '../svg/markup.ts';
import { packObjects } from './pack-objects.ts';

/** What we use of the font engine inside pdfkit. */
export interface EngineFont {
  readonly unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(
    text: string | readonly EngineGlyph[],
    features?: unknown,
    script?: string,
    language?: string,
    direction?: 'ltr' | 'rtl',
  ): {
    readonly glyphs: readonly EngineGlyph[];
    readonly positions: readonly { xAdvance: number; xOffset: number; readonly yOffset: number }[];
  };
  getGlyph(id: number, codePoints?: readonly number[]): EngineGlyph;
}
export interface EngineGlyph {
  readonly id: number;
  codePoints: readonly number[];
  readonly advanceWidth: number;
  readonly path: GlyphPath;
  /** Of a glyph in colours, in the order of drawing; each byte of a colour up to 255. */
  readonly layers?: readonly {
    readonly glyph: EngineGlyph;
    readonly color: { readonly red: number; readonly green: number; readonly blue: number; readonly alpha: number };
  }[];
}
interface GlyphPath {
  readonly commands: readonly { readonly command: string; readonly args: readonly number[] }[];
  readonly bbox: { readonly minX: number };
  scale(x: number, y: number): GlyphPath;
  translate(x: number, y: number): GlyphPath;
  toSVG(): string;
}

/** Opaque parts of a document: a structure element, a mark in a page's content, an opened picture, drawn content, a tiling pattern. */
export interface Element {
  add(child: Element | MarkedContent): Element;
  end(): void;
}
export interface MarkedContent {
  readonly refs: readonly unknown[];
}
export interface PdfImage {
  readonly width: number;
  readonly height: number;
}
export interface ContentObject {
  end(content: string): void;
}
export interface Pattern {
  readonly bBox: readonly number[];
}

/** An entry of the outline leads to the page that is being drawn. */
export interface Outline {
  addItem(title: string, options?: { readonly fit: boolean; readonly expanded: boolean }): Outline;
}
interface LinkOptions {
  readonly structParent: Element;
  readonly Contents: unknown;
}
interface StructOptions {
  readonly title?: string;
  readonly alt?: string;
  /** Left, top, right and bottom in points of the page. */
  readonly bbox?: readonly [number, number, number, number];
  readonly scope?: 'Column';
}

export type FillRule = 'even-odd' | 'non-zero';
type Colour = string | readonly [pattern: Pattern, colour: string];

/** What we use of pdfkit's document, which knows more than its published types. */
export interface Pdf {
  readonly _font: { readonly font: EngineFont };
  readonly page: {
    readonly dictionary: { readonly data: { Tabs?: 'S' } };
    readonly xobjects: Record<string, ContentObject>;
  };
  readonly outline: Outline;
  info: Record<string, unknown>;
  endMetadata(): void;
  flushPages(): void;
  on(event: string, listener: (argument: never) => void): Pdf;
  end(): void;
  addPage(options: { readonly size: readonly [number, number]; readonly margin: number }): Pdf;

  save(): Pdf;
  restore(): Pdf;
  transform(a: number, b: number, c: number, d: number, e: number, f: number): Pdf;
  translate(x: number, y: number): Pdf;
  scale(factor: number): Pdf;

  /** Of the page that is being drawn. */
  addContent(line: string): Pdf;
  ref(dictionary: Readonly<Record<string, unknown>>): ContentObject;

  path(d: string): Pdf;
  rect(x: number, y: number, width: number, height: number): Pdf;
  roundedRect(x: number, y: number, width: number, height: number, radius: number): Pdf;
  moveTo(x: number, y: number): Pdf;
  lineTo(x: number, y: number): Pdf;
  clip(rule?: FillRule): Pdf;
  fill(rule?: FillRule): Pdf;
  stroke(): Pdf;
  fillAndStroke(rule?: FillRule): Pdf;
  fillColor(colour: Colour, alpha: number): Pdf;
  strokeColor(colour: Colour, alpha: number): Pdf;
  fillOpacity(alpha: number): Pdf;
  lineWidth(width: number): Pdf;
  lineCap(cap: 'butt' | 'round' | 'square'): Pdf;
  lineJoin(join: 'miter' | 'round' | 'bevel'): Pdf;
  dash(lengths: readonly number[], options: { readonly phase: number }): Pdf;
  pattern(box: readonly number[], xStep: number, yStep: number, stream: string): Pattern;

  registerFont(name: string, font: EngineFont): Pdf;
  font(name: string): Pdf;
  fontSize(size: number): Pdf;
  widthOfString(text: string): number;
  text(
    text: string,
    x: number,
    y: number,
    options: {
      readonly lineBreak: false;
      readonly baseline: 'alphabetic';
      readonly horizontalScaling: number;
      /** Degrees. */
      readonly oblique?: number;
    },
  ): Pdf;
  openImage(bytes: Uint8Array): PdfImage;
  image(image: PdfImage, x: number, y: number, options: { readonly width: number; readonly height: number }): Pdf;
  link(x: number, y: number, width: number, height: number, url: string, options: LinkOptions): Pdf;
  goTo(x: number, y: number, width: number, height: number, destination: string, options: LinkOptions): Pdf;
  /** At the page that is being drawn. */
  /** On the page that is being drawn. */
  addNamedDestination(name: string): void;
  addNamedDestination(name: string, kind: 'XYZ', left: number, top: number, zoom: null): void;

  struct(tag: string, options?: StructOptions): Element;
  addStructure(element: Element): Pdf;
  markStructureContent(tag: string): MarkedContent;
  markContent(tag: string, options?: { readonly type: string } | null): Pdf;
  endMarkedContent(): Pdf;
}

interface PdfFacts {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly createdAtMs: number;
}

/**
 * An empty tagged PDF 1.7 that claims PDF/UA-1. Its bytes depend on what is drawn and on these facts alone.
 * The names of the program stand in the file's information, no person's name does.
 */
export function createPdf({ title, author, language, createdAtMs }: PdfFacts): Pdf {
  const options = {
    autoFirstPage: false,
    compress: true,
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    lang: language,
    displayTitle: true,
    // pdfkit otherwise opens Helvetica, which is not embedded.
    font: null,
    info: {
      Title: title,
      Author: author,
      Creator: 'Commonboard',
      Producer: 'Commonboard, PDFKit',
      CreationDate: new Date(createdAtMs),
    },
  };
  const pdf = new PDFDocument(options as object) as unknown as Pdf;
  const endMetadata = pdf.endMetadata;
  // pdfkit pastes the same texts into XML as they are; by this time they stand in the information dictionary already.
  pdf.endMetadata = function (this: Pdf): void {
    for (const key of ['Title', 'Author'] as const) this.info[key] = escapeXml(String(this.info[key]));
    endMetadata.call(this);
  };
  writeLinesTogether(pdf);
  return pdf;
}

/** Lines of content that become bytes at once. */
const linesAtOnce = 1_000;

/** pdfkit makes bytes of every line by itself, and a page has ten thousand: that takes longer than all else. */
function writeLinesTogether(pdf: Pdf): void {
  const { addContent, flushPages } = pdf;
  let lines: string[] = [];
  const write = (): void => {
    if (lines.length > 0) addContent.call(pdf, lines.join('\n'));
    lines = [];
  };
  pdf.addContent = (line) => {
    lines.push(line);
    if (lines.length >= linesAtOnce) write();
    return pdf;
  };
  pdf.flushPages = () => {
    write();
    flushPages.call(pdf);
  };
}

/** Ends the document. */
export function pdfBytes(pdf: Pdf): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pdf.on('data', (chunk: Uint8Array) => {
      chunks.push(chunk);
    });
    pdf.on('error', (error: unknown) => reject(error));
    pdf.on('end', () => {
      const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
      let offset = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, offset);
        offset += chunk.length;
      }
      resolve(packObjects(bytes));
    });
    pdf.end();
  });
}

/** Draws what readers skip: everything that is neither text nor a picture with a description. */
export function artifact(pdf: Pdf, draw: () => void, options: { readonly type: string } | null = null): void {
  pdf.markContent('Artifact', options);
  draw();
  pdf.endMarkedContent();
}
