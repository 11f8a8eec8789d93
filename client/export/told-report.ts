import type { Audience } from '../../shared/api/boards.ts';
import type { Board, GetWorkshopResponse } from '../../shared/api/workshops.ts';
import type { Records } from '../../shared/board/containment.ts';
import type { Withheld } from '../../shared/board/export/withheld.ts';
import { reportSteps } from '../../shared/board/report/build-report.ts';
import type { Report } from '../../shared/board/report/report.ts';
import type { ReportedRound } from '../../shared/board/report/votes.ts';
import { createPeople } from '../canvas/card-shapes/people.ts';
import { reportLanguage } from './export-facts.ts';
import { finish } from './next-turn.ts';

/** A board of a report. */
export interface ReportBoard {
  readonly board: Board;
  /** As its readers get them. */
  readonly records: Records;
  /** What its readers do not get. */
  readonly leftOut: Withheld;
  readonly rounds: readonly ReportedRound[];
}

/** What a report says in words. */
export function toldReport(
  data: GetWorkshopResponse,
  boards: readonly ReportBoard[],
  audience: Audience,
): Promise<Report> {
  const people = createPeople(data, []);
  const names = new Map<string, string>(data.organisations.map(({ id, name }) => [id, name]));
  const ofOrganisation = (id: string | undefined) =>
    id === undefined ? undefined : names.get(people.merged.get(id) ?? id);
  const language = reportLanguage(
    data,
    boards.map(({ board }) => board),
  );
  return finish(
    reportSteps({
      ...{ boards, audience, language },
      organisationOf: (participant) => ofOrganisation(people.participant(participant)?.organisationId),
      organisationNamed: ofOrganisation,
    }),
  );
}
