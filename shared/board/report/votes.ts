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
 * organisation does, of which places are told and no figures. Of fewer than three people no figures are told at all. Cards
 * that these readers do not get, and those that are gone, are not named, and neither is a round of which nothing is left.
 */
export function votesSection(source: BoardSource, rounds: readonly ReportedRound[]): ReportSection | null {
  const blocks = rounds.toSorted((a, b) => a.closedAtMs - b.closedAtMs).flatMap((one) => roundBlocks(source, one));
  if (blocks.length === 0) return null;
  const { sections, votes } = source.texts;
  return { id: `${source.board.id}:votes`, title: sections.votes, lead: votes.lead, blocks };
}

function roundBlocks(source: BoardSource, { round, closedAtMs, tally }: ReportedRound): readonly Block[] {
  const { texts, said, titleOf, view } = source;
  const { language } = said;
  const { votes } = texts;
  const isOfFew = tally.voters < votersMin;
  const titleOfCard = (id: string): string | null => {
    const card = view.cards.get(id);
    return card === undefined ? null : titleOf(card);
  };
  const table =
    round.method.type === 'fist'
      ? tableOf(round.question, fingerColumns(source), fingersOf(tally.standings[0]))
      : tableOf(
          round.question,
          cardColumns(source, round.method.type, isOfFew),
          tally.standings.flatMap((standing) => {
            const title = titleOfCard(standing.id);
            return title === null || (standing.people ?? 0) === 0 ? [] : [{ title, standing }];
          }),
        );
  if (table === null) return [];
  const [by, of] = [sayCount(votes.voters, tally.voters, language), sayCount(votes.of, tally.organisations, language)];
  return [
    { kind: 'heading', level: 1, text: round.question },
    { kind: 'paragraph', text: `${sayDay(closedAtMs, language)} · ${by} ${of}` },
    ...(tally.isOutvoted ? ([{ kind: 'paragraph', text: votes.outvoted }] as const) : []),
    ...(isOfFew && round.method.type === 'fist' ? [] : [table]),
  ];
}

interface CardRow {
  readonly title: string;
  readonly standing: Standing;
}

/** @param isOfFew then places alone are told */
function cardColumns(
  { texts, said }: BoardSource,
  method: 'dots' | 'score',
  isOfFew: boolean,
): readonly Column<CardRow>[] {
  const { votes } = texts;
  const number = (value: number): string => sayNumber(Math.round(value * 10) / 10, said.language);
  const figures: Column<CardRow> = {
    ...{ label: votes[method], weight: 1, align: 'end' },
    cell: ({ standing: { people } }) => (people === null ? '' : number(people)),
  };
  return [
    { label: votes.card, weight: 4, align: 'start', cell: ({ title }) => title },
    ...(isOfFew ? [] : [figures]),
    { label: votes.byPeople, weight: 1.2, align: 'end', cell: ({ standing }) => number(standing.rankPeople) },
    {
      label: votes.byOrganisations,
      weight: 1.2,
      align: 'end',
      cell: ({ standing }) => number(standing.rankOrganisations),
    },
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
