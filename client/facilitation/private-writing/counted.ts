import type { PrivateCounts } from '../../../shared/protocol/messages.ts';
import type { People } from '../../canvas/card-shapes/people.ts';
import type { StampMark } from '../../ui/stamps.ts';

export interface CountedOrganisation {
  readonly id: string;
  readonly mark: StampMark;
  readonly cards: number;
}

export interface Counted {
  readonly total: number;
  /** In the order of joining, so that a count that grows moves nothing. */
  readonly organisations: readonly CountedOrganisation[];
}

/** Who has written how much, with those that this page has a stamp for; the total has everybody. */
export function countedBy(
  { organisations, merged, stamp }: Pick<People, 'organisations' | 'merged' | 'stamp'>,
  counts: PrivateCounts['counts'],
): Counted {
  const cards = new Map<string, number>();
  for (const { organisationId, shapes } of counts) {
    const id = merged.get(organisationId) ?? organisationId;
    cards.set(id, (cards.get(id) ?? 0) + shapes);
  }
  return {
    total: totalOf(counts),
    organisations: organisations
      .toSorted((a, b) => a.colour - b.colour)
      .flatMap(({ id }) => {
        const [count, mark] = [cards.get(id), stamp(id)];
        return count === undefined || mark === undefined ? [] : [{ id, mark, cards: count }];
      }),
  };
}

export const totalOf = (counts: PrivateCounts['counts']): number => counts.reduce((sum, { shapes }) => sum + shapes, 0);
