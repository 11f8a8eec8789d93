import type { breakouts as source } from '../en/breakouts.ts';
import type { Translation } from '../message.ts';

/** People work in groups, each on a board of its own. */
export const breakouts: Translation<typeof source> = {
  item: 'Travail en groupes …',
  step: 'En groupes',
  title: 'Travail en groupes',
  about:
    'Chaque groupe reçoit son propre tableau : une copie d’un cadre avec ce qui s’y trouve. Ensuite, tout revient ici, avec ses auteurs.',
  frame: 'Quel cadre ?',
  count: 'Combien de groupes ?',
  dealt: 'Qui travaille ensemble',
  again: 'Répartir à nouveau',
  group: 'Groupe {letter}',
  none: 'Sans groupe',
  placeOf: 'Groupe de {name}',
  hops: 'Les personnes qui facilitent passent d’un groupe à l’autre.',
  start: 'Lancer les groupes',
  noFrame: 'Ce tableau n’a pas de cadre. Les groupes en ont besoin.',
  strip: 'Travail en groupes',
  atWork: 'Des groupes travaillent.',
  inGroup: 'Vous êtes dans le groupe {letter}.',
  go: 'Aller au groupe {letter}',
  join: 'Rejoindre le groupe {letter}',
  main: 'Tableau principal',
  task: 'Ce que vous écrivez ici viendra plus tard sur « {board} ».',
  closed: 'Ce qui a été écrit ici est sur « {board} ». Ce tableau est fermé : continuez là-bas.',
  over: 'Le temps en groupes est terminé. Ce que vous écrivez encore ici ne viendra sur « {board} » que si on rassemble à nouveau.',
  back: 'Retour au tableau principal',
  bring: 'Rassembler …',
  bringTitle: 'Rassembler les groupes',
  bringText:
    'Ce que les groupes ont écrit vient sur « {board} », avec ses auteurs et dans les mêmes zones. Le tableau tel qu’il est maintenant est gardé comme version.',
  bringEnd: 'Rassembler et terminer',
  bringOn: 'Rassembler, continuer en groupes',
  bringing: 'Les groupes sont rassemblés dans un instant : terminez votre phrase.',
  brought: 'Ce que les groupes ont écrit est sur « {board} ».',
  tried: 'Les groupes ont été rassemblés, s’il y avait de la place : « {board} » montre ce qu’ils ont écrit.',
  noRoom: 'Il n’y a pas de place sur « {board} » pour ce que les groupes ont écrit. Cela reste chez eux.',
  unread: {
    one: 'Le tableau du groupe {groups} ne peut pas être lu et reste tel quel. Ce que les autres ont écrit est sur « {board} ».',
    other:
      'Les tableaux des groupes {groups} ne peuvent pas être lus et restent tels quels. Ce que les autres ont écrit est sur « {board} ».',
  },
  unknown: 'le tableau principal',
};
