import type { boardPage as source } from '../en/board-page.ts';
import type { Translation } from '../message.ts';

export const boardPage: Translation<typeof source> = {
  connecting: 'Connexion',
  saved: 'Tout est enregistré',
  saving: 'Enregistrement',
  readOnly: 'Vous suivez en lecture',
  unsavedHere: 'Modifications gardées sur cette page',
  notConnected: 'Pas de connexion',
  offlineTitle: 'Pas de connexion.',
  offlineText: 'Continuez à écrire et gardez cette page ouverte : rien n’est perdu, tout part à votre retour.',
  notStored:
    'Le serveur ne peut pas enregistrer pour l’instant. Gardez cette page ouverte : vos modifications repartiront d’elles-mêmes.',
  storedAgain: 'L’enregistrement fonctionne de nouveau.',
  refusedReadOnly: 'Avec un lien de lecture, vous pouvez lire, pas écrire.',
  here: { one: '{count} ici', other: '{count} ici' },
  share: 'Partager',
  shareText: 'Envoyez le lien de participation aux partenaires : un nom et une organisation suffisent.',
  exportBoard: 'Exporter',
  peopleHere: { one: '{count} personne sur ce tableau', other: '{count} personnes sur ce tableau' },
};
