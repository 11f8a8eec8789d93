import type { Language } from '../../shared/api/text.ts';

/** In the order they are offered, each in its own words. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  nl: 'Nederlands',
  fr: 'Français',
  de: 'Deutsch',
};
export const languages = Object.keys(languageNames) as readonly Language[];

const isLanguage = (text: string): text is Language => Object.hasOwn(languageNames, text);

const storageKey = 'commonboard.language';

/** The first of somebody's languages that the product speaks, English where there is none. */
export function chooseLanguage(stored: string | null, preferred: readonly string[]): Language {
  if (stored !== null && isLanguage(stored)) return stored;
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split('-')[0] ?? '';
    if (isLanguage(primary)) return primary;
  }
  return 'en';
}

/** What was chosen in this browser before, else what the browser prefers. */
export function initialLanguage(): Language {
  return chooseLanguage(readStored(), navigator.languages);
}

function readStored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    // Storage is switched off in this browser: the choice then lasts as long as the page.
    return null;
  }
}

export function storeLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // As above.
  }
}
