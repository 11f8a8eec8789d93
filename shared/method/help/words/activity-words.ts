import { Language } from '../../../api/text.ts';
import { plainOf } from './matcher.ts';

/** VIS-2: what we do, as against what is different then. The words that begin or end a line about an activity. */
const activities: Readonly<Record<Language, readonly string[]>> = {
  en: ['organise', 'organize', 'set up', 'launch', 'train', 'create', 'develop', 'build', 'start'],
  nl: [
    'organiseren',
    'opzetten',
    'lanceren',
    'opleiden',
    'trainen',
    'ontwikkelen',
    'oprichten',
    'opstarten',
    'uitvoeren',
  ],
  fr: ['organiser', 'mettre en place', 'lancer', 'créer', 'développer', 'mettre sur pied', 'réaliser', 'animer'],
  de: [
    'organisieren',
    'einrichten',
    'starten',
    'schulen',
    'aufbauen',
    'entwickeln',
    'durchführen',
    'veranstalten',
    'umsetzen',
  ],
};

/** Who does it may stand before. */
const doers = '(?:we will|we|to|wij gaan|we gaan|wij|nous allons|nous|wir werden|wir)\\s*';

/** In Dutch and German such a line often ends with what is done. */
const endsWithIt: readonly Language[] = ['nl', 'de'];

const anyOf = (words: readonly string[]): string => words.map((word) => word.replaceAll(' ', '\\s+')).join('|');
const starts = new RegExp(
  `^\\P{L}*(?:${doers})?(?:${anyOf(Language.options.flatMap((language) => activities[language]))})(?![\\p{L}\\p{M}\\p{N}-])`,
  'iu',
);
const ends = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}-])(?:${anyOf(endsWithIt.flatMap((language) => activities[language]))})\\P{L}*$`,
  'iu',
);

/** Whether a line says what somebody does: it begins with it, with or without who, or ends with it. */
export function isActivity(text: string): boolean {
  const plain = plainOf(text);
  return starts.test(plain) || ends.test(plain);
}
