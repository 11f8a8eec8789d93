import type { boardPage as source } from '../en/board-page.ts';
import type { Translation } from '../message.ts';

export const boardPage: Translation<typeof source> = {
  connecting: 'Verbindung wird aufgebaut',
  saved: 'Alles gespeichert',
  toBoard: 'Zum Board',
  asTable: 'Das Board als Tabelle',
  saving: 'Wird gespeichert',
  readOnly: 'Sie lesen mit',
  unsavedHere: 'Änderungen bleiben auf dieser Seite',
  keptHere: 'Änderungen bleiben in diesem Browser',
  notConnected: 'Keine Verbindung',
  offlineTitle: 'Keine Verbindung.',
  offlineText:
    'Schreiben Sie weiter und lassen Sie diese Seite offen: Nichts geht verloren, alles wird später gesendet.',
  fullTitle: 'Dieses Board ist im Moment voll',
  fullText:
    'Mehr Personen kann es nicht aufnehmen. Lassen Sie diese Seite offen: Sie kommen von selbst hinein, sobald ein Platz frei ist.',
  fullHereTitle: 'Das Board ist im Moment voll.',
  fullHereText:
    'Schreiben Sie weiter und lassen Sie diese Seite offen: Alles wird gesendet, sobald wieder ein Platz frei ist.',
  notStored:
    'Der Server kann gerade nicht speichern. Lassen Sie diese Seite offen: Ihre Änderungen werden von selbst erneut gesendet.',
  storedAgain: 'Das Speichern klappt wieder.',
  refusedReadOnly: 'Mit einem Leselink können Sie lesen, aber nicht schreiben.',
  here: { one: '{count} hier', other: '{count} hier' },
  share: 'Teilen',
  shareText: 'Senden Sie den Teilnahmelink an die Partner: Name und Organisation genügen.',
  exportBoard: 'Exportieren',
  peopleHere: { one: '{count} Person auf diesem Board', other: '{count} Personen auf diesem Board' },
  peopleLast: {
    one: '{count} Person war hier, als die Verbindung abbrach',
    other: '{count} Personen waren hier, als die Verbindung abbrach',
  },
  blockedTitle: 'Dieses Netz lässt keine Live-Verbindung durch.',
  blockedText:
    'Die Seite erreicht den Server, aber die Verbindung für die gemeinsame Arbeit wird unterwegs aufgehalten. Bitten Sie die Netzbetreuung, WebSocket-Verbindungen zu {host} zu erlauben, oder versuchen Sie es in einem anderen Netz oder über den Hotspot eines Telefons. Diese Seite versucht es weiter.',
  takenBack: 'Eine Änderung konnte der Server nicht übernehmen; sie wurde zurückgenommen.',
  takenBackText: 'Eine Änderung konnte der Server nicht übernehmen; sie wurde zurückgenommen: „{text}“',
  endedKept:
    'Was noch nicht gesendet werden konnte, liegt in diesem Browser und wird gesendet, sobald das Board hier wieder geöffnet wird.',
  endedNotKept:
    'Einige Änderungen konnten nicht gesendet werden, und dieser Browser lässt die Seite nichts aufbewahren.',
};
