import type { help as source } from '../en/help.ts';
import type { Translation } from '../message.ts';

export const help: Translation<typeof source> = {
  onCard: 'Aide : {text}',
  about: 'À regarder',
  rewriteLabel: 'Dites-le avec d’autres mots',
  save: 'Enregistrer',
  leaveIt: 'Laisser ainsi',
  reason: 'Pourquoi le laisser ainsi ?',
  reasonHint: 'La personne qui facilite le voit avec l’indication.',
  putAside: 'Écarter',
  seeCards: 'Cartes',
};
