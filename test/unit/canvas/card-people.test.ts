import { expect, it } from 'vitest';
import { createPeople } from '../../../client/canvas/card-shapes/people.ts';
import { valueText } from '../../../client/canvas/card-shapes/value-text.ts';
import type { Organisation } from '../../../shared/api/workshops.ts';
import { OrganisationId } from '../../../shared/protocol/ids.ts';
import type { RosterEntry } from '../../../shared/protocol/messages.ts';

const id = (letter: string): string => letter.repeat(21);
const organisations = [
  { id: id('a'), name: 'City of Merelbrugge', colour: 1 },
  { id: id('b'), name: 'De Schakel Food Aid', colour: 2 },
] as unknown as Organisation[];
const newcomer = {
  ...{ clientId: 1, participantId: id('p'), name: 'Latifa', role: 'participant', colour: 3 },
  ...{ organisationId: id('c'), organisation: 'Voices at the Table' },
} as unknown as RosterEntry;

it('[CARD8] stamps are the workshop’s, with whoever has come since', () => {
  const people = createPeople({ organisations, people: [], mergedOrganisations: [] }, [newcomer]);
  expect(people.stamp(id('a'))?.initials).toBe('CM');
  expect(people.stamp(id('c'))).toMatchObject({ initials: 'VT', hue: 3, name: 'Voices at the Table' });
  expect(people.participant(id('p'))).toEqual({ name: 'Latifa', organisationId: id('c') });
});

it('[CARD8] a name that nobody joined with signs too, always alike and unlike the others; an unknown id does not', () => {
  const people = createPeople({ organisations, people: [], mergedOrganisations: [] }, []);
  expect(people.stamp('City of Merelbrugge')).toEqual(people.stamp(id('a')));
  expect(people.stamp('Cold Makers')?.initials).toBe('CMA');
  const again = createPeople({ organisations, people: [], mergedOrganisations: [] }, []);
  expect(people.stamp('Cold Makers')).toEqual(again.stamp('Cold Makers'));
  expect(people.stamp(id('z'))).toBeUndefined();
});

it('[PPL10] an organisation that was merged into another signs as that one, and is offered to nobody', () => {
  const mergedOrganisations = [{ id: OrganisationId.parse(id('m')), into: OrganisationId.parse(id('b')) }];
  const people = createPeople({ organisations, people: [], mergedOrganisations }, []);
  expect(people.stamp(id('m'))).toEqual(people.stamp(id('b')));
  expect(people.organisations.map(({ name }) => name)).toEqual(['City of Merelbrugge', 'De Schakel Food Aid']);
  const reader = { language: 'en', people } as const;
  expect(valueText('owner_org', id('m'), reader)).toBe('De Schakel Food Aid');
  expect(valueText('orgs_present', [id('b'), id('m'), id('a')], reader)).toBe(
    'De Schakel Food Aid, City of Merelbrugge',
  );
});
