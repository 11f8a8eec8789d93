import type { HelpText } from '../finding.ts';
import { actionTexts, commonTexts } from './common.ts';

export const visioningTexts: Readonly<Record<string, HelpText>> = {
  ...commonTexts,
  'VIS-1': {
    chip: {
      en: 'Sooner than three years',
      nl: 'Korter dan drie jaar',
      fr: 'Moins de trois ans',
      de: 'Kürzer als drei Jahre',
    },
    about: {
      en: 'Shorter than three years: is it a milestone? Then it belongs on the way back from the future.',
      nl: 'Korter dan drie jaar: is het een mijlpaal? Dan hoort het op de weg terug uit de toekomst.',
      fr: 'Moins de trois ans : est-ce une étape ? Alors sa place est sur le chemin du retour du futur.',
      de: 'Kürzer als drei Jahre: Ist es ein Meilenstein? Dann gehört es auf den Weg zurück aus der Zukunft.',
    },
    action: { en: 'Move to frame 6', nl: 'Naar kader 6', fr: 'Déplacer au cadre 6', de: 'In Rahmen 6 verschieben' },
  },
  'VIS-2': {
    chip: {
      en: 'That is what we do',
      nl: 'Dat is wat wij doen',
      fr: 'C’est ce que nous faisons',
      de: 'Das ist, was wir tun',
    },
    about: {
      en: 'That is what we do. What is different for people then?',
      nl: 'Dat is wat wij doen. Wat is er dan anders voor mensen?',
      fr: 'C’est ce que nous faisons. Qu’est-ce qui change alors pour les gens ?',
      de: 'Das ist, was wir tun. Was ist dann anders für die Menschen?',
    },
    action: actionTexts.rewrite,
  },
  'VIS-3': {
    chip: {
      en: 'Only for ourselves?',
      nl: 'Alleen voor onszelf?',
      fr: 'Seulement pour nous ?',
      de: 'Nur für uns selbst?',
    },
    about: {
      en: 'This impact is for a partner only. Who outside our organisations is better off?',
      nl: 'Deze impact is alleen voor een partner. Wie buiten onze organisaties heeft het beter?',
      fr: 'Cet impact ne profite qu’à un partenaire. Qui, hors de nos organisations, s’en porte mieux ?',
      de: 'Diese Wirkung gilt nur einem Partner. Wem außerhalb unserer Organisationen geht es besser?',
    },
  },
  'VIS-4': {
    chip: {
      en: 'A future without those affected',
      nl: 'Toekomst zonder betrokkenen',
      fr: 'Un futur sans personnes concernées',
      de: 'Eine Zukunft ohne Betroffene',
    },
    about: {
      en: 'No quote and no card comes from those affected. Their cover story comes first: ask them.',
      nl: 'Geen citaat en geen kaart komt van betrokkenen. Hun voorpagina komt eerst: vraag het hun.',
      fr: 'Aucune citation, aucune carte ne vient des personnes concernées. Leur une passe en premier : demandez-leur.',
      de: 'Kein Zitat und keine Karte kommt von Betroffenen. Ihre Titelgeschichte kommt zuerst: Fragen Sie sie.',
    },
  },
  'VIS-5': {
    chip: {
      en: 'Rooted in no cause',
      nl: 'Wortelt in geen oorzaak',
      fr: 'Sans racine dans une cause',
      de: 'Wurzelt in keiner Ursache',
    },
    about: {
      en: 'This impact is linked to no root cause. Which one does it change? Draw the link, or ask what it is for.',
      nl: 'Deze impact is met geen grondoorzaak verbonden. Welke verandert hij? Leg het verband, of vraag waarvoor hij dient.',
      fr: 'Cet impact n’est lié à aucune cause profonde. Laquelle change-t-il ? Tracez le lien, ou demandez à quoi il sert.',
      de: 'Diese Wirkung hängt an keiner Grundursache. Welche ändert sie? Ziehen Sie die Verbindung, oder fragen Sie, wozu sie dient.',
    },
  },
  'VIS-5.root': {
    chip: {
      en: 'No impact touches this',
      nl: 'Geen impact raakt dit',
      fr: 'Aucun impact n’y touche',
      de: 'Keine Wirkung rührt daran',
    },
    about: {
      en: 'You chose this root cause, and no key impact touches it. Is an impact missing, or is this no longer your root?',
      nl: 'Jullie kozen deze grondoorzaak, en geen kernimpact raakt ze. Mist er een impact, of is dit jullie wortel niet meer?',
      fr: 'Vous avez choisi cette cause profonde et aucun impact clé n’y touche. Manque-t-il un impact, ou n’est-ce plus votre racine ?',
      de: 'Sie haben diese Grundursache gewählt, und keine Kernwirkung rührt daran. Fehlt eine Wirkung, oder ist das nicht mehr Ihre Wurzel?',
    },
  },
  'VIS-6': {
    chip: {
      en: 'What would a camera see?',
      nl: 'Wat zou een camera zien?',
      fr: 'Que verrait une caméra ?',
      de: 'Was sähe eine Kamera?',
    },
    about: {
      en: 'There is no number and no sign one could observe. What would a camera see?',
      nl: 'Er is geen getal en geen teken dat men kan zien. Wat zou een camera zien?',
      fr: 'Il n’y a ni chiffre ni signe observable. Que verrait une caméra ?',
      de: 'Es gibt keine Zahl und kein Zeichen, das man beobachten kann. Was sähe eine Kamera?',
    },
  },
  'VIS-7': {
    chip: {
      en: 'Bold, but believable?',
      nl: 'Gedurfd, maar geloofwaardig?',
      fr: 'Audacieux, mais crédible ?',
      de: 'Kühn, aber glaubhaft?',
    },
    about: {
      en: 'Ambitious, but hardly grounded. What would make it believable?',
      nl: 'Ambitieus, maar weinig onderbouwd. Wat zou het geloofwaardig maken?',
      fr: 'Ambitieux, mais peu fondé. Qu’est-ce qui le rendrait crédible ?',
      de: 'Ehrgeizig, aber kaum begründet. Was würde es glaubhaft machen?',
    },
  },
  'VIS-7.tame': {
    chip: {
      en: 'Worth getting up for?',
      nl: 'De moeite om vroeg op te staan?',
      fr: 'De quoi se lever tôt ?',
      de: 'Steht dafür jemand früh auf?',
    },
    about: {
      en: 'Well grounded, but hardly ambitious. Would anyone get up early for this?',
      nl: 'Goed onderbouwd, maar weinig ambitieus. Zou iemand hier vroeg voor opstaan?',
      fr: 'Bien fondé, mais peu ambitieux. Quelqu’un se lèverait-il tôt pour cela ?',
      de: 'Gut begründet, aber kaum ehrgeizig. Würde dafür jemand früh aufstehen?',
    },
  },
  'VIS-8': {
    chip: {
      en: 'Too many key impacts',
      nl: 'Te veel kernimpact',
      fr: 'Trop d’impacts clés',
      de: 'Zu viele Kernwirkungen',
    },
    about: {
      en: '{count} key impacts are more than anyone remembers. Merge or rank them: at most {most}.',
      nl: '{count} keer kernimpact is meer dan iemand onthoudt. Voeg samen of rangschik: hoogstens {most}.',
      fr: '{count} impacts clés, personne ne les retient. Fusionnez ou classez : {most} au plus.',
      de: '{count} Kernwirkungen merkt sich niemand. Zusammenführen oder ordnen: höchstens {most}.',
    },
  },
  'VIS-9': {
    chip: {
      en: 'Long for one breath',
      nl: 'Lang voor één adem',
      fr: 'Long pour un seul souffle',
      de: 'Lang für einen Atemzug',
    },
    about: {
      en: 'The statement has {count} words. Shorten it until it can be said in one breath.',
      nl: 'De zin telt {count} woorden. Kort in tot hij in één adem gezegd is.',
      fr: 'L’énoncé compte {count} mots. Raccourcissez jusqu’à pouvoir le dire d’un souffle.',
      de: 'Der Satz hat {count} Wörter. Kürzen Sie, bis er in einem Atemzug gesagt ist.',
    },
    action: actionTexts.rewrite,
  },
  'VIS-9.abstract': {
    chip: { en: 'Big words', nl: 'Grote woorden', fr: 'De grands mots', de: 'Große Worte' },
    about: {
      en: 'Many abstract nouns: {words}. What does one see instead?',
      nl: 'Veel abstracte woorden: {words}. Wat ziet men in de plaats?',
      fr: 'Beaucoup de noms abstraits : {words}. Que voit-on à la place ?',
      de: 'Viele abstrakte Wörter: {words}. Was sieht man stattdessen?',
    },
    action: actionTexts.rewrite,
  },
  'VIS-10': {
    chip: {
      en: 'A gap on the way back',
      nl: 'Een gat op de weg terug',
      fr: 'Un vide sur le chemin du retour',
      de: 'Eine Lücke auf dem Rückweg',
    },
    about: {
      en: 'Nothing stands at {columns}. Nothing true by then?',
      nl: 'Er staat niets bij {columns}. Is er dan nog niets waar?',
      fr: 'Rien pour : {columns}. Rien de vrai à ce moment-là ?',
      de: 'Nichts steht bei {columns}. Ist bis dahin nichts wahr?',
    },
  },
  'VIS-11': {
    chip: {
      en: 'Words that divide us',
      nl: 'Woorden die ons verdelen',
      fr: 'Des mots qui nous divisent',
      de: 'Wörter, die uns trennen',
    },
    about: {
      en: 'The statement uses {words}, which you put among the words that divide you. Find another one.',
      nl: 'De zin gebruikt {words}, en dat staat bij de woorden die jullie verdelen. Zoek een ander.',
      fr: 'L’énoncé emploie {words}, que vous avez mis parmi les mots qui divisent. Trouvez-en un autre.',
      de: 'Der Satz verwendet {words}, und das steht bei den Wörtern, die Sie trennen. Suchen Sie ein anderes.',
    },
    action: actionTexts.rewrite,
  },
};
