import type { CardKind } from '../cards/kinds.ts';
import type { Text } from '../template.ts';

export interface KindWords {
  /** Of one card. */
  readonly name: Text;
  /** Of a list of such cards. */
  readonly many: Text;
  /** What belongs on such a card, in one line. */
  readonly about: Text;
}

export const kindWords: Readonly<Record<CardKind, KindWords>> = {
  idea: {
    name: { en: 'Idea', nl: 'Idee', fr: 'Idée', de: 'Idee' },
    many: { en: 'Ideas', nl: 'Ideeën', fr: 'Idées', de: 'Ideen' },
    about: {
      en: 'One thought, in your own words.',
      nl: 'Eén gedachte, in je eigen woorden.',
      fr: 'Une pensée, avec vos propres mots.',
      de: 'Ein Gedanke, in eigenen Worten.',
    },
  },
  problem: {
    name: { en: 'Problem', nl: 'Probleem', fr: 'Problème', de: 'Problem' },
    many: { en: 'Problems', nl: 'Problemen', fr: 'Problèmes', de: 'Probleme' },
    about: {
      en: 'What is going wrong, for whom, where and how much.',
      nl: 'Wat er misloopt, voor wie, waar en hoe erg.',
      fr: 'Ce qui ne va pas, pour qui, où et dans quelle mesure.',
      de: 'Was schiefläuft, für wen, wo und wie sehr.',
    },
  },
  fact: {
    name: { en: 'Fact', nl: 'Feit', fr: 'Fait', de: 'Tatsache' },
    many: { en: 'Facts', nl: 'Feiten', fr: 'Faits', de: 'Tatsachen' },
    about: {
      en: 'Something we know, with its source.',
      nl: 'Iets wat we weten, met de bron.',
      fr: 'Une chose que nous savons, avec sa source.',
      de: 'Etwas, das wir wissen, mit Quelle.',
    },
  },
  cause: {
    name: { en: 'Cause', nl: 'Oorzaak', fr: 'Cause', de: 'Ursache' },
    many: { en: 'Causes', nl: 'Oorzaken', fr: 'Causes', de: 'Ursachen' },
    about: {
      en: 'What makes it happen, as a situation and not as a person.',
      nl: 'Waardoor het gebeurt: een situatie, geen persoon.',
      fr: 'Ce qui le provoque : une situation, pas une personne.',
      de: 'Wodurch es geschieht: eine Lage, keine Person.',
    },
  },
  effect: {
    name: { en: 'Effect', nl: 'Gevolg', fr: 'Conséquence', de: 'Folge' },
    many: { en: 'Effects', nl: 'Gevolgen', fr: 'Conséquences', de: 'Folgen' },
    about: {
      en: 'What it leads to, and for whom.',
      nl: 'Waartoe het leidt, en voor wie.',
      fr: 'Ce que cela entraîne, et pour qui.',
      de: 'Wozu es führt, und für wen.',
    },
  },
  question: {
    name: { en: 'Open question', nl: 'Open vraag', fr: 'Question ouverte', de: 'Offene Frage' },
    many: { en: 'Open questions', nl: 'Open vragen', fr: 'Questions ouvertes', de: 'Offene Fragen' },
    about: {
      en: 'What we still need to find out, by whom and when.',
      nl: 'Wat we nog moeten uitzoeken, door wie en tegen wanneer.',
      fr: 'Ce qu’il reste à vérifier, par qui et pour quand.',
      de: 'Was noch zu klären ist, von wem und bis wann.',
    },
  },
  actor: {
    name: { en: 'Actor', nl: 'Actor', fr: 'Acteur', de: 'Akteur' },
    many: { en: 'Actors', nl: 'Actoren', fr: 'Acteurs', de: 'Akteure' },
    about: {
      en: 'Somebody who shapes the problem or lives with it.',
      nl: 'Iemand die het probleem mee bepaalt of ermee leeft.',
      fr: 'Qui influence le problème ou vit avec.',
      de: 'Wer das Problem mitprägt oder damit lebt.',
    },
  },
  observation: {
    name: { en: 'Observation', nl: 'Waarneming', fr: 'Observation', de: 'Beobachtung' },
    many: { en: 'Observations', nl: 'Waarnemingen', fr: 'Observations', de: 'Beobachtungen' },
    about: {
      en: 'One thing you noticed.',
      nl: 'Eén ding dat je is opgevallen.',
      fr: 'Une chose que vous avez remarquée.',
      de: 'Etwas, das Ihnen aufgefallen ist.',
    },
  },
  vision: {
    name: { en: 'Vision', nl: 'Visie', fr: 'Vision', de: 'Vision' },
    many: { en: 'Visions', nl: 'Visies', fr: 'Visions', de: 'Visionen' },
    about: {
      en: 'A picture of the day on which it has worked out.',
      nl: 'Een beeld van de dag waarop het gelukt is.',
      fr: 'Une image du jour où tout a réussi.',
      de: 'Ein Bild des Tages, an dem es gelungen ist.',
    },
  },
  quote: {
    name: { en: 'Quote', nl: 'Citaat', fr: 'Citation', de: 'Zitat' },
    many: { en: 'Quotes', nl: 'Citaten', fr: 'Citations', de: 'Zitate' },
    about: {
      en: 'What somebody says, in their words.',
      nl: 'Wat iemand zegt, in eigen woorden.',
      fr: 'Ce que dit quelqu’un, avec ses mots.',
      de: 'Was jemand sagt, in eigenen Worten.',
    },
  },
  kpi: {
    name: { en: 'Indicator', nl: 'Indicator', fr: 'Indicateur', de: 'Indikator' },
    many: { en: 'Indicators', nl: 'Indicatoren', fr: 'Indicateurs', de: 'Indikatoren' },
    about: {
      en: 'A number that shows change, from what to what.',
      nl: 'Een cijfer dat verandering toont, van wat naar wat.',
      fr: 'Un chiffre qui montre le changement, de quoi à quoi.',
      de: 'Eine Zahl, die Veränderung zeigt, von was zu was.',
    },
  },
  impact: {
    name: { en: 'Key impact', nl: 'Kernimpact', fr: 'Impact clé', de: 'Kernwirkung' },
    many: { en: 'Key impacts', nl: 'Kernimpact', fr: 'Impacts clés', de: 'Kernwirkungen' },
    about: {
      en: 'What is different for whom, by when, and how we will see it.',
      nl: 'Wat er voor wie anders is, tegen wanneer, en waaraan we het zien.',
      fr: 'Ce qui change pour qui, pour quand, et comment on le verra.',
      de: 'Was für wen anders ist, bis wann, und woran wir es sehen.',
    },
  },
  event: {
    name: { en: 'Event', nl: 'Gebeurtenis', fr: 'Événement', de: 'Ereignis' },
    many: { en: 'Events', nl: 'Gebeurtenissen', fr: 'Événements', de: 'Ereignisse' },
    about: {
      en: 'A fact with a date, without an explanation.',
      nl: 'Een feit met een datum, zonder verklaring.',
      fr: 'Un fait daté, sans explication.',
      de: 'Eine Tatsache mit Datum, ohne Erklärung.',
    },
  },
  risk: {
    name: { en: 'Risk', nl: 'Risico', fr: 'Risque', de: 'Risiko' },
    many: { en: 'Risks', nl: 'Risico’s', fr: 'Risques', de: 'Risiken' },
    about: {
      en: 'What could stop us, and our answer.',
      nl: 'Wat ons kan stoppen, en ons antwoord.',
      fr: 'Ce qui peut nous freiner, et notre réponse.',
      de: 'Was uns stoppen kann, und unsere Antwort.',
    },
  },
  action: {
    name: { en: 'Action', nl: 'Actie', fr: 'Action', de: 'Maßnahme' },
    many: { en: 'Actions', nl: 'Acties', fr: 'Actions', de: 'Maßnahmen' },
    about: {
      en: 'Who does what, by when.',
      nl: 'Wie doet wat, tegen wanneer.',
      fr: 'Qui fait quoi, pour quand.',
      de: 'Wer tut was, bis wann.',
    },
  },
  lesson: {
    name: { en: 'Lesson learnt', nl: 'Geleerde les', fr: 'Enseignement tiré', de: 'Gewonnene Erkenntnis' },
    many: { en: 'Lessons learnt', nl: 'Geleerde lessen', fr: 'Enseignements tirés', de: 'Gewonnene Erkenntnisse' },
    about: {
      en: 'What we saw, why, and what we do next time.',
      nl: 'Wat we zagen, waarom, en wat we de volgende keer doen.',
      fr: 'Ce que nous avons vu, pourquoi, et ce que nous ferons la prochaine fois.',
      de: 'Was wir sahen, warum, und was wir nächstes Mal tun.',
    },
  },
  thanks: {
    name: { en: 'Thanks', nl: 'Dank', fr: 'Remerciement', de: 'Dank' },
    many: { en: 'Thanks', nl: 'Dank', fr: 'Remerciements', de: 'Dank' },
    about: {
      en: 'Whom we thank, and for what.',
      nl: 'Wie we danken, en waarvoor.',
      fr: 'Qui nous remercions, et pour quoi.',
      de: 'Wem wir danken, und wofür.',
    },
  },
  decision: {
    name: { en: 'Decision', nl: 'Beslissing', fr: 'Décision', de: 'Entscheidung' },
    many: { en: 'Decisions', nl: 'Beslissingen', fr: 'Décisions', de: 'Entscheidungen' },
    about: {
      en: 'What was decided, how, and by whom.',
      nl: 'Wat er beslist is, hoe, en door wie.',
      fr: 'Ce qui a été décidé, comment, et par qui.',
      de: 'Was entschieden wurde, wie, und von wem.',
    },
  },
};
