import type { Text } from '../../../shared/method/template.ts';

/** What stands on faces beside the words of kinds, fields and values; in the board's language. */
export const faceWords = {
  voice: { en: 'Voice', nl: 'Stem', fr: 'Voix', de: 'Stimme' },
  root: { en: 'ROOT', nl: 'WORTEL', fr: 'RACINE', de: 'WURZEL' },
  agreed: { en: 'Agreed', nl: 'Afgesproken', fr: 'Convenu', de: 'Vereinbart' },
  example: { en: 'Example', nl: 'Voorbeeld', fr: 'Exemple', de: 'Beispiel' },
  organisation: { en: 'org.', nl: 'org.', fr: 'org.', de: 'Org.' },
  cluster: { en: 'cluster', nl: 'cluster', fr: 'regroupement', de: 'Cluster' },
  by: { en: 'by', nl: 'tegen', fr: 'd’ici', de: 'bis' },
} as const satisfies Readonly<Record<string, Text>>;
