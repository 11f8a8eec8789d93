import { createWish, useWish } from './wish.ts';

export type Theme = 'light' | 'dark';

const page = (): DOMStringMap => document.documentElement.dataset;

export const darkness = createWish({
  storageKey: 'commonboard.theme',
  query: '(prefers-color-scheme: dark)',
  words: { yes: 'dark', no: 'light' },
  show: (dark) => {
    page().theme = dark ? 'dark' : 'light';
  },
});

/** Stronger lines and ink, no soft grounds. */
export const highContrast = createWish({
  storageKey: 'commonboard.contrast',
  query: '(prefers-contrast: more)',
  words: { yes: 'more', no: 'normal' },
  show: (more) => {
    page().contrast = more ? 'more' : 'normal';
  },
});

export const stillness = createWish({
  storageKey: 'commonboard.motion',
  query: '(prefers-reduced-motion: reduce)',
  words: { yes: 'less', no: 'normal' },
  show: (less) => {
    page().motion = less ? 'less' : 'normal';
  },
});

/** Shows how this browser's person wants the pages. Call once, before anything is drawn. */
export function startTheme(): void {
  for (const wish of [darkness, highContrast, stillness]) wish.start();
}

/** Whether nothing on the page may move by itself. */
export const isStill = (): boolean => stillness.holds();

export const useTheme = (): Theme => (useWish(darkness) ? 'dark' : 'light');
