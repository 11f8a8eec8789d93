import type { balance as source } from '../en/balance.ts';
import type { Translation } from '../message.ts';

/** Who writes and speaks how much, for whoever leads. */
export const balance: Translation<typeof source> = {
  item: 'Ausgewogenheit',
  title: 'Ausgewogenheit',
  about: 'Nur die Moderation sieht das.',
  loading: 'Wird gezählt …',
  cards: 'Karten auf diesem Board',
  turns: 'Wortmeldungen',
  cardCount: { one: '{count} Karte', other: '{count} Karten' },
  turnCount: { one: '{count} Wortmeldung', other: '{count} Wortmeldungen' },
  share: '{share} %',
  sinceStart: { one: '{count} seit Beginn der Sitzung', other: '{count} seit Beginn der Sitzung' },
  hidden: {
    one: '{count} weitere wird gerade für sich geschrieben',
    other: '{count} weitere werden gerade für sich geschrieben',
  },
  together: 'Kleinere Organisationen zusammen',
  tooSmall: 'Weniger als drei Personen hier, daher keine Zahlen und in den Anteilen nicht enthalten: {names}.',
  noneTitle: 'Noch keine Zahlen',
  noneText:
    'Es gibt sie, sobald drei Personen einer Organisation hier sind. Bei weniger wäre zu sehen, wer wie viel geschrieben hat.',
  nameless: 'Nicht gezählt: Karten ohne Namen.',
  unheard: 'Noch nicht gehört',
  unheardText: 'Bisher weder Karte noch Wortmeldung.',
  allHeard: 'Alle hier haben eine Karte geschrieben oder das Wort gehabt.',
  nobodyHere: 'Es ist noch niemand hier, der mitmacht.',
  give: 'Das Wort erteilen',
  askRound: 'Eine Organisation hat weit mehr geschrieben als die anderen. Bitten Sie um eine Runde von {names}.',
  askAll:
    'Eine Organisation hat weit mehr geschrieben als die anderen. Bitten Sie um eine Runde, zuerst eine Stimme je Organisation.',
};
