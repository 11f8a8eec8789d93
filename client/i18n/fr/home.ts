import type { home as source } from '../en/home.ts';
import type { Translation } from '../message.ts';

export const home: Translation<typeof source> = {
  headline: 'Un problème, tous les partenaires, un seul tableau',
  lead: 'Ouvrez un atelier, envoyez le lien, commencez. Personne n’a besoin d’un compte.',
  newWorkshop: 'Nouvel atelier',
  title: 'Nom du partenariat ou de l’atelier',
  boardLanguage: 'Langue des tableaux',
  boardLanguageHint: 'Les titres et les questions des tableaux sont dans cette langue.',
  createKey: 'Clé pour les nouveaux ateliers',
  createKeyHint: 'Sur ce serveur, un nouvel atelier demande une clé. La personne qui gère le serveur l’a.',
  createKeyWrong: 'Cette clé ne convient pas. Vérifiez-la lettre par lettre.',
  create: 'Créer l’atelier',
  yours: 'Vos ateliers',
  yoursHint: 'Gardés dans ce navigateur seulement. Votre lien de facilitation les ouvre partout.',
  emptyTitle: 'Aucun atelier dans ce navigateur pour l’instant.',
  emptyText:
    'Vous en avez créé un sur un autre appareil ? Ouvrez ici votre lien de facilitation et il rejoint cette liste.',
  opened: 'ouvert {when}',
  openWithLink: 'Ouvrir avec un lien',
  pasteLink: 'Collez le lien reçu',
  open: 'Ouvrir',
  linkNotUsable:
    'Ce n’est pas un lien d’invitation complet. Il se termine par /join# et une longue suite de lettres et de chiffres.',
  'art-1': 'Des produits frais 0,8 fois par semaine à table',
  'art-2': 'Chambres froides pleines dès mardi',
  'art-3': 'Tester une tournée du soir à deux coursiers',
  'art-4': 'Départ en janvier dans trois magasins',
  'art-voice': 'Voix',
};
