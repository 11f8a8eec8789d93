import type { Language } from '../../shared/api/text.ts';
import type { en } from './en/catalogue.ts';
import { type ArgumentsOf, formatMessage, type Message, type Translation } from './message.ts';

/** English is the source: it says which keys there are and which names each text needs. */
type Source = typeof en;

/** All texts of one language. */
export type Catalogue = { readonly [Area in keyof Source]: Translation<Source[Area]> };

export type TextKey = {
  [Area in keyof Source & string]: `${Area}.${keyof Source[Area] & string}`;
}[keyof Source & string];

type SourceOf<Key extends TextKey> = Key extends `${infer Area extends keyof Source & string}.${infer Name}`
  ? Name extends keyof Source[Area]
    ? Source[Area][Name]
    : never
  : never;

export type Translate = <Key extends TextKey>(key: Key, ...params: ArgumentsOf<SourceOf<Key>>) => string;

export function translator(catalogue: Catalogue, language: Language): Translate {
  const areas: Readonly<Record<string, Readonly<Record<string, Message>>>> = catalogue;
  return (key, ...[params]) => {
    const dot = key.indexOf('.');
    const message = areas[key.slice(0, dot)]?.[key.slice(dot + 1)];
    return message === undefined ? key : formatMessage(message, params ?? {}, language);
  };
}

/** Each language is a file of its own; only the one in use is fetched. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
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
