import type { DisplayPage } from '../display-list.ts';

/** The number that each page has in the file, 1 first; null for one whose part is left out. */
export function numberPages(
  pages: readonly Pick<DisplayPage, 'part'>[],
  leftOutParts: ReadonlySet<string>,
): readonly (number | null)[] {
  let last = 0;
  return pages.map(({ part }) => (leftOutParts.has(part) ? null : ++last));
}
