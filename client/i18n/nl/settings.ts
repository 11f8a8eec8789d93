import type { settings as source } from '../en/settings.ts';
import type { Translation } from '../message.ts';

export const settings: Translation<typeof source> = {
  text: 'Alleen voor jou, in deze browser.',
  browser: 'Hoe de pagina’s eruitzien',
  theme: 'Kleuren',
  'theme-system': 'Zoals het systeem',
  'theme-light': 'Licht',
  'theme-dark': 'Donker',
  contrast: 'Hoog contrast',
  contrastHint: 'Zwart en wit met volle lijnen.',
  motion: 'Minder beweging',
  motionHint: 'Niets schuift of beweegt vanzelf.',
  asSystem: 'Volgt je systeem tot je het verandert.',
  hints: 'Tips op de borden',
  hintsHint: 'Rustige tekens bij wat een blik waard is.',
};
