import type { Language } from '../../shared/api/text.ts';
import type { CompanionCatalogue } from './catalogue.ts';
import { keptOnce, MoreTexts, type TextsProps } from './LanguageProvider.tsx';

async function loadCompanionCatalogue(language: Language): Promise<CompanionCatalogue> {
  switch (language) {
    case 'en':
      return (await import('./en/companion-catalogue.ts')).enCompanion;
    case 'nl':
      return (await import('./nl/companion-catalogue.ts')).nlCompanion;
    case 'fr':
      return (await import('./fr/companion-catalogue.ts')).frCompanion;
    case 'de':
      return (await import('./de/companion-catalogue.ts')).deCompanion;
  }
}

const companionCatalogue = keptOnce(loadCompanionCatalogue);

/** Fetches the texts of what a phone shows of a board before anything is drawn with them. */
export const fetchCompanionTexts = async (language: Language): Promise<void> =>
  void (await companionCatalogue(language));

/** Adds them for what is drawn inside. */
export const CompanionTexts = ({ children }: TextsProps) => <MoreTexts load={companionCatalogue}>{children}</MoreTexts>;
