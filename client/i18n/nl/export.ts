import type { exportTexts as source } from '../en/export.ts';
import type { Translation } from '../message.ts';

export const exportTexts: Translation<typeof source> = {
  title: 'Dit bord exporteren',
  file: 'Bestand',
  pdf: 'PDF',
  csv: 'Tabellen (CSV)',
  json: 'Gegevens (JSON)',
  aboutPdf:
    'Voorblad, één pagina per kader, tekst die je kunt doorzoeken en kopiëren. Startbriefjes die niemand aanraakte, blijven weg.',
  aboutCsv: 'Eén rij per briefje, voor een rekenblad.',
  aboutJson: 'Elk briefje met kader en zone, voor andere programma’s.',
  pages: { one: '{count} pagina', other: '{count} pagina’s' },
  cover: 'Voorblad',
  unnamedFrame: 'Kader',
  outsideFrames: 'Buiten de kaders',
  coverLabel: 'Bord',
  whoTookPart: 'Wie deed mee',
  headCount: { one: '{count} persoon', other: '{count} personen' },
  fileName: 'Bestandsnaam',
  download: 'Downloaden',
  making: 'Pagina {page} van {pages} wordt gemaakt',
  progress: 'Voortgang van de export',
  ready: 'Klaar. Zoek “{fileName}” bij je downloads.',
  again: 'Opnieuw downloaden',
  failedTitle: 'Het bestand kon niet worden gemaakt',
  failedText:
    'Op het bord is niets verloren. Probeer het nog eens; lukt het weer niet, laad dan eerst de pagina opnieuw.',
  undrawnTitle: 'Niet alles kon worden getekend',
  undrawnText: 'In het bestand staat voor elk hiervan een leeg vakje:',
  undrawnLetters: 'Tekens: {letters}',
  undrawnImages: { one: '{count} afbeelding', other: '{count} afbeeldingen' },
  undrawnKinds: 'Soorten vormen: {kinds}',
};
