import type { join as source } from '../en/join.ts';
import type { Translation } from '../message.ts';

export const join: Translation<typeof source> = {
  pageTitle: 'Rejoindre {workshop}',
  'invited-facilitator': 'Avec ce lien, vous animez l’atelier.',
  'invited-participant': 'Vous êtes invité·e à contribuer.',
  'invited-viewer': 'Vous êtes invité·e à regarder : vous voyez tout et ne modifiez rien.',
  already: 'Déjà au tableau',
  welcome: 'Bienvenue. Qui êtes-vous ?',
  nameHint: 'Un prénom suffit. Les autres le voient à côté de votre curseur.',
  suggestions: 'Organisations de cet atelier',
  addOrganisation: 'Ajouter « {name} » comme nouvelle organisation',
  'submit-facilitator': 'Ouvrir l’atelier',
  'submit-participant': 'Rejoindre le tableau',
  'submit-viewer': 'Regarder le tableau',
  privacy: 'Ni compte, ni e-mail. Votre nom n’apparaît que dans cet atelier.',
  privacyNamed: 'Ni compte, ni e-mail. Votre nom apparaît dans cet atelier et dans son rapport.',
  welcomeBack: 'Bon retour, {name}',
  welcomeBackText: 'Dans ce navigateur, vous êtes {name}, {organisation}.',
  carryOn: 'Continuer comme {name}',
  correct: 'Corriger mon nom ou mon organisation',
  opening: 'Recherche de l’atelier',
  brokenTitle: 'Ce lien n’est pas complet',
  brokenText:
    'La fin de l’adresse manque ou est mal saisie. Rien n’est perdu : copiez le lien entier de l’invitation et ouvrez-le de nouveau.',
};
