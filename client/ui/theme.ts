import { useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark';

const storageKey = 'commonboard.theme';
const darkSystem = '(prefers-color-scheme: dark)';
const listeners = new Set<() => void>();

/** Without storage the choice lasts as long as the page. */
let chosen: Theme | null = null;

const isTheme = (text: string | null): text is Theme => text === 'light' || text === 'dark';

const systemTheme = (): Theme => (matchMedia(darkSystem).matches ? 'dark' : 'light');

/** What somebody chose in this browser, else what the system wants. */
const currentTheme = (): Theme => chosen ?? systemTheme();

function apply(): void {
  document.documentElement.dataset.theme = currentTheme();
  for (const listener of listeners) listener();
}

/** Shows the theme and follows the system from here on. Call once, before anything is drawn. */
export function startTheme(): void {
  try {
    const stored = localStorage.getItem(storageKey);
    chosen = isTheme(stored) ? stored : null;
  } catch {
    chosen = null;
  }
  matchMedia(darkSystem).addEventListener('change', apply);
  apply();
}

/** A choice equal to the system's is no choice: the page goes back to following. */
export function chooseTheme(theme: Theme): void {
  chosen = theme === systemTheme() ? null : theme;
  try {
    if (chosen === null) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, chosen);
  } catch {
    // Storage is switched off in this browser.
  }
  apply();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useTheme = (): Theme => useSyncExternalStore(subscribe, currentTheme);
