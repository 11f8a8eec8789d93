import type { cards as source } from '../en/cards.ts';
import type { Translation } from '../message.ts';

export const cards: Translation<typeof source> = {
  drawer: 'Kaart',
  title: 'Wat er op de kaart staat',
  longTitle: '{length} tekens: de kaart toont de eerste {max}.',
  tooLong:
    'Hier passen {max} tekens, dit zijn er {length}. De tekst blijft hier staan en wordt bewaard zodra hij korter is.',
  notInRange: 'Vul een getal van {min} tot {max} in. Het blijft hier staan en is nog niet bewaard.',
  notADay: 'Dit is nog geen volledige datum en is daarom niet bewaard.',
  notInList: 'Er is geen plaats voor meer of langere.',
  listHint: 'Enter voegt toe.',
  removeItem: '{item} verwijderen',
  clear: 'Wissen',
  author: '{name}, {organisation}',
  written: 'Geschreven: {when}',
  invitation: 'Iedereen schrijft voor zich. Open deze kaart op het bord: wat je schrijft, wordt dan een eigen kaart.',
  locked: 'Deze kaart is vergrendeld: je kunt ze alleen lezen.',
  untitled: 'Kaart zonder woorden',
  relations: 'Verbindingen',
  openRelation: 'Verbinding met “{title}” bekijken',
  removeRelation: 'Verbinding met “{title}” verwijderen',
  removeThisRelation: 'Deze verbinding verwijderen',
  ends: 'Wat ze verbindt',
  'group-scores': 'Scores',
  'group-contact': 'Contact',
  'group-next': 'Wat volgt',
  'group-card': 'Over de kaart',
};
