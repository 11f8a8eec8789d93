import type { said as source } from '../en/said.ts';
import type { Translation } from '../message.ts';

export const said: Translation<typeof source> = {
  gone: 'Die Verbindung ist abgebrochen. Arbeiten Sie weiter: Nichts geht verloren, alles wird später gesendet.',
  blocked: 'Dieses Netz hält Live-Verbindungen auf. Über dem Board steht, was hilft.',
  full: 'Das Board ist im Moment voll. Schreiben Sie weiter: Alles wird gesendet, sobald wieder ein Platz frei ist.',
  closed: 'Die Sitzung wurde eben geschlossen. Niemand ändert jetzt noch ein Board.',
  back: 'Wieder verbunden. Alles ist gespeichert.',
  backToRead: 'Wieder verbunden.',
  mentioned: '{name} erwähnt Sie in einem Kommentar: {text}',
  selected: '{what}, {number} von {count}',
  selectedMany: { one: '{count} Element ausgewählt', other: '{count} Elemente ausgewählt' },
  moved: '„{title}“ steht jetzt in {zone}, {frame}.',
  movedMany: {
    one: '{count} Karte steht jetzt in {zone}, {frame}.',
    other: '{count} Karten stehen jetzt in {zone}, {frame}.',
  },
  movedOut: '„{title}“ steht jetzt außerhalb aller Felder.',
  shown: '„{title}“ steht jetzt auch in {zone}, {frame}.',
  shownMany: {
    one: '{count} Karte steht jetzt auch in {zone}, {frame}.',
    other: '{count} Karten stehen jetzt auch in {zone}, {frame}.',
  },
  clustered: {
    one: '{count} Karte ist jetzt im Cluster „{name}“.',
    other: '{count} Karten sind jetzt im Cluster „{name}“.',
  },
  hungTogether: {
    one: '{count} Karte hängt jetzt an „{name}“.',
    other: '{count} Karten hängen jetzt an „{name}“.',
  },
  unclustered: {
    one: '{count} Karte ist jetzt in keinem Cluster.',
    other: '{count} Karten sind jetzt in keinem Cluster.',
  },
  group: 'Gruppe',
  linked: '„{from}“ und „{to}“ sind verbunden.',
  removed: 'Entfernt: {what}. Rückgängig holt es zurück.',
  removedMany: {
    one: '{count} Element entfernt. Rückgängig holt es zurück.',
    other: '{count} Elemente entfernt. Rückgängig holt sie zurück.',
  },
  returned: 'Wieder auf dem Board: {what}',
  returnedMany: {
    one: '{count} Element ist wieder auf dem Board.',
    other: '{count} Elemente sind wieder auf dem Board.',
  },
  takenBack: 'Zurückgenommen: {what}',
  takenBackMany: { one: '{count} Element zurückgenommen.', other: '{count} Elemente zurückgenommen.' },
};
