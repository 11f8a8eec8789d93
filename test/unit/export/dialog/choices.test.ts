import { describe, expect, test } from 'vitest';
import { accents, isPale } from '../../../../client/export/dialog/accents.ts';
import { numberPages } from '../../../../client/export/dialog/page-numbers.ts';
import {
  type ChoiceStorage,
  type RememberedChoices,
  rememberChoices,
  rememberedChoices,
} from '../../../../client/export/dialog/remembered-choices.ts';
import { remainingTime } from '../../../../client/export/remaining-time.ts';
import { audiencesOf, widestAudience } from '../../../../shared/access/audiences.ts';
import { WorkshopId } from '../../../../shared/protocol/ids.ts';

const [one, other] = ['a', 'b'].map((letter) => WorkshopId.parse(letter.repeat(21))) as [WorkshopId, WorkshopId];
const choices: RememberedChoices = { audience: 'core', paper: 'A3', names: false };

function memory(): ChoiceStorage & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

describe('choices of an export', () => {
  test('[DLG24] they are kept for each workshop', () => {
    const storage = memory();
    rememberChoices(one, choices, storage);
    expect(rememberedChoices(one, storage)).toEqual(choices);
    expect(rememberedChoices(other, storage)).toBeNull();
  });

  test('[DLG24] what does not decode counts as nothing, and a full or missing storage breaks nothing', () => {
    const storage = memory();
    rememberChoices(one, choices, storage);
    for (const [key] of storage.kept)
      for (const broken of ['{', '{"paper":"A9"}', JSON.stringify({ ...choices, names: 'all' })]) {
        storage.kept.set(key, broken);
        expect(rememberedChoices(one, storage)).toBeNull();
      }
    const full: ChoiceStorage = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(() => rememberChoices(one, choices, full)).not.toThrow();
    expect(() => rememberChoices(one, choices, null)).not.toThrow();
    expect(rememberedChoices(one, null)).toBeNull();
  });

  test('[DLG25] each role exports for the readers it may read for', () => {
    expect(audiencesOf('viewer')).toEqual(['public']);
    expect(audiencesOf('participant')).toEqual(['public', 'partners']);
    expect(audiencesOf('facilitator')).toEqual(['public', 'partners', 'core']);
    expect((['viewer', 'participant', 'facilitator'] as const).map(widestAudience)).toEqual([
      'public',
      'partners',
      'core',
    ]);
  });

  test('[DLG26] every colour that is offered can be told from paper; a pale one of one’s own is said', () => {
    expect(accents.filter(({ shown }) => isPale(shown))).toEqual([]);
    expect(isPale('#f0e442')).toBe(true);
    expect(isPale('#767676')).toBe(false);
  });
});

describe('pages of a file', () => {
  test('[DLG1] the numbers of pages close up over those that are left out, all pages of a part at once', () => {
    const pages = ['cover', 'a', 'a', 'b', 'c'].map((part) => ({ part }));
    expect(numberPages(pages, new Set())).toEqual([1, 2, 3, 4, 5]);
    expect(numberPages(pages, new Set(['a', 'c']))).toEqual([1, null, null, 2, null]);
  });

  test('[DLG27] how long it still takes is said once that is honest, in steps that do not flicker', () => {
    expect(remainingTime(1_000, 0.5)).toBeNull();
    expect(remainingTime(5_000, 0.05)).toBeNull();
    expect(remainingTime(4_000, 0.5)).toEqual({ unit: 'seconds', count: 4 });
    expect(remainingTime(4_000, 0.2)).toEqual({ unit: 'seconds', count: 20 });
    expect(remainingTime(4_000, 0.999)).toEqual({ unit: 'seconds', count: 1 });
    expect(remainingTime(60_000, 0.2)).toEqual({ unit: 'minutes', count: 4 });
  });
});
