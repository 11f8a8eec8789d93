import type { said as source } from '../en/said.ts';
import type { Translation } from '../message.ts';

export const said: Translation<typeof source> = {
  gone: 'La connexion s’est perdue. Continuez : rien n’est perdu, tout part à son retour.',
  blocked: 'Ce réseau arrête les connexions en direct. Ce qu’on peut faire est indiqué au-dessus du tableau.',
  full: 'Le tableau est complet pour le moment. Continuez à écrire : tout est envoyé dès qu’une place se libère.',
  closed: 'La séance vient d’être fermée. Personne ne modifie plus de tableau.',
  back: 'Connexion rétablie. Tout est enregistré.',
  backToRead: 'Connexion rétablie.',
  mentioned: '{name} vous mentionne dans un commentaire : {text}',
  selected: '{what}, {number} sur {count}',
  selectedMany: { one: '{count} élément sélectionné', other: '{count} éléments sélectionnés' },
  moved: '« {title} » se trouve maintenant dans {zone}, {frame}.',
  movedMany: {
    one: '{count} carte se trouve maintenant dans {zone}, {frame}.',
    other: '{count} cartes se trouvent maintenant dans {zone}, {frame}.',
  },
  movedOut: '« {title} » se trouve maintenant hors de toute zone.',
  shown: '« {title} » apparaît maintenant aussi dans {zone}, {frame}.',
  shownMany: {
    one: '{count} carte apparaît maintenant aussi dans {zone}, {frame}.',
    other: '{count} cartes apparaissent maintenant aussi dans {zone}, {frame}.',
  },
  clustered: {
    one: '{count} carte est maintenant dans le regroupement « {name} ».',
    other: '{count} cartes sont maintenant dans le regroupement « {name} ».',
  },
  hungTogether: {
    one: '{count} carte dépend maintenant de « {name} ».',
    other: '{count} cartes dépendent maintenant de « {name} ».',
  },
  unclustered: {
    one: '{count} carte n’est plus dans aucun regroupement.',
    other: '{count} cartes ne sont plus dans aucun regroupement.',
  },
  group: 'Groupe',
  linked: '« {from} » et « {to} » sont reliés.',
  removed: 'Enlevé : {what}. Annuler le ramène.',
  removedMany: {
    one: '{count} élément enlevé. Annuler le ramène.',
    other: '{count} éléments enlevés. Annuler les ramène.',
  },
  returned: 'De retour sur le tableau : {what}',
  returnedMany: {
    one: '{count} élément est de retour sur le tableau.',
    other: '{count} éléments sont de retour sur le tableau.',
  },
  takenBack: 'Annulé : {what}',
  takenBackMany: { one: '{count} élément annulé.', other: '{count} éléments annulés.' },
};
