import { Language } from '../../../api/text.ts';
import { plainOf, wordsOf } from './matcher.ts';

/** VIS-9: nouns that no camera sees. */
const abstractNouns: Readonly<Record<Language, readonly string[]>> = {
  en: [
    ...['sustainability', 'inclusion', 'inclusiveness', 'empowerment', 'resilience', 'wellbeing', 'innovation'],
    ...['synergy', 'collaboration', 'cooperation', 'excellence', 'engagement', 'equity', 'equality', 'justice'],
    ...['quality', 'awareness', 'participation', 'transformation', 'development', 'solidarity', 'cohesion', 'impact'],
  ],
  nl: [
    ...['duurzaamheid', 'inclusie', 'empowerment', 'veerkracht', 'welzijn', 'innovatie', 'synergie', 'samenwerking'],
    ...['excellentie', 'betrokkenheid', 'gelijkheid', 'rechtvaardigheid', 'kwaliteit', 'bewustzijn', 'participatie'],
    ...['transformatie', 'ontwikkeling', 'solidariteit', 'samenhang', 'impact'],
  ],
  fr: [
    ...['durabilité', 'inclusion', 'autonomisation', 'résilience', 'innovation', 'synergie', 'collaboration'],
    ...['coopération', 'excellence', 'engagement', 'équité', 'égalité', 'justice', 'qualité', 'sensibilisation'],
    ...['participation', 'transformation', 'développement', 'solidarité', 'cohésion', 'impact', 'bien-être'],
  ],
  de: [
    ...['nachhaltigkeit', 'inklusion', 'befähigung', 'resilienz', 'wohlbefinden', 'innovation', 'synergie'],
    ...['zusammenarbeit', 'exzellenz', 'engagement', 'gleichheit', 'gerechtigkeit', 'qualität', 'bewusstsein'],
    ...['beteiligung', 'teilhabe', 'transformation', 'entwicklung', 'solidarität', 'zusammenhalt', 'wirkung'],
  ],
};

const known = new Set(Language.options.flatMap((language) => abstractNouns[language]));

/** Each once, as they are written. */
export function abstractNounsIn(text: string): readonly string[] {
  const words = wordsOf(plainOf(text)).map((word) => word.replace(/^(?:l|d|qu)'/iu, ''));
  return [...new Map(words.map((word) => [word.toLowerCase(), word])).entries()]
    .filter(([word]) => known.has(word))
    .map(([, word]) => word);
}
