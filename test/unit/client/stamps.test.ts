import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colourOf, stampsOf } from '../../../client/ui/stamps.ts';
import type { Organisation } from '../../../shared/api/workshops.ts';
import { OrganisationId } from '../../../shared/protocol/ids.ts';

const organisations = (names: readonly string[]): Organisation[] =>
  names.map((name, place) => ({
    id: OrganisationId.parse(String(place).padStart(21, '0')),
    name,
    colour: place + 1,
  }));

const initialsOf = (...names: string[]): string[] =>
  [...stampsOf(organisations(names)).values()].map(({ initials }) => initials);

describe('stamps', () => {
  it('[PAGE1] takes the first letters of the words that carry the name', () => {
    expect(
      initialsOf('Korf Supermarkets', 'De Schakel Food Aid', 'City of Merelbrugge', 'Voices at the Table', 'L’Arche'),
    ).toEqual(['KS', 'DS', 'CM', 'VT', 'LA']);
    expect(initialsOf('unicef', 'ville de liège', 'ΕΛΛΗΝΙΚΗ ομάδα', '3M', 'Straße')).toEqual([
      'UN',
      'VD',
      'ΕΟ',
      '3M',
      'ST',
    ]);
  });

  it('[PAGE1] a clash takes a third letter, and whoever was there first keeps two', () => {
    expect(initialsOf('De Schakel', 'De Schuur', 'De School Gent', 'De Schakel Food')).toEqual([
      'DS',
      'DSC',
      'DSG',
      'DSF',
    ]);
  });

  it('[PAGE1] names without letters and names whose letters are all taken get a number', () => {
    expect(initialsOf('!!!', '???', 'X', 'x', 'X!')).toEqual(['#1', '#2', 'X', 'X2', 'X3']);
  });

  it('[PAGE1] for any names the initials differ, and a newcomer changes nobody’s', () => {
    const name = fc.oneof(
      fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
      fc
        .array(fc.constantFrom('De', 'de', 'Schakel', 'Schuur', 'van', 'A', 'é', '东方', '!'), {
          minLength: 1,
          maxLength: 4,
        })
        .map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), name, (names, newcomer) => {
        const before = initialsOf(...names);
        expect(new Set(before).size).toBe(names.length);
        expect(before.every((initials) => initials.length > 0)).toBe(true);
        expect(initialsOf(...names, newcomer).slice(0, names.length)).toEqual(before);
      }),
    );
  });

  it('[PAGE2] the colours begin again with the eleventh organisation, in a ring', () => {
    expect([1, 10, 11, 20, 21].map(colourOf)).toEqual([
      { hue: 1, ringed: false },
      { hue: 10, ringed: false },
      { hue: 1, ringed: true },
      { hue: 10, ringed: true },
      { hue: 1, ringed: true },
    ]);
  });
});
