import type { settings as source } from '../en/settings.ts';
import type { Translation } from '../message.ts';

export const settings: Translation<typeof source> = {
  text: 'Nur für Sie, in diesem Browser.',
  browser: 'Wie die Seiten aussehen',
  theme: 'Farben',
  'theme-system': 'Wie das System',
  'theme-light': 'Hell',
  'theme-dark': 'Dunkel',
  contrast: 'Hoher Kontrast',
  contrastHint: 'Schwarz und Weiß mit vollen Linien.',
  motion: 'Weniger Bewegung',
  motionHint: 'Nichts gleitet oder bewegt sich von selbst.',
  asSystem: 'Folgt Ihrem System, bis Sie es ändern.',
  hints: 'Hinweise auf den Boards',
  hintsHint: 'Leise Zeichen an dem, was einen Blick wert ist.',
};
