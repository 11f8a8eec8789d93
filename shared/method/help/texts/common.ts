import type { Text } from '../../template.ts';
import type { HelpText } from '../finding.ts';

const rewriteAction: Text = { en: 'Rewrite it', nl: 'Herschrijven', fr: 'Reformuler', de: 'Umformulieren' };
const mergeAction: Text = { en: 'Merge the two', nl: 'Samenvoegen', fr: 'Fusionner les deux', de: 'Zusammenführen' };
const askAction: Text = { en: 'Ask why', nl: 'Vraag waarom', fr: 'Demander pourquoi', de: 'Warum fragen' };

export const actionTexts = { rewrite: rewriteAction, merge: mergeAction, askWhy: askAction } as const;

/** On a card that took another one in. */
export const mergedNote: Text = {
  en: 'Also written by {who}: {title}',
  nl: 'Ook geschreven door {who}: {title}',
  fr: 'Aussi écrit par {who} : {title}',
  de: 'Auch geschrieben von {who}: {title}',
};

export const commonTexts: Readonly<Record<string, HelpText>> = {
  'ALL-1': {
    chip: {
      en: 'Nobody affected has been heard',
      nl: 'Nog geen betrokkene gehoord',
      fr: 'Aucune personne concernée entendue',
      de: 'Noch niemand Betroffenes gehört',
    },
    about: {
      en: 'Nobody affected has been heard here yet. Ask people affected, or a partner close to them, and note on the card whose voice it is.',
      nl: 'Hier is nog niemand gehoord die het zelf meemaakt. Vraag het aan betrokkenen, of aan een partner die dicht bij hen staat, en noteer op de kaart wiens stem het is.',
      fr: 'Aucune personne concernée n’a encore été entendue ici. Interrogez-les, ou un partenaire proche d’elles, et notez sur la carte de qui est cette voix.',
      de: 'Hier wurde noch niemand gehört, den es betrifft. Fragen Sie Betroffene oder einen Partner in ihrer Nähe und halten Sie auf der Karte fest, wessen Stimme es ist.',
    },
  },
  'ALL-2': {
    chip: {
      en: 'One organisation wrote most',
      nl: 'Eén organisatie schreef het meest',
      fr: 'Une organisation domine les cartes',
      de: 'Eine Organisation schrieb das meiste',
    },
    about: {
      en: '{organisation} wrote {percent} % of the cards. Ask for a round in which the others speak first.',
      nl: '{organisation} schreef {percent} % van de kaarten. Vraag een rondje waarin de anderen eerst spreken.',
      fr: '{organisation} a écrit {percent} % des cartes. Faites un tour où les autres parlent d’abord.',
      de: '{organisation} hat {percent} % der Karten geschrieben. Bitten Sie um eine Runde, in der die anderen zuerst sprechen.',
    },
  },
  'ALL-2.silent': {
    chip: {
      en: 'One organisation wrote most',
      nl: 'Eén organisatie schreef het meest',
      fr: 'Une organisation domine les cartes',
      de: 'Eine Organisation schrieb das meiste',
    },
    about: {
      en: '{organisation} wrote {percent} % of the cards. Nothing yet from {silent}: ask for a round that begins with them.',
      nl: '{organisation} schreef {percent} % van de kaarten. Nog niets van {silent}: vraag een rondje dat met hen begint.',
      fr: '{organisation} a écrit {percent} % des cartes. Rien encore de {silent} : faites un tour qui commence par là.',
      de: '{organisation} hat {percent} % der Karten geschrieben. Noch nichts von {silent}: Bitten Sie um eine Runde, die dort beginnt.',
    },
  },
  'ALL-3': {
    chip: {
      en: 'Agreed, then changed',
      nl: 'Afgesproken, dan gewijzigd',
      fr: 'Convenu, puis modifié',
      de: 'Vereinbart, dann geändert',
    },
    about: {
      en: 'This was agreed as “{words}” and says something else now. Reopen it, or put the agreed words back and write the new ones on a card of their own.',
      nl: 'Dit is afgesproken als “{words}” en zegt nu iets anders. Open het opnieuw, of zet de afgesproken woorden terug en schrijf de nieuwe op een eigen kaart.',
      fr: 'Ceci a été convenu comme « {words} » et dit maintenant autre chose. Rouvrez-le, ou remettez les mots convenus et écrivez les nouveaux sur une autre carte.',
      de: 'Das wurde als „{words}“ vereinbart und sagt jetzt etwas anderes. Nehmen Sie es wieder auf, oder stellen Sie den vereinbarten Wortlaut her und schreiben Sie das Neue auf eine eigene Karte.',
    },
    action: { en: 'Reopen it', nl: 'Opnieuw openen', fr: 'Rouvrir', de: 'Wieder aufnehmen' },
  },
  'ALL-5': {
    chip: {
      en: 'No owner, no date',
      nl: 'Geen eigenaar of datum',
      fr: 'Ni responsable ni date',
      de: 'Ohne Zuständige und Datum',
    },
    about: {
      en: 'Nobody has taken this on, and there is no date. Who does it, and by when?',
      nl: 'Niemand neemt dit op zich en er is geen datum. Wie doet het, en tegen wanneer?',
      fr: 'Personne ne s’en charge et il n’y a pas de date. Qui le fait, et pour quand ?',
      de: 'Niemand hat das übernommen, und es gibt kein Datum. Wer macht es, und bis wann?',
    },
  },
  'ALL-5.owner': {
    chip: {
      en: 'No owner yet',
      nl: 'Nog geen eigenaar',
      fr: 'Pas encore de responsable',
      de: 'Noch niemand zuständig',
    },
    about: {
      en: 'There is a date, but nobody has taken this on. Who does it?',
      nl: 'Er is een datum, maar niemand neemt dit op zich. Wie doet het?',
      fr: 'Il y a une date, mais personne ne s’en charge. Qui le fait ?',
      de: 'Es gibt ein Datum, aber niemand hat das übernommen. Wer macht es?',
    },
  },
  'ALL-5.date': {
    chip: { en: 'No date yet', nl: 'Nog geen datum', fr: 'Pas encore de date', de: 'Noch kein Datum' },
    about: {
      en: 'Somebody has taken this on, but without a date. By when?',
      nl: 'Iemand neemt dit op zich, maar zonder datum. Tegen wanneer?',
      fr: 'Quelqu’un s’en charge, mais sans date. Pour quand ?',
      de: 'Jemand hat das übernommen, aber ohne Datum. Bis wann?',
    },
  },
  'ALL-6': {
    chip: {
      en: 'Nearly the same twice',
      nl: 'Bijna twee keer hetzelfde',
      fr: 'Presque deux fois la même',
      de: 'Fast zweimal dasselbe',
    },
    about: {
      en: 'Another card says nearly the same: “{title}”. Merge the two? Both authors are kept.',
      nl: 'Een andere kaart zegt bijna hetzelfde: “{title}”. Samenvoegen? Beide auteurs blijven vermeld.',
      fr: 'Une autre carte dit presque la même chose : « {title} ». Les fusionner ? Les deux auteurs restent nommés.',
      de: 'Eine andere Karte sagt fast dasselbe: „{title}“. Zusammenführen? Beide Verfasser bleiben genannt.',
    },
    action: mergeAction,
  },
};
