import type { HelpText } from '../finding.ts';
import { commonTexts } from './common.ts';

export const actorMapTexts: Readonly<Record<string, HelpText>> = {
  ...commonTexts,
  'ACT-1': {
    chip: {
      en: 'Nobody who lives with it',
      nl: 'Niemand die het zelf meemaakt',
      fr: 'Personne qui vit avec',
      de: 'Niemand, der damit lebt',
    },
    about: {
      en: 'Nobody in the middle speaks for themselves. Who lives with this? Put them in the middle.',
      nl: 'Niemand in het midden spreekt voor zichzelf. Wie leeft hiermee? Zet hen in het midden.',
      fr: 'Personne au centre ne parle pour soi. Qui vit avec cela ? Mettez ces personnes au centre.',
      de: 'Niemand in der Mitte spricht für sich selbst. Wer lebt damit? Stellen Sie sie in die Mitte.',
    },
  },
  'ACT-2': {
    chip: { en: 'Missing: {types}', nl: 'Ontbreekt: {types}', fr: 'Absent : {types}', de: 'Fehlt: {types}' },
    about: {
      en: 'Not yet among core or needed partners: {types}. On purpose?',
      nl: 'Nog niet bij de kernpartners of de nodige partners: {types}. Bewust?',
      fr: 'Pas encore parmi les partenaires du noyau ou nécessaires : {types}. Est-ce voulu ?',
      de: 'Noch nicht unter Kern- oder nötigen Partnern: {types}. Mit Absicht?',
    },
  },
  'ACT-2.many': {
    chip: {
      en: 'Many kinds of actor missing',
      nl: 'Veel soorten actoren ontbreken',
      fr: 'Plusieurs types d’acteurs absents',
      de: 'Viele Arten von Akteuren fehlen',
    },
    about: {
      en: 'Among core and needed partners nobody is {types}. Look for them before you go on, or say why not.',
      nl: 'Bij de kernpartners en de nodige partners is er niemand van: {types}. Zoek hen voor jullie verdergaan, of zeg waarom niet.',
      fr: 'Parmi les partenaires du noyau et nécessaires, aucun de ces types : {types}. Cherchez-les avant d’aller plus loin, ou dites pourquoi pas.',
      de: 'Unter Kern- und nötigen Partnern fehlen: {types}. Suchen Sie sie, bevor Sie weitergehen, oder sagen Sie, warum nicht.',
    },
  },
  'ACT-3': {
    chip: { en: 'The usual circle', nl: 'De vertrouwde kring', fr: 'Le cercle habituel', de: 'Der übliche Kreis' },
    about: {
      en: 'Everyone in the core is a supplier or a contact you have already. Go beyond the usual circle.',
      nl: 'Iedereen in de kern is een leverancier of een contact dat jullie al hebben. Kijk voorbij de vertrouwde kring.',
      fr: 'Tout le noyau est fait de fournisseurs ou de contacts que vous avez déjà. Sortez du cercle habituel.',
      de: 'Im Kern sind nur Lieferanten oder Kontakte, die Sie schon haben. Gehen Sie über den üblichen Kreis hinaus.',
    },
  },
  'ACT-4': {
    chip: {
      en: 'How are they connected?',
      nl: 'Hoe zijn ze verbonden?',
      fr: 'Quels liens ont-ils ?',
      de: 'Wie sind sie verbunden?',
    },
    about: {
      en: 'A core partner without a single line. How are they connected with the others?',
      nl: 'Een kernpartner zonder één lijn. Hoe zijn ze verbonden met de anderen?',
      fr: 'Un partenaire du noyau sans aucun lien. Comment est-il relié aux autres ?',
      de: 'Ein Kernpartner ohne eine einzige Linie. Wie ist er mit den anderen verbunden?',
    },
  },
  'ACT-5': {
    chip: {
      en: 'What if they leave?',
      nl: 'Wat als zij vertrekken?',
      fr: 'Et s’ils partent ?',
      de: 'Und wenn sie gehen?',
    },
    about: {
      en: '{percent} % of all lines meet here. What if they leave? Look for a second link.',
      nl: '{percent} % van alle lijnen komt hier samen. Wat als zij vertrekken? Zoek een tweede verbinding.',
      fr: '{percent} % de tous les liens passent ici. Et s’ils partent ? Cherchez un second lien.',
      de: '{percent} % aller Linien treffen sich hier. Und wenn sie gehen? Suchen Sie eine zweite Verbindung.',
    },
  },
  'ACT-6': {
    chip: {
      en: 'Strain inside the core',
      nl: 'Spanning in de kern',
      fr: 'Tension dans le noyau',
      de: 'Spannung im Kern',
    },
    about: {
      en: 'A broken line or a conflict between {names}. A topic for the team charter; talk about it in the core group.',
      nl: 'Een gebroken lijn of een conflict tussen {names}. Een punt voor het teamcharter; bespreek het in de kerngroep.',
      fr: 'Un lien rompu ou un conflit entre {names}. À traiter dans la charte d’équipe ; parlez-en dans le noyau.',
      de: 'Eine gerissene Linie oder ein Konflikt zwischen {names}. Ein Thema für die Teamcharta; besprechen Sie es in der Kerngruppe.',
    },
  },
  'ACT-8': {
    chip: {
      en: 'Talks gone quiet',
      nl: 'Gesprek is stilgevallen',
      fr: 'Discussions au point mort',
      de: 'Gespräche ruhen',
    },
    about: {
      en: 'In talks for more than {days} days without a next contact. Who calls, and when?',
      nl: 'Meer dan {days} dagen in gesprek zonder volgend contact. Wie belt, en wanneer?',
      fr: 'En discussion depuis plus de {days} jours sans prochain contact. Qui appelle, et quand ?',
      de: 'Seit mehr als {days} Tagen im Gespräch ohne nächsten Kontakt. Wer ruft an, und wann?',
    },
  },
  'ACT-9': {
    chip: {
      en: 'The person or the house?',
      nl: 'De persoon of het huis?',
      fr: 'La personne ou la maison ?',
      de: 'Die Person oder das Haus?',
    },
    about: {
      en: 'Committed, but readiness is {readiness} of 5. Is it the commitment of the person or of the house?',
      nl: 'Toegezegd, maar bereidheid is {readiness} op 5. Is dat de toezegging van de persoon of van het huis?',
      fr: 'Engagé, mais prêt à {readiness} sur 5. Est-ce l’engagement de la personne ou de la maison ?',
      de: 'Zugesagt, aber die Bereitschaft ist {readiness} von 5. Ist es die Zusage der Person oder des Hauses?',
    },
  },
  'ACT-9.nobody': {
    chip: {
      en: 'The person or the house?',
      nl: 'De persoon of het huis?',
      fr: 'La personne ou la maison ?',
      de: 'Die Person oder das Haus?',
    },
    about: {
      en: 'Committed, but nobody who decides there is named. Is it the commitment of the person or of the house?',
      nl: 'Toegezegd, maar er is niemand genoemd die daar beslist. Is dat de toezegging van de persoon of van het huis?',
      fr: 'Engagé, mais personne qui y décide n’est nommé. Est-ce l’engagement de la personne ou de la maison ?',
      de: 'Zugesagt, aber niemand ist genannt, der dort entscheidet. Ist es die Zusage der Person oder des Hauses?',
    },
  },
  'ACT-10': {
    chip: {
      en: 'Too many to steer',
      nl: 'Te veel om te sturen',
      fr: 'Trop nombreux pour piloter',
      de: 'Zu viele zum Steuern',
    },
    about: {
      en: '{count} core partners are too many to steer together. Who can be a needed partner instead?',
      nl: '{count} kernpartners zijn te veel om samen te sturen. Wie kan een nodige partner zijn?',
      fr: '{count} partenaires dans le noyau, c’est trop pour piloter ensemble. Qui peut être un partenaire nécessaire ?',
      de: '{count} Kernpartner sind zu viele, um gemeinsam zu steuern. Wer kann stattdessen nötiger Partner sein?',
    },
  },
  'ACT-11': {
    chip: {
      en: 'For the core group only?',
      nl: 'Alleen voor de kerngroep?',
      fr: 'Pour le noyau seulement ?',
      de: 'Nur für die Kerngruppe?',
    },
    about: {
      en: 'Scores, an opposed stance or a named person can be seen by all partners. Keep these cards for the core group; a public export leaves them out.',
      nl: 'Scores, een afwijzende houding of een genoemde persoon zijn zichtbaar voor alle partners. Houd deze kaarten voor de kerngroep; een openbare export laat ze weg.',
      fr: 'Des notes, une opposition ou une personne nommée sont visibles par tous les partenaires. Réservez ces cartes au noyau ; un export public les omet.',
      de: 'Bewertungen, eine ablehnende Haltung oder eine genannte Person sind für alle Partner sichtbar. Behalten Sie diese Karten in der Kerngruppe; ein öffentlicher Export lässt sie weg.',
    },
    action: {
      en: 'Keep for the core group',
      nl: 'Voor de kerngroep houden',
      fr: 'Réserver au noyau',
      de: 'Nur für die Kerngruppe',
    },
  },
};
