import { Document } from 'mupdf';

/** Text of each page as another reader than poppler has it. */
export function readAgain(bytes: Uint8Array): readonly string[] {
  const document = Document.openDocument(bytes, 'application/pdf');
  return Array.from({ length: document.countPages() }, (_, index) =>
    document.loadPage(index).toStructuredText('preserve-whitespace').asText(),
  );
}
