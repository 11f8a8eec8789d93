import type { FontBook } from './font-book.ts';
import type { PathForms } from './path-forms.ts';
import type { Pdf, PdfImage } from './pdf-document.ts';

/** What drawing a page takes beside the page. */
export interface Drawing {
  readonly pdf: Pdf;
  readonly fonts: FontBook;
  readonly forms: PathForms;
  readonly images: ReadonlyMap<string, PdfImage>;
  /** Name within the file of the first page of each part. */
  readonly destinations: ReadonlyMap<string, string>;
}
