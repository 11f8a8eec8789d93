export const board = {
  frames: 'Pages of this board',
  goToFrame: 'Go to {name}',
  unnamedFrame: 'Frame',
  opening: 'Opening the board',
  zoom: 'Zoom',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomToFit: 'See everything',
  filesRefused: 'Only pictures can be put on a board: PNG, JPEG, WebP or GIF.',
  drawingRefused: 'A drawing from another program cannot be pasted. Paste its text instead.',
  unreadable: {
    one: 'One thing on this board cannot be shown. It is safe, and the others go on.',
    other: '{count} things on this board cannot be shown. They are safe, and the others go on.',
  },
  writing: '{name} is writing',
  writingTogether: { one: '{count} person is writing', other: '{count} people are writing' },
} as const;
