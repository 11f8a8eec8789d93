import type { GetWorkshopResponse, Organisation, Participant } from '../../../shared/api/workshops.ts';
import { OrganisationId } from '../../../shared/protocol/ids.ts';
import type { RosterEntry } from '../../../shared/protocol/messages.ts';
import { colourOf, type StampMark, stampsOf } from '../../ui/stamps.ts';

/** Who wrote what, for whatever shows a card. */
export interface People {
  readonly organisations: readonly Organisation[];
  /** Organisations that were merged into another, with the one they are part of now: cards go on naming them. */
  readonly merged: ReadonlyMap<string, OrganisationId>;
  /** By id, or by a name that nobody joined with, as examples have; undefined for an id of nobody. */
  stamp(organisation: string): StampMark | undefined;
  participant(id: string): Pick<Participant, 'name' | 'organisationId'> | undefined;
}

export type WorkshopPeople = Pick<GetWorkshopResponse, 'organisations' | 'people' | 'mergedOrganisations'>;

/** Of the workshop as it was when the page opened, and of whoever has come to the board since. */
export function createPeople(workshop: WorkshopPeople, roster: readonly RosterEntry[]): People {
  const organisations = new Map<string, Organisation>(workshop.organisations.map((known) => [known.id, known]));
  const participants = new Map<string, Pick<Participant, 'name' | 'organisationId'>>(
    workshop.people.map((person) => [person.id, person]),
  );
  for (const { organisationId, organisation, colour, participantId, name } of roster) {
    if (!organisations.has(organisationId))
      organisations.set(organisationId, { id: organisationId, name: organisation, colour });
    participants.set(participantId, { name, organisationId });
  }
  const all = [...organisations.values()];
  const stamps = new Map<string, StampMark>(stampsOf(all));
  const merged = new Map<string, OrganisationId>(workshop.mergedOrganisations.map(({ id, into }) => [id, into]));
  const named = new Map<string, StampMark>(all.flatMap(({ id, name }) => pair(name, stamps.get(id))));
  return {
    organisations: all,
    merged,
    stamp: (organisation) => {
      const known = stamps.get(merged.get(organisation) ?? organisation) ?? named.get(organisation);
      if (known !== undefined || isId(organisation)) return known;
      const guest = guestStamp(organisation, all);
      named.set(organisation, guest);
      return guest;
    },
    participant: (id) => participants.get(id),
  };
}

const pair = (name: string, stamp: StampMark | undefined): [string, StampMark][] =>
  stamp === undefined ? [] : [[name, stamp]];

const isId = (text: string): boolean => OrganisationId.safeParse(text).success;

/** A name that nobody joined with signs like an organisation that came last, in a colour that follows from the name. */
function guestStamp(name: string, organisations: readonly Organisation[]): StampMark {
  const id = OrganisationId.parse('guest'.padEnd(21, '-'));
  const last = organisations.reduce((highest, { colour }) => Math.max(highest, colour), 0) + 1;
  const stamp = stampsOf([...organisations, { id, name, colour: last }]).get(id);
  const sum = [...name].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 100_003, 7);
  return { name, initials: stamp?.initials ?? '', ...colourOf((sum % 10) + 1), ringed: false };
}
