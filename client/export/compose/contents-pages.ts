import type { StructureStep, TextRun } from '../display-list.ts';
import { baselineOf, dotDistance, rule, run, text } from './draft.ts';
import { type FlowedPage, flow, type Row } from './flow.ts';
import { shorten } from './measure.ts';
import { pageHead } from './page-head.ts';
import type { Setting } from './setting.ts';
import { columnsOf, columnWidth } from './sheet.ts';
import { ink, type } from './type.ts';

/** A line of the contents. */
export interface ContentsEntry {
  readonly title: string;
  readonly level: 1 | 2;
  readonly part: string;
  /** Of the part's first page. */
  readonly number: string;
}

/** Points. */
const height = 20;
const before = { outer: 4, inner: 0 } as const;
const indent = 16;

/** How many pages they take depends on how many there are, not on their numbers. */
export function contentsPages(setting: Setting, entries: readonly ContentsEntry[]): FlowedPage[] {
  const { measure, sheet, words } = setting;
  const head = pageHead(measure, sheet, { title: words.contents });
  const width = columnWidth(sheet, 2);
  const hasBoth = entries.some(({ level }) => level === 2);
  const rows = entries.map((entry, index) =>
    entryRow(setting, entry, {
      ...{ index, width, parent: entries.findLastIndex(({ level }, at) => level === 1 && at <= index), hasBoth },
      isFollowed: entry.level === 1 && entries[index + 1]?.level === 2,
    }),
  );
  const pages = flow(rows, columnsOf(sheet, 2, head.bottom), columnsOf(sheet, 2, sheet.top));
  return pages.map((drafts, page) => (page === 0 ? [...head.drafts, ...drafts] : drafts));
}

interface EntryPlace {
  readonly index: number;
  readonly width: number;
  /** Entry that this one stands below, or its own. */
  readonly parent: number;
  readonly hasBoth: boolean;
  readonly isFollowed: boolean;
}

function entryRow(
  { measure }: Setting,
  { title, level, part, number }: ContentsEntry,
  { index, width, parent, hasBoth, isFollowed }: EntryPlace,
): Row {
  const look = level === 1 && hasBoth ? type.entry : type.subentry;
  const left = level === 1 ? 0 : indent;
  const numberWidth = measure(number, type.pageNumber.style) * type.pageNumber.size;
  const room = width - left - numberWidth - 24;
  const shown = shorten(measure, title, look.style, room / look.size);
  const shownWidth = measure(shown, look.style) * look.size;
  const structure: StructureStep[] = [
    { tag: 'TOC', key: 'contents' },
    ...(level === 2 ? [{ tag: 'TOC', key: `below${parent}` } as const] : []),
    { tag: 'TOCI', key: String(index) },
  ];
  return {
    height,
    before: level === 1 ? before.outer : before.inner,
    keepsWithNext: isFollowed,
    repeated: null,
    draw: ({ x, y }) => {
      const baseline = y + baselineOf({ size: look.size, leading: height });
      const link = (words: string, at: number, looks: typeof look): TextRun => ({
        ...run(words, looks, { x: at, y: baseline }),
        link: `#${part}`,
      });
      // Dots of neighbouring lines stand below each other.
      const from = x + Math.ceil((left + shownWidth + 8) / dotDistance) * dotDistance;
      const length = x + width - numberWidth - 8 - from;
      const entry = text(structure, [
        link(`${shown} `, x + left, look),
        link(number, x + width - numberWidth, type.pageNumber),
      ]);
      if (length <= 0) return [entry];
      const leader = rule({ x: from, y: baseline - 1 }, length, { colour: ink.strongLine, width: 0.8, dotted: true });
      return [{ ...entry, ops: [leader, ...entry.ops] }];
    },
  };
}
