import { expect, it } from 'vitest';
import { beginningOf, excerptOf } from '../../../client/ui/excerpt.ts';

it('[I18N9] a text that is cut short ends with a whole sign, and one that is short enough stays as it is', () => {
  expect(['well 💧 dry', 'well 💧', 'well'].map((text) => beginningOf(text, 6))).toEqual(['well ', 'well ', 'well']);
  expect(['well 💧 dry', 'well 💧', 'well'].map((text) => beginningOf(text, 7))).toEqual([
    'well 💧',
    'well 💧',
    'well',
  ]);
  expect(['well 💧 dry', 'well 💧', 'well'].map((text) => excerptOf(text, 6))).toEqual(['well …', 'well …', 'well']);
  expect(excerptOf('well 💧', 7)).toBe('well 💧');
});
