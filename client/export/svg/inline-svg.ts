import type { DisplayPage } from '../display-list.ts';
import { declareFaces } from './page-faces.ts';
import { svgPage } from './svg-page.ts';

let pages = 0;

/** A page as an element of this document, in the faces of the PDF. What lies behind it is the paper. */
export async function inlineSvg(page: DisplayPage, images: Readonly<Record<string, string>>): Promise<SVGSVGElement> {
  await declareFaces(page);
  pages += 1;
  const markup = svgPage(page, images, {
    ...{ idPrefix: `page-${pages}-`, ground: null, barsBelow: 0, withLinks: false, css: '' },
  });
  const root = new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement;
  const drawn = document.importNode(root, true) as unknown as SVGSVGElement;
  // It would follow the pointer as a tooltip; whoever shows the page says its title.
  drawn.querySelector(':scope > title')?.remove();
  return drawn;
}
