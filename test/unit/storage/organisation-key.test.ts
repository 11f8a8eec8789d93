import { expect, test } from 'vitest';
import { organisationKey } from '../../../server/storage/organisation-key.ts';

test('[STO26] spellings that differ in case or in how accents are written have one key', () => {
  const same: readonly (readonly string[])[] = [
    ['Croix-Rouge', 'CROIX-ROUGE', 'croix-rouge'],
    ['Weiße Straße', 'WEISSE STRASSE', 'weisse strasse'],
    ['Érable', 'E\u0301rable', 'ÉRABLE'],
    ['Οδός', 'ΟΔΌΣ', 'οδόσ'],
    ['Łódź', 'łódź', 'ŁÓDŹ'],
  ];
  for (const spellings of same) expect(new Set(spellings.map(organisationKey)).size, spellings.join(' ')).toBe(1);
});

test('[STO26] names that differ otherwise have different keys', () => {
  const names = ['Aqua', 'Agua', 'Água', 'Aqua e.V.', 'A qua', '水'];
  expect(new Set(names.map(organisationKey)).size).toBe(names.length);
});
