import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import type { Language } from '../../shared/api/text.ts';
import {
  type Catalogue,
  loadBoardCatalogue,
  loadCatalogue,
  type PageCatalogue,
  type Translate,
  translator,
} from './catalogue.ts';
import { storeLanguage } from './language.ts';

interface LanguageState {
  readonly language: Language;
  readonly t: Translate;
  /** Shows everything in another language and keeps the choice for this browser. */
  readonly changeLanguage: (language: Language) => void;
}

const LanguageContext = createContext<LanguageState | null>(null);

interface LanguageProviderProps {
  readonly initial: { readonly language: Language; readonly catalogue: PageCatalogue };
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

const boardCatalogues = new Map<Language, Promise<Catalogue>>();

function boardCatalogue(language: Language): Promise<Catalogue> {
  const known = boardCatalogues.get(language);
  if (known !== undefined) return known;
  const loading = loadBoardCatalogue(language);
  boardCatalogues.set(language, loading);
  // A gap in the network is no reason to do without for ever.
  loading.catch(() => boardCatalogues.delete(language));
  return loading;
}

/** Adds the texts of a board for what is drawn inside; until they are there, whatever waits for it waits for them. */
export function BoardTexts({ children }: { readonly children: ReactNode }) {
  const page = useLanguage();
  const catalogue = use(boardCatalogue(page.language));
  const state = useMemo<LanguageState>(() => ({ ...page, t: translator(catalogue, page.language) }), [page, catalogue]);
  return <LanguageContext value={state}>{children}</LanguageContext>;
}
