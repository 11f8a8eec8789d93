import { describe, expect, it } from 'vitest';
import { matchOrganisations, sameOrganisation } from '../../../client/pages/join/match-organisations.ts';
import { OrganisationId } from '../../../shared/protocol/ids.ts';

const names = ['Korf Supermarkets', 'De Schakel Food Aid', 'École du Marché', 'Markthal De Vore'];
const organisations = names.map((name, place) => ({
  id: OrganisationId.parse(String(place).padStart(21, '0')),
  name,
  colour: place + 1,
}));
const matches = (text: string) => matchOrganisations(organisations, text).map(({ name }) => name);

describe('suggested organisations', () => {
  it('[PAGE7] an empty field suggests all, in the order of joining', () => {
    expect(matches('')).toEqual(names);
    expect(matches('  ')).toEqual(names);
  });

  it('[PAGE7] case and accents do not matter; names that begin with the text come before words and middles', () => {
    expect(matches('ecole')).toEqual(['École du Marché']);
    expect(matches('mar')).toEqual(['Markthal De Vore', 'École du Marché', 'Korf Supermarkets']);
    expect(matches('de  sch')).toEqual(['De Schakel Food Aid']);
    expect(matches('nobody')).toEqual([]);
  });

  it('[PAGE7] a name is new unless it differs from a known one in case and spaces alone', () => {
    expect(sameOrganisation(' korf  SUPERMARKETS ', 'Korf Supermarkets')).toBe(true);
    expect(sameOrganisation('Ecole du Marché', 'École du Marché')).toBe(false);
  });
});
