import type { boardPage as source } from '../en/board-page.ts';
import type { Translation } from '../message.ts';

export const boardPage: Translation<typeof source> = {
  connecting: 'Verbindung wird aufgebaut',
  saved: 'Alles gespeichert',
  saving: 'Wird gespeichert',
  readOnly: 'Sie lesen mit',
  unsavedHere: 'Änderungen sind auf dieser Seite',
  notConnected: 'Keine Verbindung',
  offlineTitle: 'Keine Verbindung.',
  offlineText:
    'Schreiben Sie weiter und lassen Sie diese Seite offen: Nichts geht verloren, alles wird später gesendet.',
  notStored:
    'Der Server kann gerade nicht speichern. Lassen Sie diese Seite offen: Ihre Änderungen werden von selbst erneut gesendet.',
  storedAgain: 'Das Speichern klappt wieder.',
  refusedReadOnly: 'Mit einem Leselink können Sie lesen, aber nicht schreiben.',
  here: { one: '{count} hier', other: '{count} hier' },
  share: 'Teilen',
  shareText: 'Senden Sie den Teilnahmelink an die Partner: Name und Organisation genügen.',
  exportBoard: 'Exportieren',
  peopleHere: { one: '{count} Person auf diesem Board', other: '{count} Personen auf diesem Board' },
};
