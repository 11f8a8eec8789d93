import type { Block, ReportItem, ReportSection } from '../../../shared/board/report/report.ts';
import type { ReportInput } from './report-input.ts';

/** Everything that is laid out: what is read off a board was measured there. */
export function* reportTexts({
  title,
  workshop,
  words,
  organisations,
  report,
  boards,
}: ReportInput): Generator<string> {
  yield title;
  yield workshop;
  yield* Object.values(words);
  for (const { name, initials, headCount, names } of organisations) yield* [name, initials, headCount, ...names];
  for (const board of report.boards) {
    yield board.title;
    for (const { label, value } of board.overview) yield* [label, value];
    for (const section of board.sections) yield* sectionTexts(section);
  }
  for (const section of report.closing) yield* sectionTexts(section);
  if (report.verbatim !== null) yield* sectionTexts(report.verbatim);
  for (const { pages } of boards) for (const page of pages) yield* [page.title, page.heading ?? ''];
}

function* sectionTexts({ title, lead, blocks }: ReportSection): Generator<string> {
  yield title;
  if (lead !== null) yield lead;
  for (const block of blocks) yield* blockTexts(block);
}

function* blockTexts(block: Block): Generator<string> {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      yield block.text;
      break;
    case 'poster':
      yield block.text;
      yield block.below ?? '';
      break;
    case 'list':
      for (const item of block.items) yield* itemTexts(item);
      break;
    case 'table':
      yield block.caption;
      for (const { label } of block.columns) yield label;
      for (const { cells } of block.rows) yield* cells;
      break;
  }
}

function* itemTexts({ text, detail, items }: ReportItem): Generator<string> {
  yield text;
  yield detail ?? '';
  for (const item of items) yield* itemTexts(item);
}
