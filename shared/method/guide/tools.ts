import type { PhaseTool } from '../../session/agenda.ts';
import type { Text } from '../template.ts';
import type { GuideMark, PlainMark } from './guide.ts';

/** A mark of a phase, read. */
export function readMark(mark: GuideMark): PhaseTool {
  if (mark.startsWith('LOCK:')) return { tool: 'LOCK', place: mark.slice('LOCK:'.length) };
  const amount = Number(mark.slice(1));
  if (mark.startsWith('T')) return { tool: 'T', minutes: amount };
  if (mark.startsWith('V')) return { tool: 'V', dots: amount };
  return { tool: mark as PlainMark };
}

export const toolWords: Readonly<Record<PhaseTool['tool'], { readonly name: Text; readonly about: Text }>> = {
  T: {
    name: { en: 'Timer', nl: 'Timer', fr: 'Minuteur', de: 'Timer' },
    about: {
      en: 'Everyone sees the minutes run.',
      nl: 'Iedereen ziet de minuten lopen.',
      fr: 'Tout le monde voit les minutes défiler.',
      de: 'Alle sehen die Minuten laufen.',
    },
  },
  V: {
    name: { en: 'Dots', nl: 'Stippen', fr: 'Gommettes', de: 'Punkte' },
    about: {
      en: 'Each person gives dots, at most two to one card.',
      nl: 'Iedereen geeft stippen, hoogstens twee op één kaart.',
      fr: 'Chacun pose ses gommettes, deux au plus par carte.',
      de: 'Alle vergeben Punkte, höchstens zwei auf eine Karte.',
    },
  },
  PW: {
    name: { en: 'Private writing', nl: 'Privé schrijven', fr: 'Écriture privée', de: 'Für sich schreiben' },
    about: {
      en: 'Others see only how many cards there are.',
      nl: 'Anderen zien alleen hoeveel kaarten er zijn.',
      fr: 'Les autres ne voient que le nombre de cartes.',
      de: 'Andere sehen nur, wie viele Karten es sind.',
    },
  },
  REV: {
    name: { en: 'Reveal', nl: 'Onthullen', fr: 'Dévoiler', de: 'Aufdecken' },
    about: {
      en: 'All cards appear at the same moment.',
      nl: 'Alle kaarten verschijnen op hetzelfde moment.',
      fr: 'Toutes les cartes apparaissent en même temps.',
      de: 'Alle Karten erscheinen im selben Moment.',
    },
  },
  RR: {
    name: { en: 'Round robin', nl: 'Rondje', fr: 'Tour de table', de: 'Reihum' },
    about: {
      en: 'One voice per organisation first, remote partners before the room.',
      nl: 'Eerst één stem per organisatie, wie op afstand zit vóór de zaal.',
      fr: 'D’abord une voix par organisation, les personnes à distance avant la salle.',
      de: 'Zuerst eine Stimme je Organisation, Zugeschaltete vor dem Raum.',
    },
  },
  CL: {
    name: { en: 'Cluster', nl: 'Groeperen', fr: 'Regrouper', de: 'Clustern' },
    about: {
      en: 'Cards that belong together move together and get a name.',
      nl: 'Kaarten die samenhoren komen bij elkaar en krijgen een naam.',
      fr: 'Les cartes qui vont ensemble se rejoignent et reçoivent un nom.',
      de: 'Was zusammengehört, rückt zusammen und bekommt einen Namen.',
    },
  },
  F5: {
    name: { en: 'Fist to five', nl: 'Vuist-tot-vijf', fr: 'Vote à cinq doigts', de: 'Fünf-Finger-Abfrage' },
    about: {
      en: '0 and 1 are objections and must be heard; 2 is a concern; 3 to 5 is support.',
      nl: '0 en 1 zijn bezwaren en worden gehoord; 2 is een zorg; 3 tot 5 is steun.',
      fr: '0 et 1 sont des objections à entendre ; 2 une réserve ; 3 à 5 un soutien.',
      de: '0 und 1 sind Einwände und werden gehört; 2 ist ein Bedenken; 3 bis 5 ist Zustimmung.',
    },
  },
  LOCK: {
    name: { en: 'Lock', nl: 'Vergrendelen', fr: 'Verrouiller', de: 'Sperren' },
    about: {
      en: 'What was agreed stays as it is.',
      nl: 'Wat afgesproken is, blijft zoals het is.',
      fr: 'Ce qui est convenu ne bouge plus.',
      de: 'Was vereinbart ist, bleibt, wie es ist.',
    },
  },
  FOL: {
    name: { en: 'Follow me', nl: 'Volg mij', fr: 'Suivez-moi', de: 'Mir folgen' },
    about: {
      en: 'Everyone’s screen follows yours.',
      nl: 'Ieders scherm volgt dat van jou.',
      fr: 'L’écran de chacun suit le vôtre.',
      de: 'Alle Bildschirme folgen Ihrem.',
    },
  },
  BO: {
    name: { en: 'Break-out', nl: 'In groepen', fr: 'En groupes', de: 'In Gruppen' },
    about: {
      en: 'Groups that mix organisations and places work on copies; you merge them later.',
      nl: 'Groepen met gemengde organisaties en plaatsen werken op kopieën; je voegt ze later samen.',
      fr: 'Des groupes mêlant organisations et lieux travaillent sur des copies, réunies ensuite.',
      de: 'Gruppen, gemischt nach Organisation und Ort, arbeiten in Kopien, die Sie später zusammenführen.',
    },
  },
  ANON: {
    name: { en: 'Names hidden', nl: 'Namen verborgen', fr: 'Noms masqués', de: 'Namen verborgen' },
    about: {
      en: 'Nobody sees who wrote or voted.',
      nl: 'Niemand ziet wie schreef of stemde.',
      fr: 'Personne ne voit qui a écrit ou voté.',
      de: 'Niemand sieht, wer geschrieben oder abgestimmt hat.',
    },
  },
  DEC: {
    name: { en: 'Decision', nl: 'Beslissing', fr: 'Décision', de: 'Entscheidung' },
    about: {
      en: 'Ask: can you live with it and back it? Note who was there and who was missing.',
      nl: 'Vraag: kun je ermee leven en sta je erachter? Noteer wie er was en wie ontbrak.',
      fr: 'Demandez : pouvez-vous l’accepter et le soutenir ? Notez qui était là et qui manquait.',
      de: 'Fragen Sie: Können Sie damit leben und es mittragen? Notieren Sie, wer da war und wer fehlte.',
    },
  },
};
