import type { common as source } from '../en/common.ts';
import type { Translation } from '../message.ts';

export const common: Translation<typeof source> = {
  product: 'Commonboard',
  toHome: 'Commonboard, vers la page d’accueil',
  toContent: 'Aller au contenu',
  language: 'Langue',
  settings: 'Réglages',
  save: 'Enregistrer',
  close: 'Fermer',
  cancel: 'Annuler',
  tryAgain: 'Réessayer',
  reload: 'Recharger la page',
  notice: 'Message',
  notices: 'Messages ({key})',
  loading: 'Un instant',
  copyLink: 'Copier le lien',
  copied: 'Copié',
  copyByHand:
    'Ce navigateur ne laisse pas la page copier. Le lien est sélectionné : copiez-le avec le clavier ou le menu.',
  'role-facilitator': 'Facilitation',
  'role-participant': 'Participation',
  'role-viewer': 'Lecture seule',
  name: 'Votre nom',
  organisation: 'Votre organisation',
  nameInReport: 'Mon nom peut figurer dans le rapport',
  nameInReportHint: 'Sinon, seulement votre organisation et le nombre de personnes.',
  organisations: { one: '{count} organisation', other: '{count} organisations' },
  people: { one: '{count} personne', other: '{count} personnes' },
  boards: { one: '{count} tableau', other: '{count} tableaux' },
  openMyWorkshops: 'Ouvrir mes ateliers',
  enterLink: 'Saisir un autre lien',
};
