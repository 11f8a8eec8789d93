import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPeople } from '../../../client/canvas/card-shapes/people.ts';
import { valueText } from '../../../client/canvas/card-shapes/value-text.ts';
import { choicesOf } from '../../../client/cards/choices.ts';
import { organisationIds } from '../../../client/cards/panel/organisations.ts';
import { readCell } from '../../../client/cards/table/read-cell.ts';
import { languages } from '../../../client/i18n/language.ts';
import { type FieldName, fieldNames, fieldSchema, fieldTypes } from '../../../shared/method/cards/fields.ts';
import { OrganisationId } from '../../../shared/protocol/ids.ts';

const deSchakel = { id: OrganisationId.parse('o'.repeat(21)), name: 'De Schakel Food Aid', colour: 2 };
const people = createPeople({ organisations: [deSchakel], people: [], mergedOrganisations: [] }, []);
const idOf = organisationIds(people);
const read = (name: FieldName, text: string) => {
  const reading = readCell(name, text, idOf);
  return reading.ok ? reading.value : reading.fault;
};

test('[TAB1] every value of every choice is read back from its words in each language', () => {
  let choices = 0;
  for (const name of fieldNames)
    for (const { value, text } of choicesOf(name))
      for (const language of languages) {
        const found = read(name, text[language]);
        // Two choices of one field may share a word in some language: the first then stands for it.
        const same = choicesOf(name).filter((other) => other.text[language] === text[language]);
        expect([name, language, found]).toEqual([name, language, same[0]?.value]);
        choices += same[0]?.value === value ? 1 : 0;
      }
  expect(choices).toBeGreaterThan(400);
});

test('[TAB1] case, accents and signs make no difference, and a stored name is understood as well', () => {
  expect(read('category', 'people & SKILLS')).toBe('people');
  expect(read('category', 'regles et politique')).toBe('rules');
  expect(read('engagement', 'not-contacted')).toBe('not-contacted');
  expect(read('confidence', 'quite')).toBe('not-a-choice');
});

test('[TAB1] numbers take a comma or a point, and stay on the scale of their field', () => {
  expect(read('weight', '3,5')).toBe(3.5);
  expect(read('weight', '3.5')).toBe(3.5);
  expect(read('weight', '3,2')).toBe('out-of-range');
  expect(read('interest', '6')).toBe('out-of-range');
  expect(read('mood', '−2')).toBe(-2);
  expect(read('interest', 'four')).toBe('not-a-number');
  expect(read('votes_people', '3')).toBe('counted');
});

test('[TAB1] days are read as Europe writes them, and no day that no calendar has', () => {
  for (const text of ['2026-10-05', '5/10/2026', '05.10.2026', '5-10-26']) expect(read('due', text)).toBe('2026-10-05');
  for (const text of ['2026-02-30', '31/4/2026', 'October', '10/2026']) expect(read('due', text)).toBe('not-a-date');
});

test('[TAB1] yes and no are understood in every language', () => {
  for (const text of ['yes', 'Ja', 'oui', 'x', '1', 'TRUE', '✓', 'wahr']) expect(read('is_root', text)).toBe(true);
  for (const text of ['no', 'nee', 'Non', 'nein', '0']) expect(read('is_root', text)).toBe(false);
  expect(read('is_root', 'perhaps')).toBe('not-yes-or-no');
});

test('[TAB1] an organisation that joined is itself whatever its case, any other name stands for itself', () => {
  expect(read('org', 'de schakel  food aid')).toBe(deSchakel.id);
  expect(read('org', 'Lumen Fund')).toBe('Lumen Fund');
  expect(read('orgs_present', 'De Schakel Food Aid; Lumen Fund')).toEqual([deSchakel.id, 'Lumen Fund']);
});

test('[TAB1] what a cell says is read back as the value it shows', () => {
  const legal: fc.Arbitrary<readonly [FieldName, string | number | boolean]> = fc
    .constantFrom(...fieldNames)
    .chain((name) => {
      const field = fieldTypes[name];
      const as = (value: fc.Arbitrary<string | number | boolean>) => fc.tuple(fc.constant(name), value);
      switch (field.type) {
        case 'choice':
          return as(fc.constantFrom(...field.values));
        case 'score':
          return as(
            fc.integer({ min: field.min / field.step, max: field.max / field.step }).map((n) => n * field.step),
          );
        case 'flag':
          return as(fc.boolean());
        case 'line':
          return as(fc.constantFrom('Routes rest on one van', 'a; b', '3,5', 'ÉCOLE', '=1+1'));
        default:
          return as(fc.constantFrom('plain'));
      }
    });
  const reader = (language: (typeof languages)[number]) => ({ language, people });
  fc.assert(
    fc.property(legal, fc.constantFrom(...languages), ([name, drawn], language) => {
      const value = typeof drawn === 'number' ? Number(drawn.toFixed(6)) : drawn;
      if (!fieldSchema(name).safeParse(value).success || fieldTypes[name].type === 'count') return;
      const text = valueText(name, value, reader(language));
      const twins = choicesOf(name).filter((choice) => choice.text[language] === text);
      expect(read(name, text)).toEqual(twins[0]?.value ?? value);
    }),
    { seed: 7, numRuns: 1_000 },
  );
});
