import { useSyncExternalStore } from 'react';

/** Something the system says of its person, which they can overrule in this browser. */
export interface Wish {
  /** What holds: what was chosen here, else what the system wants. */
  readonly holds: () => boolean;
  /** Null while this browser follows the system. */
  readonly chosen: () => boolean | null;
  readonly choose: (wanted: boolean | null) => void;
  /** Follows the system from here on. Call once, before anything is drawn. */
  readonly start: () => void;
  readonly subscribe: (listener: () => void) => () => void;
}

interface WishOptions {
  readonly storageKey: string;
  /** Media query of the system's own wish. */
  readonly query: string;
  /** How a choice is kept. */
  readonly words: { readonly yes: string; readonly no: string };
  /** Puts what holds onto the page. */
  readonly show: (holds: boolean) => void;
}

/** Without storage the choice lasts as long as the page. */
export function createWish({ storageKey, query, words, show }: WishOptions): Wish {
  const listeners = new Set<() => void>();
  let chosen: boolean | null = null;
  const holds = () => chosen ?? matchMedia(query).matches;
  const tell = () => {
    show(holds());
    for (const listener of listeners) listener();
  };
  return {
    holds,
    chosen: () => chosen,
    choose: (wanted) => {
      chosen = wanted;
      try {
        if (wanted === null) localStorage.removeItem(storageKey);
        else localStorage.setItem(storageKey, wanted ? words.yes : words.no);
      } catch {
        // Storage is switched off in this browser.
      }
      tell();
    },
    start: () => {
      try {
        const stored = localStorage.getItem(storageKey);
        chosen = stored === words.yes ? true : stored === words.no ? false : null;
      } catch {
        chosen = null;
      }
      matchMedia(query).addEventListener('change', tell);
      tell();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Whether a wish holds, as it changes. */
export const useWish = ({ subscribe, holds }: Wish): boolean => useSyncExternalStore(subscribe, holds);

/** What was chosen, null for following the system. */
export const useChosen = ({ subscribe, chosen }: Wish): boolean | null => useSyncExternalStore(subscribe, chosen);
