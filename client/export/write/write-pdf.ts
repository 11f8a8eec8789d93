import type { DisplayList, Op } from '../display-list.ts';
import type { FaceName } from '../faces.ts';
import { drawBoardPage, pageStyles } from './board-page.ts';
import { coverTexts, drawCover } from './cover.ts';
import type { Drawing } from './draw-ops.ts';
import { FontBook, type TextStyle } from './font-book.ts';
import { createPdf, type Element, type Pdf, type PdfImage, pdfBytes } from './pdf-document.ts';

export interface PdfSources {
  /** TrueType or OpenType, never WOFF. */
  loadFace(face: FaceName): Promise<Uint8Array>;
  /** Told before each page, the cover being 0; resolves once something else may have its turn. */
  onPage?(index: number): Promise<void> | void;
}

export interface WrittenPdf {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Letters that no face has and names of pictures that cannot be read; a box stands where each of them would be. */
  readonly undrawn: { readonly letters: readonly string[]; readonly images: readonly string[] };
}

/** The same list and faces give the same bytes. Runs in a worker and in Node. */
export async function writePdf(list: DisplayList, sources: PdfSources): Promise<WrittenPdf> {
  const pdf = createPdf({
    title: list.title,
    author: list.cover.workshop,
    language: list.language,
    createdAtMs: list.createdAtMs,
  });
  const fonts = await FontBook.open(pdf, textsOf(list), (face) => sources.loadFace(face));
  const { images, unreadable } = openImages(pdf, list.images);
  const drawing: Drawing = { pdf, fonts, images };
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const section = (title: string): Element => {
    const element = pdf.struct('Sect', { title });
    root.add(element);
    return element;
  };

  await sources.onPage?.(0);
  const cover = section(list.cover.title);
  drawCover(pdf, fonts, cover, list.cover);
  cover.end();
  pdf.outline.addItem(list.cover.title);
  const count = list.pages.length + 1;
  for (const [index, page] of list.pages.entries()) {
    await sources.onPage?.(index + 1);
    const element = section(page.title);
    drawBoardPage(drawing, element, page, {
      footer: page.heading === null ? list.footer.date : list.footer.full,
      number: `${index + 2} / ${count}`,
    });
    element.end();
    pdf.outline.addItem(page.title);
  }
  root.end();
  const bytes = await pdfBytes(pdf);
  return { bytes, undrawn: { letters: [...fonts.undrawn], images: unreadable } };
}

function* textsOf(list: DisplayList): Generator<TextStyle & { readonly text: string }> {
  yield* coverTexts(list.cover);
  yield { ...pageStyles.footer, text: `${list.footer.full}${list.footer.date}0123456789/ …` };
  for (const page of list.pages) {
    if (page.heading !== null) yield { ...pageStyles.heading, text: `${page.heading}…` };
    for (const item of page.items) if (!item.greeked) yield* textsOfOps(item.ops);
  }
}

function* textsOfOps(ops: readonly Op[]): Generator<TextStyle & { readonly text: string }> {
  for (const op of ops) {
    if (op.op === 'clip') yield* textsOfOps(op.ops);
    if (op.op === 'text') for (const { runs } of op.blocks) yield* runs;
  }
}

function openImages(
  pdf: Pdf,
  sources: DisplayList['images'],
): { readonly images: Map<string, PdfImage>; readonly unreadable: readonly string[] } {
  const images = new Map<string, PdfImage>();
  const unreadable: string[] = [];
  for (const [name, url] of Object.entries(sources)) {
    try {
      images.set(name, pdf.openImage(bytesOf(url)));
    } catch {
      // pdfkit throws strings and errors of many kinds at bytes it cannot read; the picture is then named to the user.
      unreadable.push(name);
    }
  }
  return { images, unreadable };
}

/** Of a base64 data URL. */
const bytesOf = (url: string): Uint8Array =>
  Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (sign) => sign.charCodeAt(0));
