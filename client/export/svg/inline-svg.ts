import type { DisplayPage } from '../display-list.ts';
import { declareFaces } from './page-faces.ts';
import { svgPage } from './svg-page.ts';

let pages = 0;

/**
 * A page as an element of this document, in the faces of the PDF. What lies behind it is the paper.
 * @param withLinks whether its links lead anywhere, beside this document
 */
export async function inlineSvg(
  page: DisplayPage,
  images: Readonly<Record<string, string>>,
  withLinks: boolean,
): Promise<SVGSVGElement> {
  await declareFaces(page);
  pages += 1;
  const markup = svgPage(page, images, {
    ...{ idPrefix: `page-${pages}-`, ground: null, barsBelow: 0, withLinks, css: '' },
  });
  const root = new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement;
  const drawn = document.importNode(root, true) as unknown as SVGSVGElement;
  // It would follow the pointer as a tooltip; whoever shows the page says its title.
  drawn.querySelector(':scope > title')?.remove();
  for (const link of drawn.querySelectorAll('a')) {
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer');
  }
  return drawn;
}
