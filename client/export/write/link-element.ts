import type { ItemLink, TextRun } from '../display-list.ts';
import type { Box } from '../matrix.ts';
import type { Drawing } from './drawing.ts';
import type { FontBook } from './font-book.ts';
import type { Element, MarkedContent, Pdf } from './pdf-document.ts';

/** A link that readers are told of, over the place of its words. One to a part that is not there has nothing to click. */
export function linkElement(
  { pdf, fonts, destinations }: Drawing,
  link: string,
  runs: readonly TextRun[],
  content: MarkedContent,
): Element {
  const inside = link.startsWith('#');
  const destination = destinations.get(link.slice(1));
  if (inside && destination === undefined) {
    const span = pdf.struct('Span');
    span.add(content);
    return span;
  }
  const element = pdf.struct('Link');
  element.add(content);
  // PDF/UA asks for words on every link, also where its text says the same.
  const words = inside ? runs.map(({ text }) => text.trim()).join(' ') : link;
  const options = { structParent: element, Contents: new String(words) };
  for (const { x, y, width, height } of lineBoxes(fonts, runs)) {
    if (destination !== undefined && inside) pdf.goTo(x, y, width, height, destination, options);
    else pdf.link(x, y, width, height, link, options);
  }
  return element;
}

/** A link over an area, told by its address alone. */
export function areaLink(pdf: Pdf, { url, box: { x, y, width, height } }: ItemLink): Element {
  const [paragraph, element] = [pdf.struct('P'), pdf.struct('Link')];
  pdf.link(x, y, width, height, url, { structParent: element, Contents: new String(url) });
  paragraph.add(element);
  return paragraph;
}

/** One box for each line, across what lies between its words. */
function lineBoxes(fonts: FontBook, runs: readonly TextRun[]): Box[] {
  const boxes = new Map<number, Box>();
  for (const run of runs) {
    const width = run.width ?? fonts.textWidth(run.text.trimEnd(), run) * run.size;
    const before = boxes.get(run.y) ?? { x: run.x, y: run.y - run.size, width, height: run.size * 1.3 };
    const left = Math.min(before.x, run.x);
    const right = Math.max(before.x + before.width, run.x + width);
    boxes.set(run.y, { ...before, x: left, width: right - left });
  }
  return [...boxes.values()];
}
