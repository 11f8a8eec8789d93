import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { hasExample, TemplateId } from '../../../shared/api/templates.ts';
import { Language } from '../../../shared/api/text.ts';
import { writeMarkdown } from '../../../shared/board/report/markdown.ts';
import { inMarkdown } from '../../../shared/board/report/markdown-text.ts';
import type { Block, Report, ReportItem } from '../../../shared/board/report/report.ts';
import { createdAtMs, demoBoard, reported, reportOf } from './support/reports.ts';

// As forges read it: HTML and bare addresses count, so that nothing passes because it would have been ignored.
const parser = new MarkdownIt({ html: true, linkify: false });
const facts = {
  ...{ title: 'Our board', partnership: 'Full Plates', createdAtMs },
  organisations: [
    { name: 'Korf Supermarkets', headCount: 3 },
    { name: 'Lumen Fund', headCount: 1 },
  ],
};

/** What a reader sees of Markdown: words by the block they are in, `<br>` as a line break, formatting as a mark. */
function readMarkdown(markdown: string): readonly (readonly [kind: string, text: string])[] {
  const blocks: [string, string][] = [];
  let kind = '';
  let depth = 0;
  for (const token of parser.parse(markdown, {})) {
    if (token.type === 'bullet_list_open') depth++;
    if (token.type === 'bullet_list_close') depth--;
    if (token.type.endsWith('_open')) kind = token.tag;
    if (token.type !== 'inline') {
      if (!/_(open|close)$/.test(token.type)) blocks.push([token.type, token.content]);
      continue;
    }
    const text = (token.children ?? []).map(({ type, content }) => {
      if (type === 'text' || type === 'text_special') return content;
      if (type === 'html_inline') return content === '<br>' ? '\n' : `[html ${content}]`;
      if (type === 'softbreak') return '\n';
      return /^(strong|em)_(open|close)$/.test(type) ? '' : `[${type}]`;
    });
    blocks.push([depth > 0 ? `item ${depth}` : kind, text.join('')]);
  }
  return blocks;
}

