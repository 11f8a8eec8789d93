import type { Audience } from '../../api/boards.ts';
import type { Language } from '../../api/text.ts';
import type { Board } from '../../api/workshops.ts';
import { groupBy } from '../../method/behaviours/group.ts';
import { type BoardView, type CardView, viewBoard } from '../../method/board-view.ts';
import type { FieldName } from '../../method/cards/fields.ts';
import type { CardKind } from '../../method/cards/kinds.ts';
import type { Said } from '../../method/say.ts';
import type { Template } from '../../method/template.ts';
import { loadTemplate } from '../../method/templates.ts';
import type { RelationShape } from '../card-shapes.ts';
import type { Records } from '../containment.ts';
import { createTree, type TreePlace } from '../export/tree.ts';
import type { Withheld } from '../export/withheld.ts';
import { type Words, wordsOf } from '../export/words.ts';
import type { BoardShape } from '../read-board.ts';
import { type FieldReader, sayField, sayOrganisation } from './say-field.ts';
import type { ReportedRound } from './votes.ts';
import type { ReportTexts } from './words/texts.ts';
import { reportTexts } from './words/words.ts';

export interface ReportedBoard {
  readonly board: Pick<Board, 'id' | 'title' | 'template' | 'createdAtMs'>;
  /** As the readers of the report get them. */
  readonly records: Records;
  /** What these readers do not get. */
  readonly leftOut: Withheld;
  /** What was voted on it. */
  readonly rounds: readonly ReportedRound[];
}

export interface ReportSource {
  readonly boards: readonly ReportedBoard[];
  readonly audience: Audience;
  readonly language: Language;
  /** Name of the organisation somebody wrote for; undefined for who is not known. */
  readonly organisationOf: (participantId: string) => string | undefined;
  readonly organisationNamed: FieldReader['organisationNamed'];
}

/** A board as the sections of a report read it. */
export interface BoardSource {
  readonly board: ReportedBoard['board'];
  readonly template: Template;
  readonly view: BoardView;
  readonly texts: ReportTexts;
  readonly said: Said;
  /** All that people wrote, in the order of reading. */
  readonly words: readonly Words[];
  /** Written cards in the order of reading. */
  readonly cards: readonly CardView[];
  /** Those that were neither parked nor dropped. */
  readonly ofKind: (kind: CardKind) => readonly CardView[];
  /** Whether a card, or a second place of it, is in a frame, or in a zone as `frame/zone`. */
  readonly isIn: (card: CardView, place: string) => boolean;
  readonly placesOf: (card: CardView) => ReadonlySet<string>;
  readonly treePlace: (id: string) => TreePlace;
  /** Ids of the cards that a card hangs on, the nearest to the problem first. */
  readonly parentsOf: (id: string) => readonly string[];
  readonly titleOf: (card: CardView) => string;
  readonly say: (card: CardView, field: FieldName) => string;
  readonly organisationOf: (shape: BoardShape) => string;
}

export function readSource(source: ReportSource, { board, records }: ReportedBoard): BoardSource {
  const { language } = source;
  const template = loadTemplate(board.template);
  const view = viewBoard(records, template);
  const words = wordsOf(records);
  const texts = reportTexts[language];
  const cards = words.flatMap(({ shape }) => view.cards.get(shape.id) ?? []);
  const alive = groupBy(cards.filter(isAlive), ({ kind }) => kind);
  const placesOf = createPlaces(view);
  const treePlace = createTree(
    cards.map(({ shape }) => shape),
    view.relations,
  );
  const organisationOf = (shape: BoardShape): string => {
    const said = shape.type === 'card' ? shape.props.fields.org : undefined;
    const named = typeof said === 'string' ? sayOrganisation(said, source) : '';
    const { author } = shape.meta;
    return named || (typeof author === 'string' ? (source.organisationOf(author) ?? '') : '');
  };
  return {
    ...{ board, template, view, texts, words, cards, placesOf, treePlace, organisationOf },
    said: { language, createdAtMs: board.createdAtMs },
    ofKind: (kind) => alive.get(kind) ?? [],
    isIn: (card, place) => placesOf(card).has(place),
    parentsOf: createParents(view.relations, treePlace),
    titleOf: (card) => card.title || sayField('note', card.fields.note, source) || texts.untitled,
    say: (card, field) => (field === 'org' ? organisationOf(card.shape) : sayField(field, card.fields[field], source)),
  };
}

/** Neither parked nor dropped. */
export const isAlive = ({ fields: { status } }: CardView): boolean => status !== 'parked' && status !== 'dropped';

/** Frames and zones as `frame/zone`. */
function createPlaces({ cards, mirrors }: BoardView): (card: CardView) => ReadonlySet<string> {
  const places = new Map<string, Set<string>>();
  const spots = [
    ...[...cards.values()].map((card) => ({ card, spot: card })),
    ...mirrors.map((mirror) => ({ card: mirror.card, spot: mirror })),
  ];
  for (const { card, spot } of spots) {
    const own = places.get(card.id) ?? new Set();
    places.set(card.id, own);
    if (spot.frame === null) continue;
    own.add(spot.frame.id);
    if (spot.zone !== null) own.add(`${spot.frame.id}/${spot.zone.id}`);
  }
  return (card) => places.get(card.id) ?? new Set();
}

function createParents(relations: readonly RelationShape[], treePlace: BoardSource['treePlace']) {
  const all = new Map<string, string[]>();
  for (const { props } of relations) {
    if (props.kind !== 'causes' && props.kind !== 'leads_to') continue;
    const [child, parent] = props.kind === 'causes' ? [props.from, props.to] : [props.to, props.from];
    all.set(child, [...(all.get(child) ?? []), parent]);
  }
  return (id: string): readonly string[] => {
    const { parentId } = treePlace(id);
    if (parentId === null) return [];
    return [...new Set([parentId, ...(all.get(id) ?? [])])];
  };
}
