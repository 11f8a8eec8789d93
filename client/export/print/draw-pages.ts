import type { DisplayPage } from '../display-list.ts';
import { nextTurn } from '../next-turn.ts';
import { inlineSvg } from '../svg/inline-svg.ts';
import { facesReady } from './faces-ready.ts';
import { pageName } from './page-sizes.ts';

interface Drawing {
  /** Of pictures, by the name that the pages use. */
  readonly urls: Readonly<Record<string, string>>;
  /** What stands on the sheet of a page that cannot be drawn. */
  readonly missingText: (title: string) => string;
  readonly signal: AbortSignal;
  /** Told behind each page, with how many there are. */
  readonly onPage: (count: number) => void;
}

/**
 * Sheets into a list, in turns with the browser. A page that cannot be drawn takes no other with it.
 * @returns numbers of such pages
 * @throws the signal's reason once it is aborted
 */
export async function drawPages(
  place: HTMLElement,
  pages: readonly DisplayPage[],
  { urls, missingText, signal, onPage }: Drawing,
): Promise<readonly number[]> {
  const missing: number[] = [];
  for (const [index, page] of pages.entries()) {
    await nextTurn();
    signal.throwIfAborted();
    const sheet = document.createElement('li');
    sheet.setAttribute('aria-label', page.title);
    sheet.style.setProperty('--sheet-width', `${page.sheet.width}pt`);
    sheet.style.setProperty('--sheet-height', `${page.sheet.height}pt`);
    sheet.style.setProperty('page', pageName(page.sheet));
    try {
      sheet.append(await inlineSvg(page, urls, true));
    } catch {
      missing.push(index + 1);
      sheet.dataset.missing = '';
      sheet.append(missingText(page.title));
    }
    signal.throwIfAborted();
    place.append(sheet);
    onPage(index + 1);
  }
  await facesReady(place, signal);
  return missing;
}
