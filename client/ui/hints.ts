import { useSyncExternalStore } from 'react';

const storageKey = 'commonboard.hints';
const listeners = new Set<() => void>();

/** Without storage the choice lasts as long as the page; null until it was read. */
let off: boolean | null = null;

/** Whether the boards may point at what is worth a look. */
function areOn(): boolean {
  if (off === null) {
    try {
      off = localStorage.getItem(storageKey) === 'off';
    } catch {
      off = false;
    }
  }
  return !off;
}

export function switchHints(on: boolean): void {
  off = !on;
  try {
    if (on) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, 'off');
  } catch {
    // Storage is switched off in this browser.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useHints = (): boolean => useSyncExternalStore(subscribe, areOn);
