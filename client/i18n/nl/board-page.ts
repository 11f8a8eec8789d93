import type { boardPage as source } from '../en/board-page.ts';
import type { Translation } from '../message.ts';

export const boardPage: Translation<typeof source> = {
  connecting: 'Verbinding maken',
  saved: 'Alles is bewaard',
  toBoard: 'Naar het bord',
  asTable: 'Het bord als tabel',
  saving: 'Bewaren',
  readOnly: 'Je leest mee',
  unsavedHere: 'Wijzigingen bewaard op deze pagina',
  keptHere: 'Wijzigingen bewaard in deze browser',
  notConnected: 'Geen verbinding',
  offlineTitle: 'Geen verbinding.',
  offlineText: 'Schrijf gerust verder en laat deze pagina open: er gaat niets verloren, alles wordt later verstuurd.',
  fullTitle: 'Dit bord is op dit moment vol',
  fullText:
    'Er zijn zoveel mensen op als erop kunnen. Laat deze pagina open: je komt vanzelf binnen zodra er plaats is.',
  fullHereTitle: 'Het bord is op dit moment vol.',
  fullHereText: 'Schrijf gerust verder en laat deze pagina open: alles wordt verstuurd zodra er weer plaats is.',
  notStored: 'De server kan nu niet bewaren. Laat deze pagina open: je wijzigingen worden vanzelf opnieuw verstuurd.',
  storedAgain: 'Bewaren lukt weer.',
  refusedReadOnly: 'Met een meekijklink kun je lezen, niet schrijven.',
  here: { one: '{count} hier', other: '{count} hier' },
  share: 'Delen',
  shareText: 'Stuur de deelnemerslink naar de partners: ze geven een naam en een organisatie, meer niet.',
  exportBoard: 'Exporteren',
  peopleHere: { one: '{count} persoon op dit bord', other: '{count} personen op dit bord' },
  peopleLast: {
    one: '{count} persoon was hier toen de verbinding wegviel',
    other: '{count} personen waren hier toen de verbinding wegviel',
  },
  blockedTitle: 'Dit netwerk laat geen liveverbinding door.',
  blockedText:
    'De pagina bereikt de server, maar de verbinding om samen te werken wordt onderweg tegengehouden. Vraag wie het netwerk beheert om WebSocket-verbindingen met {host} toe te laten, of probeer een ander netwerk of de hotspot van een telefoon. Deze pagina blijft het proberen.',
  takenBack: 'Eén wijziging kon niet door de server worden overgenomen en is teruggenomen.',
  takenBackText: 'Eén wijziging kon niet door de server worden overgenomen en is teruggenomen: “{text}”',
  endedKept:
    'Wat nog niet verstuurd kon worden, staat in deze browser en wordt verstuurd zodra het bord hier weer opengaat.',
  endedNotKept: 'Sommige wijzigingen konden niet worden verstuurd, en deze browser laat de pagina niets bewaren.',
};
