import type { Text } from '../../template.ts';

/** RCT-11: between the sentences of a chain that is read upwards. */
export const readBackWords = {
  button: {
    en: 'Read the chain aloud',
    nl: 'Lees de keten voor',
    fr: 'Lire la chaîne à voix haute',
    de: 'Kette vorlesen',
  },
  therefore: { en: 'therefore', nl: 'dus', fr: 'donc', de: 'also' },
  hint: {
    en: 'Still true with every “therefore”? Tap the one where it breaks, and change or remove that link.',
    nl: 'Klopt het nog bij elke “dus”? Tik op de plek waar het breekt, en wijzig of verwijder dat verband.',
    fr: 'Encore vrai à chaque « donc » ? Touchez celui où cela casse, puis changez ou retirez ce lien.',
    de: 'Stimmt es bei jedem „also“? Tippen Sie an, wo es bricht, und ändern oder entfernen Sie diese Verbindung.',
  },
} as const satisfies Readonly<Record<string, Text>>;
