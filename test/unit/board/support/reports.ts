import type { TLRecord } from '@tldraw/tlschema';
import type { Audience } from '../../../../shared/api/boards.ts';
import type { TemplateId } from '../../../../shared/api/templates.ts';
import type { Language } from '../../../../shared/api/text.ts';
import type { Records } from '../../../../shared/board/containment.ts';
import { recordsFor } from '../../../../shared/board/export/records-for.ts';
import { countLeftOut } from '../../../../shared/board/export/withheld.ts';
import type { ReportedBoard } from '../../../../shared/board/report/board-source.ts';
import { buildReport } from '../../../../shared/board/report/build-report.ts';
import type { Block, Report, ReportItem, ReportSection, TableBlock } from '../../../../shared/board/report/report.ts';
import { loadDemo } from '../../../../shared/method/demo/demos.ts';
import { demoRecords } from '../../../../shared/method/demo-records.ts';
import { furnitureRecords } from '../../../../shared/method/records.ts';
import { loadTemplate } from '../../../../shared/method/templates.ts';
import { BoardId } from '../../../../shared/protocol/ids.ts';

export const createdAtMs = Date.UTC(2026, 10, 3, 9);
const boardId = (letter: string) => BoardId.parse(letter.repeat(21));

/** The filled example of a template, with its furniture. */
export function demoBoard(template: TemplateId, language: Language): Records {
  const said = { createdAtMs, language, partnership: 'Full Plates', boardTitle: 'Our board' };
  const content = loadTemplate(template);
  const demo = loadDemo(template);
  if (demo === null) throw new Error(`${template} has no example`);
  const records = [...furnitureRecords(content, said), ...demoRecords(content, demo, said)];
  return new Map(records.map((record) => [record.id, record as unknown as TLRecord]));
}

interface Asked {
  readonly template?: TemplateId;
  readonly title?: string;
  readonly audience?: Audience;
  readonly rounds?: ReportedBoard['rounds'];
}

/** As an export passes it on: filtered for its readers. */
export const reported = (
  records: Records,
  { template = 'root-cause-tree', title = 'Our board', audience = 'core', rounds = [] }: Asked = {},
): ReportedBoard => ({
  board: { id: boardId(title[0] ?? 'x'), title, template, createdAtMs },
  records: recordsFor(audience, records),
  leftOut: countLeftOut(audience, records),
  rounds,
});

export const reportOf = (
  boards: readonly ReportedBoard[],
  { audience = 'core', language = 'en' }: { readonly audience?: Audience; readonly language?: Language } = {},
): Report =>
  buildReport({
    ...{ boards, audience, language },
    organisationOf: (id) => ({ anna: 'De Schakel' })[id],
    organisationNamed: (id) => ({ 'org-1': 'Korf Supermarkets', 'org-2': 'Lumen Fund' })[id],
  });

export function sectionOf({ boards, closing }: Report, name: string): ReportSection | undefined {
  return [...boards.flatMap(({ sections }) => sections), ...closing].find(({ id }) => id.split(':').at(-1) === name);
}

export function tableIn(report: Report, name: string): TableBlock {
  const table = sectionOf(report, name)?.blocks.find((block) => block.kind === 'table');
  if (table?.kind !== 'table') throw new Error(`no table ${name}`);
  return table;
}

/** The cells of a column by its label. */
export function columnOf({ columns, rows }: TableBlock, label: string): readonly (string | undefined)[] {
  const place = columns.findIndex((column) => column.label === label);
  return place === -1 ? [] : rows.map(({ cells }) => cells[place]);
}

export const itemsOf = (blocks: readonly Block[]): readonly ReportItem[] =>
  blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));

/** Texts of nested items, deeper ones with a step of two spaces. */
export const outline = (items: readonly ReportItem[], indent = ''): readonly string[] =>
  items.flatMap(({ text, items: inner }) => [`${indent}${text}`, ...outline(inner, `${indent}  `)]);
