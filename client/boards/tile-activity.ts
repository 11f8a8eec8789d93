import type { BoardActivity, GetWorkshopResponse } from '../../shared/api/workshops.ts';
import type { BoardId } from '../../shared/protocol/ids.ts';
import { type StampMark, stampsOf } from '../ui/stamps.ts';

/** What a tile says of what goes on on its board. */
export interface TileActivity extends Pick<BoardActivity, 'cards' | 'notes' | 'changedAtMs'> {
  /** How many people are on it now, and the stamps of their organisations. */
  readonly here: number;
  readonly stamps: readonly StampMark[];
}

type Known = Pick<GetWorkshopResponse, 'activity' | 'people' | 'organisations'>;

/** What goes on on each board, with those who are there as the workshop knows them. */
export function tileActivities({ activity, people, organisations }: Known): ReadonlyMap<BoardId, TileActivity> {
  const marks = stampsOf(organisations);
  const organisationOf = new Map(people.map(({ id, organisationId }) => [id, organisationId]));
  return new Map(
    activity.map(({ boardId, here, ...counts }) => {
      const theirs = new Set(here.map((id) => organisationOf.get(id)));
      const stamps = organisations.flatMap(({ id }) => (theirs.has(id) ? (marks.get(id) ?? []) : []));
      return [boardId, { ...counts, here: here.length, stamps }];
    }),
  );
}
