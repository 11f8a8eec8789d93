import type { balance as source } from '../en/balance.ts';
import type { Translation } from '../message.ts';

/** Who writes and speaks how much, for whoever leads. */
export const balance: Translation<typeof source> = {
  item: 'Équilibre',
  title: 'Équilibre',
  about: 'Seules les personnes qui facilitent voient ceci.',
  loading: 'On compte …',
  cards: 'Cartes sur ce tableau',
  turns: 'Tours de parole',
  cardCount: { one: '{count} carte', other: '{count} cartes' },
  turnCount: { one: '{count} tour', other: '{count} tours' },
  share: '{share} %',
  sinceStart: { one: '{count} depuis le début de la séance', other: '{count} depuis le début de la séance' },
  hidden: {
    one: '{count} de plus en cours d’écriture privée',
    other: '{count} de plus en cours d’écriture privée',
  },
  together: 'Petites organisations ensemble',
  tooSmall: 'Moins de trois personnes ici, donc aucun chiffre et aucune part dans les pourcentages : {names}.',
  noneTitle: 'Pas encore de chiffres',
  noneText:
    'Il y en aura dès que trois personnes d’une même organisation seront là. À moins, on verrait qui a écrit combien.',
  nameless: 'Non comptées : les cartes sans nom.',
  unheard: 'Pas encore entendu·e·s',
  unheardText: 'Ni carte ni tour de parole pour l’instant.',
  allHeard: 'Toutes les personnes présentes ont écrit une carte ou eu la parole.',
  nobodyHere: 'Personne qui participe n’est encore là.',
  give: 'Donner la parole',
  askRound: 'Une organisation a écrit bien plus que les autres. Demandez un tour de table à {names}.',
  askAll:
    'Une organisation a écrit bien plus que les autres. Demandez un tour de table, d’abord une voix par organisation.',
};
