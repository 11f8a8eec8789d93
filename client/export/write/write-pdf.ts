import type { DisplayList, DisplayPage, OutlineEntry } from '../display-list.ts';
import { pageTexts } from '../text/page-texts.ts';
import { drawPage } from './draw-page.ts';
import type { Drawing } from './drawing.ts';
import { type FaceSources, FontBook } from './font-book.ts';
import { PartTags } from './page-tags.ts';
import { PathForms } from './path-forms.ts';
import { createPdf, type Outline, type Pdf, type PdfImage, pdfBytes } from './pdf-document.ts';

export interface PdfSources extends FaceSources {
  /** Told before each page; resolves once something else may have its turn. */
  onPage?(index: number): Promise<void> | void;
}

export interface WrittenPdf {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Letters that no face has and names of pictures that cannot be read; a box stands where each of them would be. */
  readonly undrawn: { readonly letters: readonly string[]; readonly images: readonly string[] };
}

/** The same list and faces give the same bytes. Runs in a worker and in Node. */
export async function writePdf(list: DisplayList, sources: PdfSources): Promise<WrittenPdf> {
  const pdf = createPdf(list);
  const fonts = await FontBook.open(pdf, textsOf(list.pages), sources);
  const { images, unreadable } = openImages(pdf, list.images);
  const forms = new PathForms(pdf, list.pages);
  const drawing: Drawing = { pdf, fonts, forms, images, destinations: destinationsOf(list.pages) };
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const parts = new Map<string, PartTags>();
  const outline = openOutline(pdf.outline);
  for (const [index, page] of list.pages.entries()) {
    await sources.onPage?.(index);
    const told = drawPage(drawing, page);
    let part = parts.get(page.part);
    if (part === undefined) {
      const section = pdf.struct('Sect', { title: page.title });
      root.add(section);
      part = new PartTags(pdf, section);
      parts.set(page.part, part);
      pdf.addNamedDestination(drawing.destinations.get(page.part) ?? '');
    }
    for (const { name, top } of page.anchors ?? [])
      pdf.addNamedDestination(drawing.destinations.get(name) ?? '', 'XYZ', 0, top, null);
    part.add(told);
    for (const entry of page.outline) outline(entry);
  }
  for (const part of parts.values()) part.end();
  root.end();
  const bytes = await pdfBytes(pdf);
  return { bytes, undrawn: { letters: [...fonts.undrawn], images: unreadable } };
}

/** Names of one length, so that every reader sorts them alike: the tree of names is searched by halves. */
const destinationsOf = (pages: readonly DisplayPage[]): ReadonlyMap<string, string> =>
  new Map(
    [...new Set(pages.flatMap(({ part, anchors = [] }) => [part, ...anchors.map(({ name }) => name)]))].map(
      (name, index) => [name, `part${String(index).padStart(6, '0')}`],
    ),
  );

/** @returns adds an entry below the last one that is further out */
function openOutline(root: Outline): (entry: OutlineEntry) => void {
  const open: { readonly level: number; readonly outline: Outline }[] = [];
  return ({ title, level }) => {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1)?.outline ?? root;
    open.push({ level, outline: parent.addItem(title, { fit: true, expanded: true }) });
  };
}

function* textsOf(pages: readonly DisplayPage[]): ReturnType<typeof pageTexts> {
  for (const page of pages) yield* pageTexts(page);
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
