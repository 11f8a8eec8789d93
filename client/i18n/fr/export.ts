import type { exportTexts as source } from '../en/export.ts';
import type { Translation } from '../message.ts';

export const exportTexts: Translation<typeof source> = {
  title: 'Exporter ce tableau',
  file: 'Fichier',
  pdf: 'PDF',
  csv: 'Tableur (CSV)',
  json: 'Données (JSON)',
  aboutPdf:
    'Couverture, une page par cadre, textes que l’on peut chercher et copier. Les notes de départ que personne n’a touchées n’y sont pas.',
  aboutCsv: 'Une ligne par note, pour un tableur.',
  aboutJson: 'Chaque note avec son cadre et sa zone, pour d’autres programmes.',
  pages: { one: '{count} page', other: '{count} pages' },
  cover: 'Couverture',
  unnamedFrame: 'Cadre',
  outsideFrames: 'Hors des cadres',
  coverLabel: 'Tableau',
  whoTookPart: 'Qui a participé',
  headCount: { one: '{count} personne', other: '{count} personnes' },
  fileName: 'Nom du fichier',
  download: 'Télécharger',
  making: 'Page {page} sur {pages} en préparation',
  progress: 'Avancement de l’export',
  ready: 'C’est fait. Cherchez « {fileName} » dans vos téléchargements.',
  again: 'Télécharger à nouveau',
  failedTitle: 'Le fichier n’a pas pu être créé',
  failedText: 'Rien n’est perdu sur le tableau. Réessayez ; si cela se reproduit, rechargez d’abord la page.',
  undrawnTitle: 'Tout n’a pas pu être dessiné',
  undrawnText: 'Dans le fichier, une case vide remplace chacun de ces éléments :',
  undrawnLetters: 'Caractères : {letters}',
  undrawnImages: { one: '{count} image', other: '{count} images' },
  undrawnKinds: 'Types de formes : {kinds}',
};
