import type { DisplayPage, Op, PathOp } from '../display-list.ts';
import type { ContentObject, Pdf } from './pdf-document.ts';

/** Shorter paths take no less room as an object of their own. Characters of path data. */
const shortest = 60;
/** So often an outline has to be there to become an object. */
const fewest = 4;

/**
 * Outlines that come again and again, such as those of cards and their pictograms: each is in the file once and named
 * where it is drawn. Without that, a board of a thousand cards takes three times the room.
 */
export class PathForms {
  private readonly pdf: Pdf;
  private readonly repeated: ReadonlySet<string>;
  private readonly forms = new Map<string, { readonly name: string; readonly object: ContentObject }>();

  constructor(pdf: Pdf, pages: readonly DisplayPage[]) {
    this.pdf = pdf;
    this.repeated = repeatedIn(pages);
  }

  /** Draws with the colours and the line that are set. @param draw draws the outline at the place where one is */
  draw(op: PathOp, draw: () => void): void {
    const key = keyOf(op);
    if (!this.repeated.has(key)) {
      draw();
      return;
    }
    let form = this.forms.get(key);
    if (form === undefined) {
      const object = this.pdf.ref({ Type: 'XObject', Subtype: 'Form', BBox: everything, Resources: {} });
      object.end(contentOf(this.pdf, draw));
      form = { name: `P${this.forms.size}`, object };
      this.forms.set(key, form);
    }
    this.pdf.page.xobjects[form.name] = form.object;
    this.pdf.addContent(`/${form.name} Do`);
  }
}

/** As far as a form shows itself. Units of boards. */
const everything = [-100_000, -100_000, 100_000, 100_000] as const;

const keyOf = ({ d, evenOdd, fill, stroke }: PathOp): string =>
  `${fill === null ? '' : evenOdd ? 'F' : 'f'}${stroke === null ? '' : 's'}${d}`;

function repeatedIn(pages: readonly DisplayPage[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const count = (ops: readonly Op[]): void => {
    for (const op of ops) {
      if (op.op === 'clip') count(op.ops);
      if (op.op !== 'path' || op.d.length < shortest) continue;
      const key = keyOf(op);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  };
  for (const { layers } of pages) for (const { items } of layers) for (const { ops } of items) count(ops);
  return new Set([...counts].flatMap(([key, times]) => (times < fewest ? [] : [key])));
}

/** What would be written into the page. */
function contentOf(pdf: Pdf, draw: () => void): string {
  const lines: string[] = [];
  const { addContent } = pdf;
  pdf.addContent = (line) => {
    lines.push(line);
    return pdf;
  };
  try {
    draw();
  } finally {
    pdf.addContent = addContent;
  }
  return lines.join('\n');
}
