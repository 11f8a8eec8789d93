import type { Block, HeadingBlock, PosterBlock, ReportSection } from '../../../shared/board/report/report.ts';
import type { Draft } from './draft.ts';
import { type Flowed, type FlowedPage, flow, type Row } from './flow.ts';
import { type LabelledItem, labelledRows, listRows } from './list-rows.ts';
import { pageHead } from './page-head.ts';
import { posterDrafts } from './poster.ts';
import type { Setting } from './setting.ts';
import { columnsOf, columnWidth } from './sheet.ts';
import { tableRows } from './table-rows.ts';
import { textRows } from './text-rows.ts';
import { type } from './type.ts';

/** Longest line of running text on a page that a table takes the whole width of. Points. */
const textWidth = 520;
/** Points. */
const space = { paragraph: 7.5, heading: 20, subheading: 14, table: 16 } as const;

/** Where a section begins. */
export interface SectionPlace {
  /** Small, above its title. */
  readonly label: string;
  /** Points from the top of its first page. */
  readonly top: number;
}

/**
 * The pages of a section: tables take the whole width, text without tables stands in two columns, a poster has a page of
 * its own.
 */
export function sectionPages(setting: Setting, section: ReportSection, { label, top }: SectionPlace): Flowed {
  const { measure, sheet } = setting;
  const tables = section.blocks.filter(({ kind }) => kind === 'table').length;
  const columns = tables > 0 ? 1 : 2;
  const pages: FlowedPage[] = [];
  let bottom = sheet.bottom;
  for (const [index, group] of groupsOf(section.blocks).entries()) {
    const isFirst = index === 0;
    const head = isFirst
      ? pageHead(
          measure,
          { ...sheet, top },
          { ...section, label, ...(!Array.isArray(group) && { titleType: type.pageHeading }) },
        )
      : { drafts: [] as Draft[], bottom: sheet.top };
    if (!Array.isArray(group)) {
      const place = { sheet, top: head.bottom, accent: setting.accent, key: `poster${index}` };
      pages.push([...head.drafts, ...posterDrafts(measure, group, place)]);
      bottom = sheet.bottom;
      continue;
    }
    const titleAbove = isFirst && tables === 1 && section.title.trim() !== '' ? section.title : null;
    const rows = blockRows(setting, group, { columns, key: `${index}`, titleAbove });
    const flowed = flow(rows, columnsOf(sheet, columns, head.bottom), columnsOf(sheet, columns, sheet.top));
    pages.push(...flowed.pages.map((drafts, page) => (page === 0 ? [...head.drafts, ...drafts] : drafts)));
    bottom = flowed.bottom;
  }
  return { pages, bottom };
}

type FlowingBlock = Exclude<Block, PosterBlock>;

/** What flows together, and each poster. There is always one, which bears the title. */
function groupsOf(blocks: readonly Block[]): (FlowingBlock[] | PosterBlock)[] {
  const groups: (FlowingBlock[] | PosterBlock)[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind === 'poster') groups.push(block);
    else if (Array.isArray(last)) last.push(block);
    else groups.push([block]);
  }
  return groups.length === 0 ? [[]] : groups;
}

/** What stands under headings of the second level, one item under each. */
interface LabelledBlock {
  readonly kind: 'labelled';
  readonly items: readonly LabelledItem[];
}

/** So many single items under headings of their own read better behind them. */
const fewestLabelled = 3;

function withLabels(blocks: readonly FlowingBlock[]): (FlowingBlock | LabelledBlock)[] {
  const found: (FlowingBlock | LabelledBlock)[] = [];
  for (let index = 0; index < blocks.length; ) {
    const items: LabelledItem[] = [];
    for (let next = labelledAt(blocks, index); next !== null; next = labelledAt(blocks, index + 2 * items.length))
      items.push(next);
    if (items.length >= fewestLabelled) found.push({ kind: 'labelled', items });
    else found.push(...blocks.slice(index, index + Math.max(1, 2 * items.length)));
    index += Math.max(1, 2 * items.length);
  }
  return found;
}

function labelledAt(blocks: readonly FlowingBlock[], index: number): LabelledItem | null {
  const [heading, list] = blocks.slice(index, index + 2);
  if (heading?.kind !== 'heading' || heading.level !== 2 || list?.kind !== 'list') return null;
  const [item, ...others] = list.items;
  return item === undefined || others.length > 0 ? null : { label: heading.text, item };
}

interface Flowing {
  readonly columns: number;
  /** Unique within the section. */
  readonly key: string;
  /** Title of the section for a table that comes first in it and is its only one. */
  readonly titleAbove: string | null;
}

function blockRows(setting: Setting, all: readonly FlowingBlock[], { columns, key, titleAbove }: Flowing): Row[] {
  const blocks = withLabels(all);
  const firstHeading = blocks.findIndex((block) => block.kind === 'heading' && block.level === 1);
  return blocks.flatMap((block, index) => {
    const own = { columns, key: `${key}-${index}`, titleAbove: index === 0 ? titleAbove : null };
    if (block.kind !== 'heading') return rowsOf(setting, block, own);
    // Below a level that is not there a heading would leave a gap in those that a reader is told.
    const isBelow = block.level === 2 && firstHeading >= 0 && firstHeading < index;
    return headingRows(setting, block, { ...own, tag: isBelow ? 'H3' : 'H2' });
  });
}

function rowsOf(
  { measure, hyphenate, sheet, words }: Setting,
  block: Exclude<FlowingBlock, HeadingBlock> | LabelledBlock,
  { columns, key, titleAbove }: Flowing,
): Row[] {
  const width = columnWidth(sheet, columns);
  const flowWidth = columns === 1 ? Math.min(width, textWidth) : width;
  switch (block.kind) {
    case 'paragraph':
      return textRows(measure, [{ text: block.text, type: type.body }], {
        ...{ width: flowWidth, indent: 0, before: space.paragraph, wholeUpTo: 3, keepsWithNext: false },
        structure: [{ tag: 'P', key }],
      });
    case 'list':
      return listRows(measure, block.items, { width: flowWidth, depth: 0, key, structure: [] });
    case 'labelled':
      return labelledRows(measure, block.items, { width: flowWidth, depth: 0, key, structure: [] });
    case 'table':
      return tableRows({ measure, hyphenate }, block, {
        ...{ width, height: sheet.bottom - sheet.top, before: space.table, key },
        ...{ continued: words.continued, titleAbove },
      });
  }
}

function headingRows(
  { measure, sheet }: Setting,
  { text, level }: HeadingBlock,
  { columns, key, tag }: Omit<Flowing, 'titleAbove'> & { readonly tag: 'H2' | 'H3' },
): Row[] {
  return textRows(measure, [{ text, type: level === 1 ? type.heading : type.subheading }], {
    ...{ width: columnWidth(sheet, columns), indent: 0, wholeUpTo: Number.POSITIVE_INFINITY, keepsWithNext: true },
    before: level === 1 ? space.heading : space.subheading,
    structure: [{ tag, key }],
  });
}
