import type { home as source } from '../en/home.ts';
import type { Translation } from '../message.ts';

export const home: Translation<typeof source> = {
  headline: 'Werk aan één probleem, met alle partners aan één bord',
  lead: 'Open een workshop, stuur de link, begin. Niemand heeft een account nodig.',
  newWorkshop: 'Nieuwe workshop',
  title: 'Naam van het partnerschap of de workshop',
  boardLanguage: 'Taal van de borden',
  boardLanguageHint: 'Titels en vragen op de borden staan in deze taal.',
  createKey: 'Sleutel voor nieuwe workshops',
  createKeyHint: 'Op deze server vraagt een nieuwe workshop een sleutel. Wie de server beheert, heeft hem.',
  createKeyWrong: 'Deze sleutel past niet. Kijk hem letter voor letter na.',
  create: 'Workshop maken',
  yours: 'Je workshops',
  yoursHint: 'Alleen in deze browser bewaard. Met je begeleiderslink open je ze overal.',
  emptyTitle: 'Nog geen workshops in deze browser.',
  emptyText: 'Heb je er een op een ander apparaat gemaakt? Open hier je begeleiderslink, dan komt hij in deze lijst.',
  opened: 'geopend {when}',
  openWithLink: 'Openen met een link',
  pasteLink: 'Plak de link die je kreeg',
  open: 'Openen',
  linkNotUsable: 'Dit is geen volledige uitnodigingslink. Die eindigt op /join# en een lange rij letters en cijfers.',
  'art-1': 'Verse voeding 0,8 keer per week op tafel',
  'art-2': 'Koelcellen zitten dinsdag al vol',
  'art-3': 'Eén avondroute testen met twee koeriers',
  'art-4': 'We starten in januari in drie winkels',
  'art-voice': 'Stem',
};
