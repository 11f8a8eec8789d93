import type { settings as source } from '../en/settings.ts';
import type { Translation } from '../message.ts';

export const settings: Translation<typeof source> = {
  text: 'Pour vous seul·e, dans ce navigateur.',
  browser: 'Aspect des pages',
  theme: 'Couleurs',
  'theme-system': 'Comme le système',
  'theme-light': 'Clair',
  'theme-dark': 'Sombre',
  contrast: 'Contraste élevé',
  contrastHint: 'Noir et blanc, avec des traits pleins.',
  motion: 'Moins de mouvement',
  motionHint: 'Rien ne glisse ni ne bouge tout seul.',
  asSystem: 'Suit votre système jusqu’à ce que vous le changiez.',
  hints: 'Conseils sur les tableaux',
  hintsHint: 'Des repères discrets là où il vaut la peine de regarder.',
};
