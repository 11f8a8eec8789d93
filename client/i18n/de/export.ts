import type { exportTexts as source } from '../en/export.ts';
import type { Translation } from '../message.ts';

export const exportTexts: Translation<typeof source> = {
  title: 'Dieses Board exportieren',
  file: 'Datei',
  pdf: 'PDF',
  csv: 'Tabellen (CSV)',
  json: 'Daten (JSON)',
  aboutPdf:
    'Deckblatt, eine Seite je Rahmen, Text zum Suchen und Kopieren. Startnotizen, die niemand angerührt hat, fehlen.',
  aboutCsv: 'Eine Zeile je Notiz, für eine Tabellenkalkulation.',
  aboutJson: 'Jede Notiz mit Rahmen und Zone, für andere Programme.',
  pages: { one: '{count} Seite', other: '{count} Seiten' },
  cover: 'Deckblatt',
  unnamedFrame: 'Rahmen',
  outsideFrames: 'Außerhalb der Rahmen',
  coverLabel: 'Board',
  whoTookPart: 'Wer dabei war',
  headCount: { one: '{count} Person', other: '{count} Personen' },
  fileName: 'Dateiname',
  download: 'Herunterladen',
  making: 'Seite {page} von {pages} entsteht',
  progress: 'Fortschritt des Exports',
  ready: 'Fertig. Sie finden „{fileName}“ bei Ihren Downloads.',
  again: 'Noch einmal herunterladen',
  failedTitle: 'Die Datei konnte nicht erstellt werden',
  failedText:
    'Auf dem Board ist nichts verloren. Versuchen Sie es noch einmal; geht es wieder nicht, laden Sie zuerst die Seite neu.',
  undrawnTitle: 'Nicht alles konnte gezeichnet werden',
  undrawnText: 'In der Datei steht dafür jeweils ein leeres Kästchen:',
  undrawnLetters: 'Zeichen: {letters}',
  undrawnImages: { one: '{count} Bild', other: '{count} Bilder' },
  undrawnKinds: 'Arten von Formen: {kinds}',
};
