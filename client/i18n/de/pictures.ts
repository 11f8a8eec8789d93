import type { pictures as source } from '../en/pictures.ts';
import type { Translation } from '../message.ts';

export const pictures: Translation<typeof source> = {
  tool: 'Bild',
  waiting: 'Wartet',
  sending: 'Wird gesendet: {percent} %',
  drawing: 'Gleich fertig',
  progress: 'Fortschritt von {name}',
  stop: 'Abbrechen',
  retry: 'Erneut versuchen',
  remove: 'Entfernen',
  describe: 'Beschreiben',
  described: 'Beschreibung',
  describeHint: 'Was ist zu sehen? Wird allen vorgelesen, die es nicht sehen.',
  done: 'Fertig',
  crop: 'Zuschneiden',
  toolbar: 'Bild',
  waitingList: 'Bilder auf dem Weg',
  'fault-offline': 'Keine Verbindung. Das Bild wartet hier.',
  'fault-busy': 'Der Server hat viel zu tun. Das Bild wartet hier.',
  'fault-failed': 'Der Server hat das Bild nicht angenommen. Es wartet hier.',
  'fault-not-allowed': 'Sie können gerade keine Bilder auf dieses Board legen.',
  'fault-too-large': 'Dieses Bild hat mehr als 10 MB.',
  'fault-kind': 'Das ist kein PNG, JPEG, WebP oder GIF.',
  'fault-broken': 'Dieses Bild kann nicht gelesen werden.',
  'fault-board-full': 'Dieses Board hat 300 Bilder. Löschen Sie einige, dann ist Platz.',
};
