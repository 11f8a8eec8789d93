import type { ClosedRound } from '../../api/voting.ts';
import { type Standing, votersMin } from '../../session/tally.ts';
import type { BoardSource } from './board-source.ts';
import type { Block, ReportSection } from './report.ts';
import { type Column, tableOf } from './table.ts';
import { sayCount, sayDay, sayNumber } from './words/words.ts';

/** What a round that is closed came to; who voted what is for nobody's report. */
export type ReportedRound = Pick<ClosedRound, 'round' | 'closedAtMs' | 'tally'>;

/**
 * What people voted on a board, the oldest round first. Results stand twice: each person counts the same, and each
 * organisation does, of which places are told and no figures. What is left out so that nobody's vote can be worked out is said. Cards
 * that these readers do not get, and those that are gone, are not named, and neither is a round of which nothing is left.
 */
export function votesSection(source: BoardSource, rounds: readonly ReportedRound[]): ReportSection | null {
  const blocks = rounds.toSorted((a, b) => a.closedAtMs - b.closedAtMs).flatMap((one) => roundBlocks(source, one));
  if (blocks.length === 0) return null;
  const { sections, votes } = source.texts;
  return { id: `${source.board.id}:votes`, title: sections.votes, lead: votes.lead, blocks };
}

function roundBlocks(source: BoardSource, { round, closedAtMs, tally }: ReportedRound): readonly Block[] {
  const { votes } = source.texts;
  const { language } = source.said;
  const { method, question } = round;
  const rows = method.type === 'fist' ? [] : rowsOf(source, tally.standings);
  // Also of an open round: who reads a report need not have been there when that was declared.
  const isOfFew = tally.voters < votersMin;
  if (tally.voters === 0 || (method.type !== 'fist' && rows.length === 0)) return [];
  const arePlacesTold = tally.standings.every(({ rankOrganisations }) => rankOrganisations !== null);
  const table =
    method.type === 'fist'
      ? tableOf(question, fingerColumns(source), fingersOf(tally.standings[0]))
      : tableOf(
          question,
          cardColumns(source, method.type, arePlacesTold),
          rows.filter(({ standing: { people } }) => (people ?? 0) > 0),
        );
  // Of an open round every score is told.
  const unscored =
    round.isOpen || method.type !== 'score' ? [] : rows.filter(({ standing }) => standing.people === null);
  if (table === null && !isOfFew && unscored.length === 0) return [];
  const [by, of] = [sayCount(votes.voters, tally.voters, language), sayCount(votes.of, tally.organisations, language)];
  const paragraph = (text: string, isSaid: boolean): readonly Block[] => (isSaid ? [{ kind: 'paragraph', text }] : []);
  return [
    { kind: 'heading', level: 1, text: question },
    { kind: 'paragraph', text: `${sayDay(closedAtMs, language)} · ${by} ${of}` },
    ...paragraph(votes.ofFew, isOfFew),
    ...paragraph(votes.outvoted, !isOfFew && tally.isOutvoted),
    ...paragraph(votes.placesUntold, table !== null && !isOfFew && !arePlacesTold && method.type !== 'fist'),
    ...paragraph(sayCount(votes.fewScored, unscored.length, language), !isOfFew && unscored.length > 0),
    ...(table === null || isOfFew ? [] : [table]),
  ];
}

interface CardRow {
  readonly title: string;
  readonly standing: Standing;
}

/** Cards that these readers get. */
const rowsOf = ({ view, titleOf }: BoardSource, standings: readonly Standing[]): readonly CardRow[] =>
  standings.flatMap((standing) => {
    const card = view.cards.get(standing.id);
    return card === undefined ? [] : [{ title: titleOf(card), standing }];
  });

/** @param arePlacesTold those of organisations */
function cardColumns(
  { texts, said }: BoardSource,
  method: 'dots' | 'score',
  arePlacesTold: boolean,
): readonly Column<CardRow>[] {
  const { votes } = texts;
  const number = (value: number): string => sayNumber(Math.round(value * 10) / 10, said.language);
  const figures: Column<CardRow> = {
    ...{ label: votes[method], weight: 1, align: 'end' },
    cell: ({ standing: { people } }) => (people === null ? '' : number(people)),
  };
  const place = (rank: number | null): string => (rank === null ? '' : number(rank));
  const byOrganisations: Column<CardRow> = {
    ...{ label: votes.byOrganisations, weight: 1.2, align: 'end' },
    cell: ({ standing }) => place(standing.rankOrganisations),
  };
  return [
    { label: votes.card, weight: 4, align: 'start', cell: ({ title }) => title },
    figures,
    { label: votes.byPeople, weight: 1.2, align: 'end', cell: ({ standing }) => place(standing.rankPeople) },
    ...(arePlacesTold ? [byOrganisations] : []),
  ];
}

interface FingerRow {
  readonly fingers: number;
  readonly people: number;
}

/** From five down to none, as far as somebody showed them. */
const fingersOf = (standing: Standing | undefined): readonly FingerRow[] =>
  (standing?.spread ?? [])
    .map((people, fingers) => ({ fingers, people }))
    .filter(({ people }) => people > 0)
    .reverse();

function fingerColumns({ texts, said }: BoardSource): readonly Column<FingerRow>[] {
  const { votes } = texts;
  const meaning = (fingers: number): string =>
    fingers <= 1 ? votes.objection : fingers === 2 ? votes.concern : votes.support;
  return [
    { label: votes.fingers, weight: 1, align: 'end', cell: ({ fingers }) => sayNumber(fingers, said.language) },
    { label: votes.meaning, weight: 3, align: 'start', cell: ({ fingers }) => meaning(fingers) },
    { label: votes.people, weight: 1, align: 'end', cell: ({ people }) => sayNumber(people, said.language) },
  ];
}
