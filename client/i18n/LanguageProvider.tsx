import { createContext, type ReactNode, startTransition, use, useEffect, useMemo, useState } from 'react';
import type { Language } from '../../shared/api/text.ts';
import {
  type Catalogue,
  type CompanionCatalogue,
  loadBoardCatalogue,
  loadCatalogue,
  loadWorkshopCatalogue,
  type PageCatalogue,
  type Translate,
  translator,
  type WorkshopCatalogue,
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
          // What is on the screen stays there until the texts of its part have come too.
          (catalogue) => startTransition(() => setCurrent({ language, catalogue })),
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

/** A catalogue of each language, asked for once. */
export function keptOnce<Texts>(load: (language: Language) => Promise<Texts>): (language: Language) => Promise<Texts> {
  const asked = new Map<Language, Promise<Texts>>();
  return (language) => {
    const known = asked.get(language);
    if (known !== undefined) return known;
    const loading = load(language);
    asked.set(language, loading);
    // A gap in the network is no reason to do without for ever.
    loading.catch(() => asked.delete(language));
    return loading;
  };
}

const workshopCatalogue = keptOnce(loadWorkshopCatalogue);
const boardCatalogue = keptOnce(loadBoardCatalogue);

/** Fetches the texts of a board before anything is drawn with them. */
export const fetchBoardTexts = async (language: Language): Promise<void> => void (await boardCatalogue(language));

export interface TextsProps {
  readonly children: ReactNode;
}

/** Adds the texts of a workshop for what is drawn inside; until they are there, whatever waits for it waits for them. */
export const WorkshopTexts = ({ children }: TextsProps) => <MoreTexts load={workshopCatalogue}>{children}</MoreTexts>;

/** The same with the texts of a board, those of its workshop among them. */
export const BoardTexts = ({ children }: TextsProps) => <MoreTexts load={boardCatalogue}>{children}</MoreTexts>;

interface MoreTextsProps extends TextsProps {
  readonly load: (language: Language) => Promise<WorkshopCatalogue | CompanionCatalogue | Catalogue>;
}

/** Adds the texts of some part of the product; until they are there, whatever waits for it waits for them. */
export function MoreTexts({ load, children }: MoreTextsProps) {
  const page = useLanguage();
  const catalogue = use(load(page.language));
  const state = useMemo<LanguageState>(() => ({ ...page, t: translator(catalogue, page.language) }), [page, catalogue]);
  return <LanguageContext value={state}>{children}</LanguageContext>;
}
