import type { DisplayPage, OutlineEntry } from '../display-list.ts';
import { accentOf } from './accent.ts';
import type { Laid } from './board-page.ts';
import { type ContentsEntry, contentsPages } from './contents-pages.ts';
import { laidPages } from './laid-pages.ts';
import type { Measure } from './measure.ts';
import { partOf, type ReportInput } from './report-input.ts';
import { type PlannedPart, plannedParts } from './report-parts.ts';
import type { Setting } from './setting.ts';
import { textSheet } from './sheet.ts';

interface LaidPart extends Omit<PlannedPart, 'lay'> {
  readonly outline: readonly OutlineEntry[];
  readonly pages: readonly Laid[];
}

/** Every page of the file, in order. The same input and measure give the same pages. */
export function composeReport(input: ReportInput, measure: Measure): DisplayPage[] {
  const sheet = textSheet(input.paper);
  const setting: Setting = { measure, sheet, accent: accentOf(input.look.accent), words: input.words };
  const leftOut = new Set(input.leftOutParts);
  const parts = plannedParts(input, setting)
    .filter(({ part }) => !leftOut.has(part))
    .map(({ lay, ...planned }, index, all) => ({
      ...planned,
      outline: outlineOf(planned, all[index - 1]),
      pages: lay(),
    }));
  return numbered(leftOut.has(partOf.contents) ? parts : withContents(setting, parts));
}

type Titled = Pick<PlannedPart, 'title' | 'board' | 'isOverview'>;

/** In a file of several boards each board is an entry with its pages below it; a board's overview is the board's own. */
function outlineOf({ title, board, isOverview }: Titled, before: Titled | undefined): OutlineEntry[] {
  if (board === null) return [{ title, level: 1 }];
  const opening: OutlineEntry[] = before?.board === board ? [] : [{ title: board, level: 1 }];
  return isOverview ? opening : [...opening, { title, level: 2 }];
}

function withContents(setting: Setting, parts: readonly LaidPart[]): LaidPart[] {
  const cover = parts.filter(({ part }) => part === partOf.cover);
  const others = parts.slice(cover.length);
  if (others.length === 0) return [...parts];
  // As many pages as the real ones will be: numbers change no line's height.
  const { length } = contentsPages(setting, entriesOf(others, 0));
  const entries = entriesOf(others, cover.length + length);
  const title = setting.words.contents;
  const contents: LaidPart = {
    ...{ part: partOf.contents, title, board: null, isOverview: false, outline: [{ title, level: 1 }] },
    foot: others[0]?.foot ?? null,
    pages: laidPages(setting.sheet, contentsPages(setting, entries)),
  };
  return [...cover, contents, ...others];
}

/** @param before pages before the first part */
function entriesOf(parts: readonly LaidPart[], before: number): ContentsEntry[] {
  let page = before + 1;
  return parts.flatMap(({ part, outline, pages }) => {
    const number = String(page);
    page += pages.length;
    return outline.map(({ title, level }) => ({ title, level: level === 1 ? 1 : 2, part, number }));
  });
}

function numbered(parts: readonly LaidPart[]): DisplayPage[] {
  const total = parts.reduce((sum, { pages }) => sum + pages.length, 0);
  let page = 0;
  return parts.flatMap(({ part, title, outline, foot, pages }) =>
    pages.map((laid, index): DisplayPage => {
      page += 1;
      return {
        ...{ ...laid, part, title, outline: index === 0 ? outline : [] },
        foot: foot === null ? null : { text: foot, number: `${page} / ${total}` },
      };
    }),
  );
}
