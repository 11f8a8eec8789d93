import type { Language } from '../../shared/api/text.ts';
import type { enBoard } from './en/board-catalogue.ts';
import type { en } from './en/catalogue.ts';
import type { enCompanion } from './en/companion-catalogue.ts';
import type { enWorkshop } from './en/workshop-catalogue.ts';
import { type ArgumentsOf, formatMessage, type Message, type Translation } from './message.ts';

/** English is the source: it says which keys there are and which names each text needs. */
type Source = typeof enBoard;

/** All texts of one language. */
export type Catalogue = { readonly [Area in keyof Source]: Translation<Source[Area]> };
/** Those that every page needs; a workshop and a board bring the others with them. */
export type PageCatalogue = Pick<Catalogue, keyof typeof en>;
export type WorkshopCatalogue = Pick<Catalogue, keyof typeof enWorkshop>;

/** Those of the phone's page of a board. */
export type CompanionCatalogue = Pick<Catalogue, keyof typeof enCompanion>;

export type TextKey = {
  [Area in keyof Source & string]: `${Area}.${keyof Source[Area] & string}`;
}[keyof Source & string];

type SourceOf<Key extends TextKey> = Key extends `${infer Area extends keyof Source & string}.${infer Name}`
  ? Name extends keyof Source[Area]
    ? Source[Area][Name]
    : never
  : never;

export type Translate = <Key extends TextKey>(key: Key, ...params: ArgumentsOf<SourceOf<Key>>) => string;

export function translator(
  catalogue: PageCatalogue | WorkshopCatalogue | CompanionCatalogue | Catalogue,
  language: Language,
): Translate {
  const areas: Readonly<Record<string, Readonly<Record<string, Message>>>> = catalogue;
  return (key, ...[params]) => {
    const dot = key.indexOf('.');
    const message = areas[key.slice(0, dot)]?.[key.slice(dot + 1)];
    return message === undefined ? key : formatMessage(message, params ?? {}, language);
  };
}

/** Each language is a file of its own; only the one in use is fetched. */
export async function loadCatalogue(language: Language): Promise<PageCatalogue> {
  switch (language) {
    case 'en':
      return (await import('./en/catalogue.ts')).en;
    case 'nl':
      return (await import('./nl/catalogue.ts')).nl;
    case 'fr':
      return (await import('./fr/catalogue.ts')).fr;
    case 'de':
      return (await import('./de/catalogue.ts')).de;
  }
}

export async function loadWorkshopCatalogue(language: Language): Promise<WorkshopCatalogue> {
  switch (language) {
    case 'en':
      return (await import('./en/workshop-catalogue.ts')).enWorkshop;
    case 'nl':
      return (await import('./nl/workshop-catalogue.ts')).nlWorkshop;
    case 'fr':
      return (await import('./fr/workshop-catalogue.ts')).frWorkshop;
    case 'de':
      return (await import('./de/workshop-catalogue.ts')).deWorkshop;
  }
}

export async function loadBoardCatalogue(language: Language): Promise<Catalogue> {
  switch (language) {
    case 'en':
      return (await import('./en/board-catalogue.ts')).enBoard;
    case 'nl':
      return (await import('./nl/board-catalogue.ts')).nlBoard;
    case 'fr':
      return (await import('./fr/board-catalogue.ts')).frBoard;
    case 'de':
      return (await import('./de/board-catalogue.ts')).deBoard;
  }
}
