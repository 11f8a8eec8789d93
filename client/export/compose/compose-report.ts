import type { DisplayPage, OutlineEntry } from '../display-list.ts';
import { accentOf } from './accent.ts';
import type { Laid } from './board-page.ts';
import { type ContentsEntry, contentsPages } from './contents-pages.ts';
import type { Hyphenate } from './hyphenate.ts';
import { laidPages } from './laid-pages.ts';
import type { Measure } from './measure.ts';
import { partOf, type ReportInput } from './report-input.ts';
import { type PartEntry, type PlannedPart, plannedParts } from './report-parts.ts';
import type { Setting } from './setting.ts';
import { textSheet } from './sheet.ts';

interface LaidPart extends Omit<PlannedPart, 'lay' | 'board' | 'isOverview'> {
  readonly outline: readonly LaidEntry[];
  readonly pages: readonly Laid[];
}

type LaidEntry = OutlineEntry & Pick<PartEntry, 'name' | 'page'>;

/** Every page of the file, in order. The same input, measure and hyphens give the same pages. */
export function composeReport(input: ReportInput, measure: Measure, hyphenate: Hyphenate): DisplayPage[] {
  const sheet = textSheet(input.paper);
  const setting: Setting = { measure, hyphenate, sheet, accent: accentOf(input.look.accent), words: input.words };
  const leftOut = new Set(input.leftOutParts);
  const parts = plannedParts(input, setting)
    .filter(({ part }) => !leftOut.has(part))
    .map(
      (planned, index, all): LaidPart => ({
        ...{ part: planned.part, entries: planned.entries, foot: planned.foot },
        outline: outlineOf(planned, all[index - 1]),
        pages: planned.lay(),
      }),
    );
  return numbered(leftOut.has(partOf.contents) ? parts : withContents(setting, parts));
}

/** In a file of several boards each board is an entry with its pages below it; a board's overview is the board's own. */
function outlineOf({ part, entries, board, isOverview }: PlannedPart, before: PlannedPart | undefined): LaidEntry[] {
  if (board === null) return entries.map((entry) => ({ ...entry, level: 1 }));
  const opening: LaidEntry[] = before?.board === board ? [] : [{ title: board, level: 1, name: part, page: 0 }];
  return isOverview ? opening : [...opening, ...entries.map((entry) => ({ ...entry, level: 2 as const }))];
}

function withContents(setting: Setting, parts: readonly LaidPart[]): LaidPart[] {
  const cover = parts.filter(({ part }) => part === partOf.cover);
  const others = parts.slice(cover.length);
  if (others.length === 0) return [...parts];
  // As many pages as the real ones will be: numbers change no line's height.
  const { length } = contentsPages(setting, entriesOf(others, 0));
  const own = { title: setting.words.contents, name: partOf.contents, page: 0 };
  const contents: LaidPart = {
    ...{ part: partOf.contents, entries: [{ ...own, top: 0 }], outline: [{ ...own, level: 1 }] },
    foot: others[0]?.foot ?? null,
    pages: laidPages(setting.sheet, contentsPages(setting, entriesOf(others, cover.length + length))),
  };
  return [...cover, contents, ...others];
}

/** @param before pages before the first part */
function entriesOf(parts: readonly LaidPart[], before: number): ContentsEntry[] {
  let first = before + 1;
  return parts.flatMap(({ outline, pages }) => {
    const entries = outline.map(
      ({ title, level, name, page }): ContentsEntry => ({
        ...{ title, level: level === 1 ? 1 : 2, name, number: String(first + page) },
      }),
    );
    first += pages.length;
    return entries;
  });
}

function numbered(parts: readonly LaidPart[]): DisplayPage[] {
  const total = parts.reduce((sum, { pages }) => sum + pages.length, 0);
  let page = 0;
  return parts.flatMap(({ part, entries, outline, foot, pages }) =>
    pages.map((laid, index): DisplayPage => {
      page += 1;
      const [first, ...others] = entries;
      const beginning = others.filter((entry) => entry.page === index);
      return {
        ...{ ...laid, part, title: [first, ...beginning].map((entry) => entry?.title).join(' · ') },
        anchors: beginning.map(({ name, top }) => ({ name, top })),
        outline: outline.flatMap(({ title, level, page: own }) => (own === index ? [{ title, level }] : [])),
        foot: foot === null ? null : { text: foot, number: `${page} / ${total}` },
      };
    }),
  );
}
