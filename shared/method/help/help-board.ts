import type { RelationShape } from '../../board/card-shapes.ts';
import { groupBy } from '../behaviours/group.ts';
import type { BoardView, CardView } from '../board-view.ts';
import type { FieldName } from '../cards/fields.ts';
import { type CardKind, cardKinds, kindFields } from '../cards/kinds.ts';
import type { RelationKind } from '../cards/relations.ts';
import type { HelpInput } from './finding.ts';

/** A board as the rules look at it: what counts, in an order that depends on nothing but the board. */
export interface HelpBoard extends HelpInput {
  /** With words, neither parked nor dropped. */
  readonly cards: readonly CardView[];
  ofKind(kind: CardKind): readonly CardView[];
  /** Cards, and mirrors of cards, by frame, or by zone as `frame/zone`. */
  isIn(card: CardView, place: string): boolean;
  /** Between cards that count. */
  edges(kind: RelationKind): readonly RelationShape[];
  /** Cards at the other end of edges of this kind that begin, or end, at a card. */
  targets(card: CardView, kind: RelationKind): readonly CardView[];
  sources(card: CardView, kind: RelationKind): readonly CardView[];
  /** Whose a card is: an organisation's name; null where nobody knows. */
  ownerOf(card: CardView): string | null;
  /** The name behind an id, or the name itself. */
  nameOf(organisation: string): string;
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

export function createHelpBoard(input: HelpInput): HelpBoard {
  const cards = [...input.view.cards.values()].filter(counts).sort(byId);
  const alive = new Map<string, CardView>(cards.map((card) => [card.id, card]));
  const kinds = groupBy(cards, ({ kind }) => kind);
  const places = placesIn(input.view, cards);
  const edges = groupBy(
    input.view.relations.filter(({ props: { from, to } }) => alive.has(from) && alive.has(to)).toSorted(byId),
    ({ props }) => props.kind,
  );
  const outOf = new Map([...edges].map(([kind, own]) => [kind, groupBy(own, ({ props }) => props.from as string)]));
  const into = new Map([...edges].map(([kind, own]) => [kind, groupBy(own, ({ props }) => props.to as string)]));
  const names = new Map(input.organisations.map(({ id, name }) => [id, name]));
  const nameOf = (organisation: string): string => names.get(organisation) ?? organisation;
  return {
    ...input,
    cards,
    ofKind: (kind) => kinds.get(kind) ?? [],
    isIn: (card, place) => places.get(card.id)?.has(place) === true,
    edges: (kind) => edges.get(kind) ?? [],
    targets: (card, kind) => (outOf.get(kind)?.get(card.id) ?? []).flatMap(({ props }) => alive.get(props.to) ?? []),
    sources: (card, kind) => (into.get(kind)?.get(card.id) ?? []).flatMap(({ props }) => alive.get(props.from) ?? []),
    ownerOf: (card) => {
      const said = textField(card, 'org') || input.authors.get(card.author ?? '')?.organisationId;
      return said === undefined ? null : nameOf(said);
    },
    nameOf,
  };
}

const counts = ({ isGhost, title, fields: { status } }: CardView): boolean =>
  !isGhost && title.trim() !== '' && status !== 'parked' && status !== 'dropped';

function placesIn({ mirrors }: BoardView, cards: readonly CardView[]): ReadonlyMap<string, ReadonlySet<string>> {
  const places = new Map<string, Set<string>>(cards.map((card) => [card.id, new Set()]));
  const spots = [
    ...cards.map(({ id, frame, zone }) => ({ id, frame, zone })),
    ...mirrors.map(({ card, frame, zone }) => ({ id: card.id, frame, zone })),
  ];
  for (const { id, frame, zone } of spots) {
    if (frame === null) continue;
    places.get(id)?.add(frame.id);
    if (zone !== null) places.get(id)?.add(`${frame.id}/${zone.id}`);
  }
  return places;
}

/** Empty for a field that says nothing. */
export function textField({ fields }: CardView, name: FieldName): string {
  const value = fields[name];
  return typeof value === 'string' ? value.trim() : '';
}

export function numberField({ fields }: CardView, name: FieldName): number | null {
  const value = fields[name];
  return typeof value === 'number' ? value : null;
}

/** Whose words were settled: where a kind notes the day, on a day; a place alone does not make it so. */
export const isAgreed = ({ kind, fields }: CardView): boolean =>
  fields.status === 'agreed' && (!notesDay.has(kind) || typeof fields.agreed_on === 'string');

const notesDay: ReadonlySet<CardKind> = new Set(
  cardKinds.filter((kind) => (kindFields[kind] as readonly FieldName[]).includes('agreed_on')),
);

/** Said by people affected, or heard from them. */
export const isVoice = ({ fields: { voice } }: CardView): boolean => voice === 'affected' || voice === 'heard';
