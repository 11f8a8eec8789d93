import { expect, type Page } from '@playwright/test';

/** Narrow phone, tablet, laptop. */
const windows = [
  { width: 360, height: 740 },
  { width: 820, height: 1100 },
  { width: 1440, height: 900 },
] as const;

/**
 * Nothing sticks out of the page, or of its own box, in windows of three widths; the canvas is left out, it lays out its own.
 * Fields may hold more than they show, and what scrolls sideways may be wider.
 */
export async function everythingFits(page: Page, what: string): Promise<void> {
  const before = page.viewportSize();
  for (const size of windows) {
    await page.setViewportSize(size);
    // What the page does about its new width comes a few pictures later.
    await expect.poll(() => overflows(page), { message: `${what}, ${size.width} px` }).toEqual([]);
  }
  if (before !== null) await page.setViewportSize(before);
}

const overflows = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    const found = scrollWidth > innerWidth ? [`the page is ${scrollWidth} px wide`] : [];
    const above = (element: Element): readonly Element[] =>
      element.parentElement === null ? [element] : [element, ...above(element.parentElement)];
    const isScrolled = (element: Element) =>
      ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth;
    const isUnseen = (element: Element) => {
      const { clipPath, opacity, visibility } = getComputedStyle(element);
      return clipPath !== 'none' || opacity === '0' || visibility === 'hidden';
    };
    const texts = document.querySelectorAll('button, a, h1, h2, h3, label, p, legend, summary, li, td, th, b, span');
    for (const element of texts) {
      const { left, right, width } = element.getBoundingClientRect();
      const parents = above(element);
      // Two pixels are what is left of words for screen readers alone; ways to skip to a part wait far outside.
      if (width <= 2 || right < -1_000 || element.closest('.tl-canvas, svg') !== null || parents.some(isUnseen))
        continue;
      const { display, overflowX } = getComputedStyle(element);
      const name = `${element.localName} “${(element.ariaLabel ?? element.textContent).trim().slice(0, 40)}”`;
      if ((right > innerWidth + 1 || left < -1) && !parents.some(isScrolled)) found.push(`${name} is outside`);
      const isOver = display !== 'inline' && element.scrollWidth > element.clientWidth + 1;
      // What is in an element that cuts nothing is looked at for itself.
      const isWhole = overflowX === 'visible' ? element.children.length > 0 : ['auto', 'scroll'].includes(overflowX);
      if (isOver && !isWhole) found.push(`${name} is cut or sticks out`);
    }
    return found;
  });
