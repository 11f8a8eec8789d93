import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import type { Language } from '../../shared/api/text.ts';
import { type Catalogue, loadCatalogue, type Translate, translator } from './catalogue.ts';
import { storeLanguage } from './language.ts';

interface LanguageState {
  readonly language: Language;
  readonly t: Translate;
  /** Shows everything in another language and keeps the choice for this browser. */
  readonly changeLanguage: (language: Language) => void;
}

const LanguageContext = createContext<LanguageState | null>(null);

interface LanguageProviderProps {
  readonly initial: { readonly language: Language; readonly catalogue: Catalogue };
  readonly children: ReactNode;
}

export function LanguageProvider({ initial, children }: LanguageProviderProps) {
  const [current, setCurrent] = useState(initial);

  useEffect(() => {
    document.documentElement.lang = current.language;
  }, [current.language]);

  const state = useMemo<LanguageState>(
    () => ({
      language: current.language,
      t: translator(current.catalogue, current.language),
      changeLanguage: (language) => {
        storeLanguage(language);
        loadCatalogue(language).then(
          (catalogue) => setCurrent({ language, catalogue }),
          // Out of reach: the page stays in the language it has; the stored choice counts at the next visit.
          () => undefined,
        );
      },
    }),
    [current],
  );
  return <LanguageContext value={state}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageState {
  const state = use(LanguageContext);
  if (state === null) throw new Error('useLanguage outside LanguageProvider');
  return state;
}

/** The texts of the language in use: `t('home.create')`. */
export const useText = (): Translate => useLanguage().t;
