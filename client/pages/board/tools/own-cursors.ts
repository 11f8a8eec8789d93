import { useSyncExternalStore } from 'react';

const storageKey = 'commonboard.cursors';
const listeners = new Set<() => void>();

/** Without storage the choice lasts as long as the page; null until it was read. */
let hidden: boolean | null = null;

function areHidden(): boolean {
  if (hidden === null) {
    try {
      hidden = localStorage.getItem(storageKey) === 'hidden';
    } catch {
      hidden = false;
    }
  }
  return hidden;
}

/** The style sheet of the cursors reads it from the page. */
export function applyCursors(): void {
  document.documentElement.dataset.cursors = areHidden() ? 'hidden' : 'shown';
}

/** One's own choice, kept in this browser; the others go on seeing each other. */
export function hideCursors(wanted: boolean): void {
  hidden = wanted;
  try {
    if (wanted) localStorage.setItem(storageKey, 'hidden');
    else localStorage.removeItem(storageKey);
  } catch {
    // Storage is switched off in this browser.
  }
  applyCursors();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useHiddenCursors = (): boolean => useSyncExternalStore(subscribe, areHidden);
