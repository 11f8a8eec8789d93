import { boardSections, type SectionRecipe } from './board-sections.ts';
import { type BoardSource, type ReportedBoard, type ReportSource, readSource } from './board-source.ts';
import { cardTable } from './card-table.ts';
import { closingSections } from './closing.ts';
import { gridTable } from './grid-table.ts';
import { relationTable } from './relation-table.ts';
import type { Block, BoardReport, Fact, Report, ReportSection, TableBlock } from './report.ts';
import { coverBlocks, posterBlocks, statementBlocks, zoneBlocks } from './statements.ts';
import { treeBlocks } from './tree-list.ts';
import { verbatimSection } from './verbatim.ts';
import { votesSection } from './votes.ts';
import { reportTexts, sayNumber } from './words/words.ts';

/** What a report tells beside its pages. Equal boards give equal reports. */
export function buildReport(asked: ReportSource): Report {
  const steps = reportSteps(asked);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps, so that a page can answer between them. */
export function* reportSteps(asked: ReportSource): Generator<undefined, Report, undefined> {
  const { language, audience } = asked;
  const texts = reportTexts[language];
  const sources: BoardSource[] = [];
  const boards: BoardReport[] = [];
  for (const board of asked.boards) {
    const source = readSource(asked, board);
    sources.push(source);
    yield;
    boards.push(yield* boardReport(source, board));
  }
  const closing = closingSections(sources, texts);
  yield;
  return { language, audience, boards, closing, verbatim: verbatimSection(sources, texts) };
}

function* boardReport(
  source: BoardSource,
  { leftOut, rounds }: ReportedBoard,
): Generator<undefined, BoardReport, undefined> {
  const { board, texts } = source;
  const sections: ReportSection[] = [];
  for (const recipe of boardSections[board.template]) {
    const blocks = blocksOf(recipe, source);
    if (blocks.length > 0)
      sections.push({ id: `${board.id}:${recipe.id}`, title: texts.sections[recipe.id], lead: null, blocks });
    yield;
  }
  const votes = votesSection(source, rounds);
  if (votes !== null) sections.push(votes);
  return { boardId: board.id, title: board.title, overview: factsOf(source), sections, leftOut };
}

function blocksOf(recipe: SectionRecipe, source: BoardSource): readonly Block[] {
  switch (recipe.build) {
    case 'table':
      return present(cardTable(recipe, source));
    case 'grid':
      return present(gridTable(recipe, source));
    case 'relations':
      return present(relationTable(source));
    case 'statement':
      return statementBlocks(recipe, source);
    case 'poster':
      return posterBlocks(recipe.zone, source);
    case 'covers':
      return coverBlocks(recipe.frame, source);
    case 'zones':
      return zoneBlocks(recipe, source);
    case 'tree':
      return treeBlocks(source);
  }
}

const present = (table: TableBlock | null): readonly Block[] => (table === null ? [] : [table]);

function factsOf({ words, cards, ofKind, organisationOf, texts, said }: BoardSource): readonly Fact[] {
  if (words.length === 0) return [];
  const organisations = new Set(words.map(({ shape }) => organisationOf(shape)).filter(Boolean));
  const voices = cards.filter(({ fields: { voice } }) => voice === 'affected' || voice === 'heard');
  const fact = (label: string, count: number): Fact => ({ label, value: sayNumber(count, said.language) });
  const ifAny = (label: string, count: number): readonly Fact[] => (count === 0 ? [] : [fact(label, count)]);
  const { facts } = texts;
  return [
    fact(facts.words, words.length),
    fact(facts.organisations, organisations.size),
    fact(facts.voices, voices.length),
    ...ifAny(facts.decisions, ofKind('decision').length),
    ...ifAny(facts.questions, ofKind('question').filter(({ fields }) => (fields.answer ?? '') === '').length),
  ];
}