describe('[REP10] Markdown', () => {
  const hostile = fc.string({
    unit: fc.constantFrom(...'ab1 \\`*_[]<>|~&#;:.)(-+=!"/\n\tü中'),
    maxLength: 24,
  });

  it('[REP10] whatever people write is read back as words, never as formatting or HTML', () => {
    const plain = (text: string): string =>
      text
        .trim()
        .split('\n')
        .map((line) => line.trim().replace(/[ \t]+/g, ' '))
        .join('\n');
    const shown = (markdown: string): string =>
      readMarkdown(markdown)
        .map(([, text]) => text.replace(/[ \t]+/g, ' '))
        .join('¶');
    const isWords = fc.property(hostile, (text) => {
      const written = inMarkdown(text);
      expect(shown(`- x ${written}`)).toBe(`x ${plain(text)}`.trim());
      if (plain(text) === '') return;
      expect(shown(`# ${written}`)).toBe(plain(text));
      expect(shown(`- ${written}`)).toBe(plain(text));
      expect(shown(written)).toBe(plain(text));
      expect(shown(`- **${written}**`)).toBe(plain(text));
      expect(shown(`- x – *${written}*`)).toBe(`x – ${plain(text)}`);
      expect(shown(`| a |\n| --- |\n| ${written} |`)).toBe(`a¶${plain(text)}`);
    });
    fc.assert(isWords, { numRuns: 3_000, seed: 20261104 });
  });

  it.each([
    ['0.8 fresh meals', '0.8 fresh meals'],
    ['-2', '-2'],
    ['snake_case and 3 * 4', 'snake_case and 3 \\* 4'],
    ['1. first', '1\\. first'],
    ['Ben & Jan', 'Ben & Jan'],
    ['a\n\nb', 'a<br><br>b'],
  ])('[REP10] %j stays as readable as can be', (text, written) => {
    expect(inMarkdown(text)).toBe(written);
  });

  const everyExample = TemplateId.options
    .filter(hasExample)
    .flatMap((template) => Language.options.map((language) => ({ template, language })));

  it.each(everyExample)(
    '[REP10] the report of $template in $language is read back whole and in order',
    ({ template, language }) => {
      const report = reportOf([reported(demoBoard(template, language), { template })], { language });
      const read = readMarkdown(writeMarkdown(report, facts)).map(([, text]) => text);
      const told = expectedOf(report);
      expect(read.slice(read.length - told.length)).toEqual(told);
    },
  );

  it('[REP10] it begins with title, partnership, day, readers and organisations with their head-counts', () => {
    const report = reportOf([reported(demoBoard('actor-map', 'nl'), { template: 'actor-map', audience: 'partners' })], {
      ...{ language: 'nl', audience: 'partners' },
    });
    expect(readMarkdown(writeMarkdown(report, facts)).slice(0, 12)).toEqual([
      ['h1', 'Our board'],
      ...['Partnerschap: Full Plates', 'Datum: 3 november 2026', 'Gemaakt voor: De partners'].map((text) => [
        'item 1',
        text,
      ]),
      ['h2', 'Organisaties'],
      ...['Korf Supermarkets (3 personen)', 'Lumen Fund (1 persoon)'].map((text) => ['item 1', text]),
      ['h2', 'In het kort'],
      ...['Kaarten en briefjes: 18', 'Organisaties die schreven: 6'].map((text) => ['item 1', text]),
      ['item 1', 'Kaarten met een stem van betrokkenen: 3'],
      ['item 1', 'Open vragen: 2'],
    ]);
  });

  it('[REP10] of several boards each has a heading with its sections below', () => {
    const report = reportOf([
      reported(demoBoard('root-cause-tree', 'en'), { title: 'Our tree' }),
      reported(demoBoard('visioning', 'en'), { title: 'Vision', template: 'visioning' }),
    ]);
    const headings = readMarkdown(writeMarkdown(report, { ...facts, title: 'Full Plates' }))
      .filter(([kind]) => /^h[123]$/.test(kind))
      .map(([kind, text]) => `${kind} ${text}`);
    expect(headings.slice(0, 6)).toEqual([
      ...['h1 Full Plates', 'h2 Organisations', 'h2 Our tree', 'h3 The problem we agreed on', 'h3 The tree in words'],
      'h3 Causes by depth',
    ]);
    expect(headings).toContain('h2 Vision');
    expect(headings).toContain('h2 Open questions');
    expect(headings.at(-1)).toMatch(/^h3 Vision · /);
  });

  it('[REP10] roots are bold, and a list is as deep as the tree', () => {
    const markdown = writeMarkdown(reportOf([reported(demoBoard('root-cause-tree', 'en'))]), facts);
    expect(markdown).toMatch(/^ {6}- \*\*Routes rest on six retired volunteers and one van\*\* – \*/m);
    expect(readMarkdown(markdown).filter(([kind]) => kind === 'item 4')).toHaveLength(5);
  });
});

/** Sections, closing and words as a reader meets them. */
function expectedOf({ boards, closing, verbatim }: Report): readonly string[] {
  const sections = [...boards.flatMap((board) => board.sections), ...closing, ...(verbatim === null ? [] : [verbatim])];
  return sections.flatMap(({ title, lead, blocks }) => [
    title,
    ...(lead === null ? [] : [lead]),
    ...blocks.flatMap(textsOf),
  ]);
}

function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [trimmed(block.text)];
    case 'poster':
      return [block.text, ...(block.below === null ? [] : [block.below])];
    case 'list':
      return block.items.flatMap(itemTexts);
    case 'table':
      return [...block.columns.map(({ label }) => label), ...block.rows.flatMap(({ cells }) => cells)];
  }
}

const itemTexts = ({ text, detail, items }: ReportItem): readonly string[] => [
  detail === null ? text : `${text} – ${detail}`,
  ...items.flatMap(itemTexts),
];

const trimmed = (text: string): string => text.trim();
