import { z } from 'zod';
import { groupBy } from '../method/behaviours/group.ts';
import { helpSettings } from '../method/help/settings.ts';
import { OrganisationId, ParticipantId } from '../protocol/ids.ts';

/** Of a group with fewer people than this no figure is told, nor any that one could be worked out from. */
export const groupMin = 3;

/** How much of the writing and speaking a group has had. Shares are of what is told of all groups, in whole percent. */
export const Figures = z.object({
  cards: z.int().nonnegative(),
  /** Null where there is nothing to have a share of. */
  cardShare: z.int().min(0).max(100).nullable(),
  /** Cards since the session on the board began; null while none is on. */
  sinceStart: z.int().nonnegative().nullable(),
  turns: z.int().nonnegative(),
  turnShare: z.int().min(0).max(100).nullable(),
  /** What is written privately just now; null while nobody does. */
  hidden: z.int().nonnegative().nullable(),
});
export type Figures = z.infer<typeof Figures>;

/** Who writes and speaks how much in a session, as whoever leads it may know. */
export const Balance = z.object({
  /** Those with three people here or more, most cards first. */
  organisations: z.array(z.object({ id: OrganisationId, people: z.int().min(groupMin), figures: Figures })),
  /** The others, and what they come to together where that tells of none of them. */
  smaller: z.object({ ids: z.array(OrganisationId), figures: Figures.nullable() }),
  /** Who is here and has neither a card on the board nor had a turn. */
  unheard: z.array(ParticipantId),
  /** Organisations of which that is so of everybody. */
  unheardOrganisations: z.array(OrganisationId),
  /** Some cards say nobody's name: they count for nobody. */
  hasNameless: z.boolean(),
  /** One organisation has written far more than the others: a round would help. */
  isLopsided: z.boolean(),
});
export type Balance = z.infer<typeof Balance>;

interface Person {
  readonly participantId: ParticipantId;
  readonly organisationId: OrganisationId;
}

export interface BalanceFacts {
  /** Who is here and may write. */
  readonly people: readonly Person[];
  /** Of people who wrote here, wherever they are now. */
  readonly cards: readonly (Person & { readonly createdAtMs: number })[];
  readonly hasNameless: boolean;
  readonly turns: readonly { readonly organisationId: OrganisationId; readonly turns: number }[];
  /** Who had the floor. */
  readonly spoke: readonly Person[];
  /** When the session on the board began; null while none is on. */
  readonly startedAtMs: number | null;
  /** What is written privately; null while nobody does. */
  readonly hidden: readonly { readonly organisationId: OrganisationId; readonly shapes: number }[] | null;
  /** Whose the figures are told to: of their own organisation they know more than these say. */
  readonly askedBy: OrganisationId;
}

type Sums = Omit<Figures, 'cardShare' | 'turnShare'>;

interface Group extends Sums {
  readonly id: OrganisationId;
  readonly people: number;
  /** Who wrote or spoke, wherever they are now. */
  readonly heard: ReadonlySet<ParticipantId>;
}

export function balanceOf(facts: BalanceFacts): Balance {
  const groups = groupsOf(facts);
  const large = groups.filter(({ people }) => people >= groupMin);
  const small = groups.filter(({ people }) => people < groupMin);
  const together = mayBeSummed(small, facts.askedBy) ? summed(small) : null;
  const told: readonly Sums[] = together === null ? large : [...large, together];
  const heard = new Set(groups.flatMap((group) => [...group.heard]));
  return {
    organisations: large
      .toSorted((a, b) => b.cards - a.cards || b.turns - a.turns || (a.id < b.id ? -1 : 1))
      .map((group) => ({ id: group.id, people: group.people, figures: figuresOf(group, told) })),
    smaller: { ids: small.map(({ id }) => id), figures: together && figuresOf(together, told) },
    unheard: facts.people.map(({ participantId }) => participantId).filter((id) => !heard.has(id)),
    unheardOrganisations: groups.filter((group) => group.people > 0 && isSilent(group)).map(({ id }) => id),
    hasNameless: facts.hasNameless,
    isLopsided: isLopsided(groups),
  };
}

function groupsOf({ people, cards, turns, spoke, startedAtMs, hidden }: BalanceFacts): readonly Group[] {
  const home = ({ organisationId }: { readonly organisationId: OrganisationId }) => organisationId;
  const here = groupBy(people, home);
  const written = groupBy(cards, home);
  const ids = new Set(
    [here, written, groupBy(turns, home), groupBy(hidden ?? [], home)].flatMap((by) => [...by.keys()]),
  );
  return [...ids].sort().map((id) => {
    const own = written.get(id) ?? [];
    const speakers = spoke.filter(({ organisationId }) => organisationId === id);
    return {
      ...{ id, people: here.get(id)?.length ?? 0, cards: own.length },
      heard: new Set([...own, ...speakers].map(({ participantId }) => participantId)),
      sinceStart: startedAtMs === null ? null : own.filter(({ createdAtMs }) => createdAtMs >= startedAtMs).length,
      turns: turns.find(({ organisationId }) => organisationId === id)?.turns ?? 0,
      hidden: hidden && (hidden.find(({ organisationId }) => organisationId === id)?.shapes ?? 0),
    };
  });
}

/** Nothing at all came from it: that is told, as an invitation. */
const isSilent = ({ cards, turns, hidden }: Group): boolean => cards === 0 && turns === 0 && (hidden ?? 0) === 0;

/**
 * Small organisations are told as one sum only where nobody could take out of it what is known and be left with a group that
 * is too small. Known are those of which nothing came, which are named, and what the one who asks knows of their own: there
 * have to be two organisations beside these, with three people here, and three people whose the figures are.
 */
function mayBeSummed(small: readonly Group[], askedBy: OrganisationId): boolean {
  const unknown = small.filter((group) => group.id !== askedBy && !isSilent(group));
  const here = unknown.filter(({ people }) => people > 0);
  const people = here.reduce((sum, group) => sum + group.people, 0);
  const heard = unknown.reduce((sum, group) => sum + group.heard.size, 0);
  return here.length >= 2 && people >= groupMin && heard >= groupMin;
}

const summed = (groups: readonly Sums[]): Sums =>
  groups.reduce(
    (sums, group) => ({
      cards: sums.cards + group.cards,
      turns: sums.turns + group.turns,
      sinceStart: group.sinceStart === null ? null : (sums.sinceStart ?? 0) + group.sinceStart,
      hidden: group.hidden === null ? null : (sums.hidden ?? 0) + group.hidden,
    }),
    { cards: 0, turns: 0, sinceStart: null, hidden: null } as Sums,
  );

/** Shares of what is told alone: of everything, they would tell what is left out. */
function figuresOf({ cards, turns, sinceStart, hidden }: Sums, told: readonly Sums[]): Figures {
  const all = summed(told);
  const share = (part: number, whole: number) => (whole === 0 ? null : Math.round((part / whole) * 100));
  return {
    ...{ cards, turns, sinceStart, hidden },
    ...{ cardShare: share(cards, all.cards), turnShare: share(turns, all.turns) },
  };
}

/** METHOD's ALL-2, from as many organisations and cards on as the help beside the board. It does not say which one it is. */
function isLopsided(groups: readonly Group[]): boolean {
  const all = groups.reduce((sum, { cards }) => sum + cards, 0);
  return (
    groups.filter(({ people }) => people > 0).length >= helpSettings.organisationsFrom &&
    all >= helpSettings.organisationCardsFrom &&
    groups.some(({ cards }) => cards > helpSettings.organisationShare * all)
  );
}
