import type { DisplayPage } from '../display-list.ts';

type Sheet = DisplayPage['sheet'];

/** Name in CSS of the kind of page that a sheet is printed on. */
export const pageName = ({ width, height }: Sheet): string =>
  `sheet-${[width, height].map((points) => String(Math.round(points * 100))).join('-')}`;

/**
 * What makes each sheet a page of its own size. A browser that knows no named pages prints all of them on the first one's
 * size, where they are fitted in.
 */
export function pageStyles(pages: readonly Pick<DisplayPage, 'sheet'>[]): string {
  const sizes = new Map(pages.map(({ sheet }) => [pageName(sheet), sheet]));
  const size = ({ width, height }: Sheet): string => `size: ${width}pt ${height}pt; margin: 0;`;
  const [first] = sizes.values();
  const named = [...sizes].map(([name, sheet]) => `@page ${name} { ${size(sheet)} }`);
  return [first === undefined ? '' : `@page { ${size(first)} }`, ...named, onlySheets].join('\n');
}

/** What holds the page behind still on the screen would cut the paper off after one sheet. */
const onlySheets = `@media print {
  html, body:has(> [data-print-view]) {
    position: static !important; height: auto !important; min-height: 0 !important;
    margin: 0 !important; padding: 0 !important; overflow: visible !important; background: none !important;
  }
  body > :not([data-print-view]) { display: none !important }
}`;
