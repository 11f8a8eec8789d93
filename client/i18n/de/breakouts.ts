import type { breakouts as source } from '../en/breakouts.ts';
import type { Translation } from '../message.ts';

/** People work in groups, each on a board of its own. */
export const breakouts: Translation<typeof source> = {
  item: 'Arbeit in Gruppen …',
  step: 'In Gruppen',
  title: 'Arbeit in Gruppen',
  about:
    'Jede Gruppe bekommt ein eigenes Board: eine Kopie eines Rahmens mit dem, was darauf steht. Danach kommt alles hierher zurück, mit denen, die es geschrieben haben.',
  frame: 'Welcher Rahmen?',
  count: 'Wie viele Gruppen?',
  dealt: 'Wer zusammenarbeitet',
  again: 'Neu verteilen',
  group: 'Gruppe {letter}',
  none: 'Ohne Gruppe',
  placeOf: 'Gruppe von {name}',
  hops: 'Wer moderiert, geht zwischen den Gruppen hin und her.',
  start: 'Gruppen starten',
  noFrame: 'Dieses Board hat keinen Rahmen. Gruppen brauchen einen.',
  strip: 'Arbeit in Gruppen',
  atWork: 'Es wird in Gruppen gearbeitet.',
  inGroup: 'Sie sind in Gruppe {letter}.',
  go: 'Zu Gruppe {letter}',
  join: 'In Gruppe {letter} mitmachen',
  main: 'Hauptboard',
  task: 'Was Sie hier schreiben, kommt später auf „{board}“.',
  closed: 'Was hier geschrieben wurde, ist auf „{board}“. Dieses Board ist geschlossen: Weiter geht es dort.',
  over: 'Die Zeit in Gruppen ist vorbei. Was Sie hier noch schreiben, kommt nur auf „{board}“, wenn noch einmal zusammengeführt wird.',
  back: 'Zurück zum Hauptboard',
  bring: 'Zusammenführen …',
  bringTitle: 'Die Gruppen zusammenführen',
  bringText:
    'Was die Gruppen geschrieben haben, kommt auf „{board}“, mit denen, die es geschrieben haben, und in dieselben Felder. Das Board, wie es jetzt ist, bleibt als Version erhalten.',
  bringEnd: 'Zusammenführen und beenden',
  bringOn: 'Jetzt zusammenführen, in Gruppen weiter',
  bringing: 'Die Gruppen werden gleich zusammengeführt: Schreiben Sie Ihren Satz noch zu Ende.',
  brought: 'Was die Gruppen geschrieben haben, ist auf „{board}“.',
  tried: 'Die Gruppen wurden zusammengeführt, falls Platz war: „{board}“ zeigt, was sie geschrieben haben.',
  noRoom: 'Auf „{board}“ ist kein Platz für das, was die Gruppen geschrieben haben. Es bleibt bei ihnen.',
  unread: {
    one: 'Das Board der Gruppe {groups} kann nicht gelesen werden und bleibt, wie es ist. Was die anderen geschrieben haben, ist auf „{board}“.',
    other:
      'Die Boards der Gruppen {groups} können nicht gelesen werden und bleiben, wie sie sind. Was die anderen geschrieben haben, ist auf „{board}“.',
  },
  unknown: 'dem Hauptboard',
};
