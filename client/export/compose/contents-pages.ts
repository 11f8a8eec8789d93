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
  /** Of what its link leads to. */
  readonly name: string;
  /** Of the page that this begins on. */
  readonly number: string;
}

/** Points. */
const indent = 16;
const outerBefore = 5;

interface Form {
  readonly columns: number;
  /** Points from line to line. */
  readonly height: number;
}

/** From the airiest to the tightest. */
const forms = [
  { columns: 2, height: 20 },
  { columns: 2, height: 18.5 },
  { columns: 2, height: 17 },
  { columns: 3, height: 18.5 },
  { columns: 3, height: 17 },
] as const satisfies readonly Form[];

/**
 * On as few pages as any form has them, and these are even. How many that is depends on how many entries there are, not on
 * their numbers.
 */
export function contentsPages(setting: Setting, entries: readonly ContentsEntry[]): readonly FlowedPage[] {
  const { measure, sheet, words } = setting;
  const head = pageHead(measure, sheet, { title: words.contents });
  const pagesIn = (form: Form, bottom: number = sheet.bottom): readonly FlowedPage[] => {
    const on = { ...sheet, bottom };
    const rows = entryRows(setting, entries, form);
    return flow(rows, columnsOf(on, form.columns, head.bottom), columnsOf(on, form.columns, sheet.top)).pages;
  };
  const fewest = Math.min(...forms.map((form) => pagesIn(form).length));
  const form = forms.find((each) => pagesIn(each).length === fewest) ?? forms[0];
  let pages = pagesIn(form);
  for (let bottom = sheet.bottom; fewest > 1 && pages.length === fewest; bottom -= form.height) {
    const shorter = pagesIn(form, bottom - form.height);
    if (shorter.length > fewest) break;
    pages = shorter;
  }
  return pages.map((drafts, page) => (page === 0 ? [...head.drafts, ...drafts] : drafts));
}

function entryRows(setting: Setting, entries: readonly ContentsEntry[], { columns, height }: Form): Row[] {
  const width = columnWidth(setting.sheet, columns);
  const hasBoth = entries.some(({ level }) => level === 2);
  return entries.map((entry, index) =>
    entryRow(setting, entry, {
      ...{
        index,
        width,
        height,
        parent: entries.findLastIndex(({ level }, at) => level === 1 && at <= index),
        hasBoth,
      },
      isFollowed: entry.level === 1 && entries[index + 1]?.level === 2,
    }),
  );
}

interface EntryPlace {
  readonly index: number;
  readonly width: number;
  readonly height: number;
  /** Entry that this one stands below, or its own. */
  readonly parent: number;
  readonly hasBoth: boolean;
  readonly isFollowed: boolean;
}

function entryRow(
  { measure }: Setting,
  { title, level, name, number }: ContentsEntry,
  { index, width, height, parent, hasBoth, isFollowed }: EntryPlace,
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
    before: level === 1 && hasBoth ? outerBefore : 0,
    keepsWithNext: isFollowed,
    repeated: null,
    draw: ({ x, y }) => {
      const baseline = y + baselineOf({ size: look.size, leading: height });
      const link = (words: string, at: number, looks: typeof look): TextRun => ({
        ...run(words, looks, { x: at, y: baseline }),
        link: `#${name}`,
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
