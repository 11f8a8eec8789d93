import type { board as source } from '../en/board.ts';
import type { Translation } from '../message.ts';

export const board: Translation<typeof source> = {
  frames: 'Cadres de ce tableau',
  goToFrame: 'Aller à {name}',
  unnamedFrame: 'Cadre',
  opening: 'Le tableau s’ouvre',
  zoom: 'Zoom',
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  zoomToFit: 'Tout voir',
  filesRefused: 'Seules des images peuvent être placées sur un tableau : PNG, JPEG, WebP ou GIF.',
  picturesRefused:
    'Les images d’un autre atelier ne viennent pas avec. Enregistrez-les et placez-les sur ce tableau comme fichiers.',
  partsRefused: 'Ce qui appartient à un modèle ne vient pas avec.',
  drawingRefused: 'Un dessin d’un autre programme ne peut pas être collé. Collez plutôt son texte.',
  unreadable: {
    one: 'Un élément de ce tableau ne peut pas être affiché. Il est en sécurité et le reste continue.',
    other: '{count} éléments de ce tableau ne peuvent pas être affichés. Ils sont en sécurité et le reste continue.',
  },
  canvas: 'Tableau blanc',
  canvasKeys: 'Tab va de carte en carte, Entrée écrit, Échap lâche. F6 mène à la partie suivante.',
  textHere: 'Texte',
  writing: '{name} écrit',
  writingTogether: { one: '{count} personne écrit', other: '{count} personnes écrivent' },
  onlyYouSee: 'Personne d’autre ne voit ceci',
};
