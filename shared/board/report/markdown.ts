import { inMarkdown } from './markdown-text.ts';
import type { Block, BoardReport, Report, ReportItem, ReportSection, TableBlock } from './report.ts';
import { labelled, reportTexts, sayCount, sayDay, sayWithheld } from './words/words.ts';

/** What stands before the report itself. */
export interface MarkdownFacts {
  readonly title: string;
  /** Of the workshop. */
  readonly partnership: string;
  readonly createdAtMs: number;
  readonly organisations: readonly { readonly name: string; readonly headCount: number }[];
}

/**
 * A report as CommonMark with tables, in the order of the PDF: front, boards with their sections, what comes after all
 * boards, and every card in its own words.
 */
export function writeMarkdown(report: Report, facts: MarkdownFacts): string {
  const isOne = report.boards.length === 1;
  const parts = [
    ...front(report, facts),
    ...report.boards.flatMap((board) => boardParts(board, isOne ? 2 : 3, report)),
    ...report.closing.flatMap((section) => sectionParts(section, 2)),
    ...(report.verbatim === null ? [] : sectionParts(report.verbatim, 2)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function front({ language, audience, boards }: Report, facts: MarkdownFacts): readonly string[] {
  const { front: texts, columns } = reportTexts[language];
  const lines: readonly (readonly [string, string])[] = [
    [texts.partnership, facts.partnership],
    ...boards.filter(({ title }) => title !== facts.title).map(({ title }) => [columns.board, title] as const),
    [texts.date, sayDay(facts.createdAtMs, language)],
    [texts.audience, texts.audiences[audience]],
  ];
  const organisations = facts.organisations.map(
    ({ name, headCount }) => `- ${inMarkdown(name)} (${sayCount(texts.people, headCount, language)})`,
  );
  return [
    heading(1, facts.title),
    lines.map(([label, value]) => `- ${labelled(label, inMarkdown(value), language)}`).join('\n'),
    ...(organisations.length === 0 ? [] : [heading(2, texts.organisations), organisations.join('\n')]),
  ];
}

/** @param level of the headings of its sections; of several boards each has a heading above them. */
function boardParts({ title, overview, sections, leftOut }: BoardReport, level: number, { language }: Report) {
  const texts = reportTexts[language].front;
  const leftOutText = sayWithheld(leftOut, language);
  const facts = overview.map(({ label, value }) => `- ${labelled(label, inMarkdown(value), language)}`);
  return [
    heading(2, level === 2 ? texts.overview : title),
    ...(facts.length === 0 ? [] : [facts.join('\n')]),
    ...(leftOutText === null ? [] : [texts.leftOut.replace('{what}', leftOutText)]),
    ...sections.flatMap((section) => sectionParts(section, level)),
  ];
}

const sectionParts = ({ title, lead, blocks }: ReportSection, level: number): readonly string[] => [
  heading(level, title),
  ...(lead === null ? [] : [inMarkdown(lead)]),
  ...blocks.map((block) => blockText(block, level)),
];

/** @param level of the heading of the section around it */
function blockText(block: Block, level: number): string {
  switch (block.kind) {
    case 'paragraph':
      return inMarkdown(block.text);
    case 'poster':
      return [block.text, ...(block.below === null ? [] : [block.below])]
        .map((text, index) => (index === 0 ? `> **${inMarkdown(text)}**` : `>\n> ${inMarkdown(text)}`))
        .join('\n');
    case 'heading':
      return heading(level + block.level, block.text);
    case 'list':
      return block.items.map((item) => itemText(item, '')).join('\n');
    case 'table':
      return tableText(block);
  }
}

const heading = (level: number, text: string): string => `${'#'.repeat(level)} ${inMarkdown(text)}`;

function itemText({ text, strong, detail, items }: ReportItem, indent: string): string {
  const words = strong ? `**${inMarkdown(text)}**` : inMarkdown(text);
  const line = `${indent}- ${words}${detail === null ? '' : ` – *${inMarkdown(detail)}*`}`;
  return [line, ...items.map((item) => itemText(item, `${indent}  `))].join('\n');
}

function tableText({ columns, rows }: TableBlock): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ label }) => inMarkdown(label))),
    line(columns.map(({ align }) => (align === 'end' ? '---:' : '---'))),
    ...rows.map(({ cells, strong }) =>
      line(cells.map((cell) => (strong && cell !== '' ? `**${inMarkdown(cell)}**` : inMarkdown(cell)))),
    ),
  ].join('\n');
}
