import type { BoardReport, ReportSection } from '../../../shared/board/report/report.ts';
import { boardPage, type Laid } from './board-page.ts';
import { coverPage } from './cover-page.ts';
import { laidPages } from './laid-pages.ts';
import { overviewPage } from './overview-page.ts';
import { peoplePages } from './people-pages.ts';
import { type CollectedBoard, partOf, type ReportInput } from './report-input.ts';
import { type SectionGroup, sectionGroups } from './section-groups.ts';
import type { Setting } from './setting.ts';

/** What the outline and the contents lead to. */
export interface PartEntry {
  readonly title: string;
  /** By which links know it: the part's own name, or that of a section which begins on a page of another. */
  readonly name: string;
  /** That it begins on, within the part. */
  readonly page: number;
  /** Points from the top of that page. */
  readonly top: number;
}

/** What is left out or stays as a whole, before it is laid out. */
export interface PlannedPart {
  readonly part: string;
  /** In the order of the part's pages. The first begins the part. */
  readonly entries: readonly PartEntry[];
  /** Title of the board that it is of, in a file of several. */
  readonly board: string | null;
  /** Shows the whole of its board. */
  readonly isOverview: boolean;
  readonly foot: string | null;
  readonly lay: () => readonly Laid[];
}

/** All but the contents, in the order of the file. */
export function plannedParts(input: ReportInput, setting: Setting): PlannedPart[] {
  const { report, words, organisations } = input;
  const common = { board: null, isOverview: false, foot: footOf(input, null) } as const;
  const sections = (of: readonly ReportSection[]): PlannedPart[] =>
    sectionGroups(setting, of, '').map((group) => ({ ...common, ...sectionPart(setting, group) }));
  return [
    {
      ...{ ...common, ...alone(partOf.cover, input.title), foot: null },
      lay: () => laidPages(setting.sheet, [coverPage(setting, input)]),
    },
    ...(organisations.length === 0
      ? []
      : [
          {
            ...{ ...common, ...alone(partOf.people, words.people) },
            lay: () => laidPages(setting.sheet, peoplePages(setting, organisations)),
          },
        ]),
    ...report.boards.flatMap((board) => boardParts(input, setting, board)),
    ...sections(report.closing),
    ...(report.verbatim === null ? [] : sections([report.verbatim])),
  ];
}

const alone = (part: string, title: string): Pick<PlannedPart, 'part' | 'entries'> => ({
  part,
  entries: [{ title, name: part, page: 0, top: 0 }],
});

/** Named by the first of its sections. They are grouped before anything is left out, so that nothing else moves then. */
function sectionPart(
  { sheet }: Setting,
  { sections, pages }: SectionGroup,
): Pick<PlannedPart, 'part' | 'entries' | 'lay'> {
  const entries = sections.map(({ section, page, top }, index) => ({
    ...{ title: section.title, name: partOf.section(section.id), page },
    top: index === 0 ? 0 : top * sheet.magnified,
  }));
  return { part: entries[0]?.name ?? '', entries, lay: () => laidPages(sheet, pages) };
}

function boardParts(input: ReportInput, setting: Setting, board: BoardReport): PlannedPart[] {
  const collected = input.boards.find(({ boardId }) => boardId === board.boardId);
  const isOneOfSeveral = input.report.boards.length > 1;
  const name = isOneOfSeveral ? board.title : null;
  const common = { board: name, isOverview: false, foot: footOf(input, name) } as const;
  const overview = collected?.overview ?? null;
  return [
    ...(overview === null && board.overview.length === 0 ? [] : [overviewPart(input, setting, board, collected)]),
    ...(collected?.pages ?? []).map((page) => ({
      ...{ ...common, ...alone(partOf.page(board.boardId, page.id), page.title) },
      // What has no heading of ours has a foot of its own that says all but the date.
      foot: page.heading === null ? input.words.date : common.foot,
      lay: () => [boardPage(setting.measure, page, input.paper)],
    })),
    ...sectionGroups(setting, board.sections, name ?? '').map((group) => ({
      ...common,
      ...sectionPart(setting, group),
    })),
  ];
}

function overviewPart(
  input: ReportInput,
  setting: Setting,
  board: BoardReport,
  collected: CollectedBoard | undefined,
): PlannedPart {
  const name = input.report.boards.length > 1 ? board.title : null;
  const { overview } = input.words;
  return {
    ...{ ...alone(partOf.overview(board.boardId), name ?? overview), board: name, isOverview: true },
    foot: footOf(input, name),
    lay: () => {
      const page = overviewPage(setting, {
        ...{ title: name ?? overview, label: name === null ? '' : overview },
        ...{ facts: board.overview, picture: collected?.overview ?? null },
      });
      return laidPages(setting.sheet, [page.drafts], page.picture);
    },
  };
}

const footOf = ({ workshop, title, words }: ReportInput, board: string | null): string =>
  [...new Set([workshop, board ?? title, words.date])].filter((each) => each !== '').join(' · ');
