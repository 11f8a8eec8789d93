import type { CardView } from '../../method/board-view.ts';
import type { CardKind } from '../../method/cards/kinds.ts';
import { openQuestion } from '../../method/help/texts/root-cause-tree.ts';
import { spaced } from '../../method/say.ts';
import { kindWords } from '../../method/words/kinds.ts';
import type { BoardSource } from './board-source.ts';
import { type CardColumnName, cardColumn } from './card-columns.ts';
import type { Block, ReportSection } from './report.ts';
import { type Column, tableOf } from './table.ts';
import { wordsItem } from './verbatim.ts';
import type { ReportTexts } from './words/texts.ts';

/** What comes after all boards, each with the name of its board where there are several. */
export function closingSections(sources: readonly BoardSource[], texts: ReportTexts): readonly ReportSection[] {
  const { decisions, questions, carPark } = texts.sections;
  return [
    section('decisions', decisions, null, cardsOf('decision', decisionColumns, sources)),
    section('questions', questions, null, cardsOf('question', questionColumns, sources, evidenceGaps)),
    section('car-park', carPark, texts.carParkLead, parked(sources)),
  ].flatMap((found) => found ?? []);
}

const section = (id: string, title: string, lead: string | null, blocks: readonly Block[]): ReportSection | null =>
  blocks.length === 0 ? null : { id, title, lead, blocks };

const decisionColumns: readonly CardColumnName[] = [
  ...(['title', 'mode', 'support', 'objections', 'orgs_present', 'orgs_missing', 'date', 'review_on'] as const),
];
const questionColumns: readonly CardColumnName[] = ['title', 'owner_org', 'due', 'answer'];

interface Row {
  readonly source: BoardSource;
  /** Null for what nobody has written yet. */
  readonly card: CardView | null;
  readonly title: string;
}

function cardsOf(
  kind: CardKind,
  names: readonly CardColumnName[],
  sources: readonly BoardSource[],
  more: (source: BoardSource) => readonly Row[] = () => [],
): readonly Block[] {
  const [first] = sources;
  if (first === undefined) return [];
  const rows = sources.flatMap((source) => [
    ...source.ofKind(kind).map((card) => ({ source, card, title: source.titleOf(card) })),
    ...more(source),
  ]);
  const own = names.map((name): Column<Row> => {
    const { label, weight, align } = cardColumn(name, kind, first);
    const cell = ({ source, card, title }: Row): string =>
      name === 'title' ? title : card === null ? '' : cardColumn(name, kind, source).cell(card);
    return { label, weight, align, cell };
  });
  const board: Column<Row> = {
    ...{ label: first.texts.columns.board, weight: 1.8, align: 'start' },
    cell: ({ source }) => source.board.title,
  };
  const table = tableOf(kindWords[kind].many[first.said.language], sources.length > 1 ? [...own, board] : own, rows);
  return table === null ? [] : [table];
}

/** How much of a root's words a question has to hold to ask about it. */
const askedLength = 60;

/** Chosen roots that rest on little, as far as no question asks about them. */
function evidenceGaps(source: BoardSource): readonly Row[] {
  const { language } = source.said;
  const questions = source.ofKind('question').map(source.titleOf);
  return source
    .ofKind('cause')
    .filter(({ fields }) => fields.is_root === true)
    .filter(({ fields }) => fields.confidence === 'low' || fields.evidence_kind === 'assumption')
    .map(source.titleOf)
    .filter((title) => !questions.some((question) => question.includes(title.slice(0, askedLength))))
    .map((title) => {
      const question = spaced(openQuestion[language], language).replace('{title}', () => title);
      return { source, card: null, title: question };
    });
}

/** Kinds that have a section of their own. */
const elsewhere: ReadonlySet<CardKind> = new Set<CardKind>(['decision', 'question']);

function parked(sources: readonly BoardSource[]): readonly Block[] {
  return sources.flatMap((source): Block[] => {
    const items = source.words
      .filter(({ shape, place }) => {
        if (shape.type !== 'card') return place.frame === null;
        const { kind, fields } = shape.props;
        if (fields.status === 'parked') return true;
        return place.frame === null && fields.status !== 'dropped' && !elsewhere.has(kind);
      })
      .map((words) => wordsItem(words, source, false));
    if (items.length === 0) return [];
    const heading: Block[] = sources.length > 1 ? [{ kind: 'heading', level: 1, text: source.board.title }] : [];
    return [...heading, { kind: 'list', items }];
  });
}
