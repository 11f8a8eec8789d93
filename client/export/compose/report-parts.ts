import type { BoardReport, ReportSection } from '../../../shared/board/report/report.ts';
import { boardPage, type Laid } from './board-page.ts';
import { coverPage } from './cover-page.ts';
import { laidPages } from './laid-pages.ts';
import { overviewPage } from './overview-page.ts';
import { peoplePages } from './people-pages.ts';
import { type CollectedBoard, partOf, type ReportInput } from './report-input.ts';
import { sectionPages } from './section-pages.ts';
import type { Setting } from './setting.ts';

/** What is left out or stays as a whole, before it is laid out. */
export interface PlannedPart {
  readonly part: string;
  readonly title: string;
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
  const section = (each: ReportSection): PlannedPart => ({
    ...{ ...common, part: partOf.section(each.id), title: each.title },
    lay: () => laidPages(setting.sheet, sectionPages(setting, each, '')),
  });
  return [
    {
      ...{ ...common, part: partOf.cover, title: input.title, foot: null },
      lay: () => laidPages(setting.sheet, [coverPage(setting, input)]),
    },
    ...(organisations.length === 0
      ? []
      : [
          {
            ...{ ...common, part: partOf.people, title: words.people },
            lay: () => laidPages(setting.sheet, peoplePages(setting, organisations)),
          },
        ]),
    ...report.boards.flatMap((board) => boardParts(input, setting, board)),
    ...report.closing.map(section),
    ...(report.verbatim === null ? [] : [section(report.verbatim)]),
  ];
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
      ...{ ...common, part: partOf.page(board.boardId, page.id), title: page.title },
      // What has no heading of ours has a foot of its own that says all but the date.
      foot: page.heading === null ? input.words.date : common.foot,
      lay: () => [boardPage(setting.measure, page, input.paper)],
    })),
    ...board.sections.map((section) => ({
      ...{ ...common, part: partOf.section(section.id), title: section.title },
      lay: () => laidPages(setting.sheet, sectionPages(setting, section, name ?? '')),
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
    ...{ part: partOf.overview(board.boardId), title: name ?? overview, board: name, isOverview: true },
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
