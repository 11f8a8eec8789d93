import type { RelationShape } from '../../board/card-shapes.ts';
import type { RelationKind, RelationState, RelationTie } from '../cards/relations.ts';
import type { Text } from '../template.ts';

/** Read between two cards: “A causes B”. */
export const relationWords: Readonly<Record<RelationKind, Text>> = {
  causes: { en: 'causes', nl: 'veroorzaakt', fr: 'cause', de: 'verursacht' },
  leads_to: { en: 'leads to', nl: 'leidt tot', fr: 'mène à', de: 'führt zu' },
  feeds_back: { en: 'feeds back into', nl: 'versterkt opnieuw', fr: 'alimente en retour', de: 'wirkt zurück auf' },
  relates: { en: 'is connected with', nl: 'is verbonden met', fr: 'est lié à', de: 'ist verbunden mit' },
  rooted_in: { en: 'is rooted in', nl: 'wortelt in', fr: 's’enracine dans', de: 'wurzelt in' },
};

/** Read against the direction: “B has the cause A”. */
export const relationWordsBack: Readonly<Record<RelationKind, Text>> = {
  causes: { en: 'is caused by', nl: 'komt door', fr: 'est causé par', de: 'kommt durch' },
  leads_to: { en: 'follows from', nl: 'volgt uit', fr: 'découle de', de: 'folgt aus' },
  feeds_back: {
    en: 'is fed again by',
    nl: 'wordt opnieuw versterkt door',
    fr: 'est alimenté en retour par',
    de: 'wird verstärkt durch',
  },
  relates: { en: 'is connected with', nl: 'is verbonden met', fr: 'est lié à', de: 'ist verbunden mit' },
  rooted_in: { en: 'is the root of', nl: 'is de wortel van', fr: 'est la racine de', de: 'ist die Wurzel von' },
};

export const tieWords: Readonly<Record<RelationTie, Text>> = {
  money: { en: 'Money', nl: 'Geld', fr: 'Argent', de: 'Geld' },
  information: { en: 'Information', nl: 'Informatie', fr: 'Information', de: 'Information' },
  service: { en: 'Service', nl: 'Dienst', fr: 'Service', de: 'Leistung' },
  rules: { en: 'Rules', nl: 'Regels', fr: 'Règles', de: 'Regeln' },
  influence: { en: 'Influence', nl: 'Invloed', fr: 'Influence', de: 'Einfluss' },
  collaboration: { en: 'Collaboration', nl: 'Samenwerking', fr: 'Collaboration', de: 'Zusammenarbeit' },
  conflict: { en: 'Conflict', nl: 'Conflict', fr: 'Conflit', de: 'Konflikt' },
};

export const stateWords: Readonly<Record<RelationState, Text>> = {
  working: { en: 'Working', nl: 'Werkt', fr: 'Fonctionne', de: 'Läuft' },
  weak: { en: 'Weak', nl: 'Zwak', fr: 'Faible', de: 'Schwach' },
  broken: { en: 'Broken', nl: 'Gebroken', fr: 'Rompu', de: 'Gerissen' },
  new: { en: 'New', nl: 'Nieuw', fr: 'Nouveau', de: 'Neu' },
};

export const directionWords: Readonly<Record<RelationShape['props']['direction'], Text>> = {
  'one-way': { en: 'One way', nl: 'Eén richting', fr: 'Sens unique', de: 'Eine Richtung' },
  both: { en: 'Both ways', nl: 'Beide richtingen', fr: 'Dans les deux sens', de: 'Beide Richtungen' },
};

/** What an edge is asked about itself. */
export const relationFieldWords: Readonly<Record<'kind' | 'tie' | 'strength' | 'state' | 'direction' | 'note', Text>> =
  {
    kind: { en: 'Link', nl: 'Verband', fr: 'Lien', de: 'Verbindung' },
    tie: { en: 'What flows here?', nl: 'Wat stroomt hier?', fr: 'Qu’est-ce qui circule ?', de: 'Was fließt hier?' },
    strength: {
      en: 'How strong is it?',
      nl: 'Hoe sterk is het?',
      fr: 'Quelle est sa force ?',
      de: 'Wie stark ist sie?',
    },
    state: {
      en: 'How is it today?',
      nl: 'Hoe is het vandaag?',
      fr: 'Comment va-t-il aujourd’hui ?',
      de: 'Wie steht es heute?',
    },
    direction: { en: 'Which way?', nl: 'In welke richting?', fr: 'Dans quel sens ?', de: 'In welche Richtung?' },
    note: { en: 'Anything to add?', nl: 'Iets toe te voegen?', fr: 'Autre chose ?', de: 'Noch etwas?' },
  };
