import type { common as source } from '../en/common.ts';
import type { Translation } from '../message.ts';

export const common: Translation<typeof source> = {
  product: 'Commonboard',
  toHome: 'Commonboard, zur Startseite',
  toContent: 'Zum Inhalt',
  language: 'Sprache',
  settings: 'Einstellungen',
  save: 'Speichern',
  close: 'Schließen',
  cancel: 'Abbrechen',
  tryAgain: 'Noch einmal versuchen',
  reload: 'Seite neu laden',
  notice: 'Hinweis',
  notices: 'Hinweise ({key})',
  loading: 'Einen Moment',
  copyLink: 'Link kopieren',
  copied: 'Kopiert',
  copyByHand:
    'In diesem Browser darf die Seite nicht kopieren. Der Link ist markiert: Kopieren Sie ihn mit der Tastatur oder dem Menü.',
  'role-facilitator': 'Moderation',
  'role-participant': 'Teilnahme',
  'role-viewer': 'Nur lesen',
  name: 'Ihr Name',
  organisation: 'Ihre Organisation',
  nameInReport: 'Mein Name darf im Bericht stehen',
  nameInReportHint: 'Sonst nur Ihre Organisation und die Zahl der Personen.',
  organisations: { one: '{count} Organisation', other: '{count} Organisationen' },
  people: { one: '{count} Person', other: '{count} Personen' },
  boards: { one: '{count} Board', other: '{count} Boards' },
  openMyWorkshops: 'Meine Workshops öffnen',
  enterLink: 'Anderen Link eingeben',
};
