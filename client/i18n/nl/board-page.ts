import type { boardPage as source } from '../en/board-page.ts';
import type { Translation } from '../message.ts';

export const boardPage: Translation<typeof source> = {
  connecting: 'Verbinding maken',
  saved: 'Alles is bewaard',
  saving: 'Bewaren',
  readOnly: 'Je leest mee',
  unsavedHere: 'Wijzigingen staan op deze pagina',
  notConnected: 'Geen verbinding',
  offlineTitle: 'Geen verbinding.',
  offlineText: 'Schrijf gerust verder en laat deze pagina open: er gaat niets verloren, alles wordt later verstuurd.',
  notStored: 'De server kan nu niet bewaren. Laat deze pagina open: je wijzigingen worden vanzelf opnieuw verstuurd.',
  storedAgain: 'Bewaren lukt weer.',
  refusedReadOnly: 'Met een leeslink kun je lezen, niet schrijven.',
  here: { one: '{count} hier', other: '{count} hier' },
  share: 'Delen',
  shareText: 'Stuur de deelnemerslink naar de partners: ze geven een naam en een organisatie, meer niet.',
  exportBoard: 'Exporteren',
  peopleHere: { one: '{count} persoon op dit bord', other: '{count} personen op dit bord' },
};
