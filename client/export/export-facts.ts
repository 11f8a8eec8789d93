import type { Audience } from '../../shared/api/boards.ts';
import type { Language } from '../../shared/api/text.ts';
import type { Board, GetWorkshopResponse } from '../../shared/api/workshops.ts';
import type { Withheld } from '../../shared/board/export/withheld.ts';
import { sayWithheld } from '../../shared/board/report/words/words.ts';
import type { Translate } from '../i18n/catalogue.ts';
import { localeOf } from '../i18n/message.ts';
import { stampsOf } from '../ui/stamps.ts';
import type { ReportInput, ReportOrganisation, ReportWords } from './compose/report-input.ts';

export interface FactsInput {
  readonly data: GetWorkshopResponse;
  /** Of the report. */
  readonly boards: readonly Board[];
  readonly audience: Audience;
  /** What these readers do not get. */
  readonly leftOut: Withheld;
  /** Whether people are named who agreed to it. */
  readonly names: boolean;
  readonly nowMs: number;
}

/** What a report says besides its boards. */
export type ExportFacts = Pick<ReportInput, 'createdAtMs' | 'title' | 'workshop' | 'words' | 'organisations'>;

/** A report of several boards is in one language: theirs where they share one, else that of the workshop. */
export function reportLanguage({ workshop }: GetWorkshopResponse, boards: readonly Board[]): Language {
  const [first] = boards;
  return first !== undefined && boards.every(({ language }) => language === first.language)
    ? first.language
    : workshop.language;
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * A report is of a day, in UTC: two people who make it of the same boards have the same file, wherever they are and
 * whatever their clocks say of the hour.
 */
const startOfDayMs = (atMs: number): number => atMs - (atMs % dayMs);

/** @param t in the language of the report: the file goes to those who worked on the boards. */
export function exportFacts(input: FactsInput, language: Language, t: Translate): ExportFacts {
  const { data, boards, nowMs } = input;
  const [only] = boards;
  const isOne = boards.length === 1 && only !== undefined;
  return {
    createdAtMs: startOfDayMs(nowMs),
    title: isOne ? only.title : data.workshop.title,
    workshop: isOne ? data.workshop.title : t('export.severalBoards', { count: boards.length }),
    words: wordsOf(input, language, t),
    organisations: organisationsOf(input, t),
  };
}

function wordsOf(
  { boards, audience, leftOut, names, nowMs }: FactsInput,
  language: Language,
  t: Translate,
): ReportWords {
  const forWhom = t(`export.for-${audience}`);
  const what = sayWithheld(leftOut, language);
  return {
    label: t(boards.length === 1 ? 'export.coverLabel' : 'export.coverLabelSeveral'),
    date: new Intl.DateTimeFormat(localeOf[language], { dateStyle: 'long', timeZone: 'UTC' }).format(nowMs),
    audience: what === null ? forWhom : `${forWhom} ${t('export.forLeftOut', { what })}`,
    contents: t('export.coverContents'),
    people: t('export.coverPeople'),
    peopleLead: t(names ? 'export.coverPeopleLead' : 'export.coverPeopleUnnamed'),
    overview: t('export.coverOverview'),
    continued: t('export.coverContinued', { title: '{title}' }),
    overviewFigure: t('export.coverOverviewFigure'),
  };
}

/** Whether somebody agreed to be named in reports. */
export const hasAgreed = ({ nameInReport }: GetWorkshopResponse['people'][number]): boolean => nameInReport;

/** In the order of joining. Programs act for an organisation and are nobody: without people it did not take part. */
function organisationsOf({ data, names }: FactsInput, t: Translate): readonly ReportOrganisation[] {
  const stamps = stampsOf(data.organisations);
  return data.organisations
    .toSorted((a, b) => a.colour - b.colour)
    .flatMap(({ id, name, colour }) => {
      const members = data.people.filter(
        ({ organisationId, removedAtMs }) => organisationId === id && removedAtMs === null,
      );
      if (members.length === 0) return [];
      return {
        ...{ name, colour },
        initials: stamps.get(id)?.initials ?? '',
        headCount: t('export.headCount', { count: members.length }),
        names: names ? members.filter(hasAgreed).map((person) => person.name) : [],
      };
    });
}
