import type { privateWriting as source } from '../en/private-writing.ts';
import type { Translation } from '../message.ts';

export const privateWriting: Translation<typeof source> = {
  title: 'Für sich schreiben',
  about:
    'Alle schreiben wie immer auf dem Board, sehen aber nur ihre eigenen neuen Karten. Danach decken Sie alles auf einmal auf.',
  names: 'Namen',
  named: 'Mit Namen',
  namedText: 'Ist alles aufgedeckt, sagt jede Karte wie immer, von wem sie ist.',
  anonymous: 'Anonym',
  anonymousText: 'Kein Name wird gespeichert, auch für Sie nicht. Das lässt sich nicht rückgängig machen.',
  start: 'Beginnen',
  elsewhere: 'Auf „{board}“ schreiben gerade alle für sich. Decken Sie das zuerst auf.',
  elsewhereUnknown: 'Auf einem anderen Board schreiben gerade alle für sich. Decken Sie das zuerst auf.',
  toThatBoard: 'Zu diesem Board',

  on: 'Alle schreiben für sich.',
  onlyYou: 'Nur Sie sehen die neuen Karten, die Sie schreiben, bis sie aufgedeckt werden.',
  onlyThey: 'Alle sehen nur ihre eigenen neuen Karten, bis Sie alles aufdecken.',
  noName: 'Was Sie schreiben, trägt keinen Namen.',
  noNames: 'Was geschrieben wird, trägt keinen Namen, auch für Sie nicht.',
  watching: 'Die Gruppe schreibt gerade für sich.',
  watchingText: 'Sie sehen es, sobald es aufgedeckt wird.',

  counts: 'Bisher geschrieben',
  nothing: 'Noch nichts geschrieben',
  total: { one: 'Bisher {count} Karte', other: 'Bisher {count} Karten' },
  byOrganisation: { one: '{organisation}: {count} Karte', other: '{organisation}: {count} Karten' },
  reveal: 'Alles aufdecken',
  revealingIn: 'Aufgedeckt in {seconds} …',
  revealingNow: 'Wird jetzt aufgedeckt …',

  saidBegun: 'Jetzt schreiben alle für sich.',
  saidRevealing: {
    one: 'In {count} Sekunde wird alles aufgedeckt.',
    other: 'In {count} Sekunden wird alles aufgedeckt.',
  },
  revealed: { one: 'Alles ist aufgedeckt: {count} Karte.', other: 'Alles ist aufgedeckt: {count} Karten.' },
  ended: 'Das Schreiben für sich ist zu Ende.',

  late: {
    one: '{count} Karte von Ihnen kam zu spät und ist nur für Sie sichtbar.',
    other: '{count} Karten von Ihnen kamen zu spät und sind nur für Sie sichtbar.',
  },
  lateNoName: { one: 'Veröffentlicht trägt sie keinen Namen.', other: 'Veröffentlicht tragen sie keinen Namen.' },
  publish: 'Veröffentlichen',
  keep: 'Vorerst behalten',
  published: { one: 'Ihre Karte sehen jetzt alle.', other: 'Ihre {count} Karten sehen jetzt alle.' },

  notInFile: 'Was jemand gerade für sich schreibt, ist nicht dabei.',
};
