import type { cards as source } from '../en/cards.ts';
import type { Translation } from '../message.ts';

export const cards: Translation<typeof source> = {
  drawer: 'Carte',
  title: 'Ce que dit la carte',
  longTitle: '{length} caractères : la carte montre les {max} premiers.',
  tooLong:
    'Il y a place pour {max} caractères, en voici {length}. Le texte reste ici et sera enregistré dès qu’il sera plus court.',
  notInRange: 'Indiquez un nombre de {min} à {max}. Il reste ici et n’est pas encore enregistré.',
  notADay: 'Cette date n’est pas encore complète : elle n’est pas enregistrée.',
  notInList: 'Il n’y a pas de place pour davantage ou plus long.',
  listHint: 'Entrée ajoute.',
  removeItem: 'Retirer {item}',
  clear: 'Effacer',
  author: '{name}, {organisation}',
  written: 'Écrit : {when}',
  invitation:
    'Chacun écrit pour soi. Ouvrez cette carte sur le tableau : ce que vous écrivez devient alors une carte à vous.',
  locked: 'Cette carte est verrouillée : vous pouvez seulement la lire.',
  untitled: 'Carte sans texte',
  relations: 'Liens',
  openRelation: 'Voir le lien avec « {title} »',
  removeRelation: 'Retirer le lien avec « {title} »',
  removeThisRelation: 'Retirer ce lien',
  ends: 'Ce qu’il relie',
  'group-scores': 'Notes',
  'group-contact': 'Contact',
  'group-next': 'La suite',
  'group-card': 'À propos de la carte',
};
