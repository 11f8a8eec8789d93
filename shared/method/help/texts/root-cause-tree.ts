import type { Text } from '../../template.ts';
import type { HelpText } from '../finding.ts';
import { actionTexts, commonTexts } from './common.ts';

/** RCT-5 */
export const openQuestion: Text = {
  en: 'How do we know: {title}?',
  nl: 'Hoe weten we dit: {title}?',
  fr: 'Comment le savons-nous : {title} ?',
  de: 'Woher wissen wir: {title}?',
};

export const rootCauseTreeTexts: Readonly<Record<string, HelpText>> = {
  ...commonTexts,
  'RCT-1': {
    chip: { en: 'Ask why once more?', nl: 'Nog eens waarom?', fr: 'Encore un pourquoi ?', de: 'Noch einmal warum?' },
    about: {
      en: 'This branch ends at level {depth}. Why does this happen? Ask once more.',
      nl: 'Deze tak stopt op niveau {depth}. Waarom gebeurt dit? Vraag nog eens door.',
      fr: 'Cette branche s’arrête au niveau {depth}. Pourquoi cela arrive-t-il ? Demandez encore une fois.',
      de: 'Dieser Ast endet auf Ebene {depth}. Warum geschieht das? Fragen Sie noch einmal.',
    },
    action: {
      en: 'Add an empty cause',
      nl: 'Lege oorzaak toevoegen',
      fr: 'Ajouter une cause vide',
      de: 'Leere Ursache anhängen',
    },
  },
  'RCT-1.deep': {
    chip: {
      en: 'Deep enough to act on?',
      nl: 'Diep genoeg om iets te doen?',
      fr: 'Assez profond pour agir ?',
      de: 'Tief genug zum Handeln?',
    },
    about: {
      en: 'This is level {depth}. Can you act on it? Then mark it as a root cause.',
      nl: 'Dit is niveau {depth}. Kunnen jullie hier iets aan doen? Duid ze dan aan als grondoorzaak.',
      fr: 'Voici le niveau {depth}. Pouvez-vous agir dessus ? Alors marquez-la comme cause profonde.',
      de: 'Das ist Ebene {depth}. Können Sie daran etwas tun? Dann markieren Sie sie als Grundursache.',
    },
    action: {
      en: 'Mark as root cause',
      nl: 'Grondoorzaak',
      fr: 'Marquer comme cause profonde',
      de: 'Als Grundursache markieren',
    },
  },
  'RCT-2': {
    chip: {
      en: 'Names a missing answer',
      nl: 'Noemt een ontbrekend antwoord',
      fr: 'Nomme une réponse absente',
      de: 'Nennt eine fehlende Antwort',
    },
    about: {
      en: '“{words}” names a missing answer. What happens because of it? Write what people see.',
      nl: '“{words}” noemt een antwoord dat ontbreekt. Wat gebeurt er daardoor? Schrijf wat mensen zien.',
      fr: '« {words} » nomme une réponse qui manque. Que se passe-t-il à cause de cela ? Écrivez ce que l’on voit.',
      de: '„{words}“ nennt eine Antwort, die fehlt. Was geschieht dadurch? Schreiben Sie, was man sieht.',
    },
    action: actionTexts.rewrite,
  },
  'RCT-3': {
    chip: { en: 'Points at someone', nl: 'Wijst naar iemand', fr: 'Désigne quelqu’un', de: 'Zeigt auf jemanden' },
    about: {
      en: '“{words}” points at someone. Describe the situation, not who is at fault.',
      nl: '“{words}” wijst naar iemand. Beschrijf de situatie, niet wiens schuld het is.',
      fr: '« {words} » désigne quelqu’un. Décrivez la situation, non à qui la faute.',
      de: '„{words}“ zeigt auf jemanden. Beschreiben Sie die Lage, nicht wer schuld ist.',
    },
    action: actionTexts.rewrite,
  },
  'RCT-4': {
    chip: {
      en: 'A cause in the trunk?',
      nl: 'Oorzaak in de stam?',
      fr: 'Une cause dans le tronc ?',
      de: 'Ursache im Stamm?',
    },
    about: {
      en: '“{words}” brings a cause into the problem. Split it: the problem stays here, the cause becomes a card below.',
      nl: '“{words}” haalt een oorzaak in het probleem. Splits het: het probleem blijft hier, de oorzaak wordt een kaart eronder.',
      fr: '« {words} » met une cause dans le problème. Séparez : le problème reste ici, la cause devient une carte en dessous.',
      de: '„{words}“ bringt eine Ursache ins Problem. Trennen Sie: Das Problem bleibt hier, die Ursache wird eine Karte darunter.',
    },
    action: actionTexts.rewrite,
  },
  'RCT-5': {
    chip: {
      en: 'Chosen, but not sure',
      nl: 'Gekozen, maar onzeker',
      fr: 'Choisie, mais pas sûre',
      de: 'Gewählt, aber unsicher',
    },
    about: {
      en: 'This root cause is chosen, but rests on an assumption or on little confidence. Put an open question: how do we find out?',
      nl: 'Deze grondoorzaak is gekozen, maar steunt op een aanname of op weinig zekerheid. Stel een open vraag: hoe komen we het te weten?',
      fr: 'Cette cause profonde est choisie, mais repose sur une hypothèse ou sur peu de certitude. Posez une question ouverte : comment le vérifier ?',
      de: 'Diese Grundursache ist gewählt, beruht aber auf einer Annahme oder auf wenig Sicherheit. Stellen Sie eine offene Frage: Wie finden wir es heraus?',
    },
    action: {
      en: 'Add an open question',
      nl: 'Open vraag toevoegen',
      fr: 'Ajouter une question',
      de: 'Offene Frage anlegen',
    },
  },
  'RCT-6': {
    chip: {
      en: 'Settle the scope first',
      nl: 'Eerst de afbakening',
      fr: 'D’abord le périmètre',
      de: 'Erst den Fokus klären',
    },
    about: {
      en: 'This root cause is chosen, and its scope says “{scope}”. Settle first whether you can work on it.',
      nl: 'Deze grondoorzaak is gekozen, en bij de afbakening staat “{scope}”. Spreek eerst af of jullie eraan kunnen werken.',
      fr: 'Cette cause profonde est choisie, et son périmètre dit « {scope} ». Décidez d’abord si vous pouvez y travailler.',
      de: 'Diese Grundursache ist gewählt, und beim Fokus steht „{scope}“. Klären Sie zuerst, ob Sie daran arbeiten können.',
    },
  },
  'RCT-7': {
    chip: {
      en: 'A tree without those affected',
      nl: 'Boom zonder betrokkenen',
      fr: 'Sans voix des personnes concernées',
      de: 'Ein Baum ohne Betroffene',
    },
    about: {
      en: 'No cause and no effect carries the voice of those affected. Hear them before you vote.',
      nl: 'Geen enkele oorzaak en geen enkel gevolg draagt de stem van betrokkenen. Luister naar hen voor jullie stemmen.',
      fr: 'Aucune cause, aucune conséquence ne porte la voix des personnes concernées. Écoutez-les avant de voter.',
      de: 'Keine Ursache und keine Folge trägt die Stimme von Betroffenen. Hören Sie sie, bevor Sie abstimmen.',
    },
  },
  'RCT-8': {
    chip: {
      en: 'Mostly one kind of cause',
      nl: 'Vooral één soort oorzaak',
      fr: 'Surtout un type de cause',
      de: 'Vor allem eine Art Ursache',
    },
    about: {
      en: '{percent} % of the causes belong to “{category}”. Other angles: rules, money, habits…?',
      nl: '{percent} % van de oorzaken hoort bij “{category}”. Andere invalshoeken: regels, geld, gewoonten…?',
      fr: '{percent} % des causes relèvent de « {category} ». D’autres angles : règles, argent, habitudes… ?',
      de: '{percent} % der Ursachen gehören zu „{category}“. Andere Blickwinkel: Regeln, Geld, Gewohnheiten…?',
    },
  },
  'RCT-9': {
    chip: { en: 'A loop', nl: 'Een lus', fr: 'Une boucle', de: 'Eine Schleife' },
    about: {
      en: 'These feed each other: {titles}. Keep the loop and tell the group: loops are where change sticks.',
      nl: 'Deze versterken elkaar: {titles}. Houd de lus en zeg het aan de groep: in lussen blijft verandering hangen.',
      fr: 'Celles-ci se nourrissent : {titles}. Gardez la boucle et dites-le au groupe : c’est là que le changement tient.',
      de: 'Diese verstärken einander: {titles}. Behalten Sie die Schleife und sagen Sie es der Gruppe: Dort hält Veränderung.',
    },
    action: {
      en: 'Draw it as feedback',
      nl: 'Als terugkoppeling tekenen',
      fr: 'Tracer en retour',
      de: 'Als Rückwirkung zeichnen',
    },
  },
  'RCT-10': {
    chip: {
      en: 'Stands in two branches',
      nl: 'Staat in twee takken',
      fr: 'Présente dans deux branches',
      de: 'Steht in zwei Ästen',
    },
    about: {
      en: 'Another branch says the same: “{title}”. This feeds both; is it one root?',
      nl: 'Een andere tak zegt hetzelfde: “{title}”. Dit voedt beide; is het één wortel?',
      fr: 'Une autre branche dit la même chose : « {title} ». Elle nourrit les deux ; est-ce une seule racine ?',
      de: 'Ein anderer Ast sagt dasselbe: „{title}“. Das speist beide; ist es eine Wurzel?',
    },
    action: { en: 'Make it one', nl: 'Er één van maken', fr: 'N’en faire qu’une', de: 'Zu einer machen' },
  },
};
