import type { FieldOf } from '../cards/fields.ts';
import type { Text } from '../template.ts';
import { hardlyToFully, littleToMuch } from './scores.ts';

export type ScoreName = FieldOf<'score'>;

/** What the two ends of a scale mean. */
export const scoreEnds: Readonly<Record<ScoreName, { readonly low: Text; readonly high: Text }>> = {
  weight: littleToMuch,
  reach: hardlyToFully,
  interest: littleToMuch,
  influence: littleToMuch,
  affected: littleToMuch,
  readiness: {
    low: { en: 'Not yet', nl: 'Nog niet', fr: 'Pas encore', de: 'Noch nicht' },
    high: { en: 'Ready to go', nl: 'Klaar om te starten', fr: 'Prêt à démarrer', de: 'Startklar' },
  },
  trusted: hardlyToFully,
  ambitious: {
    low: { en: 'As today', nl: 'Zoals vandaag', fr: 'Comme aujourd’hui', de: 'Wie heute' },
    high: {
      en: 'Worth getting up early',
      nl: 'Daar sta je vroeg voor op',
      fr: 'Vaut de se lever tôt',
      de: 'Dafür steht man früh auf',
    },
  },
  grounded: {
    low: { en: 'A dream', nl: 'Een droom', fr: 'Un rêve', de: 'Ein Traum' },
    high: { en: 'Believable', nl: 'Geloofwaardig', fr: 'Crédible', de: 'Glaubhaft' },
  },
  rooted: {
    low: { en: 'Beside the problem', nl: 'Naast het probleem', fr: 'À côté du problème', de: 'Neben dem Problem' },
    high: { en: 'At its root', nl: 'Bij de wortel', fr: 'À la racine', de: 'An der Wurzel' },
  },
  gives_direction: {
    low: { en: 'Leaves it open', nl: 'Laat alles open', fr: 'Laisse tout ouvert', de: 'Lässt alles offen' },
    high: { en: 'Shows the way', nl: 'Wijst de weg', fr: 'Montre la voie', de: 'Weist den Weg' },
  },
  mood: {
    low: { en: 'Drained', nl: 'Leeg', fr: 'À plat', de: 'Erschöpft' },
    high: { en: 'Full of energy', nl: 'Vol energie', fr: 'Plein d’énergie', de: 'Voller Energie' },
  },
  effort: {
    low: { en: 'Easy', nl: 'Makkelijk', fr: 'Facile', de: 'Leicht' },
    high: { en: 'Very hard', nl: 'Heel zwaar', fr: 'Très lourd', de: 'Sehr aufwendig' },
  },
  effect: littleToMuch,
  likelihood: {
    low: { en: 'Hardly ever', nl: 'Bijna nooit', fr: 'Presque jamais', de: 'Fast nie' },
    high: { en: 'Almost certain', nl: 'Bijna zeker', fr: 'Presque certain', de: 'Fast sicher' },
  },
  support: {
    low: { en: 'Objection', nl: 'Bezwaar', fr: 'Objection', de: 'Einwand' },
    high: { en: 'Full support', nl: 'Volle steun', fr: 'Plein soutien', de: 'Volle Zustimmung' },
  },
};
