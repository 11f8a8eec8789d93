import type { Language } from '../../shared/api/text.ts';
import type { Board, GetWorkshopResponse } from '../../shared/api/workshops.ts';
import type { Translate } from '../i18n/catalogue.ts';
import { localeOf } from '../i18n/message.ts';
import { stampsOf } from '../ui/stamps.ts';
import type { CoverContent, DisplayList } from './display-list.ts';

/** What a PDF says besides the board itself. */
export interface ExportFacts {
  readonly workshop: string;
  readonly board: string;
  readonly language: Language;
  readonly createdAtMs: number;
  readonly cover: CoverContent;
  readonly footer: DisplayList['footer'];
}

/** @param t in the language of the board: the file goes to those who worked on it. */
export function exportFacts(
  { workshop, organisations, people }: GetWorkshopResponse,
  board: Board,
  nowMs: number,
  t: Translate,
): ExportFacts {
  const date = new Intl.DateTimeFormat(localeOf[board.language], { dateStyle: 'long' }).format(nowMs);
  const stamps = stampsOf(organisations);
  const joined = organisations
    .toSorted((a, b) => a.colour - b.colour)
    .map(({ id, name, colour }) => {
      const count = people.filter(({ organisationId }) => organisationId === id).length;
      return { name, count, initials: stamps.get(id)?.initials ?? '', colour };
    })
    // Programs act for an organisation and are nobody: without people it did not take part.
    .filter(({ count }) => count > 0);
  return {
    workshop: workshop.title,
    board: board.title,
    language: board.language,
    createdAtMs: nowMs,
    cover: {
      label: t('export.coverLabel'),
      title: board.title,
      workshop: workshop.title,
      date,
      organisationsHeading: t('export.whoTookPart'),
      organisations: joined.map(({ count, ...rest }) => ({ ...rest, headCount: t('export.headCount', { count }) })),
    },
    footer: { full: [workshop.title, board.title, date].join(' · '), date },
  };
}
