import type { join as source } from '../en/join.ts';
import type { Translation } from '../message.ts';

export const join: Translation<typeof source> = {
  pageTitle: 'Rejoindre {workshop}',
  'invited-facilitator': 'Avec ce lien, vous facilitez l’atelier.',
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
  codeTitle: 'Ce lien demande un code',
  codeText: 'La personne qui vous a envoyé le lien le connaît.',
  code: 'Code',
  codeEmpty: 'Saisissez le code.',
  codeGo: 'Continuer',
  doorText:
    'Aucune nouvelle personne n’entre pour le moment. Laissez cette page ouverte : elle redemande d’elle-même. Votre lien reste valable.',
  stillClosed: 'Redemandé à {time} : toujours fermée.',
  resumeTitle: 'Continuer sur cet appareil',
  resumeText: 'Cet appareil devient la même personne que celui où le lien a été créé. Le lien est valable une fois.',
  resumeAs: 'Continuer ici en tant que {who}',
  resumeHere: 'Continuer ici',
  resumeOverTitle: 'Ce lien n’est plus valable',
  resumeOverText:
    'Il est valable une fois, pendant un quart d’heure. Rien n’est perdu : créez-en un nouveau sur l’appareil où vous êtes.',
};
