import type { privateWriting as source } from '../en/private-writing.ts';
import type { Translation } from '../message.ts';

export const privateWriting: Translation<typeof source> = {
  title: 'Écriture privée',
  about:
    'Chaque personne écrit sur le tableau comme d’habitude, mais ne voit que ses propres nouvelles cartes. Vous dévoilez ensuite tout d’un coup.',
  names: 'Noms',
  named: 'Avec les noms',
  namedText: 'Une fois dévoilée, chaque carte dit de qui elle vient, comme d’habitude.',
  anonymous: 'Anonyme',
  anonymousText: 'Aucun nom n’est gardé, pas même pour vous. C’est irréversible.',
  start: 'Commencer',
  elsewhere: 'L’écriture privée est en cours sur « {board} ». Dévoilez d’abord celle-là.',
  elsewhereUnknown: 'L’écriture privée est en cours sur un autre tableau. Dévoilez d’abord celle-là.',
  toThatBoard: 'Aller à ce tableau',

  on: 'Écriture privée.',
  onlyYou: 'Vous seul·e voyez les nouvelles cartes que vous écrivez, jusqu’à ce qu’elles soient dévoilées.',
  onlyThey: 'Chaque personne ne voit que ses nouvelles cartes, jusqu’à ce que vous les dévoiliez.',
  noName: 'Ce que vous écrivez ne portera aucun nom.',
  noNames: 'Ce qui est écrit ne portera aucun nom, pas même pour vous.',
  watching: 'Le groupe écrit en privé.',
  watchingText: 'Vous verrez tout quand ce sera dévoilé.',

  counts: 'Écrit jusqu’ici',
  nothing: 'Rien d’écrit pour l’instant',
  total: { one: '{count} carte jusqu’ici', other: '{count} cartes jusqu’ici' },
  byOrganisation: { one: '{organisation} : {count} carte', other: '{organisation} : {count} cartes' },
  reveal: 'Tout dévoiler',
  revealingIn: 'Dévoilement dans {seconds} …',
  revealingNow: 'Dévoilement en cours …',

  saidBegun: 'L’écriture privée a commencé.',
  saidRevealing: { one: 'Tout est dévoilé dans {count} seconde.', other: 'Tout est dévoilé dans {count} secondes.' },
  revealed: { one: 'Tout est dévoilé : {count} carte.', other: 'Tout est dévoilé : {count} cartes.' },
  ended: 'L’écriture privée est terminée.',

  late: {
    one: '{count} carte de vous est arrivée trop tard ; vous seul·e la voyez.',
    other: '{count} cartes de vous sont arrivées trop tard ; vous seul·e les voyez.',
  },
  lateNoName: { one: 'Publiée, elle ne portera aucun nom.', other: 'Publiées, elles ne porteront aucun nom.' },
  publish: 'Publier',
  keep: 'Garder pour l’instant',
  published: {
    one: 'Tout le monde voit maintenant votre carte.',
    other: 'Tout le monde voit maintenant vos {count} cartes.',
  },

  notInFile: 'Ce qui est écrit en privé n’y figure pas.',
};
