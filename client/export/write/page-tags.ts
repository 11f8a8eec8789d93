import type { DisplayItem } from '../display-list.ts';
import type { Element, MarkedContent, Pdf } from './pdf-document.ts';

type Child = Element | MarkedContent;

/** What one item of a page tells a reader. */
export interface Told {
  readonly item: DisplayItem;
  readonly children: readonly Child[];
}

/** The section of one part of the file, which may go over several pages. */
export class PartTags {
  private readonly section: Element;
  private readonly pdf: Pdf;
  private readonly stepOf = new Map<string, Element>();

  constructor(pdf: Pdf, section: Element) {
    this.pdf = pdf;
    this.section = section;
  }

  /** A page's items, in the order of reading and not that of drawing. */
  add(page: readonly Told[]): void {
    const inOrder = page.toSorted((a, b) => a.item.readingRank - b.item.readingRank);
    for (const { item, children } of inOrder) {
      if (children.length === 0 && !isCell(item)) continue;
      const element = this.elementOf(item);
      for (const child of children) element.add(child);
    }
  }

  end(): void {
    this.section.end();
  }

  private elementOf({ structure }: DisplayItem): Element {
    let path = '';
    let element = this.section;
    for (const { tag, key, title } of structure) {
      path += `/${key}`;
      let child = this.stepOf.get(path);
      if (child === undefined) {
        child = this.pdf.struct(tag, {
          ...(tag === 'TH' && { scope: 'Column' }),
          ...(title !== undefined && { title }),
        });
        element.add(child);
        this.stepOf.set(path, child);
      }
      element = child;
    }
    return element;
  }
}

/** Rows of a table have all their cells, the empty ones too: readers count them to tell the column. */
function isCell({ structure }: DisplayItem): boolean {
  const tag = structure.at(-1)?.tag;
  return tag === 'TD' || tag === 'TH';
}
