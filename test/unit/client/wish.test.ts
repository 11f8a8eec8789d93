import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createWish } from '../../../client/ui/wish.ts';

/** The system's own wish, which changes while the page is open. */
function system(initial: boolean) {
  const query = Object.assign(new EventTarget(), { matches: initial });
  vi.stubGlobal('matchMedia', () => query);
  return (matches: boolean) => {
    query.matches = matches;
    query.dispatchEvent(new Event('change'));
  };
}

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  return () => vi.unstubAllGlobals();
});

function started() {
  const shown: boolean[] = [];
  const wish = createWish({
    ...{ storageKey: 'key', query: '(x)', words: { yes: 'more', no: 'normal' } },
    show: (holds) => shown.push(holds),
  });
  wish.start();
  return { wish, shown };
}

describe('how somebody wants the pages', () => {
  it('[PAG14] follows the system until something is chosen, and again when the choice is taken back', () => {
    const set = system(false);
    const { wish, shown } = started();
    set(true);
    wish.choose(false);
    set(true);
    wish.choose(null);
    expect(shown).toEqual([false, true, false, false, true]);
    expect(wish.chosen()).toBeNull();
    expect(kept.size).toBe(0);
  });

  it('[PAG14] a choice outlives the page, and what nobody could have chosen is no choice', () => {
    system(false);
    started().wish.choose(true);
    expect(kept.get('key')).toBe('more');
    expect(started().wish.holds()).toBe(true);
    kept.set('key', 'nonsense');
    expect(started().wish.chosen()).toBeNull();
  });

  it('[PAG14] without storage the choice lasts as long as the page', () => {
    system(false);
    vi.stubGlobal('localStorage', undefined);
    const { wish } = started();
    wish.choose(true);
    expect(wish.holds()).toBe(true);
  });
});
