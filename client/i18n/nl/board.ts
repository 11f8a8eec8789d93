import type { board as source } from '../en/board.ts';
import type { Translation } from '../message.ts';

export const board: Translation<typeof source> = {
  frames: 'Kaders van dit bord',
  goToFrame: 'Naar {name}',
  unnamedFrame: 'Kader',
  opening: 'Het bord gaat open',
  zoom: 'Zoom',
  zoomIn: 'Inzoomen',
  zoomOut: 'Uitzoomen',
  zoomToFit: 'Alles zien',
  filesRefused: 'Alleen afbeeldingen kunnen op een bord: PNG, JPEG, WebP of GIF.',
  picturesRefused: 'Afbeeldingen uit een andere workshop komen niet mee. Sla ze op en zet ze als bestand op dit bord.',
  partsRefused: 'Wat bij een sjabloon hoort, komt niet mee.',
  drawingRefused: 'Een tekening uit een ander programma kun je niet plakken. Plak de tekst ervan.',
  unreadable: {
    one: 'Eén ding op dit bord kan niet getoond worden. Het is veilig en de rest werkt verder.',
    other: '{count} dingen op dit bord kunnen niet getoond worden. Ze zijn veilig en de rest werkt verder.',
  },
  canvas: 'Bord',
  canvasKeys: 'Tab gaat van kaart naar kaart, Enter schrijft, Escape laat los. F6 leidt verder naar het volgende deel.',
  textHere: 'Tekst',
  writing: '{name} schrijft',
  writingTogether: { one: '{count} persoon schrijft', other: '{count} mensen schrijven' },
  onlyYouSee: 'Alleen jij ziet dit',
};
