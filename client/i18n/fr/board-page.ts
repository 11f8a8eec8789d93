import type { boardPage as source } from '../en/board-page.ts';
import type { Translation } from '../message.ts';

export const boardPage: Translation<typeof source> = {
  connecting: 'Connexion',
  saved: 'Tout est enregistré',
  toBoard: 'Aller au tableau blanc',
  asTable: 'Le tableau blanc en liste',
  saving: 'Enregistrement',
  readOnly: 'Vous suivez en lecture',
  unsavedHere: 'Modifications gardées sur cette page',
  keptHere: 'Modifications gardées dans ce navigateur',
  notConnected: 'Pas de connexion',
  offlineTitle: 'Pas de connexion.',
  offlineText: 'Continuez à écrire et gardez cette page ouverte : rien n’est perdu, tout part à votre retour.',
  fullTitle: 'Ce tableau est complet pour le moment',
  fullText:
    'Il accueille autant de personnes que possible. Laissez cette page ouverte : elle vous fait entrer d’elle-même dès qu’une place se libère.',
  fullHereTitle: 'Le tableau est complet pour le moment.',
  fullHereText: 'Continuez à écrire et gardez cette page ouverte : tout est envoyé dès qu’une place se libère.',
  notStored:
    'Le serveur ne peut pas enregistrer pour l’instant. Gardez cette page ouverte : vos modifications repartiront d’elles-mêmes.',
  storedAgain: 'L’enregistrement fonctionne de nouveau.',
  refusedReadOnly: 'Avec un lien de lecture, vous pouvez lire, pas écrire.',
  here: { one: '{count} ici', other: '{count} ici' },
  share: 'Partager',
  shareText: 'Envoyez le lien de participation aux partenaires : un nom et une organisation suffisent.',
  exportBoard: 'Exporter',
  peopleHere: { one: '{count} personne sur ce tableau', other: '{count} personnes sur ce tableau' },
  peopleLast: {
    one: '{count} personne était ici quand la connexion s’est perdue',
    other: '{count} personnes étaient ici quand la connexion s’est perdue',
  },
  blockedTitle: 'Ce réseau ne laisse pas passer la connexion en direct.',
  blockedText:
    'La page atteint le serveur, mais la connexion qui permet de travailler ensemble est arrêtée en chemin. Demandez à la personne qui gère le réseau d’autoriser les connexions WebSocket vers {host}, ou essayez un autre réseau ou le partage de connexion d’un téléphone. Cette page continue d’essayer.',
  takenBack: 'Le serveur n’a pas pu reprendre une modification : elle a été annulée.',
  takenBackText: 'Le serveur n’a pas pu reprendre une modification : elle a été annulée : « {text} »',
  endedKept:
    'Ce qui n’a pas encore pu être envoyé est gardé dans ce navigateur et partira quand le tableau s’ouvrira de nouveau ici.',
  endedNotKept:
    'Certaines modifications n’ont pas pu être envoyées, et ce navigateur ne permet pas à la page de les garder.',
};
