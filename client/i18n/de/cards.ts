import type { cards as source } from '../en/cards.ts';
import type { Translation } from '../message.ts';

export const cards: Translation<typeof source> = {
  drawer: 'Karte',
  title: 'Was auf der Karte steht',
  longTitle: '{length} Zeichen: Die Karte zeigt die ersten {max}.',
  tooLong:
    'Hier passen {max} Zeichen hin, es sind {length}. Der Text bleibt hier stehen und wird gespeichert, sobald er kürzer ist.',
  notInRange: 'Bitte eine Zahl von {min} bis {max}. Sie bleibt hier stehen und ist noch nicht gespeichert.',
  notADay: 'Das Datum ist noch nicht vollständig und deshalb nicht gespeichert.',
  notInList: 'Für mehr oder Längeres ist kein Platz.',
  listHint: 'Enter fügt hinzu.',
  removeItem: '{item} entfernen',
  clear: 'Leeren',
  author: '{name}, {organisation}',
  written: 'Geschrieben: {when}',
  invitation:
    'Alle schreiben für sich. Öffnen Sie diese Karte auf dem Board: Was Sie schreiben, wird dann eine eigene Karte.',
  locked: 'Diese Karte ist gesperrt und lässt sich nur lesen.',
  untitled: 'Karte ohne Text',
  relations: 'Verbindungen',
  openRelation: 'Verbindung mit „{title}“ ansehen',
  removeRelation: 'Verbindung mit „{title}“ entfernen',
  removeThisRelation: 'Diese Verbindung entfernen',
  ends: 'Was sie verbindet',
  'group-scores': 'Bewertung',
  'group-contact': 'Kontakt',
  'group-next': 'Wie es weitergeht',
  'group-card': 'Zur Karte',
};
