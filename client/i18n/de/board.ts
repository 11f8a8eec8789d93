import type { board as source } from '../en/board.ts';
import type { Translation } from '../message.ts';

export const board: Translation<typeof source> = {
  frames: 'Rahmen dieses Boards',
  goToFrame: 'Zu {name}',
  unnamedFrame: 'Rahmen',
  opening: 'Das Board wird geöffnet',
  zoom: 'Zoom',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  zoomToFit: 'Alles sehen',
  filesRefused: 'Nur Bilder können auf ein Board gelegt werden: PNG, JPEG, WebP oder GIF.',
  picturesRefused:
    'Bilder aus einem anderen Workshop kommen nicht mit. Speichern Sie sie und legen Sie sie als Dateien auf dieses Board.',
  partsRefused: 'Was zu einer Vorlage gehört, kommt nicht mit.',
  drawingRefused: 'Eine Zeichnung aus einem anderen Programm kann nicht eingefügt werden. Fügen Sie ihren Text ein.',
  unreadable: {
    one: 'Ein Element auf diesem Board kann nicht angezeigt werden. Es ist sicher, und alles andere geht weiter.',
    other:
      '{count} Elemente auf diesem Board können nicht angezeigt werden. Sie sind sicher, und alles andere geht weiter.',
  },
  canvas: 'Board',
  canvasKeys: 'Tab geht von Karte zu Karte, Enter schreibt, Escape lässt los. F6 führt zum nächsten Teil.',
  textHere: 'Text',
  writing: '{name} schreibt',
  writingTogether: { one: '{count} Person schreibt', other: '{count} Personen schreiben' },
  onlyYouSee: 'Nur Sie sehen das',
};
