import type { common as source } from '../en/common.ts';
import type { Translation } from '../message.ts';

export const common: Translation<typeof source> = {
  product: 'Commonboard',
  toHome: 'Commonboard, naar de startpagina',
  toContent: 'Naar de inhoud',
  language: 'Taal',
  settings: 'Instellingen',
  save: 'Bewaren',
  close: 'Sluiten',
  cancel: 'Annuleren',
  tryAgain: 'Opnieuw proberen',
  reload: 'Pagina opnieuw laden',
  notice: 'Melding',
  notices: 'Meldingen ({key})',
  loading: 'Een ogenblik',
  copyLink: 'Link kopiëren',
  copied: 'Gekopieerd',
  copyByHand:
    'In deze browser mag de pagina niet kopiëren. De link is geselecteerd: kopieer hem met het toetsenbord of het menu.',
  'role-facilitator': 'Begeleider',
  'role-participant': 'Deelnemer',
  'role-viewer': 'Meekijker',
  name: 'Je naam',
  organisation: 'Je organisatie',
  nameInReport: 'Mijn naam mag in het verslag staan',
  nameInReportHint: 'Anders alleen je organisatie en het aantal mensen.',
  organisations: { one: '{count} organisatie', other: '{count} organisaties' },
  people: { one: '{count} persoon', other: '{count} personen' },
  boards: { one: '{count} bord', other: '{count} borden' },
  openMyWorkshops: 'Mijn workshops openen',
  enterLink: 'Andere link invoeren',
};
