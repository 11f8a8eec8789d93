import type { PageLayer } from '../display-list.ts';
import type { Laid } from './board-page.ts';
import type { FlowedPage } from './flow.ts';
import type { Sheet } from './sheet.ts';

/** Pages set as text. @param picture on the last of them, above the text */
export const laidPages = (
  { paper, magnified }: Sheet,
  pages: readonly FlowedPage[],
  picture: PageLayer | null = null,
): Laid[] =>
  pages.map((drafts, page) => ({
    sheet: paper,
    layers: [
      {
        matrix: [magnified, 0, 0, magnified, 0, 0],
        clip: null,
        items: drafts.map((draft, index) => ({
          ...draft,
          ...{ id: `text:${index}`, readingRank: index, greeked: false },
        })),
      },
      ...(picture !== null && page === pages.length - 1 ? [picture] : []),
    ],
  }));
