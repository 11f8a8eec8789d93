import { same } from '../draw.ts';
import type { Text } from '../template.ts';

/** Who takes part in the invented partnership that all examples tell of. None of these exists. */
export const partners = {
  korf: {
    en: 'Korf Supermarkets',
    nl: 'Korf Supermarkten',
    fr: 'Supermarchés Korf',
    de: 'Korf Supermärkte',
  },
  schakel: {
    en: 'De Schakel Food Aid',
    nl: 'Voedselhulp De Schakel',
    fr: 'Entraide De Schakel',
    de: 'Tafel De Schakel',
  },
  city: {
    en: 'City of Merelbrugge',
    nl: 'Stad Merelbrugge',
    fr: 'Ville de Merelbrugge',
    de: 'Stadt Merelbrugge',
  },
  desk: { en: 'Food Safety Desk', nl: 'Hygiëneloket', fr: 'Guichet Hygiène', de: 'Hygienestelle' },
  rondom: { en: 'Rondom Kitchen', nl: 'Keuken Rondom', fr: 'Cuisine Rondom', de: 'Rondom-Küche' },
  koelfiets: {
    en: 'KoelFiets Couriers',
    nl: 'KoelFiets Koeriers',
    fr: 'Coursiers KoelFiets',
    de: 'KoelFiets Kuriere',
  },
  westhaven: {
    en: 'Westhaven College',
    nl: 'Hogeschool Westhaven',
    fr: 'Haute école Westhaven',
    de: 'Hochschule Westhaven',
  },
  voices: { en: 'Voices at the Table', nl: 'Stemmen aan Tafel', fr: 'Voix à table', de: 'Stimmen am Tisch' },
  lumen: { en: 'Lumen Fund', nl: 'Lumenfonds', fr: 'Fonds Lumen', de: 'Lumen-Fonds' },
  vore: { en: 'De Vore Growers', nl: 'Telers De Vore', fr: 'Producteurs De Vore', de: 'De-Vore-Bauern' },
  radio: same('Merel Radio'),
} as const satisfies Readonly<Record<string, Text>>;
