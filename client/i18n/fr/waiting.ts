/** Those before the door, for whoever leads. */
export const waiting = {
  title: 'En attente à la porte',
  want: { one: '{count} personne souhaite entrer', other: '{count} personnes souhaitent entrer' },
  who: '{name}, {organisation}',
  admit: 'Faire entrer',
  admitName: 'Faire entrer : {name}',
  admitAll: 'Faire entrer tout le monde',
  decline: 'Pas maintenant',
  declineName: 'Pas maintenant : {name}',
  knocks: '{name} ({organisation}) souhaite entrer.',
} as const;
